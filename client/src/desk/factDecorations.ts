import {
  Disposable,
  OverviewRulerLane,
  type TextEditorDecorationType,
  ThemeColor,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { rangeOf, type SheetModel } from './sheetModel.ts';
import { type FactState, STATES } from './words.ts';

/** Which facts are marked: none, those that want a look, or all. */
type Marked = 'off' | 'attention' | 'all';

const ATTENTION: ReadonlySet<FactState> = new Set(['differs', 'unsourced', 'reopened']);

/** A line under the words, of a form of its own; what differs has the squiggle of its finding. */
const LINE: Readonly<Record<FactState, string>> = {
  differs: 'none',
  unsourced: 'underline dotted',
  reopened: 'underline dashed',
  agrees: 'none',
  ticked: 'none',
  accepted: 'none',
};

/** Marks in the margin and under the words of the draft, by the setting touchstone.decorations; redrawn with the sheet. */
export function createFactDecorations(model: SheetModel, media: (name: string) => Uri): Disposable {
  const words = new Map<FactState, TextEditorDecorationType>();
  const margins = new Map<FactState, TextEditorDecorationType>();
  for (const state of STATES) {
    words.set(
      state,
      window.createTextEditorDecorationType({
        textDecoration: LINE[state],
        overviewRulerColor: new ThemeColor(`touchstone.${state}`),
        overviewRulerLane: OverviewRulerLane.Right,
      }),
    );
    margins.set(
      state,
      window.createTextEditorDecorationType({
        gutterIconSize: '70%',
        light: { gutterIconPath: media(`${state}-light.svg`) },
        dark: { gutterIconPath: media(`${state}-dark.svg`) },
      }),
    );
  }
  const draw = (): void => {
    for (const editor of window.visibleTextEditors) {
      const marked =
        editor.document === model.document
          ? workspace.getConfiguration('touchstone', editor.document).get<Marked>('decorations')
          : 'off';
      const facts = marked === 'off' ? [] : model.facts();
      const lines = new Set<number>();
      for (const state of STATES) {
        const hidden = marked === 'attention' && !ATTENTION.has(state);
        const ranges = hidden ? [] : facts.filter((fact) => fact.state === state).map(rangeOf);
        // In the margin one mark a line, the gravest: marks on one another are no marks.
        const first = ranges.filter(({ start }) => !lines.has(start.line) && lines.add(start.line));
        editor.setDecorations(words.get(state) as TextEditorDecorationType, ranges);
        editor.setDecorations(margins.get(state) as TextEditorDecorationType, first);
      }
    }
  };
  draw();
  return Disposable.from(
    ...words.values(),
    ...margins.values(),
    model.onDidChange(draw),
    window.onDidChangeVisibleTextEditors(draw),
    workspace.onDidChangeConfiguration(
      (event) => event.affectsConfiguration('touchstone.decorations') && draw(),
    ),
  );
}
