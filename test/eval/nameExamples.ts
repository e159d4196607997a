import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NameFit } from '../../server/src/alignment/nameFit.ts';
import { createNameMatcher } from '../../server/src/alignment/nameMatch.ts';
import { type Candidates, createNameRivals } from '../../server/src/alignment/nameRivals.ts';
import { retrievalOf } from '../../server/src/alignment/retrieval.ts';
import { type AnalysedDocument, analyse, createSourceIndex, readProse } from '../../server/src/engine.ts';
import { documentContexts } from '../../server/src/sources/context.ts';
import { contains } from '../../server/src/text/span.ts';
import { type Item, type LabelledError, parseLines } from './item.ts';

/** A name of a draft with the names of the sources that could stand in its place, and what people say of it. */
export interface NameExample {
  readonly set: string;
  readonly id: string;
  readonly article: string;
  readonly wrong: boolean;
  /** The whole draft is verified to be consistent. */
  readonly clean: boolean;
  /** The sources have the name. */
  readonly known: boolean;
  readonly name: string;
  readonly sentence: string;
  readonly candidates: Candidates;
  /** Fits of the names that are right here: the draft's own, or the labelled correction's. */
  readonly right: readonly NameFit[];
}

/** Sets whose labels point at every wrong name; in the others only consistent drafts are taken as right. */
const COMPLETE = new Set(['swap', 'bump', 'fib_swap']);

const read = (uri: string, text: string): AnalysedDocument =>
  analyse(readProse({ uri, format: 'plaintext', text }));

/** Reads the names of all drafts of a set. */
export function nameExamples(data: string, set: string): NameExample[] {
  const items = parseLines<Item>(readFileSync(join(data, `${set}.jsonl`), 'utf8'));
  return items.flatMap((item) => examplesOf(set, item));
}

function examplesOf(set: string, item: Item): NameExample[] {
  const errors = (item.errors ?? []).filter((e) => e.type === 'name');
  const clean = item.label === 'consistent';
  if (!clean && errors.length === 0) return [];
  const sources = typeof item.source === 'string' ? [item.source] : item.source;
  const index = createSourceIndex(sources.map((text, at) => read(`source-${at}`, text)));
  const draft = read('draft', item.draft);
  const matcher = createNameMatcher(index);
  const rivals = createNameRivals(index, matcher, retrievalOf(index));
  const article = sources.join('').replace(/\W/g, '').slice(200, 260);
  const found: NameExample[] = [];
  documentContexts(draft).forEach((contexts, block) => {
    const { mentions = [], block: prose } = draft.blocks[block] ?? {};
    for (const context of contexts) {
      for (const at of context.mentions) {
        const mention = mentions[at];
        if (mention?.kind !== 'name' || !prose) continue;
        if (mentions.some((q) => q.kind === 'quotation' && contains(q.outer, mention))) continue;
        const { start, end } = prose.map.spanToDocument(mention);
        const error = errors.find((e: LabelledError) => start < e.end && e.start < end);
        if (!error && !clean && !COMPLETE.has(set)) continue;
        const looked = matcher.lookup(mention.words, mention);
        if (looked.kind !== 'known' && looked.kind !== 'unknown') continue;
        if (looked.kind === 'unknown' && !mention.sure) continue;
        const own = looked.kind === 'known' ? looked.entities : [];
        const candidates = rivals.candidatesOf({ document: draft, block, index: at, mention, context }, own);
        if (!candidates) continue;
        const { correct } = error ?? {};
        const right = correct
          ? candidates.others.filter((c) => matcher.sameEntity(c.entity.name, correct)).map((c) => c.fit)
          : [];
        found.push({
          set,
          id: item.id,
          article,
          wrong: error !== undefined,
          clean,
          known: looked.kind === 'known',
          name: mention.text,
          sentence: prose.text.slice(context.start, context.end),
          candidates,
          right: error ? right : own.length > 0 ? [candidates.own] : [],
        });
      }
    }
  });
  return found;
}
