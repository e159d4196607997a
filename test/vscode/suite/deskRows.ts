import { AssertionError } from 'node:assert/strict';
import * as vscode from 'vscode';

/** What the extension says of its views. */
interface Rows {
  factSheet(): Promise<readonly vscode.TreeItem[]>;
  sources(): Promise<readonly vscode.TreeItem[]>;
  draft(): string;
  selected(): readonly string[];
  badge(): number | undefined;
  readonly onDidChange: vscode.Event<void>;
}

/** The rows of the views of the desk. */
export async function rows(): Promise<Rows> {
  const extension = vscode.extensions.getExtension<{ readonly rows: Rows }>('touchstone.touchstone');
  if (!extension) throw new Error('the extension is not loaded');
  return (await extension.activate()).rows;
}

/** A row in the words of the tests: "132 | differs: 123 · a.txt:1". */
export const rowText = ({ label, description }: vscode.TreeItem): string =>
  `${typeof label === 'object' ? label.label : label} | ${description === true ? '' : (description ?? '')}`;

const LIMIT_MS = 10_000;

/** The facts of the sheet as soon as `wanted` accepts them, the headings left out. */
export async function untilFacts(wanted: (facts: readonly string[]) => boolean): Promise<readonly string[]> {
  const desk = await rows();
  return untilRows(desk, wanted, async () =>
    (await desk.factSheet()).filter(({ contextValue }) => contextValue !== 'section').map(rowText),
  );
}

/** The list of sources as soon as `wanted` accepts it. */
export async function untilSources(wanted: (rows: readonly string[]) => boolean): Promise<readonly string[]> {
  const desk = await rows();
  return untilRows(desk, wanted, async () => (await desk.sources()).map(rowText));
}

function untilRows(
  desk: Rows,
  wanted: (rows: readonly string[]) => boolean,
  read: () => Promise<readonly string[]>,
): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const end = (finish: () => void): void => {
      clearTimeout(limit);
      subscription.dispose();
      finish();
    };
    const look = async (): Promise<void> => {
      const found = await read();
      if (wanted(found)) end(() => resolve(found));
    };
    const limit = setTimeout(async () => {
      const actual = await read();
      end(() => reject(new AssertionError({ message: `the view shows ${JSON.stringify(actual)}` })));
    }, LIMIT_MS);
    const subscription = desk.onDidChange(() => void look());
    void look();
  });
}

/** Resolves when the sheet has a fact that reads so. */
export const untilFact = (text: string): Promise<readonly string[]> =>
  untilFacts((facts) => facts.some((fact) => fact.startsWith(text)));
