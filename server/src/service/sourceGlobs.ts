import picomatch from 'picomatch';
import { parentUri } from './uris.ts';

/** Tells whether a path relative to the folder of the globs belongs to the sources. */
export type PathMatcher = (path: string) => boolean;

/** Compiles globs; one that starts with "!" takes files out again. A pattern that cannot be read matches nothing. */
export function createMatcher(globs: readonly string[]): PathMatcher {
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

/**
 * Globs that climb out of their folder ("../texts/*.md"), written for the folder they climb to, so that no glob leaves
 * its base. Globs that climb above the top match nothing.
 */
export function rebaseGlobs(
  folder: string,
  globs: readonly string[],
): { readonly base: string; readonly globs: readonly string[] } {
  const parts = globs.map((glob) => {
    const clean = glob.trim();
    const taken = clean.startsWith('!');
    const path = withoutDotSlash(taken ? clean.slice(1) : clean);
    const climb = /^(?:\.\.\/)*/.exec(path)?.[0].length ?? 0;
    return { sign: taken ? '!' : '', up: climb / 3, rest: path.slice(climb) };
  });
  const names: string[] = [];
  let base = folder;
  for (const most = Math.max(0, ...parts.map(({ up }) => up)); names.length < most; ) {
    const parent = parentUri(base);
    if (parent === undefined) break;
    names.unshift(escapeGlob(decodeURIComponent(base.slice(base.lastIndexOf('/') + 1))));
    base = parent;
  }
  const fits = parts.filter(({ up }) => up <= names.length);
  return {
    base,
    globs: fits.map(({ sign, up, rest }) => sign + [...names.slice(0, names.length - up), rest].join('/')),
  };
}

/** A path as a glob that matches nothing else. */
export const escapeGlob = (path: string): string => path.replace(/[\\*?[\]{}()!+@|]/g, '\\$&');

const withoutDotSlash = (glob: string): string => (glob.startsWith('./') ? glob.slice(2) : glob);
