import type { Token } from '../prose/tokens.ts';
import type { QuotationMention } from './mention.ts';

/** Longer than any quotation that leaves its end to the next paragraph. */
const MAX_OPEN = 3000;
const MAX_SINGLE = 1500;

/** Words that begin with an apostrophe: 'em, 'til, 'tis. */
const CLIPPED: ReadonlySet<string> = new Set([
  'em',
  'til',
  'tis',
  'twas',
  'n',
  'cause',
  'cos',
  'bout',
  'round',
  'ere',
  'nuff',
  'neath',
  'twill',
  'kay',
]);

interface Mark {
  /** Index of the token. */
  readonly at: number;
  readonly kind: 'double' | 'single';
  readonly opens: boolean;
  readonly closes: boolean;
  /** A mark that can only be one of the two by its shape. */
  readonly curly: boolean;
  /** Follows a word that ends in s or z, so that it may be a possessive. */
  readonly afterS: boolean;
}

const isWordy = (token: Token | undefined): boolean => token !== undefined && token.kind !== 'punctuation';
const OPENERS = '([{—–-:/"“‘\'«„`';
const SENTENCE_END = '.!?…,';

function readMark(tokens: readonly Token[], at: number): Mark | undefined {
  const token = tokens[at] as Token;
  if (token.kind !== 'punctuation') return undefined;
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  const spaceBefore = token.gap || before === undefined;
  const spaceAfter = after === undefined || after.gap;
  const afterPunctuation = before !== undefined && before.kind === 'punctuation';
  const opensHere = !spaceAfter && (spaceBefore || (afterPunctuation && OPENERS.includes(before.text)));
  const closesHere = !spaceBefore && (spaceAfter || (after.kind === 'punctuation' && before !== undefined));
  const mark = (kind: Mark['kind'], opens: boolean, closes: boolean, curly: boolean): Mark | undefined =>
    opens || closes
      ? {
          at,
          kind,
          opens,
          closes,
          curly,
          afterS: before !== undefined && isWordy(before) && /[sz]$/i.test(before.text),
        }
      : undefined;
  switch (token.text) {
    case '“':
      // Closes after „ (German) and where it was typed for ”.
      return mark('double', spaceBefore || !closesHere, closesHere, true);
    case '”':
      return mark('double', false, true, true);
    case '«':
    case '„':
      return mark('double', true, false, true);
    case '»':
      return mark('double', false, true, true);
    case '"': {
      // Inches: 11" and 5'11".
      if (
        !token.gap &&
        before?.kind === 'number' &&
        tokens[at - 2]?.text === "'" &&
        tokens[at - 3]?.kind === 'number'
      )
        return undefined;
      // A mark with no space on either side opens when a letter follows and punctuation stands before it.
      return mark(
        'double',
        opensHere || (!spaceAfter && isWordy(after) && !isWordy(before)),
        closesHere || (!spaceBefore && isWordy(before)),
        false,
      );
    }
    case '‘':
      if (after?.kind === 'number' && !after.gap && /^s\b/i.test(tokens[at + 2]?.text ?? ''))
        return undefined;
      return mark('single', !spaceAfter && !isClipped(tokens, at), false, true);
    case '’':
      return mark('single', false, !spaceBefore && (spaceAfter || after.kind === 'punctuation'), true);
    case "'":
    case '`': {
      if (!token.gap && before?.kind === 'number' && after?.kind === 'number' && !after.gap) return undefined;
      const opens = opensHere && isOpenable(after) && !isClipped(tokens, at) && !isDecade(tokens, at);
      return mark(
        'single',
        opens,
        closesHere && !(before?.kind === 'number' && before.text.length <= 2 && after?.kind === 'number'),
        false,
      );
    }
    default:
      return undefined;
  }
}

const isOpenable = (token: Token | undefined): boolean =>
  token !== undefined && (token.kind !== 'punctuation' || '£$€[(…."“'.includes(token.text));

const isClipped = (tokens: readonly Token[], at: number): boolean => CLIPPED.has(tokens[at + 1]?.lower ?? '');

/** '90s and the '80s. */
const isDecade = (tokens: readonly Token[], at: number): boolean => {
  const number = tokens[at + 1];
  const letter = tokens[at + 2];
  return number?.kind === 'number' && number.text.length === 2 && letter?.lower === 's' && !letter.gap;
};

interface Found {
  readonly open: number;
  /** Token of the closing mark; undefined for a quotation left open, which ends before token `until`. */
  readonly close?: number;
  readonly until: number;
  readonly kind: Mark['kind'];
}

/**
 * Finds the quotations of a block in one pass over its tokens. A quotation that is left open ends with the block or
 * before the next opening mark; whether the next block goes on with it is for the reader of the document to say.
 */
