import type { PredictedFinding } from './item.ts';
import { counted, hits, repairs } from './matching.ts';
import type { OwnItem } from './ownSet.ts';

/** What went wrong on a draft of the own set; each is one line of the stored results. */
export type Fault = 'missed' | 'unrepaired' | 'beside' | 'alarm';

interface Outcome {
  readonly genre: string;
  readonly slips: number;
  /** Slips whose right words are known. */
  readonly known: number;
  readonly repaired: number;
  readonly clean: number;
  readonly faults: readonly { readonly fault: Fault; readonly about: string }[];
}

/**
 * Judges one draft. Errors and warnings count; a figure that the source has nothing for is found as well by the
 * information that is meant for it.
 */
function judge(item: OwnItem, findings: readonly PredictedFinding[]): Outcome {
  const strong = counted(findings, false);
  const faults: { fault: Fault; about: string }[] = [];
  let repaired = 0;
  const about = (finding: PredictedFinding) =>
    `${item.id} – ${finding.rule} “${item.draft.slice(finding.start, finding.end).replaceAll(/\s+/g, ' ')}”`;
  for (const error of item.errors) {
    const on = (error.sub === 'invented' ? findings : strong).filter((finding) => hits(finding, error));
    if (on.length === 0) faults.push({ fault: 'missed', about: item.id });
    else if (on.some((finding) => repairs(item, finding, error))) repaired++;
    else if (error.correct) faults.push({ fault: 'unrepaired', about: item.id });
  }
  for (const finding of strong) {
    if (item.errors.length === 0) faults.push({ fault: 'alarm', about: about(finding) });
    else if (!item.errors.some((error) => hits(finding, error)))
      faults.push({ fault: 'beside', about: about(finding) });
  }
  return {
    genre: item.genre,
    slips: item.errors.length,
    known: item.errors.filter(({ correct }) => correct !== undefined).length,
    repaired,
    clean: Number(item.errors.length === 0),
    faults,
  };
}

/** The results as they are stored: a paragraph a kind of text, its figures and then a line for each fault. */
export function formatResults(
  items: readonly OwnItem[],
  findingsOf: (item: OwnItem) => readonly PredictedFinding[],
): string {
  const outcomes = items.map((item) => judge(item, findingsOf(item)));
  const genres = [...new Set(outcomes.map(({ genre }) => genre))];
  const paragraphs = genres.map((genre) => {
    const own = outcomes.filter((outcome) => outcome.genre === genre);
    const lines = own.flatMap(({ faults }) =>
      faults.map(({ fault, about }) => `  ${fault.padEnd(10)} ${about}`),
    );
    return [`${genre}: ${figures(own)}`, ...lines].join('\n');
  });
  return `${[`together: ${figures(outcomes)}`, ...paragraphs].join('\n\n')}\n`;
}

function figures(outcomes: readonly Outcome[]): string {
  const sum = (of: (outcome: Outcome) => number) =>
    outcomes.reduce((total, outcome) => total + of(outcome), 0);
  const count = (wanted: Fault) => sum(({ faults }) => faults.filter(({ fault }) => fault === wanted).length);
  const slips = sum((outcome) => outcome.slips);
  return [
    `${slips - count('missed')} of ${slips} slips found`,
    `${sum((outcome) => outcome.repaired)} of ${sum(({ known }) => known)} repaired`,
    `${count('alarm')} false alarms in ${sum(({ clean }) => clean)} clean drafts`,
    `${count('beside')} beside a slip`,
  ].join(', ');
}

/** How results differ from the stored ones: faults that are new, and faults that are gone. */
export function compareResults(stored: string, actual: string) {
  const before = faultLines(stored);
  const after = faultLines(actual);
  return {
    worse: after.filter((line) => !before.includes(line)),
    better: before.filter((line) => !after.includes(line)),
  };
}

const faultLines = (results: string): readonly string[] =>
  results
    .split('\n')
    .filter((line) => line.startsWith('  '))
    .map((line) => line.trim());
