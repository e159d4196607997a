import type { AnalysedBlock } from '../mentions/analysedDocument.ts';
import { isCommonWord } from '../mentions/lexicon.ts';
import { isSpeechVerb } from '../mentions/lexiconSpeech.ts';
import type { NameMention } from '../mentions/mention.ts';
import { firstFrom } from '../prose/tokens.ts';
import type { LocatedMention } from '../sources/context.ts';

/** Shorter words are too often cut-off words. */
const SHORTEST = 4;

/** Verbs that a plural ("Mourners …") does not have. */
const SINGULAR = new Set("has is was hasn't isn't wasn't does".split(' '));

/** Other verbs that a name may be the subject of. */
const VERBS = new Set(
  'won beat took made went came got ran led left became began held gave found met sold bought built broke chose fought knew sang stole struck swam taught threw wore will can'.split(
    ' ',
  ),
);

/**
 * True for a first word of a sentence that is no everyday word and has behind it what a name has: "Tarkin wrote",
 * "Buzzle has". Where only its capital speaks for it, nothing else may be said of it.
 */
export function standsAsName({ document, block, mention, context }: LocatedMention<NameMention>): boolean {
  const lower = mention.text.toLowerCase();
  if (mention.words.length > 1 || lower.length < SHORTEST || isCommonWord(lower)) return false;
  const { tokens } = (document.blocks[block] as AnalysedBlock).block;
  const next = tokens[firstFrom(tokens, mention.end)];
  if (!next || next.start >= context.end || next.kind !== 'word') return false;
  if (SINGULAR.has(next.lower)) return true;
  const verb = isSpeechVerb(next.lower) || VERBS.has(next.lower) || /^\p{Ll}{3,}ed$/u.test(next.text);
  return verb && !lower.endsWith('s');
}
