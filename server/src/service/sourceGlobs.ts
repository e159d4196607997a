import picomatch from 'picomatch';

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

const withoutDotSlash = (glob: string): string => (glob.startsWith('./') ? glob.slice(2) : glob);
