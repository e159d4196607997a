import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../server/src/config/settings.ts';
import { RULES } from '../server/src/rules/registry.ts';
import { readManifest } from './support/manifest.ts';

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

test('the tables of rules and settings are current', () => {
  execFileSync(process.execPath, [join(root, 'scripts/generateDocs.mjs'), '--check'], { stdio: 'pipe' });
});

describe('the pages of the rules', () => {
  test('there is one for each rule, and no other', () => {
    const pages = readdirSync(join(root, 'docs/rules')).filter((file) => file !== 'README.md');
    expect(pages.sort()).toEqual(RULES.map(({ code }) => `${code}.md`).sort());
  });

  test.each(RULES.map(({ code, title }) => [code, title]))('%s', (code, title) => {
    const page = read(`docs/rules/${code}.md`);
    expect(page.split('\n')[0]).toBe(`# ${title} (\`${code}\`)`);
    const heads = [...page.matchAll(/^## (.*)$/gm)].map(([, head]) => head);
    expect(heads).toEqual(['What it says', 'Why it matters', 'Example', 'What stays quiet', 'Silence it']);
    expect(page).toContain(`touchstone-disable-line ${code}:`);
  });
});

describe('settings', () => {
  const properties = Object.assign(
    {},
    ...[readManifest().contributes.configuration]
      .flat()
      .map(({ properties: group }: { properties: object }) => group),
  );

  test.each(['server/src/config/settings.schema.json', 'schemas/touchstone.schema.json'])(
    '%s knows the codes of all rules',
    (file) => {
      const schema = JSON.parse(read(file));
      expect(schema.properties.rules.propertyNames.enum.toSorted()).toEqual(
        RULES.map(({ code }) => code).toSorted(),
      );
    },
  );

  test('the extension offers the levels of all rules', () => {
    expect(Object.keys(properties['touchstone.rules'].properties).toSorted()).toEqual(
      RULES.map(({ code }) => code).toSorted(),
    );
  });

  test.each(Object.entries(DEFAULT_SETTINGS))('the extension has the default of %s', (key, value) => {
    expect(properties[`touchstone.${key}`].default).toEqual(value);
  });
});

describe('links', () => {
  const pages = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'].concat(
    readdirSync(join(root, 'docs'), { recursive: true })
      .map((file) => join('docs', String(file)))
      .filter((file) => file.endsWith('.md')),
  );

  test.each(pages)('of %s lead to files', (page) => {
    const links = [...read(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link as string);
    const broken = links
      .filter((link) => !/^[a-z]+:/.test(link))
      .filter((link) => !existsSync(join(root, dirname(page), link.split('#')[0] as string)));
    expect(broken).toEqual([]);
  });
});
