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
  /** What the sources have in place of a word beside its fact, and where; such a word is no fact once it is right. */
  readonly beside?: { readonly expected: readonly string[]; readonly evidence: Evidence | undefined };
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
  const moved = <S extends Span>(spans: readonly S[]): readonly S[] =>
    changes.length === 0
      ? spans
      : spans.map((span) => {
          const { start, end } = moveSpan(span, changes);
          return start === span.start && end === span.end ? span : { ...span, start, end };
        });
  const open: OpenSlip[] = [];
  const made: MadeCorrection[] = [];
  const places = createPlaces(draft);
  for (const correction of moved(before?.made ?? [])) {
    const { from } = correction.correction;
    const isUndone =
      oneLine(text.slice(correction.start, correction.end)) === from || placeOfWords(from, correction, text);
    if (!isUndone) made.push(correction);
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
    const { place, kind, isBeside } = slipOf(finding);
    if (taken.touches(place)) continue;
    const from = oneLine(text.slice(place.start, place.end));
    const slip: OpenSlip = {
      start: place.start,
      end: place.end,
      rule: finding.code,
      kind,
      from,
      ...(isBeside && { beside: { expected: finding.expected, evidence: finding.evidence[0] } }),
    };
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
      known.findings ??= createSpanIndex(draft.findings.map((finding) => slipOf(finding).place));
      return known.findings;
    },
    factsOver(span) {
      if (draft.factsOver) return draft.factsOver(span);
      known.facts ??= createSpanIndex(draft.facts);
      return known.facts.over(span);
    },
  };
}

/** Rules that also judge a word beside the name or value that they found it by: "the largest", "rose". */
const OF_WORDS_BESIDE: ReadonlySet<RuleCode> = new Set(['number-mismatch', 'direction-mismatch']);

/**
 * The words that a correction of a finding tells of, and what they are: the whole fact around it, so that a log says
 * "October 2025" where only the month was wrong, or a word beside its fact.
 */
export function slipOf(finding: Finding): {
  readonly place: Span;
  readonly kind: FactKind;
  readonly isBeside: boolean;
} {
  const { claim, code, fact } = finding;
  if (claim && contains(claim, finding)) return { place: claim, kind: fact, isBeside: false };
  const isBeside = claim !== undefined && OF_WORDS_BESIDE.has(code);
  // "largest", found by the name of a firm, is no name
  return { place: finding, kind: isBeside ? 'number' : fact, isBeside };
}

/** What stands in place of a slip, and the place in a source that has it. */
interface Mended extends Span {
  readonly evidence: Evidence | undefined;
}

/** The place of `words` at a span, with what was put before it or behind it: "second-largest" at "largest". */
function placeOfWords(words: string, { start, end }: Span, text: string): Span | undefined {
  return [start, end - words.length]
    .map((from) => ({ start: from, end: from + words.length }))
    .find((at) => contains(at, { start, end }) && text.slice(at.start, at.end) === words);
}

/** The word of a source in place of a word beside a fact. */
function besideMended(slip: OpenSlip, text: string): Mended | undefined {
  for (const expected of slip.beside?.expected ?? []) {
    const place = placeOfWords(expected, slip, text);
    if (place) return { ...place, evidence: slip.beside?.evidence };
  }
  return undefined;
}

/** The fact in place of another one, where the sources agree with it. */
function factMended(slip: OpenSlip, places: Places): Mended | undefined {
  const facts = places.factsOver(slip);
  const fact = facts.find((candidate) => candidate.fact === slip.kind) ?? facts[0];
  if (!fact || (fact.verdict !== 'supported' && slip.rule !== 'weekday-mismatch')) return undefined;
  const { start, end } = fact.fact === slip.kind && slip.kind !== 'quote' ? fact : slip;
  return { start, end, evidence: fact.evidence[0] };
}

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
  const whole = slip.beside ? besideMended(slip, text) : factMended(slip, places);
  if (!whole) return undefined;
  const to = oneLine(text.slice(whole.start, whole.end));
  if (to === '' || to === slip.from) return undefined;
  const { evidence } = whole;
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
