/**
 * All weights and thresholds of binding, in one place. Set by hand and checked with `npm run eval`; scores run from
 * about -0.3 (another noun, another time) to 1.2 (the same words around the same noun and date).
 */
export const WEIGHTS = {
  /** Share of near context in the score. */
  local: 0.55,
  /** Share of whole-sentence overlap in the score. */
  sentence: 0.3,
  /** Added for the same counted noun, taken away for another one. */
  noun: 0.15,
  /** Added when the dates of the two clauses agree, taken away when they contradict. */
  time: 0.12,
  /** Added for each word directly before and after that is the same. */
  frame: 0.05,
  /** Added to the score of a year for the share of the draft sentence that the passage around it tells. */
  passage: 0.25,
  /** The same for sums, shares and counts of one noun. */
  value: 0.15,
  /** Words of distance that halve a term's nearness. */
  reach: 3,
  /** Nearness left after each clause boundary. */
  clause: 0.75,
  /** A source may put a term somewhat farther from the value than the draft does. */
  forgive: 1.4,
} as const;

/** When a binding is good enough to speak. */
export const THRESHOLDS = {
  /** A contradiction with no agreeing value anywhere in the sources. */
  absent: 0.25,
  /** The same for bare counts up to `smallCount`, which drafts often count out of a list themselves. */
  absentSmall: 0.45,
  absentFramed: 0.36,
  smallCount: 3,
  smallPeople: 10,
  /** The sources count this noun once, with another value. */
  onlyValue: 0.15,
  /** One of several numbers of one label ("Chapter 7", "Chapter 11"). */
  label: 0.5,
  /** The same digits with another unit, scale or currency, and the draft's own nowhere. */
  unit: 0.07,
  /** … and three digits or more. */
  unitLong: 0.03,
  /** … unless another value is bound better by this much. */
  unitBehind: 0.15,
  /** Below this a value with other words around it is looked at more closely. */
  farOff: 0.8,
  /** Two values that are thousands of times apart. */
  apart: 0.7,
  /** A rank ("second") is relative to words that binding weighs only in part. */
  ordinal: 0.55,
  /** A place in a count of times or places ("the 14th floor", "her 60th birthday"), which has no qualifier. */
  position: 0.4,
  /** A bound or hedge that does not hold for a value. */
  hedge: 0.45,
  /** "Above $25 billion" for "below $25 billion". */
  wrongSide: 0.37,
  /** … by this much better bound than a value that the draft's bound only happens to hold for. */
  turnedMargin: 0.1,
  /** An age that no source has: nobody is two ages. */
  age: 0.12,
  agePassage: 0.6,
  /** A sum, a share or a count of one noun where the passage tells the sentence (`WEIGHTS.value`), from the floor on. */
  passageFloor: 0.17,
  passage: 0.265,
  /** A contradiction although the draft's value occurs elsewhere in the sources. */
  elsewhere: 0.36,
  /** … by this much better bound than the best agreeing value. */
  margin: 0.4,
  /** … where only the other value stands beside a name, or a date, of the draft's sentence. */
  namedMargin: 0.26,
  /** … where the agreeing value is told of the draft's own time and the other one is not. */
  timeMargin: 0.6,
  /** … where the other value is a part of it: "212 of 540 hosts". */
  partMargin: 0.03,
  part: 0.3,
  /** One of two values of which the source says that the first gave way to the second. */
  change: 0.25,
  /** Two values of the draft's sentence are crossed where each is bound in the other's place by more than this. */
  crossed: 0,
  /** … and both together by this much. */
  crossedLead: 0.2,
  /** The same in one sentence, where the agreeing value has no noun of its own. */
  elidedMargin: 0.4,
  /** The same in one sentence: the words right around a value tell it from its neighbour. */
  sentenceMargin: 0.15,
  /** A count with no noun: what it counts is known from the words around it only. */
  nounless: 0.5,
  /** An agreeing value in a looser form (a bound, a vague amount) counts as support from here. */
  loose: 0.25,
  /** The source's value written shorter, to two digits or more. */
  rounded: 0.15,
  /** Another value that the draft's is a slip of ("1,560" for "1,650", "930 million" for "9.3 billion"). */
  slip: 0.07,
  /** Another value that the draft's may be a slip of is told in place of one that is bound better by this much. */
  slipBehind: 0.25,
  /** From here, with the same noun or unit, a finding may be an error. */
  error: 0.5,
  /** A derived value (sum, difference, share) explains the draft unless a contradiction binds this well. */
  derived: 0.7,
  /** Dates bind by their event alone. */
  dateAbsent: 0.24,
  /** A bare year says little about the event, and long sources name many years. */
  yearAbsent: 0.3,
  /** A stretch of years or a decade, which overlaps with others. */
  dateAbsentLong: 0.42,
  /** … where the passage around the other year tells the sentence (`WEIGHTS.passage`), from this score of its own on. */
  yearFloor: 0.2,
  yearPassage: 0.34,
  /** A year with two digits exchanged. */
  yearSlip: 0.05,
  /** A date without its year, as support for one with it. */
  yearless: 0.1,
  dateElsewhere: 0.36,
  weekdayElsewhere: 0.33,
  dateMargin: 0.25,
  /** The same with a content word of the draft directly beside the other date, and none beside its own. */
  dateFramedMargin: 0.22,
  /** Two dates of one sentence. */
  dateSentenceMargin: 0.1,
  /** A weekday where the sources name no other near: reports of one event seldom name two. */
  weekdayAbsent: 0.1,
  weekdayPassage: 0.6,
  monthAbsent: 0.18,
  /** Day and month agree and the year is in no source, or the like: all but one part of a full date. */
  almostSame: 0,
  /** The only month of a year, or year of a month, that the sources tell near, in a passage that tells this of the sentence. */
  onlyOther: 0.2,
  /** The other direction of the same value, told of the same thing; and where one text leaves out what it is told of. */
  direction: 0.2,
  directionUnnamed: 0.35,
  /** A change told the wrong way round; both of its values are the source's. */
  turnedChange: 0.2,
  /** What a passage must tell of the rest of a sentence whose two names it has in each other's places. */
  exchangedRest: 0.3,
  /** A place with another word for its kind ("Kessler Bay" for "Kessler Falls"), told of the same thing. */
  placeHead: 0.3,
  /** "Four years ago" against "two years ago", and "two years later" against "three": stretches hang on another event. */
  ago: 0.34,
  /** The draft agrees with a source, and another source does not contradict it; … */
  ownSource: 0.25,
  /** … and is said to differ from that source. */
  sourcesDiffer: 0.35,
  /** A source that disagrees with the one that the draft agrees with. */
  otherSource: 0.5,
  /** Values of two sources that are bound alike within this; the rank of the source decides between them. */
  alike: 0.1,
} as const;

