import type { Evidence, Finding, Level } from '../../findings/finding.ts';
import { createLineIndex, type LineIndex } from '../../text/lineIndex.ts';
import { allFindings, type CheckRun, type ReadDocument } from '../checkRun.ts';
import { type Excerpt, excerpt, lineAround, plainLine } from '../excerpt.ts';
import { coverageLine } from './coverage.ts';
import { summaryLine } from './summary.ts';

/** How the terminal looks. */
export interface PrettyOptions {
  readonly colour: boolean;
  /** Columns of the terminal. */
  readonly columns: number;
}

type Style = 'red' | 'yellow' | 'blue' | 'cyan' | 'bold' | 'dim' | 'green';
const CODES: Readonly<Record<Style, number>> = {
  bold: 1,
  dim: 2,
  red: 31,
  green: 32,
  yellow: 33,
  blue: 34,
  cyan: 36,
};
const LEVEL_STYLE: Readonly<Record<Level, Style>> = {
  error: 'red',
  warning: 'yellow',
  information: 'blue',
  hint: 'cyan',
};

/** Evidence shown for one finding; more of it says little more. */
const MOST_EVIDENCE = 2;

/** The report a person reads in a terminal; its last line states the coverage. */
export function prettyReport(run: CheckRun, options: PrettyOptions): string {
  const paint = (style: Style, text: string) =>
    options.colour ? `\u001b[${CODES[style]}m${text}\u001b[0m` : text;
  const room = Math.max(40, Math.min(options.columns, 120) - 12);
  const lines: string[] = [];
  const indexes = new Map<string, LineIndex>();
  const indexOf = ({ text }: ReadDocument): LineIndex => {
    const index = indexes.get(text) ?? createLineIndex(text);
    indexes.set(text, index);
    return index;
  };

  const underlined = (margin: string, shown: Excerpt, mark: string, style: Style): void => {
    const bar = paint('dim', '│');
    lines.push(`${paint('dim', margin)} ${bar} ${shown.before}${paint(style, shown.marked)}${shown.after}`);
    lines.push(
      `${' '.repeat(margin.length)} ${bar} ${shown.indent}${paint(style, mark.repeat(shown.width))}`,
    );
  };

  const evidenceLines = (evidence: Evidence, draft: ReadDocument): void => {
    const source = run.documentOf(evidence.uri);
    if (source.file !== draft.file) {
      const { character } = indexOf(source).position(evidence.start);
      lines.push(`  ${paint('dim', `${plainLine(source.file)}:${evidence.line + 1}:${character + 1}`)}`);
    }
    underlined(
      String(evidence.line + 1).padStart(6),
      excerpt(source.text, evidence, evidence.sentence, room),
      '~',
      'green',
    );
  };

  const findingLines = (document: ReadDocument, finding: Finding): void => {
    const { line, character } = indexOf(document).position(finding.start);
    const style = LEVEL_STYLE[finding.level];
    const place = paint('bold', `${plainLine(document.file)}:${line + 1}:${character + 1}`);
    lines.push(`${place}  ${paint(style, finding.level)}  ${paint('dim', finding.code)}`);
    lines.push(`  ${plainLine(finding.message)}`);
    const shown = excerpt(document.text, finding, lineAround(document.text, finding.start), room);
    underlined(String(line + 1).padStart(6), shown, '^', style);
    for (const evidence of finding.evidence.slice(0, MOST_EVIDENCE)) evidenceLines(evidence, document);
    const [fix] = finding.fixes;
    if (fix) lines.push(`  ${paint('dim', 'fix:')} ${plainLine(fix.title)}`);
    lines.push(`  ${paint('dim', `rule: touchstone explain ${finding.code}`)}`, '');
  };

  for (const { document, findings } of allFindings(run)) {
    for (const finding of findings) findingLines(document, finding);
  }
  lines.push(summaryLine(run), coverageLine(run));
  return `${lines.join('\n')}\n`;
}
