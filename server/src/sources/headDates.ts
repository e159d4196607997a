import type { DateMention } from '../mentions/mention.ts';
import { recogniseFacts } from '../mentions/quantitative.ts';
import type { Block } from '../prose/document.ts';
import { tokenize } from '../prose/tokens.ts';

const NONE: readonly DateMention[] = [];

/** The dates that the heads of a table cell state ("Q4 2025", "2024"); none outside tables. */
export function headDates({ cell }: Block): readonly DateMention[] {
  if (!cell) return NONE;
  return [cell.columnHead, cell.rowHead].flatMap((head) => {
    if (head === undefined || !/\d/.test(head)) return [];
    return recogniseFacts(head, tokenize(head), [{ start: 0, end: head.length }]).filter(
      (fact): fact is DateMention => fact.kind === 'date',
    );
  });
}
