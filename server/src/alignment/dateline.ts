import type { DateMention } from '../mentions/mention.ts';
import type { LocatedMention } from '../sources/context.ts';
import { textBehind } from './wordsAround.ts';

/** How far into a document a dateline may reach, in UTF-16 units. */
const DATELINE_REACH = 80;

/** Small words that a dateline has before its date; others are those of a sentence ("which is running until 5 November – …"). */
const SMALL = new Set(
  'of the de la le les du da do das dos del della di van von der den am auf on in at by as and or y al el sur upon near last first published posted updated issued released dated date day from for a.m p.m pm est gmt et'.split(
    ' ',
  ),
);

const isHead = (before: string): boolean =>
  (before.match(/(?<![\p{L}\p{N}.@/-])\p{Ll}[\p{L}.]*/gu) ?? []).every((word) =>
    SMALL.has(word.replace(/\.$/, '')),
  );

/** True for the date of a dateline ("Minsk, December 14, 2025 – …"): it dates the report, not the event. */
export function isDateline(m: LocatedMention, date: DateMention): boolean {
  if (m.block > 1 || date.start > DATELINE_REACH || m.context.sentence > 0) return false;
  const text = m.document.blocks[m.block]?.block.text ?? '';
  // "Ann Reed (September 1, 1933 – May 3, 2006)" lived from one to the other
  const before = text.slice(0, date.start);
  if (before.lastIndexOf('(') > before.lastIndexOf(')') || !isHead(before)) return false;
  const after = text.slice(date.end, date.end + 12);
  return /^\s*(?:\([^)]*\)\s*)?[–—:]|^\s-{1,2}\s|^\s*$/.test(after) && date.day !== undefined;
}

/** True for the place of a dateline ("BRENNHAVN —", "Minsk, December 14 –"): no sentence is told of it. */
export function isDatelinePlace(m: LocatedMention): boolean {
  if (m.block > 1 || m.context.sentence > 0 || m.mention.start > 2) return false;
  const after = textBehind(m, DATELINE_REACH);
  return /^(?:,? [\p{Lu}\d(][\p{L}\d.)]*){0,4},?(?: ?[—–] ?| -{1,2} )/u.test(after);
}
