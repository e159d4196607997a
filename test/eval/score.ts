import { type Balance, balancedAccuracy, interval, type Response } from './balance.ts';
import type { Item, LabelledError, PredictedFinding, Prediction } from './item.ts';
import { counted, hits, inScope, repairs } from './matching.ts';

/** Counts over a group of labelled errors. */
export interface Recall {
  readonly errors: number;
  readonly hit: number;
  /** Hit by a finding of the same type. */
  readonly typed: number;
  /** Errors whose right words are known, those of them that were hit, and those that the first suggestion repairs. */
  readonly known: number;
  readonly knownHit: number;
  readonly repaired: number;
}

/** What an evaluation run measures. Shares are between 0 and 1; undefined where there is nothing to share. */
export interface Score {
  readonly items: number;
  readonly consistent: number;
  readonly inconsistent: number;
  readonly findings: number;
  /** By error type, and by the groups `all`, `in scope`, `elsewhere`, `absent`, `another value`, `unsupported extra`. */
  readonly recall: Readonly<Record<string, Recall>>;
  /** On consistent drafts, where every finding is a false alarm. */
  readonly alarms: {
    readonly words: number;
    readonly findings: number;
    readonly silent: number;
    readonly silentInterval?: readonly [number, number];
    readonly byType: Readonly<Record<string, number>>;
  };
  /** On inconsistent drafts with complete spans: findings on an error and beside one. */
  readonly beside: { readonly words: number; readonly on: number; readonly off: number };
  readonly response?: Balance;
  readonly responseInterval?: readonly [number, number];
  /** As `response`, with only the inconsistent drafts that have an error in scope. */
  readonly responseInScope?: Balance;
  /** Corrupted drafts with a clean twin; `right` = flagged on the error while the twin is silent. */
  readonly pairs: { readonly pairs: number; readonly right: number };
  readonly overlap: { readonly both: number; readonly predicted: number; readonly labelled: number };
  /** Per kind of error. */
  readonly byKind: Readonly<Record<string, Recall>>;
  /** Per kind of rewrite that keeps the meaning: drafts, and those with a false alarm. */
  readonly rewrites: Readonly<Record<string, { readonly drafts: number; readonly flagged: number }>>;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Scores predictions against labels; an item without a prediction has no findings. */
export function score(items: readonly Item[], predictions: Iterable<Prediction>, all = false): Score {
  const found = new Map([...predictions].map(({ id, findings }) => [id, counted(findings, all)]));
  const recall: Record<string, Mutable<Recall>> = {};
  const byKind: Record<string, Mutable<Recall>> = {};
  const rewrites: Record<string, { drafts: number; flagged: number }> = {};
  const byType: Record<string, number> = {};
  const alarms = { words: 0, findings: 0, silent: 0, byType };
  const beside = { words: 0, on: 0, off: 0 };
  const overlap = { both: 0, predicted: 0, labelled: 0 };
  const responses: (Response & { readonly scope: boolean })[] = [];
  const twins = new Map<string, { bad: boolean[]; clean?: boolean }>();
  let total = 0;

  for (const item of items) {
    const findings = found.get(item.id) ?? [];
    const errors = item.errors ?? [];
    const inconsistent = item.label === 'inconsistent';
    const flagged = findings.length > 0;
    total += findings.length;

    const onError = new Set<PredictedFinding>();
    for (const error of errors) {
      const matching = findings.filter((finding) => hits(finding, error));
      for (const finding of matching) onError.add(finding);
      const known = error.correct ? 1 : 0;
      const outcome: Recall = {
        errors: 1,
        hit: Number(matching.length > 0),
        typed: Number(matching.some(({ type }) => type === error.type)),
        known,
        knownHit: known * Number(matching.length > 0),
        repaired: Number(matching.some((finding) => repairs(item, finding, error))),
      };
      for (const group of groupsOf(error)) add(recall, group, outcome);
      const kind = error.sub ?? (item.tax && item.tax.length < 40 ? item.tax : undefined);
      if (kind) add(byKind, kind, outcome);
    }

    if (inconsistent) {
      if (errors.length > 0 && !item.weak_spans) {
        beside.words += wordCount(item.draft);
        beside.on += onError.size;
        beside.off += findings.length - onError.size;
      }
    } else {
      alarms.words += wordCount(item.draft);
      alarms.findings += findings.length;
      alarms.silent += Number(!flagged);
      for (const { type } of findings) byType[type] = (byType[type] ?? 0) + 1;
      if (item.dataset === 'swap_rewrite' && item.tax) {
        const row = rewrites[item.tax] ?? { drafts: 0, flagged: 0 };
        rewrites[item.tax] = row;
        row.drafts++;
        row.flagged += Number(flagged);
      }
    }

    addOverlap(overlap, item, findings);
    responses.push({
      inconsistent,
      flagged,
      scope: !inconsistent || errors.some(inScope),
      article: item.skey ?? item.id,
    });
    if (item.pair) {
      const twin = twins.get(item.pair) ?? { bad: [] };
      twins.set(item.pair, twin);
      if (inconsistent) twin.bad.push(errors.length > 0 ? onError.size > 0 : flagged);
      else if (item.dataset !== 'swap_rewrite') twin.clean ??= !flagged;
    }
  }

  const consistent = responses.filter((response) => !response.inconsistent);
  const complete = [...twins.values()].filter(({ bad, clean }) => bad.length > 0 && clean !== undefined);
  return {
    items: items.length,
    consistent: consistent.length,
    inconsistent: items.length - consistent.length,
    findings: total,
    recall,
    alarms: { ...alarms, ...optional('silentInterval', interval(consistent, silentShare)) },
    beside,
    ...optional('response', balancedAccuracy(responses)),
    ...optional(
      'responseInterval',
      interval(responses, (sample) => balancedAccuracy(sample)?.accuracy),
    ),
    ...optional('responseInScope', balancedAccuracy(responses.filter(({ scope }) => scope))),
    pairs: {
      pairs: complete.reduce((sum, { bad }) => sum + bad.length, 0),
      right: complete.reduce((sum, { bad, clean }) => sum + (clean ? bad.filter(Boolean).length : 0), 0),
    },
    overlap,
    byKind,
    rewrites,
  };
}

const wordCount = (text: string): number => text.match(/\S+/g)?.length ?? 0;

const silentShare = (sample: readonly Response[]): number =>
  sample.filter(({ flagged }) => !flagged).length / sample.length;

/** `{key: value}`, or nothing when there is no value. */
const optional = <K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } =>
  value === undefined ? {} : ({ [key]: value } as { readonly [P in K]?: V });

