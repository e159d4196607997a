import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import ts from '@typescript/typescript6';

/** The strings of the sources, read from their syntax, so that none for people goes untranslated unseen. */

const root = join(import.meta.dirname, '../..');

/** One string of a source file. */
export interface SourceString {
  /** Path from the repository, with forward slashes. */
  readonly path: string;
  readonly line: number;
  /** The places of a template with substitutions are `{}`. */
  readonly text: string;
  /** Names of the properties and calls that it stands in, the nearest first: "title", "t(" for the first argument, "t()". */
  readonly inside: readonly string[];
}

/** Every string literal and template below a folder, types and imports left out. */
export function stringsUnder(folder: string): readonly SourceString[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ts$/.test(entry.name) && !/generated/.test(entry.name))
    .flatMap((entry) => stringsOf(join(entry.parentPath, entry.name)))
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line));
}

function stringsOf(file: string): readonly SourceString[] {
  const path = relative(root, file).split(sep).join('/');
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: SourceString[] = [];
  const visit = (node: ts.Node, inside: readonly string[]): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return;
    const text = textOf(node);
    if (text !== undefined) {
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      found.push({ path, line, text, inside });
    }
    if (ts.isConditionalExpression(node)) {
      visit(node.condition, ['if', ...inside]);
      visit(node.whenTrue, inside);
      visit(node.whenFalse, inside);
      return;
    }
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const name = node.expression.getText();
      visit(node.expression, inside);
      // What is handed to a template is data, not a template itself.
      for (const [at, argument] of (node.arguments ?? []).entries())
        visit(argument, [at === 0 ? `${name}(` : `${name}()`, ...inside]);
      return;
    }
    const name = ts.isPropertyAssignment(node) ? [node.name.getText()] : [];
    ts.forEachChild(node, (child) => visit(child, [...name, ...inside]));
  };
  visit(source, []);
  return found;
}

function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node))
    return node.head.text + node.templateSpans.map(({ literal }) => `{}${literal.text}`).join('');
  return undefined;
}

/** True for words that people read: two of them or more, or a sentence of one. */
export const isProse = (text: string): boolean =>
  /\p{L}{2,}[,;:]?\s+(?:[\p{L}“"(]|\{\})/u.test(text) || /^\p{Lu}\p{Ll}+[.…]?$/u.test(text);

/** Numbers of the places in a template: "0 1". */
export const placesOf = (template: string): string =>
  [...new Set([...template.matchAll(/\{(\d)\}/g)].map(([, place]) => place))].sort().join(' ');
