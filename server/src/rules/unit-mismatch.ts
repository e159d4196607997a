import { placeOf } from '../alignment/alignment.ts';
import type { QuantityMention } from '../mentions/mention.ts';
import type { LocatedMention } from '../sources/context.ts';
import type { Span } from '../text/span.ts';
import { differs, type Rule, replace, textAt, words } from './rule.ts';
import { type Rewriting, withScale, withUnit } from './unitForm.ts';

/** The words that carry the unit: the scale where million and billion differ, else the unit's own words. */
function unitPart(q: QuantityMention, problem: string): Span | undefined {
  if (problem === 'scale') return q.written.scale;
  if (problem === 'base') return q.perSpan;
  return problem === 'sign' ? undefined : q.unitSpan;
}

/** The value as it is told; with its base where that is what differs. */
const told = (m: LocatedMention, problem: string): string => {
  const { start, perSpan } = m.mention as QuantityMention;
  return problem === 'base' && perSpan ? textAt(m, { start, end: perSpan.end }) : words(m);
};

/** The same number with another unit, base, scale, currency or sign. */
export const unitMismatch: Rule = {
  code: 'unit-mismatch',
  title: 'Wrong unit',
  summary:
    'The number agrees, its unit does not: percent against percentage points, million against billion, a year against a month, currency, a lost minus sign.',
  level: 'error when bound, else warning',
  fix: 'the source’s unit; the number is not touched',
  judge({ claim, reason, bound }) {
    if (reason.kind !== 'unit' || claim.mention.kind !== 'quantity') return undefined;
    const draft = claim as LocatedMention<QuantityMention>;
    const source = reason.source as LocatedMention<QuantityMention>;
    const mine = unitPart(draft.mention, reason.problem);
    const theirs = unitPart(source.mention, reason.problem);
    const { start, end } = draft.mention;
    const { span, text }: Rewriting =
      !mine || !theirs
        ? { span: { start, end }, text: words(source) }
        : reason.problem === 'base'
          ? { span: mine, text: textAt(source, theirs) }
          : reason.problem === 'scale'
            ? withScale(draft, mine, source, theirs)
            : withUnit(draft, mine, source, theirs);
    const fixes = [replace(span, text, bound && mine !== undefined && theirs !== undefined)];
    return {
      level: bound ? 'error' : 'warning',
      span,
      message: differs(
        told(reason.source, reason.problem),
        told(claim, reason.problem),
        placeOf(reason.source),
      ),
      expected: [text],
      fixes,
    };
  },
};
