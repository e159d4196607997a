import type { ProseDocument } from '../prose/document.ts';
import type { Dateline } from './analysedDocument.ts';
import type { BlockReading } from './analysisDraft.ts';
import type { DateMention } from './mention.ts';

/** Keys of front matter that hold the document's date, in order of preference. */
const KEYS = ['date', 'published', 'pubDate', 'publishDate', 'created'];

/** A dateline stands within the first characters of a text, before its first sentence. */
const MAX_START = 60;
const MAX_BLOCKS = 4;

/** The document's own date: from its front matter, or from "Minsk, December 14, 2025 –" at its head. */
export function readDateline(prose: ProseDocument, readings: readonly BlockReading[]): Dateline | undefined {
  const stated = fromFrontMatter(prose.frontMatter);
  if (stated) return stated;
  for (const { block, facts } of readings.slice(0, MAX_BLOCKS)) {
    for (const fact of facts) {
      if (fact.start > MAX_START) break;
      if (fact.kind !== 'date' || !isFullDate(fact)) continue;
      const before = block.text.slice(0, fact.start);
      const after = block.text.slice(fact.end).trimStart();
      const alone = before.trim() === '' && after === '';
      const published =
        /^(?:published|updated|posted|date|dated|issued|released|press release|(?:for )?immediate release|for release|embargo(?:ed)?)\b[^.]*$/i.test(
          before.trim(),
        );
      // Place names in capitals, then the date, then a dash or a colon.
      const placed = /^[–—:-]/.test(after) && /^(?:[\p{Lu}(][^.!?]*,?\s*)?$/u.test(before);
      const parenthesised = /\($/.test(before) && /^\)/.test(after);
      if (alone || published || placed || parenthesised)
        return { year: fact.year, month: fact.month, day: fact.day };
    }
  }
  return undefined;
}

const isFullDate = (date: DateMention): date is DateMention & Dateline =>
  date.year !== undefined && date.month !== undefined && date.day !== undefined && date.ambiguous !== true;

function fromFrontMatter(matter: ProseDocument['frontMatter']): Dateline | undefined {
  for (const key of KEYS) {
    const value = matter?.[key];
    if (value instanceof Date && !Number.isNaN(value.getTime())) {
      return { year: value.getUTCFullYear(), month: value.getUTCMonth() + 1, day: value.getUTCDate() };
    }
    const match = typeof value === 'string' ? /^\s*(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(value) : null;
    if (!match) continue;
    const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
    if (month >= 1 && month <= 12 && day >= 1 && day <= 31) return { year, month, day };
  }
  return undefined;
}
