import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyse } from '../../server/src/mentions/analyse.ts';
import type { AnalysedDocument } from '../../server/src/mentions/analysedDocument.ts';
import { createAnalysisMemory } from '../../server/src/mentions/analysisMemory.ts';
import type { TextFormat } from '../../server/src/prose/document.ts';
import { createReadingMemory } from '../../server/src/prose/readingMemory.ts';
import { readProse } from '../../server/src/prose/readProse.ts';
import { checkDraft } from '../../server/src/rules/check.ts';
import { DEFAULT_OPTIONS } from '../../server/src/rules/options.ts';
import { createSourceIndex } from '../../server/src/sources/sourceIndex.ts';

/** Whatever is kept of earlier versions of a text, the result is that of reading the text for the first time. */

const article = readFileSync(join(import.meta.dirname, '../../seeds/lukashenko-pardons.txt'), 'utf8');
const analyseText = (uri: string, format: TextFormat, text: string) =>
  analyse(readProse({ uri, format, text }));
const index = createSourceIndex([analyseText('seeds/article.txt', 'plaintext', article)]);

/** Everything that others read of a document, as plain data. */
function contents({ prose, blocks, entities, entityOf, speakerOf, dateline }: AnalysedDocument) {
  return {
    frontMatter: prose.frontMatter,
    directives: prose.directives,
    entities,
    dateline,
    blocks: blocks.map(({ block, mentions }, b) => ({
      ...block,
      map: block.map.segments,
      mentions: mentions.map((mention, m) => ({
        mention,
        entity: entityOf(b, m),
        speaker: speakerOf(b, m),
      })),
    })),
  };
}

function createFollower(format: TextFormat) {
  const reading = createReadingMemory();
  const analysis = createAnalysisMemory();
  return (text: string) => analyse(readProse({ uri: 'draft', format, text }, reading), analysis);
}

const scrap = fc.constantFrom(
  ...'\n|\n\n|\r\n|\r|\t|    | |x|X|1. |- |* |> |# |```|~~~|``` a|---|+++|===|<!-- note -->|<!-- open|-->|<pre>|</pre>'.split(
    '|',
  ),
  ...'|`|**|_|[^1]|[^1]: note|[a]: b|[a]|]:|[|“|”|"|\'|(|)|123|123 people|Trump|trump|Lukashenko|Mary Trump said'.split(
    '|',
  ),
  '| a | b |\n| - | - |\n| North | 120 |\n',
  '<!-- touchstone-disable-line -->',
  '\n\nLukashenko has pardoned 125 people. “We are free,” said Maria Kolesnikova.\n\n',
  '---\ndate: 2025-12-14\n---\n',
  '\n\n```\n\nPresident Putin\n\n```\n\n',
  '\n\n<div>\n\nText\n\n</div>\n\n',
  '\n- a\n\n  b\n\n',
  '\u00a0\n',
  '\ufeff',
);

interface Edit {
  readonly at: number;
  readonly remove: number;
  readonly insert: readonly string[];
}
const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(40)),
  insert: fc.array(scrap, { maxLength: 3 }),
});

const paragraphs = article.split('\n').filter((line) => line.trim() !== '');
const start = fc
  .array(fc.oneof(fc.constantFrom(...paragraphs.map((text) => text.slice(0, 300))), scrap), { maxLength: 8 })
  .map((parts) => parts.join('\n\n'));

function apply(text: string, { at, remove, insert }: Edit): string {
  const from = Math.floor(at * text.length);
  return text.slice(0, from) + insert.join('') + text.slice(from + remove);
}

test.each(['markdown', 'plaintext'] as const)(
  'after any edits a %s reads as if for the first time',
  (format) => {
    fc.assert(
      fc.property(start, fc.array(edit, { maxLength: 8 }), (first, edits) => {
        const follow = createFollower(format);
        let text = first;
        for (const next of [undefined, ...edits]) {
          if (next) text = apply(text, next);
          expect(contents(follow(text))).toEqual(contents(analyseText('draft', format, text)));
        }
      }),
      { numRuns: 150 },
    );
  },
);

test('after any edits the report is that of the text alone', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 5 }), (edits) => {
      const follow = createFollower('markdown');
      let text = article;
      for (const next of edits) {
        text = apply(text, next);
        const report = checkDraft(follow(text), index, DEFAULT_OPTIONS);
        const fresh = checkDraft(analyseText('draft', 'markdown', text), index, DEFAULT_OPTIONS);
        expect(JSON.stringify(report)).toBe(JSON.stringify(fresh));
      }
    }),
    { numRuns: 15 },
  );
});

test('an edit leaves the other blocks as they are', () => {
  const follow = createFollower('markdown');
  const before = follow(article);
  const after = follow(article.replace('longest', 'loongest').replace('pardoned', 'ppardoned'));
  const kept = after.blocks.filter(({ mentions }, i) => mentions === before.blocks[i]?.mentions);
  expect(kept.length).toBeGreaterThanOrEqual(before.blocks.length - 3);
  expect(kept.length).toBeLessThan(before.blocks.length);
});
