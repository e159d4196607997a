import { languageCode, later, t } from '../l10n/message.ts';
import { base64OfHex } from '../text/base64.ts';
import { escapeHtml as text } from '../text/escape.ts';
import { sha256 } from '../text/sha256.ts';
import type { Report, ReportEvidence, ReportFact } from './report.ts';
import { type LinePiece, type MarkedLine, markedLines } from './reportLines.ts';
import {
  aboutSource,
  endedWords,
  noCorrections,
  nothingToSettle,
  sourceCount,
  whyOf,
} from './reportMarkdown.ts';
import { piecesOf, type SharedSentence, sharedSentences, shownPlaces } from './reportSentences.ts';
import { reportStyle } from './reportStyle.ts';
import {
  countsInWords,
  isUnsettled,
  KIND_WORDS,
  SILENCE_WORDS,
  STATE_WORDS,
  STATES,
  stateInWords,
} from './stateWords.ts';

/** Where a report is shown. */
export interface HtmlOptions {
  /** `editor`: in a view of the editor, in its colours. */
  readonly place: 'page' | 'editor';
  /** Address that opens a place in a source; without it, places are only named. */
  readonly linkTo?: (evidence: ReportEvidence) => string | undefined;
}

/**
 * The report as one HTML file that needs nothing else: no script, no address outside, and a policy that allows neither.
 * Text of the draft and of the sources is data and escaped throughout.
 */
export function reportHtml(report: Report, options: HtmlOptions = { place: 'page' }): string {
  const style = reportStyle(options.place);
  const policy = `default-src 'none'; style-src 'sha256-${base64OfHex(sha256(style))}'; base-uri 'none'; form-action 'none'`;
  const title = t('Fact report: {0}', report.draft.file);
  return `<!doctype html>
<html lang="${languageCode()}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Touchstone ${text(report.touchstone)}">
<title>${text(title)}</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#draft">${t('Skip to the draft')}</a>
<header>
<h1>${text(title)}</h1>
<p class="total">${text(countsInWords(report.counts))}</p>
${endedWords(report)
  .map((words) => `<p class="ended"><span aria-hidden="true">⚠</span> ${text(words)}</p>\n`)
  .join('')}${bar(report)}
<p class="meta">${t('Made {0} with Touchstone {1}, against {2}. Texts are compared; nothing was looked up.', `<time datetime="${text(report.created)}">${text(dateInWords(report.created))}</time>`, text(report.touchstone), sourceCount(report.sources.length))}</p>
<p class="meta">${t('SHA-256 of the draft: {0}', `<span class="sum">${text(report.draft.sha256)}</span>`)}</p>
<nav aria-label="${t('Parts of the report')}"><ul>
${PARTS.map(([id, name]) => `<li><a href="#${id}">${t(name)}</a></li>`).join('\n')}
</ul></nav>
</header>
<main>
${PARTS.map(([id, name, body]) => `<section id="${id}" aria-labelledby="${id}-title">\n<h2 id="${id}-title">${t(name)}</h2>\n${body(report, options)}\n</section>`).join('\n')}
</main>
</body>
</html>
`;
}

type Part = readonly [id: string, name: string, body: (report: Report, options: HtmlOptions) => string];

const PARTS: readonly Part[] = [
  ['settle', later('To settle'), unsettled],
  ['draft', later('The draft, line by line'), draftLines],
  ['exceptions', later('Exceptions'), exceptions],
  ['corrections', later('Corrections'), corrections],
  ['sources', later('Sources'), sources],
  ['unchecked', later('What is not checked'), ({ notChecked }) => list(notChecked)],
];

/** "2025-12-14 16:03 UTC". */
const dateInWords = (iso: string): string =>
  iso.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?Z$/, '$1 $2 UTC');

const list = (lines: readonly string[]): string =>
  `<ul>\n${lines.map((line) => `<li>${text(line)}</li>`).join('\n')}\n</ul>`;

function bar({ counts }: Report): string {
  if (counts.facts === 0) return '';
  let at = 0;
  const parts = STATES.toReversed().map((state) => {
    const width = (1000 * counts[state]) / counts.facts;
    const part =
      width > 0
        ? `<rect class="${state}" x="${at.toFixed(1)}" y="0" width="${width.toFixed(1)}" height="10"/>`
        : '';
    at += width;
    return part;
  });
  const key = STATES.toReversed()
    .filter((state) => counts[state] > 0)
    .map(
      (state) =>
        `<li class="${state}"><span class="state"><span aria-hidden="true">${STATE_WORDS[state].sign}</span> ${counts[state]} ${t(STATE_WORDS[state].plural)}</span></li>`,
    );
  return `<svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">${parts.join('')}</svg>
<ul class="key">${key.join('')}</ul>`;
}

