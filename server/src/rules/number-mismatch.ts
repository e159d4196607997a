import { placeOf, type Reason, type SourcePlace } from '../alignment/alignment.ts';
import { compareQuantity } from '../alignment/compareQuantity.ts';
import { convert } from '../alignment/conversion.ts';
import { citation } from '../findings/evidence.ts';
import { t } from '../l10n/message.ts';
import { formatLike, numeralValue } from '../mentions/formatNumber.ts';
import type { QuantityMention } from '../mentions/mention.ts';
import type { LocatedMention } from '../sources/context.ts';
import { withRange } from './rangeForm.ts';
import { differs, type Rule, type RuleResult, replace, textAt } from './rule.ts';

/** What a unit makes of the number before it: 0.01 for cents, which are held in dollars. */
function unitFactor(q: QuantityMention, written: string): number {
  const figure = numeralValue(written);
  const factor = figure ? Math.abs(q.value / figure) : 1;
  return Math.abs(factor - 0.01) < 1e-9 ? 0.01 : 1;
}

/** "two days" mended to "one": the unit's word follows, in the form that the source has. */
function unitEdit(
  claim: LocatedMention,
  draft: QuantityMention,
  from: LocatedMention,
  source: QuantityMention,
) {
  if (!draft.unitSpan || !source.unitSpan || (draft.value === 1) === (source.value === 1)) return [];
  const mine = textAt(claim, draft.unitSpan);
  const theirs = textAt(from, source.unitSpan);
  const spaced = textAt(claim, { start: draft.number.end, end: draft.unitSpan.start }) === ' ';
  const inflected = mine !== theirs && (mine === `${theirs}s` || `${mine}s` === theirs);
  return spaced && inflected ? [{ ...draft.unitSpan, newText: theirs }] : [];
}

/** "At least 2%" for 2.27%: a hedged number stays as round as the draft writes it, where that is true of the source's value. */
function asRound(draft: QuantityMention, source: QuantityMention, value: number): number {
  if (!draft.comparator || source.comparator) return value;
  const { place } = draft.written;
  const steps = [Math.floor(value / place), Math.ceil(value / place)];
  const round = steps
    .map((step) => Number((step * place).toPrecision(12)))
    .filter(
      (near) => near !== draft.value && compareQuantity({ ...draft, value: near }, source).kind === 'agrees',
    );
  return round.sort((a, b) => Math.abs(a - value) - Math.abs(b - value))[0] ?? value;
}

/** "Second-largest" for "largest": the rank is put before the draft's own word, or taken away from it. */
function otherRank(
  claim: LocatedMention,
  { rank, word }: Extract<Reason, { kind: 'rank' }>,
  bound: boolean,
  [at]: readonly SourcePlace[],
): RuleResult {
  const { mention } = claim;
  const own = mention.kind === 'quantity' ? mention.number : undefined;
  const span = own && rank ? own : { start: own?.start ?? word.start, end: word.end };
  const named = textAt(claim, word);
  const expected = !rank ? named : own ? rank : `${rank}-${named}`;
  return {
    level: bound ? 'error' : 'warning',
    span,
    message: differs(expected, textAt(claim, span), at),
    expected: [expected],
    fixes: [replace(span, expected, bound)],
  };
}

/** Another value stands in the source for the same thing. */
export const numberMismatch: Rule = {
  code: 'number-mismatch',
  title: 'Wrong number',
  summary:
    'A number differs from the source’s number for the same thing, even when the draft’s number stands elsewhere in the source; so does a rank (“the largest” for “the second-largest”).',
  level: 'error when bound in one sentence or cell, else warning',
  fix: 'the source’s value, written as the draft writes numbers',
  judge({ claim, reason, bound, evidence }) {
    if (reason.kind === 'rank') return otherRank(claim, reason, bound, evidence);
    if (reason.kind !== 'number' || claim.mention.kind !== 'quantity') return undefined;
    const draft: QuantityMention = claim.mention;
    const source = reason.source.mention as QuantityMention;
    const range = draft.high !== undefined || source.high !== undefined;
    const ranged = range ? withRange(claim, draft, reason.source, source) : undefined;
    const span = ranged?.span ?? draft.number;
    const written = textAt(claim, span);
    const converted = convert(source.value, source.unit, draft.unit) ?? source.value;
    const inForm = (value: number): string =>
      formatLike(Number((value / unitFactor(draft, written)).toPrecision(12)), written) ??
      textAt(reason.source, source.number);
    const stated = ranged?.text ?? inForm(converted);
    const expected = ranged?.text ?? inForm(asRound(draft, source, converted));
    // the unit is told with the value: “€186 million, not €195 million”
    const lead = textAt(claim, { start: draft.start, end: span.start });
    const tail = textAt(claim, { start: span.end, end: draft.end });
    const [inflection] = range ? [] : unitEdit(claim, draft, reason.source, source);
    const unit = inflection ? tail.replace(textAt(claim, inflection), inflection.newText) : tail;
    const fix = replace(span, expected, bound);
    const values = [`${lead}${stated}${unit}`, `${lead}${written}${tail}`] as const;
    const message = reason.exchanged
      ? t('{0}, not {1}: the two are exchanged', ...values)
      : t('{0}, not {1}', ...values);
    return {
      level: bound ? 'error' : 'warning',
      span,
      message: `${message} — ${citation(placeOf(reason.source))}`,
      expected: [expected],
      fixes: [inflection ? { ...fix, edits: [...fix.edits, inflection] } : fix],
    };
  },
};
