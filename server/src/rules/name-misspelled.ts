import type { Span } from '../text/span.ts';
import { differs, type Rule, replace, words } from './rule.ts';

/** The name is one or two letters away from exactly one name of the sources. */
export const nameMisspelled: Rule = {
  code: 'name-misspelled',
  title: 'Misspelled name',
  summary:
    'A name is a letter or two away from exactly one name of the sources, and is no name or transliteration of its own.',
  level: 'warning; error when the given name agrees and the surname is long',
  fix: 'the source’s spelling',
  judge({ claim, reason, evidence }) {
    if (reason.kind !== 'misspelled') return undefined;
    const at = evidence[0];
    const written = words(claim);
    const { span, expected } = changedPart(claim.mention, written, reason.name);
    return {
      level: reason.certain ? 'error' : 'warning',
      span,
      message: differs(reason.name, written, at),
      expected: [expected],
      fixes: [replace(span, expected, reason.certain)],
    };
  },
};

/** The words of the name that differ: "Cole" of "John Cole" for "John Coale"; the whole name when its words do not pair. */
function changedPart(name: Span, written: string, right: string): { span: Span; expected: string } {
  const whole = { span: { start: name.start, end: name.end }, expected: right };
  const mine = written.split(' ');
  const theirs = right.split(' ');
  if (mine.length !== theirs.length) return whole;
  let first = 0;
  while (first < mine.length && mine[first] === theirs[first]) first++;
  let last = mine.length;
  while (last > first && mine[last - 1] === theirs[last - 1]) last--;
  if (first === last) return whole;
  const start = name.start + mine.slice(0, first).join(' ').length + (first > 0 ? 1 : 0);
  const end = name.end - mine.slice(last).join(' ').length - (last < mine.length ? 1 : 0);
  return { span: { start, end }, expected: theirs.slice(first, last).join(' ') };
}
