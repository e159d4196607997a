import type { Span } from '../text/span.ts';
import type { Block, ProseDocument } from './document.ts';

/** Words of a draft that name a source: the key of `[@pardons, line 3]`, or the target of a link. Offsets into the document. */
export interface Citation extends Span {
  readonly kind: 'key' | 'link';
  /** The key without its sign, or the target as written. */
  readonly name: string;
  /** Index of the block in which the citation stands; undefined for a link definition. */
  readonly block: number | undefined;
  /** Where it stands in that block's text. */
  readonly at: number;
}

/** What stands between square brackets on one line; longer is no citation. */
const BRACKETS = /\[[^[\]\n]{1,200}\]/g;
const KEY = /(?<![\p{L}\p{N}_@.-])@([\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]*)/gu;
/** The end of a label and a target without spaces or brackets. */
const LINK = /\]\(([^()\s]{1,500})(?:\s[^()\n]{0,200})?\)/g;
const DEFINITION = /^ {0,3}\[[^\]\n]{1,200}\]:[ \t]*(\S{1,500})/gm;

/** The citations of a Markdown draft in their order; those in code, comments and front matter are none. */
export function citationsOf({ text, format, blocks }: ProseDocument): readonly Citation[] {
  if (format !== 'markdown') return [];
  const placeOf = createPlaces(text, blocks);
  const found: Citation[] = [];
  for (const group of text.matchAll(BRACKETS)) {
    if (!group[0].includes('@')) continue;
    // a key is no prose, but what stands beside it is
    const place = placeOf(group.index - 1) ?? placeOf(group.index + group[0].length);
    for (const key of group[0].matchAll(KEY)) {
      const start = group.index + key.index;
      const name = key[1] as string;
      if (place) found.push({ kind: 'key', name, start, end: start + key[0].length, ...place });
    }
  }
  for (const link of text.matchAll(LINK)) {
    // the label is prose, the target is not
    const place = placeOf(link.index - 1);
    const start = link.index + 2;
    const name = link[1] as string;
    if (place) found.push({ kind: 'link', name, start, end: start + name.length, ...place });
  }
  for (const definition of text.matchAll(DEFINITION)) {
    const name = definition[1] as string;
    const start = definition.index + definition[0].length - name.length;
    if (!isInside(blocks, start))
      found.push({ kind: 'link', name, start, end: start + name.length, block: undefined, at: 0 });
  }
  return found.sort((a, b) => a.start - b.start);
}

const spanOf = ({ map, text }: Block): Span => map.spanToDocument({ start: 0, end: text.length });

const isInside = (blocks: readonly Block[], offset: number): boolean =>
  blocks.some(({ map }) => map.toProse(offset) !== undefined);

/** Looks up where a character of the document stands in its prose; blocks stand in order. What is code is not there. */
function createPlaces(text: string, blocks: readonly Block[]) {
  const starts = blocks.map((block) => spanOf(block).start);
  return (offset: number): { readonly block: number; readonly at: number } | undefined => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    const block = blocks[low];
    const at = block?.map.toProse(offset);
    return block && at !== undefined && block.text[at] === text[offset] ? { block: low, at } : undefined;
  };
}
