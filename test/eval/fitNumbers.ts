import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { alignDraft } from '../../server/src/alignment/alignDraft.ts';
import { type AnalysedDocument, analyse, createSourceIndex, readProse } from '../../server/src/engine.ts';
import { DEVELOPMENT_SETS, FOLDS, foldOf } from './folds.ts';
import { type Item, parseLines } from './item.ts';
import { readOwnSet } from './ownSet.ts';
import { dot, fitLogistic, type Parts } from './regression.ts';

/** The public drafts repeat their sources; what people write does so less. */
const RETOLD_WEIGHT = 3;
const LEVELS = [-1.5, -1, -0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75, 1, 1.5, 2];

/** A number of a draft that another one was held against. */
interface Row {
  readonly retold: boolean;
  readonly article: string;
  readonly parts: Parts;
  /** It is a labelled error. */
  readonly y: boolean;
}

const read = (uri: string, text: string, format: 'plaintext' | 'markdown' = 'plaintext'): AnalysedDocument =>
  analyse(readProse({ uri, format, text }));

function rowsOf(item: Item, retold: boolean): Row[] {
  const errors = item.errors ?? [];
  if (item.label !== 'consistent' && errors.length === 0) return [];
  const sources = typeof item.source === 'string' ? [item.source] : item.source;
  const index = createSourceIndex(sources.map((text, at) => read(`source-${at}`, text, item.format)));
  const draft = read('draft', item.draft, item.format);
  const article = sources.join('').replace(/\W/g, '').slice(200, 260);
  return alignDraft(draft, index).flatMap(({ claim, weighed }) => {
    const map = draft.blocks[claim.block]?.block.map;
    if (!weighed || !map) return [];
    const { start, end } = map.spanToDocument(claim.mention);
    return [{ retold, article, parts: weighed.parts, y: errors.some((e) => start < e.end && e.start < end) }];
  });
}

const weighted = (rows: readonly Row[]): Row[] =>
  rows.flatMap((row) => (row.retold ? Array<Row>(RETOLD_WEIGHT).fill(row) : [row]));

const DECAY = 0.01;

/**
 * Fits the odds of contradicted numbers on the sets in `data` and on the project's own set, cross-validated by article;
 * returns what to print.
 */
export function fitNumbers(data: string, own: string): string {
  const rows = [
    ...[...DEVELOPMENT_SETS, 'ragtruth_qa'].flatMap((set) =>
      parseLines<Item>(readFileSync(join(data, `${set}.jsonl`), 'utf8')).flatMap((item) =>
        rowsOf(item, false),
      ),
    ),
    ...readOwnSet(own).flatMap((item) => rowsOf(item, true)),
  ];
  const fits = [...Array(FOLDS).keys()].map((k) =>
    fitLogistic(weighted(rows.filter(({ article }) => foldOf(article) !== k)), DECAY),
  );
  const held = rows.map((row) => ({ ...row, odds: dot(row.parts, fits[foldOf(row.article)] as Parts) }));
  const count = (retold: boolean, y: boolean, least: number) =>
    held.filter((row) => row.retold === retold && row.y === y && row.odds >= least).length;
  const lines = [Number.NEGATIVE_INFINITY, ...LEVELS].map(
    (least) =>
      `  from ${least}: public sets ${count(false, true, least)} on errors, ${count(false, false, least)} beside; ` +
      `own set ${count(true, true, least)} on errors, ${count(true, false, least)} beside`,
  );
  const parts = Object.entries(fitLogistic(weighted(rows), DECAY))
    .map(([part, weight]) => `    ${part}: ${Number(weight.toFixed(2))},`)
    .join('\n');
  return [
    `${rows.length} contradicted numbers, cross-validated by article`,
    ...lines,
    `export const NUMBER_ODDS = {\n  parts: {\n${parts}\n  },`,
  ].join('\n');
}
