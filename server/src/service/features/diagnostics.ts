import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  type Range,
} from 'vscode-languageserver-types';
import { excerptOf } from '../../findings/excerpt.ts';
import type { Evidence, Finding, Level } from '../../findings/finding.ts';
import { t } from '../../l10n/message.ts';
import type { Span } from '../../text/span.ts';
import type { CheckedDocument } from '../checker.ts';
import { capFindings } from '../findingCaps.ts';
import { distinct, placeOf, toRange } from '../ranges.ts';
import type { SourceSet } from '../sourceSet.ts';

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

/**
 * The findings of a checked document as diagnostics, in text order; `findings` are those that may be shown now. What is
 * too much is left out, and said to be.
 */
export function toDiagnostics(
  checked: CheckedDocument,
  options: DiagnosticOptions,
  findings: readonly Finding[] = checked.findings,
): Diagnostic[] {
  const { shown, alike, rest } = capFindings(findings, checked.settings);
  const diagnostics = shown.map((finding) => {
    const diagnostic = toDiagnostic(finding, checked, options);
    const more = alike.get(finding);
    if (more === undefined) return diagnostic;
    const note = t(
      more === 1
        ? '{0} more like this in this file is not shown'
        : '{0} more like this in this file are not shown',
      more,
    );
    return { ...diagnostic, message: `${finding.message} (${note})` };
  });
  return [
    ...diagnostics,
    ...(rest.length > 0 ? [restDiagnostic(rest, checked)] : []),
    ...(checked.unchecked ? [uncheckedDiagnostic(checked.unchecked, checked)] : []),
  ];
}

/** The entry that says where the check was given up. */
function uncheckedDiagnostic({ start }: Span, { analysed, settings }: CheckedDocument): Diagnostic {
  const { lines } = analysed.prose;
  const { line } = lines.position(start);
  const end = lines.offset({ line, character: Number.MAX_SAFE_INTEGER });
  return {
    range: toRange(lines, { start, end }),
    severity: DiagnosticSeverity.Information,
    source: DIAGNOSTIC_SOURCE,
    code: 'not-checked',
    message: t(
      'Not checked from here on: the check took longer than {0} s (setting touchstone.timeBudget). It goes on from here with the next edit or check.',
      settings.timeBudget,
    ),
  };
}

/** The entry that stands for all findings beyond the cap of the file, at the first of them. */
function restDiagnostic(rest: readonly Finding[], { analysed }: CheckedDocument): Diagnostic {
  return {
    range: toRange(analysed.prose.lines, rest[0] as Finding),
    severity: DiagnosticSeverity.Information,
    source: DIAGNOSTIC_SOURCE,
    code: 'more-findings',
    message: t(
      rest.length === 1
        ? '{0} more finding is not shown. Mend or ignore some of those above, or raise the setting touchstone.maxFindings.'
        : '{0} more findings are not shown. Mend or ignore some of those above, or raise the setting touchstone.maxFindings.',
      rest.length,
    ),
  };
}

/** Diagnostics by the evidence of their finding, which stays the same list while the finding does, wherever it moves. */
const told = new WeakMap<
  readonly Evidence[],
  { readonly sources: SourceSet; readonly options: DiagnosticOptions; readonly diagnostic: Diagnostic }
>();

/** One finding as a diagnostic on the wrong words only; the same object while it says the same of the same place. */
export function toDiagnostic(
  finding: Finding,
  checked: CheckedDocument,
  options: DiagnosticOptions,
): Diagnostic {
  const range = toRange(checked.analysed.prose.lines, finding);
  if (checked.role !== 'draft') return makeDiagnostic(finding, range, checked, options);
  const last = told.get(finding.evidence);
  if (last?.sources === checked.sources && last.options === options) {
    const { diagnostic } = last;
    if (
      sameRange(diagnostic.range, range) &&
      diagnostic.code === finding.code &&
      diagnostic.severity === SEVERITY[finding.level] &&
      diagnostic.message === finding.message
    )
      return diagnostic;
  }
  const diagnostic = makeDiagnostic(finding, range, checked, options);
  told.set(finding.evidence, { sources: checked.sources, options, diagnostic });
  return diagnostic;
}

function makeDiagnostic(
  finding: Finding,
  range: Range,
  checked: CheckedDocument,
  options: DiagnosticOptions,
): Diagnostic {
  const diagnostic: Diagnostic = {
    range,
    severity: SEVERITY[finding.level],
    code: finding.code,
    source: DIAGNOSTIC_SOURCE,
    message: finding.message,
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

/** Notes by the evidence of their finding, which stays the same list while the finding does. */
const notes = new WeakMap<
  readonly Evidence[],
  { readonly sources: SourceSet; readonly related: DiagnosticRelatedInformation[] }
>();

function relatedInformation(finding: Finding, checked: CheckedDocument): DiagnosticRelatedInformation[] {
  const known = notes.get(finding.evidence);
  if (known?.sources === checked.sources && checked.role === 'draft') return known.related;
  const related = readRelated(finding, checked);
  if (checked.role === 'draft') notes.set(finding.evidence, { sources: checked.sources, related });
  return related;
}

/** True when a client that shows `before` need not be told `after`. */
export const sameDiagnostics = (before: readonly Diagnostic[], after: readonly Diagnostic[]): boolean =>
  before.length === after.length &&
  before.every((one, i) => {
    const other = after[i] as Diagnostic;
    if (one === other) return true;
    return (
      sameRange(one.range, other.range) &&
      one.code === other.code &&
      one.severity === other.severity &&
      one.message === other.message &&
      sameNotes(one.relatedInformation, other.relatedInformation)
    );
  });

type Notes = readonly DiagnosticRelatedInformation[] | undefined;

const sameNotes = (a: Notes, b: Notes): boolean =>
  a === b ||
  (a?.length === b?.length &&
    (a ?? []).every(({ location, message }, i) => {
      const other = b?.[i] as DiagnosticRelatedInformation;
      return (
        message === other.message &&
        location.uri === other.location.uri &&
        sameRange(location.range, other.location.range)
      );
    }));

const sameRange = (a: Range, b: Range): boolean =>
  a.start.line === b.start.line &&
  a.start.character === b.start.character &&
  a.end.line === b.end.line &&
  a.end.character === b.end.character;

function readRelated(finding: Finding, checked: CheckedDocument): DiagnosticRelatedInformation[] {
  return distinct(finding.evidence, MAX_RELATED).flatMap((evidence) => {
    const place = placeOf(evidence, checked);
    if (!place) return [];
    const { before, words, after } = excerptOf(evidence, place.document, 48);
    return [{ location: { uri: place.uri, range: place.words }, message: `“${before}${words}${after}”` }];
  });
}
