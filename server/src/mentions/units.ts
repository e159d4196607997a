import type { Dimension } from './mention.ts';

/** A unit of measurement, money or time as words or signs write it. */
export interface Unit {
  readonly dimension: Dimension;
  /** Canonical name; absent where only the dimension is known (cents of an unnamed currency). */
  readonly unit?: string;
  /** The number is multiplied by it: 0.01 for pence. */
  readonly factor?: number;
  /** Only directly after digits ("5m"), as the letters mean other things elsewhere. */
  readonly glued?: boolean;
  /** Only in this writing ("GB", "C"). */
  readonly exactly?: string;
  /** Money named as several states name theirs ("dollars", "kroner"): the name that they share. */
  readonly shared?: SharedName;
  /** May take a modifier before it ("three previous years"). */
  readonly modifiable?: boolean;
}

/** A name of money that more than one state uses. */
export type SharedName =
  | 'dollar'
  | 'pound'
  | 'crown'
  | 'franc'
  | 'rupee'
  | 'rouble'
  | 'peso'
  | 'dirham'
  | 'cent';

/** A unit with the words that must follow its first word. */
export interface UnitEntry {
  readonly rest: readonly string[];
  readonly unit: Unit;
}

const units = new Map<string, UnitEntry[]>();

/** Adds forms, separated by commas; words of a form by spaces. Longer forms are tried first. */
function define(forms: string, unit: Unit): void {
  for (const form of forms.split(',')) {
    const [first = '', ...rest] = form.trim().split(' ');
    const entries = units.get(first) ?? [];
    entries.push({ rest, unit });
    entries.sort((a, b) => b.rest.length - a.rest.length);
    units.set(first, entries);
  }
}

