/**
 * A whole workspace in one text file: sections headed `-- name --`, expectations as carets under the words they are
 * about. `-- draft.md fixed --` is the draft after the first fix of every finding; `-- touchstone.json --` is the project
 * file, `-- .touchstoneignore.json --` the ignored findings, `-- options.json --` sets options of the engine itself.
 */
export interface Expectation {
  readonly line: number;
  readonly from: number;
  readonly to: number;
  /** "error number-mismatch: 123, not 132 — a.txt:1" */
  readonly text: string;
}

export interface Section {
  readonly name: string;
  readonly text: string;
  readonly expected: readonly Expectation[];
}

const HEAD = /^-- (.+) --$/;
const CARETS = /^( *)(\^+) (.+)$/;

/** Parses the sections; caret lines are taken out of their text. */
export function parseWorkspaceFile(file: string): Section[] {
  const sections: { name: string; lines: string[]; expected: Expectation[] }[] = [];
  for (const line of file.replace(/\n$/, '').split('\n')) {
    const head = HEAD.exec(line);
    if (head?.[1]) {
      sections.push({ name: head[1], lines: [], expected: [] });
      continue;
    }
    const section = sections.at(-1);
    if (!section) continue;
    const carets = CARETS.exec(line);
    if (carets?.[1] !== undefined && carets[2] && carets[3]) {
      const from = carets[1].length;
      section.expected.push({
        line: section.lines.length - 1,
        from,
        to: from + carets[2].length,
        text: carets[3],
      });
    } else section.lines.push(line);
  }
  return sections.map(({ name, lines, expected }) => ({ name, text: `${lines.join('\n')}\n`, expected }));
}

/** Writes sections back, carets under their lines; the inverse of parsing. */
export function formatWorkspaceFile(sections: readonly Section[]): string {
  return sections
    .map(({ name, text, expected }) => {
      const lines = text.replace(/\n$/, '').split('\n');
      const out = lines.flatMap((line, at) => [
        line,
        ...expected
          .filter((e) => e.line === at)
          .map((e) => `${' '.repeat(e.from)}${'^'.repeat(e.to - e.from)} ${e.text}`),
      ]);
      return `-- ${name} --\n${out.join('\n')}\n`;
    })
    .join('');
}
