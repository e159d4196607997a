import type { SemanticTokens } from 'vscode-languageserver-types';
import type { CheckedFact } from '../../findings/finding.ts';
import type { CheckedDocument } from '../checker.ts';

/** Bit of the modifier of each verdict, in the order of `TOKENS_LEGEND`. */
const MODIFIER: Readonly<Record<CheckedFact['verdict'], number>> = {
  supported: 1,
  refuted: 2,
  notEnoughInfo: 4,
};

/** The facts of a draft as tokens, in the protocol's relative numbers; a fact of several lines is a token on each. */
export function semanticTokens({ analysed, facts }: CheckedDocument): SemanticTokens {
  const { lines, text } = analysed.prose;
  const data: number[] = [];
  let [line, character, reached] = [0, 0, 0];
  for (const { start, end, verdict } of [...facts].sort((a, b) => a.start - b.start || b.end - a.end)) {
    // Tokens may not overlap: the words of a quotation belong to the quotation.
    if (start < reached) continue;
    for (const piece of text.slice(start, end).matchAll(/[^\r\n]+/g)) {
      const at = lines.position(start + piece.index);
      data.push(at.line - line, at.line === line ? at.character - character : at.character);
      data.push(piece[0].length, 0, MODIFIER[verdict]);
      [line, character] = [at.line, at.character];
    }
    reached = end;
  }
  return { data };
}
