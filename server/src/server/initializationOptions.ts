/** What a client may send in `initializationOptions`; everything is optional. */
export interface InitializationOptions {
  /** Settings for clients that do not answer `workspace/configuration`. */
  readonly settings?: unknown;
  /** URI of the folder with the pages of the rules. */
  readonly rulePages?: string;
  /** The client reads files when it is asked to; the server reads `file:` itself where it has a disk. */
  readonly clientFiles: boolean;
  /** The client has the command that copies a text; without it, no notices are offered. */
  readonly copyText: boolean;
  /** The client has the command that asks for the reason when a finding is ignored. */
  readonly askReason: boolean;
  /** URL of the second file of the server, from the client that has started a web worker with the first. */
  readonly sessionScript: string | undefined;
}

/** Reads `initializationOptions` of any shape. */
export function readInitializationOptions(raw: unknown): InitializationOptions {
  const given: Record<string, unknown> = typeof raw === 'object' && raw !== null ? { ...raw } : {};
  const { settings, rulePages, clientFiles, copyText, askReason, sessionScript } = given;
  const options = {
    settings,
    clientFiles: clientFiles === true,
    copyText: copyText === true,
    askReason: askReason === true,
    sessionScript: typeof sessionScript === 'string' ? sessionScript : undefined,
  };
  if (typeof rulePages !== 'string' || rulePages === '') return options;
  return { ...options, rulePages: rulePages.endsWith('/') ? rulePages : `${rulePages}/` };
}
