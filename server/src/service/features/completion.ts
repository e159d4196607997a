import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
  type Position,
} from 'vscode-languageserver-types';
import { placeOf as sourcePlaceOf } from '../../alignment/alignment.ts';
import { fileName, toEvidence } from '../../findings/evidence.ts';
import { excerptOf } from '../../findings/excerpt.ts';
import type { AnalysedBlock } from '../../mentions/analysedDocument.ts';
import type { DateMention, QuantityMention, QuotationMention } from '../../mentions/mention.ts';
import { contextsOf, type LocatedMention } from '../../sources/context.ts';
import type { SourceEntity } from '../../sources/entityTable.ts';
import type { SourceIndex } from '../../sources/sourceIndex.ts';
import { termOf } from '../../sources/vocabulary.ts';
import { escapeProse } from '../../text/escape.ts';
import { foldName } from '../../text/fold.ts';
import type { CheckedDocument } from '../checker.ts';
import type { Markup } from '../markup.ts';
import { toRange } from '../ranges.ts';
import { labelSpan, proseWords } from '../sourceFacts.ts';
import { isTypedOut, type Writing, writingAt } from '../writing.ts';

/** A longer list is not read while one writes. */
const MAX_ITEMS = 20;

/** Longer quotations are taken from the source itself. */
const MAX_QUOTATION = 400;

/** Mentions of one name that are compared with the sentence being written. */
const MAX_MENTIONS = 100;

/** How much a word of the sentence before counts beside one of the sentence being written. */
const BEFORE = 0.25;

/** Words of a source that may go on from what is typed. */
interface Candidate {
  readonly words: string;
  readonly kind: CompletionItemKind;
  readonly at: LocatedMention;
  readonly score: number;
}

/** Names, numbers, dates and quotations of the sources that begin with what is being written. */
export function completion(checked: CheckedDocument, position: Position, markup: Markup): CompletionList {
  const { lines } = checked.analysed.prose;
  const readings = checked.role === 'draft' ? writingAt(checked, lines.offset(position)) : [];
  for (const writing of readings) {
    const list = isTypedOut(writing) ? undefined : listFor(checked, writing, markup);
    if (list) return list;
  }
  return { isIncomplete: false, items: [] };
}

function listFor(checked: CheckedDocument, writing: Writing, markup: Markup): CompletionList | undefined {
  const { index } = checked.sources;
  const found = best(candidates(writing, index, fitFor(checked, writing, index)));
  if (found.length === 0) return undefined;
  const { lines } = checked.analysed.prose;
  const range = toRange(lines, writing.replaced);
  const items = found.slice(0, MAX_ITEMS).map((candidate, rank): CompletionItem => {
    const text = escapeFor(checked, candidate.words) + writing.closing;
    const { typed } = writing;
    return {
      label: shorten(candidate.words),
      kind: candidate.kind,
      ...describe(candidate, markup),
      sortText: String(rank).padStart(3, '0'),
      // Editors compare what is typed with this, letter by letter; a typed "e" may stand for an "é".
      filterText: candidate.words.startsWith(typed)
        ? candidate.words
        : typed + candidate.words.slice(typed.length),
      insertTextFormat: InsertTextFormat.PlainText,
      textEdit: { range, newText: text },
    };
  });
  return { isIncomplete: found.length > MAX_ITEMS, items };
}

function candidates(writing: Writing, index: SourceIndex, score: Fit): Candidate[] {
  const typed = foldName(writing.typed);
  const begins = (words: string) => {
    const folded = foldName(words);
    return folded.startsWith(typed) && folded !== typed;
  };
  // Most facts of many sources fall to their first letter, before any text is made of them.
  const mayBegin = (at: LocatedMention, start: number) => {
    const { text } = (at.document.blocks[at.block] as AnalysedBlock).block;
    return typed === '' || foldName(text.charAt(start)) === typed.charAt(0);
  };
  const dates = (): Candidate[] =>
    index.dates
      .filter((at) => mayBegin(at, at.mention.start) && isCalendarDate(at.mention))
      .map((at) => ({ at, words: wordsOf(at, at.mention) }))
      .filter(({ words }) => begins(words))
      .map(({ at, words }) => ({ words, at, kind: CompletionItemKind.Event, score: score(at) }));
  switch (writing.kind) {
    case 'quotation':
      return index.quotations
        .filter((at) => mayBegin(at, at.mention.start) && isQuotable(at.mention))
        .map((at) => ({ at, words: wordsOf(at, at.mention) }))
        .filter(({ words }) => words.includes(' ') && begins(words))
        .map(({ at, words }) => ({
          words,
          at,
          kind: CompletionItemKind.Text,
          score: score(at) + score.speaker(at),
        }));
    case 'number':
      return [
        ...index.quantities.flatMap((at): Candidate[] => {
          const { start, number } = at.mention;
          if (!mayBegin(at, start) && !mayBegin(at, number.start)) return [];
          const words = numberWords(at).find(begins);
          return words ? [{ words, at, kind: CompletionItemKind.Value, score: score(at) }] : [];
        }),
        ...dates(),
      ];
    case 'name':
      return [
        ...index.entities.entities.flatMap((entity): Candidate[] => {
          const mayFit = entity.forms.some((form) =>
            form.some((word) => foldName(word.charAt(0)) === typed.charAt(0)),
          );
          const forms = mayFit ? [...formsOf(entity)].filter(begins) : [];
          if (forms.length === 0) return [];
          const mentions = entity.mentions.slice(0, MAX_MENTIONS).map((at) => ({ at, score: score(at) }));
          return forms.flatMap((words): Candidate[] => {
            const [top] = mentions
              .filter(({ at }) => ` ${foldName(wordsOf(at, at.mention))}`.endsWith(` ${foldName(words)}`))
              .sort((a, b) => b.score - a.score);
            // Often named, sooner meant: enough to order names that fit the sentence alike.
            const frequency = Math.log(1 + entity.mentions.length) / 100;
            return top
              ? [{ words, at: top.at, kind: CompletionItemKind.Reference, score: top.score + frequency }]
              : [];
          });
        }),
        ...dates(),
      ];
  }
}

