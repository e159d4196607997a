const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Words of grammar that never begin a name, however they are written. */
const FUNCTION_WORDS = words(
  'the a an this that these those it its he she they we i you his her hers their theirs our ours my mine your yours ' +
    'him them us me in on at by for from to with within without as and or nor but if when whenever while where who ' +
    'whom whose what which why how there here then than so not no yes also however meanwhile after before since ' +
    'until till during under over above below between among amid amongst both each every either neither some many ' +
    'most more much few fewer less all any other others another such only just even still yet now once again ' +
    'according despite although though because unless whether did do does was were is are am be been being has have ' +
    'had having will would could should might can cannot must shall let of up out off into onto about against near ' +
    'like unlike said says say one two three four five six seven eight nine ten eleven twelve twenty thirty forty ' +
    'fifty hundred hundreds thousands dozens last next first second third later earlier today yesterday tomorrow ' +
    'speaking asked following including perhaps thankfully separately nearly almost around never always often ' +
    'instead indeed whilst scroll additionally moreover furthermore therefore thus hence nevertheless nonetheless ' +
    'otherwise elsewhere sometimes finally overall please okay ok well oh ah hello hi dear thanks via per plus ' +
    'through throughout across along behind beside besides beyond toward towards upon ever too very quite rather ' +
    'nothing something anything everything nobody somebody anybody everybody none nor mainly especially ' +
    "don't doesn't didn't isn't aren't wasn't weren't won't can't couldn't wouldn't shouldn't it's he's she's that's " +
    "there's here's what's who's i'm i've i'd i'll we're we've we'd we'll you're you've you'd you'll they're they've " +
    "they'd they'll let's",
);

/** True for a word of grammar; `lower` is lower-cased with ASCII apostrophes. */
export function isFunctionWord(lower: string): boolean {
  if (FUNCTION_WORDS.has(lower)) return true;
  const at = lower.indexOf("'");
  return at > 0 && at >= lower.length - 3 && FUNCTION_WORDS.has(lower.slice(0, at));
}

const CALENDAR = words(
  'january february march april may june july august september october november december feb apr jul aug ' +
    'sep sept oct nov monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays ' +
    'thursdays fridays saturdays sundays tues thurs gmt bst utc cet cest est edt pst pdt ' +
    'am pm ad bc bce ce q1 q2 q3 q4 h1 h2 fy',
);

/** Months, weekdays and zones: never a name by themselves, though May, June and April may be part of one. */
export const isCalendarWord = (lower: string): boolean => CALENDAR.has(lower);
