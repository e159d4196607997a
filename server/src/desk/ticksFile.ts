import { later, t } from '../l10n/message.ts';
import type { Span } from '../text/span.ts';
import type { Tick } from './tick.ts';
import { readHeader, readTickLine, TICKS_HEADER, writeTickLine } from './ticksLine.ts';

/** What is put after the name of a draft to name the file of its ticks: "draft.md.ticks". */
export const TICKS_ENDING = '.ticks';

/** A larger ticks file is not read. */
export const MAX_TICKS_FILE_SIZE = 20_000_000;

/** What is wrong with a line of a ticks file, and what to do about it. */
export interface TicksProblem extends Span {
  readonly message: string;
}

/** One line of a ticks file; offsets into the text, the line's end left out. */
export interface TicksLine {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Undefined when the line is a header, is blank or is not understood. */
  readonly tick?: Tick;
}

/** A ticks file as far as it is understood. */
export interface TicksFile {
  readonly lines: readonly TicksLine[];
  readonly ticks: readonly Tick[];
  readonly problems: readonly TicksProblem[];
  /** Why the file may not be written, in words that follow its name; undefined when it may. */
  readonly closed: string | undefined;
}

const CONFLICT = /^(<{7}|\|{7}|={7}|>{7})(?: |$)/;

/** The mark of a merge conflict at the start of a line: "<", "|", "=" or ">". */
export const conflictMark = (line: string): string | undefined => CONFLICT.exec(line)?.[1]?.[0];

/** Splits a text into lines without their ends. */
export function splitLines(text: string): readonly { start: number; end: number; text: string }[] {
  const lines: { start: number; end: number; text: string }[] = [];
  let start = 0;
  for (const { 0: end, index } of text.matchAll(/\r\n|\n|\r/g)) {
    lines.push({ start, end: index, text: text.slice(start, index) });
    start = index + end.length;
  }
  if (start < text.length) lines.push({ start, end: text.length, text: text.slice(start) });
  return lines;
}

/** Reads a ticks file. A line that is not understood is named and counts for nothing. Never throws. */
export function readTicksFile(text: string): TicksFile {
  const problems: TicksProblem[] = [];
  const lines: TicksLine[] = [];
  let closed: string | undefined;
  let isForeign = false;
  let inBase = false;
  let inConflict = false;
  for (const line of splitLines(text)) {
    const tell = (message: string): void => {
      problems.push({ start: line.start, end: line.end, message });
    };
    const readLine = (): Tick | undefined => {
      const mark = conflictMark(line.text);
      if (mark !== undefined) {
        closed ??= t('holds two versions that were not merged');
        if (mark === '<') tell(t(CONFLICT_MESSAGE));
        else if (!inConflict) tell(t('This line is left over from a merge: delete it.'));
        inConflict = mark === '<' || (inConflict && mark !== '>');
        inBase = mark === '|';
        return undefined;
      }
      // Inside a conflict the common ancestor is what both sides have moved on from.
      if (inBase || line.text.trim() === '') return undefined;
      const header = readHeader(line.text);
      if (header) {
        if (!header.problem) return undefined;
        closed = header.problem;
        isForeign = true;
        tell(t('This file {0}: install that version to read and change it.', header.problem));
        return undefined;
      }
      const read = readTickLine(line.text);
      if ('tick' in read) return read.tick;
      tell(
        t(
          'This line is not understood: {0}. It is kept as it is and counts for nothing: mend it or delete it.',
          read.problem,
        ),
      );
      return undefined;
    };
    const tick = readLine();
    lines.push(tick ? { ...line, tick } : line);
  }
  const ticks = lines.flatMap(({ tick }) => (tick ? [tick] : []));
  return isForeign
    ? { lines, ticks: [], problems: problems.slice(0, 1), closed }
    : { lines, ticks, problems, closed };
}

const CONFLICT_MESSAGE = later(
  'Two versions of this file were not merged. Both are read, but nothing is written until they are: use “Keep Both Sides”, or delete the lines with <<<<<<<, ======= and >>>>>>> yourself.',
);

/** Two entries of one person about one fact are one entry: the later counts. */
export const tickKey = ({ fact, by }: Pick<Tick, 'fact' | 'by'>): string => `${fact} ${by}`;

/** Orders entries by time, and by their line where two were made in the same second. */
export const isLater = (a: Tick, b: Tick): boolean =>
  a.when > b.when || (a.when === b.when && writeTickLine(a) > writeTickLine(b));

/**
 * The text of a ticks file with entries put in, each in its sorted place; a person's older entry about the same fact
 * goes. Every other line stays as it is. Undefined when the file may not be written.
 */
export function withTicks(text: string | undefined, ticks: readonly Tick[]): string | undefined {
  const keys = new Set(ticks.map(tickKey));
  return edit(text, (tick) => keys.has(tickKey(tick)), ticks);
}

/** The text without the entries that `drop` accepts; every other line stays. Undefined when it may not be written. */
export const withoutTicks = (text: string | undefined, drop: (tick: Tick) => boolean): string | undefined =>
  edit(text, drop, []);

function edit(
  text: string | undefined,
  drop: (tick: Tick) => boolean,
  add: readonly Tick[],
): string | undefined {
  const file = readTicksFile(text ?? '');
  if (file.closed !== undefined) return undefined;
  const eol = /\r\n|\n|\r/.exec(text ?? '')?.[0] ?? '\n';
  const kept = file.lines.filter(({ tick }) => tick === undefined || !drop(tick));
  const lines = kept.map((line) => ({ text: line.text, isTick: line.tick !== undefined }));
  if (lines.length === 0) lines.push({ text: TICKS_HEADER, isTick: false });
  for (const line of add.map(writeTickLine).sort(byCodeUnits)) {
    const next = lines.findIndex((other) => other.isTick && other.text > line);
    const last = lines.findLastIndex(({ isTick }) => isTick);
    const at = next >= 0 ? next : last >= 0 ? last + 1 : lines.length;
    lines.splice(at, 0, { text: line, isTick: true });
  }
  return lines.map((line) => line.text + eol).join('');
}

/** Order of the lines of a file: the same everywhere, and the one of `sort` in the C locale for plain letters. */
export const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
