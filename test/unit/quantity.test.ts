import { expect, test } from 'vitest';
import { describeFacts, factsOf, quantityOf } from './quantityFacts.ts';

const cases: readonly (readonly [string, ...string[]])[] = [
  // money whose name several states share
  ['a loss of 60 million kroner', '60 million kroner: money 60000000 NOK'],
  ['30 Czech crowns', '30 Czech crowns: money 30 CZK'],
  ['1,200 pesos and 40 Argentine pesos', '1,200 pesos: money 1200 MXN', '40 Argentine pesos: money 40 ARS'],
  // units behind a space
  ['a wing of 2,400 m² opens', '2,400 m²: area 2400 m²'],
  ['It runs 1500 m.', '1500 m: length 1500 m'],
  ['5 m people', '5: count 5'],
  ['30 g of salt', '30 g: mass 30 g'],
  // measured times
  ['won in 2:08:19.', '2:08:19: duration 7699 second'],
  ['a lap of 2:03.4', '2:03.4: duration 123.4 second'],
  ['a time of 58:32', '58:32: duration 3512 second'],
  ['He was 77.', '77: age 77 year'],
  ['It was 77.', '77: count 77'],
  // digits
  ['They freed 85 sailors.', '85: count 85'],
  ['A crowd of 12,450 came.', '12,450: count 12450'],
  ['It holds 1,234.5 units.', '1,234.5: count 1234.5'],
  ['some 10\u00a0000 signatures', '10\u00a0000: count 10000'],
  ['about 1,50,000 voters', '1,50,000: count 150000'],
  ['a rate of 2½ points', '2½: count 2.5'],
  ['nearly 2 1/2 pages', '2 1/2: count 2.5'],
  // scales
  ['1.2 million viewers', '1.2 million: count 1200000'],
  ['3.4bn messages', '3.4bn: count 3400000000'],
  ['5k followers', '5k: count 5000'],
  ['4m people', '4m: count 4000000'],
  ['200 thousand doses', '200 thousand: count 200000'],
  // words
  ['Seventeen climbers', 'Seventeen: count 17'],
  ['forty-one ships', 'forty-one: count 41'],
  ['three hundred and six pupils', 'three hundred and six: count 306'],
  ['one thousand two hundred goats', 'one thousand two hundred: count 1200'],
  ['a hundred lorries', 'a hundred: count 100'],
  ['two million three hundred thousand eggs', 'two million three hundred thousand: count 2300000'],
  ['two-and-a-half million trees', 'two-and-a-half million: count 2500000'],
  ['one and a half million bees', 'one and a half million: count 1500000'],
  ['half a billion stars', 'half a billion: count 500000000'],
  ['a quarter of a million homes', 'a quarter of a million: count 250000'],
  ['two point five million birds', 'two point five million: count 2500000'],
  ['minus six points', 'minus six: count -6'],
  ['twelve hundred seats', 'twelve hundred: count 1200'],
  // vague amounts
  ['half a dozen boats', 'half a dozen: count 6'],
  ['two dozen goats', 'two dozen: count 24 (24–24)'],
  ['Dozens were hurt.', 'Dozens: count 24 (24–99)'],
  ['tens of thousands of fans', 'tens of thousands: count 20000 (20000–99999)'],
  ['hundreds of letters', 'hundreds: count 200 (200–999)'],
  ['scores of villagers', 'scores: count 40 (40–100)'],
  ['several hundred homes', 'several hundred: count 300 (300–999)'],
  ['a couple of dogs', 'a couple: count 2 (2–2)'],
  ['a handful of seats', 'a handful: count 3 (3–7)'],
  ['a few thousand copies', 'a few thousand: count 2000 (2000–9999)'],
  // money
  ['It cost £40.', '£40: money 40 GBP'],
  ['a $2.5bn loan', '$2.5bn: money 2500000000 USD'],
  ['US$3 billion in aid', 'US$3 billion: money 3000000000 USD'],
  ['A$500 fines', 'A$500: money 500 AUD'],
  ['EUR 5m and CHF20bn', 'EUR 5m: money 5000000 EUR', 'CHF20bn: money 20000000000 CHF'],
  ['3.6 million dollars', '3.6 million dollars: money 3600000 USD'],
  ['half a million pounds', 'half a million pounds: money 500000 GBP'],
  ['a loss of -$4m', '-$4m: money -4000000 USD'],
  ['a £3m–£4m repair', '£3m–£4m: money 3000000–4000000 GBP'],
  ['worth £3-4m', '£3-4m: money 3000000–4000000 GBP'],
  ['between £5m and £7m', '£5m and £7m: money 5000000–7000000 GBP'],
  ['shares rose 5p to 120p', '5p: money 0.05 GBP', '120p: money 1.2 GBP'],
  ['35 cents a share', '35 cents: money 0.35'],
  ['a 12-million-euro bridge', '12-million-euro: money 12000000 EUR'],
  ['Rs 500 notes', 'Rs 500: money 500 INR'],
  ['500 million South Korean won', '500 million South Korean won: money 500000000 KRW'],
  ['a loss of $(3.2) million', '$(3.2) million: money -3200000 USD'],
  ['a charge of $(1.2)m', '$(1.2)m: money -1200000 USD'],
  ['millions of euros', 'millions of euros: money 2000000 EUR (2000000–9999999)'],
  // percentages and points
  ['up 7.5%', '7.5%: percentage 7.5 %'],
  ['nine per cent of members', 'nine per cent: percentage 9 %'],
  ['a 15-percent cut', '15-percent: percentage 15 %'],
  ['a fall of -0.3%', '-0.3%: percentage -0.3 %'],
  ['15–20% of sales', '15–20%: percentage 15–20 %'],
  ['14 to 16 per cent', '14 to 16 per cent: percentage 14–16 %'],
  ['between 5% and 7%', '5% and 7%: percentage 5–7 %'],
  ['from 5% to 7%', '5%: percentage 5 %', '7%: percentage 7 %'],
  ['from 5 to 7 per cent', '5: percentage 5 %', '7 per cent: percentage 7 %'],
  ['expected to be up 4% to 7%', '4% to 7%: percentage 4–7 %'],
  ['1.5 percentage points', '1.5 percentage points: percentagePoints 1.5 pp'],
  ['a quarter of a percentage point', 'a quarter of a percentage point: percentagePoints 0.25 pp'],
  ['0.25 of a percentage point', '0.25 of a percentage point: percentagePoints 0.25 pp'],
  ['25 basis points', '25 basis points: basisPoints 25 bp'],
  ['130bp', '130bp: basisPoints 130 bp'],
  // measures
  ['a 30-mile march', '30-mile: length 30 mile'],
  ['20km (13 miles)', '20km: length 20 km', '13 miles: length 13 mile'],
  ['the 100m final', '100m: length 100 m'],
  ['6ft 2in tall', '6ft 2in: length 6.1667 ft'],
  [`he is 5'11" tall`, `5'11": length 5.9167 ft`],
  ['a wall 3 m high', '3 m: length 3 m'],
  ['11st 5lb', '11st 5lb: mass 11.3571 st'],
  ['a 300-acre farm', '300-acre: area 300 acre'],
  ['40 square kilometres', '40 square kilometres: area 40 km²'],
  ['2.5 million tonnes of wheat', '2.5 million tonnes: mass 2500000 t'],
  ['winds of 70mph', '70mph: speed 70 mph'],
  ['90 miles per hour', '90 miles per hour: speed 90 mph'],
  ['50 km/h', '50 km/h: speed 50 km/h'],
  ['-2.5C at dawn', '-2.5C: temperature -2.5 °C'],
  ['minus five degrees Celsius', 'minus five degrees Celsius: temperature -5 °C'],
  ['a high of 38°C', '38°C: temperature 38 °C'],
  ['a 360-degree view', '360-degree: angle 360 °'],
  ['a 1.2GW plant', '1.2GW: power 1.2 GW'],
  ['16GB of memory', '16GB: data 16 GB'],
  ['She lost 20 pounds.', '20 pounds: mass 20 lb'],
  ['He paid 20 pounds.', '20 pounds: money 20 GBP'],
  ['12-15 miles away', '12-15 miles: length 12–15 mile'],
  // durations
  ['two days of talks', 'two days: duration 2 day'],
  ['a 12-month ban', '12-month: duration 12 month'],
  ['12-18 months', '12-18 months: duration 12–18 month'],
  ['TWO DAYS OF TALKS', 'TWO DAYS: duration 2 day'],
  ['three previous years', 'three previous years: duration 3 year'],
  ['two hours 36 minutes', 'two hours 36 minutes: duration 156 minute'],
  ['two and a half years', 'two and a half years: duration 2.5 year'],
  ['a year and a half', 'a year and a half: duration 1.5 year'],
  ['half an hour', 'half an hour: duration 0.5 hour'],
  ['more than a decade', 'a decade: duration 1 decade'],
  ['two years later', 'two years: duration 2 year'],
  ['a couple of weeks', 'a couple of weeks: duration 2 week (2–2)'],
  ['in the past two years', 'two years: duration 2 year'],
  ['two or three weeks', 'two or three weeks: duration 2–3 week'],
  // ages
  ['Anna Berg, 34, said', '34: age 34 year'],
  ['a 34-year-old nurse', '34-year-old: age 34 year'],
  ['three-year-old twins', 'three-year-old: age 3 year'],
  ['She is 61 years old.', '61 years old: age 61 year'],
  ['a six-month-old calf', 'six-month-old: age 6 month'],
  ['aged 47 and 49', '47: age 47 year', '49: age 49 year'],
  ['aged between 18 and 24', '18 and 24: age 18–24 year'],
  ['at the age of 12', '12: age 12 year'],
  ['in his early 50s', '50s: age 50 year (50–54)'],
  ['her husband, 52, from Kent', '52: age 52 year'],
  // ordinals
  ['the 70th anniversary', '70th: ordinal 70'],
  ['the third-largest bank', 'third: ordinal 3'],
  ['her twenty-first win', 'twenty-first: ordinal 21'],
  ['a third man', 'third: ordinal 3'],
  // scores and votes
  ['They won 3-2.', '3-2: score 3–2'],
  ['lost 6–7 (2–7) 6–4', '6–7: score 6–7', '2–7: score 2–7', '6–4: score 6–4'],
  ['by a vote of 52 to 48', '52 to 48: score 52–48'],
  // fractions
  ['a third of voters', 'a third: fraction 0.3333'],
  ['two-thirds of them', 'two-thirds: fraction 0.6667'],
  ['three quarters of the land', 'three quarters: fraction 0.75'],
  ['half the seats', 'half: fraction 0.5'],
  ['one in five adults', 'one in five: fraction 0.2'],
  ['1 in 12 drivers', '1 in 12: fraction 0.0833'],
  ['most of the money', 'most: fraction 0.5'],
  // ranges
  ['between 10 and 15 people', '10 and 15: count 10–15'],
  ['3,000-4,000 jobs', '3,000-4,000: count 3000–4000'],
  ['10 to 15 boats', '10 to 15: count 10–15'],
  ['five or six books', 'five or six: count 5–6'],
  ['20–30 homes', '20–30: count 20–30'],
  // one
  ['only one case', 'one: count 1'],
  ['one Czech and one Slovak citizen', 'one: count 1', 'one: count 1'],
  ['at least one person', 'one: count 1'],
  ['one of the 12 jurors', '12: count 12'],
  ['twice the limit', 'twice: count 2'],
];

