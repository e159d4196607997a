import type { FactKind } from '../findings/finding.ts';
import { t } from '../l10n/message.ts';
import type { Tick, TickSource } from './tick.ts';

/** Version of the format that is written, and the highest that is read. */
const VERSION = 1;

/** First line of a ticks file. */
export const TICKS_HEADER = JSON.stringify({ touchstone: 'ticks', version: VERSION });

const KINDS: readonly string[] = ['number', 'date', 'name', 'quote'] satisfies readonly FactKind[];
const STATES: readonly string[] = ['ticked', 'accepted'] satisfies readonly Tick['state'][];
const VERDICTS: readonly string[] = [
  'supported',
  'refuted',
  'notEnoughInfo',
] satisfies readonly Tick['verdict'][];

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

/** Longer words are cut in the file: it is for people, and the fact is known by its hash. */
const MAX_WORDS = 200;
const MAX_SENTENCE = 2000;

const cut = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;

/** One entry as a line of JSON without its end: always the same keys in the same order, the words first. */
export function writeTickLine(tick: Tick): string {
  const { text, kind, fact, state, verdict, by, when, reason, sources } = tick;
  const line = JSON.stringify({
    text: cut(text, MAX_WORDS),
    kind,
    fact,
    state,
    by,
    when,
    ...(reason !== undefined && reason !== '' && { reason }),
    verdict,
    sources: sources.map(({ path, hash, sentence }) => ({
      path,
      hash,
      sentence: cut(sentence, MAX_SENTENCE),
    })),
  });
  // Some editors end a line at these.
  return line.replace(/[\u0085\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Reads one line; `problem` says what is wrong with it: "“by” is missing". */
export function readTickLine(line: string): { readonly tick: Tick } | { readonly problem: string } {
  const value = parse(line);
  if (!isRecord(value)) return { problem: t('it is not an entry in JSON') };
  const missing = ['fact', 'kind', 'text', 'state', 'verdict', 'by', 'when'].find(
    (key) => typeof value[key] !== 'string',
  );
  if (missing !== undefined) return { problem: t('“{0}” is missing or is no text', missing) };
  const { fact, kind, text, state, verdict, by, when, reason } = value as Record<string, string>;
  if (fact === '') return { problem: t('“fact” is empty') };
  if (!isOneOf(KINDS, kind)) return { problem: t('“{0}” must be one of {1}', 'kind', KINDS.join(', ')) };
  if (!isOneOf(STATES, state)) return { problem: t('“{0}” must be one of {1}', 'state', STATES.join(', ')) };
  if (!isOneOf(VERDICTS, verdict))
    return { problem: t('“{0}” must be one of {1}', 'verdict', VERDICTS.join(', ')) };
  if (!TIME.test(when as string)) return { problem: t('“when” must be a time such as 2025-12-14T10:30:00Z') };
  if (reason !== undefined && typeof reason !== 'string') return { problem: t('“reason” is no text') };
  const sources = readSources(value.sources);
  if (!sources) return { problem: t('“sources” must be a list with path, hash and sentence') };
  return {
    tick: {
      fact: fact as string,
      state: state as Tick['state'],
      kind: kind as FactKind,
      text: text as string,
      verdict: verdict as Tick['verdict'],
      sources,
      by: by as string,
      when: when as string,
      ...(reason !== undefined && { reason }),
    },
  };
}

/** Undefined when the line is no header; `problem`, in words that follow the file's name, when it is of a later version. */
export function readHeader(line: string): { readonly problem?: string } | undefined {
  if (!line.includes('"touchstone"')) return undefined;
  const value = parse(line);
  if (!isRecord(value) || value.touchstone !== 'ticks') return undefined;
  if (value.version === VERSION) return {};
  return {
    problem: t('was written by a later version of Touchstone (its format is {0})', String(value.version)),
  };
}

function readSources(value: unknown): readonly TickSource[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const sources: TickSource[] = [];
  for (const item of value) {
    if (!isRecord(item)) return undefined;
    const { path, hash, sentence } = item;
    if (typeof path !== 'string' || typeof hash !== 'string' || typeof sentence !== 'string')
      return undefined;
    sources.push({ path, hash, sentence });
  }
  return sources;
}

const isOneOf = (allowed: readonly string[], value: string | undefined): boolean =>
  value !== undefined && allowed.includes(value);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
