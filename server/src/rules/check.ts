import { prepareAligner } from '../alignment/alignDraft.ts';
import { fileName, toEvidence } from '../findings/evidence.ts';
import type { CheckedFact, DraftReport, Finding, Level, Silence } from '../findings/finding.ts';
import { fingerprint } from '../findings/fingerprint.ts';
import { createSuppression } from '../findings/suppression.ts';
import { inEnglish, said } from '../l10n/message.ts';
import type { AnalysedBlock, AnalysedDocument } from '../mentions/analysedDocument.ts';
import type { SourceIndex } from '../sources/sourceIndex.ts';
import { overlaps, type Span } from '../text/span.ts';
import { type BlockReport, createBlockReporter } from './blockReport.ts';
import { citationUnresolved, findUnresolvedCitations } from './citation-unresolved.ts';
import type { CheckOptions } from './options.ts';
import { DRAFT_RULES, RULES } from './registry.ts';
import type { Rule } from './rule.ts';
import { guarded } from './ruleFault.ts';
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
  const problems = guarded(unusedDirective.code, () => findUnusedDirectives(prose, { ...use, codes }));
  return problems.map(({ span, message, fix }): Finding => {
    const text = prose.text.slice(span.start, span.end);
    return {
      code: unusedDirective.code,
      level,
      message: said(message),
      start: span.start,
      end: span.end,
      text,
      fact: 'directive',
      expected: [],
      fixes: fix ? [fix] : [],
      evidence: [],
      fingerprint: fingerprint(unusedDirective.code, text, inEnglish(message)),
    };
  });
}

/** Findings about the citations of a draft. */
function citationFindings(
  draft: AnalysedDocument,
  index: SourceIndex,
  facts: () => readonly CheckedFact[],
  options: CheckOptions,
): readonly Finding[] {
  const { code } = citationUnresolved;
  const level = options.levels[code] ?? 'warning';
  if (level === 'off') return [];
  const { text } = draft.prose;
  const problems = guarded(code, () => findUnresolvedCitations(draft, index, facts));
  return problems.map(
    ({ span, message, expected, fix, facts: told }): Finding => ({
      code,
      level,
      message: said(message),
      ...span,
      text: text.slice(span.start, span.end),
      fact: 'citation',
      expected: expected === undefined ? [] : [expected],
      fixes: fix ? [fix] : [],
      evidence: told.flatMap(({ evidence }) => evidence.slice(0, 1)),
      fingerprint: fingerprint(code, text.slice(span.start, span.end), inEnglish(message)),
    }),
  );
}

const silenceBy = (by: Silence['by'], reason: string | undefined): Silence =>
  reason === undefined ? { by } : { by, reason };

/** What surrounds a check. */
export interface CheckHooks {
  /** Asked before each block; true ends the check there, and the report says so. */
  readonly isOver?: () => boolean;
  /** The rules that judge, in place of all. */
  readonly rules?: readonly Rule[];
}

/** Blocks of which all is known that are passed over in one step. */
const MOST_KNOWN = 256;

/**
 * Judges the blocks of a draft one by one and keeps what is said of them, so that `checkDraft` with the same arguments is
 * done in no time: what stands between two steps may be other work. Says how many blocks are done. Throws as
 * `checkDraft` does.
 */
export function* prepareDraft(
  draft: AnalysedDocument,
  index: SourceIndex,
  options: CheckOptions,
): Generator<number> {
  for (const _ of prepareAligner(index)) yield 0;
  const reporter = createBlockReporter(draft, index, options);
  for (let block = 0; block < draft.blocks.length; block++) {
    if (!reporter.known(block)) {
      for (const _ of reporter.prepare(block)) yield block;
      yield block + 1;
    } else if (block % MOST_KNOWN === MOST_KNOWN - 1) yield block + 1;
  }
  yield draft.blocks.length;
}

/**
 * Checks one draft against its sources. Pure: the same input gives the same report, byte for byte, unless `isOver` ends
 * it. Throws a `RuleFault` when a rule throws, and nothing else.
 */
