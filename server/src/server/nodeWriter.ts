import { AbstractMessageWriter, type Message, type MessageWriter } from 'vscode-languageserver/node';

/** The list of an answer to a pull of diagnostics, as far as it is told apart from other answers. */
interface Report {
  readonly kind: 'full';
  readonly items: readonly object[];
}

const isReport = (result: unknown): result is Report =>
  typeof result === 'object' &&
  result !== null &&
  (result as Partial<Report>).kind === 'full' &&
  Array.isArray((result as Partial<Report>).items);

/** Each diagnostic that was sent, as JSON in UTF-8 behind a comma; what is sent is never changed afterwards. */
const sent = new WeakMap<object, Buffer>();

function bytesOf(item: object): Buffer {
  let bytes = sent.get(item);
  if (!bytes) {
    bytes = Buffer.from(`,${JSON.stringify(item)}`);
    sent.set(item, bytes);
  }
  return bytes;
}

/**
 * A message as JSON in UTF-8, in parts. The diagnostics of a long draft are a hundred kilobytes, and an edit changes a few
 * of them: those that are the same objects as in an earlier answer are not written out again.
 */
export function encodeMessage(message: Message): readonly Buffer[] {
  const { result, ...envelope } = message as Message & { readonly result?: unknown };
  if (!isReport(result) || result.items.length === 0) return [Buffer.from(JSON.stringify(message))];
  const { items, ...rest } = result;
  const [first, ...others] = items.map(bytesOf) as [Buffer, ...Buffer[]];
  return [
    Buffer.from(`${JSON.stringify(envelope).slice(0, -1)},"result":{"items":[`),
    first.subarray(1),
    ...others,
    Buffer.from(`],${JSON.stringify(rest).slice(1)}}`),
  ];
}

/** Writes messages to a stream, each with its header in one go, so that a client is not woken for the header alone. */
export class StreamWriter extends AbstractMessageWriter implements MessageWriter {
  private readonly stream: NodeJS.WritableStream;
  private errors = 0;

  constructor(stream: NodeJS.WritableStream) {
    super();
    this.stream = stream;
    stream.on('error', (error: Error) => this.fireError(error));
    stream.on('close', () => this.fireClose());
  }

  write(message: Message): Promise<void> {
    return new Promise((resolve, reject) => {
      const parts = encodeMessage(message);
      const length = parts.reduce((sum, part) => sum + part.length, 0);
      const header = Buffer.from(`Content-Length: ${length}\r\n\r\n`);
      this.stream.write(Buffer.concat([header, ...parts]), (error) => {
        if (!error) return resolve();
        this.fireError(error, message, ++this.errors);
        reject(error);
      });
    });
  }

  end(): void {
    this.stream.end();
  }
}
