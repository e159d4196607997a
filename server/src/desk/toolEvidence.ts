import { retrievalOf } from '../alignment/retrieval.ts';
import type { AnalysedBlock, AnalysedDocument } from '../mentions/analysedDocument.ts';
import { documentContexts, type SentenceContext } from '../sources/context.ts';
import type { SourceIndex } from '../sources/sourceIndex.ts';
import type { FactSheet } from './factSheet.ts';
import { factsInWords, skippedLines, type ToolSources } from './tools.ts';
import { DATA_NOTE, placeInWords, plural } from './toolText.ts';

/** A sentence of a source with what it shares with a statement. */
export interface NearSentence {
  readonly uri: string;
  /** Counts from 1. */
  readonly line: number;
  readonly sentence: string;
  /** Share of the statement's words, the rare ones counting more: above 0, at most 1. */
  readonly share: number;
}

/** Less in common is no evidence for anything. */
const LEAST_SHARE = 0.15;

/** Where a sentence of a source stands. */
interface Owner {
  readonly document: AnalysedDocument;
  readonly block: number;
}

const known = new WeakMap<SourceIndex, ReadonlyMap<SentenceContext, Owner>>();

function ownersOf(index: SourceIndex): ReadonlyMap<SentenceContext, Owner> {
  const kept = known.get(index);
  if (kept) return kept;
  const owners = new Map<SentenceContext, Owner>();
  for (const { parts } of index.segments)
    for (const { document, sentences, blocks } of parts)
      sentences.forEach((sentence, i) => {
        owners.set(sentence, { document, block: blocks[i] as number });
      });
  known.set(index, owners);
  return owners;
}

/** The source sentences that share most words with a statement, best first; equals in the order of the sources. */
export function nearSentences(
  statement: AnalysedDocument,
  index: SourceIndex,
  limit: number,
): readonly NearSentence[] {
  const retrieval = retrievalOf(index);
  const owners = ownersOf(index);
  const best = new Map<SentenceContext, number>();
  for (const contexts of documentContexts(statement))
    for (const context of contexts)
      for (const [sentence, share] of retrieval.near(context))
        best.set(sentence, Math.max(best.get(sentence) ?? 0, share));
  return [...best]
    .filter(([, share]) => share >= LEAST_SHARE)
    .sort(([, a], [, b]) => b - a)
    .slice(0, limit)
    .flatMap(([context, share]) => {
      const place = owners.get(context);
      if (!place) return [];
      const { document } = place;
      const { block } = document.blocks[place.block] as AnalysedBlock;
      const start = block.map.toDocument(context.start);
      return [
        {
          uri: document.prose.uri,
          line: document.prose.lines.position(start).line + 1,
          sentence: block.text.slice(context.start, context.end).replace(/\uFFFC/g, '…'),
          share,
        },
      ];
    });
}

/** Answer of the tool that looks for evidence: what the sources say of the facts, and the nearest sentences. */
export function foundEvidence(sheet: FactSheet, near: readonly NearSentence[], from: ToolSources): string {
  const { facts } = sheet.counts;
  const sentences = near.map(
    ({ uri, line, sentence, share }, at) =>
      `${at + 1}. ${placeInWords({ file: from.nameOf(uri), line, before: '', words: sentence, after: '' })} (${Math.round(share * 100)} % of the statement’s words)`,
  );
  return [
    `Looked through ${plural(from.sources.length, 'source')}.`,
    ...skippedLines(from),
    facts === 0
      ? 'The statement has no number, date, name or quotation that could be compared: only its words were looked for.'
      : `Facts of the statement:\n${factsInWords(sheet)}`,
    sentences.length === 0
      ? 'No sentence of the sources shares enough words with the statement to be evidence for it.'
      : `Sentences nearest to the statement, best first. That they are near does not mean that they say the same:\n${sentences.join('\n')}`,
    DATA_NOTE,
  ].join('\n\n');
}
