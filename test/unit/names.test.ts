import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../server/src/mentions/analyse.ts';
import type { NameMention } from '../../server/src/mentions/mention.ts';
import { readProse } from '../../server/src/prose/readProse.ts';
import { contains, overlaps } from '../../server/src/text/span.ts';

const analysed = (text: string) => analyse(readProse({ uri: 'memory:text', format: 'markdown', text }));

const mentionsOf = (text: string): readonly NameMention[] =>
  analysed(text).blocks.flatMap(({ mentions }) => mentions.filter((mention) => mention.kind === 'name'));

const names = (text: string): string =>
  mentionsOf(text)
    .map((name) => name.text)
    .join(' | ');

describe('names in running text', () => {
  test.each([
    ['The mayor met Anna Lindqvist in Malmo.', 'Anna Lindqvist | Malmo'],
    ['A sonata by Ludwig van Beethoven was played.', 'Ludwig van Beethoven'],
    ['They flew to Rio de Janeiro.', 'Rio de Janeiro'],
    ['She studied at the University of Oxford.', 'University of Oxford'],
    ['Rates set by the Bank of England rose.', 'Bank of England'],
    ['Troops loyal to Bashar al-Assad withdrew.', 'Bashar al-Assad'],
    ["A letter to Sean O'Neill was found.", "Sean O'Neill"],
    ['The books of J. K. Rowling sell well.', 'J. K. Rowling'],
    ['Exports to the U.S. fell.', 'U.S.'],
    ['Talks with the U.S. Congress failed.', 'U.S. Congress'],
    ["Eating at McDonald's is cheap.", "McDonald's"],
    ["He praised Merkel's plan and Paris’ answer.", 'Merkel | Paris'],
    ['Shares in Marks & Spencer and AT&T fell.', 'Marks & Spencer | AT&T'],
    ['The US-Belarus talks went on.', 'US | Belarus'],
    ['A Leeds-based firm and post-Soviet states.', 'Leeds | Soviet'],
    ['People in Stratford-upon-Avon voted.', 'Stratford-upon-Avon'],
    ['The European Union (EU) agreed.', 'European Union | EU'],
    ['A study by the Food and Drug Administration found it.', 'Food and Drug Administration'],
    ['The Institute for Fiscal Studies disagreed.', 'Institute for Fiscal Studies'],
    ['Fighters of al-Qaeda in the Islamic Maghreb left.', 'al-Qaeda in the Islamic Maghreb'],
    ['The Indiana Pacers president Larry Bird left.', 'Indiana Pacers | Larry Bird'],
    ['He lives in The Hague.', 'The Hague'],
    ['Read it on Example.com today.', 'Example.com'],
    ["The concert was at King's College London.", "King's College London"],
    ['Officials of the Scottish Labour party met French MPs.', 'Scottish Labour | French'],
  ])('%s', (text, expected) => expect(names(text)).toBe(expected));
});

describe('titles and peoples are split off', () => {
  test.each([
    ['Then President Alexander Lukashenko left.', 'Alexander Lukashenko'],
    ['Belarusian President Alexander Lukashenko left.', 'Belarusian | Alexander Lukashenko'],
    ['It met US Special Envoy for Belarus John Coale.', 'US | Belarus | John Coale'],
    ['Mr Smith and Dr. Jane Doe came.', 'Smith | Jane Doe'],
    ['A reply from Secretary of State Antony Blinken came.', 'Antony Blinken'],
    ['The Justice Department agreed.', 'Justice Department'],
    ['Then Microsoft Chief Executive Satya Nadella spoke.', 'Microsoft | Satya Nadella'],
    ['Then the Prime Minister spoke.', ''],
    ['Secretary of Commerce Anna Berg spoke.', 'Anna Berg'],
    ['A speech by Martin Luther King Jr. was read.', 'Martin Luther King'],
    ['A Secretary of State for War resigned.', ''],
    ['They asked lawyer Anna Berg QC and Dean Parrett.', 'Anna Berg | Dean Parrett'],
    ['Yesterday English Heritage and Brazilian Neymar came.', 'English Heritage | Brazilian | Neymar'],
    ['Then Labour MSP Anna Berg spoke.', 'Anna Berg'],
    ['They chose the Court of Arbitration for Sport.', 'Court of Arbitration for Sport'],
    [
      'The British Geological Survey and German and Danish farmers spoke.',
      'British Geological Survey | German | Danish',
    ],
  ])('%s', (text, expected) => expect(names(text)).toBe(expected));
});

describe('the start of a sentence says little', () => {
  test.each([
    ['Talks went on. However, nobody spoke.', ''],
    ['Potash is a salt. The price of potash rose.', ''],
    ['Homelessness rose.', ''],
    ['Meanwhile Obama spoke.', 'Obama'],
    ['Trump told them. Police said no. Management warned us. Critics agreed.', 'Trump'],
    ['Mark said no. Rose petals fell.', 'Mark'],
    ['It’ll rain. She’s late. I’m here.', ''],
    ['In May she left. May is warm.', ''],
    ['Theresa May left.', 'Theresa May'],
    ['(Reuters) – Prices fell.', 'Reuters'],
  ])('%s', (text, expected) => expect(names(text)).toBe(expected));

  test('a lone word that no other place confirms is not sure', () => {
    const [first] = mentionsOf('Trebitsch denied it.');
    expect(first).toMatchObject({ text: 'Trebitsch', sure: false });
    const [again] = mentionsOf('Trebitsch denied it. Lawyers for Trebitsch agreed.');
    expect(again).toMatchObject({ text: 'Trebitsch', sure: true });
  });
});

