import { commands, Disposable, type ExtensionContext } from 'vscode';
import type { ServerNews } from '../serverNews.ts';
import { type ExampleWish, openExample } from './example.ts';

/** The example, and what ticks off the steps of the walkthrough. */
export function createFirstSteps(context: ExtensionContext, news: ServerNews): Disposable {
  const done = new Set<string>();
  /** Once reached, a step stays reached: the walkthrough looks at the moment of the change. */
  const reach = (step: string): void => {
    if (done.has(step)) return;
    done.add(step);
    void commands.executeCommand('setContext', `touchstone.${step}`, true);
  };
  return Disposable.from(
    commands.registerCommand('touchstone.openExample', (wish?: ExampleWish) =>
      openExample(context, wish?.parent ? wish : undefined),
    ),
    commands.registerCommand('touchstone.openWalkthrough', () =>
      commands.executeCommand(
        'workbench.action.openWalkthrough',
        `${context.extension.id}#touchstone.start`,
        false,
      ),
    ),
    news.onStatus(({ sources, documents }) => {
      if (sources > 0) reach('hasSources');
      const drafts = documents.filter(({ role }) => role === 'draft');
      if (drafts.some(({ coverage }) => coverage.facts > 0)) reach('hasClaims');
      if (drafts.some(({ findings }) => findings.error + findings.warning > 0)) reach('hasFindings');
    }),
    news.onCorrections(({ entries }) => {
      if (entries.length > 0) reach('hasCorrections');
    }),
  );
}
