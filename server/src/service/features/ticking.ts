import { type CodeAction, CodeActionKind } from 'vscode-languageserver-types';
import { factsOf, type SheetFact } from '../../desk/factSheet.ts';
import { keepBothSides } from '../../desk/mergeTicks.ts';
import { type Decision, makeTick } from '../../desk/sourceState.ts';
import { withoutTicks, withTicks } from '../../desk/ticksFile.ts';
import { fileName } from '../../findings/evidence.ts';
import { t } from '../../l10n/message.ts';
import { createLineIndex } from '../../text/lineIndex.ts';
import type { CheckedDocument } from '../checker.ts';
import { type EditOptions, workspaceEdit } from '../edits.ts';
import { toRange } from '../ranges.ts';
import { sheetOf, tickPath } from '../sheets.ts';
import type { DraftTicks } from '../tickFiles.ts';
import type { OpenDocument } from '../workspaceHost.ts';

/** What a person decided about facts of a draft; the parameters of `touchstone/decide`. */
export interface DecideParams {
  readonly uri: string;
  /** Ids of the facts; of `prune` none. */
  readonly facts: readonly string[];
  /** `open` takes back what was said before; `prune` takes out what was said about facts that are gone. */
  readonly action: 'tick' | 'accept' | 'open' | 'prune';
  readonly by: string;
  /** ISO 8601 in UTC, to the second. */
  readonly when: string;
  readonly reason?: string;
}

/** The ticks file as it is to be written, if it still reads `before`; or why not, in a sentence. */
export type TicksEdit =
  | { readonly uri: string; readonly before: string | null; readonly text: string }
  | { readonly problem: string };

/** The edit that puts a decision on record. */
export function decide(checked: CheckedDocument, params: DecideParams): TicksEdit {
  const { ticks, analysed, sources } = checked;
  if (checked.role !== 'draft')
    return { problem: t('This is a source: only the facts of a draft are ticked.') };
  if (!ticks) return { problem: t('Save the draft first: its ticks are kept in a file beside it.') };
  if (ticks.closed !== undefined) return { problem: refusal(ticks) };
  const all = factsOf(sheetOf(checked));
  if (params.action === 'prune') {
    const ids = new Set(all.map(({ id }) => id));
    return edit(
      ticks,
      withoutTicks(ticks.text, ({ fact }) => !ids.has(fact)),
    );
  }
  const wanted = new Set(params.facts);
  const facts = all.filter(({ id }) => wanted.has(id));
  if (facts.length === 0)
    return { problem: t('The sentence has changed since: the fact is not in the draft any more.') };
  if (params.action === 'open')
    return edit(
      ticks,
      withoutTicks(ticks.text, ({ fact }) => wanted.has(fact)),
    );
  const problem = unfit(facts, params);
  if (problem !== undefined) return { problem };
  const decision: Decision = {
    state: params.action === 'tick' ? 'ticked' : 'accepted',
    by: params.by.trim(),
    when: params.when,
    ...(params.reason !== undefined && { reason: params.reason.trim() }),
  };
  const entries = facts.map((fact) =>
    makeTick(
      fact,
      decision,
      (uri) => sources.sources.get(uri),
      (uri) => tickPath(analysed.prose.uri, uri),
    ),
  );
  return edit(ticks, withTicks(ticks.text, entries));
}

/** The action that keeps both sides of the merge conflicts of an open ticks file. */
export function resolveAction(
  { text }: DraftTicks,
  document: OpenDocument,
  only: readonly string[] | undefined,
  options: EditOptions,
): CodeAction[] {
  const kind = CodeActionKind.QuickFix;
  if (only && !only.some((asked) => `${kind}.`.startsWith(asked === '' ? '' : `${asked}.`))) return [];
  const newText = text === undefined ? undefined : keepBothSides(text);
  if (newText === undefined || text !== document.text) return [];
  const lines = createLineIndex(document.text);
  const range = toRange(lines, { start: 0, end: document.text.length });
  return [
    {
      title: t('Keep both sides'),
      kind,
      isPreferred: true,
      edit: workspaceEdit(document, [{ range, newText }], options),
    },
  ];
}

const edit = (ticks: DraftTicks, text: string | undefined): TicksEdit =>
  text === undefined ? { problem: refusal(ticks) } : { uri: ticks.uri, before: ticks.text ?? null, text };

const refusal = ({ uri, closed }: DraftTicks): string =>
  t(
    '{0} {1}. Mend it first: nothing is written into it until then.',
    fileName(uri),
    closed ?? t('cannot be changed'),
  );

function unfit(facts: readonly SheetFact[], { action, by, when, reason }: DecideParams): string | undefined {
  if (by.trim() === '') return t('A tick needs the name of the person who looked.');
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(when))
    return t('A tick needs a time such as 2025-12-14T10:30:00Z.');
  if (action === 'accept') return reason?.trim() ? undefined : t('To accept a fact, say why it may stay.');
  const odd = facts.find(({ verdict }) => verdict !== 'supported');
  return (
    odd &&
    t(
      odd.verdict === 'refuted'
        ? '“{0}” differs from the source: accept it with a reason, or change it.'
        : '“{0}” is not in any source: accept it with a reason, or change it.',
      odd.text,
    )
  );
}
