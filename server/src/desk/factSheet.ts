import type { Verdict } from '../alignment/alignment.ts';
import type { DraftReport, Evidence, FactKind, Finding, SuppressedFinding } from '../findings/finding.ts';
import type { AnalysedDocument } from '../mentions/analysedDocument.ts';
import type { Block } from '../prose/document.ts';
import type { Span } from '../text/span.ts';
import { createFactIds, createSentences } from './factIdentity.ts';
import { type Tick, type TickLookup, whyReopened } from './tick.ts';

/** What a fact-checker sees at a glance: what the sources say, or what a person has said after looking. */
export type FactState = 'agrees' | 'differs' | 'unsourced' | 'accepted' | 'ticked' | 'reopened';

/** Why a fact that differs or that no source has is left as it is. `by` and `when` are known only from the ticks file. */
export interface Acceptance {
  readonly by?: string;
  readonly when?: string;
  /** Empty when no reason was given. */
  readonly reason: string;
}

/** One checkable fact of a draft, with what it rests on and what people have said about it. */
export interface SheetFact extends Span {
  /** Location-free: kind, words and sentence hashed, numbered when it repeats. */
  readonly id: string;
  /** Counted from 1 in the order of the draft. */
  readonly number: number;
  readonly kind: FactKind;
  /** The words of the fact in the draft. */
  readonly text: string;
  readonly verdict: Verdict;
  readonly state: FactState;
  /** Zero-based line of `start`. */
  readonly line: number;
  /** The sentence of the draft it stands in, or the table cell. */
  readonly sentence: { readonly text: string } & Span;
  /** Why the checker came to its verdict; of a re-opened fact, why it was re-opened. */
  readonly reason: string;
  /** Best first. */
  readonly evidence: readonly Evidence[];
  /** Worked out from several stated values: it rests on all of its evidence, not on the best. */
  readonly derived?: true;
  /** Findings about it that are reported. */
  readonly findings: readonly Finding[];
  readonly accepted?: Acceptance;
  /** The entry of the ticks file for this fact, also when the fact was re-opened. */
  readonly tick?: Tick;
}

/** The facts under one heading; those before the first heading have none. */
export interface SheetSection {
  readonly heading?: string;
  /** Depth of the heading, 1 to 6; 0 without one. */
  readonly depth: number;
  /** Offset at which the section begins. */
  readonly start: number;
  readonly facts: readonly SheetFact[];
}

/** Facts by state, and all of them. */
export type SheetCounts = Readonly<Record<FactState, number> & { facts: number }>;

/** All facts of a draft in the order of its text. Sections without facts are left out. */
export interface FactSheet {
  readonly uri: string;
  readonly sections: readonly SheetSection[];
  readonly counts: SheetCounts;
}

const STATE: Readonly<Record<Verdict, FactState>> = {
  supported: 'agrees',
  refuted: 'differs',
  notEnoughInfo: 'unsourced',
};

/** Lays out the facts of a checked draft, with the ticks and acceptances that people have left. */
export function factSheet(
  draft: AnalysedDocument,
  report: Pick<DraftReport, 'facts' | 'findings' | 'suppressed'>,
  ticks?: TickLookup,
): FactSheet {
  const { lines } = draft.prose;
  const sentences = createSentences(draft);
  const idOf = createFactIds();
  const findings = byClaim(report.findings);
  const suppressed = byClaim(report.suppressed);
  const ordered = [...report.facts].sort((a, b) => a.start - b.start || b.end - a.end);
  const facts = ordered.map((fact, at): SheetFact => {
    const sentence = sentences.at(fact.start);
    const id = idOf(fact.fact, fact.text, sentence.identity);
    const key = claimKey(fact, fact.fact);
    const common = {
      id,
      number: at + 1,
      kind: fact.fact,
      text: fact.text,
      verdict: fact.verdict,
      start: fact.start,
      end: fact.end,
      line: lines.position(fact.start).line,
      sentence: sentence.shown,
      evidence: fact.evidence,
      ...(fact.derived && { derived: true as const }),
      findings: findings.get(key) ?? [],
    };
    const silenced = suppressed.get(key) ?? [];
    return { ...common, ...judge(fact.verdict, fact.reason, common, silenced, ticks) };
  });
  return { uri: draft.prose.uri, sections: intoSections(draft, facts), counts: countStates(facts) };
}

/** Every fact of a sheet, in order. */
export const factsOf = (sheet: FactSheet): readonly SheetFact[] =>
  sheet.sections.flatMap(({ facts }) => facts);

function judge(
  verdict: Verdict,
  reason: string,
  { id, findings }: Pick<SheetFact, 'id' | 'findings'>,
  silenced: readonly SuppressedFinding[],
  ticks: TickLookup | undefined,
): Pick<SheetFact, 'state' | 'reason' | 'accepted' | 'tick'> {
  const tick = ticks?.get(id);
  if (ticks && tick) {
    const reopened = whyReopened(tick, verdict, ticks);
    if (reopened !== undefined) return { state: 'reopened', reason: reopened, tick };
    if (tick.state === 'ticked') return { state: 'ticked', reason, tick };
    // What was accepted against the sources, and which a source now has, agrees.
    if (verdict !== 'supported' || tick.verdict === 'supported') {
      const accepted = { by: tick.by, when: tick.when, reason: tick.reason ?? '' };
      return { state: 'accepted', reason, accepted, tick };
    }
  }
  const silence = findings.length === 0 ? silenced[0] : undefined;
  if (silence && verdict !== 'supported')
    return { state: 'accepted', reason, accepted: { reason: silence.silence.reason ?? '' } };
  return { state: STATE[verdict], reason, ...(tick && { tick }) };
}

/** A quotation may consist of a name alone: the place does not tell the two apart. */
const claimKey = ({ start, end }: Span, kind: FactKind): string => `${kind} ${start} ${end}`;

function byClaim<F extends Finding>(findings: readonly F[]): ReadonlyMap<string, readonly F[]> {
  const found = new Map<string, F[]>();
  for (const finding of findings) {
    if (!finding.claim) continue;
    const key = claimKey(finding.claim, finding.fact);
    const group = found.get(key);
    if (group) group.push(finding);
    else found.set(key, [finding]);
  }
  return found;
}

function countStates(facts: readonly SheetFact[]): SheetCounts {
  const counts = {
    facts: facts.length,
    agrees: 0,
    differs: 0,
    unsourced: 0,
    accepted: 0,
    ticked: 0,
    reopened: 0,
  };
  for (const { state } of facts) counts[state]++;
  return counts;
}

const startOf = ({ map, text }: Block): number => map.spanToDocument({ start: 0, end: text.length }).start;

function intoSections(draft: AnalysedDocument, facts: readonly SheetFact[]): readonly SheetSection[] {
  const headings = draft.prose.blocks
    .filter(({ kind }) => kind === 'heading')
    .map((block) => ({
      heading: block.text.replace(/\s+/g, ' ').trim(),
      depth: block.headingDepth ?? 1,
      start: startOf(block),
    }))
    .sort((a, b) => a.start - b.start);
  const sections: { heading?: string; depth: number; start: number; facts: SheetFact[] }[] = [
    { depth: 0, start: 0, facts: [] },
    ...headings.map((heading) => ({ ...heading, facts: [] })),
  ];
  let at = 0;
  for (const fact of facts) {
    while ((sections[at + 1]?.start ?? Number.POSITIVE_INFINITY) <= fact.start) at++;
    sections[at]?.facts.push(fact);
  }
  return sections.filter((section) => section.facts.length > 0);
}
