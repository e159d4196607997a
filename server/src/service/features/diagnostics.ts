import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
} from 'vscode-languageserver-types';
import { excerptOf } from '../../findings/excerpt.ts';
import type { Finding, Level } from '../../findings/finding.ts';
import type { CheckedDocument } from '../checker.ts';
import { distinct, placeOf, toRange } from '../ranges.ts';

/** What a client shows of a diagnostic, and where the page of a rule stands. */
export interface DiagnosticOptions {
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  /** URI of the folder with one page a rule, with a slash at its end. */
  readonly rulePages?: string | undefined;
}

/** Name under which all diagnostics appear. */
export const DIAGNOSTIC_SOURCE = 'touchstone';

const SEVERITY: Readonly<Record<Level, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Source sentences listed under one diagnostic. */
const MAX_RELATED = 3;

/** The findings of a checked document as diagnostics, in text order. */
export function toDiagnostics(checked: CheckedDocument, options: DiagnosticOptions): Diagnostic[] {
  return checked.findings.map((finding) => toDiagnostic(finding, checked, options));
}

/** One finding as a diagnostic on the wrong words only. */
export function toDiagnostic(
  finding: Finding,
  checked: CheckedDocument,
  options: DiagnosticOptions,
): Diagnostic {
  const diagnostic: Diagnostic = {
    range: toRange(checked.analysed.prose.lines, finding),
    severity: SEVERITY[finding.level],
    code: finding.code,
    source: DIAGNOSTIC_SOURCE,
    message: finding.message,
    data: { fingerprint: finding.fingerprint },
  };
  if (options.codeDescription && options.rulePages) {
    diagnostic.codeDescription = { href: `${options.rulePages}${finding.code}.md` };
  }
  if (options.relatedInformation) {
    const related = relatedInformation(finding, checked);
    if (related.length > 0) diagnostic.relatedInformation = related;
  }
  return diagnostic;
}

function relatedInformation(finding: Finding, checked: CheckedDocument): DiagnosticRelatedInformation[] {
  return distinct(finding.evidence, MAX_RELATED).flatMap((evidence) => {
    const place = placeOf(evidence, checked);
    if (!place) return [];
    const { before, words, after } = excerptOf(evidence, place.document, 48);
    return [{ location: { uri: place.uri, range: place.words }, message: `“${before}${words}${after}”` }];
  });
}
