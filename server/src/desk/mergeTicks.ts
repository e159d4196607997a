import type { Tick } from './tick.ts';
import { byCodeUnits, conflictMark, isLater, readTicksFile, splitLines, tickKey } from './ticksFile.ts';
import { readHeader, TICKS_HEADER, writeTickLine } from './ticksLine.ts';

/** What a text holds, apart from the order of its lines. */
interface Contents {
  readonly ticks: ReadonlyMap<string, Tick>;
  /** Lines that are not understood. */
  readonly others: ReadonlySet<string>;
}

function contentsOf(text: string): Contents {
  const ticks = new Map<string, Tick>();
  const others = new Set<string>();
  for (const line of readTicksFile(keepBothSides(text) ?? text).lines) {
    if (line.tick) {
      const key = tickKey(line.tick);
      const known = ticks.get(key);
      if (!known || isLater(line.tick, known)) ticks.set(key, line.tick);
    } else if (isUnknown(line.text)) others.add(line.text);
  }
  return { ticks, others };
}

const isUnknown = (line: string): boolean =>
  line.trim() !== '' && line !== TICKS_HEADER && conflictMark(line) === undefined;

/**
 * Two versions of a ticks file as one: every person's entry about every fact, of two of the same person the later, and
 * every line that is not understood. With `base`, the version both come from, what one side took out stays out.
 * In whatever order several versions are merged, without `base` the result is the same.
 */
export function mergeTicks(ours: string, theirs: string, base?: string): string {
  const [a, b] = [contentsOf(ours), contentsOf(theirs)];
  const before = base === undefined ? undefined : contentsOf(base);
  const keep = new Map<string, Tick>();
  for (const key of new Set([...a.ticks.keys(), ...b.ticks.keys()])) {
    const [one, other] = [a.ticks.get(key), b.ticks.get(key)];
    if (one && other) keep.set(key, isLater(one, other) ? one : other);
    else {
      const only = (one ?? other) as Tick;
      const old = before?.ticks.get(key);
      // Taken out by the other side, unless this side has renewed it since.
      if (!old || writeTickLine(old) !== writeTickLine(only)) keep.set(key, only);
    }
  }
  const others = [...new Set([...a.others, ...b.others])].filter(
    (line) => !before?.others.has(line) || (a.others.has(line) && b.others.has(line)),
  );
  const foreign = others.filter((line) => readHeader(line)).sort(byCodeUnits);
  const unknown = others.filter((line) => !readHeader(line)).sort(byCodeUnits);
  const ticks = [...keep.values()].map(writeTickLine).sort(byCodeUnits);
  return [TICKS_HEADER, ...foreign, ...ticks, ...unknown].map((line) => `${line}\n`).join('');
}

/** The text with both sides of each merge conflict kept; undefined when it has none, or its marks do not pair. */
export function keepBothSides(text: string): string | undefined {
  const sides = { ours: '', base: '', theirs: '' };
  let part: 'common' | 'ours' | 'base' | 'theirs' = 'common';
  let conflicts = 0;
  let bases = 0;
  for (const { text: line } of splitLines(text)) {
    const mark = conflictMark(line);
    if (mark === undefined) {
      for (const side of ['ours', 'base', 'theirs'] as const)
        if (part === 'common' || part === side) sides[side] += `${line}\n`;
      continue;
    }
    if (mark === '<' && part === 'common') part = 'ours';
    else if (mark === '|' && part === 'ours') {
      part = 'base';
      bases++;
    } else if (mark === '=' && (part === 'ours' || part === 'base')) part = 'theirs';
    else if (mark === '>' && part === 'theirs') {
      part = 'common';
      conflicts++;
    } else return undefined;
  }
  if (conflicts === 0 || part !== 'common') return undefined;
  // Without the ancestor of every conflict nobody can tell what was taken out from what was never there.
  return mergeTicks(sides.ours, sides.theirs, bases === conflicts ? sides.base : undefined);
}
