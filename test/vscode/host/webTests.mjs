/** Runs extension tests in the web-worker extension host of a served VS Code: the extension as a browser gets it. */
import { appendFileSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { runInWindow } from './servedTests.mjs';
import { workbenchAddress } from './workbench.mjs';

const TYPES = { '.js': 'text/javascript', '.json': 'application/json' };

/**
 * Serves the extension the way a gallery does, since VS Code lets no extension from a remote machine start a worker.
 * Only `files` are served: what the package leaves out is missing here too. Lines posted to /report are appended to
 * `report`: a worker has no disk.
 */
async function serveExtension({ root, files, testsPath, report }) {
  const served = new Map(files.map((file) => [`/${file}`, join(root, file)]));
  served.set('/tests.js', testsPath);
  const server = createServer(async (request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    const path = decodeURIComponent(new URL(request.url, 'http://x').pathname);
    if (request.method === 'POST' && path === '/report') {
      const chunks = [];
      for await (const chunk of request) chunks.push(chunk);
      appendFileSync(report, Buffer.concat(chunks));
      return response.end();
    }
    const file = served.get(path);
    if (process.env.TOUCHSTONE_VERBOSE) console.error(`[served] ${path} ${file ? 200 : 404}`);
    if (!file) return response.writeHead(404).end();
    response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream');
    response.end(readFileSync(file));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { authority: `127.0.0.1:${server.address().port}`, close: () => server.close() };
}

/** Puts `options` into the configuration that the workbench's page reads; its address cannot say them. */
function addDevelopmentOptions(options) {
  const { getAttribute } = Element.prototype;
  Element.prototype.getAttribute = function (name) {
    const value = getAttribute.call(this, name);
    if (this.id !== 'vscode-workbench-web-configuration' || name !== 'data-settings') return value;
    const configuration = JSON.parse(value);
    configuration.developmentOptions = { ...configuration.developmentOptions, ...options };
    return JSON.stringify(configuration);
  };
}

/**
 * Runs the tests and resolves with the exit code VS Code reports; as in ./servedTests.mjs it is no proof, the report is.
 * @param files the files of the packaged extension, relative to `root`
 */
export async function runWebTests(host, { folder, root, files, testsPath, report, ...where }) {
  const served = await serveExtension({ root, files, testsPath, report });
  try {
    // The page's policy lets it fetch from its own server only.
    const options = { bypassCSP: true };
    return await runInWindow(host, { ...where, options }, async (page, authority) => {
      const place = { scheme: 'http', authority: served.authority };
      await page.addInitScript(addDevelopmentOptions, {
        enableSmokeTestDriver: true,
        extensions: [{ ...place, path: '/' }],
        extensionTestsPath: { ...place, path: '/tests' },
      });
      await page.goto(workbenchAddress(authority, { folder }));
    });
  } finally {
    served.close();
  }
}
