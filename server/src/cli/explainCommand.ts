import { explainAt } from '../alignment/explain.ts';
import { explanationText } from '../findings/explanation.ts';
import { createSourceIndex } from '../sources/sourceIndex.ts';
import type { LineIndex } from '../text/lineIndex.ts';
import type { ExplainArguments, ExplainTarget } from './arguments.ts';
import { plainLine } from './excerpt.ts';
import { openDraft } from './openDraft.ts';
import { readRulePage } from './rulePages.ts';
import type { ExitCode, Terminal } from './terminal.ts';

/** Runs `touchstone explain`: the page of a rule, or how the fact at a place of a draft was judged. */
export function explainCommand(args: ExplainArguments, terminal: Terminal): ExitCode {
  const { target } = args;
  if (target.kind === 'place') return explainPlace(args, target, terminal);
  const page = readRulePage(terminal.pages, target.code);
  if (page === undefined) {
    terminal.error(
      `touchstone: the page of ${target.code} is missing from ${terminal.pages}. Install Touchstone again, or run "npm run build" in the repository.\n`,
    );
    return 2;
  }
  terminal.out(terminal.colour ? page.replace(/^#+ .*$/gm, '\u001b[1m$&\u001b[0m') : page);
  return 0;
}

function explainPlace(
  args: ExplainArguments,
  { file, line, column }: Extract<ExplainTarget, { kind: 'place' }>,
  terminal: Terminal,
): ExitCode {
  const problems: string[] = [];
  const opened = openDraft(file, args, terminal.cwd, problems);
  if (opened) {
    const { draft, sources, settings } = opened;
    const offset = offsetAt(draft.prose, line, column);
    if (offset === undefined) problems.push(`${file} has no line ${line} with a column ${column}.`);
    else {
      const explanation = explainAt(draft, createSourceIndex(sources), offset, settings.aliases);
      const text = explanation
        ? explanationText(explanation)
        : `There is no fact at ${file}:${line}:${column}.`;
      terminal.out(`${text.split('\n').map(plainLine).join('\n')}\n`);
    }
  }
  for (const problem of problems) terminal.error(`touchstone: ${problem}\n`);
  return problems.length > 0 ? 2 : 0;
}

/** Offset of a line and column that count from 1; undefined outside the text. */
function offsetAt(
  { lines, text }: { readonly lines: LineIndex; readonly text: string },
  line: number,
  column: number,
): number | undefined {
  if (line > lines.lineCount) return undefined;
  const start = lines.lineStart(line - 1);
  const end = line < lines.lineCount ? lines.lineStart(line) : text.length;
  return column - 1 > end - start ? undefined : start + column - 1;
}
