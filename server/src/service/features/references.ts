import type { Location, Position } from 'vscode-languageserver-types';
import type { CheckedDocument } from '../checker.ts';
import { distinct, placeOf, toRange } from '../ranges.ts';
import { placedFactAt } from '../sourceFacts.ts';
import { normaliseUri } from '../uris.ts';
import { checkedFactAt, type Use, usesAt, usesLike } from '../uses.ts';

/**
 * From a fact of a source: the words of every draft that rest on it, open or not. From a fact of a draft: its other
 * uses in all drafts. The source's own words come with `includeDeclaration`.
 */
export function references(
  checked: CheckedDocument,
  position: Position,
  drafts: readonly CheckedDocument[],
  includeDeclaration: boolean,
): Location[] {
  const { lines } = checked.analysed.prose;
  const offset = lines.offset(position);
  if (checked.role === 'source') {
    const fact = placedFactAt(checked.analysed, offset);
    const uses = usesAt(checked, offset, fact, drafts).map(locationOf);
    const own = includeDeclaration && fact && uses.length > 0;
    return own ? [...uses, { uri: checked.document.uri, range: toRange(lines, fact) }] : uses;
  }
  const fact = checkedFactAt(checked, offset);
  if (!fact) return [];
  const uses = usesLike(checked.sources.index, fact, drafts).map(locationOf);
  if (!includeDeclaration || fact.verdict === 'notEnoughInfo') return uses;
  const words = distinct(fact.evidence).flatMap((evidence) => {
    const place = placeOf(evidence, checked);
    const own = place && normaliseUri(place.uri) === normaliseUri(checked.document.uri);
    return place && !own ? [{ uri: place.uri, range: place.words }] : [];
  });
  return [...uses, ...words];
}

const locationOf = ({ draft, fact }: Use): Location => ({
  uri: draft.document.uri,
  range: toRange(draft.analysed.prose.lines, fact),
});
