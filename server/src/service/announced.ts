import type { CodeActionKind, SemanticTokensLegend } from 'vscode-languageserver-types';

/*
 * What the answer to `initialize` tells a client of the features. It stands apart from them, so that the answer needs
 * none of their code.
 */

/** The kind an editor asks for when it fixes on save. */
export const FIX_ALL_KIND: CodeActionKind = 'source.fixAll.touchstone';

/** Kind of the actions that mend nothing. */
export const REWRITE_KIND: CodeActionKind = 'refactor.rewrite';

/** The command of the server that opens the page of a rule; its argument is the code. */
export const SHOW_RULE_COMMAND = 'touchstone.showRule';

/** Characters after which an editor asks for completions: capitals, figures and opening quotation marks. */
export const COMPLETION_TRIGGERS: readonly string[] = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789“"«„'];

/** The names of the tokens: a fact, and what the sources say to it. */
export const TOKENS_LEGEND: SemanticTokensLegend = {
  tokenTypes: ['fact'],
  tokenModifiers: ['agrees', 'differs', 'unsourced'],
};
