import type { Token } from '../prose/tokens.ts';
import type { Span } from '../text/span.ts';
import { isPossessiveBrand } from './lexiconNames.ts';
import { allCapitals, type Draft, isUpper, readWord, writtenWithCapital } from './nameUnitParts.ts';

/**
 * What names are made of: a word with its hyphens, dots ("U.S.", "J.") and attached digits ("MH370"), without its
 * possessive ending; or a number; or one mark of punctuation.
 */
export interface Unit extends Span {
  readonly kind: 'word' | 'number' | 'mark';
  /** As written, possessive ending and the full stop of an abbreviation left out. */
  readonly text: string;
  readonly lower: string;
  /** White space stands before it. */
  readonly gap: boolean;
  /** Written with a capital (or "iPhone", "al-Assad", "d'Estaing"). */
  readonly capital: boolean;
  /** Letters all capital, two or more: "EU", "U.S.", "MPs". */
  readonly acronym: boolean;
  /** A single letter, with or without its full stop. */
  readonly letter: boolean;
  readonly possessive: boolean;
  /** Stands where any word has a capital: at the start of a sentence, of quoted words, after a colon. */
  readonly initial: boolean;
  /** May not be joined with the unit before it ("US-Belarus", "post-Soviet", "London-based"). */
  readonly detached: boolean;
}

/** Tokens within which the head of a text (agency, place, date) is looked for. */
const MAX_HEAD = 16;

const OPENING = '"“‘«„\'`';
const CLOSING = '"”’»“\')]';

/** Reads the units of a block. `sentences` and `tokens` are those of the block's `text`. */
export function readUnits(
  text: string,
  tokens: readonly Token[],
  sentences: readonly Span[],
): readonly Unit[] {
  const units: Unit[] = [];
  let sentence = 0;
  /** The next word is the first of its sentence or quotation. */
  let initial = true;
  let afterStop = false;

  const pushWord = (draft: Draft): void => {
    let { end } = draft;
    let written = draft.text;
    let possessive = false;
    const tail = written.charCodeAt(written.length - 1);
    if ((tail === 115 || tail === 83) && written.length > 2) {
      const mark = written[written.length - 2];
      if ((mark === "'" || mark === '’') && !isPossessiveBrand(written.toLowerCase().replace('’', "'"))) {
        written = written.slice(0, -2);
        end -= 2;
        possessive = true;
      }
    }
    const lower = written.toLowerCase().replaceAll('’', "'");
    const capital = writtenWithCapital(written);
    units.push({
      kind: 'word',
      start: draft.start,
      end,
      text: written,
      lower,
      gap: draft.gap,
      capital,
      acronym: capital && allCapitals(written),
      letter: capital && (written.length === 1 || (written.length === 2 && written[1] === '.')),
      possessive,
      initial,
      detached: draft.detached,
    });
    initial = false;
    afterStop = false;
  };

  let i = 0;
  while (i < tokens.length) {
    const token = tokens[i] as Token;
    while (sentence < sentences.length && (sentences[sentence] as Span).start <= token.start) {
      initial = true;
      sentence++;
    }
    if (afterStop && token.gap) initial = true;
    if (token.kind === 'word') {
      i = readWord(text, tokens, i, pushWord);
      const last = units[units.length - 1] as Unit;
      const next = tokens[i];
      // "Belarus’ potash": the mark stays a mark of its own, the run of names ends here.
      if (
        next &&
        !next.gap &&
        !last.possessive &&
        /[sz]$/.test(last.lower) &&
        (next.text === '’' || next.text === "'")
      ) {
        const after = tokens[i + 1];
        if (after?.gap) units[units.length - 1] = { ...last, possessive: true };
      }
      continue;
    }
    if (token.kind === 'number') {
      const next = tokens[i + 1];
      if (next?.kind === 'word' && !next.gap && next.text.length > 1 && isUpper(next.text[0])) {
        pushWord({
          start: token.start,
          end: next.end,
          text: text.slice(token.start, next.end),
          gap: token.gap,
          detached: false,
        });
        const last = units[units.length - 1] as Unit;
        units[units.length - 1] = { ...last, capital: true };
        i += 2;
        continue;
      }
    }
    const { text: mark } = token;
    units.push({
      kind: token.kind === 'number' ? 'number' : 'mark',
      start: token.start,
      end: token.end,
      text: mark,
      lower: mark,
      gap: token.gap,
      capital: false,
      acronym: false,
      letter: false,
      possessive: false,
      initial,
      detached: false,
    });
    if (token.kind === 'number') {
      initial = false;
      afterStop = false;
    } else if (mark === '.' || mark === '!' || mark === '?' || mark === '…') afterStop = true;
    else if (mark === ':' || mark === '•' || mark === '*') initial = true;
    // "(CNN) Famed", "Minsk (Reuters) – Talks", "MINSK, December 14, 2025 – Talks": the text begins after the head.
    else if (i < MAX_HEAD && (mark === ')' || '–—-'.includes(mark)) && isHead(units)) initial = true;
    else if (
      OPENING.includes(mark) &&
      tokens[i + 1] &&
      !(tokens[i + 1] as Token).gap &&
      (token.gap || mark !== "'")
    )
      initial = true;
    else if (!CLOSING.includes(mark) && !OPENING.includes(mark)) afterStop = false;
    i++;
  }
  return units;
}

/** True while a block has only capitals, numbers and marks: an agency, a place, a date. */
function isHead(units: readonly Unit[]): boolean {
  return units.every((unit) => unit.kind !== 'word' || unit.capital);
}
