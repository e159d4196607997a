import { IGNORE_FILE, readIgnoreFile } from '../../server/src/config/ignoreFile.ts';
import {
  checkOptionsOf,
  PROJECT_FILE,
  readProjectFile,
  withProject,
} from '../../server/src/config/projectFile.ts';
import type { FileProblem } from '../../server/src/config/schemaProblems.ts';
import { DEFAULT_SETTINGS } from '../../server/src/config/settings.ts';
import type { DraftReport, Finding } from '../../server/src/findings/finding.ts';
import { analyse } from '../../server/src/mentions/analyse.ts';
import { withDateOrder } from '../../server/src/mentions/dateOrder.ts';
import { readProse } from '../../server/src/prose/readProse.ts';
import { checkDraft, checkSource } from '../../server/src/rules/check.ts';
import { type CheckOptions, DEFAULT_OPTIONS } from '../../server/src/rules/options.ts';
import { createSourceIndex } from '../../server/src/sources/sourceIndex.ts';
import { createLineIndex } from '../../server/src/text/lineIndex.ts';
import type { Expectation, Section } from './workspaceFile.ts';

const formatOf = (name: string) =>
  (name.endsWith('.md') ? 'markdown' : 'plaintext') as 'markdown' | 'plaintext';

/** Reads and analyses a named text. */
export const analyseText = (uri: string, text: string) =>
  analyse(readProse({ uri, format: formatOf(uri), text }));

/** Checks one draft text against source texts, all by file name. */
export function checkText(
  draft: string,
  sources: Readonly<Record<string, string>>,
  options: CheckOptions = DEFAULT_OPTIONS,
  name = 'draft.md',
): DraftReport {
  const index = createSourceIndex(Object.entries(sources).map(([uri, text]) => analyseText(uri, text)));
  return checkDraft(analyseText(name, draft), index, options);
}

/** The finding as a spec writes it; the excerpt of the source is left out. */
function expectationOf(finding: Finding, text: string): Expectation {
  const lines = createLineIndex(text);
  const from = lines.position(finding.start);
  const to = lines.position(finding.end);
  const end = to.line === from.line ? to.character : from.character + 1;
  const message = finding.message.replace(/(— \S+:\d+) “.*$/s, '$1');
  return {
    line: from.line,
    from: from.character,
    to: Math.max(end, from.character + 1),
    text: `${finding.level} ${finding.code}: ${message}`,
  };
}

/** A problem of a project or ignore file as a spec writes it. */
function problemOf(problem: FileProblem, text: string): Expectation {
  const lines = createLineIndex(text);
  const { line, character } = lines.position(problem.start);
  const end = lines.position(problem.end);
  const to = end.line === line ? end.character : character + 1;
  return { line, from: character, to: Math.max(to, character + 1), text: `problem ${problem.message}` };
}

function applyFirstFixes(text: string, findings: readonly Finding[]): string {
  const edits = findings.flatMap((f) => f.fixes[0]?.edits ?? []).sort((a, b) => b.start - a.start);
  let result = text;
  for (const edit of edits) result = result.slice(0, edit.start) + edit.newText + result.slice(edit.end);
  return result;
}

/** Runs a workspace and gives its sections with what the engine really says. */
export function runWorkspace(sections: readonly Section[]): Section[] {
  const textOf = (name: string) => sections.find((s) => s.name === name)?.text;
  const project = readProjectFile(textOf(PROJECT_FILE) ?? '{}');
  const ignore = readIgnoreFile(textOf(IGNORE_FILE) ?? '{ "ignored": [] }');
  const settings = withProject(DEFAULT_SETTINGS, project.settings);
  const ignored = new Map(ignore.ignored?.map(({ fingerprint, reason }) => [fingerprint, reason]));
  const options: CheckOptions = {
    ...checkOptionsOf(settings, ignored),
    ...JSON.parse(textOf('options.json') ?? 'null'),
  };
  const read = (name: string, text: string) => withDateOrder(analyseText(name, text), settings.dateOrder);
  const sources = new Map(
    sections.filter((s) => s.name.startsWith('seeds/')).map((s) => [s.name, read(s.name, s.text)]),
  );
  const index = createSourceIndex([...sources.values()]);
  return sections.map((section): Section => {
    const source = sources.get(section.name);
    if (source) {
      const expected = checkSource(source, options).map((f) => expectationOf(f, section.text));
      return { ...section, expected };
    }
    if (section.name === 'options.json') return section;
    const problems = { [PROJECT_FILE]: project.problems, [IGNORE_FILE]: ignore.problems }[section.name];
    if (problems) return { ...section, expected: problems.map((p) => problemOf(p, section.text)) };
    const draftName = section.name.replace(/ fixed$/, '');
    const draft = sections.find((s) => s.name === draftName) ?? section;
    const report = checkDraft(read(draftName, draft.text), index, options);
    if (section.name !== draftName)
      return { ...section, text: applyFirstFixes(draft.text, report.findings), expected: [] };
    return { ...section, expected: report.findings.map((f) => expectationOf(f, section.text)) };
  });
}
