import type { DateMention, QuantityMention, TimeMention } from '../../server/src/mentions/mention.ts';
import { recogniseFacts } from '../../server/src/mentions/quantitative.ts';
import { tokenize } from '../../server/src/prose/tokens.ts';
import type { Span } from '../../server/src/text/span.ts';

export type Fact = QuantityMention | DateMention | TimeMention;

/** Sentences good enough for made-up test texts: they end at ". ", "? " or "! ". */
function sentencesOf(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const end of text.matchAll(/[.!?] (?=["“A-Z0-9])/g)) {
    spans.push({ start, end: end.index + 1 });
    start = end.index + 2;
  }
  if (start < text.length) spans.push({ start, end: text.length });
  return spans;
}

export const factsOf = (text: string): readonly Fact[] =>
  recogniseFacts(text, tokenize(text), sentencesOf(text));

const pad = (value: number): string => String(value).padStart(2, '0');
const clock = (minutes: number): string => `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;

function dateValue(date: DateMention): string {
  const parts: string[] = [];
  if (date.part !== undefined) parts.push(date.part);
  if (date.weekday !== undefined) parts.push(`weekday ${date.weekday}`);
  if (date.relative !== undefined) parts.push(`${date.relative.count} ${date.relative.unit}`);
  if (date.decade !== undefined) parts.push(`${date.decade}s`);
  if (date.season !== undefined) parts.push(date.season);
  if (date.quarter !== undefined) parts.push(`Q${date.quarter}`);
  if (date.year !== undefined || date.month !== undefined) {
    const month = date.month === undefined ? '' : `-${pad(date.month)}`;
    parts.push(`${date.year ?? '____'}${month}${date.day === undefined ? '' : `-${pad(date.day)}`}`);
  }
  if (date.until !== undefined) {
    const { year, month, day } = date.until;
    const written = [
      year,
      month === undefined ? undefined : pad(month),
      day === undefined ? undefined : pad(day),
    ];
    parts.push(`until ${written.filter((part) => part !== undefined).join('-')}`);
  }
  if (date.ambiguous === true) parts.push('ambiguous');
  return parts.join(' ');
}

/** "£3m: money 3000000 GBP", "mid-May: mid ____-05", "7am: 07:00". */
export function describeFact(text: string, fact: Fact): string {
  const surface = text.slice(fact.start, fact.end);
  if (fact.kind === 'date') return `${surface}: ${dateValue(fact)}`;
  if (fact.kind === 'time') {
    const until = fact.until === undefined ? '' : `–${clock(fact.until)}`;
    return `${surface}: ${clock(fact.minutes)}${until}${fact.zone === undefined ? '' : ` ${fact.zone}`}`;
  }
  const value = Number(fact.value.toFixed(4));
  const range = fact.high === undefined ? `${value}` : `${value}–${fact.high}`;
  const { vague } = fact.written;
  const about = vague === undefined || fact.dimension === 'fraction' ? '' : ` (${vague.low}–${vague.high})`;
  return `${surface}: ${fact.dimension} ${range}${fact.unit === undefined ? '' : ` ${fact.unit}`}${about}`;
}

export const describeFacts = (text: string): string[] =>
  factsOf(text).map((fact) => describeFact(text, fact));

/** The only quantity of `text`. */
export function quantityOf(text: string): QuantityMention {
  const quantities = factsOf(text).filter((fact) => fact.kind === 'quantity');
  if (quantities.length === 0) throw new Error(`no quantity in “${text}”`);
  return quantities[0] as QuantityMention;
}
