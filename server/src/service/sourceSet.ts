import { t } from '../l10n/message.ts';
import type { AnalysedDocument } from '../mentions/analysedDocument.ts';
import { withDateOrder } from '../mentions/dateOrder.ts';
import type { ProseDocument, TextDocumentSnapshot, TextFormat } from '../prose/document.ts';
import { frontMatterOf } from '../prose/frontMatter.ts';
import { createReadingMemory } from '../prose/readingMemory.ts';
import type { DateOrder } from '../rules/options.ts';
import { type DecodedSource, decodeSource, formatSize } from '../sources/decode.ts';
import { foreignLanguage, readSourceDetails } from '../sources/details.ts';
import type { SourceIndex } from '../sources/sourceIndex.ts';
import type { Engine } from './engine.ts';
import { createPauses, type Pause } from './pauses.ts';
import type { FolderSettings } from './settingsCache.ts';
import { createMatcher, type PathMatcher } from './sourceGlobs.ts';
import { normaliseUri, relativePath } from './uris.ts';
import type { FoundFiles, WorkspaceHost } from './workspaceHost.ts';

/** A source that is skipped, and why in plain words: "is empty". */
export interface SourceProblem {
  readonly uri: string;
  readonly reason: string;
}

/** All sources of one folder at one moment. A set is never changed, only replaced. */
export interface SourceSet {
  /** Differs from every other set's. */
  readonly id: number;
  readonly root: string;
  readonly index: SourceIndex;
  /** Analysed sources by normalised URI, sorted by URI. */
  readonly sources: ReadonlyMap<string, AnalysedDocument>;
  readonly problems: readonly SourceProblem[];
  /** Numbers, dates, names and quotations in all sources. */
  readonly facts: number;
}

interface AnalysedSource {
  readonly text: string;
  readonly order: DateOrder | undefined;
  readonly document: AnalysedDocument;
}

/** What is kept of one folder between two readings, so that only what changed is read and analysed again. */
export interface SourceSetCache {
  /** Files the globs found; undefined when they must be looked for again. */
  files: FoundFiles | undefined;
  /** Text of files on disk by URI; an entry is dropped when its file changes. */
  readonly contents: Map<string, DecodedSource>;
  readonly analysed: Map<string, AnalysedSource>;
  /** Text of each source while its file was there: an open document that still has it after the file went is a ghost. */
  readonly there: Map<string, string>;
  /** Raised by each change of files, so that what was read before it is not kept after it. */
  stamp: number;
  /** Settings that the files were looked for with. */
  settingsId: string | undefined;
  set: SourceSet | undefined;
}

/** An empty cache: everything is still to be read. */
export const emptySourceSetCache = (): SourceSetCache => ({
  files: undefined,
  contents: new Map(),
  analysed: new Map(),
  there: new Map(),
  stamp: 0,
  settingsId: undefined,
  set: undefined,
});

/** So many new sources are read before anyone could see it. */
const FEW = 20;

let nextSetId = 1;

/**
 * Reads the sources of a folder, open documents first, then the disk; returns the same set when nothing changed. `draft`
 * is the one that names the sources itself.
 */
export async function readSourceSet(
  cache: SourceSetCache,
  { id, base: root, settings, outside }: FolderSettings,
  host: WorkspaceHost,
  engine: Engine,
  draft?: string,
): Promise<SourceSet> {
  const settingsId = `${id} ${root} ${settings.sources.join('\n')}`;
  if (cache.settingsId !== settingsId) {
    cache.files = undefined;
    cache.contents.clear();
    cache.settingsId = settingsId;
  }
  const { maxSources, dateOrder } = settings;
  const files = await listFiles(root, settings.sources, maxSources, cache, host);
  const problems: SourceProblem[] = [];
  if (files.truncated) {
    problems.push({
      uri: root,
      reason: t('holds more than {0} sources; only the first {0} are read', maxSources),
    });
  }
  if (outside) problems.push({ uri: draft ?? root, reason: t('names sources: {0}', outside) });
  const uris = new Set(files.uris.map(normaliseUri));
  const matches = createMatcher(settings.sources);
  const onDisk = new Set(uris);
  for (const uri of openSources(root, host, matches))
    if (cache.there.get(uri) !== host.document(uri)?.text) uris.add(uri);
  const sources = new Map<string, AnalysedDocument>();
  const sorted = [...uris].sort();
  const contents = await inBatches(sorted, (uri) => readText(uri, settings.maxSourceSize, cache, host));
  const pause = createPauses(host);
  const job = sorted.length - cache.analysed.size > FEW ? host.progress?.(t('Reading sources')) : undefined;
  for (const [i, uri] of sorted.entries()) {
    job?.report(i, sorted.length);
    await pause();
    const content = contents[i] as DecodedSource;
    if ('problem' in content) {
      problems.push({ uri, reason: content.problem });
      continue;
    }
    if (onDisk.has(uri)) cache.there.set(uri, content.text);
    const details = formatOf(uri) === 'markdown' ? readSourceDetails(frontMatterOf(content.text)) : {};
    const foreign = foreignLanguage(details);
    if (foreign) problems.push({ uri, reason: foreign });
    else sources.set(uri, await analyseSource(uri, content.text, dateOrder, cache, engine, pause));
  }
  job?.end();
  for (const uri of [...cache.there.keys()])
    if (!onDisk.has(uri) && host.document(uri) === undefined) cache.there.delete(uri);
  for (const uri of [...cache.analysed.keys()]) if (!sources.has(uri)) cache.analysed.delete(uri);
  if (cache.set && sameContent(cache.set, sources, problems)) return cache.set;
  for (const _ of engine.prepareSources?.([...sources.values()]) ?? []) await pause();
  cache.set = {
    id: nextSetId++,
    root,
    index: engine.createSourceIndex([...sources.values()]),
    sources,
    problems,
    facts: [...sources.values()].reduce((sum, source) => sum + countMentions(source), 0),
  };
  return cache.set;
}

