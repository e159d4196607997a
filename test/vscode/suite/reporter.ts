import type Mocha from 'mocha';

/** A mocha reporter that hands each result to `append` as a line, as `test/vscode/report.mjs` reads it. */
export const reporterTo = (
  { Runner: { constants }, reporters }: typeof Mocha,
  append: (line: string) => void,
): Mocha.ReporterConstructor =>
  class Report extends reporters.Base {
    constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
      super(runner, options);
      let depth = 0;
      const write = (event: object): void => append(`${JSON.stringify(event)}\n`);
      runner.on(constants.EVENT_SUITE_BEGIN, ({ root, title }) => {
        if (!root) write({ event: 'suite', title, depth: depth++ });
      });
      runner.on(constants.EVENT_SUITE_END, ({ root }) => {
        if (!root) depth--;
      });
      runner.on(constants.EVENT_TEST_PASS, ({ title, duration }) =>
        write({ event: 'pass', title, depth, ms: duration }),
      );
      runner.on(constants.EVENT_TEST_PENDING, ({ title }) => write({ event: 'skip', title, depth }));
      runner.on(constants.EVENT_TEST_FAIL, ({ title }, error: Error) =>
        write({ event: 'fail', title, depth, error: error.stack ?? error.message }),
      );
      runner.on(constants.EVENT_RUN_END, () => write({ event: 'end' }));
    }
  };
