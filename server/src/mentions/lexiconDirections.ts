/** What a direction is told of; words of one axis and of opposite signs cannot both be true of the same thing. */
export type Axis = string;

/** The grammatical form of a direction word; a word that takes its place must have the same. */
export type DirectionForm =
  | 'base'
  | 'third'
  | 'past'
  | 'participle'
  | 'gerund'
  | 'noun'
  | 'nouns'
  | 'particle'
  | 'adjective';

/** One word of direction in all its forms. */
export interface Direction {
  readonly axes: readonly Axis[];
  readonly sign: 1 | -1;
  readonly forms: Readonly<Partial<Record<DirectionForm, string>>>;
  /** The first form of the word that says the opposite. */
  readonly opposite: string;
  /** A verb whose object changes: "cut the rate". */
  readonly transitive: boolean;
  /** A verb whose object loses: "beat", which in the passive says the opposite. */
  readonly overOther: boolean;
}

const VERBAL: readonly DirectionForm[] = ['base', 'third', 'past', 'participle', 'gerund'];

/**
 * Axes, sign (`*` when the object of the verb changes) | forms of the verb | of the noun | the opposite. A `match` is a contest
 * with the loser as its object.
 */
const VERBS = `
change + | rise rises rose risen rising | rise rises | fall
change - | fall falls fell fallen falling | fall falls | rise
change +* | increase increases increased increased increasing | increase increases | decrease
change -* | decrease decreases decreased decreased decreasing | decrease decreases | increase
change - | decline declines declined declined declining | decline declines | rise
change -* | drop drops dropped dropped dropping | drop drops | rise
change + | climb climbs climbed climbed climbing | climb climbs | fall
change +* | grow grows grew grown growing | growth | shrink
change - | shrink shrinks shrank shrunk shrinking | | grow
change + | jump jumps jumped jumped jumping | jump jumps | drop
change - | tumble tumbles tumbled tumbled tumbling | tumble tumbles | jump
change + | surge surges surged surged surging | surge surges | plunge
change - | plunge plunges plunged plunged plunging | plunge plunges | surge
change + | soar soars soared soared soaring | | plummet
change - | plummet plummets plummeted plummeted plummeting | | soar
change - | slump slumps slumped slumped slumping | slump slumps | surge
change - | slide slides slid slid sliding | slide slides | climb
change - | sink sinks sank sunk sinking | | climb
change - | slip slips slipped slipped slipping | slip slips | rise
change - | dip dips dipped dipped dipping | dip dips | rise
change + | advance advances advanced advanced advancing | advance advances | retreat
change - | retreat retreats retreated retreated retreating | retreat retreats | advance
change - | contract contracts contracted contracted contracting | contraction contractions | expand
change + | expand expands expanded expanded expanding | expansion expansions | contract
change +* | raise raises raised raised raising | raise raises | cut
change -* | cut cuts cut cut cutting | cut cuts | raise
change -* | reduce reduces reduced reduced reducing | reduction reductions | increase
change +* | boost boosts boosted boosted boosting | boost boosts | cut
change +* | hike hikes hiked hiked hiking | hike hikes | cut
change -* | trim trims trimmed trimmed trimming | | raise
change -* | slash slashes slashed slashed slashing | | raise
change -* | lower lowers lowered lowered lowering | | raise
change + | appreciate appreciates appreciated appreciated appreciating | | depreciate
change - | depreciate depreciates depreciated depreciated depreciating | | appreciate
change,quality +* | strengthen strengthens strengthened strengthened strengthening | | weaken
change,quality -* | weaken weakens weakened weakened weakening | | strengthen
change,quality +* | improve improves improved improved improving | improvement improvements | worsen
change,quality -* | worsen worsens worsened worsened worsening | | improve
change,quality - | deteriorate deteriorates deteriorated deteriorated deteriorating | deterioration | improve
change,result,contest + | gain gains gained gained gaining | gain gains | lose
change,result,contest -* | lose loses lost lost losing | | gain
result + | earn earns earned earned earning | | lose
result + | | profit profits | loss
change,result - | | loss losses | gain
contest +* | win wins won won winning | win wins | lose
match +* | beat beats beat beaten beating | | lose to
match +* | defeat defeats defeated defeated defeating | | lose to
match +* | edge edges edged edged edging | | lose to
match +* | thrash thrashes thrashed thrashed thrashing | | lose to
match +* | overcome overcomes overcame overcome overcoming | | lose to
match +* | crush crushes crushed crushed crushing | | lose to
match +* | rout routs routed routed routing | | lose to
contest + | | victory victories | defeat
contest - | | defeat defeats | victory
width +* | widen widens widened widened widening | | narrow
width -* | narrow narrows narrowed narrowed narrowing | | widen
comparison + | exceed exceeds exceeded exceeded exceeding | | miss
comparison - | miss misses missed missed missing | | exceed
`;

