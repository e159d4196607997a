import type { DateMention } from '../mentions/mention.ts';
import type { LocatedMention } from '../sources/context.ts';
import { textBehind } from './wordsAround.ts';

/** How far into a document a dateline may reach, in UTF-16 units. */
const DATELINE_REACH = 80;

/** True for the date of a dateline ("Minsk, December 14, 2025 – …"): it dates the report, not the event. */
export function isDateline(m: LocatedMention, date: DateMention): boolean {
  if (m.block > 1 || date.start > DATELINE_REACH || m.context.sentence > 0) return false;
  const text = m.document.blocks[m.block]?.block.text ?? '';
  // "Ann Reed (September 1, 1933 – May 3, 2006)" lived from one to the other
  const before = text.slice(0, date.start);
  if (before.lastIndexOf('(') > before.lastIndexOf(')')) return false;
  const after = text.slice(date.end, date.end + 12);
  return /^\s*(?:\([^)]*\)\s*)?[–—:]|^\s-{1,2}\s|^\s*$/.test(after) && date.day !== undefined;
}

/** True for the place of a dateline ("BRENNHAVN —", "Minsk, December 14 –"): no sentence is told of it. */
export function isDatelinePlace(m: LocatedMention): boolean {
  if (m.block > 1 || m.context.sentence > 0 || m.mention.start > 2) return false;
  const after = textBehind(m, DATELINE_REACH);
  return /^(?:,? [\p{Lu}\d(][\p{L}\d.)]*){0,4},?(?: ?[—–] ?| -{1,2} )/u.test(after);
}
