import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { VERSION } from '../config/version.ts';
import type { Level, RuleCode } from '../findings/finding.ts';
import { RULES } from '../rules/registry.ts';
import {
  type Arguments,
  CHECK_FORMATS,
  type CheckArguments,
  type CheckFormat,
  type DraftArguments,
  type ExplainTarget,
  LEVELS,
  type ListFormat,
  REPORT_FORMATS,
  type ReportFormat,
} from './arguments.ts';

/** The options that commander has read, as they are named there. */
interface DraftOptions {
  readonly sources?: readonly string[];
  readonly config?: string | false;
  readonly ignore: boolean;
  readonly workers?: number;
}

interface ReportOptions extends DraftOptions {
  readonly format: ReportFormat;
  readonly output?: string;
}

interface CheckOptions extends DraftOptions {
  readonly format: CheckFormat;
  readonly report?: CheckArguments['reports'];
  readonly rule?: CheckArguments['levels'];
  readonly level: Level;
  readonly failOn?: Level;
  readonly fix?: boolean;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly watch?: boolean;
  readonly stdin?: boolean;
  readonly stdinFilename?: string;
}

const EXIT_CODES = `
Exit codes:
  0  nothing to mend
  1  findings of the level of --fail-on or above
  2  the job could not be done, or not wholly: a source or draft that cannot be read, a mistake in the project file;
     the reason is on standard error
`;

const SOURCES_DEFAULT =
  'source files, folders or globs, up to the next option or "--" (default: what the draft\'s front matter names, else ' +
  'the project file, else seeds/ in the nearest folder above the draft that has it)';

/** Parses the words after `touchstone`. Never throws. `columns` is the width that help is wrapped at. */
export function parseArguments(args: readonly string[], columns = 100): Arguments {
  let parsed: Arguments = wrong('No command. Try "touchstone check DRAFT" or "touchstone --help".');
  let shown = '';
  const program = new Command('touchstone')
    .description('Checks the numbers, dates, names and quotations of a draft against its sources.')
    .version(VERSION, '-v, --version', 'print the version')
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => {
        shown += text;
      },
      writeErr: () => {},
      getOutHelpWidth: () => columns,
      getOutHasColors: () => false,
    });
  const command = (name: string, description: string): Command =>
    program.command(name).description(description);

  withDraftOptions(command('check', 'check drafts: files, folders or globs').argument('[drafts...]'))
    .addOption(choice('--format <format>', 'form of the report', CHECK_FORMATS, 'pretty'))
    .option(
      '--report <format=file>',
      'write the report in another form into a file too; may be repeated',
      reportFile,
    )
    .option(
      '--rule <code=level>',
      'give a rule another level: error, warning, information, hint or off; may be repeated',
      ruleLevel,
    )
    .addOption(choice('--level <level>', 'report findings of this level and above', LEVELS, 'hint'))
    .addOption(
      new Option(
        '--fail-on <level>',
        'the level from which on findings make the exit code 1 (default: warning, or that of --level)',
      ).choices(LEVELS.slice(0, 3)),
    )
    .option('--fix', 'apply the fixes that need no choice, and report what is left')
    .option('--baseline <file>', 'leave out the findings that this file knows')
    .option('--update-baseline', 'write the findings of this run into the baseline')
    .option('--watch', 'check again when a draft, a source or the configuration changes')
    .option('--stdin', 'read the draft from standard input')
    .option('--stdin-filename <file>', 'where the draft from standard input would stand')
    .addHelpText(
      'after',
      `\nWithout a draft, the drafts are those that the project file of the current folder names.\n${EXIT_CODES}`,
    )
    .action((drafts: readonly string[], options: CheckOptions) => {
      parsed = checkArguments(drafts, options);
    });

  withDraftOptions(
    command('facts', 'list the facts of drafts and what the sources say of each').argument('[drafts...]'),
  )
    .addOption(choice('--format <format>', 'form of the list', ['pretty', 'json'], 'pretty'))
    .action((drafts: readonly string[], options: DraftOptions & { readonly format: ListFormat }) => {
      parsed = { kind: 'facts', ...draftArguments(drafts, options), format: options.format };
    });

  withDraftOptions(
    command(
      'sources',
      'list the sources of the drafts, or of the current folder, with their problems',
    ).argument('[drafts...]'),
  )
    .addOption(choice('--format <format>', 'form of the list', ['pretty', 'json'], 'pretty'))
    .action((drafts: readonly string[], options: DraftOptions & { readonly format: ListFormat }) => {
      parsed = { kind: 'sources', ...draftArguments(drafts, options), format: options.format };
    });

  withDraftOptions(
    command('explain', 'print the page of a rule, or how a fact was judged').argument(
      '<what>',
      'code of a rule, or FILE:LINE:COLUMN',
    ),
  ).action((what: string, options: DraftOptions) => {
    const target = explainTarget(what);
    const { drafts: _, ...rest } = draftArguments([], options);
    parsed = typeof target === 'string' ? wrong(target) : { kind: 'explain', target, ...rest };
  });

  withDraftOptions(
    command('report', 'write the report on a draft: every fact, and what it rests on').argument('<draft>'),
  )
    .addOption(choice('--format <format>', 'form of the report', REPORT_FORMATS, 'html'))
    .option('-o, --output <file>', 'where to write it (default: standard output)')
    .action((draft: string, options: ReportOptions) => {
      const { drafts: _, ...rest } = draftArguments([], options);
      parsed = { kind: 'report', draft, format: options.format, output: options.output, ...rest };
    });

  command('rules', 'list the rules')
    .addOption(choice('--format <format>', 'form of the list', ['pretty', 'json'], 'pretty'))
    .action(({ format }: { readonly format: ListFormat }) => {
      parsed = { kind: 'rules', format };
    });

  command('init', 'write touchstone.json and a small example')
    .argument('[folder]', 'where to', '.')
    .action((folder: string) => {
      parsed = { kind: 'init', folder };
    });

  command('mcp', 'serve the checks to an agent over the Model Context Protocol, on standard input and output')
    .option('--root <folder>', 'the folder of the drafts and sources; nothing outside it is read', '.')
    .option(
      '--sources <glob...>',
      'globs of the sources in that folder (default: what its touchstone.json names, else seeds/)',
    )
    .action(({ root, sources = [] }: { readonly root: string; readonly sources?: readonly string[] }) => {
      parsed = { kind: 'mcp', root, sources };
    });

  try {
    if (args.length > 0) program.parse(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { kind: 'shown', text: shown };
    const name = commandIn(args, program);
    const help = name
      ? `"touchstone ${name} --help" lists the options.`
      : '"touchstone --help" lists the commands.';
    return wrong(`${messageOf(error)} ${help}`);
  }
  return contradiction(args, parsed) ?? parsed;
}

