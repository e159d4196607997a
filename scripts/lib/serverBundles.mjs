/**
 * How the language server is bundled: a first file that answers `initialize`, and a second one with everything else,
 * which the first loads behind its answer.
 */
import { builtinModules, createRequire } from 'node:module';
import { join } from 'node:path';

const builtins = ['node:*', ...builtinModules];

/** For a bundle that runs in Node and in a web worker: packages as they are for a worker. */
export const anywhere = {
  platform: 'neutral',
  conditions: ['worker', 'browser'],
  mainFields: ['module', 'main'],
  target: 'es2022',
  external: builtins,
};

/** Finds the connections of Node in a bundle whose other packages are those for a worker. */
export const connectionsOfNode = {
  name: 'connections-of-node',
  setup: (plugin) =>
    plugin.onResolve({ filter: /^vscode-[\w-]+\/node$/ }, ({ path, resolveDir }) => ({
      path: createRequire(join(resolveDir, 'x.js')).resolve(path),
    })),
};

/** Leaves the second file out of the first: `import('./session.ts')` requires it from beside the bundle. */
const secondFile = (name) => ({
  name: 'second-file',
  setup: (plugin) =>
    plugin.onResolve({ filter: /\/session\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: `./${name}`, external: true } : undefined,
    ),
});

/** Takes the package of the protocol from where the first file has put it: both need the same classes, once. */
const protocolOfFirstFile = {
  name: 'protocol-of-first-file',
  setup: (plugin) => {
    plugin.onResolve({ filter: /^vscode-languageserver(-types)?$/ }, () => ({
      path: 'protocol',
      namespace: 'first-file',
    }));
    plugin.onLoad({ filter: /.*/, namespace: 'first-file' }, () => ({
      contents: 'module.exports = globalThis.touchstoneProtocol;',
    }));
  },
};

// Required in Node; in a worker it leaves its name behind.
const session = {
  ...anywhere,
  format: 'iife',
  globalName: 'touchstoneSession',
  footer: { js: "if (typeof module === 'object') module.exports = touchstoneSession;" },
  plugins: [protocolOfFirstFile],
  entryPoints: ['server/src/server/session.ts'],
};

/** The server as a program: the first file is `server.cjs`, the second `session.cjs`. */
export const serverBundles = (folder) => [
  {
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    supported: { 'dynamic-import': false },
    plugins: [secondFile('session.cjs')],
    entryPoints: ['server/src/server/node.ts'],
    outfile: `${folder}/server.cjs`,
  },
  { ...session, outfile: `${folder}/session.cjs` },
];

/** The server of the extension, a process of Node or a web worker: `server.js` and `session.js`. */
export const extensionServerBundles = (folder) => [
  {
    ...anywhere,
    format: 'iife',
    supported: { 'dynamic-import': false },
    plugins: [connectionsOfNode, secondFile('session.js')],
    entryPoints: ['server/src/server/extensionServer.ts'],
    outfile: `${folder}/server.js`,
  },
  { ...session, outfile: `${folder}/session.js` },
];