/** Words without a verb: axes, sign, form, word, opposite. */
const OTHERS = `
change + particle up down
change - particle down up
change + adjective higher lower
change - adjective lower higher
weight + adjective heavier lighter
weight - adjective lighter heavier
size + adjective larger smaller
size + adjective bigger smaller
size - adjective smaller larger
length + adjective longer shorter
length,height - adjective shorter longer
height + adjective taller shorter
speed + adjective faster slower
speed - adjective slower faster
age + adjective older younger
age - adjective younger older
warmth + adjective warmer colder
warmth - adjective colder warmer
warmth - adjective cooler warmer
warmth + adjective hotter cooler
wetness + adjective wetter drier
wetness - adjective drier wetter
depth + adjective deeper shallower
depth - adjective shallower deeper
width + adjective wider narrower
width - adjective narrower wider
strength + adjective stronger weaker
strength - adjective weaker stronger
quality + adjective better worse
quality - adjective worse better
price + adjective dearer cheaper
price - adjective cheaper dearer
time + adjective later earlier
time - adjective earlier later
extreme + noun high low
extreme - noun low high
comparison + particle above below
comparison - particle below above
change,comparison + adjective more less
change,comparison - adjective less more
change,comparison - adjective fewer more
`;

/** A direction that a written word may be, in one of these forms. */
export interface DirectionReading {
  readonly direction: Direction;
  readonly forms: readonly DirectionForm[];
}

const rowsOf = (table: string): readonly string[] => table.trim().split('\n');

const signOf = (mark: string): 1 | -1 => (mark.startsWith('+') ? 1 : -1);

function readVerb(row: string): Direction {
  const [head = '', verb = '', noun = '', opposite = ''] = row.split('|').map((cell) => cell.trim());
  const [axes = '', mark = '+'] = head.split(' ');
  const forms: Partial<Record<DirectionForm, string>> = {};
  verb
    .split(' ')
    .filter(Boolean)
    .forEach((word, i) => {
      forms[VERBAL[i] as DirectionForm] = word;
    });
  const [one, many] = noun.split(' ');
  if (one) forms.noun = one;
  if (many) forms.nouns = many;
  return {
    axes: axes.split(',').map((axis) => (axis === 'match' ? 'contest' : (axis as Axis))),
    sign: signOf(mark),
    forms,
    opposite,
    transitive: mark.endsWith('*'),
    overOther: axes === 'match',
  };
}

function readOther(row: string): Direction {
  const [axes = '', mark = '+', form = '', word = '', opposite = ''] = row.split(' ');
  return {
    axes: axes.split(',') as Axis[],
    sign: signOf(mark),
    forms: { [form]: word },
    opposite,
    transitive: false,
    overOther: false,
  };
}

const DIRECTIONS: readonly Direction[] = [...rowsOf(VERBS).map(readVerb), ...rowsOf(OTHERS).map(readOther)];

const READINGS: ReadonlyMap<string, readonly DirectionReading[]> = (() => {
  const readings = new Map<string, DirectionReading[]>();
  for (const direction of DIRECTIONS) {
    const byWord = new Map<string, DirectionForm[]>();
    for (const [form, word] of Object.entries(direction.forms) as [DirectionForm, string][])
      byWord.set(word, [...(byWord.get(word) ?? []), form]);
    for (const [word, forms] of byWord)
      readings.set(word, [...(readings.get(word) ?? []), { direction, forms }]);
  }
  return readings;
})();

/** The directions that a word may tell; `lower` is lower-cased. */
export const readDirections = (lower: string): readonly DirectionReading[] | undefined => READINGS.get(lower);

const firstForm = ({ forms }: Direction): string | undefined => Object.values(forms)[0];

/** The word in one form that turns a direction round; undefined where the opposite has no such form. */
export function oppositeOf({ opposite, axes }: Direction, form: DirectionForm): string | undefined {
  const [base, ...rest] = opposite.split(' ');
  const other = DIRECTIONS.find((d) => firstForm(d) === base && d.axes.some((axis) => axes.includes(axis)));
  const word = other?.forms[form];
  return word === undefined ? undefined : [word, ...rest].join(' ');
}

/** The word in one form for who wins a contest, or loses it. */
export function contestWord(won: boolean, form: DirectionForm): string | undefined {
  const noun = form === 'noun' || form === 'nouns';
  const base = noun ? (won ? 'victory' : 'defeat') : won ? 'win' : 'lose';
  return DIRECTIONS.find((d) => firstForm(d) === base)?.forms[form];
}