/** On a narrow page rows become blocks; the roles keep them a table, and each cell then shows its own head. */
function table(caption: string, heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = heads.map((name) => `<th role="columnheader" scope="col">${name}</th>`).join('');
  const body = rows.map(
    (cells) =>
      `<tr role="row">${cells.map((cell, at) => `<td role="cell" data-head="${heads[at]}">${cell}</td>`).join('')}</tr>`,
  );
  return `<table role="table">\n<caption>${text(caption)}</caption>\n<thead role="rowgroup"><tr role="row">${head}</tr></thead>\n<tbody role="rowgroup">\n${body.join('\n')}\n</tbody>\n</table>`;
}

const state = (fact: ReportFact): string =>
  `<span class="state ${fact.state}"><span aria-hidden="true">${STATE_WORDS[fact.state].sign}</span> ${stateInWords(fact)}</span>`;

function unsettled(report: Report): string {
  const { facts, otherFindings } = report;
  const open = facts.filter((fact) => isUnsettled(fact.state));
  if (open.length + otherFindings.length === 0) return `<p>${nothingToSettle(report)}</p>`;
  const rows = [
    ...open.map((fact) => [
      `<a href="#fact-${fact.number}">${fact.number}</a>`,
      `<a href="#line-${fact.line}">${fact.line}</a>`,
      `<b><bdi>${text(fact.text)}</bdi></b>`,
      state(fact),
      text(whyOf(fact)),
    ]),
    ...otherFindings.map(({ line, text: words, message }) => [
      '–',
      `<a href="#line-${line}">${line}</a>`,
      `<bdi>${text(words)}</bdi>`,
      t('a comment'),
      text(message),
    ]),
  ];
  const caption = t(
    rows.length === 1 ? '{0} entry for a person to look at' : '{0} entries for a person to look at',
    rows.length,
  );
  return table(caption, [t('Fact'), t('Line'), t('In the draft'), t('State'), t('Why')], rows);
}

function draftLines(report: Report, options: HtmlOptions): string {
  const lines = markedLines(report).filter(({ text: words }) => words.trim() !== '');
  if (lines.length === 0) return `<p>${t('The draft is empty.')}</p>`;
  return `<ol class="draft">\n${lines.map((line) => draftLine(line, options)).join('\n')}\n</ol>`;
}

function draftLine({ number, pieces, facts }: MarkedLine, options: HtmlOptions): string {
  const words = `<div class="text"><span class="n" aria-hidden="true">${number}</span><p dir="auto">${pieces.map(piece).join('')}</p></div>`;
  const start = `<li class="line${facts.length === 0 ? ' bare' : ''}" id="line-${number}" value="${number}">`;
  if (facts.length === 0) return `${start}${words}</li>`;
  const sentences = sharedSentences(facts).map((sentence) => quotation(sentence, options));
  return `${start}${words}
<div class="notes">
<ul>
${facts.map(note).join('\n')}
</ul>
${sentences.join('\n')}
</div></li>`;
}

function piece({ text: words, fact, ending }: LinePiece): string {
  const marked = fact ? `<mark class="${fact.state}">${text(words)}</mark>` : text(words);
  return marked + ending.map(reference).join('');
}

const reference = (fact: ReportFact): string =>
  `<sup class="${fact.state}"><a href="#fact-${fact.number}" aria-label="${t('Fact {0}: {1}', fact.number, stateInWords(fact))}">${fact.number}${fact.state === 'agrees' ? '' : STATE_WORDS[fact.state].sign}</a></sup>`;

function note(fact: ReportFact): string {
  const why = whyOf(fact);
  const person = fact.ticked ?? fact.accepted;
  const rules = [...new Set(fact.findings.map(({ rule, level }) => `${level} ${rule}`))].join(', ');
  const reason =
    fact.findings.length > 0 || fact.state === 'reopened' ? `<p class="why">${text(why)}</p>` : '';
  return `<li class="note ${fact.state}" id="fact-${fact.number}"><p class="head"><a href="#line-${fact.line}" aria-label="${t('Fact {0}, in line {1}', fact.number, fact.line)}">${fact.number}</a> <b><bdi>${text(fact.text)}</bdi></b> ${state(fact)} <span class="kind">${t(KIND_WORDS[fact.kind])}${reason === '' && !isPlain(why) ? `, ${text(why)}` : ''}${rules ? ` · ${text(rules)}` : ''}</span></p>${reason}${person ? `<p class="person">${byline(person, fact.ticked !== undefined)}</p>` : ''}${elsewhere(fact)}</li>`;
}

/** What goes without saying of a fact that agrees. */
const isPlain = (why: string): boolean => why === '' || PLAIN.some((words) => t(words) === why);

