import { languages, TabInputText, type TextDocument, type Uri, window, workspace } from 'vscode';

const LANGUAGES = ['markdown', 'plaintext'] as const;

/**
 * Where a person writes. Other schemes show text that is not theirs to change: the output panel, a file as of an older
 * commit, one side of a comparison.
 */
const SCHEMES = [
  ...new Set([
    ...['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-test-web', 'memfs'],
    // Whatever another extension provides, when the window is opened on it.
    ...(workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme),
  ]),
];

/** Drafts and sources alike: edits of both must reach the server. */
export const DOCUMENT_SELECTOR = LANGUAGES.flatMap((language) =>
  SCHEMES.map((scheme) => ({ language, scheme })),
);

/** Project and ignore files: the server reads them as they stand in the editor. */
export const CONFIG_FILES = ['touchstone.json', '.touchstoneignore.json'] as const;

/** Ending of the file of ticks beside a draft; the server reads it as it stands in the editor, too. */
export const TICKS_ENDING = '.ticks';

/** These files as a selector. */
export const CONFIG_SELECTOR = SCHEMES.map((scheme) => ({
  scheme,
  pattern: `**/{${CONFIG_FILES.join(',')},*${TICKS_ENDING}}`,
}));

/** True for a draft or source the server is told about. */
export const isChecked = (document: TextDocument): boolean =>
  languages.match(DOCUMENT_SELECTOR, document) > 0 && !document.uri.path.endsWith(TICKS_ENDING);

/** The active document when it is one the server is told about. */
export function activeDocument(): TextDocument | undefined {
  const document = window.activeTextEditor?.document;
  return document && isChecked(document) ? document : undefined;
}

/** True when a tab shows `uri`: then the server's answers for it are pulled and shown already. */
export const isInTab = (uri: Uri): boolean =>
  window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === uri.toString()),
  );
