import { distance } from 'fastest-levenshtein';
import { fileName } from '../findings/evidence.ts';
import type { CheckedFact } from '../findings/finding.ts';
import { type Message, message, t } from '../l10n/message.ts';
import type { AnalysedDocument } from '../mentions/analysedDocument.ts';
import { type Citation, citationsOf } from '../prose/citations.ts';
import { sentenceAt } from '../prose/document.ts';
import type { SourceIndex } from '../sources/sourceIndex.ts';
import type { Span } from '../text/span.ts';
import type { RuleDescription, RuleFix } from './rule.ts';

/** A citation leads to no source, or to one that does not say what it is put on. */
export const citationUnresolved: RuleDescription = {
  code: 'citation-unresolved',
  title: 'Citation without its source',
  summary:
    'A citation names a source that is not there or a line beyond its end, or the cited source has none of the facts of the sentence while another one has them.',
  level: 'warning',
  fix: 'the name that was meant, where one is close',
};

/** A citation that does not hold. The spans, the fix's included, are in the document. */
export interface CitationProblem {
  readonly span: Span;
  readonly message: Message;
  /** What the citation should name, where that is plain. */
  readonly expected: string | undefined;
  readonly fix: RuleFix | undefined;
  /** Facts that stand in another source. */
  readonly facts: readonly CheckedFact[];
}

/** The key by which a source is cited: its name without the ending ("pardons" for "pardons.txt"). */
export const citationKey = (uri: string): string =>
  fileName(uri)
    .replace(/\.[^.]*$/, '')
    .replace(/[^\p{L}\p{M}\p{N}_]+/gu, '-');

/** Letters by which a misspelled name may differ; shorter names are too much alike. */
const MAX_TYPO = 2;
const MIN_TYPO_LENGTH = 5;

/**
 * Finds the citations of a draft that do not hold. Links out of the sources' folders are left alone. `facts` gives those of
 * the whole draft; it is asked where a source is cited.
 */
export function findUnresolvedCitations(
  draft: AnalysedDocument,
  index: SourceIndex,
  facts: () => readonly CheckedFact[],
): readonly CitationProblem[] {
  if (index.sources.length === 0) return [];
  const targets = targetsOf(draft.prose.uri, index);
  const citations = citationsOf(draft.prose, targets.mayBeMeant);
  // Keys may also belong to a bibliography: they are judged where the draft cites its sources by key.
  const citesByKey = citations.some(({ kind, name }) => kind === 'key' && targets.byKey.has(name));
  const citedBy = (citation: Citation): AnalysedDocument | undefined =>
    citation.kind === 'key' ? targets.byKey.get(citation.name) : targets.byLink(citation.name);
  return citations.flatMap((citation) => {
    const cited = citedBy(citation);
    if (cited === undefined) {
      const close =
        citation.kind === 'key' ? targets.closeKey(citation.name) : targets.closeLink(citation.name);
      if (close === undefined && !(citation.kind === 'key' && citesByKey)) return [];
      return [missing(citation, close === ELSEWHERE ? undefined : close)];
    }
    // A sentence may cite several sources, each for a part of it.
    const others = citations.filter((other) => other !== citation && other.block === citation.block);
    const beside = others.flatMap((other) => citedBy(other) ?? []).filter((other) => other !== cited);
    return [...beyondEnd(citation, cited), ...saysNothing(citation, [cited, ...beside], draft, facts())];
  });
}

/** A link into a folder of sources that names none of them, nor one spelled alike. */
const ELSEWHERE = '';

type Targets = ReturnType<typeof createTargets>;

const known = new WeakMap<SourceIndex, { readonly draft: string; readonly targets: Targets }>();

/** What the citations of a draft can lead to; kept for the draft that is being written. */
function targetsOf(draft: string, index: SourceIndex): Targets {
  const last = known.get(index);
  if (last?.draft === draft) return last.targets;
  const targets = createTargets(draft, index.sources);
  known.set(index, { draft, targets });
  return targets;
}

/** Links and keys whose targets are kept. */
const MOST_NAMES = 5_000;

/** The same function, which keeps what it has found. */
function kept<T>(find: (name: string) => T): (name: string) => T {
  const found = new Map<string, { readonly value: T }>();
  return (name) => {
    let one = found.get(name);
    if (!one) {
      if (found.size >= MOST_NAMES) found.clear();
      one = { value: find(name) };
      found.set(name, one);
    }
    return one.value;
  };
}

