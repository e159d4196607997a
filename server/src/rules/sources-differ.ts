import { placeOf } from '../alignment/alignment.ts';
import { fileName, lineOf } from '../findings/evidence.ts';
import { t } from '../l10n/message.ts';
import type { LocatedMention } from '../sources/context.ts';
import { numberMismatch } from './number-mismatch.ts';
import { type Rule, textAt } from './rule.ts';

const nameOf = (m: LocatedMention): string => `${fileName(m.document.prose.uri)}:${lineOf(placeOf(m))}`;

/** The value with the noun that it counts. */
const told = (m: LocatedMention): string => {
  const { start, end } = m.mention;
  const noun = m.mention.kind === 'quantity' ? m.mention.noun : undefined;
  return textAt(m, { start, end: Math.max(end, noun?.end ?? end) }).replace(/\s+/g, ' ');
};

/** Two sources disagree about a value that the draft has from one of them. */
export const sourcesDiffer: Rule = {
  code: 'sources-differ',
  title: 'Sources differ',
  summary:
    'Another source has another value for what the draft has from one source; which is right, a person decides.',
  level: 'information',
  fix: 'the value of the other source, where its rank is better',
  judge(alignment) {
    const { claim, verdict, disagreement } = alignment;
    if (!disagreement || verdict !== 'supported') return undefined;
    const { agrees, differs, better } = disagreement;
    const [first, second] = better ? [differs, agrees] : [agrees, differs];
    const mended =
      better && claim.mention.kind === 'quantity'
        ? numberMismatch.judge({ ...alignment, reason: { kind: 'number', source: differs }, bound: false })
        : undefined;
    return {
      level: 'information',
      span: mended?.span ?? (claim.mention.kind === 'quantity' ? claim.mention.number : claim.mention),
      message: t('{0} has {1}, {2} has {3}', nameOf(first), told(first), nameOf(second), told(second)),
      expected: mended?.expected ?? [],
      fixes: mended?.fixes ?? [],
      evidence: [placeOf(first), placeOf(second)],
    };
  },
};
