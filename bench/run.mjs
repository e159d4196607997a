#!/usr/bin/env node
/**
 * Measures Touchstone beside an empty language server, remark, cspell-lib and harper.js, each in a fresh process.
 * Usage: npm run bench [-- --full] [--json] [--write] [--words N,N] [--sources N,N]
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { asciiOutput } from '../scripts/lib/asciiOutput.mjs';
import { root, run, runScript } from '../scripts/lib/commands.mjs';
import { serverBundles } from '../scripts/lib/serverBundles.mjs';
import { createDraft, createSources } from './corpus.mjs';
import { drive } from './driver.mjs';
import { report } from './report.mjs';

const bench = join(root, 'bench');
const { values: flags } = parseArgs({
  options: {
    quick: { type: 'boolean' },
    full: { type: 'boolean' },
    json: { type: 'boolean' },
    write: { type: 'boolean' },
    words: { type: 'string' },
    sources: { type: 'string' },
  },
});
const numbers = (text) => text?.split(',').map(Number);
const words = numbers(flags.words) ?? (flags.full ? [500, 2000, 10_000, 100_000] : [2000, 10_000]);
const sources = numbers(flags.sources) ?? (flags.full ? [1, 10, 100, 1000] : [10, 100]);
/** The draft and the number of sources around which the others vary. */
const WORDS = words.includes(10_000) ? 10_000 : Math.max(...words);
const SOURCES = sources.includes(100) ? 100 : Math.max(...sources);
const EDITS = 50;
const BUDGET = flags.full ? 20_000 : 6000;
/** Longest measurement of another checker, and of our own: a slow one of the others is given up early, never ours. */
const LIMIT = flags.full ? 90_000 : 40_000;
const OWN_LIMIT = flags.full ? 900_000 : 120_000;
const OWN = new Set(['touchstone', 'extraction', 'replace']);
const say = (text) => process.stderr.write(`${text}\n`);

/** Installs what is measured beside; without a network the rest is measured all the same. */
async function installOthers() {
  if (existsSync(join(bench, 'node_modules/harper.js'))) return true;
  say('Installing cspell-lib and harper.js for the bench …');
  const { code } = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: bench,
    quiet: true,
  });
  if (code !== 0) say('They could not be installed: measured without them.');
  return code === 0;
}

async function bundle(folder) {
  const common = {
    absWorkingDir: root,
    bundle: true,
    minify: true,
    logLevel: 'error',
    legalComments: 'none',
    metafile: true,
    plugins: [asciiOutput],
  };
  const node = { ...common, platform: 'node', target: 'node20', format: 'cjs' };
  const files = { empty: 'empty.cjs', server: 'server.cjs', engine: 'engine.mjs' };
  const out = (name) => join(folder, files[name]);
  await Promise.all([
    build({ ...node, entryPoints: ['bench/emptyServer.mjs'], outfile: out('empty') }),
    ...serverBundles(folder).map((options) =>
      build({ ...common, ...options, plugins: [...options.plugins, asciiOutput] }),
    ),
    build({
      ...common,
      format: 'esm',
      platform: 'neutral',
      conditions: ['worker'],
      mainFields: ['module', 'main'],
      target: 'es2022',
      entryPoints: ['server/src/engine.ts'],
      outfile: out('engine'),
    }),
  ]);
  return { empty: out('empty'), server: out('server'), engine: out('engine') };
}

const name = (error) => (error instanceof Error ? error.message : String(error));

/** The promise's result, or a failure when it takes longer than one measurement may. */
async function bounded(what, promise) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error('took too long')), OWN.has(what) ? OWN_LIMIT : LIMIT);
  });
  try {
    return await Promise.race([promise, late]);
  } catch (error) {
    say(`${what}: ${name(error)}`);
    return { failed: name(error) };
  } finally {
    clearTimeout(timer);
  }
}