test.each(cases)('reads the quantities of “%s”', (text, ...expected) => {
  expect(describeFacts(text)).toEqual(expected);
});

const quiet: readonly string[] = [
  'Staff at No 10 agreed.',
  'call 999',
  'a 911 call',
  'flight MH370',
  'on the M25',
  'Covid-19 cases',
  'the G20 leaders',
  'the Group of Seven',
  'the Formula One season',
  'a World War Two bunker',
  'a phase two trial',
  'at 10 Downing Street',
  'version 2.0.1',
  'call 020 7946 0958',
  'no one knows',
  'one another',
  'this one is better',
  'on the one hand',
  'the quarter-final',
  'second-hand cars',
  'at first',
  'First Minister Jane Roe',
  'the Second World War',
  'a one-off fee',
  'open 24/7',
  'a 4-4-2 formation',
  'see note [12]',
  'below zero',
  'a two-way street',
  'a 3-for-2 offer',
  'a twenty-something',
  'in 44 BC',
  'a 7-Eleven shop',
  'a few of them',
];

test.each(quiet)('finds no quantity in “%s”', (text) => {
  expect(describeFacts(text)).toEqual([]);
});

const labels: readonly (readonly [string, string])[] = [
  ['a Boeing 737 jet', 'boeing 737'],
  ['Chapter 11 protection', 'chapter 11'],
  ['in Ligue 1', 'ligue 1'],
  ['the iPhone 15', 'iphone 15'],
  ['along Highway 66', 'highway 66'],
  ['page 12', 'page 12'],
];

