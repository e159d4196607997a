import { lastAtOrBefore } from '../text/search.ts';
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

type IsWanted = (citation: Pick<Citation, 'kind' | 'name'>) => boolean;

const ALL: IsWanted = () => true;

/**
 * The citations of a Markdown draft in their order, or those of them that are wanted; those in code, comments and front
 * matter are none.
 */
export function citationsOf(document: ProseDocument, isWanted: IsWanted = ALL): readonly Citation[] {
  const { format, parts } = document;
  if (format !== 'markdown') return [];
  // No citation reaches over a blank line, so that each piece is looked through by itself.
  if (!parts) return readCitations(document).filter(isWanted);
  const found: Citation[] = [];
  let firstBlock = 0;
  for (const { reading, offset } of parts) {
    for (const citation of wantedIn(reading, isWanted)) {
      const { kind, name, start, end, block, at } = citation;
      found.push({
        kind,
        name,
        start: start + offset,
        end: end + offset,
        block: block === undefined ? undefined : block + firstBlock,
        at,
      });
    }
    firstBlock += reading.blocks.length;
  }
  return found;
}

/** What of a document decides its citations. */
type Cited = Pick<ProseDocument, 'text' | 'blocks'>;

const known = new WeakMap<Cited, readonly Citation[]>();

const wanted = new WeakMap<IsWanted, WeakMap<Cited, readonly Citation[]>>();

/** Those of the citations of a piece that are wanted; most pieces have none. */
function wantedIn(piece: Cited, isWanted: IsWanted): readonly Citation[] {
  const ofPieces = wanted.get(isWanted) ?? new WeakMap<Cited, readonly Citation[]>();
  wanted.set(isWanted, ofPieces);
  const known = ofPieces.get(piece);
  if (known) return known;
  const citations = citationsIn(piece).filter(isWanted);
  ofPieces.set(piece, citations);
  return citations;
}

/** The citations of a piece, which stay known while it reads the same; offsets and blocks count from its start. */
function citationsIn(piece: Cited): readonly Citation[] {
  let citations = known.get(piece);
  if (!citations) {
    citations = readCitations(piece);
    known.set(piece, citations);
  }
  return citations;
}

function readCitations({ text, blocks }: Cited): readonly Citation[] {
  if (!/@|\]\(|\]:/.test(text)) return [];
  const { inBlock, inWords } = createPlaces(text, blocks);
  const found: Citation[] = [];
  for (const group of text.matchAll(BRACKETS)) {
    if (!group[0].includes('@')) continue;
    // a key is no prose, but what stands beside it is
    const place = inWords(group.index - 1) ?? inWords(group.index + group[0].length);
    for (const key of group[0].matchAll(KEY)) {
      const start = group.index + key.index;
      const name = key[1] as string;
      if (place) found.push({ kind: 'key', name, start, end: start + key[0].length, ...place });
    }
  }
  for (const link of text.matchAll(LINK)) {
    // the label is prose, the target is not
    const place = inWords(link.index - 1);
    const start = link.index + 2;
    const name = link[1] as string;
    if (place) found.push({ kind: 'link', name, start, end: start + name.length, ...place });
  }
  for (const definition of text.matchAll(DEFINITION)) {
    const name = definition[1] as string;
    const start = definition.index + definition[0].length - name.length;
    if (!inBlock(start))
      found.push({ kind: 'link', name, start, end: start + name.length, block: undefined, at: 0 });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Looks up where a character of the document stands in its prose; blocks stand in order. */
function createPlaces(text: string, blocks: readonly Block[]) {
  const starts = blocks.map((block) => block.map.spanToDocument({ start: 0, end: block.text.length }).start);
  const inBlock = (offset: number): { readonly block: number; readonly at: number } | undefined => {
    const block = lastAtOrBefore(starts, offset);
    const at = blocks[block]?.map.toProse(offset);
    return at === undefined ? undefined : { block, at };
  };
  return {
    /** Undefined between the blocks. */
    inBlock,
    /** Undefined also for code, which is in a block and yet not in its words. */
    inWords(offset: number) {
      const place = inBlock(offset);
      return place && blocks[place.block]?.text[place.at] === text[offset] ? place : undefined;
    },
  };
}