const measures: readonly (readonly [Dimension, string, string])[] = [
  ['length', 'km', 'km,kms,kilometre,kilometres,kilometer,kilometers'],
  ['length', 'm', 'metre,metres,meter,meters,mtr,mtrs'],
  ['length', 'cm', 'cm,cms,centimetre,centimetres,centimeter,centimeters'],
  ['length', 'mm', 'mm,millimetre,millimetres,millimeter,millimeters'],
  ['length', 'mile', 'mile,miles'],
  ['length', 'nmi', 'nautical mile,nautical miles'],
  ['length', 'yd', 'yard,yards,yd,yds'],
  ['length', 'ft', 'foot,feet,ft'],
  ['length', 'in', 'inch,inches'],
  ['length', 'ly', 'light year,light years,light - year,light - years'],
  ['area', 'm²', 'm ²'],
  ['area', 'km²', 'km ²'],
  ['volume', 'm³', 'm ³'],
  ['area', 'acre', 'acre,acres'],
  ['area', 'ha', 'hectare,hectares'],
  [
    'area',
    'km²',
    'sq km,square km,square kilometre,square kilometres,square kilometer,square kilometers,sq kilometres',
  ],
  ['area', 'm²', 'sq m,square metre,square metres,square meter,square meters'],
  ['area', 'mi²', 'sq mile,sq miles,square mile,square miles'],
  ['area', 'ft²', 'sq ft,square foot,square feet,square - foot,sq feet'],
  ['volume', 'm³', 'cubic metre,cubic metres,cubic meter,cubic meters,cu m'],
  ['volume', 'ft³', 'cubic foot,cubic feet,cu ft'],
  ['volume', 'l', 'litre,litres,liter,liters'],
  ['volume', 'ml', 'ml,millilitre,millilitres,milliliter,milliliters'],
  ['volume', 'cl', 'cl,centilitre,centilitres'],
  ['volume', 'gal', 'gallon,gallons'],
  ['volume', 'pint', 'pint,pints'],
  ['volume', 'bbl', 'barrel,barrels,bbl'],
  ['mass', 'kg', 'kg,kgs,kilo,kilos,kilogram,kilograms,kilogramme,kilogrammes'],
  ['mass', 'g', 'gram,grams,gramme,grammes'],
  ['mass', 'mg', 'mg,milligram,milligrams'],
  ['mass', 't', 'tonne,tonnes,metric ton,metric tons'],
  ['mass', 'ton', 'ton,tons'],
  ['mass', 'lb', 'lb,lbs'],
  ['mass', 'oz', 'oz,ounce,ounces'],
  ['mass', 'ct', 'carat,carats'],
  ['speed', 'mph', 'mph,mile per hour,miles per hour,miles an hour,mile an hour'],
  [
    'speed',
    'km/h',
    'kph,kmh,kmph,km / h,kilometres per hour,kilometers per hour,kilometres an hour,kilometers an hour,km per hour,km an hour',
  ],
  ['speed', 'm/s', 'metres per second,meters per second,metres a second,m / s'],
  ['speed', 'kn', 'knot,knots'],
  ['power', 'MW', 'mw,megawatt,megawatts'],
  ['power', 'GW', 'gw,gigawatt,gigawatts'],
  ['power', 'kW', 'kw,kilowatt,kilowatts'],
  ['power', 'W', 'watt,watts'],
  ['power', 'hp', 'horsepower,bhp'],
  ['energy', 'kWh', 'kwh,kilowatt hour,kilowatt hours,kilowatt - hour,kilowatt - hours'],
  ['energy', 'MWh', 'mwh,megawatt hour,megawatt hours,megawatt - hours'],
  ['energy', 'GWh', 'gwh,gigawatt hours'],
  ['energy', 'TWh', 'twh,terawatt hours'],
  ['energy', 'kcal', 'kcal,calorie,calories'],
  ['frequency', 'Hz', 'hz,hertz'],
  ['frequency', 'kHz', 'khz,kilohertz'],
  ['frequency', 'MHz', 'mhz,megahertz'],
  ['frequency', 'GHz', 'ghz,gigahertz'],
  ['data', 'GB', 'gigabyte,gigabytes'],
  ['data', 'MB', 'megabyte,megabytes'],
  ['data', 'TB', 'terabyte,terabytes'],
  ['data', 'Mbps', 'mbps,megabits per second'],
  ['data', 'Gbps', 'gbps'],
  [
    'temperature',
    '°C',
    'degree celsius,degrees celsius,degrees c,degree c,° c,celsius,ºc,℃,° celsius,degrees centigrade',
  ],
  ['temperature', '°F', 'degree fahrenheit,degrees fahrenheit,degrees f,° f,fahrenheit,ºf,℉'],
  ['temperature', '°', 'degree,degrees,°,º'],
  ['otherMeasure', 'dB', 'db,decibel,decibels'],
  ['otherMeasure', 'V', 'volt,volts'],
  ['otherMeasure', 'mAh', 'mah'],
  ['otherMeasure', 'MP', 'megapixel,megapixels'],
  ['otherMeasure', 'ppm', 'ppm,parts per million'],
];
for (const [dimension, unit, forms] of measures) define(forms, { dimension, unit });

define('m', { dimension: 'length', unit: 'm', glued: true, exactly: 'm' });
define('g', { dimension: 'mass', unit: 'g', glued: true, exactly: 'g' });
define('l', { dimension: 'volume', unit: 'l', glued: true });
define('t', { dimension: 'mass', unit: 't', glued: true, exactly: 't' });
define('in', { dimension: 'length', unit: 'in', glued: true });
define('ha', { dimension: 'area', unit: 'ha', exactly: 'ha' });
define('c', { dimension: 'temperature', unit: '°C', glued: true, exactly: 'C' });
define('f', { dimension: 'temperature', unit: '°F', glued: true, exactly: 'F' });
define('gb', { dimension: 'data', unit: 'GB', exactly: 'GB' });
define('mb', { dimension: 'data', unit: 'MB', exactly: 'MB' });
define('tb', { dimension: 'data', unit: 'TB', exactly: 'TB' });
define('sqm', { dimension: 'area', unit: 'm²' });
define('sqft', { dimension: 'area', unit: 'ft²' });

define(
  'percentage point,percentage points,percentage - point,percentage - points,pp,ppt,ppts,% points,per cent points',
  {
    dimension: 'percentagePoints',
    unit: 'pp',
  },
);
define('basis point,basis points,basis - point,bp,bps', { dimension: 'basisPoints', unit: 'bp' });
define('%,percent,per cent,per - cent', { dimension: 'percentage', unit: '%' });
define('pc,pct', { dimension: 'percentage', unit: '%' });

