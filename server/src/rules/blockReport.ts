import { type Aliases, type BlockAligner, blockAligner, surroundingsOf } from '../alignment/alignDraft.ts';
import type { Alignment } from '../alignment/alignment.ts';
import { toEvidence } from '../findings/evidence.ts';
import type { CheckedFact, FactKind, Finding, Fix } from '../findings/finding.ts';
import { fingerprint } from '../findings/fingerprint.ts';
import { t } from '../l10n/message.ts';
import type { AnalysedBlock, AnalysedDocument } from '../mentions/analysedDocument.ts';
import type { LocalMention } from '../mentions/mention.ts';
import type { LocatedMention } from '../sources/context.ts';
import type { SourceIndex } from '../sources/sourceIndex.ts';
import { type OffsetMap, shiftBetween } from '../text/offsetMap.ts';
import type { Span } from '../text/span.ts';
import type { CheckOptions } from './options.ts';
import { DRAFT_RULES } from './registry.ts';
import type { Rule, RuleFix, RuleResult } from './rule.ts';
import { guarded } from './ruleFault.ts';

/** What is said about one block of a draft; offsets are into the draft. */
export interface BlockReport {
  readonly facts: readonly CheckedFact[];
  /** In the order of the facts; not yet silenced by directives. */
  readonly findings: readonly Finding[];
  readonly supported: number;
  readonly refuted: number;
}

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
  { levels }: Pick<CheckOptions, 'levels'>,
): Finding | undefined {
  const level = levels[rule.code] ?? result.level;
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

function reasonInWords({ reason, verdict }: Alignment): string {
  if (reason.kind === 'agrees' || reason.kind === 'derived') return t(reason.how);
  return verdict === 'refuted' ? t('differs from the source') : t('not in any source');
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
    ...(alignment.reason.kind === 'derived' && { derived: true }),
  };
}

function readReport(
  alignments: readonly Alignment[],
  options: Pick<CheckOptions, 'levels'>,
  rules: readonly Rule[],
): BlockReport {
  const findings: Finding[] = [];
  const facts: CheckedFact[] = [];
  for (const alignment of alignments) {
    if (alignment.reason.kind === 'notChecked') continue;
    facts.push(toFact(alignment));
    for (const rule of rules) {
      if (options.levels[rule.code] === 'off') continue;
      const result = guarded(rule.code, () => rule.judge(alignment));
      const finding = result && toFinding(alignment, rule, result, options);
      if (finding) findings.push(finding);
    }
  }
  const count = (verdict: CheckedFact['verdict']) => facts.filter((f) => f.verdict === verdict).length;
  return { facts, findings, supported: count('supported'), refuted: count('refuted') };
}

/** The same report for a block that stands `by` characters later. */
function moved(report: BlockReport, by: number): BlockReport {
  if (by === 0) return report;
  const move = <T extends Span>(span: T): T => ({ ...span, start: span.start + by, end: span.end + by });
  return {
    ...report,
    facts: report.facts.map(move),
    findings: report.findings.map((finding) => ({
      ...move(finding),
      ...(finding.claim ? { claim: move(finding.claim) } : {}),
      fixes: finding.fixes.map((fix) => ({ ...fix, edits: fix.edits.map(move) })),
    })),
  };
}

/** What a block was said to hold, with all that this rested on, where it stood last. */
interface KnownReport {
  readonly mentions: readonly LocalMention[];
  readonly surroundings: string;
  readonly aligner: BlockAligner;
  readonly levels: string;
  readonly rules: readonly Rule[];
  readonly map: OffsetMap;
  readonly report: BlockReport;
}

/** By the identity of a block's map: a block that is not read again is found at once. */
const read = new WeakMap<object, KnownReport>();

/** By the mentions of a block, and by its surroundings and its text with the markup: for blocks that are read again. */
const known = new WeakMap<readonly LocalMention[], Map<string, KnownReport>>();

/** Blocks with the same prose share their mentions; in more surroundings than this they are judged again. */
const MOST_SURROUNDINGS = 256;

/** Reports on the blocks of a draft one by one; a block that says the same in the same surroundings is not judged again. */
export function createBlockReporter(
  draft: AnalysedDocument,
  index: SourceIndex,
  options: Pick<CheckOptions, 'levels'> & { readonly aliases: Aliases },
  rules: readonly Rule[] = DRAFT_RULES,
): (block: number) => BlockReport {
  const aligner = blockAligner(index, options.aliases);
  const levels = JSON.stringify(options.levels);
  const holds = (last: KnownReport | undefined): last is KnownReport =>
    last?.aligner === aligner && last.levels === levels && last.rules === rules;

  return (at) => {
    const { block, mentions } = draft.blocks[at] as AnalysedBlock;
    if (mentions.length === 0) return NOTHING;
    const { map, text } = block;
    const surroundings = surroundingsOf(draft, at);
    const entry = (report: BlockReport): KnownReport => ({
      mentions,
      surroundings,
      aligner,
      levels,
      rules,
      map,
      report,
    });
    const same = read.get(map.identity);
    if (holds(same) && same.mentions === mentions && same.surroundings === surroundings) {
      const by = shiftBetween(same.map, map);
      if (by === 0) return same.report;
      if (by !== undefined) {
        const report = moved(same.report, by);
        read.set(map.identity, entry(report));
        return report;
      }
    }
    const shown = map.spanToDocument({ start: 0, end: text.length });
    const key = `${surroundings}\n${draft.prose.text.slice(shown.start, shown.end)}`;
    let variants = known.get(mentions);
    const last = variants?.get(key);
    const by = holds(last) ? shiftBetween(last.map, map) : undefined;
    const report =
      last && by !== undefined ? moved(last.report, by) : readReport(aligner(draft, at), options, rules);
    if (!variants || variants.size >= MOST_SURROUNDINGS) {
      variants = new Map();
      known.set(mentions, variants);
    }
    const found = entry(report);
    variants.set(key, found);
    read.set(map.identity, found);
    return report;
  };
}

const NOTHING: BlockReport = { facts: [], findings: [], supported: 0, refuted: 0 };
