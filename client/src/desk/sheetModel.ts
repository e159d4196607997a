import {
  Disposable,
  type Event,
  EventEmitter,
  type Position,
  Range,
  type TextDocument,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import type { FactSheetView, FactView } from '../../../server/src/service/features/factSheetView.ts';
import { activeDocument } from '../documents.ts';

/** The fact sheet of the draft that is worked on: the active one, or the last one while a source is looked at. */
export interface SheetModel extends Disposable {
  readonly document: TextDocument | undefined;
  readonly sheet: FactSheetView | undefined;
  readonly onDidChange: Event<void>;
  /** All facts in order, filtered or not. */
  facts(): readonly FactView[];
  /** The smallest fact at a position of the draft. */
  factAt(position: Position): FactView | undefined;
  /** Resolves when the sheet is that of the active draft. */
  settled(): Promise<void>;
  /** Asks the server again; resolves when the answer is there. */
  refresh(): Promise<void>;
}

/** Milliseconds without news after which the sheet follows them: words that are half written are no facts to look at. */
const REST = 200;

/** Milliseconds after which it follows, typing or not. */
const LATEST = 1500;

/** Creates the model; it asks whenever the active editor changes or `news` of the draft come from the server. */
export function createSheetModel(client: BaseLanguageClient, news: Event<Uri>): SheetModel {
  const changed = new EventEmitter<void>();
  let document: TextDocument | undefined;
  let sheet: FactSheetView | undefined;
  /** What the next answer is wanted for: the active document until it turns out to be no draft. */
  let target: TextDocument | undefined;
  let asked = 0;

  const show = (next: TextDocument | undefined, found: FactSheetView | undefined): void => {
    if (next === document && found === sheet) return;
    [document, sheet] = [next, found];
    changed.fire();
  };

  /** What is not a draft leaves the sheet of the draft beside it in place. */
  const look = async (candidate: TextDocument | undefined): Promise<void> => {
    if (client.state !== State.Running || !candidate) {
      if (client.state !== State.Running || document?.isClosed) show(undefined, undefined);
      return;
    }
    const turn = ++asked;
    const uri = client.code2ProtocolConverter.asUri(candidate.uri);
    const found = await client
      .sendRequest<FactSheetView | null>('touchstone/factSheet', { uri })
      .catch(() => undefined);
    // Undefined: the question was overtaken by an edit, and the answer to the next is on its way.
    if (turn !== asked || found === undefined) return;
    if (found) show(candidate, found);
    else if (candidate === document || document?.isClosed) show(undefined, undefined);
    // What is not a draft leaves the word to the draft again.
    target = document;
  };

  const refresh = (): Promise<void> => look(document && !document.isClosed ? document : activeDocument());
  let due: { readonly timer: ReturnType<typeof setTimeout>; readonly since: number } | undefined;
  const lookNow = (): void => {
    clearTimeout(due?.timer);
    due = undefined;
    const wanted = target ?? activeDocument();
    if (wanted) following = look(wanted);
  };
  const lookSoon = (): void => {
    const since = due?.since ?? Date.now();
    clearTimeout(due?.timer);
    const wait = Math.max(0, Math.min(REST, since + LATEST - Date.now()));
    due = { timer: setTimeout(lookNow, wait), since };
  };
  let following: Promise<void> = Promise.resolve();
  const follow = (): Promise<void> => {
    target = activeDocument() ?? document;
    following = look(target);
    return following;
  };

  const listeners = Disposable.from(
    changed,
    window.onDidChangeActiveTextEditor(() => void follow()),
    workspace.onDidCloseTextDocument((closed) => {
      if (closed === document)
        void look(activeDocument()).then(() => closed === document && show(undefined, undefined));
    }),
    client.onDidChangeState(() => void follow()),
    news((uri) => {
      // News of the draft before must not overtake the question about the one that was just opened.
      const wanted = target ?? activeDocument();
      if (wanted && same(uri, wanted.uri)) lookSoon();
    }),
    new Disposable(() => clearTimeout(due?.timer)),
  );
  void follow();
  return {
    get document() {
      return document;
    },
    get sheet() {
      return sheet;
    },
    onDidChange: changed.event,
    facts: () => sheet?.sections.flatMap(({ facts }) => facts) ?? [],
    factAt(position) {
      let best: FactView | undefined;
      for (const section of sheet?.sections ?? []) {
        for (const fact of section.facts) {
          if (!rangeOf(fact).contains(position)) continue;
          if (!best || rangeOf(best).contains(rangeOf(fact))) best = fact;
        }
      }
      return best;
    },
    settled() {
      // What a person acts on is the sheet of what stands there now.
      if (due) lookNow();
      return following;
    },
    refresh,
    dispose: () => listeners.dispose(),
  };
}

/** Where a fact stands in its draft. */
export const rangeOf = ({ range: { start, end } }: Pick<FactView, 'range'>): Range =>
  new Range(start.line, start.character, end.line, end.character);

const same = (a: Uri, b: Uri): boolean => a.toString() === b.toString();

/** True for a fact that nobody has ticked or accepted, or that was re-opened. */
export const isUnchecked = ({ state }: FactView): boolean => state !== 'ticked' && state !== 'accepted';
