import type { Evidence, Finding } from '../../findings/finding.ts';
import { escapeMarkdown } from '../../text/escape.ts';
import { createLineIndex, type LineIndex } from '../../text/lineIndex.ts';
import { allFindings, type CheckRun } from '../checkRun.ts';
import { coverageLine } from './coverage.ts';
import { problemsOf, summaryLine } from './summary.ts';

/** Places shown for one finding. */
const MOST_EVIDENCE = 2;

/** The report as Markdown, for a comment on a change or the summary of a job. Text of documents is escaped. */
export function markdownReport(run: CheckRun): string {
  const lines = ['# Touchstone', '', escapeMarkdown(summaryLine(run)), ''];
  for (const { document, findings } of allFindings(run)) {
    if (findings.length === 0) continue;
    const index = createLineIndex(document.text);
    lines.push(`## ${escapeMarkdown(document.file)}`, '');
    for (const finding of findings) lines.push(...findingLines(finding, index, run));
    lines.push('');
  }
  const problems = problemsOf(run);
  if (problems.length > 0) {
    lines.push('## What could not be done', '');
    for (const problem of problems) lines.push(`- ${escapeMarkdown(problem)}`);
    lines.push('');
  }
  lines.push(escapeMarkdown(coverageLine(run)));
  return `${lines.join('\n')}\n`;
}

function findingLines(finding: Finding, index: LineIndex, run: CheckRun): readonly string[] {
  const { line, character } = index.position(finding.start);
  const place = `line ${line + 1}, column ${character + 1}`;
  return [
    `- **${finding.level}** ${escapeMarkdown(finding.message)} (\`${finding.code}\`, ${place})`,
    ...finding.evidence.slice(0, MOST_EVIDENCE).map((evidence) => evidenceLine(evidence, run)),
  ];
}

const evidenceLine = ({ uri, line, sentence }: Evidence, run: CheckRun): string =>
  `  - ${escapeMarkdown(`${run.documentOf(uri).file}:${line + 1}`)}: “${escapeMarkdown(sentence.text)}”`;
