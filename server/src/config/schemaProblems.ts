import { distance } from 'fastest-levenshtein';
import { later, t } from '../l10n/message.ts';
import type { Span } from '../text/span.ts';
import { type JsonNode, parseJson, plainValue, spanAt } from './jsonTree.ts';

/** What is wrong with a file of ours, and where: offsets into its text. */
export interface FileProblem extends Span {
  /** Path of the wrong key ("rules.number-mismatch"); empty for the file as a whole. */
  readonly path: string;
  /** The path, what was found and what is allowed. */
  readonly message: string;
}

/** One complaint of a compiled validator, as far as it is used here. */
interface SchemaError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly message?: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** Set on a complaint about the name of a key. */
  readonly propertyName?: string;
}

type Validator = { (data: unknown): boolean; errors?: readonly SchemaError[] | null };

/** A file as its schema allows it. */
export interface CheckedFile {
  /** What is left without the wrong parts; undefined when the text is not JSON or not an object. */
  readonly value: Readonly<Record<string, unknown>> | undefined;
  readonly root: JsonNode | undefined;
  readonly problems: readonly FileProblem[];
}

/** Says how much goes with a wrong value: the path, cut to the part that is left out as a whole. */
type UnitOf = (path: readonly string[]) => readonly string[];

/** Parses and validates a file; `known` are the keys to suggest for a misspelled one. */
export function checkFile(
  text: string,
  validator: unknown,
  unitOf: UnitOf,
  known: readonly string[],
): CheckedFile {
  const root = parseJson(text);
  if ('message' in root) {
    const problem = {
      path: '',
      message: t('This is not JSON: {0}.', root.message),
      start: root.start,
      end: root.end,
    };
    return { value: undefined, root: undefined, problems: [problem] };
  }
  const value = plainValue(root);
  const validate = validator as Validator;
  const errors = validate(value) ? [] : (validate.errors ?? []);
  const problems: FileProblem[] = [];
  const left = new Set<string>();
  for (const error of errors) {
    // An unknown name is reported twice, by the list of names and as a name: the second says all.
    if (error.propertyName !== undefined && error.keyword !== 'propertyNames') continue;
    const path = pathOf(error);
    const onKey = error.keyword === 'additionalProperties' || error.keyword === 'propertyNames';
    problems.push({
      path: path.join('.'),
      message: messageOf(error, path, value, known),
      ...spanAt(root, path, onKey ? 'key' : 'value'),
    });
    left.add(JSON.stringify(unitOf(path)));
  }
  if (root.kind !== 'object') return { value: undefined, root, problems };
  const units = [...left].map((unit) => JSON.parse(unit) as string[]);
  problems.sort((a, b) => a.start - b.start || a.end - b.end);
  return { value: without(value, units) as Record<string, unknown>, root, problems };
}

function pathOf(error: SchemaError): readonly string[] {
  const path = error.instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  const key = error.params.additionalProperty ?? error.params.propertyName;
  return typeof key === 'string' ? [...path, key] : path;
}

function messageOf(
  error: SchemaError,
  path: readonly string[],
  value: unknown,
  known: readonly string[],
): string {
  const name = path.join('.');
  const lead = name === '' ? '' : `${name}: `;
  const { params } = error;
  const found = show(path.reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], value));
  switch (error.keyword) {
    case 'additionalProperties': {
      const near = nearest(path.at(-1) as string, known);
      return near === undefined
        ? t('{0} is not a key of this file.', name)
        : t('{0} is not a key of this file; did you mean {1}?', name, show(near));
    }
    case 'propertyNames': {
      const near = nearest(path.at(-1) as string, known);
      const code = show(path.at(-1));
      return near === undefined
        ? `${lead}${t('{0} is not the code of a rule.', code)}`
        : `${lead}${t('{0} is not the code of a rule; did you mean {1}?', code, show(near))}`;
    }
    case 'required':
      return `${lead}${t('the key {0} is missing.', show(params.missingProperty))}`;
    case 'type':
      return `${lead}${t('found {0}, allowed is {1}.', found, t(TYPES[String(params.type)] ?? String(params.type)))}`;
    case 'enum': {
      const allowed = (params.allowedValues as readonly unknown[]).map(show);
      return `${lead}${t('found {0}, allowed is {1} or {2}.', found, allowed.slice(0, -1).join(', '), allowed.at(-1) ?? '')}`;
    }
    case 'minItems':
      return `${lead}${t('found {0}, allowed is a list of {1} or more.', found, Number(params.limit))}`;
    case 'minimum':
      return `${lead}${t('found {0}, allowed is {1} or more.', found, Number(params.limit))}`;
    case 'pattern':
      return found === '""' || /^"\s*"$/.test(found)
        ? `${lead}${t('found an empty text, allowed is one with words.')}`
        : `${lead}${t('found {0}, which is not of the right form.', found)}`;
    default:
      return `${lead}${error.message ?? error.keyword}.`;
  }
}

const TYPES: Readonly<Record<string, string>> = {
  object: later('an object'),
  array: later('a list'),
  string: later('a text'),
  integer: later('a whole number'),
  boolean: later('true or false'),
};

function nearest(key: string, known: readonly string[]): string | undefined {
  return known
    .map((name) => ({ name, far: distance(key.toLowerCase(), name.toLowerCase()) }))
    .filter(({ name, far }) => far <= Math.max(2, Math.floor(name.length / 4)))
    .sort((a, b) => a.far - b.far)[0]?.name;
}

/** `value` without the parts at `paths`. An empty path leaves it as it is. */
function without(value: unknown, paths: readonly (readonly string[])[]): unknown {
  const here = paths.filter((path) => path.length > 0);
  if (here.length === 0 || typeof value !== 'object' || value === null) return value;
  const gone = new Set(here.filter((path) => path.length === 1).map(([key]) => key));
  const below = (key: string) => here.filter((path) => path[0] === key).map((path) => path.slice(1));
  const kept = Object.entries(value)
    .filter(([key]) => !gone.has(key))
    .map(([key, part]) => [key, without(part, below(key))] as const);
  return Array.isArray(value) ? kept.map(([, part]) => part) : Object.fromEntries(kept);
}

/** A value as JSON, cut to a length that fits a message. */
function show(value: unknown): string {
  const json = JSON.stringify(value) ?? String(value);
  return json.length > 80 ? `${json.slice(0, 79)}…` : json;
}
