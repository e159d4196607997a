import { analyse, readProse } from '../../server/src/engine.ts';
import { documentSpan } from '../../server/src/mentions/analysedDocument.ts';
import type {
  DateMention,
  LocalMention,
  QuantityMention,
  TimeMention,
} from '../../server/src/mentions/mention.ts';

/** A mention marked by hand. */
export interface GoldMention {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Normalised value; see `sameValue`. */
  readonly v?: number | string | readonly number[] | null;
  /** Upper end, where `v` is the lower end of a range. */
  readonly hi?: number;
  /** Currency of money. */
  readonly cur?: string;
  readonly speaker?: string;
  /** Neither rewarded nor punished. */
  readonly opt?: boolean;
}

/** A mention as the engine found it, in the terms of the gold data. */
export interface FoundMention {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly mention: LocalMention;
  /** Every form in which the document names the speaker. */
  readonly speaker?: { readonly names: readonly string[]; readonly sure: boolean };
}

const NAMES = new Set(['person', 'org', 'place', 'norp', 'misc']);

/** The group in which a gold type is scored: names are one group, because no finding depends on a name's type. */
export const groupOf = (type: string): string =>
  NAMES.has(type) ? 'name' : type === 'event' ? 'date' : type;

const DIMENSIONS: Readonly<Partial<Record<QuantityMention['dimension'], string>>> = {
  count: 'number',
  fraction: 'number',
  money: 'money',
  percentage: 'percent',
  percentagePoints: 'percent',
  basisPoints: 'percent',
  duration: 'duration',
  age: 'age',
  ordinal: 'ordinal',
  score: 'score',
};

function typeOf(mention: LocalMention): string {
  if (mention.kind === 'quantity') return DIMENSIONS[mention.dimension] ?? 'measure';
  return mention.kind === 'quotation' ? 'quote' : mention.kind;
}

/** All mentions of a plain text, with offsets into it. */
export function findMentions(text: string): readonly FoundMention[] {
  const document = analyse(readProse({ uri: 'text.txt', format: 'plaintext', text }));
  return document.blocks.flatMap(({ mentions }, block) =>
    mentions.flatMap((mention, i) => {
      // the gold marks no labels: there they are no facts
      if (mention.kind === 'quantity' && mention.dimension === 'label') return [];
      const said = mention.kind === 'quotation' ? document.speakerOf(block, i) : undefined;
      const entity = said && document.entities[document.entityOf(said.block, said.mention) ?? -1];
      const speaker = said && { names: [said.name, ...(entity?.forms ?? [])], sure: said.sure };
      const found = { type: typeOf(mention), mention, ...(speaker ? { speaker } : {}) };
      return spansOf(mention).map((span) => ({ ...found, ...documentSpan(document, block, span) }));
    }),
  );
}

/** The gold data marks a weekday apart from the day and month that follow it. */
function spansOf(mention: LocalMention): readonly { start: number; end: number }[] {
  if (mention.kind !== 'date') return [mention];
  const { weekday, year, month, day } = mention.parts;
  const others = [year, month, day].filter((part) => part !== undefined);
  if (!weekday || others.length === 0) return [mention];
  const rest = {
    start: Math.min(...others.map(({ start }) => start)),
    end: Math.max(...others.map(({ end }) => end)),
  };
  return [weekday, rest];
}

/** True when the engine read the value that the gold mention states. */
export function sameValue(gold: GoldMention, found: FoundMention): boolean {
  const { mention } = found;
  if (gold.v === undefined) return true;
  switch (mention.kind) {
    case 'quantity':
      return sameQuantity(gold, mention);
    case 'date':
      return datesOf(mention).includes(String(gold.v));
    case 'time':
      return String(gold.v).split('/')[0] === timeOf(mention, String(gold.v).includes(' '));
    default:
      return true;
  }
}

function sameQuantity(gold: GoldMention, mention: QuantityMention): boolean {
  if (gold.v === null) return mention.written.vague !== undefined;
  if (gold.cur !== undefined && mention.unit !== gold.cur) return false;
  const [low, high] = boundsOf(gold);
  const scale = mention.dimension === 'duration' ? (SECONDS[mention.unit ?? ''] ?? Number.NaN) : 1;
  const close = (a: number | undefined, b: number | undefined): boolean =>
    a === undefined || b === undefined ? a === b : Math.abs(a - b) <= 1e-4 * Math.max(1, Math.abs(b));
  return (
    close(mention.value * scale, low) &&
    close(mention.high === undefined ? undefined : mention.high * scale, high)
  );
}

const DAY = 86_400;
const SECONDS: Readonly<Record<string, number>> = {
  second: 1,
  minute: 60,
  hour: 3600,
  day: DAY,
  night: DAY,
  week: 7 * DAY,
  fortnight: 14 * DAY,
  month: 30 * DAY,
  quarter: 91 * DAY,
  year: 365 * DAY,
  decade: 3650 * DAY,
  century: 36_500 * DAY,
};

function boundsOf(gold: GoldMention): readonly [number | undefined, number | undefined] {
  const { v } = gold;
  if (typeof v === 'number') return [v, gold.hi];
  if (Array.isArray(v)) return [v[0], v[1]];
  const text = String(v);
  if (text.startsWith('P')) {
    const [from = '', to] = text.split('/');
    return [isoSeconds(from), to === undefined ? undefined : isoSeconds(to)];
  }
  const [a, b] = text.split('-').map(Number);
  return [a, b];
}

/** Seconds of an ISO 8601 duration, with months of 30 and years of 365 days. */
function isoSeconds(iso: string): number {
  const [date = '', time = ''] = iso.slice(1).split('T');
  const sum = (text: string, units: Readonly<Record<string, number>>): number =>
    [...text.matchAll(/([\d.]+)([A-Z])/g)].reduce(
      (total, [, n, u]) => total + Number(n) * (units[u as string] ?? 0),
      0,
    );
  return sum(date, { D: DAY, W: 7 * DAY, M: 30 * DAY, Y: 365 * DAY }) + sum(time, { H: 3600, M: 60, S: 1 });
}

const two = (value: number): string => String(value).padStart(2, '0');

/** The forms in which the gold data may write this date; more than one when a weekday stands with a day. */
function datesOf(date: DateMention): readonly string[] {
  const forms: string[] = [];
  const year = date.year === undefined ? 'XXXX' : String(date.year);
  if (date.weekday !== undefined) forms.push(`XXXX-WXX-${date.weekday}`);
  if (date.relative) {
    const { unit, count } = date.relative;
    forms.push(
      `${count < 0 ? '-' : ''}P${Math.abs(count)}${unit === 'decade' ? 'E' : unit[0]?.toUpperCase()}`,
    );
  }
  if (date.decade !== undefined) forms.push(`${String(date.decade).slice(0, 3)}X`);
  if (date.quarter !== undefined) forms.push(`${year}-Q${date.quarter}`);
  if (date.month !== undefined) {
    forms.push(`${year}-${two(date.month)}${date.day === undefined ? '' : `-${two(date.day)}`}`);
    if (date.month === 9 && date.day === 11) forms.push('2001-09-11');
  } else if (date.year !== undefined && date.quarter === undefined) {
    forms.push(date.until?.year === undefined ? year : `${year}/${date.until.year}`);
  }
  return forms;
}

const timeOf = (time: TimeMention, zone: boolean): string =>
  `${two(Math.floor(time.minutes / 60))}:${two(time.minutes % 60)}${zone ? ` ${time.zone ?? ''}` : ''}`;
