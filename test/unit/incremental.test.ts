import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyse, prepareAnalysis } from '../../server/src/mentions/analyse.ts';
import type { AnalysedDocument } from '../../server/src/mentions/analysedDocument.ts';
import { createAnalysisMemory } from '../../server/src/mentions/analysisMemory.ts';
import type { TextFormat } from '../../server/src/prose/document.ts';
import { createReadingMemory } from '../../server/src/prose/readingMemory.ts';
import { prepareProse, readProse } from '../../server/src/prose/readProse.ts';
import { checkDraft, factsOver, prepareDraft } from '../../server/src/rules/check.ts';
import { DEFAULT_OPTIONS } from '../../server/src/rules/options.ts';
import { createSourceIndex } from '../../server/src/sources/sourceIndex.ts';
import { overlaps, type Span } from '../../server/src/text/span.ts';

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
      tokens: block.tokens,
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

type Step =
  | { readonly kind: 'edit'; readonly edit: Edit }
  | { readonly kind: 'move' | 'copy'; readonly from: number; readonly to: number }
  | { readonly kind: 'source'; readonly at: number; readonly text: string | undefined }
  | { readonly kind: 'rename'; readonly at: number; readonly name: string }
  | { readonly kind: 'aliases' | 'levels' };

const sentences = [
  'Lukashenko has pardoned 124 people since July 2024, John Coale said.',
  '“We are free,” said Maria Kolesnikova on December 13, 2025.',
  'The total reaches 156. The talks in Minsk lasted two days.',
  'US Special Envoy John Coale met Lukashenko in Vilnius.',
];
const share = fc.double({ min: 0, max: 0.999, noNaN: true });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: edit.map((one) => ({ kind: 'edit' as const, edit: one })) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constantFrom('move' as const, 'copy'), from: share, to: share }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('source' as const),
      at: share,
      text: fc.option(fc.constantFrom(...sentences), { nil: undefined }),
    }),
  },
  fc.record({
    kind: fc.constant('rename' as const),
    at: share,
    name: fc.constantFrom('a.txt', 'm.txt', 'z.txt', '0.txt'),
  }),
  fc.record({ kind: fc.constantFrom('aliases' as const, 'levels') }),
);

test('after any edits, moves, renames and changes of sources the report is that of a fresh start', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 2, maxLength: 6 }), (steps) => {
      const follow = createFollower('markdown');
      let text = [...paragraphs.slice(0, 6).map((part) => part.slice(0, 240)), ...sentences].join('\n\n');
      const sources = new Map([
        ['seeds/b.txt', article.slice(0, 1500)],
        ['seeds/c.txt', `${sentences.join('\n\n')}\n\n${sentences[0]}`],
        ['seeds/d.txt', 'Germany moved 10 people to Vilnius. The talks lasted two days in Minsk.'],
      ]);
      const analysed = new Map<string, { readonly text: string; readonly document: AnalysedDocument }>();
      let options = DEFAULT_OPTIONS;
      for (const next of steps) {
        const uris = [...sources.keys()];
        const uri = 'at' in next ? (uris[Math.floor(next.at * uris.length)] as string) : '';
        const parts = text.split('\n\n');
        switch (next.kind) {
          case 'edit':
            text = apply(text, next.edit);
            break;
          case 'move':
          case 'copy': {
            const from = Math.floor(next.from * parts.length);
            const [part = ''] = next.kind === 'move' ? parts.splice(from, 1) : [parts[from]];
            parts.splice(Math.floor(next.to * (parts.length + 1)), 0, part);
            text = parts.join('\n\n');
            break;
          }
          case 'source':
            sources.set(uri, next.text ? `${sources.get(uri)}\n\n${next.text}` : 'Nothing is said here.');
            break;
          case 'rename': {
            const content = sources.get(uri) as string;
            sources.delete(uri);
            sources.set(`seeds/${next.name}`, content);
            break;
          }
          case 'aliases':
            options = { ...options, aliases: options.aliases.length > 0 ? [] : [['Trump', 'Coale']] };
            break;
          case 'levels':
            options = {
              ...options,
              levels: options.levels['number-mismatch'] ? {} : { 'number-mismatch': 'hint' },
            };
            break;
        }
        const sorted = [...sources].sort(([a], [b]) => (a < b ? -1 : 1));
        const kept = sorted.map(([name, content]) => {
          const last = analysed.get(name);
          if (last?.text === content) return last.document;
          const document = analyseText(name, 'plaintext', content);
          analysed.set(name, { text: content, document });
          return document;
        });
        const fresh = sorted.map(([name, content]) => analyseText(name, 'plaintext', content));
        const report = checkDraft(follow(text), createSourceIndex(kept), options);
        const expected = checkDraft(
          analyseText('draft', 'markdown', text),
          createSourceIndex(fresh),
          options,
        );
        expect(JSON.stringify(report)).toBe(JSON.stringify(expected));
      }
    }),
    { numRuns: 20 },
  );
}, 60_000);

