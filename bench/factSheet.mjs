#!/usr/bin/env node
/**
 * Measures the fact sheet of a draft of 2,000 facts over the server as an editor asks for it: the sheet, an edit and the
 * sheet again, ticks on all facts, and the sheet with them. Usage: npm run bench:sheet [-- --facts N] [--sources N]
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { root, runScript } from '../scripts/lib/commands.mjs';
import { createDraft, createSources } from './corpus.mjs';
import { median } from './figures.mjs';

const { values: flags } = parseArgs({
  options: { facts: { type: 'string', default: '2000' }, sources: { type: 'string', default: '20' } },
});
const FACTS = Number(flags.facts);
const RUNS = 15;
/** A draft of this corpus has a fact in about this many words. */
const WORDS_A_FACT = 5;

await runScript(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'touchstone-bench-'));
  try {
    const file = join(folder, 'service.cjs');
    await build({
      absWorkingDir: root,
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      logLevel: 'error',
      outfile: file,
      stdin: {
        resolveDir: root,
        loader: 'ts',
        contents: `
          export * as engine from './server/src/engine.ts';
          export { readSettings } from './server/src/config/settings.ts';
          export { createLanguageService } from './server/src/service/createLanguageService.ts';
        `,
      },
    });
    const { default: bundle } = await import(pathToFileURL(file).href);
    mkdirSync(join(folder, 'seeds'));
    const texts = createSources(Number(flags.sources));
    const files = new Map(texts.map((text, i) => [`file:///ws/seeds/${i}.txt`, text]));
    const uri = 'file:///ws/draft.md';
    const open = { uri, languageId: 'markdown', version: 1, text: createDraft(FACTS * WORDS_A_FACT) };
    const host = {
      folders: () => ['file:///ws'],
      document: (wanted) => (wanted === uri ? open : undefined),
      documents: () => [open],
      readFile: async (wanted) =>
        files.has(wanted)
          ? { bytes: new TextEncoder().encode(files.get(wanted)) }
          : { problem: 'is not there any more', missing: true },
      findFiles: async () => ({
        uris: [...files.keys()].filter((at) => at.includes('/seeds/')),
        truncated: false,
      }),
      hasDirectory: async () => true,
      now: () => performance.now(),
      show: () => {},
      // The bench measures the whole sheet, however busy the machine is.
      settings: async () => ({ timeBudget: 600 }),
      log: (level, message) => level === 'info' || console.error(message),
    };
    const service = bundle.createLanguageService(host, {
      engine: bundle.engine,
      readSettings: bundle.readSettings,
      now: () => '2026-01-01T00:00:00Z',
      relatedInformation: true,
      codeDescription: true,
      documentChanges: true,
    });
    const timed = async (run) => {
      const begun = performance.now();
      const result = await run();
      return { result, milliseconds: performance.now() - begun };
    };
    const several = async (prepare) => {
      const times = [];
      for (let i = 0; i < RUNS; i++) {
        prepare(i);
        await service.diagnostics(uri);
        times.push((await timed(() => service.factSheet(uri))).milliseconds);
      }
      return median(times);
    };
    const edit = (i) => {
      open.text = `${open.text.slice(0, 40)}${i % 2 === 0 ? 'x' : 'y'}${open.text.slice(41)}`;
      open.version++;
    };

    const first = await timed(() => service.factSheet(uri));
    const { counts } = first.result;
    const facts = first.result.sections.flatMap((section) => section.facts);
    const plain = await several(edit);
    const when = '2026-01-01T00:00:00Z';
    const supported = facts.filter(({ verdict }) => verdict === 'supported').map(({ id }) => id);
    const others = facts.filter(({ verdict }) => verdict !== 'supported').map(({ id }) => id);
    const decide = (action, ids) =>
      timed(async () => {
        const result = await service.decide({ uri, facts: ids, action, by: 'Bench', when, reason: 'bench' });
        if (result.problem) throw new Error(result.problem);
        files.set(result.uri, result.text);
        service.filesChanged([result.uri]);
        return result;
      });
    await service.factSheet(uri);
    const now = (await service.factSheet(uri)).sections.flatMap((section) => section.facts);
    const current = new Set(now.map(({ id }) => id));
    const all = await decide(
      'tick',
      supported.filter((id) => current.has(id)),
    );
    await decide(
      'accept',
      others.filter((id) => current.has(id)),
    );
    const one = await decide('tick', [now.find(({ verdict }) => verdict === 'supported').id]);
    const ticked = await several(edit);
    const view = await service.factSheet(uri);
    const rows = [
      ['facts', counts.facts],
      ['sources', texts.length],
      ['first sheet with the check of the draft, ms', first.milliseconds],
      ['sheet after an edit that was checked, ms', plain],
      ['ticking every fact that agrees, ms', all.milliseconds],
      ['one more tick, ms', one.milliseconds],
      ['sheet with all facts ticked or accepted, ms', ticked],
      ['sheet as a message, KB', JSON.stringify(view).length / 1000],
      ['ticks file, KB', files.get(`${uri}.ticks`).length / 1000],
    ];
    for (const [what, value] of rows)
      console.log(
        `${what.padEnd(48)}${value < 100 && !Number.isInteger(value) ? value.toFixed(1) : Math.round(value)}`,
      );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