test.each(labels)('reads the number of “%s” as a label', (text, expected) => {
  const found = factsOf(text).flatMap((m) =>
    m.kind === 'quantity' && m.dimension === 'label' ? [`${m.unit} ${m.value}`] : [],
  );
  expect(found).toEqual([expected]);
});

const comparators: readonly (readonly [string, string | undefined])[] = [
  ['about 40 men', 'about: about'],
  ['some 2,000 troops', 'some: about'],
  ['an estimated 300 trees', 'an estimated: about'],
  ['roughly 5% of it', 'roughly: about'],
  ['more than 600 cows', 'more than: moreThan'],
  ['over £5m', 'over: moreThan'],
  ['upwards of 20 ships', 'upwards of: moreThan'],
  ['just over 12 miles', 'just over: justOver'],
  ['at least three men', 'at least: atLeast'],
  ['no fewer than 9 vets', 'no fewer than: atLeast'],
  ['nearly half a million people', 'nearly: nearly'],
  ['close to 90 homes', 'close to: nearly'],
  ['just under £3m', 'just under: justUnder'],
  ['up to 40 buses', 'up to: upTo'],
  ['as many as 1,300 people', 'as many as: upTo'],
  ['no more than five goals', 'no more than: upTo'],
  ['fewer than ten cats', 'fewer than: lessThan'],
  ['under 30 kilos', 'under: lessThan'],
  ['exactly 12 eggs', 'exactly: exact'],
  ['only 7 days', 'only: exact'],
  ['more than a year', 'more than: moreThan'],
  ['500 or more guests', 'or more: atLeast'],
  ['two weeks or so', 'or so: about'],
  ['100+ seats', '+: atLeast'],
  ['lasted well over two hours', 'well over: moreThan'],
  ['26 pupils at most', 'at most: upTo'],
  ['four years or longer', 'or longer: atLeast'],
  ['85 dead and counting', 'and counting: atLeast'],
  ['12 men and more than 30 boys', undefined],
  ['12 men at least 40 years old', undefined],
  // quiet neighbours: no hedge
  ['talks about 12 hostages', undefined],
  ['It fell over two days.', undefined],
  ['the 12 hostages', undefined],
];

