import { join } from 'node:path';
import { build } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';
// @ts-expect-error plain JavaScript
import { extensionServerBundles, serverBundles } from '../scripts/lib/serverBundles.mjs';

/** What the two files of the server are made of, minified as they are shipped. */

const root = join(import.meta.dirname, '..');

interface Bundled {
  readonly kilobytes: number;
  /** Kilobytes by the file they come from. */
  readonly parts: ReadonlyMap<string, number>;
}

async function bundled(options: object): Promise<Bundled> {
  const { metafile } = await build({
    ...options,
    absWorkingDir: root,
    bundle: true,
    minify: true,
    legalComments: 'none',
    metafile: true,
    write: false,
    logLevel: 'error',
  });
  const [output] = Object.values(metafile.outputs);
  const parts = Object.entries(output?.inputs ?? {}).map(
    ([path, { bytesInOutput }]) => [path, bytesInOutput / 1024] as const,
  );
  return { kilobytes: (output?.bytes ?? 0) / 1024, parts: new Map(parts.filter(([, size]) => size > 0)) };
}

const own = ({ parts }: Bundled): readonly string[] =>
  [...parts.keys()].filter((path) => path.startsWith('server/')).sort();

describe.each([
  ['the npm package', serverBundles],
  ['the extension', extensionServerBundles],
])('in %s', (_, bundles) => {
  let first: Bundled;
  let second: Bundled;
  beforeAll(async () => {
    [first, second] = (await Promise.all(bundles('dist').map(bundled))) as [Bundled, Bundled];
  });

  test('the first file is the protocol and little else', () => {
    expect(first.kilobytes).toBeLessThan(205);
    const ours = own(first).map((path) => first.parts.get(path) ?? 0);
    expect(ours.reduce((sum, size) => sum + size)).toBeLessThan(7);
  });

  test('the second file stays within its size', () => {
    const lexicon = second.parts.get('server/src/mentions/lexicon.generated.ts') ?? 0;
    expect(lexicon).toBeGreaterThan(90);
    expect(second.kilobytes - lexicon).toBeLessThan(890);
  });

  test('no package is in both, and of ours only what keeps nothing', () => {
    const both = [...first.parts.keys()].filter((path) => second.parts.has(path));
    expect(both.sort()).toEqual([
      'server/src/config/version.ts',
      'server/src/server/positionEncoding.ts',
      'server/src/service/announced.ts',
      'server/src/service/turns.ts',
    ]);
  });

  test('the second file takes the protocol from the first', () => {
    const packages = [...second.parts.keys()].filter((path) => /node_modules\/vscode-(?!uri)/.test(path));
    expect(packages.map((path) => path.split('node_modules/')[1]?.split('/')[0])).toEqual([
      'vscode-languageserver-textdocument',
    ]);
  });

  test('nothing for writing Markdown is in it', () => {
    const writing = /node_modules\/(mdast-util-to-markdown|markdown-table|mdast-util-find-and-replace)\//;
    expect([...second.parts.keys()].filter((path) => writing.test(path))).toEqual([]);
  });
});
