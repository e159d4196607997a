/** Drives a language server over standard input and output as an editor does, and takes the time. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import {
  CancellationToken,
  CancellationTokenSource,
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import { median, percentile } from './figures.mjs';

const now = () => performance.now();
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const BURST_KEYS = 30;
const BURST_GAP = 1000 / 30;

/** Resident memory of a process in MB, where the system tells (Linux). */
function memoryOf(pid) {
  const file = `/proc/${pid}/status`;
  const kilobytes = existsSync(file) && /^VmRSS:\s+(\d+)/m.exec(readFileSync(file, 'utf8'))?.[1];
  return kilobytes ? Number(kilobytes) / 1024 : undefined;
}

async function start(command, folder) {
  const begun = now();
  const [program, ...args] = command;
  const server = spawn(program, args, { stdio: ['pipe', 'pipe', 'ignore'] });
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  connection.onRequest((method, params) =>
    method === 'workspace/configuration' ? params.items.map(() => null) : null,
  );
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: folder,
    workspaceFolders: [{ uri: folder, name: 'bench' }],
    capabilities: {
      workspace: {
        configuration: true,
        workspaceFolders: true,
        didChangeWatchedFiles: { dynamicRegistration: true },
      },
      textDocument: { diagnostic: { relatedInformation: true }, hover: { contentFormat: ['markdown'] } },
    },
  });
  const initialize = now() - begun;
  await connection.sendNotification('initialized', {});
  return { server, connection, initialize };
}

/** Position of the middle of the text: behind the last word of a paragraph of prose. */
function middleOf(text) {
  const lines = text.split('\n');
  let line = Math.floor(lines.length / 2);
  while (line > 0 && !/^\p{Lu}.{40}/u.test(lines[line])) line--;
  return { line, character: lines[line].lastIndexOf(' ') };
}

/** Asks something that is refused at once, again and again: the longest wait for that is the longest stall of the server. */
function followStalls(connection) {
  const waits = [];
  let over = false;
  const ask = async () => {
    while (!over) {
      const begun = now();
      await connection.sendRequest('bench/ping').catch(() => {});
      waits.push(now() - begun);
      await pause(1);
    }
  };
  void ask();
  return {
    longest() {
      over = true;
      return Math.max(...waits, 0);
    },
  };
}

/**
 * Runs the scenario on one server with one draft; `edits` bounds its length, `budget` (ms) ends a series early, `settle`
 * (ms) is how long a draft may take that is checked in several goes.
 */
export async function drive(command, folder, uri, text, { edits, budget, settle }) {
  const { server, connection, initialize } = await start(command, folder);
  // As the language client of VS Code does: it says what it was told last, and is told only what differs.
  let previousResultId;
  const pull = async (token) => {
    const report = await connection.sendRequest(
      'textDocument/diagnostic',
      { textDocument: { uri }, ...(previousResultId !== undefined && { previousResultId }) },
      token ?? CancellationToken.None,
    );
    previousResultId = report.resultId;
    return report;
  };
  try {
    let begun = now();
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'markdown', version: 1, text },
    });
    const stalls = followStalls(connection);
    let { items } = await pull();
    const open = now() - begun;
    const stall = stalls.longest();
    // A check that took too long goes on where it was ended when it is asked for again.
    while (items.some(({ code }) => code === 'not-checked') && now() - begun < settle) {
      const report = await pull();
      items = report.items ?? items;
    }
    const complete = now() - begun;

    const position = middleOf(text);
    let version = 1;
    let typed = 0;
    const edit = (character) => {
      version++;
      const at = {
        line: position.line,
        character: position.character + (character === '' ? --typed : typed++),
      };
      const range = { start: at, end: character === '' ? { ...at, character: at.character + 1 } : at };
      return connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ range, text: character }],
      });
    };
    const series = [];
    const from = now();
    for (let i = 0; i < edits && (i < 4 || i % 2 === 1 || now() - from < budget); i++) {
      begun = now();
      await edit(i % 2 === 0 ? 'x' : '');
      await pull();
      series.push(now() - begun);
      await pause(2);
    }

    // As an editor that types on: each key cancels the question about the version before.
    let stale = 0;
    let last;
    let source;
    for (let i = 0; i < BURST_KEYS; i++) {
      source?.cancel();
      source = new CancellationTokenSource();
      begun = now();
      await edit(i % 2 === 0 ? 'x' : '');
      const asked = version;
      last = pull(source.token).then(
        () => asked < version && stale++,
        () => {},
      );
      if (i + 1 < BURST_KEYS) await pause(BURST_GAP);
    }
    await last;
    const lag = now() - begun;
    // Each character that was put in was taken out again.
    previousResultId = undefined;
    const { items: after } = await pull();
    const sound = JSON.stringify(after) === JSON.stringify(items);

    const asks = [];
    for (const method of ['hover', 'definition', 'codeAction']) {
      for (let i = 0; i < Math.min(10, edits); i++) {
        const { start: at } = items[i % Math.max(1, items.length)]?.range ?? { start: position };
        begun = now();
        await connection
          .sendRequest(`textDocument/${method}`, {
            textDocument: { uri },
            ...(method === 'codeAction'
              ? { range: { start: at, end: at }, context: { diagnostics: [] } }
              : { position: at }),
          })
          .catch(() => {});
        asks.push(now() - begun);
      }
    }
    return {
      initialize,
      open,
      complete,
      sound,
      edit: median(series),
      p95: percentile(series, 0.95),
      lag,
      stale,
      ask: percentile(asks, 0.95),
      stall,
      memory: memoryOf(server.pid),
      items: items.length,
    };
  } finally {
    connection.dispose();
    server.kill();
    if (server.exitCode === null && server.signalCode === null) await once(server, 'exit');
  }
}
