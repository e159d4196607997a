import type { FactKind } from '../findings/finding.ts';
import { fingerprint } from '../findings/fingerprint.ts';
import type { AnalysedDocument } from '../mentions/analysedDocument.ts';
import { type Block, sentenceAt } from '../prose/document.ts';
import { lastAtOrBefore } from '../text/search.ts';
import type { Span } from '../text/span.ts';

/** Text on one line, for hashing and for showing: line breaks and markup of a paragraph change no fact. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Gives each fact an id that does not depend on where it stands. */
export function createFactIds(): (kind: FactKind, words: string, sentence: string) => string {
  const seen = new Map<string, number>();
  return (kind, words, sentence) => {
    const id = fingerprint(kind, oneLine(words), sentence);
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return count === 1 ? id : `${id}-${count}`;
  };
}

/** A sentence of a draft: as it is shown, and as its facts are told apart from those of other sentences. */
export interface DraftSentence {
  readonly shown: { readonly text: string } & Span;
  /** One line; of a table cell with the heads of its row and column, without which "123" says nothing. */
  readonly identity: string;
}

/** Finds the sentence around an offset of the draft. */
export function createSentences(draft: AnalysedDocument): { at(offset: number): DraftSentence } {
  const blocks = draft.blocks
    .map(({ block }) => ({ block, span: block.map.spanToDocument({ start: 0, end: block.text.length }) }))
    .sort((a, b) => a.span.start - b.span.start);
  const known = new Map<Block, Map<number, DraftSentence>>();
  const starts = blocks.map(({ span }) => span.start);
  return {
    at(offset) {
      const block = blocks[lastAtOrBefore(starts, offset)]?.block;
      if (!block) return { shown: { text: '', start: offset, end: offset }, identity: '' };
      const index = sentenceAt(block, block.map.toProse(offset) ?? 0);
      const sentences = known.get(block) ?? new Map<number, DraftSentence>();
      known.set(block, sentences);
      const sentence = sentences.get(index) ?? readSentence(block, index);
      sentences.set(index, sentence);
      return sentence;
    },
  };
}

function readSentence(block: Block, index: number): DraftSentence {
  const span = block.sentences[index] ?? { start: 0, end: block.text.length };
  const text = oneLine(block.text.slice(span.start, span.end));
  const heads = [block.cell?.rowHead, block.cell?.columnHead].filter((head) => head !== undefined);
  return {
    shown: { ...block.map.spanToDocument(span), text },
    identity: [...heads.map(oneLine), text].join('\n'),
  };
}
