/** How a full stop after an abbreviation is read. Keys are lower case, without the last full stop. */
export type AbbreviationKind =
  /** Stands before a name ("Gen. Mark Milley"): never ends a sentence. Written with a capital. */
  | 'title'
  /** Always leads on ("e.g.", "vs."). */
  | 'leading'
  /** Leads on only to a number ("No. 10", "Jan. 5", "p. 3"); otherwise it is a word or a true end. */
  | 'beforeNumber'
  /** May end a sentence ("Inc.", "U.S."): it does before a word that clearly starts one. */
  | 'mayEnd'
  /** Clock time: leads on to a day, a month or a zone. */
  | 'clock';

const words = (list: string): readonly string[] => list.split(' ');

const LISTS: Readonly<Record<AbbreviationKind, readonly string[]>> = {
  title: words(
    'mr mrs ms mx dr prof gen col lt sgt capt maj cmdr cdr adm brig cpl pvt sen rep reps sens gov rev hon messrs mme mlle ' +
      'fr insp supt det pres amb atty asst dep sec-gen st ste mt ft sir',
  ),
  leading: words('e.g i.e eg ie vs cf approx ca c viz incl esp resp aka a.k.a vgl'),
  beforeNumber: words(
    'no nos fig figs vol vols p pp art arts sec secs ch chap para par op ed nr ' +
      'jan feb mar apr jun jul aug sep sept oct nov dec',
  ),
  mayEnd: words(
    'inc ltd co corp llc bros jr sr esq ph.d phd dept assn univ govt ave blvd rd sq hwy est min max mph al ' +
      'ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn ' +
      'tex vt va wash wis wyo w.va',
  ),
  clock: words('a.m p.m am pm'),
};

/** Kind of each abbreviation that the sentence splitter knows. */
export const ABBREVIATIONS: ReadonlyMap<string, AbbreviationKind> = new Map(
  (Object.keys(LISTS) as AbbreviationKind[]).flatMap((kind) =>
    LISTS[kind].map((word) => [word, kind] as const),
  ),
);

/** Capitalised words that begin a new sentence rather than continue a name. */
export const SENTENCE_STARTERS: ReadonlySet<string> = new Set(
  words(
    'a an the this that these those he she it they we i you his her its their our my there here ' +
      'in on at by for from with after before during since until as when while if although though because ' +
      'but and or so yet nor however meanwhile moreover also still then now once both each every all some many most ' +
      'several no not what who how why where which according despite under over about among between through ' +
      'instead later earlier today yesterday another other such only even just nearly almost to ' +
      'asked analysts officials critics supporters',
  ),
);

/** Words that follow a clock time inside the same sentence. */
export const AFTER_CLOCK: ReadonlySet<string> = new Set(
  words(
    'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun ' +
      'january february march april may june july august september october november december ' +
      'jan feb mar apr jun jul aug sep sept oct nov dec ' +
      'et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst cet cest eet eest msk ist jst aest eastern central ' +
      'mountain pacific local',
  ),
);

/** Words that make a following single capital a label, not an initial ("Plan B", "vitamin C"). */
export const LETTER_LABELS: ReadonlySet<string> = new Set(
  words(
    'plan vitamin hepatitis category grade type class group appendix section part annex exhibit schedule team pool court channel route line zone unit level variant option block',
  ),
);

/** Verbs that attribute speech, in the forms that news text uses after a closing quotation mark. */
export const SPEECH_VERBS: ReadonlySet<string> = new Set(
  words(
    'said says asked asks told added wrote replied answered shouted cried demanded wondered tweeted posted exclaimed ' +
      'recalled joked quipped insisted',
  ),
);
