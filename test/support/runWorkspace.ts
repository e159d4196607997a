import type { DraftReport, Finding } from '../../server/src/findings/finding.ts';
import { analyse } from '../../server/src/mentions/analyse.ts';
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

function applyFirstFixes(text: string, findings: readonly Finding[]): string {
  const edits = findings.flatMap((f) => f.fixes[0]?.edits ?? []).sort((a, b) => b.start - a.start);
  let result = text;
  for (const edit of edits) result = result.slice(0, edit.start) + edit.newText + result.slice(edit.end);
  return result;
}

/** Runs a workspace and gives its sections with what the engine really says. */
export function runWorkspace(sections: readonly Section[]): Section[] {
  const options: CheckOptions =
    JSON.parse(sections.find((s) => s.name === 'options.json')?.text ?? 'null') ?? DEFAULT_OPTIONS;
  const sources = new Map(
    sections.filter((s) => s.name.startsWith('seeds/')).map((s) => [s.name, analyseText(s.name, s.text)]),
  );
  const index = createSourceIndex([...sources.values()]);
  return sections.map((section): Section => {
    const source = sources.get(section.name);
    if (source) {
      const expected = checkSource(source, options).map((f) => expectationOf(f, section.text));
      return { ...section, expected };
    }
    if (section.name === 'options.json') return section;
    const draftName = section.name.replace(/ fixed$/, '');
    const draft = sections.find((s) => s.name === draftName) ?? section;
    const report = checkDraft(analyseText(draftName, draft.text), index, options);
    if (section.name !== draftName)
      return { ...section, text: applyFirstFixes(draft.text, report.findings), expected: [] };
    return { ...section, expected: report.findings.map((f) => expectationOf(f, section.text)) };
  });
}
