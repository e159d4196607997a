/** Stands in for `node:assert/strict` in a browser, with the same strictness. */
import { assert } from 'chai';

const { match, fail, deepStrictEqual, strictEqual, notStrictEqual } = assert;

const check = Object.assign((value: unknown, message?: string): void => assert.isOk(value, message), {
  ok: (value: unknown, message?: string): void => assert.isOk(value, message),
  equal: strictEqual,
  notEqual: notStrictEqual,
  deepEqual: deepStrictEqual,
  match,
  fail,
  doesNotMatch: assert.notMatch,
  async rejects(run: Promise<unknown> | (() => Promise<unknown>), pattern?: RegExp): Promise<void> {
    let thrown: unknown;
    try {
      await (typeof run === 'function' ? run() : run);
    } catch (error) {
      thrown = error;
    }
    assert.isOk(thrown, 'it was not rejected');
    if (pattern) assert.match(String(thrown), pattern);
  },
});

// biome-ignore lint/style/noDefaultExport: as Node's module has it
export default check;

/** As Node's is made, with what was there and what was wanted in its message. */
export class AssertionError extends Error {
  constructor({ actual, expected }: { readonly actual: unknown; readonly expected: unknown }) {
    super(`${JSON.stringify(actual)} is not ${JSON.stringify(expected)}`);
    this.name = 'AssertionError';
  }
}
