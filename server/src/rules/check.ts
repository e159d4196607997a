import { alignDraft } from '../alignment/alignDraft.ts';
import type { Alignment } from '../alignment/alignment.ts';
import { fileName, toEvidence } from '../findings/evidence.ts';
import type {
  CheckedFact,
  DraftReport,
  FactKind,
  Finding,
  Fix,
  Level,
  Silence,
} from '../findings/finding.ts';
import { fingerprint } from '../findings/fingerprint.ts';
import { createSuppression } from '../findings/suppression.ts';
import type { AnalysedBlock, AnalysedDocument } from '../mentions/analysedDocument.ts';
import type { LocalMention } from '../mentions/mention.ts';
import type { LocatedMention } from '../sources/context.ts';
import type { SourceIndex } from '../sources/sourceIndex.ts';
import type { Span } from '../text/span.ts';
import type { CheckOptions } from './options.ts';
import { DRAFT_RULES, RULES } from './registry.ts';
import type { Rule, RuleFix, RuleResult } from './rule.ts';
import { findInconsistencies, sourceInconsistent } from './source-inconsistent.ts';
import { type DirectiveUse, findUnusedDirectives, unusedDirective } from './unused-directive.ts';

const FACT: Readonly<Record<LocalMention['kind'], FactKind>> = {
  quantity: 'number',
  time: 'number',
  date: 'date',
  name: 'name',
  quotation: 'quote',
};

const inDocument = (m: LocatedMention, span: Span): Span =>
  (m.document.blocks[m.block] as AnalysedBlock).block.map.spanToDocument(span);

function toFix(claim: LocatedMention, fix: RuleFix): Fix {
  return {
    title: fix.title,
    safe: fix.safe,
    edits: fix.edits.map((e) => ({ ...inDocument(claim, e), newText: e.newText })),
  };
}

function toFinding(
  alignment: Alignment,
  rule: Rule,
  result: RuleResult,
  options: CheckOptions,
): Finding | undefined {
  const level = options.levels[rule.code] ?? result.level;
  if (level === 'off') return undefined;
  const { claim } = alignment;
  const span = inDocument(claim, result.span);
  const text = claim.document.prose.text.slice(span.start, span.end);
  const sentence = (claim.document.blocks[claim.block] as AnalysedBlock).block.text.slice(
    claim.context.start,
    claim.context.end,
  );
  return {
    code: rule.code,
    level,
    message: result.message,
    ...span,
    text,
    fact: alignment.reason.kind === 'misattributed' ? 'quote' : FACT[claim.mention.kind],
    expected: result.expected,
    fixes: result.fixes.map((f) => toFix(claim, f)),
    evidence: alignment.evidence.map(toEvidence),
    fingerprint: fingerprint(rule.code, text, sentence.replace(/\s+/g, ' ')),
    claim: inDocument(claim, claim.mention),
  };
}

const REFUTED = 'differs from the source';

function reasonInWords({ reason, verdict }: Alignment): string {
  if (reason.kind === 'agrees' || reason.kind === 'derived') return reason.how;
  return verdict === 'refuted' ? REFUTED : 'not in any source';
}

function toFact(alignment: Alignment): CheckedFact {
  const { claim, verdict, evidence } = alignment;
  const span = inDocument(claim, claim.mention);
  return {
    fact: FACT[claim.mention.kind],
    verdict,
    ...span,
    text: claim.document.prose.text.slice(span.start, span.end),
    evidence: evidence.map(toEvidence),
    reason: reasonInWords(alignment),
  };
}

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
  for (const alignment of alignDraft(draft, index, options.aliases)) {
    if (alignment.reason.kind === 'notChecked') continue;
    facts.push(toFact(alignment));
    for (const rule of DRAFT_RULES) {
      const result = rule.judge(alignment);
      const finding = result && toFinding(alignment, rule, result, options);
      if (finding) findings.push(finding);
    }
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
  const count = (verdict: CheckedFact['verdict']) => facts.filter((f) => f.verdict === verdict).length;
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
      supported: count('supported'),
      refuted: count('refuted'),
      notFound: count('notEnoughInfo'),
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
