import type { Reason, SourcePlace } from '../alignment/alignment.ts';
import { contestWord, oppositeOf } from '../mentions/lexiconDirections.ts';
import type { LocatedMention } from '../sources/context.ts';
import { differs, type Rule, type RuleResult, replace, textAt } from './rule.ts';

const VOWEL = /^[aeiou]/i;

/** Written as the draft's word is: "Rose" for "Fell". */
const inCase = (word: string, like: string): string =>
  /^\p{Lu}/u.test(like) ? `${word[0]?.toUpperCase()}${word.slice(1)}` : word;

/** "defeat by" is turned into "victory over". */
const PREPOSITION = /^ (to|by|over)\b/;

/** The word that mends the direction in the draft's own form; undefined where the sentence would have to be built anew. */
function mended({ draft, told }: Extract<Reason, { kind: 'direction' }>, after: string): string | undefined {
  const { direction, form } = draft;
  if (!direction.axes.includes('contest') || !told.direction.axes.includes('contest'))
    return told.direction.forms[form] ?? oppositeOf(direction, form);
  if (direction.overOther) return form === 'participle' ? undefined : oppositeOf(direction, form);
  const open = form === 'noun' || form === 'nouns' || !/^[^.;]*? (?:to|over|against)\b/.test(after);
  return open ? contestWord(direction.sign < 0, form) : undefined;
}

/** "Longest" for "shortest". */
function otherEnd(
  claim: LocatedMention,
  { word, told }: Extract<Reason, { kind: 'end' }>,
  bound: boolean,
  [at]: readonly SourcePlace[],
): RuleResult {
  const written = textAt(claim, word);
  const expected = inCase(told, written);
  return {
    level: bound ? 'error' : 'warning',
    span: word,
    message: differs(told, written, at),
    expected: [expected],
    fixes: [replace(word, expected, bound)],
  };
}

/** A value that rose in the source falls in the draft. */
export const directionMismatch: Rule = {
  code: 'direction-mismatch',
  title: 'Wrong direction',
  summary:
    'A value of the source is told with the opposite direction (“rose 12 %”, “a loss of $4 million”), the winner of a score with the loser, or a superlative with its opposite.',
  level: 'error when bound in one sentence, else warning',
  fix: 'the source’s direction, in the form of the draft’s word',
  judge({ claim, reason, bound, evidence }) {
    if (reason.kind === 'end') return otherEnd(claim, reason, bound, evidence);
    if (reason.kind !== 'direction') return undefined;
    const { word: span, form } = reason.draft;
    const written = textAt(claim, span);
    const after = textAt(claim, { start: span.end, end: claim.context.end });
    const word = mended(reason, after);
    const theirs = textAt(reason.source, reason.told.word);
    const crossed = reason.draft.sign === reason.told.sign;
    const at = evidence[0];
    const message = differs(word ?? theirs.toLowerCase(), written, at);
    const level = bound ? 'error' : 'warning';
    if (word === undefined) return { level, span, message, expected: [], fixes: [] };
    const expected = inCase(word, written);
    const fix = replace(span, expected, bound && !crossed);
    const edits = [...fix.edits];
    const article = /\b(an?) $/i.exec(
      textAt(claim, { start: Math.max(0, span.start - 4), end: span.start }),
    )?.[1];
    const wanted = VOWEL.test(expected) ? 'an' : 'a';
    if (article && article.toLowerCase() !== wanted) {
      const start = span.start - 1 - article.length;
      edits.unshift({ start, end: start + article.length, newText: inCase(wanted, article) });
    }
    const preposition =
      form === 'noun' && reason.told.direction.axes.includes('contest') && PREPOSITION.exec(after);
    if (preposition) {
      const [, link = ''] = preposition;
      const start = span.end + 1;
      edits.push({ start, end: start + link.length, newText: link === 'over' ? 'by' : 'over' });
    }
    return { level, span, message, expected: [expected], fixes: [{ ...fix, edits }] };
  },
};
