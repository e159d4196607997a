import { parseArgs } from 'node:util';
import type { Level, RuleCode } from '../findings/finding.ts';
import { RULES } from '../rules/registry.ts';

/** The levels a finding can have, strongest first. */
export const LEVELS: readonly Level[] = ['error', 'warning', 'information', 'hint'];

/** What `touchstone check` was asked to do. */
export interface CheckArguments {
  readonly kind: 'check';
  /** Files, folders and globs, as typed. */
  readonly drafts: readonly string[];
  /** As typed; empty means the default sources of each draft. */
  readonly sources: readonly string[];
  readonly format: 'pretty' | 'json';
  readonly levels: Readonly<Partial<Record<RuleCode, Level | 'off'>>>;
  /** The weakest level that is reported. */
  readonly level: Level;
  /** The project file to use, as typed; undefined means the one nearest to each draft. */
  readonly config: string | undefined;
  /** Use no project file. */
  readonly noConfig: boolean;
  /** Report what the ignore files leave out. */
  readonly noIgnore: boolean;
}

/** A parsed command line; `wrong` carries what is wrong with it and what to do. */
export type Arguments =
  | CheckArguments
  | { readonly kind: 'rules' }
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'wrong'; readonly message: string };

const wrong = (message: string): Arguments => ({ kind: 'wrong', message });

/** Parses the words after `touchstone`. Never throws. */
export function parseArguments(args: readonly string[]): Arguments {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    const [message] = (error as Error).message.split('. ');
    return wrong(`${message}. "touchstone --help" lists the options.`);
  }
  const { values } = parsed;
  const { positionals, sources } = wordsOf(parsed.tokens);
  if (values.help) return { kind: 'help' };
  if (values.version) return { kind: 'version' };
  const [command, ...drafts] = positionals;
  if (command === 'rules') return { kind: 'rules' };
  if (command === 'help') return { kind: 'help' };
  if (command === undefined) return wrong('No command. Try "touchstone check DRAFT" or "touchstone --help".');
  if (command !== 'check') {
    return wrong(
      `Unknown command "${command}". The commands are check and rules; try "touchstone check ${command}".`,
    );
  }
  if (drafts.length === 0 && sources.length > 1) return wrong(NO_DRAFT_BUT_SOURCES);
  const format = values.format ?? 'pretty';
  if (format !== 'pretty' && format !== 'json')
    return wrong(`Unknown format "${format}". Use pretty or json.`);
  const level = LEVELS.find((known) => known === (values.level ?? 'hint'));
  if (!level) return wrong(`Unknown level "${values.level}". Use ${LEVELS.join(', ')}.`);
  const levels: Partial<Record<RuleCode, Level | 'off'>> = {};
  for (const setting of values.rule ?? []) {
    const [code, value = ''] = setting.split('=', 2);
    const rule = RULES.find((known) => known.code === code);
    if (!rule) return wrong(`Unknown rule "${code}". "touchstone rules" lists them.`);
    const wanted = [...LEVELS, 'off' as const].find((known) => known === value);
    if (!wanted) {
      return wrong(`--rule ${setting}: write ${code}=LEVEL, where LEVEL is ${LEVELS.join(', ')} or off.`);
    }
    levels[rule.code] = wanted;
  }
  const { config, 'no-config': noConfig = false, 'no-ignore': noIgnore = false } = values;
  if (config !== undefined && noConfig)
    return wrong('Use either --config or --no-config: one names a project file, the other wants none.');
  return { kind: 'check', drafts, sources, format, levels, level, config, noConfig, noIgnore };
}

/**
 * The words that are no options. Words that follow `--sources GLOB` are sources too, because a shell expands a glob
 * before the program sees it; `--` ends them.
 */
function wordsOf(tokens: ReturnType<typeof parse>['tokens']): {
  readonly positionals: readonly string[];
  readonly sources: readonly string[];
} {
  const positionals: string[] = [];
  const sources: string[] = [];
  let inSources = false;
  for (const token of tokens) {
    if (token.kind === 'positional') (inSources ? sources : positionals).push(token.value);
    else inSources = token.kind === 'option' && token.name === 'sources' && !token.inlineValue;
    if (token.kind === 'option' && token.name === 'sources' && token.value !== undefined)
      sources.push(token.value);
  }
  return { positionals, sources };
}

const NO_DRAFT_BUT_SOURCES =
  'No draft. Every word after --sources is a source: put the drafts before it, or after "--".';

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    tokens: true,
    options: {
      sources: { type: 'string', multiple: true },
      format: { type: 'string' },
      rule: { type: 'string', multiple: true },
      level: { type: 'string' },
      config: { type: 'string' },
      'no-config': { type: 'boolean' },
      'no-ignore': { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean', short: 'v' },
    },
  });
