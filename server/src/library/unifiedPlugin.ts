import type { Finding, Level } from '../findings/finding.ts';
import { createSourceChecker, type LibraryOptions, type NamedText } from './check.ts';

/** The part of a vfile message that the plugin fills in; see https://github.com/vfile/vfile-message. */
export interface FileMessage {
  fatal?: boolean | null | undefined;
  actual?: string | undefined;
  expected?: string[] | undefined;
  url?: string | undefined;
  note?: string | undefined;
}

/** Any tree of unist; the plugin leaves it alone. */
export interface TreeNode {
  type: string;
}

/** The part of a vfile that the plugin needs. */
export interface CheckedFile {
  readonly path?: string | undefined;
  readonly extname?: string | undefined;
  toString(): string;
  message(
    reason: string,
    options: {
      readonly place: { readonly start: FilePoint; readonly end: FilePoint };
      readonly source: string;
      readonly ruleId: string;
    },
  ): FileMessage;
}

/** A place in a vfile: one-based line and column, zero-based UTF-16 offset. */
export interface FilePoint {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** What the plugin checks against. */
export interface UnifiedOptions extends LibraryOptions {
  readonly sources: readonly NamedText[];
  /** Address of the folder of the rule pages; with it, each message has the `url` of its rule. */
  readonly rulePages?: string;
  /** Findings below this level are left out; default `warning`. */
  readonly level?: Level;
}

const WEIGHT: Readonly<Record<Level, number>> = { error: 3, warning: 2, information: 1, hint: 0 };

/** An error is fatal to nobody's pipeline: vfile's `false` is a warning, `null` information. */
const fatal = (level: Level): boolean | null => (WEIGHT[level] >= WEIGHT.warning ? false : null);

/**
 * A plugin for unified (remark, retext): checks the text of the file against the sources and adds a message for each
 * finding, with `actual`, `expected` (what the sources have, best first) and the source sentences as `note`. The tree is
 * neither read nor changed, so it works at any place of a pipeline.
 */
export function touchstone(options: UnifiedOptions): (tree: TreeNode, file: CheckedFile) => undefined {
  const { sources, rulePages, level = 'warning', ...checkOptions } = options;
  const checker = createSourceChecker(sources, checkOptions);
  return (_tree, file) => {
    const text = String(file);
    const format = file.extname?.toLowerCase() === '.txt' ? 'plaintext' : 'markdown';
    const { findings, position } = checker.check({ name: file.path ?? 'draft', text, format });
    for (const finding of findings) {
      if (WEIGHT[finding.level] < WEIGHT[level]) continue;
      const point = (offset: number): FilePoint => {
        const { line, character } = position(offset);
        return { line: line + 1, column: character + 1, offset };
      };
      const place = { start: point(finding.start), end: point(finding.end) };
      const message = file.message(finding.message, { place, source: 'touchstone', ruleId: finding.code });
      message.fatal = fatal(finding.level);
      message.actual = finding.text;
      message.expected = [...finding.expected];
      message.note = noteOf(finding);
      if (rulePages !== undefined) message.url = `${rulePages.replace(/\/?$/, '/')}${finding.code}.md`;
    }
    return undefined;
  };
}

/** The source sentences that a finding rests on, with their places. */
const noteOf = ({ evidence }: Finding): string | undefined =>
  evidence.length === 0
    ? undefined
    : evidence.map(({ uri, line, sentence }) => `${uri}:${line + 1}: ${sentence.text}`).join('\n');
