import type { Alignment } from '../alignment/alignment.ts';
import type { Candidate, Explanation } from '../alignment/explain.ts';
import { type ContradictionParts, contradictionOdds } from '../alignment/quantityOdds.ts';
import { NUMBER_ODDS, WEIGHTS } from '../alignment/weights.ts';
import { citation } from './evidence.ts';

const VERDICT: Readonly<Record<Alignment['verdict'], string>> = {
  supported: 'agrees with the sources',
  refuted: 'differs from the sources',
  notEnoughInfo: 'is in no source, or nothing in the sources is near enough to say more',
};

/** A group of synonyms carries a sign before its name. */
const shown = (term: string): string => term.replace(/^=/, '');

const PART: Readonly<Record<keyof ContradictionParts, string>> = {
  slip: 'looks like a slip',
  clauses: 'words of the clause',
  things: 'things both sentences tell',
  frame: 'same words around',
  lead: 'lead over the value that agrees',
  cell: 'cell of a table',
  age: 'an age',
  small: 'a small number',
  toldElsewhere: 'the draft tells the other number elsewhere',
  constant: 'at first',
};

const rounded = (value: number): string => value.toFixed(2);

/** "near words 0.41 + sentence 0.22 + noun 0.15": the parts of a score that are not nothing, as they were added up. */
function partsInWords({ local, sentence, noun, time, before, after }: Candidate['binding']): string {
  const parts: readonly (readonly [string, number])[] = [
    ['near words', WEIGHTS.local * local],
    ['sentence', WEIGHTS.sentence * sentence],
    [noun < 0 ? 'another noun' : 'noun', WEIGHTS.noun * noun],
    [time < 0 ? 'another time' : 'time', WEIGHTS.time * time],
    ['same words around', WEIGHTS.frame * (before + after)],
  ];
  const told = parts.filter(([, value]) => Math.abs(value) >= 0.005);
  return told.map(([name, value]) => `${name} ${rounded(value)}`).join(' + ') || 'nothing shared';
}

function candidateLines(candidate: Candidate, at: number): string[] {
  const { place, comparison, binding, shared } = candidate;
  return [
    `  ${at + 1}. ${rounded(binding.score)}  ${citation(place)}: ${comparison}`,
    `     ${partsInWords(binding)}`,
    ...(shared.length > 0
      ? [`     shared: ${shared.map(({ term, weight }) => `${shown(term)} ${rounded(weight)}`).join(', ')}`]
      : []),
  ];
}

function reasonInWords({ reason }: Alignment): string | undefined {
  switch (reason.kind) {
    case 'agrees':
    case 'derived':
      return reason.how;
    case 'notChecked':
      return 'says too little by itself to be looked for';
    case 'name':
      return reason.slot === '' ? undefined : `the slot “${reason.slot}” is taken by ${reason.name}`;
    default:
      return undefined;
  }
}

/** What spoke for and against another number that was held against the claim's, and whether that was enough. */
function oddsLines({ weighed }: Alignment): string[] {
  if (!weighed) return [];
  const parts = (Object.keys(weighed.parts) as (keyof ContradictionParts)[])
    .map((part) => [part, NUMBER_ODDS.parts[part] * weighed.parts[part]] as const)
    .filter(([part, value]) => part !== 'constant' && Math.abs(value) >= 0.005)
    .map(([part, value]) => `${PART[part]} ${rounded(value)}`);
  const odds = contradictionOdds(weighed.parts);
  const enough = odds >= NUMBER_ODDS.least ? 'enough' : 'not enough';
  return [
    `${weighed.value} was held against it: odds ${rounded(odds)}, ${enough} (${rounded(NUMBER_ODDS.least)} is).`,
    `  ${[`at first ${rounded(NUMBER_ODDS.parts.constant)}`, ...parts].join(', ')}`,
  ];
}

/** An explanation as lines of text: the verdict, what it rests on, and every candidate with its score (first is best). */
export function explanationText({ alignment, candidates, sentences }: Explanation): string {
  const { claim, verdict, evidence } = alignment;
  const words = (claim.document.blocks[claim.block]?.block.text ?? '').slice(
    claim.mention.start,
    claim.mention.end,
  );
  const reason = reasonInWords(alignment);
  const verdictText = alignment.reason.kind === 'notChecked' ? 'is not checked' : VERDICT[verdict];
  return [
    `“${words.replace(/\s+/g, ' ')}” (${claim.mention.kind}) ${verdictText}${reason ? `: ${reason}` : ''}.`,
    ...evidence.map((place) => `  rests on ${citation(place)}`),
    claim.mention.kind === 'quotation'
      ? 'Quotations are sought by their words in all sources; nothing is scored.'
      : candidates.length === 0
        ? `None of the ${sentences} nearest source sentences has a ${claim.mention.kind} that compares with it.`
        : `Candidates in the ${sentences} nearest source sentences, by score:`,
    ...candidates.flatMap(candidateLines),
    ...oddsLines(alignment),
  ].join('\n');
}
