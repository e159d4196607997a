import { type CheckRun, totalCoverage } from '../checkRun.ts';

/** "1 draft", "2 drafts". */
export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

/** What the sources say of the facts of all drafts, and what nobody has looked at. */
export function coverageLine(run: CheckRun): string {
  const { facts, supported, refuted, notFound } = totalCoverage(run);
  const agree = `${supported} ${supported === 1 ? 'agrees' : 'agree'}`;
  const differ = `${refuted} ${refuted === 1 ? 'differs' : 'differ'}`;
  const counts = `${plural(facts, 'fact')}: ${agree}, ${differ}, ${notFound} not in any source.`;
  const skipped = run.skipped.length > 0 ? ` ${plural(run.skipped.length, 'source')} skipped.` : '';
  const off = run.off.length > 0 ? `; switched off: ${run.off.join(', ')}` : '';
  return `${counts}${skipped} Not checked: causes, omissions, opinion${off}.`;
}
