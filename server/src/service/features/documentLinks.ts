import type { DocumentLink } from 'vscode-languageserver-types';
import { fileName } from '../../findings/evidence.ts';
import { t } from '../../l10n/message.ts';
import type { CheckedDocument } from '../checker.ts';
import { toRange } from '../ranges.ts';

/** A place as Touchstone writes it: "a.txt, line 1" or "a.txt:1". */
const PLACE = /(?:, line |:)(\d{1,7})(?!\d)/g;

/** Places of sources that a draft cites in its text. What is a Markdown link already stays one. */
export function documentLinks({ analysed, sources, role }: CheckedDocument): DocumentLink[] {
  if (role !== 'draft') return [];
  const { text, lines } = analysed.prose;
  const byLastWord = new Map<string, { readonly name: string; readonly uri: string }[]>();
  for (const uri of sources.sources.keys()) {
    const name = fileName(uri);
    const key = lastWord(name);
    byLastWord.set(key, [...(byLastWord.get(key) ?? []), { name, uri }]);
  }
  return [...text.matchAll(PLACE)].flatMap((place): DocumentLink[] => {
    const before = text.slice(Math.max(0, place.index - 300), place.index);
    const cited = (byLastWord.get(lastWord(before)) ?? [])
      .filter(({ name }) => before.endsWith(name) && !/[\p{L}\p{N}]$/u.test(before.slice(0, -name.length)))
      .sort((a, b) => b.name.length - a.name.length)[0];
    const end = place.index + place[0].length;
    if (!cited || text.startsWith('](', end)) return [];
    const range = toRange(lines, { start: place.index - cited.name.length, end });
    return [{ range, target: `${cited.uri}#L${place[1]}`, tooltip: t('Open the source') }];
  });
}

/** What follows the last space or bracket. */
const lastWord = (text: string): string => text.split(/[\s([{“"'‘]/).at(-1) ?? '';
