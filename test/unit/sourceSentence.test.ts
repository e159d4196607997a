import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyse, analyseInSteps } from '../../server/src/mentions/analyse.ts';
import { createAnalysisMemory } from '../../server/src/mentions/analysisMemory.ts';
import { readProse } from '../../server/src/prose/readProse.ts';
import { contextsOf, sentenceContexts } from '../../server/src/sources/context.ts';
import { comparableWords, readPassage } from '../../server/src/sources/passageIndex.ts';
import { factsIn, sourcePart } from '../../server/src/sources/sourcePart.ts';
import { postingsOf } from '../../server/src/text/numbering.ts';
import { whole } from '../../server/src/text/steps.ts';

/** What is kept of a source in lists of numbers says the same as what it was read from. */

const sentence = fc.constantFrom(
  'Lukashenko has pardoned 123 prisoners, while 31 Ukrainians were handed over.',
  '“We are free,” said Maria Kolesnikova, who had been jailed in 2020.',
  'The talks took place on 12 December 2025 in Minsk at 6.15 pm; nobody else came, but the envoy did.',
  'John Coale, the US envoy, told reporters that a bus with prisoners left.',
  'Naïve café owners – Łukasz’s friends – paid €4.5m.',
  '| North | 120 |',
  'Alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon.',
);
const table = fc.constant(
  '| Region | Sales in 2024 (€ million) |\n| - | - |\n| North coast | 120 |\n| South | 31 |',
);
const text = fc
  .array(
    fc.oneof(
      {
        weight: 5,
        arbitrary: fc.array(sentence, { minLength: 1, maxLength: 4 }).map((all) => all.join(' ')),
      },
      table,
    ),
    {
      maxLength: 5,
    },
  )
  .map((parts) => parts.join('\n\n'));
const read = (source: string) => readProse({ uri: 'source', format: 'markdown', text: source });

test('the sentences of a source have the terms, words and mentions that were read', () => {
  fc.assert(
    fc.property(text, (source) => {
      const document = analyse(read(source));
      const contexts = document.blocks.flatMap(sentenceContexts);
      const { sentences } = sourcePart(document);
      expect(sentences.length).toBe(contexts.length);
      contexts.forEach((context, i) => {
        const kept = sentences[i] as (typeof sentences)[number];
        expect(kept.terms).toEqual(context.terms);
        expect(new Set(kept.bag)).toEqual(context.bag);
        expect(kept.bag.size).toBe(context.bag.size);
        for (const term of [...context.bag, 'unheard-of'])
          expect(kept.bag.has(term)).toBe(context.bag.has(term));
        expect([kept.start, kept.end, kept.sentence]).toEqual([context.start, context.end, context.sentence]);
        expect(kept.mentions).toEqual(context.mentions);
        expect(kept.heads).toEqual(context.heads);
        for (let offset = context.start - 1; offset <= context.end + 1; offset++)
          expect(kept.place(offset)).toEqual(context.place(offset));
        const facts = Object.values(factsIn(kept)).flat();
        expect(facts.map(({ index }) => index).sort((a, b) => a - b)).toEqual(context.mentions);
        expect(facts.every((located) => located.context === kept)).toBe(true);
      });
    }),
    { numRuns: 100 },
  );
});

test('the words of a source stand where they were read', () => {
  fc.assert(
    fc.property(text, (source) => {
      const document = analyse(read(source));
      const words = document.blocks.flatMap(({ block }, at) =>
        comparableWords(block.text).map((word) => ({ ...word, block: at })),
      );
      const passage = readPassage(document);
      expect(passage.length).toBe(words.length);
      words.forEach((word, at) => {
        expect(passage.at(at)).toEqual(word);
        expect(passage.word(at)).toBe(word.word);
        expect([...passage.where(word.word)]).toContain(at);
      });
      for (const beyond of [-1, words.length]) {
        expect(passage.at(beyond)).toBeUndefined();
        expect(passage.word(beyond)).toBeUndefined();
      }
    }),
    { numRuns: 50 },
  );
});

test('places of a number are those at which a list has it', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9)), (list) => {
      const postings = postingsOf(Int32Array.from(list));
      for (let number = -1; number <= 10; number++) {
        const places = list.flatMap((other, i) => (other === number ? [i] : []));
        expect([...postings.of(number)]).toEqual(places);
        expect(postings.count(number)).toBe(places.length);
      }
    }),
  );
});

test('a text analysed once, in steps, or with a memory has the same mentions, entities and speakers', () => {
  fc.assert(
    fc.property(text, (source) => {
      const prose = read(source);
      const [once, steps, followed] = [
        analyse(prose),
        whole(analyseInSteps(prose)),
        analyse(prose, createAnalysisMemory()),
      ].map(({ blocks, entities, entityOf, speakerOf, dateline }) => ({
        entities,
        dateline,
        blocks: blocks.map(({ block, mentions }, b) => ({
          text: block.text,
          tokens: block.tokens,
          mentions: mentions.map((mention, m) => [mention, entityOf(b, m), speakerOf(b, m)]),
        })),
      }));
      expect(steps).toEqual(once);
      expect(followed).toEqual(once);
    }),
    { numRuns: 50 },
  );
});

test('blocks without mentions have contexts of their own', () => {
  const [first, second] = ['nothing turned up here', 'the harbour was closed'].map((source) =>
    analyse(read(source)).blocks.flatMap(contextsOf),
  );
  expect(first?.map(({ bag }) => [...bag])).not.toEqual(second?.map(({ bag }) => [...bag]));
});
