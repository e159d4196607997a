import { stemmer } from 'stemmer';
import { kept } from '../text/kept.ts';

/** Words that say nothing about what a fact is about. */
const STOP = new Set(
  (
    'a an the of in on at by for from with to as and or but if than then so nor not no yes is are was were be been being am ' +
    'has have had having do does did will would shall should may might must can could it its he him his she her hers they ' +
    'them their we us our you your i me my who whom whose which that this these those there here what when where why how ' +
    'also just only even very too still yet already such both each every some any all most many much more less other ' +
    'another own same into onto out up down off over under about above after before between during through against while ' +
    'until since because although though however s t said says say saying told tells tell according including include ' +
    "includes one two per around among amid within without via one's it's he's she's that's there's"
  ).split(' '),
);

/**
 * Words that name the same thing in reports of one event. Each line is one group; the first word stands for all.
 * Kept small and by hand: word vectors cannot tell bought from sold.
 */
const GROUPS = `
people person persons individual individuals men women man woman human humans folk citizen citizens
prisoner prisoners detainee detainees inmate inmates captive captives
killed kill kills killing die dies died dead death deaths fatality fatalities dying perished slain
injured injure injures injury injuries wounded wound wounds hurt
talks talk negotiation negotiations discussion discussions dialogue
earlier previous previously prior former past preceding
release released releases releasing free freed frees freeing freedom
invasion invade invaded invades invading
worker workers employee employees staff personnel
job jobs post posts position positions role roles
company firm business corporation companies firms businesses
child children kid kids youngster youngsters
pupil pupils student students
policeman police officer officers constable
house home property houses homes properties
car vehicle cars vehicles
buy bought buys buying purchase purchased acquire acquired acquisition takeover
sell sold sells selling sale sales
increase increased increases rise rose risen rises rising grew grow grown growth climbed climb up gain gained gains
decrease decreased fall fell fallen falls falling dropped drop drops declined decline declines down lost
profit profits earnings
revenue revenues turnover
win won wins winning victory victories beat beaten defeated defeat
arrest arrested arrests detained detain detains detention
jail jailed prison imprisoned imprisonment sentenced sentence
start started starts begin began begun begins beginning launch launched launches
end ended ends finish finished finishes
goal goals
match game fixture matches games
founder founded found founding establish established creation created create
largest biggest greatest highest
vote votes ballot ballots
election elections poll polls
agreement agreements deal deals accord accords
meet met meeting meetings
announce announced announcement announcing announces
appoint appointed appointment appoints named
describe described describes
`;

const CANON = new Map<string, string>();
for (const line of GROUPS.trim().split('\n')) {
  const words = line.split(' ');
  for (const word of words) if (!CANON.has(word)) CANON.set(word, `=${words[0] as string}`);
}

/** True for function words and reporting verbs, which bind nothing. */
export const isStopWord = (lower: string): boolean => STOP.has(lower);

/**
 * The form under which a word is compared: its synonym group where it has one ("=people"), else its Porter stem.
 * A possessive ending is dropped.
 */
export const termOf: (lower: string) => string = kept(readTerm);

function readTerm(lower: string): string {
  let word = lower;
  if (word.endsWith("'s")) word = word.slice(0, -2);
  else if (word.endsWith("s'")) word = word.slice(0, -1);
  return CANON.get(word) ?? stemmer(word);
}

const PERSONS = new Set(
  (
    'prisoner worker child pupil student teacher soldier troop civilian passenger victim suspect patient resident refugee migrant ' +
    'protester protestor demonstrator voter member officer police policeman doctor nurse player fan supporter spectator visitor ' +
    'tourist guest customer driver rider hostage survivor casualty volunteer participant candidate delegate juror witness girl boy ' +
    'woman man adult teenager guard fighter militant sailor crew firefighter farmer inmate foreigner national activist'
  )
    .split(' ')
    .map(termOf),
);

/** True for nouns that count people of one kind, which a draft may simply call people. */
export const isPersonTerm = (term: string): boolean => PERSONS.has(term);

/** Last word of a counted noun, lower-cased ("foreign individuals" → "individuals"); undefined where none is written. */
export const headWord = (noun: { readonly text: string } | undefined): string | undefined =>
  noun?.text
    .toLowerCase()
    .split(/[\s-]+/)
    .at(-1) || undefined;

/** Term of that word: "=people". */
export function headTerm(noun: { readonly text: string } | undefined): string | undefined {
  const word = headWord(noun);
  return word === undefined ? undefined : termOf(word);
}
