import type { DraftReport, Finding } from '../findings/finding.ts';
import { analyse } from '../mentions/analyse.ts';
import type { AnalysedDocument } from '../mentions/analysedDocument.ts';
import { withDateOrder } from '../mentions/dateOrder.ts';
import type { TextFormat } from '../prose/document.ts';
import { readProse } from '../prose/readProse.ts';
import { checkDraft, checkSource } from '../rules/check.ts';
import { type CheckOptions, type DateOrder, DEFAULT_OPTIONS } from '../rules/options.ts';
import { createSourceIndex } from '../sources/sourceIndex.ts';
import type { LinePosition } from '../text/lineIndex.ts';

/** A text with the name by which findings and messages call it: a path or a URI, used as it is. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
  /** What the text is written in; without it, a name that ends in `.txt` is plain text and all else is Markdown. */
  readonly format?: TextFormat;
}

/** What can be set about a check; everything has a default. */
export interface LibraryOptions extends Partial<CheckOptions> {
  /** How a date of digits that can be read both ways is meant; without it, either reading may agree. */
  readonly dateOrder?: DateOrder;
}

/** One draft, the sources it is checked against, and what the user has set. */
export interface CheckInput {
  readonly draft: NamedText;
  readonly sources: readonly NamedText[];
  readonly options?: LibraryOptions;
}

/** What a check found. All offsets are UTF-16 offsets into the text that they are about. */
export interface CheckResult extends DraftReport {
  /** Zero-based line and character (UTF-16) of an offset into the draft. */
  position(offset: number): LinePosition;
}

/** Checks many drafts against the same sources, which are read once. */
export interface SourceChecker {
  check(draft: NamedText): CheckResult;
  /** Findings about the sources themselves, by their names: figures that one source states in two ways. */
  readonly sourceFindings: ReadonlyMap<string, readonly Finding[]>;
}

const formatOf = ({ name, format }: NamedText): TextFormat =>
  format ?? (/\.txt$/i.test(name) ? 'plaintext' : 'markdown');

const read = (text: NamedText, dateOrder: DateOrder | undefined): AnalysedDocument =>
  withDateOrder(analyse(readProse({ uri: text.name, format: formatOf(text), text: text.text })), dateOrder);

/** Reads the sources for any number of checks. Their order changes nothing; two of one name are an error. */
export function createSourceChecker(
  sources: readonly NamedText[],
  { dateOrder, ...options }: LibraryOptions = {},
): SourceChecker {
  const sorted = [...sources].sort((a, b) => (a.name < b.name ? -1 : 1));
  const twice = sorted.find(({ name }, at) => name === sorted[at + 1]?.name);
  if (twice)
    throw new TypeError(`Two sources are called “${twice.name}”: give each source a name of its own.`);
  const analysed = sorted.map((source) => read(source, dateOrder));
  const index = createSourceIndex(analysed);
  const all: CheckOptions = { ...DEFAULT_OPTIONS, ...options };
  return {
    check(draft) {
      const document = read(draft, dateOrder);
      const report = checkDraft(document, index, all);
      return { ...report, position: (offset) => document.prose.lines.position(offset) };
    },
    sourceFindings: new Map(analysed.map((source) => [source.prose.uri, checkSource(source, all)])),
  };
}

/** Checks one draft against its sources. Pure and offline: the same input gives the same result, byte for byte. */
export function check({ draft, sources, options }: CheckInput): CheckResult {
  return createSourceChecker(sources, options).check(draft);
}