const durations: readonly (readonly [string, string])[] = [
  ['second', 'second,seconds,sec,secs'],
  ['minute', 'minute,minutes,min,mins'],
  ['hour', 'hour,hours,hr,hrs'],
  ['day', 'day,days'],
  ['night', 'night,nights'],
  ['week', 'week,weeks,wk,wks'],
  ['fortnight', 'fortnight,fortnights'],
  ['month', 'month,months'],
  ['quarter', 'quarters'],
  ['year', 'year,years,yr,yrs'],
  ['decade', 'decade,decades'],
  ['century', 'century,centuries'],
];
for (const [unit, forms] of durations) define(forms, { dimension: 'duration', unit, modifiable: true });
define('ms,millisecond,milliseconds', { dimension: 'duration', unit: 'millisecond' });

const currencies: readonly (readonly [string, string])[] = [
  ['USD', 'us dollar,us dollars,u.s. dollars,american dollar,american dollars,usd'],
  ['AUD', 'australian dollar,australian dollars,aud'],
  ['CAD', 'canadian dollar,canadian dollars,cad'],
  ['GBP', 'pounds sterling,pound sterling,gbp,quid'],
  ['EUR', 'euro,euros,eur'],
  ['JPY', 'yen,jpy'],
  ['CNY', 'yuan,renminbi,rmb,cny'],
  ['INR', 'indian rupee,indian rupees,inr'],
  ['PKR', 'pakistani rupee,pakistani rupees,pkr'],
  ['LKR', 'sri lankan rupee,sri lankan rupees,lkr'],
  ['RUB', 'russian rouble,russian roubles,russian ruble,russian rubles,rub'],
  ['BYN', 'belarusian rouble,belarusian roubles,belarusian ruble,belarusian rubles,byn'],
  ['UAH', 'hryvnia,hryvnias,uah'],
  ['CHF', 'swiss franc,swiss francs,chf'],
  ['KRW', 'south korean won,korean won,krw'],
  ['MXN', 'mexican peso,mexican pesos,mxn'],
  ['ARS', 'argentine peso,argentine pesos,ars'],
  ['CLP', 'chilean peso,chilean pesos,clp'],
  ['COP', 'colombian peso,colombian pesos,cop'],
  ['PHP', 'philippine peso,philippine pesos,php'],
  ['BRL', 'reais,brl'],
  ['ZAR', 'rand,zar'],
  ['TRY', 'lira,liras,turkish lira'],
  ['ILS', 'shekel,shekels'],
  ['PLN', 'zloty,zlotys,złoty,złotys,pln'],
  ['SEK', 'swedish krona,swedish kronor,swedish crowns,kronor,sek'],
  ['NOK', 'norwegian krone,norwegian kroner,norwegian crowns,nok'],
  ['DKK', 'danish krone,danish kroner,danish crowns,dkk'],
  ['ISK', 'icelandic krona,icelandic kronur,kronur,isk'],
  ['CZK', 'czech koruna,czech korunas,czech crowns,koruna,korunas,koruny,czk'],
  ['HUF', 'hungarian forint,hungarian forints,forint,forints,huf'],
  ['RON', 'romanian leu,romanian lei,ron'],
  ['GEL', 'georgian lari,lari,gel'],
  ['KZT', 'tenge,kzt'],
  ['KES', 'kenyan shilling,kenyan shillings,kes'],
  ['GHS', 'cedi,cedis,ghs'],
  ['EGP', 'egyptian pound,egyptian pounds,egp'],
  ['MAD', 'moroccan dirham,moroccan dirhams'],
  ['AED', 'emirati dirham,emirati dirhams,aed'],
  ['SAR', 'riyal,riyals,sar'],
  ['THB', 'baht,thb'],
  ['NGN', 'naira,ngn'],
  ['IDR', 'rupiah,idr'],
  ['MYR', 'ringgit,myr'],
  ['HKD', 'hong kong dollar,hong kong dollars,hkd'],
  ['SGD', 'singapore dollar,singapore dollars,sgd'],
  ['NZD', 'new zealand dollar,new zealand dollars,nzd'],
  ['TWD', 'taiwan dollar,taiwan dollars,twd'],
  ['BTC', 'bitcoin,bitcoins,btc'],
];
for (const [unit, forms] of currencies) define(forms, { dimension: 'money', unit });
const sharedNames: readonly (readonly [SharedName, string, string])[] = [
  ['dollar', 'USD', 'dollar,dollars,bucks'],
  ['pound', 'GBP', 'pound,pounds'],
  ['crown', 'NOK', 'krone,kroner,krona'],
  ['franc', 'CHF', 'franc,francs'],
  ['rupee', 'INR', 'rupee,rupees'],
  ['rouble', 'RUB', 'rouble,roubles,ruble,rubles'],
  ['peso', 'MXN', 'peso,pesos'],
  ['dirham', 'AED', 'dirham,dirhams'],
];
for (const [shared, unit, forms] of sharedNames) define(forms, { dimension: 'money', unit, shared });
define('p', { dimension: 'money', unit: 'GBP', factor: 0.01, glued: true, exactly: 'p' });
define('pence,penny', { dimension: 'money', unit: 'GBP', factor: 0.01 });
define('cent,cents,¢', { dimension: 'money', factor: 0.01, shared: 'cent' });