/** Commander takes the last word for it when an option and its opposite are given. */
function contradiction(args: readonly string[], parsed: Arguments): Arguments | undefined {
  if (!('noConfig' in parsed)) return undefined;
  const options = args.includes('--') ? args.slice(0, args.indexOf('--')) : args;
  const names = options.some((word) => word === '--config' || word.startsWith('--config='));
  return names && options.includes('--no-config')
    ? wrong('Use either --config or --no-config: one names a project file, the other wants none.')
    : undefined;
}

const wrong = (message: string): Arguments => ({ kind: 'wrong', message });

/** The message of commander as sentences: "Unknown option '--fial-on'. Did you mean --fail-on?" */
function messageOf({ message }: CommanderError): string {
  const [first = '', hint] = message.replace(/^error: /, '').split('\n');
  const sentence = `${first.charAt(0).toUpperCase()}${first.slice(1)}`.replace(/\.?$/, '.');
  return hint ? `${sentence} ${hint.replace(/^\((.*)\)$/, '$1')}` : sentence;
}

const commandIn = ([first = '']: readonly string[], program: Command): string | undefined =>
  program.commands.find((command) => command.name() === first)?.name();

function choice(flags: string, description: string, values: readonly string[], usual: string): Option {
  return new Option(flags, description).choices(values).default(usual);
}

const withDraftOptions = (command: Command): Command =>
  command
    .option('--sources <glob...>', SOURCES_DEFAULT)
    .option('--config <file>', 'use this project file (default: the touchstone.json nearest to each draft)')
    .option('--no-config', 'use no project file')
    .option('--no-ignore', 'report also what .touchstoneignore.json leaves out')
    .option('--workers <number>', 'most worker threads at once (default: one for each core)', countOf);

