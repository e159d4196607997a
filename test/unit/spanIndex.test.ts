import fc from 'fast-check';
import { expect, test } from 'vitest';
import { overlaps } from '../../server/src/text/span.ts';
import { createSpanIndex } from '../../server/src/text/spanIndex.ts';

const span = fc
  .tuple(fc.nat(3000), fc.oneof(fc.nat(20), fc.nat(1500)))
  .map(([start, length]) => ({ start, end: start + length }));

test('an index finds the spans that a search through all of them finds, in their order', () => {
  fc.assert(
    fc.property(fc.array(span), fc.array(span), fc.array(span), (first, later, asked) => {
      const index = createSpanIndex(first);
      for (const one of later) index.add(one);
      const all = [...first, ...later];
      for (const one of asked) expect(index.over(one)).toEqual(all.filter((other) => overlaps(other, one)));
    }),
  );
});
