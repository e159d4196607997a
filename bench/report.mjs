/** The record of one run as tables: figures, growth, and the targets with what was reached. */
import { exponent, figure, table } from './figures.mjs';

export function report({ date, node, cores, seconds, words, sources, rows }) {
  const server = (title, w = words, s = sources) =>
    rows.find(
      (row) =>
        row.kind === 'server' && row.title === title && row.words === w && row.sources === s && !row.failed,
    );
  const inProcess = (title, w = words) =>
    rows.find((row) => row.kind === 'process' && row.title === title && row.words === w && !row.failed);
  const empty = server('empty');
  const own = server('touchstone');
  const count = (n) => n.toLocaleString('en-US');

  const served = rows
    .filter(({ kind }) => kind === 'server')
    .map((row) => {
      const base = server('empty', row.words) ?? {};
      return [
        row.title,
        count(row.words),
        count(row.sources),
        row.initialize,
        row.open,
        row.edit,
        row.p95,
        row.edit / base.edit,
        row.p95 / base.p95,
        row.lag,
        row.failed ? row.failed : String(row.stale),
        row.ask,
        row.stall,
        row.memory,
        row.sound === undefined ? undefined : row.sound ? 'yes' : 'no',
      ];
    });
  const processed = rows
    .filter(({ kind }) => kind === 'process')
    .map((row) => {
      const base = inProcess('remark', row.words) ?? {};
      return [
        row.title,
        count(row.words),
        row.load,
        row.first,
        row.warm,
        row.first / base.first,
        row.warm / base.warm,
        row.failed ? row.failed : row.memory,
      ];
    });

  const larger = words * 10;
  const smaller = rows
    .filter((row) => row.title === 'touchstone' && row.kind === 'process' && row.words < words)
    .at(-1)?.words;
  const growth = [];
  const grow = (what, small, large, pick, times) =>
    small &&
    large &&
    growth.push([
      what,
      pick(small),
      pick(large),
      pick(large) / pick(small),
      exponent(pick(small), pick(large), times),
    ]);
  for (const [a, b] of pairs(rows, 'words', 'process', () => true))
    for (const title of ['touchstone', 'remark', 'cspell', 'harper'])
      grow(
        `${title} in process, ${count(a)} → ${count(b)} words`,
        inProcess(title, a),
        inProcess(title, b),
        (row) => row.warm,
        b / a,
      );
  for (const [a, b] of pairs(
    rows,
    'words',
    'server',
    (row) => row.sources === sources && row.title === 'touchstone',
  ))
    grow(
      `edit p95, ${count(a)} → ${count(b)} words`,
      server('touchstone', a),
      server('touchstone', b),
      (row) => row.p95,
      b / a,
    );
  for (const [a, b] of pairs(
    rows,
    'sources',
    'server',
    (row) => row.words === words && row.title === 'touchstone',
  ))
    grow(
      `edit p95, ${count(a)} → ${count(b)} sources`,
      server('touchstone', words, a),
      server('touchstone', words, b),
      (row) => row.p95,
      b / a,
    );

  const targets = [];
  const target = (what, value, bound, above = false) => {
    if (value === undefined || Number.isNaN(value)) return;
    const met = above ? value >= bound : value <= bound;
    targets.push([what, `${above ? '≥' : '≤'} ${bound}`, figure(value), met ? 'met' : 'missed']);
  };
  target('edit → diagnostics, median, × empty server', own?.edit / empty?.edit, 3);
  target('edit → diagnostics, p95, × empty server', own?.p95 / empty?.p95, 5);
  target('edit, × faster than a check by harper.js', inProcess('harper')?.warm / own?.edit, 60, true);
  target('ten times the draft, × p95', server('touchstone', larger)?.p95 / own?.p95, 10);
  target('ten times the sources, × p95', server('touchstone', words, sources * 10)?.p95 / own?.p95, 2);
  target('lag after a burst, × one edit', own?.lag / own?.edit, 2);
  target('stale answers in a burst', own?.stale, 1);
  target('first full check, × remark', inProcess('touchstone')?.first / inProcess('remark')?.first, 1.5);
  target('later full check, × remark', inProcess('touchstone')?.warm / inProcess('remark')?.warm, 1.5);
  target('full check, × cspell-lib', inProcess('touchstone')?.first / inProcess('cspell')?.first, 1);
  if (smaller)
    target(
      'growth exponent of a full check',
      exponent(inProcess('touchstone', smaller)?.warm, inProcess('touchstone')?.warm, words / smaller),
      1.1,
    );
  target('initialize, × empty server', own?.initialize / empty?.initialize, 1.5);
  target('hover, definition and code action, p95 ms', own?.ask, 10);
  const replaced = inProcess('replace');
  target('replacing one source, × reading it', replaced?.warm / replaced?.extracted, 5);
  target('longest stall while opening, ms', own?.stall, 20);
  target('memory, × empty server', own?.memory / empty?.memory, 2.5);
  target('memory at 1,000 sources, MB', server('touchstone', words, 1000)?.memory, 150);

  return [
    `Measured on ${date} with Node ${node} on ${cores} cores in ${seconds} s. Milliseconds and MB; × is the ratio to the empty server, or to remark, on the same text in the same run.`,
    '### Servers',
    table(
      [
        'server',
        'words',
        'sources',
        'initialize',
        'open',
        'edit',
        'p95',
        '× empty',
        '× p95',
        'burst lag',
        'stale',
        'ask p95',
        'stall',
        'memory',
        'sound',
      ],
      served,
    ),
    '### In process',
    table(['checker', 'words', 'load', 'first', 'later', '× first', '× later', 'memory'], processed),
    '### Growth',
    table(['what', 'small', 'large', 'ratio', 'exponent'], growth),
    `### Targets at ${count(words)} words and ${count(sources)} sources`,
    table(['what', 'target', 'measured', 'result'], targets),
    '',
  ].join('\n\n');
}

/** Neighbouring values of a dimension that rows were measured at. */
function pairs(rows, dimension, kind, wanted) {
  const values = [
    ...new Set(rows.filter((row) => row.kind === kind && wanted(row)).map((row) => row[dimension])),
  ].sort((a, b) => a - b);
  return values.slice(1).map((value, i) => [values[i], value]);
}
