import type { Level, RuleCode } from '../findings/finding.ts';
import type { AcceptedValue, CheckOptions, DateOrder } from '../rules/options.ts';
import { RULES } from '../rules/registry.ts';
import { validateProject } from './projectValidator.generated.ts';
import { checkFile, type FileProblem } from './schemaProblems.ts';
import { DEFAULT_SETTINGS, type Settings } from './settings.ts';

/** Name of the project file; the one nearest to a document counts. */
export const PROJECT_FILE = 'touchstone.json';

/** The form of an inserted citation. */
export type CitationStyle = 'link' | 'footnote' | 'key';

/** What a project file sets; every key is optional. */
export interface ProjectSettings {
  /** Globs of the sources, relative to the file. */
  readonly sources?: readonly string[];
  /** Globs of the drafts, relative to the file. */
  readonly drafts?: readonly string[];
  readonly rules?: Readonly<Partial<Record<RuleCode, Level | 'off'>>>;
  readonly aliases?: readonly (readonly string[])[];
  readonly accepted?: readonly AcceptedValue[];
  readonly limits?: {
    readonly maxSourceSize?: number;
    readonly maxSources?: number;
    readonly maxFindings?: number;
    readonly maxRepeats?: number;
  };
  readonly dateOrder?: DateOrder;
  readonly citationStyle?: CitationStyle;
}

/** A project file as far as it can be used. */
export interface ProjectFile {
  /** Undefined when nothing of the file can be used. */
  readonly settings: ProjectSettings | undefined;
  readonly problems: readonly FileProblem[];
}

/** A project file that is larger is not one of ours. */
export const MAX_PROJECT_FILE_SIZE = 1_000_000;

const KEYS = ['sources', 'drafts', 'rules', 'aliases', 'accepted', 'limits', 'dateOrder', 'citationStyle'];
const LIMITS = ['maxSourceSize', 'maxSources', 'maxFindings', 'maxRepeats'];
const NAMES = [...KEYS, 'value', 'reason', ...LIMITS, ...RULES.map(({ code }) => code)];

/** A wrong rule, group, value or limit goes alone; of every other key the whole value goes. */
const unitOf = (path: readonly string[]): readonly string[] =>
  path.slice(0, ['rules', 'aliases', 'accepted', 'limits'].includes(path[0] ?? '') ? 2 : 1);

/** Reads a project file. What is wrong is left out and named; the rest counts. Never throws. */
export function readProjectFile(text: string): ProjectFile {
  const { value, problems } = checkFile(text, validateProject, unitOf, NAMES);
  if (!value) return { settings: undefined, problems };
  const { $schema: _, ...settings } = value;
  return { settings: settings as ProjectSettings, problems };
}

/** Everything that is set for a document: the project file's word before the editor's, and the defaults last. */
export interface EffectiveSettings extends Settings {
  /** Undefined when each text that is not a source is a draft. */
  readonly drafts: readonly string[] | undefined;
  readonly aliases: readonly (readonly string[])[];
  readonly accepted: readonly AcceptedValue[];
  readonly maxSources: number;
  readonly dateOrder: DateOrder | undefined;
  readonly citationStyle: CitationStyle;
}

/** Puts the project's settings over those of the editor. */
export function withProject(settings: Settings, project: ProjectSettings | undefined): EffectiveSettings {
  return {
    ...settings,
    sources: project?.sources ?? settings.sources,
    drafts: project?.drafts,
    rules: { ...settings.rules, ...project?.rules },
    aliases: project?.aliases ?? [],
    accepted: project?.accepted ?? [],
    maxSourceSize: project?.limits?.maxSourceSize ?? settings.maxSourceSize,
    maxSources: project?.limits?.maxSources ?? MAX_SOURCES,
    maxFindings: project?.limits?.maxFindings ?? settings.maxFindings,
    maxRepeats: project?.limits?.maxRepeats ?? settings.maxRepeats,
    dateOrder: project?.dateOrder,
    citationStyle: project?.citationStyle ?? 'link',
  };
}

/** More sources than this are not read by default: an index of them would not answer while one types. */
export const MAX_SOURCES = 2000;

/** The settings of someone who has set nothing, in the editor or in a file. */
export const DEFAULT_EFFECTIVE_SETTINGS: EffectiveSettings = withProject(DEFAULT_SETTINGS, undefined);

/** The part of the settings that the rules look at; `ignored` are fingerprints from an ignore file. */
export function checkOptionsOf(
  settings: Pick<EffectiveSettings, 'rules' | 'aliases' | 'accepted'>,
  ignored: CheckOptions['ignored'] = NOTHING,
): CheckOptions {
  return { levels: settings.rules, aliases: settings.aliases, accepted: settings.accepted, ignored };
}

const NOTHING: CheckOptions['ignored'] = new Map();
