import type { DraftReport, Finding } from '../findings/finding.ts';
import { type FactSheet, factsOf } from './factSheet.ts';

/** The report with the findings about facts that the ticks file accepts silenced; `sheet` is that of the same report. */
export function withAcceptances(report: DraftReport, sheet: FactSheet): DraftReport {
  const reasons = new Map<Finding, string>();
  for (const fact of factsOf(sheet)) {
    if (fact.state !== 'accepted') continue;
    for (const finding of fact.findings) reasons.set(finding, fact.accepted?.reason ?? '');
  }
  if (reasons.size === 0) return report;
  const silenced = report.findings.flatMap((finding) => {
    const reason = reasons.get(finding);
    return reason === undefined ? [] : [{ ...finding, silence: { by: 'acceptance' as const, reason } }];
  });
  const suppressed = [...report.suppressed, ...silenced].sort(
    (a, b) => a.start - b.start || a.end - b.end || (a.code < b.code ? -1 : 1),
  );
  return { ...report, findings: report.findings.filter((f) => !reasons.has(f)), suppressed };
}
