import { expect, test } from 'vitest';
import { deedsIn } from '../../server/src/alignment/deeds.ts';
import { pathsIn } from '../../server/src/alignment/paths.ts';
import { superlativesIn } from '../../server/src/alignment/superlatives.ts';
import { contextsOf } from '../../server/src/sources/context.ts';
import { analyseText } from '../support/runWorkspace.ts';

/** What a reader finds in the sentences of a text. */
function read<T>(
  text: string,
  reader: typeof deedsIn | typeof pathsIn | typeof superlativesIn,
): readonly T[] {
  return analyseText('text.txt', text).blocks.flatMap((block) =>
    contextsOf(block).flatMap((context) => [...reader(block, context)] as T[]),
  );
}

const words = (text: string, at: number | undefined): string => {
  const { block, mentions } = analyseText('text.txt', text).blocks[0] as ReturnType<
    typeof analyseText
  >['blocks'][number];
  const mention = at === undefined ? undefined : mentions[at];
  return mention ? block.text.slice(mention.start, mention.end) : '–';
};

test.each([
  ['Marion Eadie, 51, succeeded Peter Holm last October.', 'succeed: Marion Eadie > Peter Holm'],
  ['Peter Holm was later succeeded by Marion Eadie.', 'succeed: Marion Eadie > Peter Holm'],
  ['Peter Holm, succeeded by Marion Eadie, left.', 'succeed: Marion Eadie > Peter Holm'],
  ['Marion Eadie will succeed Peter Holm.', 'succeed: Marion Eadie > Peter Holm'],
  ['Jonas Weld testified against Petra Aurin.', 'testifi against: Jonas Weld > Petra Aurin'],
  ['Nils Aho sold the house to Arvid Lund.', '=sell =house to: Nils Aho > Arvid Lund'],
  ['Marion Eadie may succeed Peter Holm.', ''],
  ['Did Marion Eadie succeed Peter Holm?', ''],
  ['Marion Eadie met Peter Holm.', ''],
  ["Marion Eadie succeeded Peter Holm's brother.", ''],
  ["Marion Eadie's brother succeeded Peter Holm.", ''],
  ['The chairman of Leeds criticised Marion Eadie.', ''],
])('%s', (text, expected) => {
  const deeds = read<ReturnType<typeof deedsIn>[number]>(text, deedsIn).filter(({ open }) => !open);
  const told = deeds.map((d) => `${d.key.trim()}: ${words(text, d.agent)} > ${words(text, d.patient)}`);
  expect(told.join('; ')).toBe(expected);
});

test.each([
  ['Complaints fell from 9,200 to 7,450.', '9,200 > 7,450'],
  ['Complaints fell to 7,450 from 9,200.', '9,200 > 7,450'],
  ['There were 7,450 complaints, down from 9,200 complaints.', '9,200 > 7,450'],
  ['Head office moves from Leeds to Bradford.', 'Leeds > Bradford'],
  ['Between 7,450 and 9,200 came from Leeds.', ''],
])('%s', (text, expected) => {
  const paths = read<ReturnType<typeof pathsIn>[number]>(text, pathsIn);
  expect(paths.map((p) => `${words(text, p.from)} > ${words(text, p.to)}`).join('; ')).toBe(expected);
});

test.each([
  ['Northfield is still the second-largest rail operator in the north.', '2 oper rail north: Northfield'],
  ['Northfield, the largest rail operator in the north, moves.', '1 oper rail north: Northfield'],
  ["Bradford's largest employer is Northfield.", '1 employ  bradford: Northfield'],
  ['It is the largest employer in Bradford.', '1 employ  bradford: –'],
  ['Northfield is one of the largest employers in Bradford.', ''],
  ['Northfield is not the largest employer in Bradford.', ''],
  ['Northfield is the largest employer in Bradford after TransRegio.', ''],
  ['Northfield and others are the largest employers in Bradford.', ''],
])('%s', (text, expected) => {
  const claims = read<ReturnType<typeof superlativesIn>[number]>(text, superlativesIn);
  const told = claims.map(
    (c) =>
      `${c.rank} ${c.head} ${[...c.modifiers].join(' ')} ${[...c.limits].join(' ')}: ${words(text, c.holder)}`,
  );
  expect(told.join('; ')).toBe(expected);
});
