import type { AnalysedBlock } from '../mentions/analysedDocument.ts';
import type { LocatedMention } from '../sources/context.ts';
import { headTerm, termOf } from '../sources/vocabulary.ts';
import { foldName } from '../text/fold.ts';
import { perSentence } from './perSentence.ts';

/** The content words of a mention's own clause, beside itself and what it counts. */
function clauseTerms({ context, mention }: LocatedMention): ReadonlySet<string> {
  const { clause } = context.place(mention.start);
  const counted = mention.kind === 'quantity' ? headTerm(mention.noun) : undefined;
  const terms = new Set<string>();
  for (const t of context.terms)
    if (t.clause === clause && t.term !== counted && !(t.start >= mention.start && t.end <= mention.end))
      terms.add(t.term);
  for (const head of context.heads) terms.add(head);
  return terms;
}

/** Words that two clauses have in common, and words of the source's clause that the draft's sentence has. */
export interface ClauseShare {
  readonly clauses: number;
  readonly told: number;
}

/** What the clauses of two mentions have in common, beside what they count. */
export function clauseShare(claim: LocatedMention, source: LocatedMention): ClauseShare {
  const mine = clauseTerms(claim);
  let clauses = 0;
  let told = 0;
  for (const term of clauseTerms(source)) {
    if (mine.has(term)) clauses++;
    if (claim.context.bag.has(term)) told++;
  }
  return { clauses, told };
}

const namesIn = perSentence(
  ({ mentions }, { mentions: indexes }): ReadonlySet<string> =>
    new Set(
      indexes.flatMap((at) => {
        const mention = mentions[at];
        return mention?.kind === 'name' ? mention.words.map(foldName) : [];
      }),
    ),
);

/** The words of the names in a mention's sentence. */
export const nameWordsBeside = ({ document, block, context }: LocatedMention): ReadonlySet<string> =>
  namesIn(document.blocks[block] as AnalysedBlock, context);

/** True when a name of the claim's sentence stands in the sentence of one of two source mentions, and none in that of the other. */
export function isNamedWith(claim: LocatedMention, source: LocatedMention, other: LocatedMention): boolean {
  const names = nameWordsBeside(claim);
  const has = (m: LocatedMention): boolean => [...nameWordsBeside(m)].some((word) => names.has(word));
  return has(source) && !has(other);
}

/** Blocks on each side of a cell that may be of its row. */
const ROW_REACH = 12;

/** True for a cell of a table in whose row a name stands that the claim's sentence has: there the table gives it the value. */
export function isOfRow(claim: LocatedMention, { document, block }: LocatedMention): boolean {
  const cell = document.blocks[block]?.block.cell;
  if (!cell) return false;
  return document.blocks.slice(Math.max(0, block - ROW_REACH), block + ROW_REACH).some((other) => {
    if (other.block.cell?.table !== cell.table || other.block.cell.row !== cell.row) return false;
    const words = other.block.text.toLowerCase().match(/[\p{L}\p{M}]{2,}/gu) ?? [];
    return words.length > 0 && words.every((word) => claim.context.bag.has(termOf(foldName(word))));
  });
}
