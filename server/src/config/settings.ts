import type { Level, RuleCode } from '../findings/finding.ts';
import { later, t } from '../l10n/message.ts';
import { validateSettings } from './settingsValidator.generated.ts';

/** What a user or a project can set; the same for the editor and the command line. */
export interface Settings {
  /** Globs of the source files, relative to the workspace folder. */
  readonly sources: readonly string[];
  /** When an open draft is checked. */
  readonly run: 'onType' | 'onSave';
  /** Levels that replace a rule's own; `off` silences it. */
  readonly rules: Readonly<Partial<Record<RuleCode, Level | 'off'>>>;
  /** Largest source that is read, in bytes. */
  readonly maxSourceSize: number;
  /** Counts over the headings of a draft and the paragraphs of a source, in editors. */
  readonly codeLens: boolean;
  /** The place in the sources at the end of each sentence, in editors. */
  readonly inlayHints: boolean;
  /** Facts coloured by what the sources say, in editors. */
  readonly semanticTokens: boolean;
  /** Most findings shown of one file, in editors. */
  readonly maxFindings: number;
  /** Most findings of one rule about the same words shown of one file, in editors. */
  readonly maxRepeats: number;
  /** Milliseconds without an edit after which new findings in the sentence being written are shown; 0 is at once. */
  readonly caretDelay: number;
  /** Seconds that one check may take before it gives up. */
  readonly timeBudget: number;
  /** Globs of sources may lead out of the workspace folders. */
  readonly sourcesOutsideWorkspace: boolean;
  /** The least serious messages that a language server writes to its log. */
  readonly logLevel: LogLevel;
}

/** Seriousness of a message in the log. */
export type LogLevel = 'off' | 'error' | 'warning' | 'info';

/** The settings of someone who has set nothing. */
export const DEFAULT_SETTINGS: Settings = {
  sources: ['seeds/**/*.{txt,md,markdown}'],
  run: 'onType',
  rules: {},
  maxSourceSize: 5_000_000,
  codeLens: false,
  inlayHints: false,
  semanticTokens: false,
  maxFindings: 200,
  maxRepeats: 10,
  caretDelay: 1000,
  timeBudget: 5,
  sourcesOutsideWorkspace: false,
  logLevel: 'info',
};

/** What each key may hold, in the words of its messages. */
const ALLOWED: Readonly<Record<keyof Settings, string>> = {
  sources: later('a list of one or more globs'),
  run: later('"onType" or "onSave"'),
  rules: later('an object of rule codes and levels'),
  maxSourceSize: later('a whole number of bytes, 1 or more'),
  codeLens: later('true or false'),
  inlayHints: later('true or false'),
  semanticTokens: later('true or false'),
  maxFindings: later('a whole number, 1 or more'),
  maxRepeats: later('a whole number, 1 or more'),
  caretDelay: later('a whole number of milliseconds, 0 or more'),
  timeBudget: later('a number of seconds, more than 0'),
  sourcesOutsideWorkspace: later('true or false'),
  logLevel: later('"off", "error", "warning" or "info"'),
};

const LEVELS = later('"error", "warning", "information", "hint" or "off"');

/** One complaint of the compiled validator, as far as it is used here. */
interface SchemaError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: { readonly propertyName?: string };
}

/**
 * Reads settings from parsed JSON of any shape. A key that is missing has its default; a key that is broken has its
 * default too, and one message in `problems` that names it, what was found and what is allowed. Keys that are not
 * settings of the checker are ignored.
 */
export function readSettings(raw: unknown): {
  readonly settings: Settings;
  readonly problems: readonly string[];
} {
  if (raw === undefined || raw === null) return { settings: DEFAULT_SETTINGS, problems: [] };
  if (typeof raw !== 'object' || Array.isArray(raw)) {
    const problem = t(
      '{0}: found {1}, allowed is an object of settings; using the defaults.',
      'touchstone',
      show(raw),
    );
    return { settings: DEFAULT_SETTINGS, problems: [problem] };
  }
  // An editor sends null for a setting that someone has cleared.
  const given = Object.fromEntries(
    Object.entries(raw).filter(([key, value]) => key in DEFAULT_SETTINGS && value !== null),
  );
  const problems = new Set<string>();
  for (const error of schemaErrors(given)) repair(given, error, problems);
  return { settings: { ...DEFAULT_SETTINGS, ...given }, problems: [...problems] };
}

/** Takes the broken part out of `given` and says so. */
function repair(given: Record<string, unknown>, error: SchemaError, problems: Set<string>): void {
  const [key, entry] = pathOf(error, given);
  if (key === undefined || !(key in given)) return;
  const name = key as keyof Settings;
  if (name === 'rules' && entry !== undefined) {
    const rules = given.rules as Record<string, unknown>;
    if (!Object.hasOwn(rules, entry)) return;
    const unknownCode = error.keyword === 'propertyNames';
    problems.add(
      unknownCode
        ? t('{0}: found {1}, which is not the code of a rule; ignoring it.', 'touchstone.rules', show(entry))
        : t(
            "{0}: found {1}, allowed is {2}; using the rule's own level.",
            `touchstone.rules["${entry}"]`,
            show(rules[entry]),
            t(LEVELS),
          ),
    );
    const { [entry]: _broken, ...rest } = rules;
    given.rules = rest;
    return;
  }
  problems.add(
    t(
      '{0}: found {1}, allowed is {2}; using {3}.',
      `touchstone.${name}`,
      show(given[name]),
      t(ALLOWED[name]),
      show(DEFAULT_SETTINGS[name]),
    ),
  );
  delete given[name];
}

/** The key of the setting and, for rules, the code that an error is about. */
function pathOf(error: SchemaError, given: Readonly<Record<string, unknown>>): (string | undefined)[] {
  const [, key, ...rest] = error.instancePath.split('/');
  if (key !== 'rules' || typeof given.rules !== 'object') return [key];
  if (error.keyword === 'propertyNames') return [key, error.params.propertyName];
  const entry = rest.join('/').replaceAll('~1', '/').replaceAll('~0', '~');
  return [key, rest.length > 0 ? entry : undefined];
}

function schemaErrors(given: unknown): readonly SchemaError[] {
  const validate = validateSettings as {
    (data: unknown): boolean;
    errors?: readonly (SchemaError & { propertyName?: string })[] | null;
  };
  if (validate(given)) return [];
  const errors = validate.errors ?? [];
  // An unknown code is reported twice (the name, and the list of names): the second one says all. It comes first
  // here, so that a broken level of an unknown code does not add another message.
  return [
    ...errors.filter((error) => error.keyword === 'propertyNames'),
    ...errors.filter((error) => error.keyword !== 'propertyNames' && error.propertyName === undefined),
  ];
}

/** A value as JSON, cut to a length that fits a message. */
function show(value: unknown): string {
  const json = JSON.stringify(value) ?? String(value);
  return json.length > 80 ? `${json.slice(0, 79)}…` : json;
}
