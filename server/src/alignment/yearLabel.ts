import type { AnalysedBlock } from '../mentions/analysedDocument.ts';
import type { DateMention } from '../mentions/mention.ts';
import type { LocatedMention } from '../sources/context.ts';
import { foldName } from '../text/fold.ts';
import type { Retrieval } from './retrieval.ts';

const isBareYear = ({ year, month, day, until, quarter, relative }: DateMention): boolean =>
  year !== undefined &&
  month === undefined &&
  day === undefined &&
  until === undefined &&
  quarter === undefined &&
  relative === undefined;

/** The name that a bare year makes a label with, and on which side it stands: "Euro 2016", "the 2014 World Cup". */
function labelOf({ document, block, index, mention }: LocatedMention<DateMention>): string | undefined {
  if (!isBareYear(mention)) return undefined;
  const { block: prose, mentions } = document.blocks[block] as AnalysedBlock;
  const beside = (at: number, from: number, to: number): string | undefined => {
    const name = mentions[at];
    if (name?.kind !== 'name' || prose.text.slice(from, to) !== ' ') return undefined;
    const { type } = name;
    return type === 'person' || type === 'place' || type === 'demonym' ? undefined : foldName(name.text);
  };
  const [before, after] = [mentions[index - 1], mentions[index + 1]];
  const led = before && beside(index - 1, before.end, mention.start);
  if (led) return `${led} #`;
  const followed = after && beside(index + 1, mention.end, after.start);
  return followed && `# ${followed}`;
}

/**
 * A date with the very name that the draft's year belongs to, where all such dates of the near sources have one other year:
 * "Euro 2016" for "Euro 2015". A right draft tells an event of that name in another year with its own year.
 */
export function otherLabelOf(
  claim: LocatedMention<DateMention>,
  retrieval: Retrieval,
): LocatedMention<DateMention> | undefined {
  const own = labelOf(claim);
  if (own === undefined) return undefined;
  const found = retrieval.datesFor(claim).filter((source) => labelOf(source) === own);
  const years = new Set(found.map(({ mention }) => mention.year));
  return years.size === 1 && !years.has(claim.mention.year) ? found[0] : undefined;
}
