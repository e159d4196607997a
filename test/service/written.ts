import type { CodeAction, Location, Position, Range, TextEdit } from 'vscode-languageserver-types';
import * as engine from '../../server/src/engine.ts';
import { createMemoryHost, type MemoryHost, serviceOver, ws } from './memoryHost.ts';

/** A workspace whose texts carry their own marks: a vertical bar is the caret. */
export interface Written {
  readonly host: MemoryHost;
  readonly service: ReturnType<typeof serviceOver>;
  /** The document that holds the caret. */
  readonly uri: string;
  readonly caret: Position;
  /** "draft.md: 123" for each place, in order. */
  show(places: readonly Location[]): string[];
  words(uri: string, range: Range): string;
  /** The text of `uri` after `edits`. */
  edited(uri: string, edits: readonly TextEdit[]): string;
}

/**
 * The real engine over `files`; the ones below `seeds/` lie on the disk, the others are open, and so is the one with the
 * caret.
 */
export function written(
  files: Readonly<Record<string, string>>,
  settings?: unknown,
  options: Parameters<typeof serviceOver>[1] = {},
): Written {
  const texts = new Map<string, string>();
  let uri = ws('draft.md');
  let caret: Position = { line: 0, character: 0 };
  for (const [path, marked] of Object.entries(files)) {
    const at = marked.indexOf('|');
    texts.set(ws(encodeURI(path)), at < 0 ? marked : marked.slice(0, at) + marked.slice(at + 1));
    if (at < 0) continue;
    uri = ws(encodeURI(path));
    caret = positionIn(marked, at);
  }
  const isSource = (each: string) => each.startsWith(ws('seeds/'));
  const disk = [...texts].filter(([each]) => isSource(each)).map(([each, text]) => [each.slice(10), text]);
  const host = createMemoryHost({});
  for (const [path, text] of disk) host.files.set(ws((path as string).replace(/^\//, '')), text as string);
  host.rawSettings = settings;
  for (const [each, text] of texts) {
    if (!isSource(each) || each === uri)
      host.open(each, text, each.endsWith('.md') ? 'markdown' : 'plaintext');
  }
  const words = (each: string, range: Range): string => {
    const text = texts.get(each) ?? '';
    return text.slice(offsetIn(text, range.start), offsetIn(text, range.end));
  };
  return {
    host,
    service: serviceOver(host, { engine, ...options }),
    uri,
    caret,
    show: (places) => places.map((place) => `${place.uri.slice(11)}: ${words(place.uri, place.range)}`),
    words,
    edited(each, edits) {
      const text = texts.get(each) ?? '';
      return [...edits]
        .sort((a, b) => offsetIn(text, b.range.start) - offsetIn(text, a.range.start))
        .reduce(
          (all, { range, newText }) =>
            all.slice(0, offsetIn(text, range.start)) + newText + all.slice(offsetIn(text, range.end)),
          text,
        );
    },
  };
}

/** The edits of an action, whichever form they have. */
export const editsOf = ({ edit }: CodeAction): readonly TextEdit[] => [
  ...Object.values(edit?.changes ?? {}).flat(),
  ...(edit?.documentChanges ?? []).flatMap((change) =>
    'edits' in change ? (change.edits as TextEdit[]) : [],
  ),
];

function positionIn(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

function offsetIn(text: string, { line, character }: Position): number {
  const lines = text.split('\n');
  return lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character;
}
