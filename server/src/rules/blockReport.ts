import { type Aliases, type BlockAligner, blockAligner, surroundingsOf } from '../alignment/alignDraft.ts';
import type { Alignment } from '../alignment/alignment.ts';
import { isToldElsewhere } from '../alignment/toldElsewhere.ts';
import { toEvidence } from '../findings/evidence.ts';
import type { CheckedFact, FactKind, Finding, Fix } from '../findings/finding.ts';
import { fingerprint } from '../findings/fingerprint.ts';
import { t } from '../l10n/message.ts';
import type { AnalysedBlock, AnalysedDocument } from '../mentions/analysedDocument.ts';
import type { LocalMention } from '../mentions/mention.ts';
import type { LocatedMention } from '../sources/context.ts';
import type { SourceIndex } from '../sources/sourceIndex.ts';
import { copyOf } from '../text/copy.ts';
import { type OffsetMap, shiftBetween } from '../text/offsetMap.ts';
import type { Span } from '../text/span.ts';
import { whole } from '../text/steps.ts';
import { movedReport } from './movedReport.ts';
import type { CheckOptions } from './options.ts';
import { DRAFT_RULES } from './registry.ts';
import type { Rule, RuleFix, RuleResult } from './rule.ts';
import { guarded } from './ruleFault.ts';

/** What is said about one block of a draft; offsets are into the draft. */
export interface BlockReport {
  /** Laid out when they are asked for, where the block has moved. */
  readonly facts: readonly CheckedFact[];
  /** In the order of the facts; not yet silenced by directives. */
  readonly findings: readonly Finding[];
  readonly count: number;
  readonly supported: number;
  readonly refuted: number;
  /** From the start of the first fact to the end of the last. */
  readonly from: number;
  readonly to: number;
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
    edits: fix.edits.map((edit) => {
      const { start, end } = inDocument(claim, edit);
      return { start, end, newText: edit.newText };
    }),
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
  const text = copyOf(claim.document.prose.text, span);
  const sentence = (claim.document.blocks[claim.block] as AnalysedBlock).block.text.slice(
    claim.context.start,
    claim.context.end,
  );
  return {
    code: rule.code,
    level,
    message: result.message,
    start: span.start,
    end: span.end,
    text,
    fact: alignment.reason.kind === 'misattributed' ? 'quote' : FACT[claim.mention.kind],
    expected: result.expected,
    fixes: result.fixes.map((f) => toFix(claim, f)),
    evidence: (result.evidence ?? alignment.evidence).map(toEvidence),
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
  const fact: { -readonly [K in keyof CheckedFact]: CheckedFact[K] } = {
    fact: FACT[claim.mention.kind],
    verdict,
    start: span.start,
    end: span.end,
    text: copyOf(claim.document.prose.text, span),
    evidence: evidence.map(toEvidence),
    reason: reasonInWords(alignment),
  };
  if (alignment.reason.kind === 'derived') fact.derived = true;
  return fact;
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
  return {
    facts,
    findings,
    count: facts.length,
    supported: count('supported'),
    refuted: count('refuted'),
    from: facts.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY),
    to: facts.reduce((most, { end }) => Math.max(most, end), 0),
  };
}

/** A value, and whether another block of the draft told it. */
interface Asked {
  readonly value: number;
  readonly told: boolean;
}

/** What a block was said to hold, with all that this rested on, where it stood last. */
interface KnownReport {
  readonly mentions: readonly LocalMention[];
  readonly surroundings: string;
  readonly aligner: BlockAligner;
  readonly levels: string;
  readonly rules: readonly Rule[];
  readonly map: OffsetMap;
  /** What was taken from the rest of the draft. */
  readonly asked: readonly Asked[];
  readonly report: BlockReport;
  /** How far the block stood from there last, and the report there. */
  lastBy: number;
  lastReport: BlockReport;
}

/** The report for a block that stands `by` characters behind where it was judged. */
function reportAt(known: KnownReport, by: number): BlockReport {
  if (known.lastBy !== by) {
    known.lastBy = by;
    known.lastReport = movedReport(known.report, by);
  }
  return known.lastReport;
}

/** By the identity of a block's map: a block that is not read again is found at once. */
const byMap = new WeakMap<object, KnownReport>();

/** By the mentions of a block, and by its surroundings and its text with the markup: for blocks that are read again. */
const byText = new WeakMap<readonly LocalMention[], Map<string, KnownReport>>();

/** Blocks with the same prose share their mentions; in more surroundings than this they are judged again. */
const MOST_SURROUNDINGS = 256;