export function recogniseQuotations(text: string, tokens: readonly Token[]): readonly QuotationMention[] {
  const marks: Mark[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const mark = readMark(tokens, at);
    if (mark) marks.push(mark);
  }
  const closers = nextClosers(marks, tokens);
  const found: Found[] = [];
  let double: Mark | undefined;
  let single: Mark | undefined;

  const endsSentence = (before: number): boolean => {
    const token = tokens[before - 1];
    return token !== undefined && SENTENCE_END.includes(token.text);
  };
  const leaveOpen = (mark: Mark, until: number): void => {
    if (endsSentence(until) || closedBy(tokens, until)) found.push({ open: mark.at, until, kind: mark.kind });
  };

  marks.forEach((mark, n) => {
    if (mark.kind === 'double') {
      if (!double) {
        if (mark.opens) double = mark;
        return;
      }
      if (mark.closes && !(mark.opens && (tokens[mark.at] as Token).gap)) {
        found.push({ open: double.at, close: mark.at, until: mark.at, kind: 'double' });
        if (single && single.at > double.at) single = undefined;
        double = undefined;
        return;
      }
      if (mark.opens) {
        // Reopened with no closing mark: a paragraph that goes on, or a stray mark, which is dropped.
        leaveOpen(double, mark.at);
        if (single && single.at > double.at) single = undefined;
        double = mark;
      }
      return;
    }
    if (double && single && single.at < double.at) return;
    if (!single) {
      if (mark.opens) single = mark;
      return;
    }
    if ((tokens[mark.at] as Token).start - (tokens[single.at] as Token).end > MAX_SINGLE) {
      single = mark.opens ? mark : undefined;
      return;
    }
    if (mark.closes && !isPossessive(mark, closers[n] as boolean, tokens)) {
      found.push({ open: single.at, close: mark.at, until: mark.at, kind: 'single' });
      single = undefined;
    } else if (mark.opens) {
      leaveOpen(single, mark.at);
      single = mark;
    }
  });
  if (double) leaveOpen(double, tokens.length);
  if (single && (!double || (single as Mark).at < (double as Mark).at)) leaveOpen(single, tokens.length);
  return toMentions(text, tokens, found);
}

/** A quotation inside may close where the outer one is left open: “He said ‘no.’ */
const closedBy = (tokens: readonly Token[], until: number): boolean => {
  const last = tokens[until - 1];
  return (
    last !== undefined &&
    '”’"\')'.includes(last.text) &&
    SENTENCE_END.includes(tokens[until - 2]?.text ?? ' ')
  );
};

/** For each mark: whether a certain closing single mark follows before the next single opening one. */
function nextClosers(marks: readonly Mark[], tokens: readonly Token[]): readonly boolean[] {
  const result: boolean[] = new Array(marks.length).fill(false);
  let closer = -1;
  for (let n = marks.length - 1; n >= 0; n--) {
    const mark = marks[n] as Mark;
    const { start } = tokens[mark.at] as Token;
    result[n] = closer >= 0 && closer - start < 400;
    if (mark.kind !== 'single') continue;
    if (mark.opens) closer = -1;
    else if (mark.closes && !mark.afterS) closer = start;
  }
  return result;
}

/** "the workers' rights": an s, the mark, and a lower-case word, with a better closing mark to come. */
function isPossessive(mark: Mark, betterFollows: boolean, tokens: readonly Token[]): boolean {
  if (!mark.afterS || !betterFollows) return false;
  const after = tokens[mark.at + 1];
  return after !== undefined && after.kind === 'word' && after.gap;
}

function toMentions(
  text: string,
  tokens: readonly Token[],
  found: readonly Found[],
): readonly QuotationMention[] {
  const mentions: QuotationMention[] = [];
  for (const { open, close, until, kind } of found) {
    const start = (tokens[open] as Token).end;
    const lastToken = tokens[until - 1];
    const end = close === undefined ? (lastToken?.end ?? start) : (tokens[close] as Token).start;
    const outerEnd = close === undefined ? end : (tokens[close] as Token).end;
    if (end <= start || text.slice(start, end).trim() === '') continue;
    if (close === undefined && end - start > MAX_OPEN) continue;
    mentions.push({
      kind: 'quotation',
      start,
      end,
      outer: { start: (tokens[open] as Token).start, end: outerEnd },
      marks: kind,
      open: close === undefined,
      nested: false,
    });
  }
  mentions.sort((a, b) => a.start - b.start || b.end - a.end);
  let reach = -1;
  return mentions.map((mention) => {
    const nested = mention.outer.end <= reach;
    if (mention.outer.end > reach) reach = mention.outer.end;
    return nested ? { ...mention, nested } : mention;
  });
}
