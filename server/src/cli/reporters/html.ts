import type { Evidence, Finding } from '../../findings/finding.ts';
import { escapeHtml as text } from '../../text/escape.ts';
import { createLineIndex } from '../../text/lineIndex.ts';
import { allFindings, type CheckRun, type ReadDocument } from '../checkRun.ts';
import { type Excerpt, excerpt, lineAround } from '../excerpt.ts';
import { coverageLine } from './coverage.ts';
import { problemsOf, summaryLine } from './summary.ts';

/** Characters of a line around what is marked. */
const ROOM = 160;
/** Places shown for one finding. */
const MOST_EVIDENCE = 2;

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1b1f;background:#fff}
h2{font-size:1.1rem;border-bottom:1px solid #ccc;padding-bottom:.2rem}
article{margin:1rem 0;padding:.5rem 1rem;border-left:4px solid #767680}
.error{border-color:#b3261e}.warning{border-color:#8a5a00}
p{margin:.2rem 0}blockquote{margin:.3rem 0 .3rem 1rem;color:#44474e}
small{color:#5b5b66}mark{background:#ffe08a;color:inherit}
@media (prefers-color-scheme:dark){body{color:#e4e2e6;background:#1b1b1f}blockquote,small{color:#b9b6c0}mark{background:#6b5200}h2{border-color:#555}}`;

/** The report as one page that needs nothing else: no script and no address outside. Text of documents is escaped. */
export function htmlReport(run: CheckRun): string {
  const problems = problemsOf(run);
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'">',
    '<title>Touchstone</title>',
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    '<h1>Touchstone</h1>',
    `<p>${text(summaryLine(run))}</p>`,
    ...[...allFindings(run)].flatMap(({ document, findings }) => section(document, findings, run)),
    ...(problems.length > 0
      ? [
          '<h2>What could not be done</h2>',
          '<ul>',
          ...problems.map((problem) => `<li>${text(problem)}</li>`),
          '</ul>',
        ]
      : []),
    `<p>${text(coverageLine(run))}</p>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function section(document: ReadDocument, findings: readonly Finding[], run: CheckRun): readonly string[] {
  if (findings.length === 0) return [];
  const index = createLineIndex(document.text);
  return [
    '<section>',
    `<h2>${text(document.file)}</h2>`,
    ...findings.map((finding) => {
      const { line, character } = index.position(finding.start);
      const shown = excerpt(document.text, finding, lineAround(document.text, finding.start), ROOM);
      return [
        `<article class="${finding.level}">`,
        `<p><strong>${finding.level}</strong> ${text(finding.message)}</p>`,
        `<blockquote>${marked(shown)}</blockquote>`,
        ...finding.evidence.slice(0, MOST_EVIDENCE).map((evidence) => evidenceOf(evidence, run)),
        `<p><small>${text(finding.code)}, line ${line + 1}, column ${character + 1}</small></p>`,
        '</article>',
      ].join('\n');
    }),
    '</section>',
  ];
}

function evidenceOf(evidence: Evidence, run: CheckRun): string {
  const source = run.documentOf(evidence.uri);
  const shown = excerpt(source.text, evidence, evidence.sentence, ROOM);
  return `<p><small>${text(`${source.file}:${evidence.line + 1}`)}</small></p>\n<blockquote>${marked(shown)}</blockquote>`;
}

const marked = ({ before, marked: words, after }: Excerpt): string =>
  `${text(before)}<mark>${text(words)}</mark>${text(after)}`;
