import type { Item, LabelledError } from './item.ts';
import { counted, hits, inScope } from './matching.ts';
import type { Result } from './pool.ts';
import type { EvaluatedFact, EvaluatedFinding } from './predict.ts';

const CONTEXT = 160;

/**
 * Up to `count` samples for judging by hand, spread evenly over the run. `what` is a rule, or `alarms` (findings in
 * consistent drafts) or `missed` (labelled errors in scope that no finding points at).
 */
export function samples(
  what: string,
  count: number,
  items: readonly Item[],
  resultOf: (id: string) => Result | undefined,
  all: boolean,
): string {
  const found: string[] = [];
  for (const item of items) {
    const result = resultOf(item.id);
    const findings = counted(result?.findings ?? [], what === 'missed' || what === 'alarms' ? all : true);
    if (what === 'missed') {
      for (const error of (item.errors ?? []).filter(inScope)) {
        if (!findings.some((finding) => hits(finding, error)))
          found.push(missed(item, error, result?.facts ?? []));
      }
      continue;
    }
    for (const finding of findings as readonly EvaluatedFinding[]) {
      const wanted = what === 'alarms' ? item.label === 'consistent' : finding.rule === what;
      if (wanted) found.push(shown(item, finding));
    }
  }
  const step = Math.max(1, found.length / count);
  const chosen = Array.from({ length: Math.min(count, found.length) }, (_, i) => found[Math.floor(i * step)]);
  return `${found.length} ${what}, showing ${chosen.length}\n\n${chosen.join('\n\n')}`;
}

function shown(item: Item, finding: EvaluatedFinding): string {
  const errors = (item.errors ?? []).filter((error) => hits(finding, error));
  const label =
    item.label === 'consistent'
      ? 'FALSE ALARM (consistent draft)'
      : errors.length > 0
        ? `RIGHT ${errors.map((e) => `${e.type}${e.sub ? `/${e.sub}` : ''} → ${e.correct ?? '(unsupported)'}`).join('; ')}`
        : `beside the labels${item.weak_spans ? ' (which are incomplete)' : ''}`;
  return [
    `${item.id}  ${finding.severity} ${finding.rule}: ${finding.message}`,
    `  label     ${label}`,
    `  draft     ${inContext(item.draft, finding.start, finding.end)}`,
    ...(finding.suggestion === undefined ? [] : [`  suggests  ${finding.suggestion}`]),
    ...finding.evidence.map((sentence) => `  evidence  ${oneLine(sentence)}`),
  ].join('\n');
}

function missed(item: Item, error: LabelledError, facts: readonly EvaluatedFact[]): string {
  const read = facts.filter(({ start, end }) => start < error.end && error.start < end);
  const thought = read.map(
    ({ start, end, verdict, reason, evidence }) =>
      `  checker   “${item.draft.slice(start, end)}” ${verdict}: ${reason}${evidence ? ` – ${oneLine(evidence)}` : ''}`,
  );
  return [
    `${item.id}  missed ${error.type}${error.sub ? `/${error.sub}` : ''} ${error.in_source ? 'elsewhere' : 'absent'}`,
    `  correct   ${error.correct ?? '(unsupported)'}`,
    `  draft     ${inContext(item.draft, error.start, error.end)}`,
    ...(thought.length > 0 ? thought : ['  checker   not read as a fact, or not checked']),
  ].join('\n');
}

function inContext(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - CONTEXT), start);
  const after = text.slice(end, end + CONTEXT);
  return oneLine(`${before}⟦${text.slice(start, end)}⟧${after}`);
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
