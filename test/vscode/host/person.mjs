/** What a person does in the window of a served VS Code; each waits for what the person would see. */

/** Runs a command by its title. */
export async function command(page, title) {
  await page.keyboard.press('F1');
  const input = page.locator('.quick-input-widget input').first();
  await input.waitFor();
  await input.fill(`>${title}`);
  await page.locator('.quick-input-widget .monaco-list-row', { hasText: title }).first().waitFor();
  await page.keyboard.press('Enter');
}

/** Chooses an entry of the list that is open. */
export async function choose(page, label) {
  const row = page.locator('.quick-input-widget .monaco-list-row', { hasText: label }).first();
  await row.waitFor();
  await row.click();
}

/**
 * Opens a file of the folder by its name. The list is asked again until it has the file: what has just been written
 * is not found until the search of VS Code has seen it, and a list that is open does not look again by itself.
 */
export async function openFile(page, name) {
  const input = page.locator('.quick-input-widget input').first();
  const row = page
    .locator('.quick-input-widget .monaco-list-row', { hasText: name.split('/').at(-1) })
    .first();
  for (let turn = 0; ; turn++) {
    await page.keyboard.press('Control+p');
    await input.waitFor();
    await input.fill(name);
    try {
      await row.waitFor({ timeout: 5_000 });
      break;
    } catch (error) {
      if (turn === 10) throw error;
      await page.keyboard.press('Escape');
    }
  }
  await page.keyboard.press('Enter');
}
