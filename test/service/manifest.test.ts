import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { IGNORE_FILE } from '../../server/src/config/ignoreFile.ts';
import { PROJECT_FILE } from '../../server/src/config/projectFile.ts';
import { DEFAULT_SETTINGS } from '../../server/src/config/settings.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const { contributes, ...manifest } = JSON.parse(read('package.json'));
const schema = JSON.parse(read('server/src/config/settings.schema.json'));
const properties: Record<string, Record<string, unknown>> = contributes.configuration[0].properties;

describe('settings', () => {
  test.each(Object.entries(DEFAULT_SETTINGS))('%s has the default of the checker', (key, value) => {
    expect(properties[`touchstone.${key}`]?.default).toEqual(value);
  });

  test('the editor and the checker allow the same rules and levels', () => {
    const rules = properties['touchstone.rules']?.properties as Record<string, { enum: string[] }>;
    expect(Object.keys(rules)).toEqual(schema.properties.rules.propertyNames.enum);
    for (const { enum: levels } of Object.values(rules)) {
      expect(levels).toEqual(schema.properties.rules.additionalProperties.enum);
    }
  });

  test.each(Object.entries(properties))('%s is described, placed and scoped', (_, property) => {
    expect(property).toMatchObject({
      markdownDescription: expect.stringMatching(/\.$/),
      order: expect.any(Number),
      scope: expect.stringMatching(/^(resource|window|application|machine)$/),
    });
    if (property.enum) expect(property.enumDescriptions).toHaveLength((property.enum as []).length);
  });
});

test('each command that the palette offers is registered, and the other way round', () => {
  const registered = [...read('client/src/commands.ts').matchAll(/registerCommand\(\s*'([^']+)'/g)].map(
    ([, id]) => id,
  );
  const offered = contributes.commands.map(({ command }: { command: string }) => command);
  expect([...registered].sort()).toEqual([...offered].sort());
});

test('starts with text documents only, runs nothing from the workspace, and names the files it has', () => {
  expect(manifest.activationEvents).toEqual(['onLanguage:markdown', 'onLanguage:plaintext']);
  expect(manifest.capabilities.untrustedWorkspaces).toEqual({ supported: true });
  for (const { path } of contributes.grammars) expect(existsSync(new URL(path, root))).toBe(true);
});

test('the editor knows the schema of each file of a project', () => {
  const found = (contributes.jsonValidation as { fileMatch: string; url: string }[]).map(
    ({ fileMatch, url }) => [fileMatch, Object.keys(JSON.parse(read(url)).properties).length > 1],
  );
  expect(found).toEqual([
    [PROJECT_FILE, true],
    [IGNORE_FILE, true],
  ]);
});
