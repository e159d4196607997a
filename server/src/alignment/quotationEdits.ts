import type { AnalysedBlock } from '../mentions/analysedDocument.ts';
import type { Passage, PassageWord } from '../sources/passageIndex.ts';
import type { Span } from '../text/span.ts';
import type { SourcePlace, WordEdit } from './alignment.ts';
import type { Approximate, QuotedWord, Window } from './quotationWindow.ts';

/** The place of a run of source words, up to the end of the block in which it begins. */
export function placeOfWords(passage: Passage, window: Pick<Window, 'from' | 'to'>): SourcePlace {
  const first = passage.at(window.from) as PassageWord;
  let last = first;
  for (let i = window.from; i < window.to; i++) {
    const word = passage.at(i);
    if (word && word.block === first.block) last = word;
  }
  return { document: passage.document, block: first.block, start: first.start, end: last.end };
}

/** The words `from` up to `to` of a source, as they are written there. */
export function sourceText(passage: Passage, from: number, to: number): string {
  const at = placeOfWords(passage, { from, to });
  return ((passage.document.blocks[at.block] as AnalysedBlock).block.text ?? '').slice(at.start, at.end);
}

/** What the source writes between two neighbouring words; a space where they stand in two blocks. */
function gapBehind(passage: Passage, at: number): string {
  const [one, two] = [passage.at(at), passage.at(at + 1)];
  if (!one || !two || one.block !== two.block) return ' ';
  const gap = (passage.document.blocks[one.block] as AnalysedBlock).block.text.slice(one.end, two.start);
  return /^[\s,;:‐‑–—-]*$/.test(gap) ? gap.replace(/\s+/g, ' ') : ' ';
}

/** Puts source words, `from` up to `to`, between the draft's words `before` and `after`, each of which stands beside them in the source. */
function inserted(
  passage: Passage,
  from: number,
  to: number,
  before: QuotedWord | undefined,
  after: QuotedWord | undefined,
  text: string,
): WordEdit {
  const middle = sourceText(passage, from, to);
  const own = ({ start, end }: Span) => text.slice(start, end);
  if (!before || !after) {
    const word = (after ?? before) as QuotedWord;
    return {
      start: word.start,
      end: word.end,
      source: after ? `${middle} ${own(word)}` : `${own(word)} ${middle}`,
    };
  }
  const lead = gapBehind(passage, from - 1);
  const tail = gapBehind(passage, to - 1);
  const gap = text.slice(before.end, after.start).replace(/\s+/g, ' ');
  if (lead === gap) return { start: after.start, end: after.end, source: middle + tail + own(after) };
  if (tail === gap) return { start: before.start, end: before.end, source: own(before) + lead + middle };
  return { start: before.start, end: after.end, source: own(before) + lead + middle + tail + own(after) };
}

/** Turns an alignment into edits of the draft's words; what the draft leaves out is put beside a word of its own. */
export function editsOf(
  { pairs }: Approximate,
  words: readonly QuotedWord[],
  passage: Passage,
  text: string,
): WordEdit[] {
  const wordOf = (at: number | undefined) => (at === undefined ? undefined : words[at]);
  const edits: WordEdit[] = [];
  let i = 0;
  while (i < pairs.length) {
    if (pairs[i]?.same) {
      i++;
      continue;
    }
    const from = i;
    while (i < pairs.length && !pairs[i]?.same) i++;
    const run = pairs.slice(from, i);
    const draft = run.flatMap((p) => (p.draft === undefined ? [] : [p.draft]));
    const source = run.flatMap((p) => (p.source === undefined ? [] : [p.source]));
    const [first, last] = [source[0], source.at(-1)];
    if (draft.length === 0) {
      const [before, after] = [wordOf(pairs[from - 1]?.draft), wordOf(pairs[i]?.draft)];
      edits.push(inserted(passage, first as number, (last as number) + 1, before, after, text));
      continue;
    }
    edits.push({
      start: (words[draft[0] as number] as QuotedWord).start,
      end: (words[draft.at(-1) as number] as QuotedWord).end,
      source: first === undefined ? '' : sourceText(passage, first, (last as number) + 1),
    });
  }
  return edits;
}
