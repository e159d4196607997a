import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isProse, placesOf, stringsUnder } from './strings.ts';

const root = join(import.meta.dirname, '../..');
const readJson = (path: string): Record<string, string> =>
  JSON.parse(readFileSync(join(root, path), 'utf8')) as Record<string, string>;

describe('the extension', () => {
  const strings = stringsUnder('client/src');
  const isTemplate = (inside: readonly string[]): boolean => inside[0] === 'l10n.t(';
  const german = readJson('l10n/bundle.l10n.de.json');

  test('has German for every template, and for none that is not used', () => {
    const templates = new Set(strings.filter(({ inside }) => isTemplate(inside)).map(({ text }) => text));
    expect(templates.size).toBeGreaterThan(100);
    expect([...templates].filter((template) => !(template in german))).toEqual([]);
    expect(Object.keys(german).filter((template) => !templates.has(template))).toEqual([]);
  });

  test('keeps the places and the icons of each template', () => {
    const shapeOf = (text: string): string => `${placesOf(text)} ${/\$\([\w-]+\)/.exec(text)?.[0] ?? ''}`;
    expect(Object.entries(german).filter(([from, to]) => shapeOf(from) !== shapeOf(to))).toEqual([]);
  });

  /** The log, for reports of faults; styles; names; a list that only tests see. */
  const NO_WORDS = [
    /^Touchstone(?:: \{\})?$/,
    /^The language server did not start: /,
    /^Not checked: \{\} /,
    /^(?:\dpx|underline) /,
    /^(?:agrees|differs) \{\}$/,
  ];

  test('says nothing to people that could not be translated', () => {
    const loose = strings
      .filter(({ inside, text }) => !isTemplate(inside) && isProse(text))
      .filter(({ text }) => !NO_WORDS.some((pattern) => pattern.test(text)))
      .map(({ path, line, text }) => `${path}:${line} ${text}`);
    expect(loose).toEqual([]);
  });
});

describe('the manifest', () => {
  const english = readJson('package.nls.json');
  const german = readJson('package.nls.de.json');
  const manifest = readFileSync(join(root, 'package.json'), 'utf8');
  const used = new Set([...manifest.matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key as string));

  test('names texts that are there in both languages', () => {
    expect([...used].filter((key) => !(key in english))).toEqual([]);
    expect(Object.keys(english).filter((key) => !used.has(key))).toEqual([]);
    expect(Object.keys(german).sort()).toEqual(Object.keys(english).sort());
  });

  test('keeps commands, settings and code of each text', () => {
    const kept = (text = ''): string => (text.match(/`[^`]+`|\]\([^)]+\)/g) ?? []).sort().join(' ');
    expect(Object.keys(english).filter((key) => kept(english[key]) !== kept(german[key]))).toEqual([]);
  });

  /** Where the manifest has words for people: `a.*.b` stands for any name or number. */
  const WORDS = [
    'description',
    'capabilities.*.description',
    'contributes.configuration.*.properties.**.markdownDescription',
    'contributes.configuration.*.properties.**.description',
    'contributes.configuration.*.properties.**.enumDescriptions.*',
    'contributes.commands.*.title',
    'contributes.commands.*.shortTitle',
    'contributes.views.*.*.name',
    'contributes.viewsWelcome.*.contents',
    'contributes.walkthroughs.*.title',
    'contributes.walkthroughs.*.description',
    'contributes.walkthroughs.*.steps.*.title',
    'contributes.walkthroughs.*.steps.*.description',
    'contributes.walkthroughs.*.steps.*.media.altText',
    'contributes.languageModelTools.*.displayName',
    'contributes.languageModelTools.*.userDescription',
    'contributes.semanticTokenTypes.*.description',
    'contributes.semanticTokenModifiers.*.description',
    'contributes.colors.*.description',
    'contributes.submenus.*.label',
  ].map(
    (path) =>
      new RegExp(
        `^${path.replaceAll('.', '\\.').replaceAll('**', '§').replaceAll('*', '[^/]+').replaceAll('\\.', '/').replaceAll('§', '.+')}$`,
      ),
  );

  test('has no words for people besides these', () => {
    const loose: string[] = [];
    const visit = (value: unknown, path: string): void => {
      if (typeof value === 'object' && value !== null)
        for (const [key, part] of Object.entries(value)) visit(part, path === '' ? key : `${path}/${key}`);
      else if (typeof value === 'string' && WORDS.some((words) => words.test(path)) && !/^%.+%$/.test(value))
        loose.push(`${path}: ${value} — put it into package.nls.json and package.nls.de.json`);
    };
    visit(JSON.parse(manifest), '');
    expect(loose).toEqual([]);
  });
});
