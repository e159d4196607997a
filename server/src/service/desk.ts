import { checkOptionsOf, PROJECT_FILE } from '../config/projectFile.ts';
import { t } from '../l10n/message.ts';
import type { CheckedDocument, Checker } from './checker.ts';
import type { Engine } from './engine.ts';
import {
  type FactSheetView,
  factSheetView,
  type SourceChange,
  sourceChanges,
} from './features/factSheetView.ts';
import { type SourcesView, sourcesView } from './features/sourcesView.ts';
import { decide, type TicksEdit } from './features/ticking.ts';
import type { Guard } from './guard.ts';
import type { LanguageService } from './languageService.ts';
import { openDrafts } from './openDrafts.ts';
import type { SettingsCache } from './settingsCache.ts';
import type { Sources } from './sources.ts';
import { childUri, normaliseUri } from './uris.ts';
import type { Cancellation, WorkspaceHost } from './workspaceHost.ts';

/** The part of the service that the views of an editor ask. */
export type Desk = Pick<
  LanguageService,
  'factSheet' | 'sourceChanges' | 'decide' | 'listSources' | 'whyNotChecked' | 'sheetVersions'
>;

/** The caches that the desk looks into. */
interface Caches {
  readonly settings: SettingsCache;
  readonly sources: Sources;
  readonly checker: Checker;
}

/** How features are run. */
interface Runners {
  readonly guard: Guard;
  readonly onChecked: <T>(
    feature: string,
    uri: string,
    otherwise: T,
    cancellation: Cancellation | undefined,
    answer: (checked: CheckedDocument) => T,
  ) => Promise<T>;
}

/** Wires the fact sheet, the sources and the record of ticks. */
export function createDesk(
  host: WorkspaceHost,
  engine: Engine,
  { settings, sources, checker }: Caches,
  { guard, onChecked }: Runners,
): Desk {
  return {
    factSheet: (uri, cancellation) =>
      onChecked<FactSheetView | null>(
        'fact sheet',
        uri,
        null,
        cancellation,
        (checked) => factSheetView(checked) ?? null,
      ),
    sourceChanges: (uri, fact, cancellation) =>
      onChecked<readonly SourceChange[]>('source changes', uri, [], cancellation, (checked) =>
        sourceChanges(checked, fact),
      ),
    decide: (params, cancellation) =>
      onChecked<TicksEdit>(
        'ticking',
        params.uri,
        {
          problem: t(
            'This document is not checked: it has no sources, or its project file does not name it as a draft.',
          ),
        },
        cancellation,
        (checked) => decide(checked, params),
      ),
    listSources: (uri, cancellation) =>
      guard<SourcesView>('sources', { globs: [], sources: [] }, async () => {
        const [first] = host.folders();
        const at = uri ?? (first === undefined ? undefined : childUri(normaliseUri(first), PROJECT_FILE));
        const root = at === undefined ? undefined : await sources.rootOf(at);
        if (root === undefined) return { globs: [], sources: [] };
        const { settings: values, base } = await settings.get(root);
        const checked = uri === undefined ? undefined : await checker.check(uri, cancellation);
        const set = checked?.sources ?? (await sources.get(root));
        // Of a draft only what it cites itself counts; a source is seen from all drafts that are open.
        const drafts =
          checked?.role === 'draft' ? [checked] : await openDrafts(host, checker, set.root, cancellation);
        const levels = checkOptionsOf(values);
        return sourcesView(set, base, values.sources, drafts, (source) => engine.checkSource(source, levels));
      }),
    whyNotChecked: (uri, cancellation) =>
      guard('reason', null, async () => {
        await checker.check(uri, cancellation);
        const key = normaliseUri(uri);
        return checker.notChecked().find((each) => normaliseUri(each.uri) === key) ?? null;
      }),
    sheetVersions: () =>
      checker.results().flatMap(({ role, document, resultId, unchecked }) =>
        // A check that goes on from where it was ended has the id that it had, and more to show.
        role === 'draft' ? [{ uri: document.uri, resultId: `${resultId} ${unchecked?.start ?? 'all'}` }] : [],
      ),
  };
}
