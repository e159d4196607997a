import { type Disposable, Disposable as Disposables, l10n, StatusBarAlignment, window } from 'vscode';
import type { SheetModel } from './sheetModel.ts';
import { countWords } from './words.ts';

/** Counts of the draft in the status bar, while the draft or its source is looked at; a click opens the fact sheet. */
export function createSheetStatus(model: SheetModel): Disposable {
  const item = window.createStatusBarItem('touchstone.counts', StatusBarAlignment.Left, 10);
  item.name = l10n.t('Facts of the draft');
  item.command = 'touchstone.factSheet.focus';
  const render = (): void => {
    const { sheet } = model;
    const nothing = sheet?.counts.facts === 0 && sheet.uncheckedFrom === undefined;
    if (!sheet || nothing || window.visibleTextEditors.length === 0) {
      item.hide();
      return;
    }
    item.text = `${sheet.uncheckedFrom === undefined ? '$(checklist)' : '$(warning)'} ${countWords(sheet)}`;
    item.tooltip = l10n.t('Open the fact sheet');
    item.accessibilityInformation = { label: `Touchstone: ${countWords(sheet)}`, role: 'button' };
    item.show();
  };
  render();
  return Disposables.from(item, model.onDidChange(render), window.onDidChangeVisibleTextEditors(render));
}
