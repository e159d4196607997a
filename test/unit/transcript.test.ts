import { expect, test } from 'vitest';
import { turnsOf } from '../../server/src/mentions/transcript.ts';
import { analyseText } from '../support/runWorkspace.ts';

/** "block: speaker (as written)" of each turn. */
const turns = (text: string): readonly string[] =>
  Array.from(
    turnsOf(analyseText('talk.txt', text)),
    ([block, { speaker, written }]) => `${block}: ${speaker} (${written})`,
  );

test.each<[string, string, readonly string[]]>([
  [
    'names in capitals, one of them with a role',
    'ANNA BERG, head of the bank: We won.\n\nJOHN COALE (Acme): We lost.\n\nANNA BERG: We won twice.\n',
    ['0: Anna Berg (ANNA BERG)', '1: John Coale (JOHN COALE)', '2: Anna Berg (ANNA BERG)'],
  ],
  [
    'a title and a stage direction between the turns',
    'The hearing of May 3\n\nBerg: We won.\n\nThe hall applauds.\n\nCoale: We lost.\n\nBerg: Twice.\n',
    ['1: Berg (Berg)', '3: Coale (Coale)', '4: Berg (Berg)'],
  ],
  ['two turns, as a caption may have', 'Berg: We won.\n\nCoale: We lost.\n', []],
  ['one name alone', 'Berg: We won.\n\nBerg: We will win.\n\nBerg: We have won.\n', []],
  [
    'a name inside its sentence',
    'Then Berg: We won.\n\nThen Coale: We lost.\n\nThen Berg: We won.\n\nThen Coale: We lost.\n',
    [],
  ],
])('%s', (_, text, expected) => expect(turns(text)).toEqual(expected));

test('the turns of a document are read once', () => {
  const document = analyseText('talk.txt', 'Berg: We won.\n\nCoale: We lost.\n\nBerg: Twice.\n');
  expect(turnsOf(document)).toBe(turnsOf(document));
});
