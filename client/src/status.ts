import { type Disposable, LanguageStatusSeverity, l10n, languages, Uri, window } from 'vscode';
import type { DocumentStatus, Status } from '../../server/src/service/status.ts';
import { activeDocument, DOCUMENT_SELECTOR } from './documents.ts';

/** What the server is doing, besides what it last said of itself. */
export type ServerState = 'waiting' | 'starting' | 'running' | 'stopped';

/** The entry under the braces of the status bar: what is checked, against what, and what was skipped. */
export interface StatusItem extends Disposable {
  setState(state: ServerState): void;
  setStatus(status: Status): void;
}

/** Creates the status item; it follows the active editor. */
export function createStatusItem(): StatusItem {
  const item = languages.createLanguageStatusItem('touchstone.status', DOCUMENT_SELECTOR);
  item.name = 'Touchstone';
  let state: ServerState = 'waiting';
  let status: Status | undefined;
  const render = (): void => {
    const shown = describe(state, status, activeDocument()?.uri);
    item.text = shown.text;
    item.detail = shown.detail;
    item.severity = shown.severity;
    item.busy =
      state === 'starting' ||
      (state === 'running' && status?.state !== 'ready' && status?.state !== 'noSources');
    item.command =
      state === 'waiting'
        ? {
            title: l10n.t('Set Sources'),
            command: 'workbench.action.openSettings',
            arguments: ['touchstone.sources'],
          }
        : { title: l10n.t('Output'), command: 'touchstone.showOutput' };
  };
  const listener = window.onDidChangeActiveTextEditor(render);
  render();
  return {
    setState(next) {
      state = next;
      if (next !== 'running') status = undefined;
      render();
    },
    setStatus(next) {
      status = next;
      render();
    },
    dispose() {
      listener.dispose();
      item.dispose();
    },
  };
}

interface Shown {
  readonly text: string;
  readonly detail: string;
  readonly severity: LanguageStatusSeverity;
}

function describe(state: ServerState, status: Status | undefined, active: Uri | undefined): Shown {
  const information = LanguageStatusSeverity.Information;
  if (state === 'waiting') {
    return {
      text: l10n.t('Touchstone: no sources'),
      detail: l10n.t('Put a text or Markdown file into seeds'),
      severity: information,
    };
  }
  if (state === 'stopped') {
    return {
      text: l10n.t('Touchstone: stopped'),
      detail: l10n.t('See the output for the reason'),
      severity: LanguageStatusSeverity.Error,
    };
  }
  if (!status || status.state === 'reading')
    return { text: 'Touchstone', detail: l10n.t('Reading the sources'), severity: information };
  const problems = [
    ...status.problems.map(({ uri, reason }) => `${nameOf(uri)} ${reason}`),
    ...status.settings,
  ];
  const document =
    active && status.documents.find(({ uri }) => Uri.parse(uri).toString() === active.toString());
  return {
    text: document ? countFindings(document) : 'Touchstone',
    detail: [against(status, document), ...problemLines(problems)].join(' · '),
    severity: problems.length > 0 ? LanguageStatusSeverity.Warning : information,
  };
}

function countFindings({ role, findings }: DocumentStatus): string {
  const total = findings.error + findings.warning + findings.information + findings.hint;
  if (role === 'source') {
    if (total === 0) return l10n.t('Touchstone: a source');
    return total === 1
      ? l10n.t('Touchstone: a source, 1 hint')
      : l10n.t('Touchstone: a source, {0} hints', total);
  }
  if (total === 0) return l10n.t('Touchstone: no findings');
  return total === 1 ? l10n.t('Touchstone: 1 finding') : l10n.t('Touchstone: {0} findings', total);
}

function against(status: Status, document: DocumentStatus | undefined): string {
  if (status.sources === 0) return l10n.t('no sources');
  const count = document?.sources ?? status.sources;
  const sources = count === 1 ? l10n.t('1 source') : l10n.t('{0} sources', count);
  if (document?.role !== 'draft') return `${sources}, ${factCount(status.facts)}`;
  const { facts, supported, refuted, notFound } = document.coverage;
  const counts = [
    supported > 0 && l10n.t('{0} agree', supported),
    refuted > 0 && l10n.t('{0} differ', refuted),
    notFound > 0 && l10n.t('{0} not found', notFound),
  ].filter((part) => part !== false);
  return `${[factCount(facts), ...(facts > 0 ? [counts.join(', ')] : [])].join(': ')} · ${sources}`;
}

/** The first problems in full; the output channel has them all. */
function problemLines(problems: readonly string[]): string[] {
  const rest = problems.length - 2;
  return rest > 0 ? [...problems.slice(0, 2), l10n.t('{0} more in the output', rest)] : [...problems];
}

const nameOf = (uri: string): string => Uri.parse(uri).path.split('/').at(-1) ?? uri;

const factCount = (count: number): string => (count === 1 ? l10n.t('1 fact') : l10n.t('{0} facts', count));
