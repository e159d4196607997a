import { type Disposable, LanguageStatusSeverity, languages, Uri, window } from 'vscode';
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
            title: 'Set Sources',
            command: 'workbench.action.openSettings',
            arguments: ['touchstone.sources'],
          }
        : { title: 'Output', command: 'touchstone.showOutput' };
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
      text: 'Touchstone: no sources',
      detail: 'Put a text or Markdown file into seeds',
      severity: information,
    };
  }
  if (state === 'stopped') {
    return {
      text: 'Touchstone: stopped',
      detail: 'See the output for the reason',
      severity: LanguageStatusSeverity.Error,
    };
  }
  if (!status || status.state === 'reading')
    return { text: 'Touchstone', detail: 'Reading the sources', severity: information };
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
  if (role === 'source')
    return total === 0 ? 'Touchstone: a source' : `Touchstone: a source, ${plural(total, 'hint')}`;
  return `Touchstone: ${total === 0 ? 'no findings' : plural(total, 'finding')}`;
}

function against(status: Status, document: DocumentStatus | undefined): string {
  if (status.sources === 0) return 'no sources';
  const sources = plural(document?.sources ?? status.sources, 'source');
  if (document?.role !== 'draft') return `${sources}, ${plural(status.facts, 'fact')}`;
  const { facts, supported, refuted, notFound } = document.coverage;
  const verdicts = [
    [supported, 'agree'],
    [refuted, 'differ'],
    [notFound, 'not found'],
  ] as const;
  const counts = verdicts.filter(([count]) => count > 0).map(([count, verdict]) => `${count} ${verdict}`);
  return `${[plural(facts, 'fact'), ...(facts > 0 ? [counts.join(', ')] : [])].join(': ')} · ${sources}`;
}

/** The first problems in full; the output channel has them all. */
function problemLines(problems: readonly string[]): string[] {
  const rest = problems.length - 2;
  return rest > 0 ? [...problems.slice(0, 2), `${rest} more in the output`] : [...problems];
}

const nameOf = (uri: string): string => Uri.parse(uri).path.split('/').at(-1) ?? uri;

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
