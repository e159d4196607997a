import assert from 'node:assert/strict';

/** Asks until `isDone`; each turn waits for the editor to have done something. */
export async function until<T>(ask: () => T | Promise<T>, isDone: (value: T) => boolean): Promise<T> {
  for (let turn = 0; ; turn++) {
    const value = await ask();
    if (isDone(value)) return value;
    if (turn > 400) assert.fail(`not reached; last seen: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