export function checkDraft(
  draft: AnalysedDocument,
  index: SourceIndex,
  options: CheckOptions,
  { isOver, rules = DRAFT_RULES }: CheckHooks = {},
): DraftReport {
  const findings: Finding[] = [];
  const reports: BlockReport[] = [];
  let [count, supported, refuted] = [0, 0, 0];
  const reporter = createBlockReporter(draft, index, options, rules);
  let unchecked: Span | undefined;
  for (let block = 0; block < draft.blocks.length; block++) {
    if (isOver?.()) {
      const { map, text } = (draft.blocks[block] as AnalysedBlock).block;
      const { start } = map.spanToDocument({ start: 0, end: text.length });
      unchecked = { start, end: draft.prose.text.length };
      break;
    }
    const report = reporter.report(block);
    reports.push(report);
    for (const finding of report.findings) findings.push(finding);
    count += report.count;
    supported += report.supported;
    refuted += report.refuted;
  }
  // An edit moves the facts behind it, and most of what is asked after an edit is not about facts.
  let known: readonly CheckedFact[] | undefined;
  const facts = (): readonly CheckedFact[] => {
    known ??= reports.flatMap((report) => report.facts);
    return known;
  };
  findings.push(...citationFindings(draft, index, facts, options));
  findings.sort(byPlace);
  const suppression = createSuppression(draft.prose);
  const accepted = new Map(options.accepted.map((entry) => [oneLine(entry.value), entry.reason]));
  const silence = (finding: Finding): Silence | undefined => {
    // The directives are asked first: one that also has something to silence is not idle.
    const directive = suppression.silences(finding);
    if (directive) return silenceBy('directive', directive.reason);
    const words = accepted.size > 0 ? oneLine(finding.text) : '';
    if (accepted.has(words)) return silenceBy('acceptedValue', accepted.get(words));
    const { fingerprint: print } = finding;
    return options.ignored.has(print) ? silenceBy('ignoreFile', options.ignored.get(print)) : undefined;
  };
  const silenced = new Map<Finding, Silence>();
  const ask = (finding: Finding): void => {
    const found = silence(finding);
    if (found) silenced.set(finding, found);
  };
  if (draft.prose.directives.length > 0 || accepted.size > 0 || options.ignored.size > 0)
    findings.forEach(ask);
  // What a comment further down would silence is not known when the check has ended early.
  const asked = unchecked ? [] : [...DRAFT_RULES, citationUnresolved];
  const judged = new Set(asked.map(({ code }) => code).filter((code) => options.levels[code] !== 'off'));
  const complete = judged.size === DRAFT_RULES.length + 1;
  for (const finding of directiveFindings(draft, { suppression, judged, complete }, options)) {
    findings.push(finding);
    ask(finding);
  }
  findings.sort(byPlace);
  const report: DraftReport = {
    uri: draft.prose.uri,
    findings: silenced.size === 0 ? findings : findings.filter((f) => !silenced.has(f)),
    suppressed: [...silenced].map(([finding, by]) => ({ ...finding, silence: by })).sort(byPlace),
    get facts() {
      return facts();
    },
    coverage: { facts: count, supported, refuted, notFound: count - supported - refuted },
    ...(unchecked && { unchecked }),
  };
  lastMade = { report, reports };
  return report;
}

/** The report that was made last, with the reports on blocks that it was put together of. */
let lastMade: { readonly report: DraftReport; readonly reports: readonly BlockReport[] } | undefined;

/**
 * Looks up the facts of a report that overlap with a span, in their order, without laying out all of them; undefined for
 * a report that `checkDraft` has not made last.
 */
export function factsOver(report: object): ((span: Span) => readonly CheckedFact[]) | undefined {
  return lastMade?.report === report ? lookUp(lastMade.reports) : undefined;
}

const lookUp =
  (reports: readonly BlockReport[]) =>
  (span: Span): readonly CheckedFact[] =>
    reports
      .filter(({ from, to }) => from < span.end && span.start < to)
      .flatMap(({ facts }) => facts.filter((fact) => overlaps(fact, span)));

/** Checks a source against itself; drafts are never compared here. Throws a `RuleFault` when a rule throws. */
export function checkSource(source: AnalysedDocument, options: CheckOptions): readonly Finding[] {
  const level = options.levels[sourceInconsistent.code] ?? 'hint';
  const suppression = createSuppression(source.prose);
  const inconsistencies =
    level === 'off' ? [] : guarded(sourceInconsistent.code, () => findInconsistencies(source));
  const findings = inconsistencies
    .map(({ block, span, message, against }): Finding => {
      const at = (source.blocks[block] as AnalysedBlock).block.map.spanToDocument(span);
      const text = source.prose.text.slice(at.start, at.end);
      return {
        code: sourceInconsistent.code,
        level: level as Level,
        message: said(message),
        ...at,
        text,
        fact: 'number',
        expected: [],
        fixes: [],
        evidence: against.map(toEvidence),
        fingerprint: fingerprint(
          sourceInconsistent.code,
          text,
          fileName(source.prose.uri),
          inEnglish(message),
        ),
      };
    })
    .filter((f) => !suppression.silences(f) && !options.ignored.has(f.fingerprint));
  const judged = new Set(level === 'off' ? [] : [sourceInconsistent.code]);
  // What the rules for drafts would say of a source is not known, so a directive for all rules is left alone.
  const directives = directiveFindings(source, { suppression, judged, complete: false }, options);
  return [...findings, ...directives.filter((f) => !suppression.silences(f))].sort(byPlace);
}