/** How the sources write a name, and for a person the surname alone, as a text does that has named them in full. */
function formsOf({ forms, mentions }: SourceEntity): Set<string> {
  const isPerson = mentions.some(({ mention }) => mention.type === 'person');
  const surnames = isPerson ? forms.flatMap((form) => form.slice(-1)) : [];
  return new Set([...forms.map((form) => form.join(' ')), ...surnames]);
}

const wordsOf = (at: LocatedMention, span: { readonly start: number; readonly end: number }): string =>
  proseWords(at.document.blocks[at.block] as AnalysedBlock, span);

/** A number as it is written, with and without the sign before it. */
function numberWords(at: LocatedMention<QuantityMention>): string[] {
  const span = labelSpan(at.mention);
  const whole = wordsOf(at, span);
  return at.mention.number.start > span.start
    ? [whole, wordsOf(at, { start: at.mention.number.start, end: span.end })]
    : [whole];
}

/** "Yesterday" and "Tuesday" mean another day in another text. */
const isCalendarDate = ({ year, month, day, quarter, relative }: DateMention): boolean =>
  relative === undefined &&
  (year !== undefined || quarter !== undefined || (month !== undefined && day !== undefined));

const isQuotable = ({ nested, open, start, end }: QuotationMention): boolean =>
  !nested && !open && end - start <= MAX_QUOTATION;

/** How well a mention fits what is being written. */
interface Fit {
  /** Sum of the telling words that its sentence shares with the sentence being written, and with the one before it. */
  (at: LocatedMention): number;
  /** The same for a speaker whom the source names in another sentence than the quotation's. */
  speaker(at: LocatedMention): number;
}

function fitFor({ analysed }: CheckedDocument, { block, start }: Writing, index: SourceIndex): Fit {
  const contexts = contextsOf(analysed.blocks[block] as AnalysedBlock);
  const current = contexts.findLastIndex((context) => context.start <= start);
  const weights = new Map<string, number>();
  for (const term of contexts[current - 1]?.bag ?? []) weights.set(term, BEFORE * index.rarity(term));
  for (const { term, start: at } of contexts[current]?.terms ?? [])
    if (at < start) weights.set(term, index.rarity(term));
  const known = new Map<LocatedMention['context'], number>();
  const fit = ({ context }: LocatedMention): number => {
    let sum = known.get(context);
    if (sum === undefined) {
      sum = 0;
      for (const [term, weight] of weights) if (context.bag.has(term)) sum += weight;
      known.set(context, sum);
    }
    return sum;
  };
  const speaker = (at: LocatedMention): number => {
    const { name = '' } = at.document.speakerOf(at.block, at.index) ?? {};
    const terms = name.split(' ').map((word) => termOf(foldName(word)));
    return terms.reduce((sum, term) => sum + (at.context.bag.has(term) ? 0 : (weights.get(term) ?? 0)), 0);
  };
  return Object.assign(fit, { speaker });
}

/** One candidate for each wording, the ones that fit the sentence best first; among equals the source's order. */
function best(all: readonly Candidate[]): Candidate[] {
  const byWords = new Map<string, Candidate>();
  for (const candidate of all) {
    const known = byWords.get(candidate.words);
    if (!known || known.score < candidate.score) byWords.set(candidate.words, candidate);
  }
  return [...byWords.values()].sort((a, b) => b.score - a.score);
}

function describe({ at }: Candidate, markup: Markup): Pick<CompletionItem, 'detail' | 'documentation'> {
  const evidence = toEvidence(sourcePlaceOf(at));
  const { before, words, after } = excerptOf(evidence, at.document);
  const place = `${fileName(evidence.uri)}:${evidence.line + 1}`;
  const link = markup.link(place, `${evidence.uri}#L${evidence.line + 1}`);
  const value = `${markup.quote(before, words, after)}\n\n${link}`;
  return { detail: place, documentation: { kind: markup.kind, value } };
}

/** In Markdown, signs of the source that would become markup are escaped; what the reader sees stays verbatim. */
const escapeFor = ({ analysed }: CheckedDocument, words: string): string =>
  analysed.prose.format === 'markdown' ? escapeProse(words) : words;

function shorten(text: string): string {
  if (text.length <= 80) return text;
  const cut = text.lastIndexOf(' ', 80);
  return `${text.slice(0, cut > 0 ? cut : 80)} …`;
}
