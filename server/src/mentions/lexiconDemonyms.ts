/** Adjectives and nouns of peoples, each with its place. */
const TABLE =
  'afghan Afghanistan,albanian Albania,algerian Algeria,american United States,andorran Andorra,angolan Angola,' +
  'argentine Argentina,argentinian Argentina,armenian Armenia,australian Australia,aussie Australia,austrian Austria,' +
  'azerbaijani Azerbaijan,azeri Azerbaijan,bahamian Bahamas,bahraini Bahrain,bangladeshi Bangladesh,barbadian Barbados,' +
  'basque Basque Country,belarusian Belarus,belarussian Belarus,byelorussian Belarus,belgian Belgium,belizean Belize,' +
  'beninese Benin,bermudian Bermuda,bhutanese Bhutan,bolivian Bolivia,bosnian Bosnia,botswanan Botswana,brazilian Brazil,' +
  'british United Kingdom,briton United Kingdom,brit United Kingdom,bulgarian Bulgaria,burkinabe Burkina Faso,' +
  'burmese Myanmar,burundian Burundi,californian California,cambodian Cambodia,cameroonian Cameroon,canadian Canada,' +
  'catalan Catalonia,chadian Chad,chechen Chechnya,chilean Chile,chinese China,colombian Colombia,congolese Congo,' +
  'cornish Cornwall,corsican Corsica,croat Croatia,croatian Croatia,cuban Cuba,cypriot Cyprus,czech Czech Republic,' +
  'dane Denmark,danish Denmark,dominican Dominican Republic,dutch Netherlands,ecuadorean Ecuador,ecuadorian Ecuador,' +
  'egyptian Egypt,emirati United Arab Emirates,english England,englishman England,eritrean Eritrea,estonian Estonia,' +
  'ethiopian Ethiopia,fijian Fiji,filipino Philippines,finn Finland,finnish Finland,flemish Flanders,french France,' +
  'frenchman France,gabonese Gabon,gambian Gambia,georgian Georgia,german Germany,ghanaian Ghana,greek Greece,' +
  'grenadian Grenada,guatemalan Guatemala,guinean Guinea,guyanese Guyana,haitian Haiti,hawaiian Hawaii,honduran Honduras,' +
  'hungarian Hungary,icelandic Iceland,icelander Iceland,indian India,indonesian Indonesia,iranian Iran,iraqi Iraq,' +
  'irish Ireland,irishman Ireland,israeli Israel,italian Italy,ivorian Ivory Coast,jamaican Jamaica,japanese Japan,' +
  'jordanian Jordan,kazakh Kazakhstan,kazakhstani Kazakhstan,kenyan Kenya,korean Korea,kosovan Kosovo,kosovar Kosovo,' +
  'kuwaiti Kuwait,kyrgyz Kyrgyzstan,laotian Laos,latvian Latvia,lebanese Lebanon,liberian Liberia,libyan Libya,' +
  'lithuanian Lithuania,luxembourgish Luxembourg,macedonian Macedonia,malagasy Madagascar,malawian Malawi,' +
  'malaysian Malaysia,maldivian Maldives,malian Mali,maltese Malta,mauritanian Mauritania,mauritian Mauritius,' +
  'mexican Mexico,moldovan Moldova,mongolian Mongolia,montenegrin Montenegro,moroccan Morocco,mozambican Mozambique,' +
  'namibian Namibia,nepalese Nepal,nepali Nepal,dutchman Netherlands,nicaraguan Nicaragua,nigerian Nigeria,' +
  'nigerien Niger,norwegian Norway,omani Oman,pakistani Pakistan,palestinian Palestine,panamanian Panama,' +
  'paraguayan Paraguay,peruvian Peru,pole Poland,polish Poland,portuguese Portugal,prussian Prussia,qatari Qatar,' +
  'romanian Romania,russian Russia,rwandan Rwanda,samoan Samoa,saudi Saudi Arabia,scot Scotland,scottish Scotland,' +
  'scotsman Scotland,senegalese Senegal,serb Serbia,serbian Serbia,sicilian Sicily,singaporean Singapore,' +
  'slovak Slovakia,slovakian Slovakia,slovene Slovenia,slovenian Slovenia,somali Somalia,somalian Somalia,' +
  'soviet Soviet Union,spaniard Spain,spanish Spain,sudanese Sudan,swede Sweden,swedish Sweden,swiss Switzerland,' +
  'syrian Syria,taiwanese Taiwan,tajik Tajikistan,tanzanian Tanzania,texan Texas,thai Thailand,tibetan Tibet,' +
  'togolese Togo,tongan Tonga,trinidadian Trinidad,tunisian Tunisia,turk Turkey,turkish Turkey,turkmen Turkmenistan,' +
  'ugandan Uganda,ukrainian Ukraine,uruguayan Uruguay,uzbek Uzbekistan,venezuelan Venezuela,vietnamese Vietnam,' +
  'welsh Wales,welshman Wales,yemeni Yemen,yugoslav Yugoslavia,zambian Zambia,zimbabwean Zimbabwe,' +
  'european Europe,asian Asia,african Africa,north korean North Korea,south korean South Korea,sri lankan Sri Lanka,' +
  'south african South Africa,new zealander New Zealand,northern irish Northern Ireland,saudi arabian Saudi Arabia,' +
  'costa rican Costa Rica,puerto rican Puerto Rico,sierra leonean Sierra Leone,latin american Latin America,' +
  'north american North America,south american South America,east german East Germany,west german West Germany,' +
  'south sudanese South Sudan,papua new guinean Papua New Guinea,cape verdean Cape Verde,equatorial guinean Equatorial Guinea,' +
  'hong konger Hong Kong,bavarian Bavaria,parisian Paris,londoner London,muscovite Moscow,berliner Berlin';

