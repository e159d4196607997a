/**
 * Measures one checker in this process on one text: node inProcess.mjs NAME DRAFT.md ENGINE SOURCES.json BUDGET_MS
 * Prints JSON: milliseconds to load, of the first run, and the median of the later ones.
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { median } from './figures.mjs';

const [, , name, file, engineFile, sourcesFile, budget] = process.argv;
const text = readFileSync(file, 'utf8');

/** Milliseconds of reading alone, where that is a part of what is measured. */
let extracted;

const checkers = {
  async touchstone() {
    const engine = await import(pathToFileURL(engineFile).href);
    const index = engine.createSourceIndex(
      JSON.parse(readFileSync(sourcesFile, 'utf8')).map((source, i) =>
        engine.analyse(
          engine.readProse({ uri: `file:///seeds/${i}.txt`, format: 'plaintext', text: source }),
        ),
      ),
    );
    return (draft) =>
      engine.checkDraft(
        engine.analyse(engine.readProse({ uri: 'file:///draft.md', format: 'markdown', text: draft })),
        index,
        engine.DEFAULT_OPTIONS,
      ).findings.length;
  },
  /** One source of many is another text: it is read, indexed, and a draft of one sentence checked against all of them. */
  async replace() {
    const engine = await import(pathToFileURL(engineFile).href);
    const read = (source, i) =>
      engine.analyse(engine.readProse({ uri: `file:///seeds/${i}.txt`, format: 'plaintext', text: source }));
    const texts = JSON.parse(readFileSync(sourcesFile, 'utf8'));
    const sources = texts.map(read);
    const sentence = engine.analyse(
      engine.readProse({ uri: 'file:///draft.md', format: 'markdown', text: 'About 4,711 people came.\n' }),
    );
    const check = () =>
      engine.checkDraft(sentence, engine.createSourceIndex([...sources]), engine.DEFAULT_OPTIONS);
    check();
    const at = sources.length >> 1;
    const extractions = [];
    let run = 0;
    return () => {
      const begun = performance.now();
      sources[at] = read(`${texts[at]}Version ${run++}.\n`, at);
      extractions.push(performance.now() - begun);
      check();
      extracted = median(extractions);
      return sources.length;
    };
  },
  async extraction() {
    const engine = await import(pathToFileURL(engineFile).href);
    return (draft) =>
      engine.analyse(engine.readProse({ uri: 'file:///draft.md', format: 'markdown', text: draft })).blocks
        .length;
  },
  async remark() {
    const [{ unified }, parse, gfm, frontmatter] = await Promise.all([
      import('unified'),
      import('remark-parse'),
      import('remark-gfm'),
      import('remark-frontmatter'),
    ]);
    const processor = unified()
      .use(parse.default)
      .use(gfm.default)
      .use(frontmatter.default, ['yaml', 'toml'])
      .freeze();
    return (draft) => processor.parse(draft).children.length;
  },
  async cspell() {
    const { DocumentValidator, getDefaultSettings, createTextDocument } = await import('cspell-lib');
    const settings = await getDefaultSettings();
    return async (draft) => {
      const document = createTextDocument({
        uri: 'file:///draft.md',
        content: draft,
        languageId: 'markdown',
      });
      const validator = new DocumentValidator(
        document,
        { noConfigSearch: true, generateSuggestions: false },
        settings,
      );
      await validator.prepare();
      return (await validator.checkDocumentAsync()).length;
    };
  },
  async harper() {
    const [{ LocalLinter }, { binary }] = await Promise.all([
      import('harper.js'),
      import('harper.js/binary'),
    ]);
    const linter = new LocalLinter({ binary });
    await linter.setup();
    return async (draft) => (await linter.lint(draft, { language: 'markdown' })).length;
  },
};

const begun = performance.now();
const check = await checkers[name]();
const load = performance.now() - begun;
const times = [];
let found = 0;
const from = performance.now();
for (
  let i = 0;
  i < (name === 'replace' ? 20 : 6) && (i < 1 || performance.now() - from < Number(budget));
  i++
) {
  // Another text each time, so that no checker answers from what it kept of the whole.
  const draft = `${text}\nRun ${i}.\n`;
  const start = performance.now();
  found = await check(draft);
  times.push(performance.now() - start);
}
const memory = process.memoryUsage().rss / 1048576;
process.stdout.write(
  JSON.stringify({
    load,
    first: times[0],
    warm: median(times.slice(1).length ? times.slice(1) : times),
    memory,
    found,
    extracted,
  }),
);
process.exit(0);