test.each(comparators)('reads the comparator of “%s”', (text, expected) => {
  const { comparator } = quantityOf(text);
  expect(comparator && `${comparator.text}: ${comparator.kind}`).toBe(expected);
  if (comparator !== undefined) expect(text.slice(comparator.start, comparator.end)).toBe(comparator.text);
});

const nouns: readonly (readonly [string, string | undefined, (readonly string[])?])[] = [
  ['pardoned 85 foreign sailors, officials said', 'sailors', ['foreign']],
  ['Two small earthquakes shook it', 'earthquakes', ['small']],
  ['26 of the 29 boats', 'boats'],
  ['the 12-member panel', 'member'],
  ['charged on two counts unrelated to it', 'counts'],
  ['The death toll rose to 12.', 'toll'],
  ['the total reaches 156, it said', 'total'],
  ['a toll of 12', 'toll'],
  ['a magnitude 7.1 quake', 'magnitude'],
  ['97 per cent of the vote', 'vote'],
  ['two days of negotiations', 'negotiations'],
  ['a 12-month ban', 'ban'],
  ['The number of moose victims stood at 59.', 'victims'],
  ['40 people were hurt', 'people'],
  ['three well-known Czech actors', 'actors', ['well-known', 'Czech']],
  ['another 50 others', 'others'],
  ['a 500-plus crowd', 'crowd'],
  ['a 40%-owned firm', undefined],
  ['Twenty are in hospital.', undefined],
];