/** Names of faiths and other groups that behave like a demonym but have no place. */
const GROUPS =
  'muslim islamic christian catholic protestant anglican jewish jew hindu sikh buddhist orthodox sunni shia shiite ' +
  'arab kurd kurdish roma hispanic latino rohingya uighur uyghur western nordic scandinavian balkan baltic slavic ' +
  'caribbean tamil pashtun hutu tutsi zulu maori aboriginal inuit mormon methodist lutheran presbyterian';

interface Tables {
  readonly places: ReadonlyMap<string, string>;
  readonly groups: ReadonlySet<string>;
  /** Every place that has a demonym, lower-cased. */
  readonly named: ReadonlySet<string>;
}

let tables: Tables | undefined;

function read(): Tables {
  const places = new Map<string, string>();
  for (const entry of TABLE.split(',')) {
    // The place starts at the first capital letter.
    const at = entry.search(/[A-Z]/);
    places.set(entry.slice(0, at - 1), entry.slice(at));
  }
  return {
    places,
    named: new Set([...places.values()].map((place) => place.toLowerCase())),
    groups: new Set(GROUPS.split(' ')),
  };
}

/** Singular of a demonym ("Belarusians" → "belarusian", "Englishmen" → "englishman"). */
function singular(lower: string): string {
  if (lower.endsWith('men')) return `${lower.slice(0, -3)}man`;
  return lower.endsWith('s') && !lower.endsWith('ss') ? lower.slice(0, -1) : lower;
}

/** The place of a demonym: "Belarusian" and "Belarusians" → "Belarus", "British" → "United Kingdom". */
export function placeOfDemonym(word: string): string | undefined {
  tables ??= read();
  const lower = word.toLowerCase();
  return tables.places.get(lower) ?? tables.places.get(singular(lower));
}

/** True for a demonym or the name of a faith or people. */
export function isDemonym(word: string): boolean {
  tables ??= read();
  const lower = word.toLowerCase();
  return placeOfDemonym(word) !== undefined || tables.groups.has(lower) || tables.groups.has(singular(lower));
}

const SHORT_COUNTRIES: ReadonlySet<string> = new Set(
  'us usa uk uae america britain england scotland wales'.split(' '),
);

/** True for a place whose people have a name: countries, mostly, and no cities. */
export function hasDemonym(place: string): boolean {
  tables ??= read();
  const name = place.toLowerCase().replaceAll('.', '');
  return tables.named.has(name) || SHORT_COUNTRIES.has(name);
}
