import type { AnalysedDocument } from '../mentions/analysedDocument.ts';
import type { NameMention, QuantityMention } from '../mentions/mention.ts';
import type { LocatedMention } from '../sources/context.ts';
import { headTerm, termOf } from '../sources/vocabulary.ts';
import { foldName } from '../text/fold.ts';
import { valuesBeside } from './beside.ts';
import { isMultiple } from './claimWords.ts';
import { nameWordsBeside } from './clauseShare.ts';
import { isRatio } from './deriveBeside.ts';
import { isDifference } from './deriveWords.ts';
import { directedValues } from './direction.ts';
import { sentenceMatches, textBefore, textBehind } from './wordsAround.ts';

/** Stretches of time that a value may be told for. */
const TIMES = new Set([
  'second',
  'minute',
  'hour',
  'day',
  'night',
  'week',
  'month',
  'quarter',
  'year',
  'decade',
]);

/** "80 francs more than", "by 80 francs": how far two values are apart, which the writer may have worked out. */
const isChange = (m: LocatedMention<QuantityMention>): boolean =>
  isDifference(m) || directedValues(m).get(m.index)?.role === 'by';

/** "11 more than the 45 needed", "21 ahead of Solheim". */
const AHEAD =
  /^(?:\s[\p{L}-]+){0,2}\s(?:(?:more|fewer|less|\p{L}{3,}er)\sthan|ahead\sof|behind|clear\sof|short\sof|adrift)\b/iu;

/** True for a source value that is told as the distance from another one. */
const isAhead = (m: LocatedMention): boolean => AHEAD.test(textBehind(m, 48));

/** "Another 3,150 runners": those that come on top of others. */
const FURTHER = /\b(?:another|(?:a|the)\s+further|an?\s+(?:additional|extra))\s+(?:\p{L}+\s+)?$/iu;
const isFurther = (m: LocatedMention): boolean => FURTHER.test(textBefore(m, 32));

/** "To 97 kroner", "from 85": an amount, where the other value may be how far two amounts are apart. */
const isAmount = (m: LocatedMention<QuantityMention>): boolean => {
  const role = directedValues(m).get(m.index)?.role;
  return !isDifference(m) && (role === 'to' || role === 'from');
};

/** "$242 a month" beside a value that is told for another time, or for none. */
const isOfOtherTime = (draft: QuantityMention, source: QuantityMention): boolean =>
  source.per !== draft.per &&
  ((draft.per !== undefined && TIMES.has(draft.per)) ||
    (draft.dimension === 'count' && draft.per === undefined && TIMES.has(source.per ?? '')));

const namesOf = new WeakMap<AnalysedDocument, ReadonlySet<string>>();

/** Words of all names of a source. */
function nameWordsIn(document: AnalysedDocument): ReadonlySet<string> {
  let words = namesOf.get(document);
  if (!words) {
    words = new Set(
      document.entities.flatMap(({ forms }) => forms.flatMap((form) => foldName(form).split(/\s+/))),
    );
    namesOf.set(document, words);
  }
  return words;
}

const MALE = /\b(?:man|men|boy|boys|father|husband|son|brother|grandfather|uncle|widower)\b/i;
const FEMALE = /\b(?:woman|women|girl|girls|mother|wife|daughter|sister|grandmother|aunt|widow)\b/i;
/** "Who has died aged 91". */
const DIED_AT = /\b(?:died|dead|death)\b[^.;]{0,20}$/i;
/** Text on each side of an age in which the person is named by such a word. */
const PERSON_REACH = 28;

/** Whether an age is told of a man or of a woman, where the word right beside it says so. */
function sexOf(m: LocatedMention<QuantityMention>): 'male' | 'female' | undefined {
  const around = `${textBefore(m, PERSON_REACH)
    .split(/[.;:(]/)
    .at(-1)} ${textBehind(m, PERSON_REACH).split(/[.;:,)]/)[0]}`;
  const [male, female] = [MALE.test(around), FEMALE.test(around)];
  return male === female ? undefined : male ? 'male' : 'female';
}

const yearsOf = ({ document, block, context }: LocatedMention): readonly number[] => {
  const mentions = document.blocks[block]?.mentions ?? [];
  return context.mentions.flatMap((at) => {
    const mention = mentions[at];
    return mention?.kind === 'date' && mention.year !== undefined ? [mention.year] : [];
  });
};

const DEATH = termOf('died');

