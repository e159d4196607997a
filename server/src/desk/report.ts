import type { Verdict } from '../alignment/alignment.ts';
import { fileName } from '../findings/evidence.ts';
import { type Excerpt, excerptOf } from '../findings/excerpt.ts';
import type {
  Evidence,
  FactKind,
  Finding,
  Level,
  RuleCode,
  Silence,
  SuppressedFinding,
} from '../findings/finding.ts';
import { later, t } from '../l10n/message.ts';
import type { AnalysedDocument } from '../mentions/analysedDocument.ts';
import { readSourceDetails } from '../sources/details.ts';
import { sha256 } from '../text/sha256.ts';
import type { Span } from '../text/span.ts';
import type { Correction } from './corrections.ts';
import { type FactSheet, type FactState, factsOf, type SheetFact } from './factSheet.ts';

/** What a report is made of. All of it is known already: nothing is read and nothing is checked again. */
export interface ReportInput {
  readonly draft: AnalysedDocument;
  readonly sheet: FactSheet;
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
  readonly sources: readonly AnalysedDocument[];
  /** Sources that were not read, each with its reason. */
  readonly skipped: readonly { readonly uri: string; readonly reason: string }[];
  /** Rules that are switched off. */
  readonly off: readonly RuleCode[];
  /** From where on nothing was checked, because the check took too long. */
  readonly unchecked?: Span;
  /** Corrections that were seen being made; undefined where nobody has watched, as on the command line. */
  readonly corrections?: {
    readonly entries: readonly Correction[];
    /** ISO date and time from which on the draft was watched. */
    readonly since: string;
  };
  /** ISO date and time of the report. */
  readonly created: string;
  /** Version of Touchstone. */
  readonly version: string;
  /** How a document is called in the report: its path in the project. */
  readonly nameOf: (uri: string) => string;
}

/** A source as a report lists it. */
export interface ReportSource {
  /** Counts from 1; evidence names its source by it. */
  readonly number: number;
  readonly uri: string;
  readonly file: string;
  readonly title?: string;
  readonly author?: string;
  readonly publisher?: string;
  readonly date?: string;
  readonly url?: string;
  /** SHA-256 of its text in UTF-8. */
  readonly sha256: string;
  /** Facts read from it. */
  readonly facts: number;
  /** Facts of the draft that agree with it. */
  readonly cited: number;
}

/** A place in a source with its sentence, split at the words that count. */
export interface ReportEvidence extends Excerpt {
  /** Number of the source; absent for a place in the draft itself. */
  readonly source?: number;
  readonly file: string;
  /** Counts from 1. */
  readonly line: number;
}

/** A finding as a report tells it. */
export interface ReportFinding {
  readonly rule: RuleCode;
  readonly level: Level;
  readonly message: string;
  readonly expected: readonly string[];
}

/** A fact of the draft; offsets into the draft's text. */
export interface ReportFact {
  readonly number: number;
  readonly id: string;
  readonly kind: FactKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Counts from 1. */
  readonly line: number;
  readonly section?: string;
  readonly state: FactState;
  readonly verdict: Verdict;
  /** In a few words. */
  readonly reason: string;
  readonly evidence: readonly ReportEvidence[];
  readonly findings: readonly ReportFinding[];
  readonly accepted?: { readonly by?: string; readonly when?: string; readonly reason?: string };
  readonly ticked?: { readonly by?: string; readonly when?: string; readonly reason?: string };
}

/** A finding that was waved through. */
export interface ReportException {
  readonly by: Silence['by'];
  /** Rule of the finding; absent where a person accepted a fact that no rule reports. */
  readonly rule?: RuleCode;
  readonly text: string;
  /** Counts from 1. */
  readonly line: number;
  readonly message: string;
  readonly reason?: string;
  /** Who accepted it and when, where that is known. */
  readonly person?: string;
  readonly when?: string;
}

/** A line of the draft. */
export interface ReportLine {
  /** Offset into the draft's text. */
  readonly start: number;
  readonly text: string;
}

