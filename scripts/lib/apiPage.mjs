/** Reads what the library exports, as it stands in the sources: name, comment and declaration. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from '@typescript/typescript6';
import { root } from './commands.mjs';

const parse = (path) => ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);

const nameOf = (statement) =>
  ts.isVariableStatement(statement)
    ? statement.declarationList.declarations[0].name.text
    : statement.name?.text;

/** The declaration called `name`, followed through re-exports. */
function declarationIn(file, name) {
  const found = file.statements.find(
    (statement) => !ts.isExportDeclaration(statement) && nameOf(statement) === name,
  );
  if (found) return { file, found };
  for (const statement of file.statements) {
    if (!ts.isExportDeclaration(statement) || !statement.moduleSpecifier) continue;
    const named = statement.exportClause?.elements?.find((element) => element.name.text === name);
    if (named)
      return declarationIn(
        parse(join(dirname(file.fileName), statement.moduleSpecifier.text)),
        (named.propertyName ?? named.name).text,
      );
  }
  // A name that the file imports and gives on with `export type { … }`.
  for (const statement of file.statements) {
    const named = statement.importClause?.namedBindings?.elements?.find(
      (element) => element.name.text === name,
    );
    if (named)
      return declarationIn(parse(join(dirname(file.fileName), statement.moduleSpecifier.text)), name);
  }
  throw new Error(`The library exports ${name}, which is declared nowhere.`);
}

const commentOf = (statement) => {
  const text = ts.getTextOfJSDocComment(statement.jsDoc?.at(-1)?.comment) ?? '';
  return text.replace(/\s*\n\s*/g, ' ').trim();
};

/** The declaration without its body or value, as a reader of the types sees it. */
function signatureOf(file, statement) {
  const text = (from, to) =>
    file.text
      .slice(from, to)
      .replace(/^export /, '')
      .trim();
  if (ts.isFunctionDeclaration(statement))
    return `${text(statement.getStart(), statement.body.getFullStart())};`;
  if (ts.isVariableStatement(statement)) {
    const [{ name, type }] = statement.declarationList.declarations;
    if (!type) throw new Error(`${name.text} is exported without a type.`);
    return `const ${name.text}: ${type.getText()};`;
  }
  return text(statement.getStart(), statement.end);
}

/** The reference of the library as Markdown: functions and values first, then the types, each by name. */
export function apiReference() {
  const index = parse(join(root, 'server/src/library/index.ts'));
  const names = index.statements
    .filter(ts.isExportDeclaration)
    .flatMap((statement) => statement.exportClause.elements.map((element) => element.name.text));
  const entries = names.map((name) => ({ name, ...declarationIn(index, name) }));
  const isValue = ({ found }) => ts.isFunctionDeclaration(found) || ts.isVariableStatement(found);
  const section = (title, chosen) => [
    `## ${title}`,
    ...chosen
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(({ name, file, found }) => {
        const comment = commentOf(found);
        if (comment === '') throw new Error(`${name} is exported without a comment.`);
        return `### ${name}\n\n${comment}\n\n\`\`\`ts\n${signatureOf(file, found)}\n\`\`\``;
      }),
  ];
  return [
    ...section('Functions and values', entries.filter(isValue)),
    ...section(
      'Types',
      entries.filter((entry) => !isValue(entry)),
    ),
  ].join('\n\n');
}