/** Ages of a man and of a woman, at two times, or one at which somebody died, are no two values of one thing. */
function isOtherAge(
  claim: LocatedMention<QuantityMention>,
  source: LocatedMention<QuantityMention>,
): boolean {
  // "men over 55 and women over 55": a bound is nobody's age
  const isBound = claim.mention.comparator !== undefined || source.mention.comparator !== undefined;
  const [mine, theirs] = isBound ? [] : [sexOf(claim), sexOf(source)];
  if (mine && theirs && mine !== theirs) return true;
  if (DIED_AT.test(textBefore(source, PERSON_REACH)) && !claim.context.bag.has(DEATH)) return true;
  if (DIED_AT.test(textBefore(claim, PERSON_REACH)) && !source.context.bag.has(DEATH)) return true;
  const [years, told] = [yearsOf(claim), yearsOf(source)];
  return years.length > 0 && told.length > 0 && !years.some((year) => told.includes(year));
}

/** The highest of many values is not what they are on average. */
const tellsExtreme = sentenceMatches(
  /\b(?:highest|lowest|largest|smallest|biggest|most|least|worst|best|record|peak|maximum|minimum)\b/i,
);
const tellsAverage = sentenceMatches(
  /\b(?:average|averaged|averaging|mean|median|typical|typically|overall)\b/i,
);

/** Text between two names that together have, make or are what the value counts. */
const JOINED = /^\s*(?:and|together with|plus|&)\s+(?:(?:the|his|her|its)\s+)?$/i;

/** The words of two names of the claim's sentence that are joined before its value: "the Alliance and the List have 35 seats". */
function jointNames(claim: LocatedMention<QuantityMention>): readonly (readonly string[])[] {
  const block = claim.document.blocks[claim.block];
  const mentions = block?.mentions ?? [];
  const names = claim.context.mentions.flatMap((at) => {
    const mention = mentions[at];
    return mention?.kind === 'name' && mention.end <= claim.mention.start ? [mention] : [];
  });
  const text = block?.block.text ?? '';
  const at = names.findLastIndex(
    (name, i) => i > 0 && JOINED.test(text.slice((names[i - 1] as NameMention).end, name.start)),
  );
  const [first, second] = [names[at - 1], names[at]];
  if (!first || !second) return [];
  return [first.words.map(foldName), second.words.map(foldName)];
}

/** True for a source sentence that names one of the two alone. */
function hasOnlyOne(source: LocatedMention, joint: readonly (readonly string[])[]): boolean {
  const names = nameWordsBeside(source);
  return joint.filter((words) => words.some((word) => names.has(word))).length === 1;
}

/**
 * Tells of a source value whether it may contradict the claim: false where it says nothing against the claim's, however
 * well the words around it agree. What depends on the claim alone is looked at once.
 */
export function contradictionOf(
  claim: LocatedMention<QuantityMention>,
): (source: LocatedMention<QuantityMention>) => boolean {
  const ratio = isRatio(claim, valuesBeside(claim));
  const told = directedValues(claim).get(claim.index);
  // "80 francs more": only another difference denies it
  const difference = isDifference(claim) || (told?.role === 'by' && told.form === 'adjective');
  const change = isChange(claim);
  const amount = isAmount(claim);
  const further = isFurther(claim);
  const multiple = isMultiple(claim);
  const countsPeople = headTerm(claim.mention.noun) === '=people' && claim.context.heads.size === 0;

  /** True when the draft's sentence names only what the source does not, and shares with it but that both count people. */
  function onlyCountsPeople(source: LocatedMention<QuantityMention>): boolean {
    if (!countsPeople) return false;
    for (const term of claim.context.bag)
      if (term !== '=people' && source.context.bag.has(term)) return false;
    const names = nameWordsBeside(claim);
    const known = nameWordsIn(source.document);
    return names.size > 0 && ![...names].some((word) => known.has(word));
  }

  const joint = jointNames(claim);
  const extreme = tellsExtreme(claim);
  const average = tellsAverage(claim);

  return (source) =>
    !(extreme && !average && tellsAverage(source) && !tellsExtreme(source)) &&
    !(average && !extreme && tellsExtreme(source) && !tellsAverage(source)) &&
    !(joint.length > 0 && hasOnlyOne(source, joint)) &&
    !isOfOtherTime(claim.mention, source.mention) &&
    !onlyCountsPeople(source) &&
    (!ratio || isRatio(source, valuesBeside(source))) &&
    multiple === isMultiple(source) &&
    !(claim.mention.dimension === 'age' && isOtherAge(claim, source)) &&
    (!difference || isChange(source)) &&
    (change || !isAhead(source)) &&
    (further || !isFurther(source)) &&
    !(change && isAmount(source)) &&
    !(amount && isChange(source));
}
