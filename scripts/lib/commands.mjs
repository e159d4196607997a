/** Running other programs, with Node's own modules only: the scripts of the root start before anything is installed. */
import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Prints the title of a step that takes a while. */
export const step = (title) => console.log(`\n▸ ${title}`);

/** Path of a program on PATH, or undefined. */
export function onPath(name) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', '.bat'] : [''];
  for (const folder of (process.env.PATH ?? '').split(delimiter).filter(Boolean))
    for (const ending of endings) {
      const candidate = join(folder, name + ending);
      try {
        accessSync(candidate, constants.X_OK);
        return candidate;
      } catch {
        // not in this folder
      }
    }
  return undefined;
}

/** How `spawn` has to start `command`: on Windows, npm and code are batch files, which only a shell runs. */
export const spawnable = (command, args) =>
  process.platform === 'win32' && !/\.exe$/i.test(command)
    ? [`"${command}"`, args.map((arg) => `"${arg}"`), { shell: true }]
    : [command, args, {}];

/** Runs a program and resolves with its exit code and, when `capture` is set, its standard output. */
export function run(command, args, { cwd = root, env = process.env, capture = false, quiet = false } = {}) {
  const [file, list, how] = spawnable(command, args);
  return new Promise((resolve, reject) => {
    const stdout = capture || quiet ? 'pipe' : 'inherit';
    const child = spawn(file, list, {
      cwd,
      env,
      stdio: ['ignore', stdout, quiet ? 'pipe' : 'inherit'],
      ...how,
    });
    const chunks = [];
    child.stdout?.on('data', (chunk) => chunks.push(chunk));
    child.stderr?.on('data', (chunk) => chunks.push(chunk));
    child.once('error', reject);
    child.once('close', (code, signal) =>
      resolve({ code: code ?? (signal === 'SIGINT' ? 130 : 1), output: Buffer.concat(chunks).toString() }),
    );
  });
}

/** As `run`, but any exit code other than 0 is an error that names the command and shows what it printed. */
export async function mustRun(command, args, options = {}) {
  const { code, output } = await run(command, args, options);
  if (code !== 0) throw new Error(`${[command, ...args].join(' ')} ended with ${code}\n${output}`.trim());
  return output;
}

/** Runs `main` as a script: its number is the exit code, an error is printed without its stack. */
export async function runScript(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    console.error(process.env.DEBUG ? error : `${error.message ?? error}`);
    process.exitCode = 1;
  }
}
