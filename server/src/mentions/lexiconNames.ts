const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Last words of the names of organisations. */
const ORGANISATIONS = words(
  'inc ltd llc plc corp corporation co company group holdings bank university college school academy institute ' +
    'ministry department committee party council network court assembly parliament senate congress house news times ' +
    'post herald guardian telegraph mail journal tribune gazette daily radio tv television agency commission union ' +
    'association federation confederation society foundation trust club fc afc cf rfc united rovers wanderers athletic ' +
    'albion authority board bureau office centre center hospital service services police army navy force forces guard ' +
    'corps fund exchange survey improvement capital partners partnership organisation organization alliance front ' +
    'movement brigade labs laboratories technologies systems airlines airways motors media studios entertainment ' +
    'records pictures orchestra church museum gallery library cabinet government administration treasury unit team ' +
    'squad coalition initiative project programme program republicans democrats conservatives rights watch amnesty ' +
    'rangers city hotspur wednesday town county league state labour tories greens resources ' +
    'industries enterprises solutions networks brands foods stores pharmaceuticals insurance ventures associates',
);

/** True for a word that ends the name of an organisation. */
export const isOrganisationWord = (lower: string): boolean => ORGANISATIONS.has(lower);

/** Words before "of" that make the phrase one name ("University of Oxford", "Bank of England"). */
const OF_HEADS = words(
  'council bank ministry department university court house bureau institute republic isle church chamber board office ' +
    'centre center association federation union commission committee school college academy society agency league ' +
    'party states army organization organisation confederation kingdom gulf bay cape commonwealth museum duke ' +
    'duchess prince princess earl archbishop bishop port museum national lords commons representatives statue tower ' +
    'lady battle treaty declaration rock strait straits sea lake mount city cathedral peninsula emirate sultanate ' +
    'parliament congress assembly ministers knights order brotherhood league state corporation trust foundation bill ' +
    'ministry hall',
);

/** True for a word whose "of …" belongs to the name. */
export const isOfHead = (lower: string): boolean => OF_HEADS.has(lower);

/** Last words of the names of events, prizes and works. */
const EVENTS = words(
  'prize cup open olympics olympic games war slam championship championships trophy masters derby festival award ' +
    'awards treaty accord agreement act bill tournament marathon nations summit protocol deal series grammy oscars ' +
    'bible koran quran day fair expo revolution crisis',
);

/** True for a word that ends the name of an event, prize or work. */
export const isEventWord = (lower: string): boolean => EVENTS.has(lower);

/** Words that end the names of places on the ground. */
const GROUNDS = words(
  'street road avenue lane square park river lake mount mountain mountains island islands valley bay beach bridge ' +
    'airport station county district province region republic sea ocean gulf peninsula desert forest stadium hall ' +
    'castle palace harbour harbor port coast hills hill heights village borough prison caucasus arena plaza tower',
);

/** True for a word that ends the name of a place on the ground. */
export const isGroundWord = (lower: string): boolean => GROUNDS.has(lower);

/** Words that begin names of places ("North", "San", "Greater"). */
const PLACE_PREFIXES = words(
  'north south east west northern southern eastern western greater central new saint st mount lake upper lower fort ' +
    'port san santa los las el la great grand',
);

/** True for a word that begins names of places. */
export const isPlacePrefix = (lower: string): boolean => PLACE_PREFIXES.has(lower);

const PARTICLES = words(
  'de da di del della dello van von der den bin ibn al el la le du do dos das ter ten af av bint abu zu y',
);

/** Lower-case words inside a name ("van", "de", "bin"). */
export const isParticle = (lower: string): boolean => PARTICLES.has(lower);

const GENERIC_ACRONYMS = words(
  'tv pc pcs cd cds dvd dvds mp mps msp msps gp gps ceo ceos cfo pm dna vip vips id ids pr hr gdp ai mep meps ngo ngos suv suvs ' +
    'hiv atm atms led lcd pdf usb faq url gmo gmos ph iq pin sms sos phd ma ba bsc msc mba sat ok diy aka asap rip vs',
);

/** Acronyms for kinds of things and people, which name nobody in particular. */
export const isGenericAcronym = (lower: string): boolean => GENERIC_ACRONYMS.has(lower);

const WORD_LIKE_NAMES = words(
  'trump bush musk apple amazon meta shell visa twitter gap congress parliament brexit gates cook ford target boots',
);

/** Well-known names that are everyday words as well. */
export const isWordLikeName = (lower: string): boolean => WORD_LIKE_NAMES.has(lower);

/** Firms whose name ends in a possessive. */
const POSSESSIVE_BRANDS = words(
  "mcdonald's sainsbury's wendy's levi's moody's sotheby's christie's macy's kellogg's denny's domino's lloyd's " +
    "lord's dunkin's hershey's kohl's lowe's morrison's peet's reese's trader's walker's dick's carl's chili's",
);

/** True for a firm's name that keeps its "'s" ("McDonald's"). */
export const isPossessiveBrand = (lower: string): boolean => POSSESSIVE_BRANDS.has(lower);
