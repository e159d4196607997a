import type { Span } from '../text/span.ts';
import { isWhiteSpace } from '../text/whiteSpace.ts';
import {
  ABBREVIATIONS,
  AFTER_CLOCK,
  LETTER_LABELS,
  SENTENCE_STARTERS,
  SPEECH_VERBS,
} from './abbreviations.ts';

/** How far the splitter looks around a full stop; longer words decide nothing and this keeps the cost linear. */
const REACH = 24;

const TERMINATORS = '.!?…。！？';
const CLOSERS = '"\'”’»)]';
const OPENERS = '"\'“‘„«([—–-*';
const OPENING_QUOTES = '"“„«';
const LOWER = /^\p{Ll}/u;
const UPPER = /^\p{Lu}/u;
const CONTINUES = ',;:%/&=+)]}”’»';
const WORD_BEFORE = /[\p{L}\p{M}.]+$/u;
const WORD_AFTER = /^[\p{L}\p{M}]+/u;
const DOTTED = /^\p{L}(?:\.\p{L})+$/u;
const SINGLE_CAPITAL = /^\p{Lu}$/u;
const NAME_AHEAD = /^\p{Lu}[\p{L}\p{M}'’-]+|^\p{Lu}\./u;
const REFERENCE = /^\[\d{1,3}\]/;
const SPEAKER_AHEAD = /^((?:\p{Lu}[\p{L}\p{M}'’.-]{0,30} ){1,4})(\p{Ll}+)/u;

/** The sentences of `text` as trimmed spans in order, in one linear pass. Every character that is not white space is in one. */
export function splitSentences(text: string): readonly Span[] {
  const sentences: Span[] = [];
  let start = skipSpace(text, 0);
  let i = start;
  while (i < text.length) {
    if (!TERMINATORS.includes(text.charAt(i))) {
      i++;
      continue;
    }
    const stop = i;
    i++;
    while (i < text.length && TERMINATORS.includes(text.charAt(i))) i++;
    const afterStops = i;
    i = skipClosers(text, i);
    if (i >= text.length) break;
    const next = skipSpace(text, i);
    const wide = text.charCodeAt(stop) > 0x3000;
    if (next >= text.length) break;
    if ((next > i || wide) && endsSentence(text, start, stop, afterStops, i, next)) {
      sentences.push({ start, end: i });
      start = next;
    }
    i = next;
  }
  const end = trimEnd(text, start);
  if (end > start) sentences.push({ start, end });
  return sentences;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && isWhiteSpace(text.charCodeAt(at))) at++;
  return at;
}

function trimEnd(text: string, start: number): number {
  let end = text.length;
  while (end > start && isWhiteSpace(text.charCodeAt(end - 1))) end--;
  return end;
}

/** Passes closing marks and reference numbers ("2020.[12]") that belong to the sentence before them. */
function skipClosers(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const reference = text.charAt(at) === '[' ? REFERENCE.exec(text.slice(at, at + 5)) : null;
    if (reference) at += reference[0].length;
    else if (CLOSERS.includes(text.charAt(at))) at++;
    else break;
  }
  return at;
}

function endsSentence(
  text: string,
  start: number,
  stop: number,
  afterStops: number,
  end: number,
  next: number,
): boolean {
  // "[…] and" and "(!) at" are cuts and remarks inside a sentence
  const before = text.charAt(stop - 1);
  if (before === '[' || before === '(') return false;

  let at = next;
  while (at < next + 4 && (OPENERS.includes(text.charAt(at)) || isWhiteSpace(text.charCodeAt(at)))) at++;
  if (at === next && CONTINUES.includes(text.charAt(next))) return false;
  const ahead = text.slice(at, at + REACH * 4);
  const mark = text.charAt(stop);
  const quoted = end > afterStops;
  const plain = mark === '.' && afterStops === stop + 1 && !quoted;
  if (LOWER.test(ahead)) {
    // a quotation may start in lower case, but then it follows a plain full stop
    return plain && OPENING_QUOTES.includes(text.charAt(next)) && !leadsOn(text, start, stop, ahead);
  }
  // “Are you sure?” Coale asked.
  if (quoted && mark !== '.' && mark !== '…' && at === next && speaksAhead(ahead)) return false;
  return !plain || !leadsOn(text, start, stop, ahead);
}

function speaksAhead(ahead: string): boolean {
  const match = SPEAKER_AHEAD.exec(ahead);
  if (!match) return false;
  const [, name = '', verb = ''] = match;
  return SPEECH_VERBS.has(verb) && !SENTENCE_STARTERS.has(name.slice(0, name.indexOf(' ')).toLowerCase());
}

/** True when the single full stop at `stop` belongs to an abbreviation, an initial or a number that the sentence goes on from. */
function leadsOn(text: string, start: number, stop: number, ahead: string): boolean {
  // "1. First" at the start of a sentence is a counter
  if (stop - start <= 3 && /^\d{1,3}$/.test(text.slice(start, stop))) return true;

  const from = Math.max(start, stop - REACH);
  const word = WORD_BEFORE.exec(text.slice(from, stop))?.[0].replace(/^\.+/, '') ?? '';
  if (word === '') return false;
  const lower = word.toLowerCase();
  const nextWord = WORD_AFTER.exec(ahead)?.[0] ?? '';
  const starter = SENTENCE_STARTERS.has(nextWord.toLowerCase());

  if (SINGLE_CAPITAL.test(word)) return !starter && NAME_AHEAD.test(ahead) && !isLabel(text, start, stop - 1);
  switch (ABBREVIATIONS.get(lower)) {
    case 'title':
      return UPPER.test(word) && (!starter || (lower !== 'st' && lower !== 'ft' && nextWord.length === 1));
    case 'leading':
      return true;
    case 'beforeNumber':
      return /^\d/.test(ahead);
    case 'clock':
      return (
        /^\d/.test(ahead) ||
        AFTER_CLOCK.has(nextWord.toLowerCase()) ||
        / time\b/.test(ahead.slice(nextWord.length, nextWord.length + 6))
      );
    case 'mayEnd':
      // "VA." is no state: newspapers write "Va."
      return UPPER.test(word) && word !== word.toUpperCase() && !starter;
    case undefined:
      break;
  }
  if (DOTTED.test(word)) return !starter;
  if (isWeekday(word)) return /^\d/.test(ahead) || AFTER_CLOCK.has(nextWord.toLowerCase());
  return false;
}

const isWeekday = (word: string): boolean => /^(?:Mon|Tues?|Wed|Thu(?:rs)?|Fri|Sat|Sun)$/.test(word);

/** "Plan B. Doctors": the capital at `at` is a label because of the word before it. */
function isLabel(text: string, start: number, at: number): boolean {
  const before = text.slice(Math.max(start, at - REACH), at).trimEnd();
  const word = WORD_BEFORE.exec(before)?.[0].toLowerCase();
  return word !== undefined && LETTER_LABELS.has(word);
}
