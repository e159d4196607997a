import type { CheckedFact, Evidence } from '../findings/finding.ts';
import { documentSpan } from '../mentions/analysedDocument.ts';
import type { SourceIndex } from '../sources/sourceIndex.ts';
import { overlaps, type Span } from '../text/span.ts';
import type { CheckedDocument } from './checker.ts';
import { touches } from './ranges.ts';
import type { PlacedFact } from './sourceFacts.ts';
import { normaliseUri } from './uris.ts';

/** A fact of a draft that rests on a place in a source, whether it agrees with it or not. */
export interface Use {
  readonly draft: CheckedDocument;
  readonly fact: CheckedFact;
}

/** Facts of the drafts that `wanted` accepts, in the order of the drafts and their texts. */
const usesWhere = (drafts: readonly CheckedDocument[], wanted: (fact: CheckedFact) => boolean): Use[] =>
  drafts.flatMap((draft) => draft.facts.filter(wanted).map((fact) => ({ draft, fact })));

/** Facts of the drafts whose evidence touches `span` of the source `uri`. */
export function usesOf(uri: string, span: Span, drafts: readonly CheckedDocument[]): Use[] {
  const source = normaliseUri(uri);
  return usesWhere(drafts, (fact) =>
    restsOn(fact).some((evidence) => normaliseUri(evidence.uri) === source && touchesWords(evidence, span)),
  );
}

/** A caret touches words at their edges, a stretch of text only where they share a letter. */
const touchesWords = (words: Span, span: Span): boolean =>
  span.start === span.end ? touches(words, span) : overlaps(words, span);

/** Uses of the words at `offset` of a source: of the fact there, or of a quotation that takes the word in. */
export function usesAt(
  source: CheckedDocument,
  offset: number,
  fact: PlacedFact | undefined,
  drafts: readonly CheckedDocument[],
): Use[] {
  const { uri } = source.document;
  if (!fact) return usesOf(uri, { start: offset, end: offset }, drafts);
  const entity = entityAt(source.sources.index, normaliseUri(uri), fact.start);
  // A name rests on the places that fit its sentence best; any other place where it stands is the same name.
  if (entity === undefined) return usesOf(uri, fact, drafts);
  const direct = new Set(usesOf(uri, fact, drafts).map((use) => use.fact));
  return usesWhere(
    drafts,
    (other) => direct.has(other) || entityOfFact(source.sources.index, other) === entity,
  );
}

/** Uses in the drafts of what `fact` says, itself among them. */
export function usesLike(index: SourceIndex, fact: CheckedFact, drafts: readonly CheckedDocument[]): Use[] {
  return usesWhere(drafts, (other) => sameFact(index, fact, other));
}

/** True when two facts of drafts say the same: they rest on the same words, or on none and read alike. */
function sameFact(index: SourceIndex, a: CheckedFact, b: CheckedFact): boolean {
  if (a === b) return true;
  if (a.fact !== b.fact) return false;
  const [left, right] = [restsOn(a), restsOn(b)];
  const [first, second] = [left[0], right[0]];
  if (!first || !second) return first === second && fold(a.text) === fold(b.text);
  if (a.fact === 'quote') return left.some((one) => right.some((other) => samePlace(one, other)));
  const entity = entityOfFact(index, a);
  if (entity !== undefined && entity === entityOfFact(index, b)) return true;
  // The best evidence decides: a value that stands in two sentences may count two things.
  return right.some((other) => samePlace(first, other)) && left.some((other) => samePlace(second, other));
}

const restsOn = ({ verdict, evidence }: CheckedFact): readonly Evidence[] =>
  verdict === 'notEnoughInfo' ? [] : evidence;

const samePlace = (a: Evidence, b: Evidence): boolean => a.uri === b.uri && overlaps(a, b);

const fold = (text: string): string => text.replace(/\s+/g, ' ').toLowerCase();

const entityIds = new WeakMap<SourceIndex, ReadonlyMap<string, number>>();

/** Number of the entity that the sources name at an offset of a source. */
function entityAt(index: SourceIndex, uri: string, start: number): number | undefined {
  let ids = entityIds.get(index);
  if (!ids) {
    const places = new Map<string, number>();
    for (const name of index.names) {
      const entity = index.entities.of(name);
      if (!entity) continue;
      const place = documentSpan(name.document, name.block, name.mention);
      places.set(`${place.start} ${name.document.prose.uri}`, entity.id);
    }
    entityIds.set(index, places);
    ids = places;
  }
  return ids.get(`${start} ${uri}`);
}

function entityOfFact(index: SourceIndex, fact: CheckedFact): number | undefined {
  const [best] = fact.fact === 'name' ? restsOn(fact) : [];
  return best && entityAt(index, best.uri, best.start);
}

/** The checked fact of a draft that holds `offset`; a caret directly after its last letter still counts. */
export function checkedFactAt(checked: CheckedDocument, offset: number): CheckedFact | undefined {
  let best: CheckedFact | undefined;
  for (const fact of checked.facts) {
    if (offset < fact.start || fact.end < offset) continue;
    if (!best || fact.end - fact.start < best.end - best.start || best.end === offset) best = fact;
  }
  return best;
}
