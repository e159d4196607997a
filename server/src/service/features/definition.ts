import type { Location, LocationLink, Position } from 'vscode-languageserver-types';
import type { CheckedDocument } from '../checker.ts';
import { distinct, placeOf, toRange } from '../ranges.ts';
import { factAt } from './hover.ts';

/** The source words behind the fact at a place, all of them, best first. */
export function definition(checked: CheckedDocument, position: Position): LocationLink[] {
  const { lines } = checked.analysed.prose;
  const fact = factAt(checked, lines.offset(position));
  if (!fact) return [];
  const originSelectionRange = toRange(lines, fact.span);
  return distinct(fact.evidence).flatMap((evidence) => {
    const place = placeOf(evidence, checked);
    if (!place) return [];
    return [
      {
        originSelectionRange,
        targetUri: place.uri,
        targetRange: place.sentence,
        targetSelectionRange: place.words,
      },
    ];
  });
}

/** The same places for clients that do not know links. */
export const asLocations = (links: readonly LocationLink[]): Location[] =>
  links.map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange }));
