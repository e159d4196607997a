import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkText } from '../support/runWorkspace.ts';

const article = readFileSync(join(import.meta.dirname, '../../seeds/lukashenko-pardons.txt'), 'utf8');
const draft =
  'Lukashenko pardoned 132 individuals. The pardons followed two days of negotiations in Minsk. He met Coale.\n';

/** Reports about other things, each with numbers, dates and names of its own. */
const others = Object.fromEntries(
  Array.from({ length: 150 }, (_, i) => [
    `other${i}.txt`,
    `The harbour board of Port ${String.fromCharCode(65 + (i % 26))}elmar approved ${i + 200} new berths on ${(i % 27) + 1} March 2024. ` +
      `Chief engineer Odd Brekke${i} said the work would take ${(i % 9) + 2} months and cost $${i + 3} million.\n`,
  ]),
);

const brief = (report: ReturnType<typeof checkText>) =>
  report.findings.map((f) => `${f.level} ${f.code} ${f.text} → ${f.expected.join()}`);

test('other sources neither hide a finding nor make one', () => {
  const alone = checkText(draft, { 'pardons.txt': article });
  const among = checkText(draft, { ...others, 'pardons.txt': article });
  expect(brief(alone)).toEqual(['error number-mismatch 132 → 123']);
  expect(brief(among)).toEqual(brief(alone));
  expect(among.facts.map((f) => [f.text, f.verdict])).toEqual(alone.facts.map((f) => [f.text, f.verdict]));
});
