import { fileName } from '../../findings/evidence.ts';
import type { CheckedFact, Finding } from '../../findings/finding.ts';
import type { AnalysedDocument } from '../../mentions/analysedDocument.ts';
import { readSourceDetails } from '../../sources/details.ts';
import type { CheckedDocument } from '../checker.ts';
import { globBase } from '../sourceGlobs.ts';
import type { SourceSet } from '../sourceSet.ts';
import { childUri, normaliseUri, relativePath } from '../uris.ts';

/** The sources that a document is checked against; the answer to `touchstone/sources`. */
export interface SourcesView {
  /** Folder that a new source goes into. */
  readonly folder?: string;
  readonly globs: readonly string[];
  /** Sources that were read, then those that could not be, each sorted by path. */
  readonly sources: readonly SourceView[];
}

/** One source as a list shows it. */
export interface SourceView {
  readonly uri: string;
  /** Path relative to the folder of the globs. */
  readonly path: string;
  readonly title?: string;
  /** As written in its front matter, else as its dateline says. */
  readonly date?: string;
  readonly publisher?: string;
  readonly url?: string;
  readonly facts: number;
  /** Facts of the draft that rest on it; where no draft is asked about, of all open drafts. */
  readonly cited: number;
  /** Why it is skipped, in words that follow its name. */
  readonly skipped?: string;
  readonly problems: readonly { readonly message: string; readonly line: number }[];
}

/** Lists the sources of a set; `globs` are relative to `base`. `inconsistencies` gives what is wrong inside one. */
export function sourcesView(
  set: SourceSet,
  base: string,
  globs: readonly string[],
  drafts: readonly CheckedDocument[],
  inconsistencies: (source: AnalysedDocument) => readonly Finding[],
): SourcesView {
  const cited = citations(drafts.filter(({ sources }) => sources === set));
  const read = [...set.sources].map(([uri, source]): SourceView => {
    const { title, date, publisher, url } = readSourceDetails(source.prose.frontMatter);
    const shownDate = date ?? datelineOf(source);
    return {
      uri,
      path: pathOf(set, uri),
      ...(title !== undefined && { title }),
      ...(shownDate !== undefined && { date: shownDate }),
      ...(publisher !== undefined && { publisher }),
      ...(url !== undefined && { url }),
      facts: source.blocks.reduce((sum, { mentions }) => sum + mentions.length, 0),
      cited: cited.get(uri) ?? 0,
      problems: inconsistencies(source).map(({ message, start }) => ({
        message,
        line: source.prose.lines.position(start).line,
      })),
    };
  });
  const skipped = set.problems.map(
    ({ uri, reason }): SourceView => ({
      uri,
      path: pathOf(set, uri),
      facts: 0,
      cited: 0,
      skipped: reason,
      problems: [],
    }),
  );
  const folder = newSourceFolder(base, globs);
  return { ...(folder !== undefined && { folder }), globs, sources: [...read, ...skipped] };
}

/** The folder of the first glob that names one. */
export function newSourceFolder(root: string, globs: readonly string[]): string | undefined {
  if (root === '') return undefined;
  const first = globs.find((glob) => !glob.startsWith('!'));
  if (first === undefined) return undefined;
  const base = globBase(first);
  return normaliseUri(base === '' ? root : childUri(root, base));
}

function pathOf(set: SourceSet, uri: string): string {
  const path = relativePath(set.root, uri);
  if (path === undefined) return fileName(uri);
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

/** How many facts of the drafts rest on each source. */
function citations(drafts: readonly CheckedDocument[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { facts } of drafts) {
    for (const fact of facts) {
      for (const uri of new Set(restsOn(fact).map((evidence) => normaliseUri(evidence.uri)))) {
        counts.set(uri, (counts.get(uri) ?? 0) + 1);
      }
    }
  }
  return counts;
}

const restsOn = ({ verdict, evidence, derived }: CheckedFact): CheckedFact['evidence'] =>
  verdict === 'notEnoughInfo' ? [] : derived ? evidence : evidence.slice(0, 1);

function datelineOf({ dateline }: AnalysedDocument): string | undefined {
  if (!dateline) return undefined;
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${dateline.year}-${two(dateline.month)}-${two(dateline.day)}`;
}