/** The whole report as plain data: what `reportJson` prints and the other forms show. */
export interface Report {
  /** Version of this form, see schemas/touchstone-report.schema.json. */
  readonly format: 1;
  readonly touchstone: string;
  readonly created: string;
  readonly draft: {
    readonly uri: string;
    readonly file: string;
    readonly sha256: string;
    /** All lines, in order. */
    readonly lines: readonly ReportLine[];
  };
  readonly counts: FactSheet['counts'];
  readonly sources: readonly ReportSource[];
  readonly facts: readonly ReportFact[];
  /** Findings about something else than a fact: a comment without effect. */
  readonly otherFindings: readonly (ReportFinding & { readonly text: string; readonly line: number })[];
  readonly exceptions: readonly ReportException[];
  readonly corrections: readonly Correction[];
  /** From when on corrections were watched for; absent when nobody did. */
  readonly correctionsSince?: string;
  /** Line, counted from 1, from which on nothing was checked, because the check took too long. */
  readonly uncheckedFrom?: number;
  /** What the figures above say nothing about, in sentences. */
  readonly notChecked: readonly string[];
}

/** What no rule looks at. */
export const NOT_CHECKED: readonly string[] = [
  later('Whether the sources are right. The draft is compared with them, and nothing else was looked up.'),
  later('Causes, omissions, emphasis, opinion and taste; negation in general; what a pronoun refers to.'),
  later('Front matter, code, links and comments of the draft.'),
];

/** Places in sources that a report shows for one fact. */
const MOST_EVIDENCE = 3;

/** Joins what is known about a draft into its report. Pure; linear in the draft and its sources. */
export function createReport(input: ReportInput): Report {
  const { draft, sheet, sources, nameOf } = input;
  const { prose } = draft;
  const facts = sheet.sections.flatMap(({ heading, facts }) => facts.map((fact) => ({ heading, fact })));
  const numbers = new Map(sources.map((source, at) => [source.prose.uri, at + 1]));
  const documents = new Map(sources.map((source) => [source.prose.uri, source]));
  documents.set(prose.uri, draft);
  const toEvidence = (evidence: Evidence): ReportEvidence => {
    const source = numbers.get(evidence.uri);
    const whole = excerptOf(evidence, documents.get(evidence.uri), Number.POSITIVE_INFINITY);
    return {
      ...(source !== undefined && { source }),
      file: nameOf(evidence.uri),
      line: evidence.line + 1,
      ...whole,
    };
  };
  const toFact = ({ heading, fact }: (typeof facts)[number]): ReportFact => ({
    number: fact.number,
    id: fact.id,
    kind: fact.kind,
    text: oneLine(fact.text),
    start: fact.start,
    end: fact.end,
    line: fact.line + 1,
    ...(heading !== undefined && { section: heading }),
    state: fact.state,
    verdict: fact.verdict,
    reason: fact.reason,
    evidence: placesOf(fact).map(toEvidence),
    findings: fact.findings.map(toFinding),
    ...(fact.accepted && { accepted: personOf(fact.accepted) }),
    ...(fact.tick && { ticked: personOf(fact.tick) }),
  });
  const reported = new Set(facts.flatMap(({ fact }) => fact.findings));
  const lineOf = (offset: number): number => prose.lines.position(offset).line + 1;
  return {
    format: 1,
    touchstone: input.version,
    created: input.created,
    draft: {
      uri: prose.uri,
      file: nameOf(prose.uri),
      sha256: sha256(prose.text),
      lines: linesOf(prose),
    },
    counts: sheet.counts,
    sources: sources.map((source, at) => sourceOf(source, at + 1, facts, nameOf)),
    facts: facts.map(toFact),
    otherFindings: input.findings
      .filter((finding) => !reported.has(finding))
      .map((finding) => ({
        ...toFinding(finding),
        text: oneLine(finding.text),
        line: lineOf(finding.start),
      })),
    exceptions: exceptionsOf(input),
    corrections: input.corrections?.entries ?? [],
    ...(input.corrections && { correctionsSince: input.corrections.since }),
    ...(input.unchecked && { uncheckedFrom: lineOf(input.unchecked.start) }),
    notChecked: notChecked(input),
  };
}

