/** A month as a word names it. */
export interface MonthWord {
  readonly month: number;
  /** "Jan", "Sept" – a full stop may follow. */
  readonly short: boolean;
  /** Also another word or a person's name ("May", "March", "mar"). */
  readonly doubtful: boolean;
}

const months = new Map<string, MonthWord>();
const FULL = 'january february march april may june july august september october november december'.split(
  ' ',
);
FULL.forEach((name, i) => {
  months.set(name, { month: i + 1, short: false, doubtful: /^(?:march|may|august)$/.test(name) });
  if (name.length > 3) {
    const short = name.slice(0, 3);
    months.set(short, { month: i + 1, short: true, doubtful: !/^(?:feb|nov|jul|jun)$/.test(short) });
  }
});
months.set('sept', { month: 9, short: true, doubtful: true });

/** Months by their lower-cased names and abbreviations. */
export const MONTHS: ReadonlyMap<string, MonthWord> = months;

const weekdays = new Map<string, number>();
'monday tuesday wednesday thursday friday saturday sunday'.split(' ').forEach((name, i) => {
  weekdays.set(name, i + 1);
  weekdays.set(`${name}s`, i + 1);
});

/** Weekdays by their lower-cased names, 1 = Monday. */
export const WEEKDAYS: ReadonlyMap<string, number> = weekdays;

/** Short weekdays, read only before a date. */
export const SHORT_WEEKDAYS: ReadonlyMap<string, number> = new Map([
  ['mon', 1],
  ['tue', 2],
  ['tues', 2],
  ['wed', 3],
  ['thu', 4],
  ['thur', 4],
  ['thurs', 4],
  ['fri', 5],
  ['sat', 6],
  ['sun', 7],
]);

/** Seasons by name. */
export const SEASONS: ReadonlyMap<string, 'spring' | 'summer' | 'autumn' | 'winter'> = new Map([
  ['spring', 'spring'],
  ['summer', 'summer'],
  ['autumn', 'autumn'],
  ['fall', 'autumn'],
  ['winter', 'winter'],
]);

/** Words that say which part of a month, year or decade. */
export const PARTS: ReadonlyMap<string, 'early' | 'mid' | 'late'> = new Map([
  ['early', 'early'],
  ['mid', 'mid'],
  ['late', 'late'],
]);

/** Decades in words: "the nineties". */
export const DECADES: ReadonlyMap<string, number> = new Map([
  ['twenties', 1920],
  ['thirties', 1930],
  ['forties', 1940],
  ['fifties', 1950],
  ['sixties', 1960],
  ['seventies', 1970],
  ['eighties', 1980],
  ['nineties', 1990],
]);

/** Units of time in a relative date, with the unit that the contract knows and how many of it they are. */
export const RELATIVE_UNITS: ReadonlyMap<
  string,
  readonly ['day' | 'week' | 'month' | 'quarter' | 'year' | 'decade' | 'hour' | 'minute' | 'second', number]
> = new Map([
  ['second', ['second', 1]],
  ['minute', ['minute', 1]],
  ['hour', ['hour', 1]],
  ['day', ['day', 1]],
  ['night', ['day', 1]],
  ['week', ['week', 1]],
  ['weekend', ['week', 1]],
  ['fortnight', ['week', 2]],
  ['month', ['month', 1]],
  ['quarter', ['quarter', 1]],
  ['year', ['year', 1]],
  ['decade', ['decade', 1]],
  ['century', ['decade', 10]],
]);
