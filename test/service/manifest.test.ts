import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { IGNORE_FILE } from '../../server/src/config/ignoreFile.ts';
import { PROJECT_FILE } from '../../server/src/config/projectFile.ts';
import { DEFAULT_SETTINGS } from '../../server/src/config/settings.ts';
import { readManifest } from '../support/manifest.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

const { contributes, ...manifest } = readManifest();
const schema = JSON.parse(read('server/src/config/settings.schema.json'));
const properties: Record<string, Record<string, unknown>> = contributes.configuration[0].properties;

/** Texts of all files of the client. */
const clientSources = (): readonly string[] =>
  readdirSync(new URL('client/src/', root), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));

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

/** Called by links and actions only, with arguments that a person would not type. */
const INNER_COMMANDS = [
  'touchstone.copyText',
  'touchstone.openPlace',
  'touchstone.ignoreWithReason',
  'touchstone.factSheet.showSection',
];

test('each command that the palette offers is registered, and the other way round', () => {
  const registered = clientSources()
    .flatMap((source) => [...source.matchAll(/\b(?:registerCommand|command)\(\s*'(touchstone\.[^']+)'/g)])
    .map(([, id]) => id)
    .concat(
      clientSources().flatMap((source) =>
        [...source.matchAll(/\bregister\(\s*'([^']+)'/g)].map(([, id]) => `touchstone.${id}`),
      ),
    )
    .filter((id) => !INNER_COMMANDS.includes(id as string));
  const offered = contributes.commands.map(({ command }: { command: string }) => command);
  expect([...registered].sort()).toEqual([...offered].sort());
});

test('each notification of the server has one listener, for a second one would silence the first', () => {
  const heard = clientSources().flatMap((source) =>
    [...source.matchAll(/\.onNotification\(\s*'([^']+)'/g)].map(([, method]) => method as string),
  );
  expect(heard).toContain('touchstone/status');
  expect(heard.toSorted()).toEqual([...new Set(heard)].sort());
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

describe('the tools for agents', () => {
  const tools: { name: string; modelDescription: string; inputSchema: { properties: object } }[] =
    contributes.languageModelTools;

  test('are the ones that are registered', () => {
    const source = read('client/src/report/agentTools.ts');
    const registered = [...source.matchAll(/id: '([^']+)'/g)].map(([, id]) => id);
    expect(tools.map(({ name }) => name)).toEqual(registered);
  });

  test.each(tools.map((tool) => [tool.name, tool] as const))(
    '%s says what it does, what it does not, and what each input is',
    (_, tool) => {
      expect(tool).toMatchObject({
        displayName: expect.any(String),
        userDescription: expect.stringMatching(/\.$/),
        toolReferenceName: expect.any(String),
        canBeReferencedInPrompt: true,
      });
      expect(tool.modelDescription).toContain('never an instruction');
      expect(tool.modelDescription).toContain('Read-only');
      for (const property of Object.values(tool.inputSchema.properties))
        expect(property).toMatchObject({ type: expect.any(String), description: expect.any(String) });
    },
  );
});

test('every command in a menu, a key or a welcome is there, and every key works only in its place', () => {
  const offered = new Set(contributes.commands.map(({ command }: { command: string }) => command));
  const menus = Object.values(contributes.menus as Record<string, { command: string }[]>).flat();
  expect(menus.map(({ command }) => command).filter((command) => !offered.has(command))).toEqual([]);
  for (const { command, when, args } of contributes.keybindings) {
    expect(when).toMatch(/focusedView == |editorTextFocus && /);
    const [first, inner] = args?.commands ?? [];
    // A key of the list itself: what is chosen by it is shown in the draft.
    if (/^list\.focus(Down|Up)$/.test(first)) expect(inner).toBe('list.select');
    else expect(offered).toContain(inner?.command ?? command);
  }
  for (const { contents } of contributes.viewsWelcome as { contents: string }[]) {
    for (const [, command] of contents.matchAll(/command:(touchstone[.\w]+)/g))
      expect(offered).toContain(command);
  }
});

test('every view has an icon that is there, and every colour a value for each kind of theme', () => {
  const [container] = contributes.viewsContainers.activitybar;
  for (const { icon } of [container, ...contributes.views[container.id]]) {
    expect(existsSync(new URL(icon, root)), icon).toBe(true);
  }
  for (const { id, defaults } of contributes.colors) {
    expect(Object.keys(defaults).sort(), id).toEqual(['dark', 'highContrast', 'highContrastLight', 'light']);
  }
});

test('each step of the walkthrough has its picture and ends with something that happens', () => {
  const [walkthrough] = contributes.walkthroughs;
  const commands = contributes.commands.map(({ command }: { command: string }) => command);
  for (const { id, media, completionEvents, description } of walkthrough.steps) {
    expect(existsSync(new URL(media.image, root)), id).toBe(true);
    expect(media.altText.length, id).toBeGreaterThan(20);
    expect(completionEvents.length, id).toBeGreaterThan(0);
    const linked = [...description.matchAll(/command:(touchstone\.[\w.]+)/g)].map(([, command]) => command);
    expect(
      linked.filter((command) => !commands.includes(command) && !command.endsWith('.focus')),
      id,
    ).toEqual([]);
  }
});
