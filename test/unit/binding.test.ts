import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createBinder } from '../../server/src/alignment/binding.ts';
import { analyse, createSourceIndex, readProse } from '../../server/src/engine.ts';
import type { AnalysedDocument } from '../../server/src/mentions/analysedDocument.ts';
import { contextsOf, type LocatedMention } from '../../server/src/sources/context.ts';

const seeds = join(import.meta.dirname, '../../seeds');
const specs = join(import.meta.dirname, '../specs');

const read = (name: string, text: string): AnalysedDocument =>
  analyse(readProse({ uri: `file:///${name}`, format: 'plaintext', text }));

function located(document: AnalysedDocument): LocatedMention[] {
  return document.blocks.flatMap((block, at) =>
    contextsOf(block).flatMap((context) =>
      context.mentions.flatMap((index) => {
        const mention = block.mentions[index];
        return mention ? [{ document, block: at, index, mention, context }] : [];
      }),
    ),
  );
}

test('no binding scores more than it was said that it may reach', () => {
  const articles = readdirSync(seeds).filter((name) => name.endsWith('.txt'));
  const source = articles.map((name) => readFileSync(join(seeds, name), 'utf8')).join('\n\n');
  const index = createSourceIndex([read('a.txt', source)]);
  const binder = createBinder(index);
  const drafts = ['bounds', 'slips', 'passages']
    .map((name) => join(specs, `${name}.txt`))
    .map((file, n) => read(`d${n}.txt`, `${source}\n\n${readFileSync(file, 'utf8').slice(0, 6_000)}`));
  const from = index.sources.flatMap(located).filter((_, i) => i % 2 === 0);
  let pairs = 0;
  let refused = 0;
  for (const claim of drafts.flatMap(located).filter((_, i) => i % 3 === 0))
    for (const other of from) {
      const { score } = binder.bind(claim, other);
      if (!binder.mayReach(claim, other, score))
        expect.fail(`${JSON.stringify([claim.mention, other.mention])} scores ${score}`);
      pairs++;
      if (!binder.mayReach(claim, other, score + 0.5)) refused++;
    }
  expect(pairs).toBeGreaterThan(1_000);
  // It says something, too: most are known not to reach half a point more.
  expect(refused / pairs).toBeGreaterThan(0.5);
});
