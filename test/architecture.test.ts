import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { describe, expect, test } from 'vitest';

/** The invariants of docs/architecture.md that can be read from the sources. */

const root = join(import.meta.dirname, '..');

interface Source {
  /** Path from the repository, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly string[];
}

const IMPORT =
  /(?:^|[;}])\s*(?:import|export)\s(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm;

function sourcesUnder(folder: string): readonly Source[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => {
      const path = relative(root, join(entry.parentPath, entry.name)).split(sep).join('/');
      const text = readFileSync(join(root, path), 'utf8');
      const imports = [...text.matchAll(IMPORT)].map(([, from, dynamic]) => (from ?? dynamic) as string);
      return { path, text, imports };
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

const server = sourcesUnder('server/src');
const client = sourcesUnder('client/src');

/** Each room may import itself and the rooms before it; `server` and `cli` do not import each other. */
const ROOMS = [
  'l10n',
  'text',
  'prose',
  'mentions',
  'sources',
  'alignment',
  'findings',
  'rules',
  'config',
  'desk',
  'service',
  'library',
  'server',
  'mcp',
  'cli',
] as const;

const roomOf = (path: string): string => {
  const [room = '', file] = path.replace('server/src/', '').split('/');
  return file === undefined ? '(engine)' : room;
};

const target = (source: Source, specifier: string): string => posix.join(dirname(source.path), specifier);

function mayImport(from: string, to: string): boolean {
  if (from === '(engine)') return ROOMS.indexOf(to as never) < ROOMS.indexOf('service');
  if (from === 'cli' && to === 'server') return false;
  if (to === '(engine)') return ROOMS.indexOf(from as never) >= ROOMS.indexOf('service');
  return ROOMS.indexOf(to as never) <= ROOMS.indexOf(from as never);
}

const belowService = server.filter(
  ({ path }) => !['service', 'library', 'server', 'mcp', 'cli'].includes(roomOf(path)),
);

/** `file: what`, for each thing that must not be there. */
const report = (
  sources: readonly Source[],
  wrong: (source: Source) => readonly string[],
): readonly string[] => sources.flatMap((source) => wrong(source).map((what) => `${source.path}: ${what}`));

test('the sources and their imports are found', () => {
  expect(server.length).toBeGreaterThan(50);
  expect(client.length).toBeGreaterThan(0);
  const engine = server.find(({ path }) => path === 'server/src/engine.ts');
  expect(engine?.imports).toContain('./rules/check.ts');
});

describe('rooms', () => {
  test('every file of the server stands in a known room', () => {
    const rooms = new Set(server.map(({ path }) => roomOf(path)));
    expect([...rooms].filter((room) => room !== '(engine)' && !ROOMS.includes(room as never))).toEqual([]);
  });

  test('imports between rooms go one way', () => {
    const arrows = report(server, (source) =>
      source.imports
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => target(source, specifier))
        .filter((path) => !path.startsWith('server/src/') || !mayImport(roomOf(source.path), roomOf(path))),
    );
    expect(arrows).toEqual([]);
  });

  test.each([
    ['text', 'prose', false],
    ['prose', 'text', true],
    ['rules', 'findings', true],
    ['findings', 'rules', false],
    ['cli', 'server', false],
    ['server', 'cli', false],
    ['cli', 'service', true],
    ['(engine)', 'rules', true],
    ['(engine)', 'service', false],
    ['mentions', '(engine)', false],
    ['service', '(engine)', true],
  ])('%s may import %s: %s', (from, to, allowed) => {
    expect(mayImport(from, to)).toBe(allowed);
  });
});

test('below the service there is no VS Code, no protocol and no Node', () => {
  const foreign = report(belowService, ({ imports }) =>
    imports.filter(
      (specifier) => /^(vscode|node:)/.test(specifier) || ['fs', 'path', 'os', 'url'].includes(specifier),
    ),
  );
  expect(foreign).toEqual([]);
});

