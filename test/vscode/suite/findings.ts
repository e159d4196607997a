import { AssertionError } from 'node:assert/strict';
import * as vscode from 'vscode';

/** A diagnostic of ours in the words of the tests: `error number-mismatch 132`. */
export function shown(document: vscode.TextDocument): readonly string[] {
  return ours(document).map((diagnostic) => {
    const level = vscode.DiagnosticSeverity[diagnostic.severity].toLowerCase();
    return `${level} ${codeOf(diagnostic)} ${document.getText(diagnostic.range)}`;
  });
}

/** The diagnostics of ours, in the order of the text. */
export const ours = (document: vscode.TextDocument): readonly vscode.Diagnostic[] =>
  vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === 'touchstone')
    .sort((a, b) => a.range.start.compareTo(b.range.start));

/** The rule's code; VS Code wraps it when it links to a page. */
export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** How long a finding may take; far more than it does, so that only a missing one gets there. */
const LIMIT_MS = 10_000;

/** Resolves as soon as exactly these diagnostics of ours are shown. */
export async function untilShown(document: vscode.TextDocument, expected: readonly string[]): Promise<void> {
  const isShown = (): boolean => JSON.stringify(shown(document)) === JSON.stringify(expected);
  if (isShown()) return;
  await new Promise<void>((resolve, reject) => {
    const end = (finish: () => void): void => {
      clearTimeout(limit);
      subscription.dispose();
      finish();
    };
    const limit = setTimeout(
      () =>
        end(() => reject(new AssertionError({ actual: shown(document), expected, operator: 'deepEqual' }))),
      LIMIT_MS,
    );
    const subscription = vscode.languages.onDidChangeDiagnostics(() => {
      if (isShown()) end(resolve);
    });
  });
}

/**
 * Asks for code actions until `isWanted` picks one. VS Code drops a running request whenever an extension registers a
 * provider, which happens a few times after the start; a dropped request answers empty or throws.
 */
export async function codeActionAt(
  document: vscode.TextDocument,
  range: vscode.Range,
  isWanted: (action: vscode.CodeAction) => boolean,
): Promise<vscode.CodeAction> {
  for (;;) {
    const found = (await codeActionsAt(document, range)).find(isWanted);
    if (found) return found;
  }
}

async function codeActionsAt(
  document: vscode.TextDocument,
  range: vscode.Range,
): Promise<readonly vscode.CodeAction[]> {
  try {
    return await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
    );
  } catch {
    return [];
  }
}

/** All hover text at a place, as Markdown. */
export async function hoverAt(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}

/** Where go-to-definition leads, with the words found there. */
export async function definitionAt(
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<readonly { readonly path: string; readonly words: string }[]> {
  const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
    'vscode.executeDefinitionProvider',
    document.uri,
    position,
  );
  return Promise.all(
    found.map(async (place) => {
      const [uri, range] =
        'targetUri' in place
          ? [place.targetUri, place.targetSelectionRange ?? place.targetRange]
          : [place.uri, place.range];
      const target = await vscode.workspace.openTextDocument(uri);
      return { path: vscode.workspace.asRelativePath(uri), words: target.getText(range) };
    }),
  );
}