/** Reports on the blocks of a draft. */
export interface BlockReporter {
  report(block: number): BlockReport;
  /** The report where it is known already. */
  known(block: number): BlockReport | undefined;
  /** Does the work of `report` in steps, one for each claim. */
  prepare(block: number): Generator<void>;
}

/** Reports on the blocks of a draft one by one; a block that says the same in the same surroundings is not judged again. */
export function createBlockReporter(
  draft: AnalysedDocument,
  index: SourceIndex,
  options: Pick<CheckOptions, 'levels'> & { readonly aliases: Aliases },
  rules: readonly Rule[] = DRAFT_RULES,
): BlockReporter {
  const aligner = blockAligner(index, options.aliases);
  const levels = JSON.stringify(options.levels);
  if (
    lastReporter?.draft === draft &&
    lastReporter.aligner === aligner &&
    lastReporter.levels === levels &&
    lastReporter.rules === rules
  )
    return lastReporter.reporter;
  const reporter = createReporter(draft, aligner, options, levels, rules);
  lastReporter = { draft, aligner, levels, rules, reporter };
  return reporter;
}

interface LastReporter extends Pick<KnownReport, 'aligner' | 'levels' | 'rules'> {
  readonly draft: AnalysedDocument;
  readonly reporter: BlockReporter;
}

/**
 * What was judged step by step is not looked for again. Only the last one is kept, and not by its draft in a weak map:
 * there each version would hold on to itself until a full collection.
 */
let lastReporter: LastReporter | undefined;

function createReporter(
  draft: AnalysedDocument,
  aligner: BlockAligner,
  options: Pick<CheckOptions, 'levels'>,
  levels: string,
  rules: readonly Rule[],
): BlockReporter {
  const reports: (BlockReport | undefined)[] = [];
  const surroundings = surroundingsOf(draft);
  const holds = (last: KnownReport | undefined, block: number): last is KnownReport =>
    last?.aligner === aligner &&
    last.levels === levels &&
    last.rules === rules &&
    last.asked.every(({ value, told }) => isToldElsewhere({ document: draft, block }, value) === told);

  function known(at: number): BlockReport | undefined {
    if (reports[at]) return reports[at];
    const { block, mentions } = draft.blocks[at] as AnalysedBlock;
    reports[at] = mentions.length === 0 ? NOTHING : standing(block, mentions, surroundings(at), at);
    return reports[at];
  }

  /** The report of a block that was not read again since, wherever it stands now. */
  function standing(
    { map }: AnalysedBlock['block'],
    mentions: AnalysedBlock['mentions'],
    around: string,
    at: number,
  ): BlockReport | undefined {
    const same = byMap.get(map.identity);
    if (holds(same, at) && same.mentions === mentions && same.surroundings === around) {
      const by = shiftBetween(same.map, map);
      if (by !== undefined) {
        return reportAt(same, by);
      }
    }
    return undefined;
  }

  function* judge(at: number): Generator<void, BlockReport, void> {
    const { block, mentions } = draft.blocks[at] as AnalysedBlock;
    const { map, text } = block;
    const around = surroundings(at);
    const shown = map.spanToDocument({ start: 0, end: text.length });
    const key = `${around}\n${draft.prose.text.slice(shown.start, shown.end)}`;
    let variants = byText.get(mentions);
    const last = variants?.get(key);
    const by = holds(last, at) ? shiftBetween(last.map, map) : undefined;
    if (last && by !== undefined) {
      byMap.set(map.identity, last);
      return reportAt(last, by);
    }
    const alignments = yield* aligner(draft, at);
    const report = readReport(alignments, options, rules);
    if (!variants || variants.size >= MOST_SURROUNDINGS) {
      variants = new Map();
      byText.set(mentions, variants);
    }
    const found: KnownReport = {
      mentions,
      surroundings: around,
      aligner,
      levels,
      rules,
      map,
      asked: alignments.flatMap(({ weighed }) =>
        weighed ? [{ value: weighed.value, told: weighed.parts.toldElsewhere > 0 }] : [],
      ),
      report,
      lastBy: 0,
      lastReport: report,
    };
    variants.set(key, found);
    byMap.set(map.identity, found);
    return report;
  }

  return {
    known,
    report(at) {
      const report = known(at) ?? whole(judge(at));
      reports[at] = report;
      return report;
    },
    *prepare(at) {
      reports[at] = known(at) ?? (yield* judge(at));
    },
  };
}

const NOTHING: BlockReport = {
  facts: [],
  findings: [],
  count: 0,
  supported: 0,
  refuted: 0,
  from: Number.POSITIVE_INFINITY,
  to: 0,
};
