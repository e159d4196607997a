import { fingerprint } from '../findings/fingerprint.ts';
import type { AnalysedDocument } from '../mentions/analysedDocument.ts';
import { oneLine } from './factIdentity.ts';
import type { SheetFact } from './factSheet.ts';
import type { Tick, TickLookup, TickSource } from './tick.ts';
import { isLater } from './ticksFile.ts';

const hashes = new WeakMap<AnalysedDocument, string>();

/** Hash of what a source says and of its date: line ends, markup and other front matter do not count. */
export function sourceHash(source: AnalysedDocument): string {
  const known = hashes.get(source);
  if (known !== undefined) return known;
  const { dateline } = source;
  const date = dateline ? `${dateline.year}-${dateline.month}-${dateline.day}` : '';
  const hash = fingerprint(date, ...source.blocks.map(({ block }) => oneLine(block.text)));
  hashes.set(source, hash);
  return hash;
}

/** Makes the entries of a ticks file available by fact. `source` finds a source by its path in an entry. */
export function lookupTicks(
  ticks: readonly Tick[],
  source: (path: string) => AnalysedDocument | undefined,
): TickLookup {
  const latest = new Map<string, Tick>();
  for (const tick of ticks) {
    const known = latest.get(tick.fact);
    if (!known || isLater(tick, known)) latest.set(tick.fact, tick);
  }
  return {
    get: (fact) => latest.get(fact),
    sourceHash(path) {
      const document = source(path);
      return document && sourceHash(document);
    },
  };
}

/** A decision of a person about a fact; `by` and `when` come from the editor, for the engine has no clock. */
export type Decision = Pick<Tick, 'state' | 'by' | 'when' | 'reason'>;

/**
 * The entry for a decision about a fact. `source` finds a source by the URI of its evidence, `pathOf` is how the file
 * names it.
 */
export function makeTick(
  fact: Pick<SheetFact, 'id' | 'kind' | 'text' | 'verdict' | 'evidence' | 'derived'>,
  decision: Decision,
  source: (uri: string) => AnalysedDocument | undefined,
  pathOf: (uri: string) => string,
): Tick {
  const rests =
    fact.verdict === 'notEnoughInfo' ? [] : fact.derived ? fact.evidence : fact.evidence.slice(0, 1);
  const sources = rests.flatMap(({ uri, sentence }): TickSource[] => {
    const document = source(uri);
    // Of a draft that is compared with itself there is nothing to watch.
    return document
      ? [{ path: pathOf(uri), hash: sourceHash(document), sentence: oneLine(sentence.text) }]
      : [];
  });
  const { state, by, when, reason } = decision;
  return {
    fact: fact.id,
    state,
    kind: fact.kind,
    text: oneLine(fact.text),
    verdict: fact.verdict,
    sources,
    by,
    when,
    ...(reason !== undefined && reason !== '' && { reason }),
  };
}

/** The sentence of a source that is nearest to one it had before, on one line; undefined when none shares a word. */
export function nearestSentence(source: AnalysedDocument, before: string): string | undefined {
  const wanted = wordsOf(before);
  let best: string | undefined;
  let most = 0;
  for (const { block } of source.blocks) {
    for (const { start, end } of block.sentences) {
      const sentence = oneLine(block.text.slice(start, end));
      if (sentence === before) return sentence;
      const words = wordsOf(sentence);
      let shared = 0;
      for (const word of words) if (wanted.has(word)) shared++;
      const likeness = (2 * shared) / (words.size + wanted.size || 1);
      if (likeness > most) [best, most] = [sentence, likeness];
    }
  }
  return best;
}

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean),
  );
