import {
  type DocumentSymbol,
  type SymbolInformation,
  SymbolKind,
  type WorkspaceSymbol,
} from 'vscode-languageserver-types';
import { fileName } from '../../findings/evidence.ts';
import { t } from '../../l10n/message.ts';
import type { AnalysedDocument } from '../../mentions/analysedDocument.ts';
import type { LocalMention } from '../../mentions/mention.ts';
import type { CheckedDocument } from '../checker.ts';
import { toRange } from '../ranges.ts';
import { factsOfBlock, type PlacedFact } from '../sourceFacts.ts';

/** Letters of a paragraph or a quotation that name it in a list. */
const MAX_NAME = 60;

/** What each kind of fact is shown as. */
const KIND: Readonly<Record<LocalMention['kind'], SymbolKind>> = {
  quantity: SymbolKind.Number,
  date: SymbolKind.Event,
  time: SymbolKind.Event,
  name: SymbolKind.Object,
  quotation: SymbolKind.String,
};

/** The facts of a source, grouped by paragraph; nothing for a draft, whose outline is its headings. */
export function documentSymbols({ role, analysed }: CheckedDocument): DocumentSymbol[] {
  if (role !== 'source') return [];
  const { lines } = analysed.prose;
  return analysed.blocks.flatMap(({ block }, at) => {
    const children = distinctFacts(analysed, at).map((fact): DocumentSymbol => {
      const range = toRange(lines, fact);
      return { name: shorten(fact.label), kind: KIND[fact.mention.kind], range, selectionRange: range };
    });
    if (children.length === 0) return [];
    const range = toRange(lines, block.map.spanToDocument({ start: 0, end: block.text.length }));
    const [first] = block.sentences;
    const name = shorten(block.text.slice(first?.start ?? 0, first?.end).replace(/\s+/g, ' '));
    const detail = t(children.length === 1 ? '{0} fact' : '{0} facts', children.length);
    const kind = block.kind === 'heading' ? SymbolKind.String : SymbolKind.Namespace;
    return [
      { name, detail, kind, range, selectionRange: { start: range.start, end: range.start }, children },
    ];
  });
}

/** The same facts for clients that know no tree. */
export const asSymbolInformation = (uri: string, symbols: readonly DocumentSymbol[]): SymbolInformation[] =>
  symbols.flatMap(({ name: containerName, children = [] }) =>
    children.map(({ name, kind, range }) => ({ name, kind, containerName, location: { uri, range } })),
  );

/** More symbols than this are not read by anyone; a longer query brings the others. */
const MAX_SYMBOLS = 300;

/** Facts of the sources whose words hold every word of `query`, one for each source and wording. */
export function workspaceSymbols(sources: Iterable<AnalysedDocument>, query: string): WorkspaceSymbol[] {
  const wanted = fold(query).split(' ').filter(Boolean);
  const symbols: WorkspaceSymbol[] = [];
  for (const source of sources) {
    const { uri, lines } = source.prose;
    const seen = new Set<string>();
    for (let block = 0; block < source.blocks.length; block++) {
      for (const fact of factsOfBlock(source, block)) {
        const words = fold(fact.label);
        const key = keyOf(fact);
        if (seen.has(key) || !wanted.every((word) => words.includes(word))) continue;
        seen.add(key);
        if (symbols.length >= MAX_SYMBOLS) return symbols;
        symbols.push({
          name: shorten(fact.label),
          kind: KIND[fact.mention.kind],
          containerName: fileName(uri),
          location: { uri, range: toRange(lines, fact) },
        });
      }
    }
  }
  return symbols;
}

function distinctFacts(document: AnalysedDocument, block: number): readonly PlacedFact[] {
  const seen = new Set<string>();
  return factsOfBlock(document, block).filter((fact) => {
    const key = keyOf(fact);
    if (seen.has(key) || fact.label === '') return false;
    seen.add(key);
    return true;
  });
}

const keyOf = ({ mention, label }: PlacedFact): string => `${mention.kind} ${fold(label)}`;

const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’‘]/g, "'").replace(/\s+/g, ' ').toLowerCase();

function shorten(text: string): string {
  if (text.length <= MAX_NAME) return text;
  const cut = text.lastIndexOf(' ', MAX_NAME);
  return `${text.slice(0, cut > 0 ? cut : MAX_NAME)} …`;
}