function groupsOf(error: LabelledError): readonly string[] {
  if (!inScope(error)) return [error.type, 'all'];
  const place = error.in_source ? 'elsewhere' : 'absent';
  return [error.type, 'all', 'in scope', place, error.correct ? 'another value' : 'unsupported extra'];
}

function add(groups: Record<string, Mutable<Recall>>, name: string, outcome: Recall): void {
  groups[name] ??= { errors: 0, hit: 0, typed: 0, known: 0, knownHit: 0, repaired: 0 };
  const group = groups[name];
  for (const key of Object.keys(outcome) as (keyof Recall)[]) group[key] += outcome[key];
}

/** Counts the characters of the draft that are labelled, predicted, or both. */
function addOverlap(
  overlap: Mutable<Score['overlap']>,
  item: Item,
  findings: readonly PredictedFinding[],
): void {
  const labels = item.spans ?? (item.errors ?? []).map(({ start, end }) => [start, end] as const);
  const length = item.draft.length;
  const labelled = new Uint8Array(length);
  const predicted = new Uint8Array(length);
  for (const [start, end] of labels) labelled.fill(1, start, end);
  for (const { start, end } of findings) predicted.fill(1, start, end);
  for (let i = 0; i < length; i++) {
    overlap.labelled += labelled[i] as number;
    overlap.predicted += predicted[i] as number;
    overlap.both += (labelled[i] as number) & (predicted[i] as number);
  }
}