/** What was waved through: silenced findings, and facts that a person accepted, in the order of the draft. */
function exceptionsOf({ draft, sheet, suppressed }: ReportInput): readonly ReportException[] {
  const lineOf = (offset: number): number => draft.prose.lines.position(offset).line + 1;
  const accepted = factsOf(sheet).filter(({ state }) => state === 'accepted');
  const people = new Map(accepted.map((fact) => [`${fact.start} ${fact.end}`, fact.accepted]));
  const silenced = suppressed.map((finding) => {
    const claim = finding.claim ?? finding;
    const person =
      finding.silence.by === 'acceptance' ? people.get(`${claim.start} ${claim.end}`) : undefined;
    const reason = finding.silence.reason ?? person?.reason;
    return {
      at: finding.start,
      claim: `${claim.start} ${claim.end}`,
      exception: {
        by: finding.silence.by,
        rule: finding.code,
        text: oneLine(finding.text),
        line: lineOf(finding.start),
        message: finding.message,
        ...(reason && { reason }),
        ...(person?.by && { person: person.by }),
        ...(person?.when && { when: person.when }),
      },
    };
  });
  const known = new Set(silenced.map(({ claim }) => claim));
  const others = accepted
    .filter((fact) => fact.tick && !known.has(`${fact.start} ${fact.end}`))
    .map((fact) => ({
      at: fact.start,
      exception: {
        by: 'acceptance' as const,
        text: oneLine(fact.text),
        line: fact.line + 1,
        message: fact.findings[0]?.message ?? fact.reason,
        ...(fact.accepted?.reason && { reason: fact.accepted.reason }),
        ...(fact.accepted?.by && { person: fact.accepted.by }),
        ...(fact.accepted?.when && { when: fact.accepted.when }),
      },
    }));
  return [...silenced, ...others].sort((a, b) => a.at - b.at).map(({ exception }) => exception);
}

function linesOf({ text, lines }: AnalysedDocument['prose']): readonly ReportLine[] {
  return Array.from({ length: lines.lineCount }, (_, line) => {
    const start = lines.lineStart(line);
    const end = lines.offset({ line, character: Number.MAX_SAFE_INTEGER });
    return { start, text: text.slice(start, end) };
  });
}

function sourceOf(
  source: AnalysedDocument,
  number: number,
  facts: readonly { readonly fact: SheetFact }[],
  nameOf: (uri: string) => string,
): ReportSource {
  const { uri, text, frontMatter } = source.prose;
  const { title, author, publisher, date, url } = readSourceDetails(frontMatter);
  const cites = ({ fact }: { fact: SheetFact }): boolean =>
    fact.verdict === 'supported' && fact.evidence.some((evidence) => evidence.uri === uri);
  return {
    number,
    uri,
    file: nameOf(uri),
    ...(title !== undefined && { title }),
    ...(author !== undefined && { author }),
    ...(publisher !== undefined && { publisher }),
    ...(date !== undefined && { date }),
    ...(url !== undefined && { url }),
    sha256: sha256(text),
    facts: source.blocks.reduce((sum, { mentions }) => sum + mentions.length, 0),
    cited: facts.filter(cites).length,
  };
}

/** The evidence of a fact, or that of its finding, without repeats of the same words. */
function placesOf(fact: SheetFact): readonly Evidence[] {
  const all = [...fact.evidence, ...fact.findings.flatMap(({ evidence }) => evidence)];
  const seen = new Set<string>();
  const distinct = all.filter(({ uri, start, end }) => {
    const key = `${start} ${end} ${uri}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return distinct.slice(0, MOST_EVIDENCE);
}

const toFinding = ({ code, level, message, expected }: Finding): ReportFinding => ({
  rule: code,
  level,
  message,
  expected,
});

interface Person {
  readonly by?: string | undefined;
  readonly when?: string | undefined;
  readonly reason?: string | undefined;
}

const personOf = ({ by, when, reason }: Person): { by?: string; when?: string; reason?: string } => ({
  ...(by && { by }),
  ...(when && { when }),
  ...(reason && { reason }),
});

function notChecked({ draft, unchecked, skipped, off, nameOf, sources }: ReportInput): readonly string[] {
  const list = (names: readonly string[]): string => names.join(', ');
  return [
    ...(sources.length === 0 ? [t('Anything: there were no sources to compare with.')] : []),
    ...(unchecked
      ? [
          t(
            'The draft from line {0} on: the check took too long and was ended there.',
            draft.prose.lines.position(unchecked.start).line + 1,
          ),
        ]
      : []),
    ...skipped.map(({ uri, reason }) => t('The source {0}: it {1}.', nameOf(uri) || fileName(uri), reason)),
    ...(off.length > 0
      ? [t('What the rules look for that are switched off: {0}.', list(off.toSorted()))]
      : []),
    ...NOT_CHECKED.map((line) => t(line)),
  ];
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
