/**
 * The VS Code versions the suite runs in. code-server repackages the server build of VS Code for the npm
 * registry, so a real VS Code can be had where its own download site cannot be reached.
 */

/** By version of VS Code: where it comes from and which Node it wants. */
export const VERSIONS = {
  // The oldest one the extension supports (engines.vscode), on the same Node as the project.
  '1.100.3': {
    codeServer: '4.100.3',
    integrity:
      'sha512-q/Fh2DOxCRNhC/WiG/6sAhSKnj7ZACTVBaeeZ+rWjol//0FCbl/qg1ln5ecZ99jYcfqMxZZAyWcN+YBIo0DgpA==',
    node: 20,
    ripgrep: '1.18.0',
  },
  // A current one.
  '1.139.1': {
    codeServer: '4.139.1',
    integrity:
      'sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
    node: 24,
    nodePackage: '24.21.0',
  },
};

/** The versions to run: the one of TOUCHSTONE_VSCODE (1.139.1, or code-server's 4.139.1), else all, oldest first. */
export function chosenVersions() {
  const wanted = process.env.TOUCHSTONE_VSCODE;
  if (!wanted) return Object.keys(VERSIONS);
  const version = wanted.replace(/^4\./, '1.');
  if (version in VERSIONS) return [version];
  throw new Error(`TOUCHSTONE_VSCODE=${wanted} is not one of ${Object.keys(VERSIONS).join(', ')}.`);
}

/** The one version where one is enough: pictures, the served example. */
export const chosenVersion = () => chosenVersions()[0];
