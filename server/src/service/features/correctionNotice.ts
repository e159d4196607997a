import type { CodeAction, Range } from 'vscode-languageserver-types';
import { correctionNotice } from '../../desk/corrections.ts';
import { type MadeCorrection, slipOf } from '../../desk/correctionWatch.ts';
import type { Finding, Fix } from '../../findings/finding.ts';
import { isAboutFact } from '../../findings/finding.ts';
import { t } from '../../l10n/message.ts';
import { contains, type Span } from '../../text/span.ts';
import { REWRITE_KIND } from '../announced.ts';
import type { CheckedDocument } from '../checker.ts';
import { type EditOptions, onlyReplacingFix, onlySafeFix, textEdits, workspaceEdit } from '../edits.ts';
import { toSpan, touches } from '../ranges.ts';
import { asksForRewrite } from './codeActions.ts';

/** Command of the client that puts its one argument, a text, on the clipboard. */
export const COPY_COMMAND = 'touchstone.copyText';

/** What the client understands of notices. */
export interface NoticeOptions extends EditOptions {
  /** The client has `COPY_COMMAND`. */
  readonly copyText: boolean;
}

/** Actions that give the notice of a correction: of one that was made, and together with the fix that makes it. */
export function noticeActions(
  checked: CheckedDocument,
  made: readonly MadeCorrection[],
  range: Range,
  only: readonly string[] | undefined,
  options: NoticeOptions,
): CodeAction[] {
  if (!options.copyText || (only && !only.some(asksForRewrite))) return [];
  const asked = toSpan(checked.analysed.prose.lines, range);
  return [
    ...made
      .filter((correction) => touches(correction, asked))
      .map(
        ({ correction }): CodeAction => copying(correctionNotice(correction), t('Copy correction notice')),
      ),
    ...checked.findings
      .filter((finding) => isAboutFact(finding) && touches(finding, asked))
      .flatMap((finding) => fixing(finding, checked, options)),
  ];
}

function copying(notice: string, title: string): CodeAction {
  const command = { title, command: COPY_COMMAND, arguments: [notice] };
  return { title: `${title}: ${shorten(notice)}`, kind: REWRITE_KIND, command };
}

function fixing(finding: Finding, checked: CheckedDocument, options: NoticeOptions): CodeAction[] {
  const { text } = checked.analysed.prose;
  const fix = onlyReplacingFix(finding, text) ?? onlySafeFix(finding);
  if (!fix) return [];
  const { place, kind } = slipOf(finding);
  const to = fixedWords(text, place, fix);
  if (to === undefined) return [];
  const notice = correctionNotice({
    kind,
    from: oneLine(text.slice(place.start, place.end)),
    to,
  });
  const title = t('Fix, and copy correction notice');
  return [
    {
      ...copying(notice, title),
      edit: workspaceEdit(checked.document, textEdits(fix, checked), options),
    },
  ];
}

/** The words at `place` once the fix is made; undefined when it changes something else. */
function fixedWords(text: string, place: Span, { edits }: Fix): string | undefined {
  if (edits.length === 0 || !edits.every((edit) => contains(place, edit))) return undefined;
  let words = text.slice(place.start, place.end);
  for (const edit of edits.toSorted((a, b) => b.start - a.start))
    words = words.slice(0, edit.start - place.start) + edit.newText + words.slice(edit.end - place.start);
  const line = oneLine(words);
  return line === '' || line === oneLine(text.slice(place.start, place.end)) ? undefined : line;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const shorten = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);
