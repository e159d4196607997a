import type { Verdict } from '../alignment/alignment.ts';
import type { FactKind } from '../findings/finding.ts';
import { t } from '../l10n/message.ts';

/** One entry of the ticks file: what one person said about one fact after looking at it. */
export interface Tick {
  /** Id of the fact (`SheetFact.id`): it changes with the sentence, so an edited sentence loses its tick. */
  readonly fact: string;
  readonly state: 'ticked' | 'accepted';
  readonly kind: FactKind;
  /** The words of the fact, for people who read the file. */
  readonly text: string;
  /** What the checker said when the person looked. */
  readonly verdict: Verdict;
  /** What it rested on: the best place, or all places of a value worked out from several; empty when no source had it. */
  readonly sources: readonly TickSource[];
  readonly by: string;
  /** ISO 8601 in UTC, to the second. */
  readonly when: string;
  /** Why the fact is accepted, or a note to a tick. */
  readonly reason?: string;
}

/** The source a tick rests on, as it was then. */
export interface TickSource {
  /** Reference from the draft's folder, or a whole URI when they share no tree. */
  readonly path: string;
  /** Hash of what the whole source said. */
  readonly hash: string;
  /** The sentence that was looked at, on one line. */
  readonly sentence: string;
}

/** The entries of a ticks file by fact, with what the sources say now. */
export interface TickLookup {
  /** The entry that counts for a fact: of several people's the latest. */
  get(fact: string): Tick | undefined;
  /** Hash of a source as it is now; undefined when it is not among the draft's sources any more. */
  sourceHash(path: string): string | undefined;
}

/** Why an entry does not hold any more, in words for people; undefined when it does. */
export function whyReopened(
  tick: Tick,
  verdict: Verdict,
  sources: Pick<TickLookup, 'sourceHash'>,
): string | undefined {
  const ticked = tick.state === 'ticked';
  for (const { path, hash } of tick.sources) {
    const now = sources.sourceHash(path);
    if (now === undefined) {
      return ticked
        ? t('the source {0} is gone since this was ticked', path)
        : t('the source {0} is gone since this was accepted', path);
    }
    if (now !== hash) {
      return ticked
        ? t('the source changed since this was ticked')
        : t('the source changed since this was accepted');
    }
  }
  // What a person accepted and a source now confirms needs no acceptance any more.
  if (verdict === tick.verdict || (tick.state === 'accepted' && verdict === 'supported')) return undefined;
  switch (verdict) {
    case 'supported':
      return ticked
        ? t('the sources now agree with it, which they did not when this was ticked')
        : t('the sources now agree with it, which they did not when this was accepted');
    case 'refuted':
      return ticked
        ? t('the sources now differ from it, which they did not when this was ticked')
        : t('the sources now differ from it, which they did not when this was accepted');
    case 'notEnoughInfo':
      return ticked
        ? t('the sources do not have it any more, as they did when this was ticked')
        : t('the sources do not have it any more, as they did when this was accepted');
  }
}
