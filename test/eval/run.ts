import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { isMainThread } from 'node:worker_threads';
import { type Item, parseLines } from './item.ts';
import { faultsOf, type MentionCase } from './mentionCases.ts';
import { type GoldDocument, type MentionScore, scoreMentions } from './mentionScore.ts';
import { readOwnSet } from './ownSet.ts';
import { checkAll, serveBatches } from './pool.ts';
import type { EvaluatedFinding } from './predict.ts';
import { samples } from './samples.ts';
import { type Score, score } from './score.ts';
import { groupTable, kindTable, mainTable, ruleTable, table } from './tables.ts';

const HELP = `Runs the checker over labelled drafts and prints how often it is right.

npm run eval -- [options]
  --data DIR       folder with the sets (default: TOUCHSTONE_EVAL, or ../shared/eval beside the repository)
  --set NAME       only this set; may be repeated
  --file F.jsonl   a file in the same form, instead of the sets; may be repeated
  --own            the project's own set, test/evaluation, instead of the sets
  --limit N        only about N drafts of each set, as whole articles spread over it
  --all            count information and hints too, not only errors and warnings
  --by-sub         also per kind of error and of rewrite
  --show WHAT [N]  N samples of a rule's findings, or of "alarms" or "missed"
  --mentions       score the extraction of mentions instead
  --out P.jsonl    write the predictions
  --json           print the figures as JSON
`;

const options = {
  data: { type: 'string' },
  set: { type: 'string', multiple: true },
  file: { type: 'string', multiple: true },
  own: { type: 'boolean' },
  limit: { type: 'string' },
  all: { type: 'boolean' },
  'by-sub': { type: 'boolean' },
  show: { type: 'string' },
  mentions: { type: 'boolean' },
  out: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

/** Runs the evaluation; gives the exit code. `dataDefault` is where the sets are when nothing else is said, `own` the project's own set. */
export async function evaluate(args: readonly string[], dataDefault: string, own: string): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const data = values.data ?? process.env.TOUCHSTONE_EVAL ?? dataDefault;
  if (!values.file && !values.own && !existsSync(data)) {
    console.log(
      `No evaluation data: ${data} does not exist. Name a folder with --data or a file with --file.`,
    );
    return 0;
  }
  if (values.mentions) return evaluateMentions(join(data, 'mentions'), values.show !== undefined);

  const limit = Number(values.limit ?? Infinity);
  const sets = values.own
    ? ownSets(own, values.set, limit)
    : readSets(values.file ?? setFiles(join(data, 'data'), values.set), limit);
  if (sets.length === 0) {
    console.error(`No set ${(values.set ?? []).join(', ')} in ${values.own ? own : join(data, 'data')}.`);
    return 2;
  }
  const items = sets.flatMap(([, list]) => list);
  const started = performance.now();
  const results = await checkAll(items);
  const seconds = (performance.now() - started) / 1000;
  const byId = new Map(results.map((result) => [result.id, result]));
  const findingsOf = (id: string): readonly EvaluatedFinding[] => byId.get(id)?.findings ?? [];

  if (values.out) {
    const lines = results.map(({ id, findings }) => {
      const predicted = findings.map(({ message: _message, evidence: _evidence, ...finding }) => finding);
      return JSON.stringify({ id, findings: predicted });
    });
    writeFileSync(values.out, `${lines.join('\n')}\n`);
  }
  const all = values.all ?? false;
  const scores: (readonly [string, Score])[] = sets.map(([name, list]) => [name, score(list, results, all)]);
  const together = score(items, results, all);
  if (sets.length > 1) scores.push(['together', together]);

  if (values.json) console.log(JSON.stringify(Object.fromEntries(scores)));
  else if (values.show) {
    console.log(samples(values.show, Number(positionals[0] ?? 20), items, (id) => byId.get(id), all));
  } else {
    console.log(mainTable(scores));
    console.log(`\n${groupTable(together)}`);
    console.log(`\n${ruleTable(items, findingsOf)}`);
    if (values['by-sub']) console.log(`\n${kindTable(together)}`);
    console.log(`\n${items.length} drafts in ${seconds.toFixed(1)} s.`);
  }
  const failures = results.filter(({ failure }) => failure !== undefined);
  if (failures.length === 0) return 0;
  console.error(
    `\nThe engine threw on ${failures.length} drafts; the first, ${failures[0]?.id}: ${failures[0]?.failure}`,
  );
  return 1;
}

