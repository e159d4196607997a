/** A channel as a browser has it; Node's own is never used here. */
type Channel = new () => {
  readonly port1: { onmessage: (() => void) | null; close(): void };
  readonly port2: { postMessage(message: unknown): void };
};

/**
 * Lets messages that wait be taken in, and resolves right after: a turn of the event loop. Node has a call for it; in
 * a worker, a message to oneself queues behind those that wait, where a timer would be held back by milliseconds.
 */
export const nextTurn: () => Promise<void> =
  typeof setImmediate === 'function'
    ? () => new Promise((resolve) => setImmediate(resolve))
    : () =>
        new Promise((resolve) => {
          const { port1, port2 } = new (MessageChannel as unknown as Channel)();
          port1.onmessage = () => {
            port1.close();
            resolve();
          };
          port2.postMessage(undefined);
        });
