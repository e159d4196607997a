import type { Hover, Position } from 'vscode-languageserver-types';
import { fileName } from '../../findings/evidence.ts';
import { excerptOf } from '../../findings/excerpt.ts';
import type { CheckedFact, Evidence, Finding } from '../../findings/finding.ts';
import { t } from '../../l10n/message.ts';
import { readSourceDetails } from '../../sources/details.ts';
import { contains, type Span } from '../../text/span.ts';
import type { CheckedDocument } from '../checker.ts';
import type { Markup } from '../markup.ts';
import { distinct, placeOf, toRange } from '../ranges.ts';

/** Source sentences shown in one hover. */
const MAX_EVIDENCE = 3;

/** What Touchstone knows about the words at a place: the verdict and the source's own sentence. */
export function hover(checked: CheckedDocument, position: Position, markup: Markup): Hover | undefined {
  const { lines } = checked.analysed.prose;
  const shown = factAt(checked, lines.offset(position));
  if (!shown) return undefined;
  const parts = [headline(shown, checked, markup)];
  for (const evidence of distinct(shown.evidence, MAX_EVIDENCE))
    parts.push(...quotation(evidence, checked, markup));
  return { contents: { kind: markup.kind, value: parts.join('\n\n') }, range: toRange(lines, shown.span) };
}

/** A fact under the caret, joined with the finding about it. */
export interface ShownFact {
  readonly span: Span;
  readonly text: string;
  readonly verdict: CheckedFact['verdict'];
  readonly reason: string;
  readonly finding?: Finding | undefined;
  readonly evidence: readonly Evidence[];
}

/** The smallest fact or finding at `offset`; a caret directly after the last letter still counts. */
export function factAt(checked: CheckedDocument, offset: number): ShownFact | undefined {
  const here = (span: Span) => span.start <= offset && offset <= span.end;
  const fact = smallest(checked.facts.filter(here), offset);
  const finding = smallest(
    checked.findings.filter((candidate) => candidate.fact !== 'directive' && here(candidate)),
    offset,
  );
  if (finding && (!fact || finding.end - finding.start <= fact.end - fact.start || contains(finding, fact))) {
    const same = fact && (contains(fact, finding) || contains(finding, fact)) ? fact : undefined;
    return {
      span: finding,
      text: finding.text,
      verdict: verdictOf(finding),
      reason: '',
      finding,
      evidence: finding.evidence.length > 0 ? finding.evidence : (same?.evidence ?? []),
    };
  }
  if (!fact) return undefined;
  const about = checked.findings.find(
    (candidate) => candidate.fact === fact.fact && contains(fact, candidate),
  );
  if (about && fact.verdict !== 'supported') {
    return {
      span: fact,
      text: about.text,
      verdict: fact.verdict,
      reason: '',
      finding: about,
      evidence: about.evidence.length > 0 ? about.evidence : fact.evidence,
    };
  }
  return { span: fact, text: fact.text, verdict: fact.verdict, reason: fact.reason, evidence: fact.evidence };
}

const NOT_FOUND: ReadonlySet<string> = new Set(['not-in-sources', 'quote-not-found']);

const verdictOf = ({ code }: Finding): CheckedFact['verdict'] =>
  code === 'sources-differ' ? 'supported' : NOT_FOUND.has(code) ? 'notEnoughInfo' : 'refuted';

/** The shortest span; among equals one that holds the caret before one that only ends there. */
function smallest<T extends Span>(spans: readonly T[], offset: number): T | undefined {
  const rank = (span: Span) => (span.end - span.start) * 2 + (span.end === offset ? 1 : 0);
  return spans.reduce<T | undefined>(
    (best, span) => (best && rank(best) <= rank(span) ? best : span),
    undefined,
  );
}

function headline(shown: ShownFact, checked: CheckedDocument, markup: Markup): string {
  const words = markup.bold(shorten(shown.text));
  // What a role finding expects is the name that has the role, not another role.
  const expected = shown.finding?.code === 'role-mismatch' ? undefined : shown.finding?.expected[0];
  switch (shown.verdict) {
    case 'supported': {
      if (shown.finding) return t('{0} agrees with one source and differs from another', words);
      const reason = shown.reason ? ` — ${markup.text(shown.reason)}` : '';
      const files = new Set(shown.evidence.map(({ uri }) => uri)).size;
      const said =
        files > 1 ? t('{0} agrees with {1} sources', words, files) : t('{0} agrees with the source', words);
      return `${said}${reason}`;
    }
    case 'refuted': {
      return `${differs(words, shown.finding?.code)}${expected ? `: ${markup.bold(shorten(expected))}` : ''}`;
    }
    case 'notEnoughInfo': {
      if (shown.evidence.length > 0) return t('{0} is not in any source. The nearest passage:', words);
      const count = checked.sources.sources.size;
      return count === 1
        ? t('{0} is not in any source — 1 source was read', words)
        : t('{0} is not in any source — {1} sources were read', words, count);
    }
  }
}

/** What a finding compares with is not always a source's sentence. */
function differs(words: string, code: string | undefined): string {
  switch (code) {
    case 'weekday-mismatch':
      return t('{0} differs from the calendar', words);
    case 'source-inconsistent':
      return t('{0} differs from what this source says elsewhere', words);
    case 'quote-misattributed':
      return t('{0} differs from the speaker in the source', words);
    case 'role-mismatch':
      return t('{0} differs from the role that the source gives this name', words);
    default:
      return t('{0} differs from the source', words);
  }
}

/** A long quotation is named by its beginning; all of it stands under the caret anyway. */
const shorten = (text: string): string =>
  text.length > 80
    ? `${text.slice(0, text.lastIndexOf(' ', 72) > 0 ? text.lastIndexOf(' ', 72) : 72)} …`
    : text;

function quotation(evidence: Evidence, checked: CheckedDocument, markup: Markup): string[] {
  const place = placeOf(evidence, checked);
  const { before, words, after } = excerptOf(evidence, place?.document);
  const quote = markup.quote(before, words, after);
  const line = (place?.words.start.line ?? evidence.line) + 1;
  const label = t('{0}, line {1}', fileName(evidence.uri), line);
  const link = place ? markup.link(label, `${place.uri}#L${line}`) : markup.text(label);
  const { title, publisher, date } = readSourceDetails(place?.document.prose.frontMatter);
  const about = [title && `“${title}”`, publisher, date].filter((part) => part !== undefined).join(', ');
  return [quote, about === '' ? link : `${markup.text(about)} — ${link}`];
}
