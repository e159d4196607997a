import type { Position, SemanticTokens } from 'vscode-languageserver';
import { createLineIndex } from '../text/lineIndex.ts';
import {
  decodePosition,
  type Encoding,
  encodedLength,
  encodePosition,
  type LineAt,
} from './positionEncoding.ts';

/**
 * Translates the positions in whole messages between UTF-16, in which the service thinks, and the encoding of a client.
 * Each position is counted in the document that the message names for it: a link leads from one text into another.
 */
export interface ProtocolPositions {
  readonly encoding: Encoding;
  /** A result or notification about `uri`, as the client counts. */
  encode<T>(message: T, uri?: string): Promise<T>;
  /** Parameters that came from the client, as the service counts. */
  decode<T>(params: T): T;
  encodeTokens(tokens: SemanticTokens, uri: string): SemanticTokens;
}

/** Texts that positions are counted in. */
export interface Texts {
  /** Text of an open document. */
  readonly open: (uri: string) => string | undefined;
  /** Text of any document that the service has spoken of. */
  readonly known: (uri: string) => Promise<string | undefined>;
}

/** Creates the translation of one session. With UTF-16 every message is returned as it is. */
export function createProtocolPositions(encoding: Encoding, texts: Texts): ProtocolPositions {
  if (encoding === 'utf-16') {
    return {
      encoding,
      encode: async (message) => message,
      decode: (params) => params,
      encodeTokens: (tokens) => tokens,
    };
  }
  return {
    encoding,
    async encode(message, uri = '') {
      const uris = new Set<string>();
      mapPositions(message, uri, (position, at) => {
        uris.add(at);
        return position;
      });
      const lines = new Map<string, LineAt>();
      for (const each of uris) {
        const text = texts.open(each) ?? (await texts.known(each));
        if (text !== undefined) lines.set(each, linesOf(text));
      }
      return mapPositions(message, uri, (position, at) => {
        const line = lines.get(at);
        return line ? encodePosition(position, line, encoding) : position;
      });
    },
    decode(params) {
      const lines = new Map<string, LineAt>();
      return mapPositions(params, '', (position, uri) => {
        const line = lines.get(uri) ?? linesOf(texts.open(uri) ?? '');
        lines.set(uri, line);
        return decodePosition(position, line, encoding);
      });
    },
    encodeTokens(tokens, uri) {
      const line = linesOf(texts.open(uri) ?? '');
      const data: number[] = [];
      let [row, column, encodedColumn] = [0, 0, 0];
      for (let at = 0; at + 4 < tokens.data.length; at += 5) {
        const [down = 0, right = 0, length = 0, type = 0, modifiers = 0] = tokens.data.slice(at, at + 5);
        if (down > 0) [column, encodedColumn] = [0, 0];
        row += down;
        column += right;
        const start = encodedLength(line(row).slice(0, column), encoding);
        const width = encodedLength(line(row).slice(column, column + length), encoding);
        data.push(down, start - encodedColumn, width, type, modifiers);
        encodedColumn = start;
      }
      return { ...tokens, data };
    },
  };
}

/** Lines of a text, without their ends. */
export function linesOf(text: string): LineAt {
  const index = createLineIndex(text);
  return (line) =>
    text.slice(index.lineStart(line), index.offset({ line, character: Number.MAX_SAFE_INTEGER }));
}

type Translate = (position: Position, uri: string) => Position;

/** Copies a message with each position replaced; `uri` is the document that holds until the message names another. */
function mapPositions<T>(message: T, uri: string, map: Translate): T;
function mapPositions(message: unknown, uri: string, map: Translate): unknown {
  if (Array.isArray(message)) return message.map((each) => mapPositions(each, uri, map));
  if (typeof message !== 'object' || message === null) return message;
  if (isPosition(message)) return map(message, uri);
  const named = message as {
    readonly uri?: unknown;
    readonly textDocument?: { readonly uri?: unknown };
    readonly targetUri?: unknown;
  };
  const own = textOr(named.uri ?? named.textDocument?.uri, uri);
  return Object.fromEntries(
    Object.entries(message).map(([key, value]) => {
      if (key === 'changes' && !Array.isArray(value)) return [key, mapChanges(value, map)];
      const at = key.startsWith('target') ? textOr(named.targetUri, own) : own;
      return [key, mapPositions(value, at, map)];
    }),
  );
}

/** Edits by the URI of the document they change. */
const mapChanges = (changes: object, map: Translate): object =>
  Object.fromEntries(
    Object.entries(changes).map(([uri, edits]: [string, unknown]) => [uri, mapPositions(edits, uri, map)]),
  );

const textOr = (value: unknown, otherwise: string): string => (typeof value === 'string' ? value : otherwise);

function isPosition(value: object): value is Position {
  const { line, character } = value as Partial<Position>;
  return typeof line === 'number' && typeof character === 'number';
}
