import { expect, test } from 'vitest';
import type { DateMention } from '../../server/src/mentions/mention.ts';
import { describeFacts, factsOf } from './quantityFacts.ts';

const cases: readonly (readonly [string, ...string[]])[] = [
  ['on 13 December 2025', '13 December 2025: 2025-12-13'],
  ['On December 13, 2025, he left.', 'December 13, 2025: 2025-12-13'],
  ['on the 4th of July', '4th of July: ____-07-04'],
  ['by 31 Jan.', '31 Jan: ____-01-31'],
  ['on Sept. 9, 2021', 'Sept. 9, 2021: 2021-09-09'],
  ['on Jul 25 2019', 'Jul 25 2019: 2019-07-25'],
  ['on 2025-12-13', '2025-12-13: 2025-12-13'],
  ['on 25/12/2024', '25/12/2024: 2024-12-25'],
  ['on 12/25/2024', '12/25/2024: 2024-12-25'],
  ['on 03/04/2025', '03/04/2025: 2025-04-03 ambiguous'],
  ['on 3.4.2025', '3.4.2025: 2025-04-03'],
  ['on Friday 14 March', 'Friday 14 March: weekday 5 ____-03-14'],
  ['Friday, December 13, 2025', 'Friday, December 13, 2025: weekday 5 2025-12-13'],
  ['on Saturday', 'Saturday: weekday 6'],
  ["Monday's vote", 'Monday: weekday 1'],
  ['in November 2025', 'November 2025: 2025-11'],
  ['in March of 1965', 'March of 1965: 1965-03'],
  ['the April quake', 'April: ____-04'],
  ["in June's budget", 'June: ____-06'],
  ['from 3–5 May', '3–5 May: ____-05-03 until 05-05'],
  ['May 3–5, 2024', 'May 3–5, 2024: 2024-05-03 until 2024-05-05'],
  ['28 February–3 March 2022', '28 February–3 March 2022: 2022-02-28 until 2022-03-03'],
  ['in mid-December', 'mid-December: mid ____-12'],
  ['in early 2020', 'early 2020: early 2020'],
  ['the late 1980s', 'late 1980s: late 1980s'],
  ['the 1990s boom', '1990s: 1990s'],
  ["the '90s", "'90s: 1990s"],
  ['the nineties', 'nineties: 1990s'],
  ['in 2015-16', '2015-16: 2015 until 2016'],
  ['the 2014/15 season', '2014/15: 2014 until 2015'],
  ['from 2010 to 2014', '2010: 2010', '2014: 2014'],
  ['between 2005 and 2012', '2005: 2005', '2012: 2012'],
  ['the 2020 protests', '2020: 2020'],
  ["Ruritania's 2022 invasion", '2022: 2022'],
  ['In 2020 2,000 people came.', '2020: 2020', '2,000: count 2000'],
  ['since at least 2000', '2000: 2000'],
  ['Q3 2024 results', 'Q3 2024: Q3 2024'],
  ['the third quarter of 2021', 'third quarter of 2021: Q3 2021'],
  ['second-quarter sales', 'second-quarter: Q2'],
  ['in summer 2019', 'summer 2019: summer 2019'],
  ['the spring of 1945', 'spring of 1945: spring 1945'],
  ['two years ago', 'two years ago: -2 year'],
  ['a week ago', 'a week ago: -1 week'],
  ['a fortnight ago', 'a fortnight ago: -2 week'],
  ['last month', 'last month: -1 month'],
  ["last year's vote", 'last year: -1 year'],
  ['this financial year', 'this financial year: 0 year'],
  ['next week', 'next week: 1 week'],
  ['in the past year', 'the past year: -1 year'],
  ['He spoke yesterday.', 'yesterday: -1 day'],
  ['the day before yesterday', 'day before yesterday: -2 day'],
  ['last night', 'last night: -1 day'],
  ['next Monday', 'next Monday: weekday 1'],
  ['after the 9/11 attacks', '9/11: 2001-09-11'],
  // times
  ['at 16:30', '16:30: 16:30'],
  ['at 2:12 p.m. on Monday', '2:12 p.m.: 14:12', 'Monday: weekday 1'],
  ['about 2.30pm', '2.30pm: 14:30'],
  ['at 12am', '12am: 00:00'],
  ['at 12:00 GMT', '12:00 GMT: 12:00 GMT'],
  ['at 09:00 local time', '09:00 local time: 09:00 local time'],
  ['17:30–19:30', '17:30–19:30: 17:30–19:30'],
  ['open 9-11am', '9-11am: 09:00–11:00'],
  ["at seven o'clock", "seven o'clock: 07:00"],
  ['at 1500 GMT', '1500 GMT: 15:00 GMT'],
  ['by noon', 'noon: 12:00'],
  ['at 6.15 on Monday', '6.15: 06:15', 'Monday: weekday 1'],
  ['open from 17.30 to 19.00', '17.30 to 19.00: 17:30–19:00'],
  ['from 9am until 11.30am', '9am until 11.30am: 09:00–11:30'],
  ['between 2pm and 4pm', '2pm and 4pm: 14:00–16:00'],
];

test.each(cases)('reads the dates of “%s”', (text, ...expected) => {
  expect(describeFacts(text)).toEqual(expected);
});

const notDates: readonly (readonly [string, ...string[]])[] = [
  ['May said she may go in May.', 'May: ____-05'],
  ['Theresa May would march.'],
  ['the May government'],
  ['the May festival', 'May: ____-05'],
  ['a march on the capital'],
  ['an august body'],
  ['It may 2 things.', '2: count 2'],
  ['2,020 people', '2,020: count 2020'],
  ['2020 people', '2020: count 2020'],
  ['more than 2000 homes', '2000: count 2000'],
  ['The Sunday Times said so.'],
  ['on Black Friday'],
  ['the last minute'],
  ['the next day'],
  ['the quarter-final'],
  ['a spring in the step'],
  ['In March 12 people left.', 'March: ____-03', '12: count 12'],
];

test.each(notDates)('takes “%s” for no date', (text, ...expected) => {
  expect(describeFacts(text)).toEqual(expected);
});

const parts: readonly (readonly [string, Readonly<Record<string, string>>, string?])[] = [
  ['on 13 December 2025', { day: '13', month: 'December', year: '2025' }, 'dmy'],
  ['on December 13th, 2025', { day: '13th', month: 'December', year: '2025' }, 'mdy'],
  ['on Friday 14 Sept.', { weekday: 'Friday', day: '14', month: 'Sept' }, 'dmy'],
  ['on 2025-12-13', { day: '13', month: '12', year: '2025' }, 'ymd'],
  ['in November 2025', { month: 'November', year: '2025' }],
];

test.each(parts.map(([text, expected, order]) => ({ text, expected, order })))(
  'marks the parts of “$text”',
  ({ text, expected, order }) => {
    const date = factsOf(text)[0] as DateMention;
    const marked = Object.entries(date.parts).map(([name, span]) => [name, text.slice(span.start, span.end)]);
    expect(Object.fromEntries(marked)).toEqual(expected);
    expect(date.order).toBe(order);
  },
);
