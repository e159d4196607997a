/** Verbs with forms of their own: base, past, participle. */
const IRREGULAR = `
beat beat beaten
become became become
bind bound bound
bite bit bitten
blow blew blown
break broke broken
bring brought brought
build built built
buy bought bought
cast cast cast
catch caught caught
choose chose chosen
come came come
cut cut cut
deal dealt dealt
draw drew drawn
drive drove driven
feed fed fed
feel felt felt
fight fought fought
find found found
flee fled fled
fly flew flown
forget forgot forgotten
forgive forgave forgiven
give gave given
go went gone
grow grew grown
hear heard heard
hide hid hidden
hit hit hit
hold held held
hurt hurt hurt
keep kept kept
know knew known
lead led led
leave left left
lend lent lent
let let let
lose lost lost
make made made
meet met met
mislead misled misled
mistake mistook mistaken
outbid outbid outbid
outdo outdid outdone
outrun outran outrun
outsell outsold outsold
overcome overcame overcome
overhear overheard overheard
override overrode overridden
oversee oversaw overseen
overtake overtook overtaken
overthrow overthrew overthrown
pay paid paid
put put put
quit quit quit
read read read
ride rode ridden
rise rose risen
run ran run
see saw seen
seek sought sought
sell sold sold
send sent sent
shake shook shaken
shoot shot shot
slay slew slain
speak spoke spoken
split split split
steal stole stolen
strike struck struck
swear swore sworn
take took taken
teach taught taught
tell told told
think thought thought
throw threw thrown
undercut undercut undercut
understand understood understood
undertake undertook undertaken
uphold upheld upheld
wed wed wed
win won won
write wrote written
`;

interface Irregular {
  readonly base: string;
  readonly participle: boolean;
}

const FORMS: ReadonlyMap<string, Irregular> = new Map(
  IRREGULAR.trim()
    .split('\n')
    .flatMap((row) => {
      const [base = '', past = '', participle = ''] = row.split(' ');
      return [
        [past, { base, participle: past === participle }] as const,
        [participle, { base, participle: true }] as const,
      ];
    }),
);

/** The base of an irregular form ("overtaken" → "overtake"), any other word as it is; `lower` is lower-cased. */
export const irregularBase = (lower: string): string => FORMS.get(lower)?.base ?? lower;

const ENDS_PAST = /^\p{L}{2,}ed$/u;
const ENDS_THIRD = /^\p{L}{2,}[^suia'\P{L}]s$/u;
const ENDS_GERUND = /^\p{L}{2,}ing$/u;

/** Words that end like verbs and are none. */
const NO_VERBS: ReadonlySet<string> = new Set(
  'besides towards always sometimes perhaps afterwards upwards backwards forwards nowadays times hundreds thousands'.split(
    ' ',
  ),
);

/** The forms that a word may be of a verb. */
export interface VerbForms {
  readonly finite: boolean;
  readonly participle: boolean;
  readonly gerund: boolean;
}

/** What a word may be, if it is a verb; by its form alone, so that a noun may be taken for one. */
export function verbForms(lower: string): VerbForms {
  const irregular = FORMS.get(lower);
  if (NO_VERBS.has(lower)) return { finite: false, participle: false, gerund: false };
  const past = ENDS_PAST.test(lower);
  return {
    finite: past || irregular !== undefined || ENDS_THIRD.test(lower),
    participle: past || irregular?.participle === true,
    gerund: ENDS_GERUND.test(lower),
  };
}

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Verbs of two sides that do the same to each other: told with the names exchanged they tell the same. */
export const RECIPROCAL: readonly string[] = words(`
  meet marry wed join face play draw fight talk speak divorce work agree discuss negotiate debate clash collide merge date
  kiss hug embrace greet resemble equal match rival border adjoin partner team tie share know love befriend encounter
  accompany cooperate collaborate contact correspond chat spar box race battle intersect touch neighbour neighbor connect
  link combine cross mix align twin engage exchange swap trade separate split differ compete duel wrestle tour sing dance
  live sit stand converse argue quarrel tackle confront contest abut surround interact coincide overlap conflict
  complement alternate reunite unite bond unify compare contrast relate include means mean become remain stay seem call name
  dub title costar cowrite cofound oppose challenge mirror parallel ally opponent twin cousin sister brother sibling friend
  colleague teammate counterpart neighbours flatmate roommate contemporary
`);

/** Verbs of what goes from one place, or one holder, to another. */
export const MOVING: readonly string[] = words(`
  move relocate transfer switch shift travel fly drive walk sail flee escape march go come bring take carry transport ship
  send deliver emigrate migrate defect convert change rename pass hand extradite deport evacuate promote loan head cross
  smuggle return commute tow progress relocation deportation extradition migration evacuation promotion transportation
  flight journey voyage trip
`);