test('work done ahead in steps, cut short and overtaken or not, changes nothing', () => {
  const version = fc.shuffledSubarray(
    paragraphs.flatMap((text) => [text, `${text.slice(0, 200)} “We are free,” said Maria Kolesnikova.`]),
    { minLength: 10 },
  );
  const steps = fc.nat(40);
  const format = fc.constantFrom('markdown' as const, 'plaintext');
  const visit = fc.record({ version, reading: steps, analysis: steps, isFinished: fc.boolean() });
  fc.assert(
    fc.property(format, fc.array(visit, { minLength: 1, maxLength: 4 }), (chosen, visits) => {
      const reading = createReadingMemory();
      const analysis = createAnalysisMemory();
      const begun: Iterator<unknown>[] = [];
      for (const visit of visits) {
        const text = visit.version.join('\n\n');
        const snapshot = { uri: 'draft', format: chosen, text };
        const first = prepareProse(snapshot, reading);
        for (let i = 0; i < visit.reading; i++) first.next();
        const prose = readProse(snapshot, reading);
        const second = prepareAnalysis(prose, analysis);
        for (let i = 0; i < visit.analysis; i++) second.next();
        begun.push(first, second);
        if (!visit.isFinished) continue;
        expect(contents(analyse(prose, analysis))).toEqual(contents(analyseText('draft', chosen, text)));
        // what was begun for the versions before goes on meanwhile
        for (const one of begun) one.next();
      }
    }),
    { numRuns: 40 },
  );
});

test('a draft that is judged ahead in steps gets the report of a fresh start', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), fc.array(fc.nat(60)), (edits, stops) => {
      const follow = createFollower('markdown');
      let text = article;
      for (const [at, next] of edits.entries()) {
        text = apply(text, next);
        const draft = follow(text);
        const steps = prepareDraft(draft, index, DEFAULT_OPTIONS);
        for (let i = 0; i < (stops[at] ?? 0); i++) steps.next();
        const fresh = checkDraft(analyseText('draft', 'markdown', text), index, DEFAULT_OPTIONS);
        expect(JSON.stringify(checkDraft(draft, index, DEFAULT_OPTIONS))).toBe(JSON.stringify(fresh));
        const report = checkDraft(draft, index, DEFAULT_OPTIONS);
        const over = factsOver(report) as (span: Span) => readonly unknown[];
        for (const fact of report.facts)
          expect(over(fact)).toEqual(report.facts.filter((other) => overlaps(fact, other)));
      }
    }),
    { numRuns: 15 },
  );
});

test('a block is judged again when another one begins or ends to tell the number that speaks against it', () => {
  const court = createSourceIndex([
    analyseText(
      'seeds/court.txt',
      'plaintext',
      'The court heard that £402,000 had gone to three betting sites, £96,000 on cars and holidays, and that £71,000 had been repaid before his arrest in March 2022.',
    ),
  ]);
  const follow = createFollower('markdown');
  const denied = (cars: string) =>
    checkDraft(follow(`- To betting sites: £402,000\n- Cars and holidays: ${cars}\n`), court, DEFAULT_OPTIONS)
      .findings.filter(({ code }) => code === 'number-mismatch')
      .map(({ text }) => text);
  expect(denied('several')).toEqual(['402,000']);
  expect(denied('£96,000')).toEqual([]);
  expect(denied('several')).toEqual(['402,000']);
});
