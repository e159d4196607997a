import { fileName } from '../findings/evidence.ts';
import { excerptOf } from '../findings/excerpt.ts';
import type { Evidence } from '../findings/finding.ts';
import type { AnalysedDocument } from '../mentions/analysedDocument.ts';
import type { FactSheet, SheetFact } from './factSheet.ts';
import { factsOf } from './factSheet.ts';
import { NOT_CHECKED, type ReportEvidence } from './report.ts';
import { countsInWords, isUnsettled, KIND_WORDS, STATE_WORDS } from './stateWords.ts';
import { DATA_NOTE, placeInWords, plural, quoteData } from './toolText.ts';

/** What an answer of a tool rests on. */
export interface ToolSources {
  readonly sources: readonly AnalysedDocument[];
  /** Sources that were not read, each with its reason. */
  readonly skipped: readonly { readonly uri: string; readonly reason: string }[];
  readonly nameOf: (uri: string) => string;
}

/** Facts that agree are named up to this number; the others only counted. */
const MOST_AGREEING = 60;

/** Facts that somebody has to look at, told in full. */
const MOST_UNSETTLED = 100;

/** Answer of the tool that checks a text: what differs and what no source has, with the places, then what agrees. */
export function checkedText(sheet: FactSheet, from: ToolSources): string {
  const facts = factsOf(sheet);
  const open = facts.filter(({ state }) => isUnsettled(state));
  const settled = facts.filter(({ state }) => !isUnsettled(state));
  return [
    `Compared with ${plural(from.sources.length, 'source')}. ${countsInWords(sheet.counts)}.`,
    ...skippedLines(from),
    ...(open.length > 0
      ? [
          `To settle:\n${open
            .slice(0, MOST_UNSETTLED)
            .map((fact) => openFact(fact, from))
            .join('\n')}`,
        ]
      : []),
    ...(open.length > MOST_UNSETTLED ? [`${open.length - MOST_UNSETTLED} more; check a shorter text.`] : []),
    ...(settled.length > 0
      ? [
          `Agrees or was settled by a person:\n${settled
            .slice(0, MOST_AGREEING)
            .map((fact) => settledFact(fact, from))
            .join('\n')}`,
        ]
      : []),
    ...(settled.length > MOST_AGREEING ? [`${settled.length - MOST_AGREEING} more agree.`] : []),
    `Not checked: ${NOT_CHECKED.join(' ')}`,
    DATA_NOTE,
  ].join('\n\n');
}

/** What the facts of a statement were found to be, without the places. */
export const factsInWords = (sheet: FactSheet): string =>
  factsOf(sheet)
    .map((fact) => {
      const write = expectedOf(fact);
      return `- ${quoteData(fact.text)} (${KIND_WORDS[fact.kind]}): ${STATE_WORDS[fact.state].is}${write === undefined ? '' : `; the source has ${quoteData(write)}`}`;
    })
    .join('\n');

/** Sources that no answer can speak for. */
export const skippedLines = ({ skipped, nameOf }: ToolSources): readonly string[] =>
  skipped.length === 0
    ? []
    : [`Not read:\n${skipped.map(({ uri, reason }) => `- ${quoteData(nameOf(uri))} ${reason}`).join('\n')}`];

/** A place of evidence with its whole sentence. */
export function toolEvidence(evidence: Evidence, { sources, nameOf }: ToolSources): ReportEvidence {
  const document = sources.find(({ prose }) => prose.uri === evidence.uri);
  const whole = excerptOf(evidence, document, Number.POSITIVE_INFINITY);
  return { file: nameOf(evidence.uri) || fileName(evidence.uri), line: evidence.line + 1, ...whole };
}

function openFact(fact: SheetFact, from: ToolSources): string {
  const { findings, evidence, text, line, kind, state } = fact;
  const write = expectedOf(fact);
  const rules = [...new Set(findings.map(({ code, level }) => `${level} ${code}`))].join(', ');
  const places = findings.find((finding) => finding.evidence.length > 0)?.evidence ?? evidence;
  return [
    `- line ${line + 1}, ${KIND_WORDS[kind]} ${quoteData(text)}: ${STATE_WORDS[state].is}${rules ? ` (${rules})` : ''}`,
    ...(write === undefined ? [] : [`  The source has: ${quoteData(write)}`]),
    ...places.slice(0, 2).map((place) => `  ${placeInWords(toolEvidence(place, from))}`),
  ].join('\n');
}

function settledFact(fact: SheetFact, { nameOf }: ToolSources): string {
  const [best] = fact.evidence;
  const place = best ? `, ${quoteData(nameOf(best.uri))} line ${best.line + 1}` : '';
  const said = fact.state === 'agrees' ? fact.reason : STATE_WORDS[fact.state].is;
  return `- line ${fact.line + 1}, ${KIND_WORDS[fact.kind]} ${quoteData(fact.text)}: ${said}${place}`;
}

/** What a role finding expects is the name that has the role, not other words for it. */
const expectedOf = ({ findings }: SheetFact): string | undefined =>
  findings.find(({ expected, code }) => expected.length > 0 && code !== 'role-mismatch')?.expected[0];
