import * as protocol from 'vscode-languageserver';
import { initializeResult, readClientFeatures } from './capabilities.ts';
import { answerFirst } from './firstAnswer.ts';
import { readInitializationOptions } from './initializationOptions.ts';
import type { Runtime } from './runtime.ts';

/*
 * The server is two files: this one answers `initialize`, and `session.ts`, with the engine and everything else, is
 * loaded behind the answer. What both need of the protocol's package is here; scripts/lib/serverBundles.mjs has the
 * second file take it from where it is put.
 */
Object.assign(globalThis, { touchstoneProtocol: protocol });

/** Serves one client over the connection that `connect` makes, until it disconnects. */
export function startServer(
  connect: (options: protocol.ConnectionOptions) => protocol.Connection,
  runtime: Runtime,
): protocol.Connection {
  let createSession = async (): Promise<void> => {};
  const connection = connect({ messageStrategy: answerFirst(() => createSession()) });
  connection.onInitialize((params) => {
    const client = readClientFeatures(params.capabilities);
    const options = readInitializationOptions(params.initializationOptions);
    createSession = async () => {
      const session = await runtime.loadSession(options);
      await session.createSession(connection, runtime, client, options, params);
    };
    return initializeResult(client, runtime.version, (options.rulePages ?? runtime.rulePages) !== undefined);
  });
  connection.listen();
  return connection;
}
