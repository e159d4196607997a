import {
  commands,
  Disposable,
  env,
  FileSystemError,
  type InputBoxValidationMessage,
  InputBoxValidationSeverity,
  l10n,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { SourcesView } from '../../../server/src/service/features/sourcesView.ts';
import { activeDocument } from '../documents.ts';

/** What a command may be told instead of asking a person. */
export interface NewSource {
  /** The file to copy. */
  readonly from?: Uri;
  /** The text to keep, in place of the clipboard's. */
  readonly text?: string;
  /** File name of the new source. */
  readonly name?: string;
  readonly title?: string;
  readonly url?: string;
  readonly date?: string;
}

/** Endings of texts that are read as sources by default. */
const ENDINGS = ['txt', 'md', 'markdown'];

/** Folder for sources where no setting names one. */
const DEFAULT_FOLDER = 'seeds';

/** Registers the commands that add a source; `start` brings the server up where it waited for one. */
export function registerAddSource(client: BaseLanguageClient, start: () => Promise<void>): Disposable {
  const folder = async (): Promise<Uri | undefined> => {
    await start();
    const document = activeDocument();
    const params = document ? { uri: client.code2ProtocolConverter.asUri(document.uri) } : {};
    const view = await client
      .sendRequest<SourcesView>('touchstone/sources', params)
      .catch((): undefined => undefined);
    if (view?.folder !== undefined) return client.protocol2CodeConverter.asUri(view.folder);
    const [first] = workspace.workspaceFolders ?? [];
    if (first) return Uri.joinPath(first.uri, DEFAULT_FOLDER);
    const open = l10n.t('Open a Folder');
    const chosen = await window.showWarningMessage(
      l10n.t('Touchstone: a source is kept in a folder of your project. Open a folder first.'),
      open,
    );
    if (chosen === open) await commands.executeCommand('workbench.action.files.openFolder');
    return undefined;
  };

  const fromFile = async (given: NewSource = {}): Promise<Uri | undefined> => {
    const into = await folder();
    if (!into) return undefined;
    const picked = given.from
      ? [given.from]
      : await window.showOpenDialog({
          canSelectMany: false,
          title: l10n.t('Add a source'),
          openLabel: l10n.t('Add as Source'),
          filters: { [l10n.t('Texts')]: ENDINGS },
        });
    const [file] = picked ?? [];
    if (!file) return undefined;
    const name = given.name ?? (await askName(into, file.path.split('/').at(-1) ?? 'source.txt'));
    if (name === undefined) return undefined;
    return create(into, name, () => workspace.fs.readFile(file));
  };

  const fromClipboard = async (given: NewSource = {}): Promise<Uri | undefined> => {
    const text = (given.text ?? (await env.clipboard.readText())).trim();
    if (text === '') {
      void window.showWarningMessage(
        l10n.t('Touchstone: the clipboard holds no text. Copy the text of the source first.'),
      );
      return undefined;
    }
    const into = await folder();
    if (!into) return undefined;
    const details = given.name === undefined ? await askDetails(text) : given;
    if (!details) return undefined;
    const suggested = `${slug(details.title ?? firstLine(text))}.md`;
    const name = given.name ?? (await askName(into, suggested, hasDetails(details)));
    if (name === undefined) return undefined;
    return create(into, name, async () => new TextEncoder().encode(withFrontMatter(text, details, name)));
  };

  return Disposable.from(
    commands.registerCommand('touchstone.addSourceFile', (given?: unknown) => fromFile(newSource(given))),
    commands.registerCommand('touchstone.addSourceClipboard', (given?: unknown) =>
      fromClipboard(newSource(given)),
    ),
  );
}

/** A menu passes the row it was opened on; only a call by hand says what to add. */
const newSource = (given: unknown): NewSource =>
  typeof given === 'object' && given !== null && !('kind' in given) && !(given instanceof Uri)
    ? (given as NewSource)
    : {};

/** Makes the file, if there is none of this name yet, and opens it beside nothing else. */
async function create(
  folder: Uri,
  name: string,
  content: () => Thenable<Uint8Array>,
): Promise<Uri | undefined> {
  const problem = await nameProblem(folder, name);
  if (problem !== undefined) {
    void window.showWarningMessage(`Touchstone: ${problem}`);
    return undefined;
  }
  const uri = Uri.joinPath(folder, name);
  await workspace.fs.createDirectory(folder);
  await workspace.fs.writeFile(uri, await content());
  await window.showTextDocument(uri, { preview: false });
  return uri;
}

const hasDetails = ({ title, url, date }: NewSource): boolean =>
  [title, url, date].some((part) => part !== undefined);

const askName = (folder: Uri, suggested: string, details = false): Thenable<string | undefined> =>
  window.showInputBox({
    title: l10n.t('Add a source'),
    prompt: l10n.t('File name in {0}', workspace.asRelativePath(folder)),
    value: suggested,
    valueSelection: [0, suggested.lastIndexOf('.') > 0 ? suggested.lastIndexOf('.') : suggested.length],
    ignoreFocusOut: true,
    validateInput: async (value) =>
      (await nameProblem(folder, value)) ?? (details ? textNote(value) : undefined),
  });

/** What is lost by an ending, so that nobody wonders afterwards. */
const textNote = (name: string): InputBoxValidationMessage | undefined =>
  name.toLowerCase().endsWith('.txt')
    ? {
        message: l10n.t('Plain text has no place for title, address and date: choose .md to keep them.'),
        severity: InputBoxValidationSeverity.Info,
      }
    : undefined;

/** Why a file cannot have this name, in a sentence. */
async function nameProblem(folder: Uri, value: string): Promise<string | undefined> {
  const name = value.trim();
  if (name === '' || name !== value) return l10n.t('A file name without spaces around it is needed.');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\\/:*?"<>|\u0000-\u001f]/.test(name) || name.startsWith('.'))
    return l10n.t('A file name has no \\ / : * ? " < > | in it and no full stop at its start.');
  if (!ENDINGS.some((ending) => name.toLowerCase().endsWith(`.${ending}`)))
    return l10n.t('The name must end in .txt, .md or .markdown.');
  try {
    await workspace.fs.stat(Uri.joinPath(folder, name));
    return l10n.t('There is a source of this name already: it is not overwritten. Choose another name.');
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return undefined;
    return error instanceof Error ? error.message : String(error);
  }
}

/** Asks where a text comes from; each answer may be left out. Undefined when the person cancels. */
async function askDetails(text: string): Promise<NewSource | undefined> {
  const ask = (step: number, prompt: string, value = '', placeHolder = ''): Thenable<string | undefined> =>
    window.showInputBox({
      title: l10n.t('Add a source from the clipboard ({0} of 4)', step),
      prompt,
      value,
      placeHolder,
      ignoreFocusOut: true,
    });
  const title = await ask(1, l10n.t('Title of the text (may be left out)'), firstLine(text));
  if (title === undefined) return undefined;
  const url = await ask(2, l10n.t('Address it was copied from (may be left out)'), '', 'https://');
  if (url === undefined) return undefined;
  const date = await ask(
    3,
    l10n.t('Date of the text, for “yesterday” and “last week” (may be left out)'),
    '',
    '2025-12-14',
  );
  if (date === undefined) return undefined;
  return { ...kept('title', title), ...kept('url', url), ...kept('date', date) };
}

const kept = (key: 'title' | 'url' | 'date', value: string): NewSource =>
  value.trim() === '' ? {} : { [key]: value.trim() };

/** Letters of a title or a file name that are taken from a text. */
const MAX_LINE = 80;

function firstLine(text: string): string {
  const line = (/\S[^\r\n]*/.exec(text)?.[0] ?? '').replace(/^#+\s*/, '').trim();
  return line.length <= MAX_LINE ? line : '';
}

const slug = (title: string): string =>
  title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60) || 'source';

/** The text with what is known of it above it. Plain text has no place for it. */
export function withFrontMatter(text: string, { title, url, date }: NewSource, name: string): string {
  const lines = Object.entries({ title, url, date }).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}: ${JSON.stringify(value)}`],
  );
  const body = `${text.replace(/\r\n?/g, '\n')}\n`;
  if (lines.length === 0) return body;
  if (name.toLowerCase().endsWith('.txt') === false) return `---\n${lines.join('\n')}\n---\n\n${body}`;
  return body;
}
