import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('extension', () => {
  const extension = (): vscode.Extension<unknown> => {
    const found = vscode.extensions.getExtension('touchstone.touchstone');
    assert.ok(found, 'the extension is not loaded');
    return found;
  };

  it('activates', async () => {
    await extension().activate();
    assert.equal(extension().isActive, true);
  });

  it('registers every command it contributes', async () => {
    const contributed: { command: string }[] = extension().packageJSON.contributes.commands;
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.ok(contributed.length > 0);
    assert.deepEqual(
      contributed.map(({ command }) => command).filter((command) => !registered.has(command)),
      [],
    );
  });
});
