import type { DraftReport, Finding } from '../findings/finding.ts';
import { type FactSheet, factsOf } from './factSheet.ts';

/** The report with the findings about facts that the ticks file accepts silenced, and the sheet that shows it so. */
export function withAcceptances(
  report: DraftReport,
  sheet: FactSheet,
): { readonly report: DraftReport; readonly sheet: FactSheet } {
  const reasons = new Map<Finding, string>();
  for (const fact of factsOf(sheet)) {
    if (fact.state !== 'accepted') continue;
    for (const finding of fact.findings) reasons.set(finding, fact.accepted?.reason ?? '');
  }
  if (reasons.size === 0) return { report, sheet };
  const silenced = report.findings.flatMap((finding) => {
    const reason = reasons.get(finding);
    return reason === undefined ? [] : [{ ...finding, silence: { by: 'acceptance' as const, reason } }];
  });
  const suppressed = [...report.suppressed, ...silenced].sort(
    (a, b) => a.start - b.start || (a.code < b.code ? -1 : 1),
  );
  return {
    report: { ...report, findings: report.findings.filter((f) => !reasons.has(f)), suppressed },
    sheet: {
      ...sheet,
      sections: sheet.sections.map((section) => ({
        ...section,
        facts: section.facts.map((fact) => (fact.state === 'accepted' ? { ...fact, findings: [] } : fact)),
      })),
    },
  };
}
