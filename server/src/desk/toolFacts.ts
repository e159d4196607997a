import type { FactKind } from '../findings/finding.ts';
import type { AnalysedBlock, AnalysedDocument } from '../mentions/analysedDocument.ts';
import type { LocalMention } from '../mentions/mention.ts';
import { sentenceAt } from '../prose/document.ts';
import { skippedLines, type ToolSources } from './tools.ts';
import { DATA_NOTE, plural, quoteData, sourceData } from './toolText.ts';

/** Which facts are asked for. */
export interface FactQuery {
  readonly kind?: Exclude<FactKind, 'directive' | 'citation'>;
  /** Words that must stand in the sentence of the fact, in any case. */
  readonly contains?: string;
  readonly offset: number;
  readonly limit: number;
}

const KIND: Readonly<Record<LocalMention['kind'], Exclude<FactKind, 'directive' | 'citation'>>> = {
  quantity: 'number',
  time: 'number',
  date: 'date',
  name: 'name',
  quotation: 'quote',
};

interface ListedFact {
  readonly uri: string;
  readonly line: number;
  readonly kind: string;
  readonly words: string;
  readonly sentence: string;
}

/** Words between a number and its noun that are still told with it. */
const MAX_NOUN_GAP = 40;

/** Answer of the tool that lists facts: those of the documents given, in order, a page at a time. */
export function listedFacts(
  documents: readonly AnalysedDocument[],
  query: FactQuery,
  from: ToolSources,
): string {
  const all = documents.flatMap((document) => factsOf(document, query));
  const page = all.slice(query.offset, query.offset + query.limit);
  const lines: string[] = [];
  let sentence = '';
  for (const fact of page) {
    const place = `${quoteData(from.nameOf(fact.uri))}, line ${fact.line}: ${sourceData(fact.sentence)}`;
    if (place !== sentence) lines.push(place);
    sentence = place;
    lines.push(`  - ${fact.kind === 'quote' ? 'quotation' : fact.kind} ${quoteData(fact.words)}`);
  }
  const end = query.offset + page.length;
  return [
    `${plural(all.length, 'fact')} in ${plural(documents.length, 'document')}${page.length < all.length ? `; these are ${page.length === 0 ? 'none' : `${query.offset + 1} to ${end}`}` : ''}.`,
    ...skippedLines(from),
    ...(lines.length > 0 ? [lines.join('\n')] : []),
    ...(end < all.length ? [`Ask again with offset ${end} for the next ones.`] : []),
    DATA_NOTE,
  ].join('\n\n');
}

function factsOf(document: AnalysedDocument, { kind, contains }: FactQuery): readonly ListedFact[] {
  const wanted = contains?.toLowerCase();
  return document.blocks.flatMap((analysed) => {
    const { block, mentions } = analysed;
    return mentions.flatMap((mention): ListedFact[] => {
      if (kind !== undefined && KIND[mention.kind] !== kind) return [];
      const within = block.sentences[sentenceAt(block, mention.start)];
      const sentence = block.text.slice(within?.start, within?.end).replace(/\uFFFC/g, '…');
      if (wanted !== undefined && !sentence.toLowerCase().includes(wanted)) return [];
      const start = block.map.toDocument(mention.start);
      return [
        {
          uri: document.prose.uri,
          line: document.prose.lines.position(start).line + 1,
          kind: KIND[mention.kind],
          words: wordsOf(analysed, mention),
          sentence,
        },
      ];
    });
  });
}

/** The words of a fact, a number with the noun that it counts. */
function wordsOf({ block }: AnalysedBlock, mention: LocalMention): string {
  const noun = mention.kind === 'quantity' ? mention.noun : undefined;
  const near = noun && noun.start >= mention.end && noun.start - mention.end <= MAX_NOUN_GAP;
  return block.text.slice(mention.start, near ? noun.end : mention.end);
}
