import { findWords } from '../alignment/findWords.ts';
import type { AnalysedBlock, AnalysedDocument } from '../mentions/analysedDocument.ts';
import { sentenceAt } from '../prose/document.ts';
import type { SourceIndex } from '../sources/sourceIndex.ts';
import type { Span } from '../text/span.ts';
import type { NearSentence } from './toolEvidence.ts';
import { skippedLines, type ToolSources } from './tools.ts';
import { DATA_NOTE, placeInWords, plural, quoteData } from './toolText.ts';

/** Words of a source as they may be quoted. */
interface VerbatimWords {
  readonly document: AnalysedDocument;
  readonly block: AnalysedBlock;
  /** In the text of the block. */
  readonly span: Span;
  /** Who is named as the speaker; undefined when the words are the source's own or nobody is named. */
  readonly speaker: string | undefined;
  readonly quoted: boolean;
}

/** Finds `words` in the sources, in their order, whatever the marks and capitals; a cut word at an end is made whole. */
function verbatim(
  words: string,
  index: SourceIndex,
  prefer: (uri: string) => boolean,
): VerbatimWords | undefined {
  const found = findWords(words, index.passages, prefer);
  if (!found || found.first.block !== found.last.block) return undefined;
  const { document } = found.passage;
  const at = found.first.block;
  const block = document.blocks[at] as AnalysedBlock;
  const span = { start: found.first.start, end: found.last.end };
  const quotation = block.mentions.findIndex(
    (m) => m.kind === 'quotation' && m.start <= span.start && span.end <= m.end,
  );
  const speaker = quotation < 0 ? undefined : document.speakerOf(at, quotation)?.name;
  return { document, block, span, speaker, quoted: quotation >= 0 };
}

/** Answer of the tool that gives words to quote: exactly as a source has them, with speaker and place; or why not. */
export function quotableWords(
  words: string,
  index: SourceIndex,
  near: readonly NearSentence[],
  from: ToolSources,
  prefer: (uri: string) => boolean = () => false,
): string {
  const found = verbatim(words, index, prefer);
  return [
    `Looked through ${plural(from.sources.length, 'source')}.`,
    ...skippedLines(from),
    found ? verbatimInWords(found, from) : nearestInWords(near, from),
    DATA_NOTE,
  ].join('\n\n');
}

function verbatimInWords(
  { document, block, span, speaker, quoted }: VerbatimWords,
  from: ToolSources,
): string {
  const { text, sentences, map } = block.block;
  const sentence = sentences[sentenceAt(block.block, span.start)] ?? { start: 0, end: text.length };
  const end = Math.max(sentence.end, span.end);
  const line = document.prose.lines.position(map.toDocument(span.start)).line + 1;
  const place = {
    file: from.nameOf(document.prose.uri),
    line,
    before: text.slice(sentence.start, span.start),
    words: text.slice(span.start, span.end),
    after: text.slice(span.end, end),
  };
  const said = quoted
    ? speaker === undefined
      ? 'They stand between quotation marks in the source; who says them is not told beside them.'
      : `They stand between quotation marks in the source, said by ${quoteData(speaker)}.`
    : 'They are the words of the source itself: nobody in it is quoted as saying them.';
  return [
    `The words as the source has them; quote nothing else: ${quoteData(place.words)}`,
    said,
    placeInWords(place),
  ].join('\n');
}

function nearestInWords(near: readonly NearSentence[], from: ToolSources): string {
  const lines = near.map(({ uri, line, sentence }, at) =>
    [
      `${at + 1}. `,
      placeInWords({ file: from.nameOf(uri), line, before: '', words: sentence, after: '' }),
    ].join(''),
  );
  return [
    'No source has these words in this order: do not put them between quotation marks.',
    ...(lines.length > 0 ? [`Sentences nearest to them, best first:\n${lines.join('\n')}`] : []),
  ].join('\n');
}