test.each(nouns.map(([text, expected, modifiers]) => ({ text, expected, modifiers })))(
  'finds what “$text” counts',
  ({ text, expected, modifiers }) => {
    const { noun } = quantityOf(text);
    expect(noun?.text).toBe(expected);
    if (noun !== undefined) expect(text.slice(noun.start, noun.end)).toBe(noun.text);
    if (modifiers !== undefined) expect(noun?.modifiers).toEqual(modifiers);
  },
);

const rates: readonly (readonly [string, string | undefined])[] = [
  ['£500 a week', 'week'],
  ['£130 an hour for a surgeon', 'hour'],
  ['$50 per barrel', 'barrel'],
  ['$1.07 per diluted share', 'share'],
  ['12 deaths per 100,000 people', '100000'],
  ['a $2-a-share offer', 'share'],
  ['24,000 litres per year', 'year'],
  ['five goals a game', 'game'],
  ['£500 a week ago', undefined],
];

test.each(rates)('reads the base of “%s”', (text, expected) => {
  expect(quantityOf(text).per).toBe(expected);
});

const spans: readonly (readonly [string, string, string | undefined])[] = [
  ['It cost $1.2bn.', '1.2bn', '$'],
  ['It cost US$3 billion.', '3 billion', 'US$'],
  ['It cost 3.6 million dollars.', '3.6 million', 'dollars'],
  ['It grew 15–20%.', '15–20', '%'],
  ['It took a 12-month ban.', '12', 'month'],
  ['It lost two-thirds of it.', 'two-thirds', undefined],
  ['It fell to -2.5C.', '-2.5', 'C'],
];

test.each(spans)('marks number and unit of “%s”', (text, number, unit) => {
  const quantity = quantityOf(text);
  expect(text.slice(quantity.number.start, quantity.number.end)).toBe(number);
  expect(quantity.unitSpan && text.slice(quantity.unitSpan.start, quantity.unitSpan.end)).toBe(unit);
});

const written: readonly (readonly [string, number, number, string])[] = [
  ['123 men', 1, 3, 'digits'],
  ['2.5 miles', 0.1, 2, 'digits'],
  ['$1.2bn', 1e8, 2, 'digits'],
  ['1,200 million cells', 1e6, 2, 'mixed'],
  ['half a million people', 1e5, 1, 'words'],
  ['two and a half million people', 1e5, 2, 'words'],
  ['forty ships', 1, 1, 'words'],
];

test.each(written)('knows how “%s” is written', (text, place, significant, form) => {
  const quantity = quantityOf(text);
  expect(quantity.written.place).toBeCloseTo(place, 8);
  expect(quantity.written).toMatchObject({ form, significant });
});