const PLAIN = [
  later('same value'),
  later('same bound'),
  later('same points'),
  later('same share'),
  later('same score'),
  later('same number'),
  later('same words'),
  later('same range'),
  later('same date'),
  later('same name'),
  later('same times'),
  later('same time'),
  later('the same words'),
  later('same score, other order'),
  later('same time in another zone'),
];

/** Places that have the same, and are not quoted. */
function elsewhere(fact: ReportFact): string {
  const lines = new Map<string, number[]>();
  for (const { file, line } of fact.evidence.slice(shownPlaces(fact).length))
    lines.set(file, [...(lines.get(file) ?? []), line]);
  if (lines.size === 0) return '';
  const places = [...lines].map(([file, at]) =>
    t('{0}, line {1}', text(file), [...new Set(at)].sort((a, b) => a - b).join(', ')),
  );
  return `<p class="also">${t('Also in {0}', places.join('; '))}</p>`;
}

const byline = (
  { by, when, reason }: { by?: string; when?: string; reason?: string },
  ticked: boolean,
): string => {
  const name = `<bdi>${text(by ?? '')}</bdi>`;
  const did = ticked
    ? by
      ? t('Ticked by {0}', name)
      : t('Ticked')
    : by
      ? t('Accepted by {0}', name)
      : t('Accepted');
  return `${did}${when ? `, ${text(dateInWords(when))}` : ''}${reason ? `: <bdi>${text(reason)}</bdi>` : ''}`;
};

function quotation(sentence: SharedSentence, { linkTo }: HtmlOptions): string {
  const { evidence, facts } = sentence;
  const place = t('{0}, line {1}', text(evidence.file), evidence.line);
  const address = linkTo?.(evidence);
  const shown = address === undefined ? place : `<a href="${text(address)}">${place}</a>`;
  const words = piecesOf(sentence).map((part) =>
    part.counts ? `<mark>${text(part.text)}</mark>` : text(part.text),
  );
  const numbers = facts.map((number) => `<a href="#fact-${number}">${number}</a>`).join(', ');
  return `<blockquote class="evidence"><p dir="auto">${words.join('')}</p><footer>${t(facts.length === 1 ? 'Fact {0}' : 'Facts {0}', numbers)} · <cite>${shown}</cite></footer></blockquote>`;
}

function exceptions({ exceptions: found }: Report): string {
  if (found.length === 0) return `<p>${t('None.')}</p>`;
  const rows = found.map(({ line, text: words, rule, message, by, reason, person, when }) => [
    `<a href="#line-${line}">${line}</a>`,
    `<b><bdi>${text(words)}</bdi></b>`,
    `${text(message)}${rule ? ` <span class="kind">${text(rule)}</span>` : ''}`,
    [t(SILENCE_WORDS[by]), person, when && dateInWords(when)]
      .filter((part) => part !== undefined)
      .map((part) => `<bdi>${text(part)}</bdi>`)
      .join(', '),
    reason === undefined ? t('none given') : `<bdi>${text(reason)}</bdi>`,
  ]);
  return table(
    t(rows.length === 1 ? '{0} finding left as it is' : '{0} findings left as they are', rows.length),
    [t('Line'), t('In the draft'), t('Finding'), t('Waved through by'), t('Reason')],
    rows,
  );
}

function corrections(report: Report): string {
  if (report.corrections.length === 0) return `<p>${text(dateInText(noCorrections(report)))}</p>`;
  const rows = report.corrections.map(({ when, line, from, to, rule, source }) => [
    `<time datetime="${text(when)}">${text(dateInWords(when))}</time>`,
    String(line),
    `<del><bdi>${text(from)}</bdi></del>`,
    `<ins><bdi>${text(to)}</bdi></ins>`,
    text(rule),
    source ? t('{0}, line {1}', text(source.file), source.line) : '–',
  ]);
  return table(
    report.correctionsSince
      ? t(
          'Corrections seen in the editor since {0}; those made before, or in another editor, are not known',
          dateInWords(report.correctionsSince),
        )
      : t('Corrections seen in the editor; those made before, or in another editor, are not known'),
    [t('When'), t('Line then'), t('From'), t('To'), t('Rule'), t('Source')],
    rows,
  );
}

const dateInText = (line: string): string => line.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, dateInWords);

function sources({ sources: read }: Report): string {
  if (read.length === 0) return `<p>${t('None.')}</p>`;
  const rows = read.map((source) => [
    String(source.number),
    `<bdi>${text(source.file)}</bdi>`,
    text(aboutSource(source)) || '–',
    String(source.facts),
    String(source.cited),
    `<span class="sum">${text(source.sha256)}</span>`,
  ]);
  return table(
    t('The versions that the draft was compared with'),
    [t('No.'), t('File'), t('What it is'), t('Facts'), t('Agreeing facts of the draft'), 'SHA-256'],
    rows,
  );
}
