import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DraftReport } from '../server/src/findings/finding.ts';
import { checkDraft, checkSource } from '../server/src/rules/check.ts';
import { DEFAULT_OPTIONS } from '../server/src/rules/options.ts';
import { createSourceIndex } from '../server/src/sources/sourceIndex.ts';
import { overlaps } from '../server/src/text/span.ts';
import { analyseText, checkText } from './support/runWorkspace.ts';
import { parseWorkspaceFile } from './support/workspaceFile.ts';

/** The invariants of docs/architecture.md that show only when the engine runs; tried on every spec and on odd texts. */

const article = readFileSync(join(import.meta.dirname, '../seeds/lukashenko-pardons.txt'), 'utf8');

interface Workspace {
  readonly title: string;
  readonly sources: Readonly<Record<string, string>>;
  readonly drafts: readonly { readonly name: string; readonly text: string }[];
}

const folder = join(import.meta.dirname, 'specs');
const workspaces: readonly Workspace[] = readdirSync(folder).flatMap((file) => {
  const [, ...parts] = readFileSync(join(folder, file), 'utf8')
    .replaceAll(/^@pardons$/gm, article.trimEnd())
    .split(/^== (.+) ==\n/m);
  return parts.flatMap((title, i) =>
    i % 2 === 0 ? [workspaceOf(`${file}: ${title}`, parts[i + 1] ?? '')] : [],
  );
});

function workspaceOf(title: string, text: string): Workspace {
  const sections = parseWorkspaceFile(text);
  const sources = sections.filter(({ name }) => name.startsWith('seeds/'));
  return {
    title,
    sources: Object.fromEntries(sources.map((source) => [source.name, source.text])),
    drafts: sections.filter(({ name }) => name.startsWith('draft') && !name.endsWith(' fixed')),
  };
}

/** Rules that say a source has nothing, or that need no source: there is no place to show. */
const WITHOUT_EVIDENCE = new Set([
  'weekday-mismatch',
  'quote-not-found',
  'not-in-sources',
  'unused-directive',
  'citation-unresolved',
]);

function faultsOf(
  report: DraftReport,
  draft: string,
  sources: Readonly<Record<string, string>>,
): readonly string[] {
  const faults: string[] = [];
  const inside = (what: string, at: { start: number; end: number }, text: string) => {
    if (!(at.start >= 0 && at.start <= at.end && at.end <= text.length))
      faults.push(`${what} outside the text`);
  };
  for (const finding of [...report.findings, ...report.suppressed]) {
    inside(finding.code, finding, draft);
    if (draft.slice(finding.start, finding.end) !== finding.text)
      faults.push(`${finding.code} has other words`);
    if (finding.evidence.length === 0 && !WITHOUT_EVIDENCE.has(finding.code)) {
      faults.push(`${finding.code} without evidence: ${finding.message}`);
    }
    for (const edit of finding.fixes.flatMap(({ edits }) => edits))
      inside(`fix of ${finding.code}`, edit, draft);
  }
  for (const fact of report.facts) {
    inside('a fact', fact, draft);
    const byCalendar = report.findings.some((f) => f.code === 'weekday-mismatch' && overlaps(f, fact));
    if (fact.verdict !== 'notEnoughInfo' && fact.evidence.length === 0 && !byCalendar) {
      faults.push(`${fact.verdict} without evidence: ${fact.text}`);
    }
  }
  for (const evidence of [...report.findings, ...report.facts].flatMap((one) => one.evidence)) {
    const text = sources[evidence.uri];
    if (text === undefined) faults.push(`evidence in ${evidence.uri}, which is no source`);
    else {
      inside('evidence', evidence, text);
      if (text.slice(evidence.start, evidence.end) !== evidence.text) faults.push('evidence has other words');
      if (evidence.start < evidence.sentence.start || evidence.end > evidence.sentence.end) {
        faults.push('evidence outside its sentence');
      }
    }
  }
  return faults;
}

test('there are workspaces to try', () => {
  expect(workspaces.length).toBeGreaterThan(20);
  expect(
    workspaces.every(({ sources, drafts }) => drafts.length > 0 || Object.keys(sources).length > 0),
  ).toBe(true);
});

describe.each(workspaces.map((workspace) => [workspace.title, workspace] as const))(
  '%s',
  (_title, workspace) => {
    test('findings and facts lie in the draft, and show their evidence', () => {
      for (const { name, text } of workspace.drafts) {
        const report = checkText(text, workspace.sources, DEFAULT_OPTIONS, name);
        expect(faultsOf(report, text, { ...workspace.sources, [name]: text })).toEqual([]);
      }
    });

    test('the same input gives the same report, byte for byte', () => {
      for (const { name, text } of workspace.drafts) {
        const once = JSON.stringify(checkText(text, workspace.sources, DEFAULT_OPTIONS, name));
        expect(JSON.stringify(checkText(text, workspace.sources, DEFAULT_OPTIONS, name))).toBe(once);
      }
    });
  },
);

/** Scraps of which odd texts are made: facts, halves of facts, markup, and characters that trip offsets. */
const scrap = fc.constantFrom(
  ...[
    '123',
    'one hundred',
    'million',
    '$',
    '€ 0.35',
    '%',
    'percent',
    'December',
    '13',
    ',',
    '2025',
    'Friday',
    '3-2',
  ],
  ...[
    '“',
    '”',
    '"',
    "'",
    '’',
    '‘',
    '…',
    '[…]',
    '(',
    ')',
    '—',
    '-',
    'Coale',
    'said',
    'US',
    'Mr',
    'of',
    'the',
    'and',
  ],
  ...[
    '**',
    '*',
    '_',
    '`',
    '[a](b)',
    '> ',
    '- ',
    '# ',
    '| a | b |',
    '|-|-|',
    '&amp;',
    '\\',
    '<!-- touchstone-disable',
  ],
  ...[
    '\n',
    '\r\n',
    '\n\n',
    '---\n',
    '\ufeff',
    '\u0000',
    '\u00a0',
    '👩‍👩‍👧',
    'e\u0301',
    '\ud800',
    'שלום',
    '½',
    '٣',
  ],
);
const oddText = fc
  .array(fc.oneof(scrap, fc.string({ maxLength: 5 })), { maxLength: 40 })
  .chain((parts) =>
    fc
      .array(fc.constantFrom('', ' '), { minLength: parts.length, maxLength: parts.length })
      .map((gaps) => parts.map((part, i) => part + gaps[i]).join('')),
  );

test('no text makes the checker throw, and every report keeps to the text', () => {
  fc.assert(
    fc.property(oddText, oddText, fc.constantFrom('draft.md', 'draft.txt'), (draft, source, name) => {
      const sources = { 'seeds/a.txt': source, 'seeds/b.txt': article };
      expect(
        faultsOf(checkText(draft, sources, DEFAULT_OPTIONS, name), draft, { ...sources, [name]: draft }),
      ).toEqual([]);
      checkSource(analyseText('seeds/a.txt', source), DEFAULT_OPTIONS);
    }),
    { numRuns: 150 },
  );
});

test('without sources nothing is contradicted, except by the calendar', () => {
  const draft = analyseText('draft.txt', article);
  const { findings } = checkDraft(draft, createSourceIndex([]), DEFAULT_OPTIONS);
  const against = findings.filter(({ level }) => level === 'error');
  expect(against).toEqual([]);
});

test('a source agrees with itself', () => {
  const { findings, coverage } = checkText(article, { 'seeds/a.txt': article });
  expect(findings.map(({ code, message }) => `${code} ${message}`)).toEqual([]);
  expect(coverage.supported).toBe(coverage.facts);
});
