import type { AnalysedBlock } from '../mentions/analysedDocument.ts';
import type { QuantityMention } from '../mentions/mention.ts';
import type { LocatedMention } from '../sources/context.ts';
import { pathsIn } from './paths.ts';
import { sentenceText, textBefore } from './wordsAround.ts';

/** Words by which a draft gives a value as the one that holds from now on, and as the one that held before. */
const NEW = /\b(?:new|now|nowadays|currently|will|henceforth|in future)\b/i;
const OLD =
  /\b(?:old|previous|previously|former|formerly|used to|until now|so far|hitherto|before|earlier|was|were|had|no longer|not)\b/i;
const ONLY_OLD = /\b(?:old|previous|previously|former|formerly|used to|until now|hitherto)\b/i;

/** True where the source says that the first value gave way to the second. */
function isOldOf(old: LocatedMention, now: LocatedMention): boolean {
  if (old.context !== now.context || old.block !== now.block) return false;
  const block = old.document.blocks[old.block] as AnalysedBlock;
  return pathsIn(block, old.context).some(({ from, to }) => from === old.index && to === now.index);
}

interface Rival {
  readonly source: LocatedMention<QuantityMention>;
  readonly counts: boolean;
}

/**
 * The value that the source gives in place of the draft's, where the draft gives the old one as the new one ("an hour now
 * costs £1.40" for "rises from £1.40 to £1.60"), or the new one as the old one.
 */
export function otherOfChange<C extends Rival>(
  claim: LocatedMention<QuantityMention>,
  support: LocatedMention<QuantityMention>,
  rivals: readonly C[],
): C | undefined {
  const text = sentenceText(claim);
  const told: 'new' | 'old' | undefined = ONLY_OLD.test(text)
    ? NEW.test(text)
      ? undefined
      : 'old'
    : NEW.test(text) && !OLD.test(text)
      ? 'new'
      : undefined;
  if (!told || /\b(?:from|to)\s$/i.test(textBefore(claim, 6))) return undefined;
  return rivals.find(
    ({ source, counts }) => counts && (told === 'new' ? isOldOf(support, source) : isOldOf(source, support)),
  );
}
