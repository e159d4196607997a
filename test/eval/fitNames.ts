import { knownParts } from '../../server/src/alignment/nameDecision.ts';
import type { NameFit } from '../../server/src/alignment/nameFit.ts';
import { rivalOf } from '../../server/src/alignment/nameRivals.ts';
import { DEVELOPMENT_SETS, FOLDS, foldOf } from './folds.ts';
import { type NameExample, nameExamples } from './nameExamples.ts';
import { dot, fitChoice, fitLogistic, type Parts } from './regression.ts';

/** Sets whose wrong names are replaced names; those of the others are often not wrong as names. */
const REPLACED = new Set(['swap', 'bump', 'fib_swap', 'summedits_news']);
/** Drafts that people have verified: what is found here is an alarm. */
const VERIFIED = new Set(['swap_rewrite', 'fib_gold', 'wice', 'defacto', 'cliff']);

const asParts = (fit: NameFit): Parts => ({ ...fit });

function choiceWeights(examples: readonly NameExample[]): Parts {
  return fitChoice(
    examples
      .filter((e) => e.right.length > 0)
      .map((e) => ({
        right: e.right.map(asParts),
        wrong: [
          ...(e.wrong && e.known ? [e.candidates.own] : []),
          ...e.candidates.others.map((c) => c.fit).filter((f) => !e.right.includes(f)),
        ].map(asParts),
      })),
  );
}

interface Row {
  readonly example: NameExample;
  readonly parts: Parts;
  readonly y: boolean;
  readonly rival: string;
  readonly repaired: boolean;
}

function rowsOf(examples: readonly NameExample[], fit: Parts): Row[] {
  return examples.flatMap((example): Row[] => {
    if (!example.known) return [];
    const rivals = rivalOf(example.candidates, fit as never);
    if (!rivals) return [];
    return [
      {
        example,
        parts: knownParts(rivals),
        y: example.wrong,
        rival: rivals.rival.entity.name,
        repaired: example.right.includes(rivals.rival.fit),
      },
    ];
  });
}

const usable = (row: Row): boolean => !row.y || REPLACED.has(row.example.set);

/** Found errors at each number of alarms, the odds worked out without the row's own article. */
function table(rows: readonly (Row & { readonly odds: number })[], samples: number): string {
  const lines: string[] = [];
  const sorted = rows
    .filter((r) => r.y || (r.example.clean && VERIFIED.has(r.example.set)))
    .sort((a, b) => b.odds - a.odds);
  const totals = new Map<string, number>();
  for (const row of sorted) if (row.y) totals.set(row.example.set, (totals.get(row.example.set) ?? 0) + 1);
  const found = new Map<string, number>();
  let repaired = 0;
  let alarms = 0;
  for (const row of sorted) {
    if (row.y) {
      found.set(row.example.set, (found.get(row.example.set) ?? 0) + 1);
      if (row.repaired) repaired++;
      continue;
    }
    alarms++;
    if (alarms > samples) break;
    const counts = [...totals].map(([set, all]) => `${set} ${found.get(set) ?? 0}/${all}`).join(', ');
    lines.push(
      `${String(alarms).padStart(3)} alarms, odds ${row.odds.toFixed(2)}: ${counts}; ${repaired} repaired`,
      `      ${row.example.set} ${row.example.candidates.kind}: ${row.example.name} → ${row.rival} | ${row.example.sentence.slice(0, 140)}`,
    );
  }
  return lines.join('\n');
}

const asCode = (name: string, weights: Parts): string =>
  `export const ${name} = {\n${Object.entries(weights)
    .map(([part, weight]) => `  ${part}: ${Number(weight.toFixed(2))},`)
    .join('\n')}\n} as const;`;

/** Fits the weights of names on the sets in `data`, cross-validated by article; returns what to print. */
export function fitNames(data: string, samples = 20): string {
  const examples = DEVELOPMENT_SETS.flatMap((set) => nameExamples(data, set));
  const out: string[] = [`${examples.length} names`];
  const folds = [...Array(FOLDS).keys()];
  const foldFits = folds.map((k) => choiceWeights(examples.filter((e) => foldOf(e.article) !== k)));
  const judged = examples.filter((e) => e.known && e.right.length > 0 && foldFits.length > 0);
  const right = judged.filter((e) => {
    const fit = foldFits[foldOf(e.article)] as Parts;
    const others = e.candidates.others
      .filter((c) => !e.right.includes(c.fit))
      .map((c) => dot(asParts(c.fit), fit));
    return Math.max(...e.right.map((f) => dot(asParts(f), fit))) > Math.max(-Infinity, ...others);
  });
  out.push(`the right name fits best: ${right.length} of ${judged.length}`);
  const fit = choiceWeights(examples);
  out.push(asCode('NAME_FIT', fit));
  const held = folds.flatMap((k) => {
    const rows = rowsOf(examples, foldFits[k] as Parts);
    const weights = fitLogistic(rows.filter((r) => foldOf(r.example.article) !== k).filter(usable));
    return rows
      .filter((r) => foldOf(r.example.article) === k)
      .map((r) => ({ ...r, odds: dot(r.parts, weights) }));
  });
  out.push('', `${held.length} names of the sources, cross-validated by article`, table(held, samples));
  out.push(asCode('NAME_KNOWN', fitLogistic(rowsOf(examples, fit).filter(usable))));
  return out.join('\n');
}
