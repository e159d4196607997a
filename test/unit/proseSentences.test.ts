import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitSentences } from '../../server/src/prose/sentences.ts';

const split = (text: string) => splitSentences(text).map((span) => text.slice(span.start, span.end));

/** `|` stands where one sentence ends and the next begins. */
const CASES: readonly (readonly [name: string, text: string])[] = [
  ['two sentences', 'He left.|She stayed!|Did they?|Yes'],
  ['titles', 'Mr. Smith met Gen. Mark Milley and Dr. Ann Lee.|They spoke.'],
  ['title behind a prefix', 'In 1994 then-Gov. Mickelson died.|He was 52.'],
  ['countries', 'The U.S. Special Envoy met U.N. Secretary-General Guterres.|Both left.'],
  ['a country at the end', 'He moved to the U.S. In 2020 he returned.'.replace('U.S. In', 'U.S.|In')],
  ['companies', 'Apple Inc. Chief Tim Cook spoke.|He works for Apple Inc.|The firm grew.'],
  ['clock time', 'It opens at 5 p.m. Monday and at 9 a.m. EST.|It shuts at 7 p.m.|Officials left.'],
  ['clock range', 'Open 1 p.m. – 2:30 p.m. and later.'],
  ['local time', 'It fell at 3 p.m. Moscow time.|Nobody saw.'],
  ['e.g.', 'Crops, e.g. Wheat, fell vs. Maize.|All of them.'],
  [
    'number sign',
    'He lives at No. 10 and won case no. 5.|She said no. Then she left.'.replace('no. Then', 'no.|Then'),
  ],
  ['months', 'On Dec. 13 he left, and on Jan. 5 he came.|It was cold in Dec.|Snow fell.'],
  ['weekday', 'It opened Sat. Dec. 13 as planned.|The cat sat.|Dogs ran.'],
  ['initials', 'J. K. Rowling met George W. Bush and John F. Kennedy.|They ate.'],
  ['labels are not initials', 'He has a Plan B.|Few believe it.|They won Group C.|Italy lost.'],
  ['circa and a capital C', 'Built c. 1616 by the sea.|He saw Hinkley C.|The plant grew.'],
  ['capitals that look like a state', 'He called the VA.|One clerk answered in Fairfax, Va. Police came.'],
  ['decimals and versions', 'It rose 3.5 percent to $1.2 million in v2.0.1.|Then it fell.'],
  ['a number at the end', 'It was 2025.|123 people left.|It grew by 5.|Then 3.'],
  ['ellipsis', 'He waited... and left.|She … stayed.|Well…|The end.'],
  ['cut in a quotation', 'He said "we […] must go" and "they [...] Will stay".'],
  ['closing quotation marks', 'He said “it is over.”|She left.|He said "no."|They "won".|(All did.)|Yes.'],
  ['lower case after a quoted exclamation', '"Stop!" he said.|“Why?” asked Smith.|‘Go!’ – she cried.'],
  ['a speaker after a quoted question', '"Are you sure?" Coale asked.|"Why not?" Ms Maria Porter said.'],
  ['a pronoun after a quoted question', '"So why not?"|She added that he left.'],
  ['a quotation in lower case', 'They were black.|"this one was on film," he said.'],
  ['an opening quotation mark', 'He left.|"We won," she said.|\'Yes,\' he said.|“Fine.”'],
  ['reference numbers', 'He won in 2020.[12]|The vote was disputed.[3][4]|He left.'],
  ['counters', '1. First item.|2. Second item.'],
  ['dates with points', 'Am 13.12.2025 kam er.|Then he left.'],
  ['no space', 'Visit example.com and Node.js today.|Bye.'],
  ['a placeholder', 'Run \uFFFC now.|\uFFFC is a command.'],
  ['currency', 'It cost a lot.|$5 million was paid.|€3 too.'],
  ['non-breaking spaces', 'He\u00a0left.\u00a0|She stayed.'],
  ['full-width stops', '他走了。|她留下。'],
  ['Cyrillic and combining marks', 'Он ушёл.|Она́ осталась.'],
  ['newline as space', 'He\nleft.\n|She stayed.'],
];

test.each(CASES)('%s', (_, marked) => {
  const expected = marked.split('|').map((sentence) => sentence.trim());
  const text = marked.replace(/([\s]?)\|/g, (_all, space: string) =>
    space === '' && !/[。]/.test(marked) ? ' ' : space,
  );
  expect(split(text)).toEqual(expected);
});

test('sentences are trimmed, in order, apart, and leave out only white space', () => {
  const piece = fc.constantFrom(
    '.',
    '! ',
    '? ',
    '…',
    '"',
    '”',
    '’',
    ' ',
    '\n',
    '\u00a0',
    'U.S.',
    'Mr. ',
    'The ',
    'he ',
    '5',
    '🙂',
    '[1]',
    '(',
    'é',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(piece, { maxLength: 40 }).map((p) => p.join('')),
      ),
      (text) => {
        let end = 0;
        for (const span of splitSentences(text)) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          expect(text.slice(end, span.start).trim()).toBe('');
          end = span.end;
        }
        expect(text.slice(end).trim()).toBe('');
      },
    ),
  );
});
