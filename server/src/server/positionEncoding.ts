import type { Position, PositionEncodingKind } from 'vscode-languageserver';

/** What a character of a position counts: UTF-16 units, UTF-8 bytes or whole characters. */
export type Encoding = 'utf-16' | 'utf-8' | 'utf-32';

/** The first encoding a client wants that is served; every client knows UTF-16, and one that names none uses it. */
export function chooseEncoding(wanted: readonly PositionEncodingKind[] | undefined): Encoding {
  const served = (kind: string): kind is Encoding => WIDTH.has(kind as Encoding) || kind === 'utf-16';
  return wanted?.find(served) ?? 'utf-16';
}

/** How much a character, given by its code point, counts. */
const WIDTH: ReadonlyMap<Encoding, (point: number) => number> = new Map<Encoding, (point: number) => number>([
  ['utf-8', (point) => (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4)],
  ['utf-32', () => 1],
]);

/** Length of `text` in an encoding. */
export function encodedLength(text: string, encoding: Encoding): number {
  const width = WIDTH.get(encoding);
  if (!width) return text.length;
  let length = 0;
  for (const character of text) length += width(character.codePointAt(0) as number);
  return length;
}

/** UTF-16 column of a column in another encoding; one inside a character is its start, one past the line its end. */
function decodedColumn(line: string, column: number, encoding: Encoding): number {
  const width = WIDTH.get(encoding);
  if (!width) return column;
  let [units, counted] = [0, 0];
  for (const character of line) {
    counted += width(character.codePointAt(0) as number);
    if (counted > column) break;
    units += character.length;
  }
  return units;
}

/** The text of a zero-based line, without its end. */
export type LineAt = (line: number) => string;

/** A UTF-16 position as a client counts it. */
export const encodePosition = ({ line, character }: Position, at: LineAt, encoding: Encoding): Position => ({
  line,
  character: encodedLength(at(line).slice(0, character), encoding),
});

/** A client's position in UTF-16. */
export const decodePosition = ({ line, character }: Position, at: LineAt, encoding: Encoding): Position => ({
  line,
  character: decodedColumn(at(line), character, encoding),
});
