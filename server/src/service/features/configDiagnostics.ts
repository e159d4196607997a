import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import { t } from '../../l10n/message.ts';
import { createLineIndex } from '../../text/lineIndex.ts';
import type { Span } from '../../text/span.ts';
import type { ConfigFiles } from '../configFiles.ts';
import type { IgnoreUsage } from '../ignoreUsage.ts';
import { toRange } from '../ranges.ts';
import type { DraftTicks } from '../tickFiles.ts';
import { DIAGNOSTIC_SOURCE } from './diagnostics.ts';

interface Mistakes {
  readonly text: string;
  readonly problems: readonly (Span & { readonly message: string })[];
}

/** What is wrong with one project or ignore file. */
export interface ConfigDiagnostics {
  readonly uri: string;
  readonly diagnostics: Diagnostic[];
}

/** The mistakes of all project and ignore files in use, and the entries that ignore nothing. */
export async function configDiagnostics(
  files: ConfigFiles,
  usage: IgnoreUsage,
): Promise<ConfigDiagnostics[]> {
  const known = await files.known();
  return known.map((config) => {
    const diagnostics = mistakes(config);
    if ('fingerprints' in config) {
      const lines = createLineIndex(config.text);
      for (const { fingerprint, rule, text } of usage.unused(config)) {
        const span = config.file.spanOf(fingerprint) ?? { start: 0, end: 0 };
        diagnostics.push({
          range: toRange(lines, span),
          severity: DiagnosticSeverity.Hint,
          source: DIAGNOSTIC_SOURCE,
          code: 'unused-ignore',
          message: t('There is no {0} about “{1}” to ignore any more.', rule, text),
          tags: [DiagnosticTag.Unnecessary],
        });
      }
    }
    return { uri: config.uri, diagnostics };
  });
}

/** The lines of a ticks file that are not understood, and its merge conflicts. */
export const ticksDiagnostics = ({ uri, text = '', file }: DraftTicks): ConfigDiagnostics => ({
  uri,
  diagnostics: mistakes({ text, problems: file.problems }),
});

function mistakes({ text, problems }: Mistakes): Diagnostic[] {
  const lines = createLineIndex(text);
  return problems.map(({ start, end, message }) => ({
    range: toRange(lines, { start, end }),
    severity: DiagnosticSeverity.Error,
    source: DIAGNOSTIC_SOURCE,
    message,
  }));
}
