/**
 * What the tests say about themselves, one JSON value a line, written from inside VS Code (suite/reporter.ts). VS Code's
 * own exit code is not enough: it is 0 when the extension host dies half way. No closing line means the run failed.
 */
import { existsSync, readFileSync } from 'node:fs';

/** The lines of a report; a line that is still being written is left for later. */
export function parseReport(text) {
  return text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

/** Counts of a whole report; an unfinished one has one failure more, with the reason. */
export function outcomeOf(events) {
  const passed = events.filter(({ event }) => event === 'pass').length;
  const failed = events.filter(({ event }) => event === 'fail').length;
  const isFinished = events.some(({ event }) => event === 'end');
  if (isFinished && passed + failed > 0) return { passed, failed };
  const reason = isFinished ? 'No test was run.' : 'VS Code ended before the tests did.';
  return { passed, failed: failed + 1, reason };
}

const MARKS = { suite: '', pass: '✓', fail: '✗', skip: '-' };

const printed = ({ event, title, depth, error, ms }) => {
  const time = ms === undefined ? '' : ` (${ms} ms)`;
  const lines = [`${MARKS[event]} ${title}${time}`.trim(), ...(error ? error.split('\n') : [])];
  return lines.map((line, i) => '  '.repeat(depth + (i > 0 ? 2 : 0)) + line).join('\n');
};

/** Says the lines of a report while it grows; the returned function says the rest and hands back all events. */
export function followReport(file, say) {
  let seen = 0;
  const catchUp = () => {
    const events = existsSync(file) ? parseReport(readFileSync(file, 'utf8')) : [];
    for (const event of events.slice(seen)) if (event.event in MARKS) say(printed(event));
    seen = events.length;
    return events;
  };
  const timer = setInterval(catchUp, 200);
  return () => {
    clearInterval(timer);
    return catchUp();
  };
}
