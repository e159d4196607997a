import type { Log, ReportingDescriptor, Result, Run } from 'sarif';
import { VERSION } from '../../config/version.ts';
import type { Evidence, Finding, Level, Fix as SafeFix } from '../../findings/finding.ts';
import { RULES } from '../../rules/registry.ts';
import { createLineIndex, type LineIndex } from '../../text/lineIndex.ts';
import type { Span } from '../../text/span.ts';
import { allFindings, type CheckRun, type ReadDocument, totalCoverage } from '../checkRun.ts';
import { readRulePage } from '../rulePages.ts';
import { problemsOf } from './summary.ts';

/** SARIF has three levels; a note is what a hint and an information are. */
const SARIF_LEVEL: Readonly<Record<Level, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

/** Name of the fingerprint; its number rises when the way it is made changes. */
const FINGERPRINT = 'touchstone/v1';

/**
 * The report as SARIF 2.1.0. Regions count lines and columns from 1 in UTF-16 code units; addresses are relative to the
 * folder of the run. The pages of the rules stand in their `help`.
 */
export function sarifReport(run: CheckRun, { pages }: { readonly pages: string }): string {
  const indexes = new Map<string, LineIndex>();
  const regionOf = ({ text }: ReadDocument, { start, end }: Span) => {
    const index = indexes.get(text) ?? createLineIndex(text);
    indexes.set(text, index);
    const [from, to] = [index.position(start), index.position(end)];
    return {
      startLine: from.line + 1,
      startColumn: from.character + 1,
      endLine: to.line + 1,
      endColumn: to.character + 1,
    };
  };
  const locationOf = (document: ReadDocument, span: Span) => ({
    artifactLocation: { uri: uriOf(document.file) },
    region: { ...regionOf(document, span), snippet: { text: document.text.slice(span.start, span.end) } },
  });
  const relatedOf = (evidence: Evidence, at: number) => ({
    id: at + 1,
    message: { text: evidence.sentence.text },
    physicalLocation: locationOf(run.documentOf(evidence.uri), evidence),
  });
  const fixOf = (document: ReadDocument, { title, edits }: SafeFix) => ({
    description: { text: title },
    artifactChanges: [
      {
        artifactLocation: { uri: uriOf(document.file) },
        replacements: edits.map((edit) => ({
          deletedRegion: regionOf(document, edit),
          insertedContent: { text: edit.newText },
        })),
      },
    ],
  });
  const resultOf = (document: ReadDocument, finding: Finding): Result => ({
    ruleId: finding.code,
    ruleIndex: RULES.findIndex(({ code }) => code === finding.code),
    level: SARIF_LEVEL[finding.level],
    message: { text: finding.message },
    locations: [{ physicalLocation: locationOf(document, finding) }],
    relatedLocations: finding.evidence.map(relatedOf),
    partialFingerprints: { [FINGERPRINT]: finding.fingerprint },
    fixes: finding.fixes.map((fix) => fixOf(document, fix)),
  });
  const notifications = problemsOf(run).map((text) => ({ level: 'error' as const, message: { text } }));
  const sarifRun: Run = {
    tool: {
      driver: {
        name: 'Touchstone',
        semanticVersion: VERSION,
        rules: RULES.map(({ code, title, summary }): ReportingDescriptor => {
          const page = readRulePage(pages, code);
          return {
            id: code,
            name: title,
            shortDescription: { text: title },
            fullDescription: { text: summary },
            ...(page !== undefined && { help: { text: page, markdown: page } }),
          };
        }),
      },
    },
    columnKind: 'utf16CodeUnits',
    invocations: [
      { executionSuccessful: notifications.length === 0, toolExecutionNotifications: notifications },
    ],
    results: [...allFindings(run)].flatMap(({ document, findings }) =>
      findings.map((finding) => resultOf(document, finding)),
    ),
    properties: { coverage: totalCoverage(run), sources: run.sources },
  };
  const log: Log = { $schema: SCHEMA, version: '2.1.0', runs: [sarifRun] };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** A path with forward slashes as a reference that SARIF allows: an absolute one becomes a file address. */
function uriOf(file: string): string {
  const path = file.split('/').map(encodeURIComponent).join('/');
  if (/^[A-Za-z]:\//.test(file)) return `file:///${path.replace(/^([A-Za-z])%3A/, '$1:')}`;
  return file.startsWith('/') ? `file://${path}` : path;
}