const STATES: Readonly<Record<SharedName, string>> = {
  dollar: 'USD AUD CAD NZD HKD SGD TWD',
  pound: 'GBP EGP',
  crown: 'NOK SEK DKK ISK CZK',
  franc: 'CHF',
  rupee: 'INR PKR LKR',
  rouble: 'RUB BYN',
  peso: 'MXN ARS CLP COP PHP',
  dirham: 'AED MAD',
  cent: 'USD AUD CAD NZD HKD SGD TWD EUR ZAR',
};

/** True when the currency `unit` may be meant by a name that several states share. */
export const isCalled = (shared: SharedName, unit: string | undefined): boolean =>
  unit === undefined || STATES[shared].split(' ').includes(unit);
define('€', { dimension: 'money', unit: 'EUR' });
define('£', { dimension: 'money', unit: 'GBP' });

/** Units by the first word or sign of their forms. */
export const UNITS: ReadonlyMap<string, readonly UnitEntry[]> = units;

/** Currency signs that stand before the number. */
export const CURRENCY_SIGNS: ReadonlyMap<string, string> = new Map([
  ['$', 'USD'],
  ['£', 'GBP'],
  ['€', 'EUR'],
  ['¥', 'JPY'],
  ['₹', 'INR'],
  ['₽', 'RUB'],
  ['₴', 'UAH'],
  ['₩', 'KRW'],
  ['₪', 'ILS'],
  ['₺', 'TRY'],
  ['₦', 'NGN'],
]);

/** Letters glued before "$" that name the currency. */
export const DOLLAR_PREFIXES: ReadonlyMap<string, string> = new Map([
  ['us', 'USD'],
  ['a', 'AUD'],
  ['au', 'AUD'],
  ['c', 'CAD'],
  ['ca', 'CAD'],
  ['can', 'CAD'],
  ['hk', 'HKD'],
  ['nz', 'NZD'],
  ['s', 'SGD'],
  ['nt', 'TWD'],
  ['r', 'BRL'],
]);

/** Codes that stand before the number ("USD 5m", "EUR5bn", "Rs 500"), in capitals but for "Rs". */
export const CURRENCY_CODES: ReadonlyMap<string, string> = new Map([
  ...'USD EUR GBP CHF JPY CNY INR AUD CAD SEK NOK DKK RUB UAH BYN PLN HKD SGD NZD ZAR BRL MXN KRW AED SAR CZK HUF ISK TWD ARS'
    .split(' ')
    .map((code) => [code, code] as const),
  ['RMB', 'CNY'],
  ['Rs', 'INR'],
  ['Tk', 'BDT'],
]);

/** Words that may stand between a number and its unit of time. */
export const DURATION_MODIFIERS: ReadonlySet<string> = new Set(
  'previous consecutive straight more further additional full whole long successive calendar school financial fiscal working business extra other solid'.split(
    ' ',
  ),
);