await runScript(async () => {
  const begun = performance.now();
  const others = await installOthers();
  const folder = mkdtempSync(join(tmpdir(), 'touchstone-bench-'));
  try {
    const bundles = await bundle(folder);
    const drafts = new Map(words.map((count) => [count, createDraft(count)]));
    const all = createSources(Math.max(...sources));
    const workspaces = new Map();
    for (const count of sources) {
      const workspace = join(folder, `workspace-${count}`);
      mkdirSync(join(workspace, 'seeds'), { recursive: true });
      for (let i = 0; i < count; i++)
        writeFileSync(join(workspace, 'seeds', `${String(i).padStart(4, '0')}.txt`), all[i]);
      writeFileSync(join(folder, `sources-${count}.json`), JSON.stringify(all.slice(0, count)));
      workspaces.set(count, workspace);
    }
    for (const [count, text] of drafts) writeFileSync(join(folder, `draft-${count}.md`), text);

    const rows = [];
    const server = async (title, file, wordCount, sourceCount) => {
      const workspace = workspaces.get(sourceCount);
      const uri = pathToFileURL(join(workspace, 'draft.md')).href;
      say(`${title}: ${wordCount} words, ${sourceCount} sources`);
      const measured = await bounded(
        title,
        drive([process.execPath, file], pathToFileURL(workspace).href, uri, drafts.get(wordCount), {
          edits: EDITS,
          budget: BUDGET,
          settle: OWN_LIMIT / 2,
        }),
      );
      rows.push({ kind: 'server', title, words: wordCount, sources: sourceCount, ...measured });
    };
    /** What a checker took for a smaller draft says when a larger one would take too long. */
    const isHopeless = (title, wordCount) =>
      !OWN.has(title) &&
      rows.some(
        (row) =>
          row.kind === 'process' &&
          row.title === title &&
          row.words < wordCount &&
          (row.failed || (row.first * wordCount) / row.words > LIMIT / 2),
      );
    const inProcess = async (title, wordCount) => {
      if (isHopeless(title, wordCount)) {
        say(`${title} in process: ${wordCount} words left out, too slow`);
        rows.push({ kind: 'process', title, words: wordCount, sources: 0, failed: 'left out' });
        return;
      }
      say(`${title} in process: ${wordCount} words`);
      const args = [
        join(bench, 'inProcess.mjs'),
        title,
        join(folder, `draft-${wordCount}.md`),
        bundles.engine,
        join(folder, `sources-${SOURCES}.json`),
        String(BUDGET),
      ];
      const measured = await bounded(
        title,
        run(process.execPath, args, { cwd: bench, capture: true }).then(({ code, output }) =>
          code === 0 ? JSON.parse(output) : { failed: `ended with ${code}` },
        ),
      );
      rows.push({
        kind: 'process',
        title,
        words: wordCount,
        sources: title === 'touchstone' || title === 'replace' ? SOURCES : 0,
        ...measured,
      });
    };

    for (const count of words) await server('empty', bundles.empty, count, SOURCES);
    for (const wordCount of words)
      for (const sourceCount of sources)
        if (wordCount === WORDS || sourceCount === SOURCES)
          await server('touchstone', bundles.server, wordCount, sourceCount);
    for (const count of words)
      for (const title of ['touchstone', 'extraction', 'remark', ...(others ? ['cspell', 'harper'] : [])])
        await inProcess(title, count);

    await inProcess('replace', WORDS);

    const record = {
      date: new Date().toISOString().slice(0, 10),
      node: process.version,
      cores: cpus().length,
      seconds: Math.round((performance.now() - begun) / 1000),
      words: WORDS,
      sources: SOURCES,
      rows,
    };
    const text = report(record);
    console.log(flags.json ? JSON.stringify(record, undefined, 1) : text);
    if (flags.write) {
      const readme = join(bench, 'README.md');
      const head = readFileSync(readme, 'utf8').split('<!-- figures -->')[0];
      writeFileSync(readme, `${head}<!-- figures -->\n\n${text}`);
    }
    return rows.some(({ title, failed }) => failed && title === 'touchstone') ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
