import { distance } from 'fastest-levenshtein';
import type { RuleCode } from '../findings/finding.ts';
import type { Suppression } from '../findings/suppression.ts';
import { type Message, message, t } from '../l10n/message.ts';
import type { Directive, ProseDocument } from '../prose/document.ts';
import type { Span } from '../text/span.ts';
import type { RuleDescription, RuleFix } from './rule.ts';

/** A directive that has nothing to do, or that names no rule, is left over from something: it would hide the next slip. */
export const unusedDirective: RuleDescription = {
  code: 'unused-directive',
  title: 'Directive without effect',
  summary: 'A `touchstone-disable` comment silences nothing, or names a rule that does not exist.',
  level: 'hint',
  fix: 'without the comment, or with the rule’s right code',
};

/** A directive, or one code in it, that is of no use. The spans, the fix's included, are in the document. */
export interface DirectiveProblem {
  readonly span: Span;
  readonly message: Message;
  readonly fix: RuleFix | undefined;
}

/** What is known when directives are judged. */
export interface DirectiveUse {
  readonly suppression: Suppression;
  /** Every code there is. */
  readonly codes: readonly RuleCode[];
  /** Codes that were looked for in this document; of the others nobody knows. */
  readonly judged: ReadonlySet<RuleCode>;
  /** True when every rule that can speak here was looked for, so that a directive for all rules can be judged. */
  readonly complete: boolean;
}

/** Finds the directives of a document that silence nothing, after all its findings have been tried on them. */
export function findUnusedDirectives(
  document: ProseDocument,
  use: DirectiveUse,
): readonly DirectiveProblem[] {
  return document.directives.flatMap((directive) => problemsOf(directive, document.text, use));
}

function problemsOf(directive: Directive, text: string, use: DirectiveUse): readonly DirectiveProblem[] {
  const used = use.suppression.usedFor(directive);
  const isKnown = (code: string): code is RuleCode => use.codes.includes(code as RuleCode);
  const isIdle = (code: string) =>
    directive.action !== 'enable' &&
    isKnown(code) &&
    code !== unusedDirective.code &&
    use.judged.has(code) &&
    !used.has(code);
  const { rules } = directive;
  const idle =
    rules.length === 0
      ? directive.action !== 'enable' && use.complete && used.size === 0
      : rules.every(isIdle);
  if (idle) {
    const idleText = message('nothing here for this comment to silence');
    return [{ span: directive, message: idleText, fix: removal(directive, text) }];
  }
  return namesIn(directive, text).flatMap(({ code, start, end }): DirectiveProblem[] => {
    if (!isKnown(code)) {
      const close = closest(code, use.codes);
      const fix = close && {
        title: t('Change to {0}', close),
        safe: true,
        edits: [{ start, end, newText: close }],
      };
      const unknown = close
        ? message('“{0}” is not the code of a rule; did you mean {1}?', code, close)
        : message('“{0}” is not the code of a rule', code);
      return [{ span: { start, end }, message: unknown, fix }];
    }
    return isIdle(code)
      ? [{ span: { start, end }, message: message('no {0} here to silence', code), fix: undefined }]
      : [];
  });
}

/** The codes of a directive with their places; the part behind the colon is the reason. */
function namesIn(directive: Directive, text: string): readonly (Span & { readonly code: string })[] {
  const comment = text.slice(directive.start, directive.end);
  let at = comment.indexOf(directive.action) + directive.action.length;
  return directive.rules.map((code) => {
    const start = comment.indexOf(code, at);
    at = start + code.length;
    return { code, start: directive.start + start, end: directive.start + at };
  });
}

/** Takes the comment out, with the spaces before it, or with its line when it stands alone there. */
function removal({ start, end }: Directive, text: string): RuleFix {
  let from = start;
  while (from > 0 && (text[from - 1] === ' ' || text[from - 1] === '\t')) from--;
  const lineEnd = /^[ \t]*(?:\r\n|\r|\n|$)/.exec(text.slice(end, end + 200))?.[0];
  const alone = lineEnd !== undefined && (from === 0 || /[\r\n]/.test(text[from - 1] as string));
  const to = alone ? end + lineEnd.length : end;
  return { title: t('Remove the comment'), safe: true, edits: [{ start: from, end: to, newText: '' }] };
}

function closest(code: string, codes: readonly RuleCode[]): RuleCode | undefined {
  const near = codes
    .map((known) => ({ known, far: distance(code.toLowerCase(), known) }))
    .filter(({ known, far }) => far <= Math.floor(known.length / 4));
  return near.sort((a, b) => a.far - b.far)[0]?.known;
}
