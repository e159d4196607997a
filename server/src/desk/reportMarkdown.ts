import { escapeLineStart, escapeMarkdown } from '../text/escape.ts';
import type { Report, ReportFact, ReportSource } from './report.ts';
import { markedLines } from './reportLines.ts';
import { piecesOf, type SharedSentence, sharedSentences } from './reportSentences.ts';
import {
  countsInWords,
  isUnsettled,
  KIND_WORDS,
  SILENCE_WORDS,
  STATE_WORDS,
  stateInWords,
} from './stateWords.ts';

/** The report as Markdown. Text of the draft and of the sources is data: none of it becomes markup. */
export function reportMarkdown(report: Report): string {
  const { draft } = report;
  return `${[
    `# Fact report: ${plain(draft.file)}`,
    `${countsInWords(report.counts)}. ${count(report.sources.length, 'source')}. Made ${plain(report.created)} with Touchstone ${plain(report.touchstone)}.`,
    `SHA-256 of the draft: \`${draft.sha256}\``,
    ...section(
      'To settle',
      unsettled(report),
      'Nothing: every fact agrees with a source or was settled by a person.',
    ),
    ...section('The draft, line by line', lines(report), 'The draft has no facts to compare.'),
    ...section('Exceptions', exceptions(report), 'None.'),
    ...section('Corrections', corrections(report), noCorrections(report)),
    ...section('Sources', sources(report), 'None.'),
    ...section('What is not checked', [report.notChecked.map((line) => `- ${plain(line)}`).join('\n')], ''),
  ].join('\n\n')}\n`;
}

const section = (title: string, parts: readonly string[], otherwise: string): readonly string[] => [
  `## ${title}`,
  ...(parts.length > 0 ? parts : [otherwise]),
];

const plain = (text: string): string => escapeMarkdown(text);

const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function table(heads: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  if (rows.length === 0) return [];
  return [[row(heads), row(heads.map(() => '---')), ...rows.map(row)].join('\n')];
}

function unsettled({ facts, otherFindings }: Report): readonly string[] {
  return table(
    ['fact', 'line', 'in the draft', 'state', 'why'],
    [
      ...facts
        .filter(({ state }) => isUnsettled(state))
        .map((fact) => [
          String(fact.number),
          String(fact.line),
          `**${plain(fact.text)}**`,
          stateOf(fact),
          plain(whyOf(fact)),
        ]),
      ...otherFindings.map(({ line, text, message }) => [
        '–',
        String(line),
        plain(text),
        'a comment',
        plain(message),
      ]),
    ],
  );
}

const stateOf = (fact: ReportFact): string => `${STATE_WORDS[fact.state].sign} ${stateInWords(fact)}`;

/** What speaks for the state of a fact: the messages of its findings, else the checker's own few words. */
export const whyOf = ({
  findings,
  reason,
  state,
}: Pick<ReportFact, 'findings' | 'reason' | 'state'>): string =>
  state !== 'reopened' && findings.length > 0 ? findings.map(({ message }) => message).join('; ') : reason;

function lines({ draft, facts }: Report): readonly string[] {
  return markedLines({ draft, facts }).flatMap(({ number, text, facts: own }) => {
    if (text.trim() === '') return [];
    const notes = [own.map(note).join('\n'), sharedSentences(own).map(quotation).join('\n>\n')];
    return [`**Line ${number}.** ${escapeLineStart(plain(text))}`, ...notes.filter((part) => part !== '')];
  });
}

function note(fact: ReportFact): string {
  const person = fact.ticked ?? fact.accepted;
  const why = whyOf(fact);
  const line = `- ${fact.number}: **${plain(fact.text)}** (${KIND_WORDS[fact.kind]}): ${stateOf(fact)}${why ? ` — ${plain(why)}` : ''}`;
  return person ? `${line}\n  ${personLine(person)}` : line;
}

const personLine = ({ by, when, reason }: { by?: string; when?: string; reason?: string }): string =>
  `By ${plain(by ?? 'a person')}${when ? `, ${plain(when)}` : ''}${reason ? `: ${plain(reason)}` : ''}`;

const quotation = (sentence: SharedSentence): string => {
  const { evidence, facts } = sentence;
  const words = piecesOf(sentence).map(({ text, counts }) => (counts ? bold(text) : plain(text)));
  return `> ${facts.join(', ')}: “${words.join('')}” — ${plain(evidence.file)}, line ${evidence.line}`;
};

/** Emphasis may not begin or end with a space. */
const bold = (text: string): string =>
  text.replace(/^(\s*)(.*?)(\s*)$/s, (_, a, b, c) => `${a}**${plain(b)}**${c}`);

const exceptions = ({ exceptions: found }: Report): readonly string[] =>
  table(
    ['line', 'in the draft', 'finding', 'waved through by', 'reason'],
    found.map(({ line, text, rule, message, by, reason, person, when }) => [
      String(line),
      plain(text),
      `${rule ? `\`${rule}\`: ` : ''}${plain(message)}`,
      [SILENCE_WORDS[by], person && plain(person), when && plain(when)].filter(Boolean).join(', '),
      reason ? plain(reason) : 'none given',
    ]),
  );

const corrections = ({ corrections: made }: Report): readonly string[] =>
  table(
    ['when', 'line', 'from', 'to', 'rule', 'source'],
    made.map(({ when, line, from, to, rule, source }) => [
      plain(when),
      String(line),
      plain(from),
      plain(to),
      `\`${rule}\``,
      source ? `${plain(source.file)}, line ${source.line}` : '–',
    ]),
  );

/** What an empty list of corrections means: nothing was put right, or nobody looked. */
export const noCorrections = ({ correctionsSince }: Pick<Report, 'correctionsSince'>): string =>
  correctionsSince === undefined
    ? 'Not recorded: corrections are seen only in an editor, while the draft is open.'
    : `None seen since ${correctionsSince}. Corrections made before, or in another editor, are not known.`;

const sources = ({ sources: read }: Report): readonly string[] =>
  table(
    ['no.', 'file', 'what it is', 'facts', 'facts of the draft that agree with it', 'SHA-256'],
    read.map((source) => [
      String(source.number),
      plain(source.file),
      plain(aboutSource(source)) || '–',
      String(source.facts),
      String(source.cited),
      `\`${source.sha256}\``,
    ]),
  );

/** Title, author, publisher, date and address of a source, as far as it says them. */
export const aboutSource = ({ title, author, publisher, date, url }: ReportSource): string =>
  [title && `“${title}”`, author, publisher, date, url].filter((part) => part).join(', ');
