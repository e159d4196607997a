import { validateIgnored } from './ignoredValidator.generated.ts';
import type { JsonNode } from './jsonTree.ts';
import { checkFile, type FileProblem } from './schemaProblems.ts';

/** Name of the file of ignored findings; the one nearest to a document counts. */
export const IGNORE_FILE = '.touchstoneignore.json';

/** One finding that is left out, as a reviewer reads it. Only the fingerprint decides. */
export interface IgnoredFinding {
  readonly fingerprint: string;
  readonly rule: string;
  readonly text: string;
  readonly excerpt?: string;
  readonly reason?: string;
}

/** An ignore file as far as it can be used. */
export interface IgnoreFile {
  /** In the file's order; undefined when nothing of the file can be used. */
  readonly ignored: readonly IgnoredFinding[] | undefined;
  readonly problems: readonly FileProblem[];
  /** Where an entry stands, for hints on it. */
  spanOf(fingerprint: string): { readonly start: number; readonly end: number } | undefined;
}

/** A larger ignore file is not read. */
export const MAX_IGNORE_FILE_SIZE = 5_000_000;

const KEYS = ['ignored', 'fingerprint', 'rule', 'text', 'excerpt', 'reason'];

/** Reads an ignore file. A wrong entry is left out and named; the others count. Never throws. */
export function readIgnoreFile(text: string): IgnoreFile {
  const { value, root, problems } = checkFile(text, validateIgnored, (path) => path.slice(0, 2), KEYS);
  const entries = itemsOf(root);
  const ignored = Array.isArray(value?.ignored) ? (value.ignored as readonly IgnoredFinding[]) : undefined;
  return { ignored, problems, spanOf: (fingerprint) => entries.get(fingerprint) };
}

function itemsOf(root: JsonNode | undefined): ReadonlyMap<string, JsonNode> {
  const entries = new Map<string, JsonNode>();
  const list =
    root?.kind === 'object' ? root.members.find(({ name }) => name === 'ignored')?.value : undefined;
  for (const item of list?.kind === 'array' ? list.items : []) {
    if (item.kind !== 'object') continue;
    const member = item.members.find(({ name }) => name === 'fingerprint')?.value;
    if (member?.kind === 'plain') entries.set(String(member.value), item);
  }
  return entries;
}

/**
 * The text of the file with one entry more, sorted so that two writers' additions merge; undefined when `text` is
 * broken, for then writing it anew would lose what it holds.
 */
export function withIgnored(text: string | undefined, entry: IgnoredFinding): string | undefined {
  const file = text === undefined || text.trim() === '' ? undefined : readIgnoreFile(text);
  if (file && (file.ignored === undefined || file.problems.length > 0)) return undefined;
  const head = file ? (JSON.parse((text as string).replace(/^\ufeff/, '')) as object) : {};
  const others = (file?.ignored ?? []).filter(({ fingerprint }) => fingerprint !== entry.fingerprint);
  const ignored = [...others, entry].sort(
    (a, b) => order(a.rule, b.rule) || order(a.text, b.text) || order(a.fingerprint, b.fingerprint),
  );
  return `${JSON.stringify({ ...head, ignored }, null, 2)}\n`;
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
