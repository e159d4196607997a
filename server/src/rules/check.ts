import { fileName, toEvidence } from '../findings/evidence.ts';
import type { CheckedFact, DraftReport, Finding, Level, Silence } from '../findings/finding.ts';
import { fingerprint } from '../findings/fingerprint.ts';
import { createSuppression } from '../findings/suppression.ts';
import type { AnalysedBlock, AnalysedDocument } from '../mentions/analysedDocument.ts';
import type { SourceIndex } from '../sources/sourceIndex.ts';
import { createBlockReporter } from './blockReport.ts';
import type { CheckOptions } from './options.ts';
import { DRAFT_RULES, RULES } from './registry.ts';
import { findInconsistencies, sourceInconsistent } from './source-inconsistent.ts';
import { type DirectiveUse, findUnusedDirectives, unusedDirective } from './unused-directive.ts';

const byPlace = (a: Finding, b: Finding): number =>
  a.start - b.start || a.end - b.end || (a.code < b.code ? -1 : 1);

const oneLine = (text: string): string => text.trim().replace(/\s+/g, ' ');

/** Findings about the directives of a document, after all others have been tried on them. */
function directiveFindings(
  { prose }: AnalysedDocument,
  use: Omit<DirectiveUse, 'codes'>,
  options: CheckOptions,
): readonly Finding[] {
  const level = options.levels[unusedDirective.code] ?? 'hint';
  if (level === 'off') return [];
  const codes = RULES.map(({ code }) => code);
  return findUnusedDirectives(prose, { ...use, codes }).map(({ span, message, fix }): Finding => {
    const text = prose.text.slice(span.start, span.end);
    return {
      code: unusedDirective.code,
      level,
      message,
      start: span.start,
      end: span.end,
      text,
      fact: 'directive',
      expected: [],
      fixes: fix ? [fix] : [],
      evidence: [],
      fingerprint: fingerprint(unusedDirective.code, text, message),
    };
  });
}

const silenceBy = (by: Silence['by'], reason: string | undefined): Silence =>
  reason === undefined ? { by } : { by, reason };

/** Checks one draft against its sources. Pure: the same input gives the same report, byte for byte. */
export function checkDraft(draft: AnalysedDocument, index: SourceIndex, options: CheckOptions): DraftReport {
  const findings: Finding[] = [];
  const facts: CheckedFact[] = [];
  let [supported, refuted] = [0, 0];
  const reportOn = createBlockReporter(draft, index, options);
  for (let block = 0; block < draft.blocks.length; block++) {
    const report = reportOn(block);
    for (const fact of report.facts) facts.push(fact);
    for (const finding of report.findings) findings.push(finding);
    supported += report.supported;
    refuted += report.refuted;
  }
  findings.sort(byPlace);
  const suppression = createSuppression(draft.prose);
  const accepted = new Map(options.accepted.map((entry) => [oneLine(entry.value), entry.reason]));
  const silence = (finding: Finding): Silence | undefined => {
    // The directives are asked first: one that also has something to silence is not idle.
    const directive = suppression.silences(finding);
    if (directive) return silenceBy('directive', directive.reason);
    const words = oneLine(finding.text);
    if (accepted.has(words)) return silenceBy('acceptedValue', accepted.get(words));
    const { fingerprint: print } = finding;
    return options.ignored.has(print) ? silenceBy('ignoreFile', options.ignored.get(print)) : undefined;
  };
  const silenced = new Map<Finding, Silence>();
  const ask = (finding: Finding): void => {
    const found = silence(finding);
    if (found) silenced.set(finding, found);
  };
  findings.forEach(ask);
  const judged = new Set(
    DRAFT_RULES.map(({ code }) => code).filter((code) => options.levels[code] !== 'off'),
  );
  const complete = judged.size === DRAFT_RULES.length;
  for (const finding of directiveFindings(draft, { suppression, judged, complete }, options)) {
    findings.push(finding);
    ask(finding);
  }
  findings.sort(byPlace);
  return {
    uri: draft.prose.uri,
    findings: findings.filter((f) => !silenced.has(f)),
    suppressed: findings.flatMap((f) => {
      const found = silenced.get(f);
      return found ? [{ ...f, silence: found }] : [];
    }),
    facts,
    coverage: {
      facts: facts.length,
      supported,
      refuted,
      notFound: facts.length - supported - refuted,
    },
  };
}

/** Checks a source against itself; drafts are never compared here. */
export function checkSource(source: AnalysedDocument, options: CheckOptions): readonly Finding[] {
  const level = options.levels[sourceInconsistent.code] ?? 'hint';
  const suppression = createSuppression(source.prose);
  const inconsistencies = level === 'off' ? [] : findInconsistencies(source);
  const findings = inconsistencies
    .map(({ block, span, message, against }): Finding => {
      const at = (source.blocks[block] as AnalysedBlock).block.map.spanToDocument(span);
      const text = source.prose.text.slice(at.start, at.end);
      return {
        code: sourceInconsistent.code,
        level: level as Level,
        message,
        ...at,
        text,
        fact: 'number',
        expected: [],
        fixes: [],
        evidence: against.map(toEvidence),
        fingerprint: fingerprint(sourceInconsistent.code, text, fileName(source.prose.uri), message),
      };
    })
    .filter((f) => !suppression.silences(f) && !options.ignored.has(f.fingerprint));
  const judged = new Set(level === 'off' ? [] : [sourceInconsistent.code]);
  // What the rules for drafts would say of a source is not known, so a directive for all rules is left alone.
  const directives = directiveFindings(source, { suppression, judged, complete: false }, options);
  return [...findings, ...directives.filter((f) => !suppression.silences(f))].sort(byPlace);
}