/** Files read at once: each may be a request over a network, but few of them should be open together. */
const READ_AT_ONCE = 16;

async function inBatches<T>(uris: readonly string[], read: (uri: string) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let at = 0; at < uris.length; at += READ_AT_ONCE)
    results.push(...(await Promise.all(uris.slice(at, at + READ_AT_ONCE).map(read))));
  return results;
}

async function listFiles(
  root: string,
  globs: readonly string[],
  limit: number,
  cache: SourceSetCache,
  host: WorkspaceHost,
): Promise<FoundFiles> {
  if (cache.files) return cache.files;
  const { stamp } = cache;
  const files = await host.findFiles(root, globs, limit);
  if (stamp === cache.stamp) cache.files = files;
  return files;
}

/** Open documents below `root` that match; one that is not saved yet is a source too. */
function openSources(root: string, host: WorkspaceHost, matches: PathMatcher): string[] {
  return host
    .documents()
    .map((document) => normaliseUri(document.uri))
    .filter((uri) => {
      const path = relativePath(root, uri);
      return path !== undefined && matches(path);
    });
}

async function readText(
  uri: string,
  maxSize: number,
  cache: SourceSetCache,
  host: WorkspaceHost,
): Promise<DecodedSource> {
  const open = host.document(uri);
  if (open) {
    if (open.text.length > maxSize) return { problem: overSize(maxSize) };
    return open.text.trim() === '' ? { problem: t('is empty') } : { text: open.text };
  }
  const known = cache.contents.get(uri);
  if (known) return known;
  const { stamp } = cache;
  const content = await host.readFile(uri, maxSize);
  const text = 'problem' in content ? content : decodeSource(content.bytes, maxSize);
  if (stamp === cache.stamp) cache.contents.set(uri, text);
  return text;
}

/** How a text over the size limit is explained. */
export const overSize = (maxSize: number): string =>
  t('is larger than {0} (setting touchstone.maxSourceSize)', formatSize(maxSize));

async function analyseSource(
  uri: string,
  text: string,
  order: DateOrder | undefined,
  cache: SourceSetCache,
  engine: Engine,
  pause: Pause,
): Promise<AnalysedDocument> {
  const known = cache.analysed.get(uri);
  if (known?.text === text && known.order === order) return known.document;
  const prose = await readInSteps({ uri, format: formatOf(uri), text }, engine, pause);
  const steps = engine.analyseInSteps?.(prose);
  const document = withDateOrder(steps ? await inSteps(steps, pause) : engine.analyse(prose), order);
  cache.analysed.set(uri, { text, order, document });
  return document;
}

/** Texts longer than this are read in steps; a shorter one takes no longer than a step. */
const LONG = 8_000;

async function readInSteps(
  snapshot: TextDocumentSnapshot,
  engine: Engine,
  pause: Pause,
): Promise<ProseDocument> {
  if (snapshot.text.length > LONG && engine.prepareProse) {
    const memory = createReadingMemory();
    await inSteps(engine.prepareProse(snapshot, memory), pause);
    return engine.readProse(snapshot, memory);
  }
  const prose = engine.readProse(snapshot);
  await pause();
  return prose;
}

/** The result of work in steps, with pauses between them. */
async function inSteps<T>(steps: Generator<unknown, T, void>, pause: Pause): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await pause();
  }
}

/** Format of a file by its name. */
const formatOf = (uri: string): TextFormat =>
  /\.(md|markdown|mkd|mdown)$/i.test(uri) ? 'markdown' : 'plaintext';

const countMentions = (document: AnalysedDocument): number =>
  document.blocks.reduce((sum, block) => sum + block.mentions.length, 0);

function sameContent(
  old: SourceSet,
  sources: ReadonlyMap<string, AnalysedDocument>,
  problems: readonly SourceProblem[],
): boolean {
  return (
    old.sources.size === sources.size &&
    [...sources].every(([uri, document]) => old.sources.get(uri) === document) &&
    old.problems.length === problems.length &&
    problems.every(({ uri, reason }, i) => old.problems[i]?.uri === uri && old.problems[i]?.reason === reason)
  );
}
