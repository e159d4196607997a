import type { AnalysedDocument } from '../mentions/analysedDocument.ts';
import type { QuantityMention } from '../mentions/mention.ts';
import { recogniseFacts } from '../mentions/quantitative.ts';
import type { Block } from '../prose/document.ts';
import { tokenize } from '../prose/tokens.ts';

const SCALE = /\b(?:thousands?|millions?|billions?|bn|mn|m)\b/i;
const SIGN = /[€$£¥]/;
const CODE = /\b(?:USD|EUR|GBP|CHF|JPY|NOK|SEK|DKK|PLN|CZK|HUF|CAD|AUD|CNY|INR)\b/;
const PERCENT = /%|\bper ?cent\b/i;

/** Rows that count things and people among rows of money: the corner's unit is not theirs. */
const HEADCOUNT =
  /\b(?:employees|staff|headcount|people|workers|number|members|customers|stores|shops|branches|units|vehicles|aircraft|passengers|visitors|shares|ships)\b|\bper\b/i;

const corners = new WeakMap<AnalysedDocument, ReadonlyMap<number, string>>();

/** Text of the first cell of the block's table, where a table says once what all of it is counted in; empty outside tables. */
export function cornerOf(document: AnalysedDocument, { cell }: Block): string {
  if (!cell) return '';
  let texts = corners.get(document);
  if (!texts) {
    const first = document.blocks.filter(({ block }) => block.cell?.row === 0 && block.cell.column === 0);
    texts = new Map(first.reverse().map(({ block }) => [block.cell?.table ?? 0, block.text]));
    corners.set(document, texts);
  }
  return texts.get(cell.table) ?? '';
}

/** A unit in brackets at the end of a column's head: "Protected lanes (km)". */
const BRACKETED = /\(([^()]{1,12})\)\s*$/;

function inBracketedUnit({ cell, text }: Block, mention: QuantityMention): QuantityMention {
  const unit = BRACKETED.exec(cell?.columnHead ?? '')?.[1];
  if (unit === undefined) return mention;
  const whole = `${text.slice(mention.number.start, mention.number.end)} ${unit}`;
  const [read] = recogniseFacts(whole, tokenize(whole), [{ start: 0, end: whole.length }]);
  if (read?.kind !== 'quantity' || read.unit === undefined || read.end !== whole.length) return mention;
  return { ...mention, dimension: read.dimension, unit: read.unit, value: read.value };
}

/**
 * The number of a table cell read with the unit that its heads state ("Revenue (€ million)", "NOK million" in the
 * corner), at the place of the number; the mention itself outside tables and where the heads state none, or the cell its own.
 */
export function inTableUnit(
  document: AnalysedDocument,
  block: Block,
  mention: QuantityMention,
): QuantityMention {
  const { cell } = block;
  if (
    !cell ||
    cell.row === 0 ||
    mention.dimension !== 'count' ||
    mention.written.scale ||
    mention.written.vague
  ) {
    return mention;
  }
  const own = [cell.rowHead, cell.columnHead];
  const heads = own.some((text) => text !== undefined && HEADCOUNT.test(text))
    ? own
    : [...own, cornerOf(document, block)];
  const head = heads.find(
    (text) =>
      text !== undefined && (SCALE.test(text) || SIGN.test(text) || CODE.test(text) || PERCENT.test(text)),
  );
  if (head === undefined) return inBracketedUnit(block, mention);
  const figure = block.text.slice(mention.number.start, mention.number.end);
  const scale = SCALE.exec(head)?.[0].replace(/s$/i, '') ?? '';
  const text = PERCENT.test(head)
    ? `${figure}%`
    : `${SIGN.exec(head)?.[0] ?? ''}${figure} ${scale} ${CODE.exec(head)?.[0] ?? ''}`.trim();
  const [read] = recogniseFacts(text, tokenize(text), [{ start: 0, end: text.length }]);
  if (read?.kind !== 'quantity' || (read.dimension === 'count' && scale === '')) return mention;
  const { unitSpan: _, comparator: __, noun: ___, ...rest } = read;
  const { scale: ____, ...written } = read.written;
  return {
    ...rest,
    // a loss in brackets is told in words: “a loss of 102 million”
    value: Math.abs(read.value),
    start: mention.start,
    end: mention.end,
    number: mention.number,
    written,
    ...(mention.comparator && { comparator: mention.comparator }),
  };
}
