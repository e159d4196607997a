import { type Command, LanguageStatusSeverity, l10n, type TextDocument, Uri, workspace } from 'vscode';
import type { NotChecked } from '../../server/src/service/notChecked.ts';
import type { DocumentStatus, Status } from '../../server/src/service/status.ts';

/** What the server is doing, besides what it last said of itself. */
export type ServerState = 'waiting' | 'starting' | 'running' | 'stopped';

/** Where the document in front stands: in a folder of the workspace, beside its folders, or where no folder is open. */
export type Place = 'inside' | 'outside' | 'nowhere';

/** Says where a document stands; one that has no file yet stands in the first folder. */
export function placeIn(document: TextDocument | undefined): Place {
  if ((workspace.workspaceFolders ?? []).length === 0) return 'nowhere';
  const inside = !document || document.isUntitled || workspace.getWorkspaceFolder(document.uri);
  return inside ? 'inside' : 'outside';
}

/** What the status item shows. */
export interface Shown {
  readonly text: string;
  readonly detail: string;
  readonly severity: LanguageStatusSeverity;
  readonly command: Command;
  /** Why the document in front is not checked; absent when it is. */
  readonly reason?: NotChecked['reason'];
}

const information = LanguageStatusSeverity.Information;

const output = (): Command => ({ title: l10n.t('Output'), command: 'touchstone.showOutput' });

const addSource = (): Command => ({
  title: l10n.t('Add a Source'),
  command: 'touchstone.addSourceFile',
});

/** The words for a state of the server and the document in front. */
export function describe(
  state: ServerState,
  status: Status | undefined,
  active: Uri | undefined,
  place: Place,
): Shown {
  if (state === 'waiting') return place === 'inside' ? noSources([]) : lost(place);
  if (state === 'stopped') {
    return {
      text: l10n.t('Touchstone: stopped'),
      detail: l10n.t('See the output for the reason'),
      severity: LanguageStatusSeverity.Error,
      command: output(),
    };
  }
  if (!status || status.state === 'reading')
    return {
      text: 'Touchstone',
      detail: l10n.t('Reading the sources'),
      severity: information,
      command: output(),
    };
  const isActive = ({ uri }: { readonly uri: string }): boolean =>
    active !== undefined && Uri.parse(uri).toString() === active.toString();
  const problems = [
    ...status.problems.map(({ uri, reason }) => `${nameOf(uri)} ${reason}`),
    ...status.settings,
  ];
  const warning = LanguageStatusSeverity.Warning;
  const unchecked = status.notChecked.find(isActive);
  if (unchecked) {
    const shown = refusal(unchecked, place);
    if (problems.length === 0) return shown;
    const detail = [shown.detail, ...problemLines(problems)].join(' · ');
    return { ...shown, detail, severity: warning };
  }
  const document = status.documents.find(isActive);
  const ended = document?.uncheckedFrom;
  return {
    text: document ? countFindings(document) : 'Touchstone',
    detail: [
      ...(ended === undefined ? [] : [l10n.t('not checked from line {0} on', ended + 1)]),
      against(status, document),
      ...problemLines(problems),
    ].join(' · '),
    severity: problems.length > 0 || ended !== undefined ? warning : information,
    command:
      ended === undefined ? output() : { title: l10n.t('Go On Checking'), command: 'touchstone.checkFile' },
  };
}

/** Why a document is not checked, and what to do about it. */
export function refusal(unchecked: NotChecked, place: Place): Shown {
  switch (unchecked.reason) {
    case 'notDraft':
      return {
        text: l10n.t('Touchstone: not a draft'),
        detail: l10n.t('“drafts” in {0} does not name this file', nameOf(unchecked.projectFile ?? '')),
        severity: information,
        command: {
          title: l10n.t('Open the Project File'),
          command: 'vscode.open',
          arguments: [Uri.parse(unchecked.projectFile ?? '')],
        },
        reason: 'notDraft',
      };
    case 'noSources':
      return noSources(unchecked.globs ?? []);
    case 'noFolder':
      return lost(place);
    case 'tooLarge':
      return {
        text: l10n.t('Touchstone: not checked'),
        detail: l10n.t('This file is larger than the setting touchstone.maxSourceSize allows'),
        severity: LanguageStatusSeverity.Warning,
        command: {
          title: l10n.t('Set the Size'),
          command: 'workbench.action.openSettings',
          arguments: ['touchstone.maxSourceSize'],
        },
        reason: 'tooLarge',
      };
  }
}

const noSources = (globs: readonly string[]): Shown => ({
  text: l10n.t('Touchstone: no sources'),
  detail:
    globs.length === 0
      ? l10n.t('Put a text or Markdown file into seeds')
      : l10n.t('No file that can be read matches {0}', globs.join(', ')),
  severity: information,
  command: addSource(),
  reason: 'noSources',
});

const lost = (place: Place): Shown => (place === 'nowhere' ? noFolder() : outside());

const outside = (): Shown => ({
  text: l10n.t('Touchstone: not checked'),
  detail: l10n.t('This file is in no folder of the workspace, and no folder above it holds seeds'),
  severity: information,
  command: {
    title: l10n.t('Add a Folder'),
    command: 'workbench.action.addRootFolder',
  },
  reason: 'noFolder',
});

const noFolder = (): Shown => ({
  text: l10n.t('Touchstone: not checked'),
  detail: l10n.t('Open the folder that holds the draft and its sources'),
  severity: information,
  command: { title: l10n.t('Open a Folder'), command: 'workbench.action.files.openFolder' },
  reason: 'noFolder',
});

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