test('what runs in a browser too uses nothing of Node', () => {
  const forNode = /^(server\/src\/server\/node\w*|client\/src\/extension|client\/src\/node\w*)\.ts$/;
  const everywhere = [
    ...server.filter(({ path }) => !['mcp', 'cli'].includes(roomOf(path)) && !forNode.test(path)),
    ...client.filter(({ path }) => !forNode.test(path)),
  ];
  const foreign = report(everywhere, ({ text, imports }) => [
    ...imports.filter((specifier) => /^node:|\/node$/.test(specifier)),
    ...(text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '').match(/\bprocess\.|\bBuffer\b|\bNodeJS\./g) ?? []),
  ]);
  expect(foreign).toEqual([]);
  const loaded = report(server, ({ path, imports }) =>
    roomOf(path) === 'cli' || forNode.test(path)
      ? []
      : imports.filter((name) => /\/node(?!Files)\w*\.ts$/.test(name)),
  );
  expect(loaded, 'loaded where it runs only').toEqual(['server/src/server/extensionServer.ts: ./node.ts']);
});

test('only the service and the server know types of the protocol', () => {
  const others = server.filter(({ path }) => !['service', 'server'].includes(roomOf(path)));
  expect(report(others, ({ imports }) => imports.filter((name) => name.startsWith('vscode')))).toEqual([]);
});

test('the client imports no code of the server, only types of what it is sent', () => {
  const inside = report(client, (source) => {
    const code = source.text.replace(/^import type [^;]* from '[^']*\/server\/src\/service\/[^']*';$/gm, '');
    const left = source.imports.filter((specifier) => code.includes(`'${specifier}'`));
    return left.filter((specifier) =>
      specifier.startsWith('.')
        ? !target(source, specifier).startsWith('client/src/')
        : specifier.startsWith('touchstone'),
    );
  });
  expect(inside).toEqual([]);
});

test('the engine has no clock, no chance, no locale, and no input or output', () => {
  const words = [
    /\bDate\.now\b/,
    /\bnew Date\(\s*\)/,
    /\bperformance\.now\b/,
    /\bMath\.random\b/,
    /\.toLocale\w+/,
    /\.localeCompare\b/,
    /\bnew Intl\./,
    /\bconsole\./,
    /\bprocess\./,
    /\bfetch\(/,
  ];
  const found = report(belowService, ({ text }) => {
    const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    return words.filter((word) => word.test(code)).map(String);
  });
  expect(found).toEqual([]);
});

test('nothing is evaluated as code', () => {
  const evaluated = report(
    [...server, ...client],
    ({ text }) => text.match(/\beval\(|\bnew Function\b/g) ?? [],
  );
  expect(evaluated).toEqual([]);
});

test('there are no default exports', () => {
  expect(report([...server, ...client], ({ text }) => text.match(/^export default\b.*$/gm) ?? [])).toEqual(
    [],
  );
});

test('no file has more than 400 lines', () => {
  const long = report([...server, ...client], ({ path, text }) => {
    const lines = text.split('\n').length;
    return lines > 400 && !path.includes('.generated.') ? [`${lines} lines`] : [];
  });
  expect(long).toEqual([]);
});

test('relative imports name the file with its ending', () => {
  const short = report([...server, ...client], ({ imports }) =>
    imports.filter((specifier) => specifier.startsWith('.') && !/\.(ts|js|json)$/.test(specifier)),
  );
  expect(short).toEqual([]);
});

test('each invariant of the architecture page names a test that exists', () => {
  const page = readFileSync(join(root, 'docs/architecture.md'), 'utf8');
  const invariants = page.split('\n').filter((line) => line.includes('Architecture invariant:'));
  expect(invariants.length).toBeGreaterThan(5);
  for (const line of invariants) {
    const paths = [...line.matchAll(/`(test\/[^`\s]+)`/g)].map(([, path]) => path as string);
    expect(paths, line).not.toEqual([]);
    for (const path of paths) expect(() => readdirOrFile(path), `${path} in: ${line}`).not.toThrow();
  }
});

const readdirOrFile = (path: string): unknown =>
  path.endsWith('.ts') ? readFileSync(join(root, path)) : readdirSync(join(root, path));
