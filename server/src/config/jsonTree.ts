import { t } from '../l10n/message.ts';
import type { Span } from '../text/span.ts';

/** A value of JSON with the span it was read from, so that a message can point at it. */
export type JsonNode = Span &
  (
    | { readonly kind: 'object'; readonly members: readonly JsonMember[] }
    | { readonly kind: 'array'; readonly items: readonly JsonNode[] }
    | { readonly kind: 'plain'; readonly value: string | number | boolean | null }
  );

/** One member of an object; `key` is the span of its name, quotation marks included. */
export interface JsonMember {
  readonly name: string;
  readonly key: Span;
  readonly value: JsonNode;
}

/** Where and why a text is not JSON. */
export interface JsonError extends Span {
  readonly message: string;
}

/** Deeper files are refused: no file of ours is so deep, and reading them would exhaust the stack. */
const MAX_DEPTH = 100;

const WORD = /(?:true|false|null)\b/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON refuses them inside a text
const STRING = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})[^"\\\u0000-\u001f]*)*"/y;
const SPACE = /[ \t\r\n]*/y;

/** Reads JSON as the standard has it: no comments, no commas behind the last member. A byte order mark is passed over. */
export function parseJson(text: string): JsonNode | JsonError {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;

  const fail = (message: string, start = at): JsonError => {
    // An error at the end points at the last character, where an editor can show it.
    const end = Math.min(text.length, start + 1);
    return { message, start: end === start ? Math.max(0, start - 1) : start, end };
  };
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  };
  const skip = (): void => void match(SPACE);
  /** The complaint, with what stands here in place of what should. */
  const wrong = (found: (character: string) => string, ended: string): JsonError =>
    fail(at < text.length ? found(JSON.stringify(text[at])) : ended);

  function value(depth: number): JsonNode | JsonError {
    if (depth > MAX_DEPTH) return fail(t('nested too deeply'));
    const start = at;
    const character = text[at];
    if (character === '{') return object(start, depth);
    if (character === '[') return array(start, depth);
    if (character === '"') {
      const found = match(STRING);
      return found === undefined
        ? fail(t('a text that does not end or holds a wrong character'))
        : plain(start);
    }
    if (match(WORD) !== undefined || match(NUMBER) !== undefined) return plain(start);
    return wrong(
      (found) => t('a value was expected, but found {0}', found),
      t('a value was expected, but the file ends'),
    );
  }

  const plain = (start: number): JsonNode => ({
    kind: 'plain',
    start,
    end: at,
    value: JSON.parse(text.slice(start, at)) as string | number | boolean | null,
  });

  function object(start: number, depth: number): JsonNode | JsonError {
    const members: JsonMember[] = [];
    at++;
    skip();
    while (text[at] !== '}') {
      const from = at;
      const name = text[at] === '"' ? match(STRING) : undefined;
      if (name === undefined)
        return wrong(
          (found) => t('a key in quotation marks was expected, but found {0}', found),
          t('a key in quotation marks was expected, but the file ends'),
        );
      const key = { start: from, end: at };
      skip();
      if (text[at] !== ':')
        return wrong(
          (found) => t('":" was expected after the key, but found {0}', found),
          t('":" was expected after the key, but the file ends'),
        );
      at++;
      skip();
      const node = value(depth + 1);
      if ('message' in node) return node;
      members.push({ name: JSON.parse(name) as string, key, value: node });
      const problem = next('}');
      if (problem) return problem;
    }
    at++;
    return { kind: 'object', start, end: at, members };
  }

  function array(start: number, depth: number): JsonNode | JsonError {
    const items: JsonNode[] = [];
    at++;
    skip();
    while (text[at] !== ']') {
      const node = value(depth + 1);
      if ('message' in node) return node;
      items.push(node);
      const problem = next(']');
      if (problem) return problem;
    }
    at++;
    return { kind: 'array', start, end: at, items };
  }

  /** Passes the comma before the next part, or stops at `close`. */
  function next(close: string): JsonError | undefined {
    skip();
    if (text[at] === close) return undefined;
    if (text[at] !== ',')
      return wrong(
        (found) => t('"," or "{0}" was expected, but found {1}', close, found),
        t('"," or "{0}" was expected, but the file ends', close),
      );
    const comma = at++;
    skip();
    return text[at] === close ? fail(t('a comma stands before "{0}"', close), comma) : undefined;
  }

  skip();
  const root = value(0);
  if ('message' in root) return root;
  skip();
  return at < text.length ? fail(t('the file should end, but found {0}', JSON.stringify(text[at]))) : root;
}

/** The plain value of a node. Of a key that stands twice the last one counts; `__proto__` is a key like others. */
export function plainValue(node: JsonNode): unknown {
  if (node.kind === 'plain') return node.value;
  if (node.kind === 'array') return node.items.map(plainValue);
  return Object.fromEntries(node.members.map(({ name, value }) => [name, plainValue(value)]));
}

/** Span of the node at a path of keys and indexes; of its nearest part above when the path leads nowhere. */
export function spanAt(root: JsonNode, path: readonly string[], part: 'key' | 'value'): Span {
  let node = root;
  let key: Span = root;
  for (const name of path) {
    const index = node.kind === 'array' ? Number(name) : -1;
    const item = node.kind === 'array' ? node.items[index] : undefined;
    const member = node.kind === 'object' ? node.members.findLast((m) => m.name === name) : undefined;
    const found = item ?? member?.value;
    if (!found) break;
    node = found;
    key = member?.key ?? found;
  }
  return part === 'key' ? { start: key.start, end: key.end } : { start: node.start, end: node.end };
}
