import { URI, Utils } from 'vscode-uri';

/** One spelling for each URI, so that `file:///c%3A/x` and `file:///c:/x` are the same key. */
export function normaliseUri(uri: string): string {
  try {
    return URI.parse(uri).toString();
  } catch {
    return uri;
  }
}

/** Path of `uri` relative to `folder`, with forward slashes; undefined when it lies outside. */
export function relativePath(folder: string, uri: string): string | undefined {
  try {
    const base = URI.parse(folder);
    const target = URI.parse(uri);
    if (base.scheme !== target.scheme || base.authority !== target.authority) return undefined;
    const prefix = base.path.endsWith('/') ? base.path : `${base.path}/`;
    return target.path.startsWith(prefix) ? target.path.slice(prefix.length) : undefined;
  } catch {
    return undefined;
  }
}

/** Relative reference from the document `from` to `to`, escaped for a link; undefined when they share no tree. */
export function relativeReference(from: string, to: string): string | undefined {
  const [base, target] = [URI.parse(from), URI.parse(to)];
  if (base.scheme !== target.scheme || base.authority !== target.authority) return undefined;
  const folders = base.path.split('/').slice(0, -1);
  const path = target.path.split('/');
  let same = 0;
  while (same < folders.length && same < path.length - 1 && folders[same] === path[same]) same++;
  const up = folders.slice(same).map(() => '..');
  return [...up, ...path.slice(same).map(encodeURIComponent)].join('/');
}

/** Folder that holds `uri`; undefined at the top of its tree. */
export function parentUri(uri: string): string | undefined {
  const parent = normaliseUri(Utils.dirname(URI.parse(uri)).toString());
  return parent === normaliseUri(uri) ? undefined : parent;
}

/** `name` inside the folder `uri`. */
export const childUri = (uri: string, name: string): string =>
  Utils.joinPath(URI.parse(uri), name).toString();

/** True for documents that have no place yet ("Untitled-1"). */
export const isUntitled = (uri: string): boolean => uri.startsWith('untitled:');
