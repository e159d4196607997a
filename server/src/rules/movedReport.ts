import type { CheckedFact, Finding } from '../findings/finding.ts';
import type { BlockReport } from './blockReport.ts';

/** The same report for a block that stands `by` characters later. */
export const movedReport = (report: BlockReport, by: number): BlockReport =>
  by === 0 || report.count === 0 ? report : new MovedReport(report, by);

/** A class, because an edit moves each block behind it: what is not asked for is not laid out. */
class MovedReport implements BlockReport {
  private readonly report: BlockReport;
  private readonly by: number;
  private movedFacts: readonly CheckedFact[] | undefined = undefined;
  private movedFindings: readonly Finding[] | undefined = undefined;

  constructor(report: BlockReport, by: number) {
    this.report = report;
    this.by = by;
  }

  get facts(): readonly CheckedFact[] {
    this.movedFacts ??= this.report.facts.map((fact) => movedFact(fact, this.by));
    return this.movedFacts;
  }

  get findings(): readonly Finding[] {
    const { findings } = this.report;
    this.movedFindings ??=
      findings.length === 0 ? findings : findings.map((finding) => movedFinding(finding, this.by));
    return this.movedFindings;
  }

  get count(): number {
    return this.report.count;
  }

  get supported(): number {
    return this.report.supported;
  }

  get refuted(): number {
    return this.report.refuted;
  }

  get from(): number {
    return this.report.from + this.by;
  }

  get to(): number {
    return this.report.to + this.by;
  }
}

// Field by field, and in their order: there are many of them, and objects put together by spreading have a shape each.

function movedFact(of: CheckedFact, by: number): CheckedFact {
  const { fact, verdict, start, end, text, evidence, reason } = of;
  return of.derived
    ? { fact, verdict, start: start + by, end: end + by, text, evidence, reason, derived: true }
    : { fact, verdict, start: start + by, end: end + by, text, evidence, reason };
}

function movedFinding(finding: Finding, by: number): Finding {
  const { code, level, message, start, end, text, fact, expected, fixes, evidence, fingerprint, claim } =
    finding;
  const moved: { -readonly [K in keyof Finding]: Finding[K] } = {
    code,
    level,
    message,
    start: start + by,
    end: end + by,
    text,
    fact,
    expected,
    fixes:
      fixes.length === 0
        ? fixes
        : fixes.map(({ title, safe, edits }) => ({
            title,
            safe,
            edits: edits.map((edit) => ({
              start: edit.start + by,
              end: edit.end + by,
              newText: edit.newText,
            })),
          })),
    evidence,
    fingerprint,
  };
  if (claim) moved.claim = { start: claim.start + by, end: claim.end + by };
  return moved;
}
