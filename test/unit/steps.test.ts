import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stepwise } from '../../server/src/text/steps.ts';

test('a value worked out in steps, at once or half and half is the same one, worked out once', () => {
  fc.assert(
    fc.property(
      fc.nat(5),
      fc.array(fc.constantFrom('step', 'all', 'value'), { maxLength: 6 }),
      (length, uses) => {
        let begun = 0;
        const lazy = stepwise(function* () {
          begun++;
          const seen: number[] = [];
          for (let i = 0; i < length; i++) {
            seen.push(i);
            yield;
          }
          return seen;
        });
        expect(begun).toBe(0);
        for (const use of uses) {
          if (use === 'step') lazy.steps().next();
          else if (use === 'all') for (const _ of lazy.steps());
          else lazy.value();
        }
        expect(lazy.value()).toEqual(Array.from({ length }, (_, i) => i));
        expect(lazy.value()).toBe(lazy.value());
        expect([...lazy.steps()]).toEqual([]);
        expect(begun).toBe(1);
      },
    ),
  );
});
