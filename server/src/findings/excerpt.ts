import type { AnalysedDocument } from '../mentions/analysedDocument.ts';
import type { Evidence } from './finding.ts';

/** A sentence around evidence, on one line, cut at word ends where it is long. */
export interface Excerpt {
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/** Characters shown on either side of the words; a hover or a note with more is not read. */
const SIDE = 180;

/** The source sentence of `evidence`, without markup, split at its words. `document` is where it was found. */
export function excerptOf(evidence: Evidence, document: AnalysedDocument | undefined, side = SIDE): Excerpt {
  const prose = (document && inProse(evidence, document)) ?? inSentence(evidence);
  const before = oneLine(prose.before).trimStart();
  const after = oneLine(prose.after).trimEnd();
  return {
    before:
      before.length > side ? `… ${before.slice(before.indexOf(' ', before.length - side) + 1)}` : before,
    words: oneLine(prose.words),
    after: after.length > side ? `${after.slice(0, after.lastIndexOf(' ', side))} …` : after,
  };
}

/** Splits the sentence by offsets: sure, where the evidence lies in one block. */
function inProse(evidence: Evidence, document: AnalysedDocument): Excerpt | undefined {
  for (const { block } of document.blocks) {
    const start = block.map.toProse(evidence.start);
    const end = block.map.toProse(evidence.end);
    if (start === undefined || end === undefined || end < start) continue;
    const sentences = block.sentences.filter((span) => span.start < end && start < span.end);
    const from = Math.min(start, sentences[0]?.start ?? start);
    const to = Math.max(end, sentences.at(-1)?.end ?? end);
    const { text } = block;
    return { before: text.slice(from, start), words: text.slice(start, end), after: text.slice(end, to) };
  }
  return undefined;
}

/** Looks the words up in the sentence that came with them. */
function inSentence({ text, start, sentence }: Evidence): Excerpt {
  const at = sentence.text.startsWith(text, start - sentence.start)
    ? start - sentence.start
    : sentence.text.indexOf(text);
  if (at < 0) return { before: '', words: text, after: '' };
  return { before: sentence.text.slice(0, at), words: text, after: sentence.text.slice(at + text.length) };
}

/** White space as single spaces; what is not prose (an address, an image) stands as an ellipsis. */
const oneLine = (text: string): string => text.replace(/\uFFFC/g, '…').replace(/\s+/g, ' ');
