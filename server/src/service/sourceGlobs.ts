import picomatch from 'picomatch';
import { t } from '../l10n/message.ts';
import { childUri, normaliseUri, parentUri, relativePath } from './uris.ts';

/** Tells whether a path relative to the folder of the globs belongs to the sources. */
export type PathMatcher = (path: string) => boolean;

const matchers = new WeakMap<readonly string[], PathMatcher>();

/**
 * Compiles globs; one that starts with "!" takes files out again. A pattern that cannot be read matches nothing. The
 * globs of one list are compiled once.
 */
export function createMatcher(globs: readonly string[]): PathMatcher {
  let matcher = matchers.get(globs);
  if (!matcher) {
    matcher = compile(globs);
    matchers.set(globs, matcher);
  }
  return matcher;
}

function compile(globs: readonly string[]): PathMatcher {
  const clean = globs.map((glob) => glob.trim()).filter((glob) => glob !== '' && glob !== '!');
  const include = clean.filter((glob) => !glob.startsWith('!')).map(withoutDotSlash);
  const ignore = clean.filter((glob) => glob.startsWith('!')).map((glob) => withoutDotSlash(glob.slice(1)));
  if (include.length === 0) return () => false;
  try {
    return picomatch(include, { ignore, nonegate: true });
  } catch {
    return () => false;
  }
}

/** The fixed folder before the first wildcard of a glob: "seeds" for "seeds/**\/*.md", "" when there is none. */
export function globBase(glob: string): string {
  const { base, isGlob } = picomatch.scan(withoutDotSlash(glob));
  if (isGlob) return base === '.' ? '' : base;
  return base.includes('/') ? base.slice(0, base.lastIndexOf('/')) : '';
}

/** One glob taken apart: how many folders it climbs before it goes down. */
interface GlobParts {
  /** "!" when it takes files out again. */
  readonly sign: string;
  /** Infinite for a path from the top. */
  readonly up: number;
  readonly rest: string;
}

function partsOf(glob: string): GlobParts {
  const clean = glob.trim();
  const taken = clean.startsWith('!');
  const sign = taken ? '!' : '';
  const path = withoutDotSlash(taken ? clean.slice(1) : clean);
  if (/^(?:\/|[A-Za-z]:\/)/.test(path)) {
    return { sign, up: Number.POSITIVE_INFINITY, rest: path.replace(/^\/+/, '') };
  }
  const climb = /^(?:\.\.\/)*/.exec(path)?.[0].length ?? 0;
  return { sign, up: climb / 3, rest: path.slice(climb) };
}

/**
 * Globs that climb out of their folder ("../texts/*.md", "/srv/texts/*.md"), written for the folder they climb to, so
 * that no glob leaves its base. Globs that climb above the top match nothing.
 */
export function rebaseGlobs(
  folder: string,
  globs: readonly string[],
): { readonly base: string; readonly globs: readonly string[] } {
  const parts = globs.map(partsOf);
  const names: string[] = [];
  let base = folder;
  for (const most = Math.max(0, ...parts.map(({ up }) => up)); names.length < most; ) {
    const parent = parentUri(base);
    if (parent === undefined) break;
    names.unshift(escapeGlob(decodeURIComponent(base.slice(base.lastIndexOf('/') + 1))));
    base = parent;
  }
  const fits = parts.filter(({ up }) => up <= names.length || up === Number.POSITIVE_INFINITY);
  return {
    base,
    globs: fits.map(
      ({ sign, up, rest }) => sign + [...names.slice(0, Math.max(0, names.length - up)), rest].join('/'),
    ),
  };
}

/**
 * The globs that may be followed from `folder`, and those that lead out of the workspace folders, which only its owner
 * may allow: a workspace could be someone else's. Without any workspace folder only paths from the top lead out.
 */
export function globsInside(
  folder: string,
  globs: readonly string[],
  workspaceFolders: readonly string[],
): { readonly inside: readonly string[]; readonly outside: readonly string[] } {
  const leadsOut = (glob: string): boolean => {
    const { sign, up } = partsOf(glob);
    if (sign === '!' || up === 0) return false;
    if (workspaceFolders.length === 0) return up === Number.POSITIVE_INFINITY;
    const { base, globs: rebased } = rebaseGlobs(folder, [glob]);
    const start =
      rebased.map((each) => normaliseUri(childUri(base, unescapeGlob(globBase(each)))))[0] ?? base;
    return !workspaceFolders.some((top) => top === start || relativePath(top, start) !== undefined);
  };
  const outside = globs.filter(leadsOut);
  return { inside: globs.filter((glob) => !outside.includes(glob)), outside };
}

/** How globs that are not followed are explained. */
export const outsideReason = (outside: readonly string[]): string =>
  t(
    outside.length === 1
      ? '{0} leads out of the workspace and is not followed (setting touchstone.sourcesOutsideWorkspace)'
      : '{0} lead out of the workspace and are not followed (setting touchstone.sourcesOutsideWorkspace)',
    outside.map((glob) => `“${glob}”`).join(', '),
  );

/** A path as a glob that matches nothing else. */
export const escapeGlob = (path: string): string => path.replace(/[\\*?[\]{}()!+@|]/g, '\\$&');

const unescapeGlob = (path: string): string => path.replace(/\\(.)/g, '$1');

const withoutDotSlash = (glob: string): string => (glob.startsWith('./') ? glob.slice(2) : glob);
