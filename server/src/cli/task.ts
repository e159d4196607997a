import type { EffectiveSettings } from '../config/projectFile.ts';
import type { FactSheet } from '../desk/factSheet.ts';
import type { DraftReport, Finding, Level, RuleCode } from '../findings/finding.ts';

/** Fingerprints that an ignore file leaves out, with the reason it gives. */
export type Ignored = ReadonlyMap<string, string | undefined>;

/** A draft to check: a file, or a text that was handed over. */
export interface TaskDraft {
  /** Absolute. */
  readonly path: string;
  /** In place of what the file holds. */
  readonly text?: string;
  /** What an ignore file leaves out. */
  readonly ignored?: Ignored;
}

/** Some drafts of one group, to be checked against the group's sources. Plain data, so that it can go to a worker. */
export interface Task {
  /** The group: tasks of one group share sources and settings. */
  readonly group: number;
  readonly sources: readonly { readonly path: string; readonly ignored?: Ignored }[];
  readonly drafts: readonly TaskDraft[];
  readonly settings: EffectiveSettings;
  /** Levels of the command line, above those of the settings. */
  readonly levels: Readonly<Partial<Record<RuleCode, Level | 'off'>>>;
  /** The weakest level that is reported. */
  readonly level: Level;
  readonly fix: boolean;
  /** Let the ticks files silence what people have accepted. */
  readonly withTicks: boolean;
  /** Judge the sources too; one task of a group does. */
  readonly withSources: boolean;
  /** Hand the fact sheets back, not only the counts. */
  readonly withFacts: boolean;
}

/** A text after its safe fixes, with what is left to report about it. */
export interface FixedText {
  readonly text: string;
  readonly report: DraftReport;
  /** Fixes applied. */
  readonly count: number;
}

/** A draft that was checked, or why it was not (in words that follow its name). */
export type TaskDraftResult =
  | { readonly path: string; readonly problem: string }
  | {
      readonly path: string;
      readonly uri: string;
      readonly text: string;
      readonly report: DraftReport;
      readonly fixed?: FixedText;
      /** Of the draft as it was, when it was asked for. */
      readonly sheet?: FactSheet;
      /** Fingerprints of the ignore file that were of use. */
      readonly used: readonly string[];
      /** What is wrong with the ticks file, to follow the draft's name. */
      readonly ticksProblems: readonly string[];
    };

/** A source that was read, or why it was not (in words that follow its name). */
export type TaskSourceResult =
  | { readonly path: string; readonly problem: string }
  | {
      readonly path: string;
      readonly uri: string;
      readonly findings: readonly Finding[];
      readonly used: readonly string[];
    };

/** What a task came to. Plain data. */
export interface TaskResult {
  /** In the task's order; empty unless the task was to judge them. */
  readonly sources: readonly TaskSourceResult[];
  /** In the task's order; empty when no source could be read. */
  readonly drafts: readonly TaskDraftResult[];
  /** Texts of the documents that findings point into, by URI. */
  readonly texts: readonly (readonly [uri: string, text: string])[];
}
