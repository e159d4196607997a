import { placeOf, type SourcePlace } from '../alignment/alignment.ts';
import { weekdayOf } from '../alignment/compareDate.ts';
import { sameNumber } from '../alignment/tolerance.ts';
import { citation } from '../findings/evidence.ts';
import { type Message, message } from '../l10n/message.ts';
import type { AnalysedBlock, AnalysedDocument } from '../mentions/analysedDocument.ts';
import { weekdayName } from '../mentions/formatDate.ts';
import type { DateMention, QuantityMention } from '../mentions/mention.ts';
import { documentContexts, type LocatedMention } from '../sources/context.ts';
import { headTerm } from '../sources/vocabulary.ts';
import type { Span } from '../text/span.ts';
import { type RuleDescription, textAt } from './rule.ts';

/** A source contradicts itself. Reported once, on the source; drafts are compared with what the source states. */
export const sourceInconsistent: RuleDescription = {
  code: 'source-inconsistent',
  title: 'Source contradicts itself',
  summary:
    'Inside one source, stated parts do not add up to the stated total, or a weekday does not fit its date.',
  level: 'hint, on the source',
  fix: '–',
};

/** What is inconsistent: a span of a block of the source, in words, with the places that contradict it. */
export interface Inconsistency {
  readonly block: number;
  readonly span: Span;
  readonly message: Message;
  readonly against: readonly SourcePlace[];
}

type Quantity = LocatedMention<QuantityMention>;

const TOTAL = new Set([
  'total',
  'totals',
  'totalling',
  'totaling',
  'altogether',
  'combined',
  'overall',
  'sum',
]);
const ADDED = new Set(['including', 'plus', 'with', 'adding', 'together', 'counting', 'along']);
/** A stated total this far from the sum is another total, not a slip of arithmetic. */
const NEAR_MISS = 0.15;
/** Sentences back in which the other part is looked for. */
const REACH = 30;

const plainCount = (q: QuantityMention): boolean =>
  q.dimension === 'count' && !q.comparator && !q.written.vague && q.high === undefined && q.value >= 2;

const nounOf = (q: QuantityMention): string | undefined => headTerm(q.noun);

/** "Including a previous pardon of 23 individuals, the total reaches 156" after "has pardoned 123 individuals". */
function totals(document: AnalysedDocument): Inconsistency[] {
  const found: Inconsistency[] = [];
  const before: Quantity[] = [];
  for (const [block, contexts] of documentContexts(document).entries()) {
    const { block: prose, mentions } = document.blocks[block] as AnalysedBlock;
    const { tokens } = prose;
    for (const context of contexts) {
      const here = context.mentions.flatMap((index): Quantity[] => {
        const mention = mentions[index];
        return mention?.kind === 'quantity' && plainCount(mention)
          ? [{ document, block, index, mention, context }]
          : [];
      });
      const words = tokens.filter((t) => t.start >= context.start && t.end <= context.end);
      const cue = words.find((t) => TOTAL.has(t.lower));
      const adds = words.some((t) => ADDED.has(t.lower));
      const total = cue && here.find((q) => q.mention.start > cue.start);
      if (total && adds) {
        for (const part of here) {
          const noun = nounOf(part.mention);
          if (part === total || part.mention.value >= total.mention.value || !noun) continue;
          const main = before
            .slice(-REACH)
            .filter((q) => nounOf(q.mention) === noun && q.mention.value !== part.mention.value);
          const sums = main.map((q) => ({ q, sum: q.mention.value + part.mention.value }));
          if (sums.some(({ sum }) => sameNumber(sum, total.mention.value))) continue;
          const close = sums.find(
            ({ sum }) => Math.abs(sum - total.mention.value) <= NEAR_MISS * total.mention.value,
          );
          if (!close) continue;
          const stated = textAt(total, total.mention.number);
          found.push({
            block,
            span: total.mention.number,
            message: message(
              '{0} and {1} make {2}, not {3} — {4}',
              textAt(close.q, close.q.mention.number),
              textAt(part, part.mention.number),
              close.sum,
              stated,
              citation(placeOf(close.q)),
            ),
            against: [placeOf(close.q), placeOf(part)],
          });
          break;
        }
      }
      before.push(...here);
    }
  }
  return found;
}

function weekdays(document: AnalysedDocument): Inconsistency[] {
  return document.blocks.flatMap(({ mentions }, block) =>
    mentions
      .filter((m): m is DateMention => m.kind === 'date')
      .flatMap((m): Inconsistency[] => {
        if (m.year === undefined || m.month === undefined || m.day === undefined || m.weekday === undefined)
          return [];
        const right = weekdayOf(m.year, m.month, m.day);
        if (right === m.weekday) return [];
        const place = { document, block, start: m.start, end: m.end };
        return [
          {
            block,
            span: m.parts.weekday ?? m,
            message: message('This date is a {0}', weekdayName(right)),
            against: [place],
          },
        ];
      }),
  );
}

/** Everything a source says against itself, in document order. */
export const findInconsistencies = (document: AnalysedDocument): readonly Inconsistency[] =>
  [...totals(document), ...weekdays(document)].sort(
    (a, b) => a.block - b.block || a.span.start - b.span.start,
  );
