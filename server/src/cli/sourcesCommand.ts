import { statSync } from 'node:fs';
import { analyse } from '../mentions/analyse.ts';
import { readProse } from '../prose/readProse.ts';
import { formatSize } from '../sources/decode.ts';
import { foreignLanguage, readSourceDetails, type SourceDetails } from '../sources/details.ts';
import type { SourcesArguments } from './arguments.ts';
import { plainLine } from './excerpt.ts';
import { groupDrafts, sourcesOfFolder } from './groups.ts';
import { displayPath, readTextFile, snapshotOf } from './nodeFiles.ts';
import { createProjects } from './project.ts';
import { plural } from './reporters/coverage.ts';
import type { ExitCode, Terminal } from './terminal.ts';

/** Version of the JSON form. */
const SOURCES_SCHEMA_VERSION = 1;

/** A source as it is listed. */
interface ListedSource {
  readonly file: string;
  /** In bytes; undefined when not even that can be told. */
  readonly size?: number;
  /** Facts read from it. */
  readonly facts?: number;
  readonly details?: SourceDetails;
  /** Why it cannot be read, in words that follow its name. */
  readonly problem?: string;
}

/** Runs `touchstone sources`: what drafts are checked against, and what is wrong with it. */
export function sourcesCommand(args: SourcesArguments, terminal: Terminal): ExitCode {
  const { cwd } = terminal;
  const problems: string[] = [];
  const projects = createProjects(args, cwd, (path) => displayPath(path, cwd), problems);
  const groups =
    args.drafts.length > 0
      ? groupDrafts(args, cwd, projects, problems)
      : [sourcesOfFolder(cwd, args.sources, cwd, projects, problems)];
  const limits = new Map<string, number>();
  for (const group of groups) {
    const files = 'sources' in group ? group.sources : group.files;
    if (files.length === 0) problems.push(`No sources ${group.place}.`);
    for (const file of files)
      limits.set(file, Math.max(limits.get(file) ?? 0, group.project.settings.maxSourceSize));
  }
  const sources = [...limits].map(([path, limit]) => listed(path, limit, cwd));
  for (const problem of problems) terminal.error(`touchstone: ${problem}\n`);
  if (args.format === 'json') {
    const list = { schemaVersion: SOURCES_SCHEMA_VERSION, sources, problems };
    terminal.out(`${JSON.stringify(list, null, 2)}\n`);
  } else if (sources.length > 0) terminal.out(prettyList(sources));
  return problems.length > 0 || sources.some(({ problem }) => problem !== undefined) ? 2 : 0;
}

function listed(path: string, limit: number, cwd: string): ListedSource {
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  const about = { file: displayPath(path, cwd), ...(size !== undefined && { size }) };
  const read = readTextFile(path, limit);
  if ('problem' in read) return { ...about, problem: read.problem };
  const { prose, blocks } = analyse(readProse(snapshotOf(path, read.text)));
  const details = readSourceDetails(prose.frontMatter);
  const problem = foreignLanguage(details);
  if (problem !== undefined) return { ...about, details, problem };
  return { ...about, facts: blocks.reduce((sum, { mentions }) => sum + mentions.length, 0), details };
}

function prettyList(sources: readonly ListedSource[]): string {
  const rows = sources.map(({ file, size, facts, details, problem }) => {
    const told = problem === undefined ? plural(facts ?? 0, 'fact') : `SKIPPED: it ${problem}`;
    const about = [details?.title, details?.publisher, details?.date].filter((part) => part !== undefined);
    return [
      plainLine(file),
      size === undefined ? '' : formatSize(size),
      [told, ...about.map((part) => plainLine(part))].join(', '),
    ] as const;
  });
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map(
    ([file, size, told]) => `${file.padEnd(widths[0] ?? 0)}  ${size.padStart(widths[1] ?? 0)}  ${told}`,
  );
  const skipped = sources.filter(({ problem }) => problem !== undefined).length;
  const last = `${plural(sources.length, 'source')}${skipped > 0 ? `, ${skipped} skipped` : ''}.`;
  return `${[...lines, last].join('\n')}\n`;
}
