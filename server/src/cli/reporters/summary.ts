import type { Level } from '../../findings/finding.ts';
import { allFindings, type CheckRun } from '../checkRun.ts';
import { plural } from './coverage.ts';

/** What was checked and how much was found, in one sentence. */
export function summaryLine(run: CheckRun): string {
  const findings = [...allFindings(run)].flatMap((document) => document.findings);
  const count = (level: Level) => findings.filter((finding) => finding.level === level).length;
  const counts = [
    [count('error'), 'error', 'errors'],
    [count('warning'), 'warning', 'warnings'],
    [count('information'), 'note', 'notes'],
    [count('hint'), 'hint', 'hints'],
  ] as const;
  const said = counts
    .filter(([number]) => number > 0)
    .map(([number, one, many]) => plural(number, one, many));
  const known = run.drafts.reduce((sum, draft) => sum + draft.known, 0);
  const fixed = run.drafts.reduce((sum, draft) => sum + draft.fixed, 0);
  const checked = `${plural(run.drafts.length, 'draft')} checked against ${plural(run.sources.length, 'source')}`;
  const parts = [
    said.length > 0 ? said.join(', ') : 'no findings',
    ...(fixed > 0 ? [`${fixed} fixed`] : []),
    ...(known > 0 ? [`${known} known from the baseline`] : []),
  ];
  return `${checked}: ${parts.join('; ')}.`;
}

/** Everything that kept the run from being whole, in sentences. */
export const problemsOf = ({
  problems,
  skipped,
}: Pick<CheckRun, 'problems' | 'skipped'>): readonly string[] => [
  ...problems,
  ...skipped.map(({ file, problem }) => `Skipped the source ${file}: it ${problem}.`),
];
