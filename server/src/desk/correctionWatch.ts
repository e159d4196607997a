import type { CheckedFact, Evidence, FactKind, Finding, RuleCode } from '../findings/finding.ts';
import { isAboutFact } from '../findings/finding.ts';
import type { AnalysedDocument } from '../mentions/analysedDocument.ts';
import { contains, type Span } from '../text/span.ts';
import { createSpanIndex, type SpanIndex } from '../text/spanIndex.ts';
import { moveSpan, wordDiff } from '../text/wordDiff.ts';
import { type Correction, correctionNotice } from './corrections.ts';
import { createSentences } from './factIdentity.ts';

/** A checked version of a draft, as far as corrections can be seen in it. */
export interface WatchedDraft {
  readonly analysed: AnalysedDocument;
  readonly facts: readonly CheckedFact[];
  readonly findings: readonly Finding[];
  /** The facts that overlap with a span, where that is known without laying out all of them. */
  readonly factsOver?: ((span: Span) => readonly CheckedFact[]) | undefined;
}

/** Words that differed when they were last looked at. */
interface OpenSlip extends Span {
  readonly rule: RuleCode;
  readonly kind: FactKind;
  /** The words as they were when the slip was first seen. */
  readonly from: string;
}

/** A correction with the place of its words in the present text. */
export interface MadeCorrection extends Span {
  readonly correction: Correction;
}

/** What is remembered of a draft from one check to the next. */
export interface CorrectionWatch {
  readonly text: string;
  readonly open: readonly OpenSlip[];
  /** In the order in which they were made. */
  readonly made: readonly MadeCorrection[];
}

/** A draft with more slips than this is watched no further than these. */
const MOST_SLIPS = 2000;

/**
 * Compares a checked draft with what was remembered of the version before: a slip is corrected when other words stand in
 * its place and the sources agree with them, whether a quick fix wrote them or a person. A correction that is undone
 * leaves the log. `nameOf` says how a source is called, `when` is the time of this check.
 */
export function watchCorrections(
  before: CorrectionWatch | undefined,
  draft: WatchedDraft,
  nameOf: (uri: string) => string,
  when: string,
): CorrectionWatch {
  const { text } = draft.analysed.prose;
  const changes = before ? wordDiff(before.text, text) : [];
  const moved = <S extends Span>(spans: readonly S[]): S[] =>
    spans.map((span) => ({ ...span, ...moveSpan(span, changes) }));
  const open: OpenSlip[] = [];
  const made: MadeCorrection[] = [];
  const places = createPlaces(draft);
  for (const correction of moved(before?.made ?? [])) {
    const words = oneLine(text.slice(correction.start, correction.end));
    if (words !== correction.correction.from) made.push(correction);
  }
  for (const slip of moved(before?.open ?? [])) {
    const corrected = correctionOf(slip, draft, places, nameOf, when);
    if (corrected) made.push(corrected);
    // An empty place waits for what is typed there.
    else open.push(slip);
  }
  const taken = createSpanIndex(open.filter((slip) => slip.start < slip.end));
  for (const finding of draft.findings) {
    if (!isAboutFact(finding) || open.length >= MOST_SLIPS) continue;
    const place = placeOf(finding);
    if (taken.touches(place)) continue;
    const from = oneLine(text.slice(place.start, place.end));
    const slip = { start: place.start, end: place.end, rule: finding.code, kind: finding.fact, from };
    open.push(slip);
    if (slip.start < slip.end) taken.add(slip);
  }
  return { text, open, made };
}

/** Where the findings and facts of a draft stand, laid out when a slip first asks. */
interface Places {
  findings(): SpanIndex<Span>;
  /** In the order of the report. */
  factsOver(span: Span): readonly CheckedFact[];
}

function createPlaces(draft: WatchedDraft): Places {
  const known: { findings?: SpanIndex<Span>; facts?: SpanIndex<CheckedFact> } = {};
  return {
    findings() {
      known.findings ??= createSpanIndex(draft.findings.map(placeOf));
      return known.findings;
    },
    factsOver(span) {
      if (draft.factsOver) return draft.factsOver(span);
      known.facts ??= createSpanIndex(draft.facts);
      return known.facts.over(span);
    },
  };
}

/** The whole fact around a finding, so that a log says "October 2025" where only the month was wrong. */
const placeOf = (finding: Finding): Span =>
  finding.claim && contains(finding.claim, finding) ? finding.claim : finding;

function correctionOf(
  slip: OpenSlip,
  draft: WatchedDraft,
  places: Places,
  nameOf: (uri: string) => string,
  when: string,
): MadeCorrection | undefined {
  const { analysed } = draft;
  if (slip.start === slip.end) return undefined;
  const { text, lines } = analysed.prose;
  if (places.findings().touches(slip)) return undefined;
  const facts = places.factsOver(slip);
  const fact = facts.find((candidate) => candidate.fact === slip.kind) ?? facts[0];
  if (!fact || (fact.verdict !== 'supported' && slip.rule !== 'weekday-mismatch')) return undefined;
  const whole = fact.fact === slip.kind && slip.kind !== 'quote' ? fact : slip;
  const to = oneLine(text.slice(whole.start, whole.end));
  if (to === '' || to === slip.from) return undefined;
  const [evidence] = fact.evidence as readonly [Evidence?];
  return {
    start: whole.start,
    end: whole.end,
    correction: {
      when,
      rule: slip.rule,
      kind: slip.kind,
      from: slip.from,
      to,
      notice: correctionNotice({ kind: slip.kind, from: slip.from, to }),
      line: lines.position(whole.start).line + 1,
      sentence: createSentences(analysed).at(whole.start).shown.text,
      ...(evidence && { source: { file: nameOf(evidence.uri), line: evidence.line + 1 } }),
    },
  };
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
