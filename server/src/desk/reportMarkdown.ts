import { t } from '../l10n/message.ts';
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
    `# ${t('Fact report: {0}', plain(draft.file))}`,
    `${countsInWords(report.counts)}. ${sourceCount(report.sources.length)}. ${t('Made {0} with Touchstone {1}.', plain(report.created), plain(report.touchstone))}`,
    `${t('SHA-256 of the draft: {0}', `\`${draft.sha256}\``)}`,
    ...endedWords(report).map((words) => `**${words}**`),
    ...section(t('To settle'), unsettled(report), nothingToSettle(report)),
    ...section(t('The draft, line by line'), lines(report), t('The draft has no facts to compare.')),
    ...section(t('Exceptions'), exceptions(report), t('None.')),
    ...section(t('Corrections'), corrections(report), noCorrections(report)),
    ...section(t('Sources'), sources(report), t('None.')),
    ...section(
      t('What is not checked'),
      [report.notChecked.map((line) => `- ${plain(line)}`).join('\n')],
      '',
    ),
  ].join('\n\n')}\n`;
}

const section = (title: string, parts: readonly string[], otherwise: string): readonly string[] => [
  `## ${title}`,
  ...(parts.length > 0 ? parts : [otherwise]),
];

const plain = (text: string): string => escapeMarkdown(text);

/** "1 source", "3 sources". */
export const sourceCount = (n: number): string => t(n === 1 ? '{0} source' : '{0} sources', n);

/** What a report says at its head when the check was ended before the end of the draft; empty when it was not. */
export const endedWords = ({ uncheckedFrom }: Pick<Report, 'uncheckedFrom'>): readonly string[] =>
  uncheckedFrom === undefined
    ? []
    : [
        t(
          'The check took too long and ended at line {0}: what stands from there on is not checked, and no figure here counts it.',
          uncheckedFrom,
        ),
      ];

/** What an empty list of things to settle means. */
export const nothingToSettle = ({ uncheckedFrom }: Pick<Report, 'uncheckedFrom'>): string =>
  uncheckedFrom === undefined
    ? t('Nothing: every fact agrees with a source or was settled by a person.')
    : t('Nothing before line {0}, where the check ended.', uncheckedFrom);

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function table(heads: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  if (rows.length === 0) return [];
  return [[row(heads), row(heads.map(() => '---')), ...rows.map(row)].join('\n')];
}

function unsettled({ facts, otherFindings }: Report): readonly string[] {
  return table(
    [t('Fact'), t('Line'), t('In the draft'), t('State'), t('Why')],
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
        t('a comment'),
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
    return [
      `**${t('Line {0}.', number)}** ${escapeLineStart(plain(text))}`,
      ...notes.filter((part) => part !== ''),
    ];
  });
}

function note(fact: ReportFact): string {
  const person = fact.ticked ?? fact.accepted;
  const why = whyOf(fact);
  const line = `- ${fact.number}: **${plain(fact.text)}** (${t(KIND_WORDS[fact.kind])}): ${stateOf(fact)}${why ? ` — ${plain(why)}` : ''}`;
  return person ? `${line}\n  ${personLine(person)}` : line;
}

const personLine = ({ by, when, reason }: { by?: string; when?: string; reason?: string }): string =>
  `${t('By {0}', plain(by ?? t('a person')))}${when ? `, ${plain(when)}` : ''}${reason ? `: ${plain(reason)}` : ''}`;

const quotation = (sentence: SharedSentence): string => {
  const { evidence, facts } = sentence;
  const words = piecesOf(sentence).map(({ text, counts }) => (counts ? bold(text) : plain(text)));
  return `> ${facts.join(', ')}: “${words.join('')}” — ${t('{0}, line {1}', plain(evidence.file), evidence.line)}`;
};

/** Emphasis may not begin or end with a space. */
const bold = (text: string): string =>
  text.replace(/^(\s*)(.*?)(\s*)$/s, (_, a, b, c) => `${a}**${plain(b)}**${c}`);

const exceptions = ({ exceptions: found }: Report): readonly string[] =>
  table(
    [t('Line'), t('In the draft'), t('Finding'), t('Waved through by'), t('Reason')],
    found.map(({ line, text, rule, message, by, reason, person, when }) => [
      String(line),
      plain(text),
      `${rule ? `\`${rule}\`: ` : ''}${plain(message)}`,
      [t(SILENCE_WORDS[by]), person && plain(person), when && plain(when)].filter(Boolean).join(', '),
      reason ? plain(reason) : t('none given'),
    ]),
  );

const corrections = ({ corrections: made }: Report): readonly string[] =>
  table(
    [t('When'), t('Line then'), t('From'), t('To'), t('Rule'), t('Source')],
    made.map(({ when, line, from, to, rule, source }) => [
      plain(when),
      String(line),
      plain(from),
      plain(to),
      `\`${rule}\``,
      source ? t('{0}, line {1}', plain(source.file), source.line) : '–',
    ]),
  );

/** What an empty list of corrections means: nothing was put right, or nobody looked. */
export const noCorrections = ({ correctionsSince }: Pick<Report, 'correctionsSince'>): string =>
  correctionsSince === undefined
    ? t('Not recorded: corrections are seen only in an editor, while the draft is open.')
    : t(
        'None seen since {0}. Corrections made before, or in another editor, are not known.',
        correctionsSince,
      );

const sources = ({ sources: read }: Report): readonly string[] =>
  table(
    [t('No.'), t('File'), t('What it is'), t('Facts'), t('Agreeing facts of the draft'), 'SHA-256'],
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
