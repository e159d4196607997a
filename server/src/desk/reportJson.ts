import type { Report } from './report.ts';

/** The report for programs, as schemas/touchstone-report.schema.json describes it. Offsets are UTF-16 code units. */
export const reportJson = (report: Report): string => `${JSON.stringify(report, null, 2)}\n`;
