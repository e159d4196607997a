import type { Range, TextEdit } from 'vscode-languageserver-types';
import { type FoundWords, findWords } from '../../alignment/findWords.ts';
import { toEvidence } from '../../findings/evidence.ts';
import type { Evidence, TextEdit as SpanEdit } from '../../findings/finding.ts';
import { t } from '../../l10n/message.ts';
import type { AnalysedBlock } from '../../mentions/analysedDocument.ts';
import { comparableWords } from '../../sources/passageIndex.ts';
import { escapeProse } from '../../text/escape.ts';
import type { Span } from '../../text/span.ts';
import type { CheckedDocument } from '../checker.ts';
import { toRange, toSpan } from '../ranges.ts';
import { normaliseUri } from '../uris.ts';
import { citationLabel, citationMark } from './insertCitation.ts';

/** What is to be quoted, and where; the parameters of `touchstone/quotation`. */
export interface QuotationParams {
  readonly uri: string;
  /** What the quotation replaces in the draft. */
  readonly range: Range;
  /** Words copied from a source. */
  readonly text: string;
  /** The source they were copied from, where that is known. */
  readonly source?: string;
}

/** The edits that quote, or why there are none, in a sentence for people. */
export type QuotationAnswer =
  | {
      readonly edits: readonly TextEdit[];
      /** What the edits put at `range`. */
      readonly text: string;
      readonly place: string;
      /** Whether a check of the draft with the quotation in it agrees; short words without a speaker are not checked. */
      readonly check: 'agrees' | 'differs' | 'notChecked';
    }
  | { readonly problem: string };

/** A quotation longer than this is not one. */
const MAX_LENGTH = 10_000;

/** The quotation as edits of the draft, not yet checked. */
export interface MadeQuotation {
  readonly edits: readonly SpanEdit[];
  readonly text: string;
  /** Where the words stand in the draft once the edits are made. */
  readonly words: Span;
  readonly evidence: Evidence;
}

/** Quotes words of a source in the marks of the draft, with the citation in the style of the project. */
export function makeQuotation(
  checked: CheckedDocument,
  { range, text, source }: QuotationParams,
): MadeQuotation | { readonly problem: string } {
  if (checked.role !== 'draft') return { problem: t('This document is itself a source.') };
  if (text.trim() === '')
    return { problem: t('Nothing was copied: select words in a source and copy them first.') };
  if (text.length > MAX_LENGTH) return { problem: t('The copied text is too long for a quotation.') };
  const wanted = source === undefined ? undefined : normaliseUri(source);
  const found = findWords(text, checked.sources.index.passages, (uri) => uri === wanted);
  if (!found) return { problem: t('The copied words are in no source of this draft.') };
  const { analysed } = checked;
  const draft = analysed.prose.text;
  const at = toSpan(analysed.prose.lines, range);
  const marks = marksOf(draft);
  const quoted = withInnerMarks(wordsOf(found, text), marks);
  const evidence = toEvidence({
    document: found.passage.document,
    block: found.first.block,
    start: found.first.start,
    end: found.first.block === found.last.block ? found.last.end : found.first.end,
  });
  const inProse = analysed.prose.format === 'markdown' ? escapeProse(quoted) : quoted;
  const { mark, more } =
    analysed.prose.format === 'markdown'
      ? citationMark(evidence, checked, { at: at.end, end: at.end })
      : { mark: ` (${citationLabel(evidence)})`, more: [] };
  const before = /[\p{L}\p{N}.,;:!?)\]”’"]$/u.test(draft.slice(0, at.start)) ? ' ' : '';
  const after = /^[\p{L}\p{N}(]/u.test(draft.slice(at.end)) ? ' ' : '';
  const newText = `${before}${marks.open}${inProse}${marks.close}${mark}${after}`;
  const start = at.start + before.length + marks.open.length;
  return {
    edits: [{ ...at, newText }, ...more],
    text: newText,
    words: { start, end: start + inProse.length },
    evidence,
  };
}

/** The draft with the edits made. */
export function applyEdits(text: string, edits: readonly SpanEdit[]): string {
  let result = text;
  for (const edit of edits.toSorted((a, b) => b.start - a.start))
    result = result.slice(0, edit.start) + edit.newText + result.slice(edit.end);
  return result;
}

/** The answer once the draft with the quotation in it has been checked. */
export function quotationAnswer(
  made: MadeQuotation,
  checked: CheckedDocument,
  tried: CheckedDocument | undefined,
): QuotationAnswer {
  const { words } = made;
  const fact = tried?.facts.find(
    (candidate) => candidate.fact === 'quote' && candidate.start < words.end && words.start < candidate.end,
  );
  const { lines } = checked.analysed.prose;
  return {
    edits: made.edits.map((edit) => ({ range: toRange(lines, edit), newText: edit.newText })),
    text: made.text,
    place: citationLabel(made.evidence),
    check: fact === undefined ? 'notChecked' : fact.verdict === 'supported' ? 'agrees' : 'differs',
  };
}

interface Marks {
  readonly open: string;
  readonly close: string;
  readonly innerOpen: string;
  readonly innerClose: string;
}

/** The marks that the draft uses; typographic ones where it has none yet. */
function marksOf(draft: string): Marks {
  const straight = draft.split('"').length - 1;
  const curly = draft.split('“').length - 1;
  return straight > curly * 2
    ? { open: '"', close: '"', innerOpen: "'", innerClose: "'" }
    : { open: '“', close: '”', innerOpen: '‘', innerClose: '’' };
}

/** Double marks inside a quotation become single ones. */
const withInnerMarks = (words: string, { innerOpen, innerClose }: Marks): string =>
  words.replace(/["“”„]/g, (mark, at: number) =>
    mark === '“' || mark === '„' || (mark === '"' && (at === 0 || /[\s([—–-]$/.test(words.slice(0, at))))
      ? innerOpen
      : innerClose,
  );

/** The words of the source as it has them, with the signs at both ends that were copied and belong to them. */
function wordsOf({ passage, first, last, widenedStart, widenedEnd }: FoundWords, copied: string): string {
  const { blocks } = passage.document;
  const words = comparableWords(copied);
  const lead = widenedStart ? 0 : (words[0]?.start ?? 0) - (/^\s*/.exec(copied)?.[0].length ?? 0);
  const trail = widenedEnd ? 0 : copied.trimEnd().length - (words.at(-1)?.end ?? 0);
  const parts: string[] = [];
  for (let at = first.block; at <= last.block; at++) {
    const { text } = (blocks[at] as AnalysedBlock).block;
    const start = at === first.block ? first.start - signsBefore(text, first.start, lead) : 0;
    const end = at === last.block ? last.end + signsAfter(text, last.end, trail) : text.length;
    parts.push(text.slice(start, end));
  }
  return parts
    .join(' ')
    .replace(/\uFFFC/g, '…')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Currency signs, a minus and opening brackets belong to the word after them; quotation marks do not. */
const signsBefore = (text: string, at: number, most: number): number =>
  most <= 0
    ? 0
    : (/[\p{Sc}+\-−([#]*$/u.exec(text.slice(Math.max(0, at - Math.min(most, 3)), at))?.[0].length ?? 0);

/** Signs that end a word or a sentence, without the comma or the mark that leads on. */
const signsAfter = (text: string, at: number, most: number): number =>
  most <= 0
    ? 0
    : (/^\s?[%‰°]?[)\]]?[.!?…]?/u.exec(text.slice(at, at + Math.min(most, 4)))?.[0].trimEnd().length ?? 0);
