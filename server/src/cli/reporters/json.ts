import { VERSION } from '../../config/version.ts';
import type { Evidence, Finding } from '../../findings/finding.ts';
import { createLineIndex, type LineIndex } from '../../text/lineIndex.ts';
import { type CheckRun, totalCoverage } from '../checkRun.ts';

/** Version of the form, as schemas/report.schema.json describes it; new keys may come without another version. */
export const REPORT_SCHEMA_VERSION = 1;

/**
 * The report a program reads. Offsets are UTF-16 and count from the text after a byte order mark; `range` is
 * zero-based as in the Language Server Protocol; `line` of the evidence is 1-based, as a person counts.
 */
export function jsonReport(run: CheckRun): string {
  const report = {
    schemaVersion: REPORT_SCHEMA_VERSION,
    version: VERSION,
    files: run.drafts.map(({ file, text, report, known, fixed }) => ({
      file,
      findings: findingsOf(report.findings, text, run),
      coverage: report.coverage,
      known,
      fixed,
    })),
    sourceFindings: run.doubtfulSources.map(({ file, text, findings }) => ({
      file,
      findings: findingsOf(findings, text, run),
    })),
    sources: run.sources,
    skipped: run.skipped,
    rulesOff: run.off,
    problems: run.problems,
    coverage: totalCoverage(run),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function findingsOf(findings: readonly Finding[], text: string, run: CheckRun): readonly object[] {
  const index = createLineIndex(text);
  return findings.map((finding) => findingOf(finding, index, run));
}

const findingOf = (finding: Finding, index: LineIndex, run: CheckRun): object => ({
  code: finding.code,
  level: finding.level,
  message: finding.message,
  start: finding.start,
  end: finding.end,
  range: { start: index.position(finding.start), end: index.position(finding.end) },
  text: finding.text,
  fixes: finding.fixes.map(({ title, safe, edits }) => ({
    title,
    newText: edits[0]?.newText ?? '',
    safe,
    edits: edits.map(({ start, end, newText }) => ({ start, end, newText })),
  })),
  evidence: finding.evidence.map((evidence) => evidenceOf(evidence, run)),
  fingerprint: finding.fingerprint,
});

/** A place of a source in the JSON of any command; the line counts from 1. */
export const evidenceOf = (evidence: Evidence, run: CheckRun): object => ({
  file: run.documentOf(evidence.uri).file,
  line: evidence.line + 1,
  start: evidence.start,
  end: evidence.end,
  text: evidence.text,
  sentence: evidence.sentence.text,
});