function countOf(value: string): number {
  const count = Number(value);
  if (!Number.isInteger(count) || count < 1 || count > 256)
    throw new InvalidArgumentError('Write a whole number from 1 to 256.');
  return count;
}

function reportFile(setting: string, before: CheckArguments['reports'] = []): CheckArguments['reports'] {
  const at = setting.indexOf('=');
  const format = CHECK_FORMATS.find((known) => known === setting.slice(0, Math.max(0, at)));
  const file = setting.slice(at + 1);
  if (!format || file === '')
    throw new InvalidArgumentError(`Write FORMAT=FILE, where FORMAT is ${CHECK_FORMATS.join(', ')}.`);
  return [...before, { format, file }];
}

function ruleLevel(setting: string, before: CheckArguments['levels'] = {}): CheckArguments['levels'] {
  const [code, value = ''] = setting.split('=', 2);
  const rule = RULES.find((known) => known.code === code);
  if (!rule) throw new InvalidArgumentError(`Unknown rule "${code}"; "touchstone rules" lists them.`);
  const level = [...LEVELS, 'off' as const].find((known) => known === value);
  if (!level)
    throw new InvalidArgumentError(`Write ${code}=LEVEL, where LEVEL is ${LEVELS.join(', ')} or off.`);
  return { ...before, [rule.code]: level };
}

const draftArguments = (drafts: readonly string[], options: DraftOptions): DraftArguments => ({
  drafts,
  sources: options.sources ?? [],
  config: options.config === false ? undefined : options.config,
  noConfig: options.config === false,
  noIgnore: !options.ignore,
  workers: options.workers,
});

/** The options of `check`, when they go together. */
function checkArguments(drafts: readonly string[], options: CheckOptions): Arguments {
  const { level, baseline, updateBaseline = false, fix = false, watch = false } = options;
  const { stdin = false, stdinFilename } = options;
  if (drafts.length === 0 && (options.sources?.length ?? 0) > 1 && !stdin) {
    return wrong(
      'No draft. Every word after --sources is a source: put the drafts before it, or after "--".',
    );
  }
  const failOn = options.failOn ?? (level === 'error' ? 'error' : 'warning');
  if (LEVELS.indexOf(failOn) > LEVELS.indexOf(level)) {
    return wrong(
      `--fail-on ${failOn} looks for findings that --level ${level} leaves out. Use --level ${failOn} or weaker.`,
    );
  }
  if (updateBaseline && baseline === undefined)
    return wrong('--update-baseline needs --baseline FILE: the file to write.');
  if (updateBaseline && (watch || fix))
    return wrong(
      '--update-baseline goes with neither --watch nor --fix: write the baseline in a run of its own.',
    );
  if (stdin && drafts.length > 0)
    return wrong(`--stdin takes the draft from standard input; leave out ${drafts.join(' ')}.`);
  if (stdin && watch) return wrong('--stdin is read once; it does not go with --watch.');
  if (!stdin && stdinFilename !== undefined)
    return wrong('--stdin-filename is for --stdin, which is missing.');
  return {
    kind: 'check',
    ...draftArguments(drafts, options),
    format: options.format,
    reports: options.report ?? [],
    levels: options.rule ?? {},
    level,
    failOn,
    fix,
    baseline,
    updateBaseline,
    watch,
    stdin: stdin ? { filename: stdinFilename ?? 'stdin.md' } : undefined,
  };
}

/** A code of a rule, or a place; else what is wrong. */
function explainTarget(what: string): ExplainTarget | string {
  const rule = RULES.find(({ code }) => code === what);
  if (rule) return { kind: 'rule', code: rule.code as RuleCode };
  const place = /^(.+):(\d+):(\d+)$/.exec(what);
  if (!place) {
    return `"${what}" is neither the code of a rule nor a place. "touchstone rules" lists the codes; a place is FILE:LINE:COLUMN, such as draft.md:3:14.`;
  }
  const [, file = '', line, column] = place;
  if (Number(line) < 1 || Number(column) < 1) return `${what}: lines and columns count from 1.`;
  return { kind: 'place', file, line: Number(line), column: Number(column) };
}