/** How much each part of `NameFit` says that a name of the sources belongs in a place of the draft. */
export const NAME_FIT = {
  around: 1.98,
  local: 1.68,
  sentence: 1.11,
  passage: 0.83,
  before: 2.32,
  after: 1.52,
  content: 2.27,
  preposition: 0.43,
  article: 1.23,
  mentions: 1.32,
  lead: 0.9,
  names: 0.46,
} as const;

/** Log odds that another name belongs in the place of a name that the sources have (`knownParts`). */
export const NAME_KNOWN = {
  margin: 0.22,
  lead: 0.1,
  rivalAround: 1.29,
  rivalSentence: 0.48,
  rivalMentions: 0.13,
  rivalInDraft: -1.51,
  ownAround: -1.54,
  ownSentence: 0.17,
  ownPassage: -1.41,
  ownFrame: -0.21,
  ownMentions: -0.97,
  ownInDraft: -0.8,
  otherNames: -0.44,
  beside: -0.16,
  country: -0.22,
  organisation: -0.27,
  constant: 0.06,
} as const;

/** What it takes to say so. */
export const NAME_ODDS = {
  known: { person: -0.25, country: -0.6, organisation: 0.3 },
  /** Least sum of the shares around the other name and of the sentence with it. */
  floor: 0.25,
  /** A draft sentence of which the sources have this share around its own name is told of that name. */
  told: 0.65,
  /** The same where the sources do not have the draft's name; one organisation is often told by another. */
  absent: { person: 0.17, country: 0.6, organisation: 0.7 },
} as const;

/**
 * Log odds that a number of the draft is wrong where `judge` holds another one against it, fitted by
 * `scripts/fitWeights.mjs`, and what it takes to say so.
 */
export const NUMBER_ODDS = {
  parts: {
    slip: 1.82,
    clauses: 0.18,
    things: 0.15,
    frame: 0.32,
    lead: 0.58,
    cell: -2.6,
    age: 1.87,
    small: -0.48,
    toldElsewhere: -2.77,
    constant: -0.57,
  },
  least: -0.15,
} as const;