describe('titles, capitals and lists', () => {
  test.each([
    ['ANNA BERG, MODERATOR: Good evening.\n\nCOOPER: We won.\n\nNOTE: It rained.', 'ANNA BERG | COOPER'],
    ['# Ten Ways To Save Money This Winter', ''],
    ['BREAKING NEWS: PRICES RISE AGAIN', ''],
    ['- Apples\n- Fresh bread\n- Write to Anna Lindqvist', 'Anna Lindqvist'],
    ['# Putin Meets Trump\n\nThe meeting of Putin with Trump was short.', 'Putin | Trump | Putin | Trump'],
    ['It was a VERY BIG day.', ''],
    ['| Quarter | Net Sales |\n| --- | --- |\n| Operating Profit | 12 |', ''],
  ])('%s', (text, expected) => expect(names(text)).toBe(expected));
});

test('dates and quantities are not names', () => {
  for (const text of [
    'On Friday 13 June 2025 it cost US$30.',
    'In March and on Monday they paid 5 Canadian dollars.',
  ]) {
    for (const { mentions } of analysed(text).blocks) {
      const facts = mentions.filter((mention) => mention.kind !== 'name' && mention.kind !== 'quotation');
      expect(facts.length).toBeGreaterThan(0);
      for (const name of mentions.filter((mention) => mention.kind === 'name')) {
        expect(facts.some((fact) => overlaps(fact, name))).toBe(false);
      }
    }
  }
});

test('honorifics, demonyms and words are told apart', () => {
  expect(mentionsOf('Yesterday Mr. John Coale met the Belarusians of St. Louis.')).toMatchObject([
    { text: 'John Coale', words: ['John', 'Coale'], honorific: { text: 'Mr' }, sure: true },
    { text: 'Belarusians', type: 'demonym', demonymOf: 'Belarus' },
    { text: 'St. Louis' },
  ]);
  expect(mentionsOf('Today J. K. Rowling met the UN.')).toMatchObject([
    { words: ['J', 'K', 'Rowling'], acronym: false },
    { words: ['UN'], acronym: true },
  ]);
});

const PIECES = [
  'Mr',
  'President',
  'of',
  'the',
  'The',
  'and',
  'Anna',
  'U',
  'S',
  '.',
  '-',
  'US',
  'Belarus',
  ',',
  '"',
  "'",
  '’',
  '“',
  '”',
  '(',
  ')',
  'said',
  'he',
  '1',
  '2025',
  'May',
  '\n',
  '\n\n',
  '# ',
  'al',
  'É',
  '😀',
  'ß',
  '&',
  ':',
  '’s',
  '…',
  '| ',
];

test('any text can be analysed, and every mention stands inside its block in order', () => {
  const texts = fc.array(
    fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'grapheme', maxLength: 4 })),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(texts, fc.constantFrom(' ', ''), (pieces, between) => {
      const document = analysed(pieces.join(between));
      for (const { block, mentions } of document.blocks) {
        const whole = { start: 0, end: block.text.length };
        for (const [i, mention] of mentions.entries()) {
          expect(contains(whole, mention)).toBe(true);
          expect(mention.end).toBeGreaterThan(mention.start);
          if (i > 0) expect(mention.start).toBeGreaterThanOrEqual((mentions[i - 1] as NameMention).start);
          if (mention.kind === 'name') {
            expect(mention.text).toBe(block.text.slice(mention.start, mention.end));
            for (const part of [mention.role, mention.honorific]) {
              if (part) expect(part.text).toBe(block.text.slice(part.start, part.end));
            }
          }
        }
        const found = mentions.filter((mention) => mention.kind === 'name');
        expect(found.slice(1).filter((name, i) => overlaps(name, found[i] as NameMention))).toEqual([]);
      }
    }),
    { numRuns: 400 },
  );
});

test.each([
  ['quotation marks', '"'.repeat(100_000)],
  ['opening marks', ' “a'.repeat(50_000)],
  ['single marks', " 'a s'".repeat(40_000)],
  ['capitals', 'Aa '.repeat(300_000)],
  ['one word of capitals', 'A'.repeat(1_000_000)],
  ['initials', 'A.'.repeat(200_000)],
  ['hyphens', 'Aa-'.repeat(200_000)],
  ['titles', 'President '.repeat(60_000)],
  ['particles', 'Aa van de '.repeat(50_000)],
  ['speech verbs', '"a" said '.repeat(40_000)],
  ['pronouns', '“a,” he said. '.repeat(30_000)],
  ['noun phrases', 'Envoy Berg left. “a,” the envoy said. '.repeat(15_000)],
  ['appositions', 'Anna Berg, the envoy, '.repeat(20_000)],
])('a hostile run of %s is read to the end', (_, text) => {
  expect(analysed(text).blocks.length).toBeGreaterThan(0);
});
