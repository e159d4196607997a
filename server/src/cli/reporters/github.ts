import type { Level } from '../../findings/finding.ts';
import { createLineIndex } from '../../text/lineIndex.ts';
import { allFindings, type CheckRun } from '../checkRun.ts';
import { problemsOf } from './summary.ts';

const COMMAND: Readonly<Record<Level, 'error' | 'warning' | 'notice'>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** Text after the second "::"; what is special there is written as GitHub reads it. */
const data = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

/** Text of a property, where colons and commas are special too. */
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** The report as workflow commands of GitHub Actions, which become annotations on the lines of a change. */
export function githubReport(run: CheckRun): string {
  const lines: string[] = [];
  for (const { document, findings } of allFindings(run)) {
    const index = createLineIndex(document.text);
    for (const { level, code, message, start, end } of findings) {
      const [from, to] = [index.position(start), index.position(end)];
      const place = [
        `file=${property(document.file)}`,
        `line=${from.line + 1}`,
        `endLine=${to.line + 1}`,
        // GitHub takes columns only for annotations of one line.
        ...(from.line === to.line ? [`col=${from.character + 1}`, `endColumn=${to.character + 1}`] : []),
        `title=${property(`Touchstone: ${code}`)}`,
      ];
      lines.push(`::${COMMAND[level]} ${place.join(',')}::${data(message)}`);
    }
  }
  const problems = problemsOf(run);
  for (const problem of problems) lines.push(`::error title=Touchstone::${data(problem)}`);
  return lines.map((line) => `${line}\n`).join('');
}