function setFiles(folder: string, wanted: readonly string[] | undefined): readonly string[] {
  return readdirSync(folder)
    .filter(
      (file) =>
        file.endsWith('.jsonl') && (wanted === undefined || wanted.includes(basename(file, '.jsonl'))),
    )
    .sort()
    .map((file) => join(folder, file));
}

const readSets = (files: readonly string[], limit: number): readonly (readonly [string, readonly Item[]])[] =>
  files.map((file) => [
    basename(file, '.jsonl'),
    sampleOf(parseLines<Item>(readFileSync(file, 'utf8')), limit),
  ]);

/** The project's own set, parted by kind of text. */
function ownSets(folder: string, wanted: readonly string[] | undefined, limit: number) {
  const items = readOwnSet(folder);
  return [...new Set(items.map(({ genre }) => genre))]
    .filter((genre) => wanted === undefined || wanted.includes(genre))
    .map(
      (genre) =>
        [
          genre,
          sampleOf(
            items.filter((item) => item.genre === genre),
            limit,
          ),
        ] as const,
    );
}

/** About `limit` items, as whole articles spread over the set, because a set is often sorted by kind. */
function sampleOf(items: readonly Item[], limit: number): readonly Item[] {
  if (items.length <= limit) return items;
  const articles = [...new Set(items.map((item) => item.skey ?? item.id))];
  const count = Math.ceil((articles.length * limit) / items.length);
  const step = articles.length / count;
  const chosen = new Set(Array.from({ length: count }, (_, i) => articles[Math.floor(i * step)]));
  return items.filter((item) => chosen.has(item.skey ?? item.id));
}

function evaluateMentions(folder: string, showSlips: boolean): number {
  if (!existsSync(folder)) {
    console.log(`No marked mentions: ${folder} does not exist.`);
    return 0;
  }
  const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  for (const name of ['gold', 'gold-seed']) {
    const result = scoreMentions((read(`${name}.json`) as { docs: readonly GoldDocument[] }).docs);
    console.log(`${name}\n${mentionTable(result)}\n`);
    if (showSlips) console.log(`${result.slips.join('\n')}\n`);
  }
  const cases = read('cases.json') as readonly MentionCase[];
  const faults = cases.map((one) => [one.text, faultsOf(one)] as const).filter(([, list]) => list.length > 0);
  console.log(`cases: ${cases.length - faults.length} of ${cases.length} right`);
  for (const [text, list] of faults) console.log(`  ${text}  –  ${list.join('; ')}`);
  return 0;
}

function mentionTable({ kinds, speakers }: MentionScore): string {
  const percent = (part: number, whole: number) => (whole > 0 ? ((100 * part) / whole).toFixed(1) : '–');
  const rows = Object.entries(kinds)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, k]) => [
      name,
      String(k.gold),
      percent(k.recalled, k.gold),
      percent(k.precise, k.found),
      percent(k.exact, k.recalled),
      percent(k.right, k.valued),
    ]);
  const { gold, named, right, sure, sureRight } = speakers;
  const said = `speakers: ${gold} marked, ${named} named, ${percent(right, named)} % of them right; sure ${sure}, ${percent(sureRight, sure)} % right`;
  return `${table(['mention', 'n', 'recall', 'precision', 'exact span', 'right value'], rows)}\n${said}`;
}

if (!isMainThread) serveBatches();