function createTargets(draftUri: string, sources: readonly AnalysedDocument[]) {
  const byUri = new Map(sources.map((source) => [plain(source.prose.uri), source]));
  const byKey = new Map(sources.map((source) => [citationKey(source.prose.uri), source]));
  const folders = new Set([...byUri.keys()].map(folderOf));
  const endings = new Set([...byUri.keys()].map(endingOf));
  const home = folderOf(plain(draftUri));
  const pathOf = (target: string): string => {
    const [path = ''] = plain(target).split('#');
    return /^[a-z][a-z0-9+.-]*:|^\//i.test(path) ? path : joined(home, path);
  };
  const byLink = kept((target): AnalysedDocument | undefined => byUri.get(pathOf(target)));
  const closeLink = kept((target): string | undefined => {
    const path = pathOf(target);
    // a link to another draft, or to the web, cites no source
    if (path === plain(draftUri) || folderOf(path) === home) return undefined;
    if (!folders.has(folderOf(path)) || !endings.has(endingOf(path))) return undefined;
    const name = path.slice(folderOf(path).length);
    const names = [...byUri.keys()].filter((uri) => folderOf(uri) === folderOf(path)).map(fileName);
    const close = closest(name, names);
    return close === undefined ? ELSEWHERE : target.replace(/[^/#]*(?=#|$)/, encodeURIComponent(close));
  });
  return {
    byKey: byKey as ReadonlyMap<string, AnalysedDocument>,
    byLink,
    closeKey: kept((key): string | undefined => closest(key, [...byKey.keys()])),
    closeLink,
    /** False for a link out of the sources' folders, which is most of them. */
    mayBeMeant: ({ kind, name }: Pick<Citation, 'kind' | 'name'>): boolean =>
      kind === 'key' || byLink(name) !== undefined || closeLink(name) !== undefined,
  };
}

const plain = (uri: string): string => {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
};

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);
const endingOf = (path: string): string => /\.[^./]*$/.exec(path)?.[0].toLowerCase() ?? '';

/** `path` seen from `folder`, with "." and ".." worked out. */
function joined(folder: string, path: string): string {
  const parts = folder.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function closest(name: string, names: readonly string[]): string | undefined {
  if (name.length < MIN_TYPO_LENGTH) return undefined;
  const near = names
    .map((other) => ({ other, by: distance(name.toLowerCase(), other.toLowerCase()) }))
    .filter(({ by }) => by <= MAX_TYPO)
    .sort((a, b) => a.by - b.by);
  return near.length === 1 || (near[0] && near[1] && near[0].by < near[1].by) ? near[0]?.other : undefined;
}

function missing(citation: Citation, close: string | undefined): CitationProblem {
  const { kind, name, start, end } = citation;
  const sign = kind === 'key' ? '@' : '';
  const newText = close === undefined ? undefined : `${sign}${close}`;
  const written = `${sign}${name}`;
  return {
    span: { start, end },
    message:
      newText === undefined
        ? message('There is no source {0}', written)
        : message('There is no source {0}; there is {1}', written, newText),
    expected: newText,
    fix:
      newText === undefined
        ? undefined
        : { title: t('Replace with “{0}”', newText), edits: [{ start, end, newText }], safe: false },
    facts: [],
  };
}

function beyondEnd({ kind, name, start, end }: Citation, cited: AnalysedDocument): CitationProblem[] {
  const line = kind === 'link' ? /#L(\d{1,7})$/.exec(name)?.[1] : undefined;
  // What follows the last line break is a line only when something stands on it.
  const lineCount = cited.prose.lines.position(cited.prose.text.trimEnd().length).line + 1;
  if (line === undefined || Number(line) <= lineCount) return [];
  const source = fileName(cited.prose.uri);
  const told =
    lineCount === 1
      ? message('{0} has 1 line, not {1}', source, line)
      : message('{0} has {1} lines, not {2}', source, lineCount, line);
  return [
    {
      span: { start, end },
      message: told,
      expected: undefined,
      fix: undefined,
      facts: [],
    },
  ];
}

/** The facts of a sentence all stand in other sources than the one that is cited for it. */
function saysNothing(
  citation: Citation,
  [cited, ...beside]: readonly [AnalysedDocument, ...AnalysedDocument[]],
  draft: AnalysedDocument,
  facts: readonly CheckedFact[],
): CitationProblem[] {
  const { start, end, block, at } = citation;
  const prose = block === undefined ? undefined : draft.blocks[block]?.block;
  if (!prose) return [];
  const sentence = prose.sentences[sentenceAt(prose, at)];
  if (!sentence) return [];
  const within = prose.map.spanToDocument(sentence);
  const inside = facts.filter(
    (fact) => within.start <= fact.start && fact.end <= within.end && fact.verdict === 'supported',
  );
  const telling = inside.filter(({ fact }) => fact !== 'name');
  const holds = (fact: CheckedFact): boolean =>
    [cited, ...beside].some(
      (source) => fact.evidence.some(({ uri }) => uri === source.prose.uri) || mentions(source, fact),
    );
  if (telling.length === 0 || inside.some(holds)) return [];
  const [first] = telling;
  const [place] = first?.evidence ?? [];
  if (!first || !place) return [];
  return [
    {
      span: { start, end },
      message: message(
        '{0} does not have “{1}”; it is in {2}:{3}',
        fileName(cited.prose.uri),
        first.text,
        fileName(place.uri),
        place.line + 1,
      ),
      expected: undefined,
      fix: undefined,
      facts: [first],
    },
  ];
}

/** True when the words of the fact, or those that speak for it elsewhere, stand anywhere in the source. */
function mentions({ prose }: AnalysedDocument, { text, evidence }: CheckedFact): boolean {
  const lower = prose.text.toLowerCase();
  return [text, ...evidence.map((place) => place.text)].some((words) => lower.includes(words.toLowerCase()));
}
