import {
  type AnalysedDocument,
  analyse,
  checkDraft,
  createSourceIndex,
  readProse,
} from '../../server/src/engine.ts';
import type { Finding } from '../../server/src/findings/finding.ts';
import { DEFAULT_OPTIONS } from '../../server/src/rules/options.ts';
import type { Item, PredictedFinding } from './item.ts';

/** A finding with what a person needs to judge it. */
export interface EvaluatedFinding extends PredictedFinding {
  readonly message: string;
  readonly evidence: readonly string[];
}

/** What the checker thought of a fact, for asking why an error was missed. */
export interface EvaluatedFact {
  readonly start: number;
  readonly end: number;
  readonly verdict: string;
  readonly reason: string;
  readonly evidence: string;
}

/** Checks the draft of an item against its sources, all in the item's format. */
export function predict(item: Item): {
  readonly findings: readonly EvaluatedFinding[];
  readonly facts: readonly EvaluatedFact[];
} {
  const read = (name: string, text: string) => readText(name, text, item.format ?? 'plaintext');
  const texts = typeof item.source === 'string' ? [item.source] : item.source;
  const index = createSourceIndex(texts.map((text, i) => read(`source-${i + 1}`, text)));
  const report = checkDraft(read('draft', item.draft), index, DEFAULT_OPTIONS);
  const findings = report.findings.flatMap((finding): EvaluatedFinding[] =>
    finding.fact === 'directive' || finding.fact === 'citation'
      ? []
      : [evaluated(finding, finding.fact, item.draft)],
  );
  const facts = report.facts.map(({ start, end, verdict, reason, evidence }) => ({
    start,
    end,
    verdict,
    reason,
    evidence: evidence[0]?.sentence.text ?? '',
  }));
  return { findings, facts };
}

const evaluated = (finding: Finding, type: EvaluatedFinding['type'], draft: string): EvaluatedFinding => ({
  start: finding.start,
  end: finding.end,
  type,
  severity: finding.level,
  rule: finding.code,
  ...suggestionOf(draft, finding),
  message: finding.message,
  evidence: finding.evidence.slice(0, 2).map((evidence) => evidence.sentence.text),
});

const readText = (name: string, text: string, format: 'markdown' | 'plaintext'): AnalysedDocument =>
  analyse(readProse({ uri: `${name}.${format === 'markdown' ? 'md' : 'txt'}`, format, text }));

/** What the first fix leaves at the finding's own span. */
function suggestionOf(draft: string, finding: Finding): { readonly suggestion?: string } {
  const [fix] = finding.fixes;
  const inside = fix?.edits.every(({ start, end }) => finding.start <= start && end <= finding.end);
  if (fix && inside) {
    let text = draft.slice(finding.start, finding.end);
    for (const edit of [...fix.edits].sort((a, b) => b.start - a.start)) {
      text = text.slice(0, edit.start - finding.start) + edit.newText + text.slice(edit.end - finding.start);
    }
    return { suggestion: text };
  }
  const [expected] = finding.expected;
  return expected === undefined ? {} : { suggestion: expected };
}
