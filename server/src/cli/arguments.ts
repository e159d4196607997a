import type { Level, RuleCode } from '../findings/finding.ts';

/** The levels a finding can have, strongest first. */
export const LEVELS: readonly Level[] = ['error', 'warning', 'information', 'hint'];

/** The forms of the report of `touchstone check`, one reporter each. */
export const CHECK_FORMATS = ['pretty', 'json', 'sarif', 'github', 'junit', 'html', 'markdown'] as const;

/** A form of the report of `touchstone check`. */
export type CheckFormat = (typeof CHECK_FORMATS)[number];

/** The forms of the lists that other commands print. */
export type ListFormat = 'pretty' | 'json';

/** Which drafts and which sources a command is about. */
export interface DraftArguments {
  /** Files, folders and globs, as typed. */
  readonly drafts: readonly string[];
  /** As typed; empty means the default sources of each draft. */
  readonly sources: readonly string[];
  /** The project file to use, as typed; undefined means the one nearest to each draft. */
  readonly config: string | undefined;
  /** Use no project file. */
  readonly noConfig: boolean;
  /** Report what the ignore files leave out. */
  readonly noIgnore: boolean;
  /** Most worker threads at once; undefined means one for each core. */
  readonly workers: number | undefined;
}

/** What `touchstone check` was asked to do. */
export interface CheckArguments extends DraftArguments {
  readonly kind: 'check';
  readonly format: CheckFormat;
  readonly levels: Readonly<Partial<Record<RuleCode, Level | 'off'>>>;
  /** The weakest level that is reported. */
  readonly level: Level;
  /** The weakest level that makes the exit code 1. */
  readonly failOn: Level;
  /** Apply the fixes that need no choice. */
  readonly fix: boolean;
  /** File of known findings, as typed. */
  readonly baseline: string | undefined;
  /** Write the baseline instead of comparing with it. */
  readonly updateBaseline: boolean;
  readonly watch: boolean;
  /** Further forms of the report, each with the file to write, as typed. */
  readonly reports: readonly { readonly format: CheckFormat; readonly file: string }[];
  /** The draft comes on standard input; the name says where it would stand. */
  readonly stdin: { readonly filename: string } | undefined;
}

/** What `touchstone facts` was asked to do. */
export interface FactsArguments extends DraftArguments {
  readonly kind: 'facts';
  readonly format: ListFormat;
}

/** What `touchstone sources` was asked to do. */
export interface SourcesArguments extends DraftArguments {
  readonly kind: 'sources';
  readonly format: ListFormat;
}

/** What `touchstone explain` was asked about: a rule, or a place of a draft (line and column count from 1). */
export type ExplainTarget =
  | { readonly kind: 'rule'; readonly code: RuleCode }
  | { readonly kind: 'place'; readonly file: string; readonly line: number; readonly column: number };

/** What `touchstone explain` was asked to do. */
export interface ExplainArguments extends Omit<DraftArguments, 'drafts'> {
  readonly kind: 'explain';
  readonly target: ExplainTarget;
}

/** What `touchstone mcp` serves. */
export interface McpArguments {
  readonly kind: 'mcp';
  /** Folder that holds the drafts and the sources, as typed. */
  readonly root: string;
  /** Globs relative to the folder; empty means its project file or `seeds/`. */
  readonly sources: readonly string[];
}

/** The forms of `touchstone report`. */
export const REPORT_FORMATS = ['html', 'markdown', 'json'] as const;

/** A form of `touchstone report`. */
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** What `touchstone report` was asked to do. */
export interface ReportArguments extends Omit<DraftArguments, 'drafts'> {
  readonly kind: 'report';
  /** One file, as typed. */
  readonly draft: string;
  readonly format: ReportFormat;
  /** File to write, as typed; undefined means standard output. */
  readonly output: string | undefined;
}

/** A parsed command line; `wrong` carries what is wrong with it and what to do. */
export type Arguments =
  | CheckArguments
  | FactsArguments
  | SourcesArguments
  | ExplainArguments
  | McpArguments
  | ReportArguments
  | { readonly kind: 'init'; readonly folder: string }
  | { readonly kind: 'rules'; readonly format: ListFormat }
  | { readonly kind: 'shown'; readonly text: string }
  | { readonly kind: 'wrong'; readonly message: string };
