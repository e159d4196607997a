import type { AnalysedBlock } from '../mentions/analysedDocument.ts';
import type { DateMention } from '../mentions/mention.ts';
import type { LocatedMention } from '../sources/context.ts';
import { compareDate, type ResolvedDate, resolveDate } from './compareDate.ts';
import type { Retrieval } from './retrieval.ts';

/** Two dates that are the ends of one stretch. */
interface DateRange {
  readonly first: LocatedMention<DateMention>;
  readonly last: LocatedMention<DateMention>;
}

/** Words from the beginning of a stretch to its first date. */
const LEAD = 16;

const dateAt = (m: LocatedMention, index: number): LocatedMention<DateMention> | undefined => {
  const mention = m.document.blocks[m.block]?.mentions[index];
  const inside = mention && mention.start >= m.context.start && mention.end <= m.context.end;
  return inside && mention.kind === 'date' ? { ...m, index, mention } : undefined;
};

/** "from A to B", "between A and B", "A until B", "A–B". */
function areEnds({ document, block, mention: a }: LocatedMention, { mention: b }: LocatedMention): boolean {
  const { text } = (document.blocks[block] as AnalysedBlock).block;
  const between = text.slice(a.end, b.start);
  if (/^\s?[–—-]\s?$/.test(between)) return true;
  if (/^,?\s(?:to|until|till|through)\s$/.test(between)) return true;
  return /^\sand\s$/.test(between) && /\bbetween\s$/i.test(text.slice(Math.max(0, a.start - LEAD), a.start));
}

/** The stretch of which the date is one end. */
function rangeOf(m: LocatedMention<DateMention>): DateRange | undefined {
  const [before, after] = [dateAt(m, m.index - 1), dateAt(m, m.index + 1)];
  if (before && areEnds(before, m)) return { first: before, last: m };
  return after && areEnds(m, after) ? { first: m, last: after } : undefined;
}

const resolved = ({ mention, document }: LocatedMention<DateMention>): ResolvedDate =>
  resolveDate(mention, document.dateline);

/**
 * The other end that the near sources give to the stretch of the claim, where its one end is theirs and this one is not:
 * "from March 2018 to December 2023" for "between March 2018 and November 2023". Undefined where some source has the
 * draft's stretch, or the sources give it several ends.
 */
export function otherEndOf(
  claim: LocatedMention<DateMention>,
  retrieval: Retrieval,
): LocatedMention<DateMention> | undefined {
  const own = rangeOf(claim);
  if (!own) return undefined;
  const isLast = own.last.index === claim.index;
  const [end, same] = isLast ? [own.last, own.first] : [own.first, own.last];
  // a year alone begins and ends too many things
  if (same.mention.month === undefined) return undefined;
  const found: LocatedMention<DateMention>[] = [];
  for (const source of retrieval.datesFor(claim)) {
    const range = rangeOf(source);
    if (!range || (isLast ? range.last : range.first).index !== source.index) continue;
    const fixed = compareDate(resolved(same), resolved(isLast ? range.first : range.last));
    if (fixed.kind !== 'same' || !fixed.exact) continue;
    const { kind } = compareDate(resolved(end), resolved(source));
    if (kind === 'same') return undefined;
    if (kind === 'differs') found.push(source);
  }
  const [first, ...rest] = found;
  return first && rest.every((other) => compareDate(resolved(first), resolved(other)).kind === 'same')
    ? first
    : undefined;
}
