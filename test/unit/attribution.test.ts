import { describe, expect, test } from 'vitest';
import { analyse } from '../../server/src/mentions/analyse.ts';
import { readProse } from '../../server/src/prose/readProse.ts';

/** Speaker of each quotation: "!" when sure, "?" when not, "-" when unknown. */
function speakers(text: string): string {
  const document = analyse(readProse({ uri: 'memory:text', format: 'plaintext', text }));
  return document.blocks
    .flatMap(({ mentions }, block) =>
      mentions.flatMap((mention, index) => {
        if (mention.kind !== 'quotation' || mention.nested) return [];
        const speaker = document.speakerOf(block, index);
        return speaker ? [speaker.name + (speaker.sure ? '!' : '?')] : ['-'];
      }),
    )
    .join(' | ');
}

describe('direct patterns are sure', () => {
  test.each([
    ['“We won,” said Anna Berg.', 'Anna Berg!'],
    ['“We won,” Anna Berg said.', 'Anna Berg!'],
    ['“We won,” Berg told reporters in Oslo.', 'Berg!'],
    ['“We won,” said US envoy John Coale.', 'John Coale!'],
    ['“We won,” said the US envoy, John Coale.', 'John Coale!'],
    ['“We won,” Anna Berg, the envoy, said on Monday.', 'Anna Berg!'],
    ['“We won,” Anna Berg has repeatedly said.', 'Anna Berg!'],
    ['The deal is “very good”, according to Anna Berg.', 'Anna Berg!'],
    ['According to Anna Berg, the deal is “very good”.', 'Anna Berg!'],
    ['Anna Berg described the talks as "very productive," noting progress.', 'Anna Berg!'],
    ['Anna Berg, head of the bank, said: “We won.”', 'Anna Berg!'],
    ['Anna Berg, who called the plan “a shame”, left.', 'Anna Berg!'],
    ["The chief's deputy, Dr Anna Berg, said it was “a shame”.", 'Anna Berg!'],
    ['Berg announced the lifting, stating it was “as directed”.', 'Berg!'],
    ['“We won,” said Anna Berg, “and we will win again.”', 'Anna Berg! | Anna Berg!'],
    ['Anna Berg: “We won.”', 'Anna Berg!'],
    ['Berg described the talks as “very good”, Reuters reported.', 'Berg!'],
    ['Anna Berg from Acme Holdings said: “We won.”', 'Anna Berg!'],
    ['Anna Berg, of the Kent, Sussex and Surrey crime unit, said: “We won.”', 'Anna Berg!'],
    ['Anna Berg came. “We won,” Berg said.', 'Anna Berg!'],
  ])('%s', (text, expected) => expect(speakers(text)).toBe(expected));
});

describe('inherited and guessed speakers', () => {
  test.each([
    ['Anna Berg said: “We won.\n\n“We will win again.”', 'Anna Berg! | Anna Berg!'],
    ['“We won,” Anna Berg said. “We will win again.”', 'Anna Berg! | Anna Berg?'],
    ['Anna Berg met John Coale. “We won,” she said.', 'Anna Berg?'],
    ['Reuters reported that the plan was “a shame”.', 'Reuters?'],
    ['A spokesman for Acme Holdings said: “We won.”', 'Acme Holdings?'],
    ['Anna Berg said it was late, and called the plan “a shame”.', 'Anna Berg?'],
    ['The envoy John Coale left. “We won,” the envoy said.', 'John Coale?'],
  ])('%s', (text, expected) => expect(speakers(text)).toBe(expected));
});

describe('unknown speakers stay unknown', () => {
  test.each([
    ['The plan was called “a shame” by nobody here.', '-'],
    ['“We won,” the paper said.', '-'],
    ['They said it was “a shame”.', '-'],
    ['Anna Berg was accused of “spreading lies”.', '-'],
    ['Anna Berg lives in “Hill House”.', '-'],
    ['“Anna Berg said no,” it was heard.', '-'],
    ["“We won,” Berg's spokesman said.", '-'],
    ['The envoy John Coale and the envoy Anna Berg left. “We won,” the envoy said.', '-'],
  ])('%s', (text, expected) => expect(speakers(text)).toBe(expected));
});

test('the speaker names a mention and its cue', () => {
  const text = 'Anna Berg described the talks as “very productive”.';
  const document = analyse(readProse({ uri: 'memory:text', format: 'plaintext', text }));
  const { block, mentions } = document.blocks[0] as (typeof document.blocks)[number];
  const index = mentions.findIndex(({ kind }) => kind === 'quotation');
  const speaker = document.speakerOf(0, index);
  expect(mentions[speaker?.mention ?? -1]).toMatchObject({ kind: 'name', text: 'Anna Berg' });
  expect(block.text.slice(speaker?.cue?.start, speaker?.cue?.end)).toBe('described');
});
