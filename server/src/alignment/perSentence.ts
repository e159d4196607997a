import type { AnalysedBlock } from '../mentions/analysedDocument.ts';
import type { SentenceContext } from '../sources/context.ts';

/** The same reading of a sentence, worked out when it is first asked for and kept as long as the sentence is. */
export function perSentence<T>(
  read: (block: AnalysedBlock, context: SentenceContext) => T,
): (block: AnalysedBlock, context: SentenceContext) => T {
  const known = new WeakMap<SentenceContext, { readonly value: T }>();
  return (block, context) => {
    let kept = known.get(context);
    if (!kept) {
      kept = { value: read(block, context) };
      known.set(context, kept);
    }
    return kept.value;
  };
}
