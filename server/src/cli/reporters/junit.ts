import type { Finding } from '../../findings/finding.ts';
import { createLineIndex } from '../../text/lineIndex.ts';
import { allFindings, type CheckRun, type ReadDocument } from '../checkRun.ts';
import { problemsOf } from './summary.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Characters that XML 1.0 has no way to write, lone surrogates among them. */
const NOT_XML =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text as it may stand in an attribute or between tags. */
export const xml = (text: string): string =>
  text.replace(NOT_XML, '\ufffd').replace(/[&<>"\t\n\r]/g, (character) => ENTITIES[character] as string);

/**
 * The report as JUnit XML: a suite for each document, a failed case for each error or warning, a skipped one for what is
 * weaker, one passed case for a document without findings, and errors for what could not be done.
 */
export function junitReport(run: CheckRun): string {
  const problems = problemsOf(run);
  const suites = [...allFindings(run)].map(({ document, findings }) => suiteOf(document, findings));
  const count = (isCounted: (finding: Finding) => boolean): number =>
    [...allFindings(run)].reduce((sum, { findings }) => sum + findings.filter(isCounted).length, 0);
  const passed = [...allFindings(run)].filter(({ findings }) => findings.length === 0).length;
  const tests = count(() => true) + passed + problems.length;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="Touchstone" tests="${tests}" failures="${count(isFailure)}" errors="${problems.length}">`,
    ...suites.flat(),
    ...(problems.length > 0 ? problemSuite(problems) : []),
    '</testsuites>',
    '',
  ].join('\n');
}

const isFailure = ({ level }: Finding): boolean => level === 'error' || level === 'warning';

function suiteOf({ file, text }: ReadDocument, findings: readonly Finding[]): readonly string[] {
  const index = createLineIndex(text);
  const failures = findings.filter(isFailure).length;
  const skipped = findings.length - failures;
  const tests = Math.max(1, findings.length);
  const name = xml(file);
  const cases = findings.map((finding) => {
    const { line, character } = index.position(finding.start);
    const title = xml(`${finding.code} ${line + 1}:${character + 1}`);
    const message = xml(finding.message);
    const place = xml(`${file}:${line + 1}:${character + 1}`);
    const outcome = isFailure(finding)
      ? `<failure type="${finding.level}" message="${message}">${place}&#10;${message}</failure>`
      : `<skipped message="${xml(`${finding.level}: ${finding.message}`)}"/>`;
    return `    <testcase classname="${name}" name="${title}" file="${name}" line="${line + 1}">${outcome}</testcase>`;
  });
  return [
    `  <testsuite name="${name}" tests="${tests}" failures="${failures}" errors="0" skipped="${skipped}">`,
    ...(cases.length > 0 ? cases : [`    <testcase classname="${name}" name="no findings" file="${name}"/>`]),
    '  </testsuite>',
  ];
}

const problemSuite = (problems: readonly string[]): readonly string[] => [
  `  <testsuite name="touchstone" tests="${problems.length}" failures="0" errors="${problems.length}" skipped="0">`,
  ...problems.map(
    (problem, at) =>
      `    <testcase classname="touchstone" name="problem ${at + 1}"><error message="${xml(problem)}"/></testcase>`,
  ),
  '  </testsuite>',
];
