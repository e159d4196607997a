import { existsSync } from 'node:fs';
import { MAX_TICKS_FILE_SIZE, readTicksFile, TICKS_ENDING, type TicksFile } from '../desk/ticksFile.ts';
import type { AnalysedDocument } from '../mentions/analysedDocument.ts';
import { normaliseUri } from '../service/uris.ts';
import { createLineIndex } from '../text/lineIndex.ts';
import { readTextFile } from './nodeFiles.ts';

/** The ticks file beside a draft, with what is wrong with it: text to follow the file's name. */
export interface ReadTicks {
  readonly file: TicksFile;
  readonly problems: readonly string[];
}

/** Reads the ticks file of a draft; undefined when there is none. */
export function readTicks(draft: string): ReadTicks | undefined {
  const path = draft + TICKS_ENDING;
  if (!existsSync(path)) return undefined;
  const read = readTextFile(path, MAX_TICKS_FILE_SIZE);
  if ('problem' in read)
    return read.problem === 'is empty'
      ? undefined
      : { file: readTicksFile(''), problems: [`${TICKS_ENDING} ${read.problem}.`] };
  const file = readTicksFile(read.text);
  const lines = createLineIndex(read.text);
  const problems = file.problems.map(
    ({ start, message }) => `${TICKS_ENDING}:${lines.position(start).line + 1}: ${message}`,
  );
  return { file, problems };
}

/** Sources by URI in the form in which ticks files name them. */
export const byNormalUri = (sources: readonly AnalysedDocument[]): ReadonlyMap<string, AnalysedDocument> =>
  new Map(sources.map((source) => [normaliseUri(source.prose.uri), source]));
