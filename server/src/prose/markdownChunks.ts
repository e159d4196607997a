/** A line that, behind a blank line, ends whatever container was open and starts a block of its own. */
const OPENER = /^(?:[\p{L}"“‘'(#>|_[]|\d(?!\d{0,8}[.)]))/u;
const BLANK = /^[ \t]*\r?$/;
const FENCE = /^(?:(`{3,})[^`]*|(~{3,}).*)$/;
const NESTED_FENCE = /^[ \t>*+\-\d.)]+(?:`{3,}|~{3,})/;
const HTML = /^[ \t]*</;
const COMMENT = /^[ \t]*<!--(?!-?>).*-->/;
const FRONT_MATTER = /^(---|\+\+\+)[ \t]*\r?$/;

/** A carriage return alone ends a line too; too rare to be followed. */
const LONE_RETURN = /\r(?!\n)/;

/** True when a text can be cut into pieces at all. */
export const canBeCut = (text: string): boolean => !LONE_RETURN.test(text);

/**
 * Offsets at which Markdown can be cut into pieces that read the same alone as in the whole, link definitions apart. A
 * cut is made only where it is sure: behind the first construct that may reach over blank lines in a way not followed
 * here (HTML, a fence inside a list) there are no more cuts. `from` is 0 or a cut of the text, which leaves nothing open,
 * so that the cuts behind it depend on nothing before it; the search ends with the first cut at which `isKnown`.
 */
export function markdownCuts(
  text: string,
  from = 0,
  isKnown: (cut: number) => boolean = () => false,
): readonly number[] {
  const cuts = [from];
  let at = from;
  let fence: string | undefined;
  let blank = false;
  const lineAt = (start: number): { line: string; next: number } => {
    const end = text.indexOf('\n', start);
    return end < 0
      ? { line: text.slice(start), next: text.length }
      : { line: text.slice(start, end), next: end + 1 };
  };
  if (from === 0) {
    while (text.charCodeAt(at) === 0xfeff) at++;
    const body = afterFrontMatter(text, at, lineAt);
    // The parser looks for the end of open front matter through the whole text, and reads on in another state.
    if (body === undefined) return cuts;
    at = body;
  }
  while (at < text.length) {
    const { line, next } = lineAt(at);
    if (BLANK.test(line)) blank = true;
    else if (fence !== undefined) {
      if (closes(line, fence)) fence = undefined;
      blank = false;
    } else {
      if (blank && OPENER.test(line)) {
        cuts.push(at);
        if (isKnown(at)) return cuts;
      }
      blank = false;
      const opened = FENCE.exec(line.endsWith('\r') ? line.slice(0, -1) : line);
      if (opened) fence = opened[1] ?? opened[2];
      else if (NESTED_FENCE.test(line) || (HTML.test(line) && !COMMENT.test(line))) return cuts;
    }
    at = next;
  }
  return cuts;
}

function afterFrontMatter(
  text: string,
  start: number,
  lineAt: (start: number) => { line: string; next: number },
): number | undefined {
  const first = lineAt(start);
  const mark = FRONT_MATTER.exec(first.line)?.[1];
  if (!mark) return start;
  for (let at = first.next; at < text.length; ) {
    const { line, next } = lineAt(at);
    if (FRONT_MATTER.exec(line)?.[1] === mark) return next;
    at = next;
  }
  return undefined;
}

/** True when `line` closes the code block that `fence` opened. */
function closes(line: string, fence: string): boolean {
  const mark = line.trim();
  return (
    mark.length >= fence.length && mark === (fence[0] as string).repeat(mark.length) && /^ {0,3}\S/.test(line)
  );
}
