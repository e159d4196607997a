/** Waiting for what is seen or written, where the page has no event of its own for it. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';

/** Milliseconds for what is waited for; far more than it takes. */
export const LIMIT_MS = 30_000;

/**
 * Reads frame after frame until what is seen is as expected, and fails with the difference if it never is: the parts
 * of a window are drawn one after the other, so that one of them may still be the old one when another is seen.
 */
export async function untilSeen(page, read, expected) {
  const end = Date.now() + LIMIT_MS;
  for (;;) {
    const seen = await read();
    if (isDeepStrictEqual(seen, expected)) return;
    if (Date.now() > end) assert.deepEqual(seen, expected);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
}

/** The text of a file, as soon as `isThere` accepts it. */
export async function untilFile(path, isThere) {
  const end = Date.now() + LIMIT_MS;
  for (;;) {
    const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
    if (isThere(text)) return text;
    if (Date.now() > end) assert.fail(`${path} is not as it should be:\n${text}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}
