import type { AnalysedDocument } from '../mentions/analysedDocument.ts';
import type { LocatedMention } from '../sources/context.ts';

/** The block that tells a value, or -1 for several. */
type BlockOfValue = ReadonlyMap<number, number>;

const SEVERAL = -1;

const known = new WeakMap<AnalysedDocument, BlockOfValue>();

function blocksOf(document: AnalysedDocument): BlockOfValue {
  const blocks = new Map<number, number>();
  const add = (value: number, block: number): void => {
    const first = blocks.get(value);
    if (first !== block) blocks.set(value, first === undefined ? block : SEVERAL);
  };
  document.blocks.forEach(({ mentions }, block) => {
    for (const mention of mentions) {
      if (mention.kind !== 'quantity') continue;
      add(mention.value, block);
      if (mention.high !== undefined) add(mention.high, block);
    }
  });
  return blocks;
}

/** True where another block of the claim's document tells a value, whatever of. */
export function isToldElsewhere(
  { document, block }: Pick<LocatedMention, 'document' | 'block'>,
  value: number,
): boolean {
  let blocks = known.get(document);
  if (!blocks) {
    blocks = blocksOf(document);
    known.set(document, blocks);
  }
  const found = blocks.get(value);
  return found !== undefined && found !== block;
}
