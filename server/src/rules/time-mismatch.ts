import { placeOf } from '../alignment/alignment.ts';
import { formatTimeLike } from '../mentions/formatTime.ts';
import type { TimeMention } from '../mentions/mention.ts';
import { differs, type Rule, replace, textAt, words } from './rule.ts';

/** The event has another clock time, or the same in another zone, in the source. */
export const timeMismatch: Rule = {
  code: 'time-mismatch',
  title: 'Wrong time',
  summary:
    'A clock time differs from the source’s for the same event, or the same clock time has another zone.',
  level: 'error when bound to the event, else warning',
  fix: 'the source’s time in the draft’s style and zone, or its zone',
  judge({ claim, reason, bound }) {
    if (reason.kind !== 'time' || claim.mention.kind !== 'time') return undefined;
    const draft: TimeMention = claim.mention;
    const source = reason.source.mention as TimeMention;
    const at = placeOf(reason.source);
    const theirs = words(reason.source);
    const level = bound ? 'error' : 'warning';
    if (reason.minutes === undefined && draft.zoneSpan && source.zone) {
      return {
        level,
        span: draft.zoneSpan,
        message: differs(theirs, words(claim), at),
        expected: [source.zone],
        fixes: [replace(draft.zoneSpan, source.zone, bound)],
      };
    }
    const end = draft.zoneSpan ? draft.zoneSpan.start : draft.end;
    const padded = textAt(claim, { start: draft.start, end });
    const span = { start: draft.start, end: draft.start + padded.trimEnd().length };
    const written = textAt(claim, span);
    const zone = draft.zoneSpan ? ` ${draft.zone}` : '';
    const formatted = formatTimeLike(reason.minutes ?? source.minutes, written, reason.until);
    // a form that cannot hold the source's time ("noon") gives way to the source's own words
    const whole = formatted === undefined;
    const target = whole ? { start: draft.start, end: draft.end } : span;
    const expected = formatted ?? theirs;
    return {
      level,
      span: target,
      message: differs(`${expected}${whole ? '' : zone}`, words(claim), at),
      expected: [expected],
      fixes: [replace(target, expected, bound)],
    };
  },
};
