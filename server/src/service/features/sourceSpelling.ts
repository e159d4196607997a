import type { Finding, TextEdit } from '../../findings/finding.ts';
import { contains } from '../../text/span.ts';
import type { CheckedDocument } from '../checker.ts';
import { factsOfBlock } from '../sourceFacts.ts';

/**
 * Edits that give every name of the draft which has the misspelled word the source's spelling: full name, surname and
 * possessive alike. A quotation that agrees with its source keeps its words. Empty for other findings.
 */
export function sourceSpelling({ code, text, expected }: Finding, checked: CheckedDocument): TextEdit[] {
  const [right] = expected;
  if (code !== 'name-misspelled' || right === undefined || text.trim() === '') return [];
  const { analysed } = checked;
  const quotations = checked.facts.filter(({ fact, verdict }) => fact === 'quote' && verdict === 'supported');
  const edits = analysed.blocks.flatMap((_, block) =>
    factsOfBlock(analysed, block).flatMap(({ mention, start, end }): TextEdit[] => {
      if (mention.kind !== 'name' || quotations.some((quotation) => contains(quotation, { start, end })))
        return [];
      const at = wordsAt(analysed.prose.text.slice(start, end), text);
      return at < 0 ? [] : [{ start: start + at, end: start + at + text.length, newText: right }];
    }),
  );
  return edits.filter((edit, at) => edits.findIndex(({ start }) => start === edit.start) === at);
}

const LETTER = /[\p{L}\p{M}\p{N}]/u;

/** Where `words` stand in `name` as whole words; -1 when they do not. */
function wordsAt(name: string, words: string): number {
  for (let at = name.indexOf(words); at >= 0; at = name.indexOf(words, at + 1)) {
    const after = name.slice(at + words.length, at + words.length + 1);
    if (!(at > 0 && LETTER.test(name.slice(at - 1, at))) && !LETTER.test(after)) return at;
  }
  return -1;
}
