import { foundEvidence, nearSentences } from '../../desk/toolEvidence.ts';
import { type FactQuery, listedFacts } from '../../desk/toolFacts.ts';
import { quotableWords } from '../../desk/toolQuote.ts';
import { checkedText } from '../../desk/tools.ts';
import { quoteData } from '../../desk/toolText.ts';
import type { AnalysedDocument } from '../../mentions/analysedDocument.ts';
import type { CheckedDocument } from '../checker.ts';
import { sheetOf } from '../sheets.ts';
import type { SourceSet } from '../sourceSet.ts';
import { nameIn } from './report.ts';

/** The tools that agents may call. All of them only read. */
export type ToolName = 'checkText' | 'findEvidence' | 'listFacts' | 'quote';

/** A call of a tool; the parameters of `touchstone/tool`. */
export interface ToolParams {
  readonly tool: ToolName;
  /** As the agent gave it: of any shape. */
  readonly input: unknown;
  /** The document in front of the person, for a call that names none. */
  readonly uri?: string;
}

/** The answer of a tool: text for an agent. Mistakes in a call are answered in words, too. */
export interface ToolAnswer {
  readonly text: string;
}

/** A call that can be done, or what is wrong with it and what to do. */
export type ReadCall =
  | { readonly tool: 'checkText'; readonly text: string; readonly plain: boolean; readonly draft?: string }
  | {
      readonly tool: 'findEvidence';
      readonly text: string;
      readonly plain: true;
      readonly limit: number;
      readonly draft?: string;
    }
  | {
      readonly tool: 'quote';
      readonly text: string;
      readonly plain: true;
      readonly limit: number;
      readonly draft?: string;
    }
  | { readonly tool: 'listFacts'; readonly query: FactQuery; readonly file?: string }
  | { readonly problem: string };

/** Longer texts are checked in parts: an answer about more is not read. */
const MAX_TEXT = 100_000;
const MAX_STATEMENT = 2_000;
const KINDS = ['number', 'date', 'name', 'quote'] as const;

/** Reads a call of any shape. */
export function readCall({ tool, input }: ToolParams): ReadCall {
  const given = (typeof input === 'object' && input !== null ? input : {}) as Record<string, unknown>;
  const draft = textOf(given.draft);
  const about = draft === undefined ? {} : { draft };
  switch (tool) {
    case 'checkText': {
      const text = textOf(given.text);
      if (text === undefined) return { problem: 'Give the text to check as "text".' };
      if (text.length > MAX_TEXT)
        return { problem: `The text has ${text.length} characters; give at most ${MAX_TEXT} at a time.` };
      return { tool, text, plain: given.format === 'plaintext', ...about };
    }
    case 'findEvidence': {
      const text = textOf(given.statement);
      if (text === undefined) return { problem: 'Give the statement to look for as "statement".' };
      if (text.length > MAX_STATEMENT)
        return {
          problem: `The statement has ${text.length} characters; give one or two sentences, or use checkText.`,
        };
      return { tool, text, plain: true, limit: numberOf(given.limit, 5, 1, 20), ...about };
    }
    case 'quote': {
      const text = textOf(given.words);
      if (text === undefined) return { problem: 'Give the words to quote as "words".' };
      if (text.length > MAX_STATEMENT)
        return { problem: `The words have ${text.length} characters; quote a sentence or two at a time.` };
      return { tool, text, plain: true, limit: numberOf(given.limit, 3, 1, 20), ...about };
    }
    case 'listFacts': {
      const kind = KINDS.find((known) => known === given.kind);
      if (given.kind !== undefined && kind === undefined)
        return { problem: `"kind" is one of ${KINDS.join(', ')}.` };
      const contains = textOf(given.contains);
      const file = textOf(given.file);
      return {
        tool,
        query: {
          ...(kind && { kind }),
          ...(contains !== undefined && { contains }),
          offset: numberOf(given.offset, 0, 0, Number.MAX_SAFE_INTEGER),
          limit: numberOf(given.limit, 100, 1, 500),
        },
        ...(file !== undefined && { file }),
      };
    }
    default:
      return { problem: 'There is no such tool.' };
  }
}

/** Answers a call about a text that has been checked. */
export function answerAbout(
  call: Extract<ReadCall, { tool: 'checkText' | 'findEvidence' | 'quote' }>,
  checked: CheckedDocument,
): string {
  const from = {
    sources: [...checked.sources.sources.values()],
    skipped: checked.sources.problems,
    nameOf: nameIn(checked),
  };
  const sheet = sheetOf(checked);
  if (call.tool === 'checkText') return checkedText(sheet, from);
  const { index } = checked.sources;
  const near = nearSentences(checked.analysed, index, call.limit);
  return call.tool === 'quote'
    ? quotableWords(call.text, index, near, from)
    : foundEvidence(sheet, near, from);
}

/** Answers a call for the facts of sources, or of the one that is named. */
export function answerFacts(
  { query, file }: Extract<ReadCall, { tool: 'listFacts' }>,
  set: SourceSet,
  draft: { readonly name: string; readonly document: AnalysedDocument } | undefined,
): string {
  const nameOf = nameIn({ sources: set });
  const sources = [...set.sources.values()];
  const from = { sources, skipped: set.problems, nameOf };
  if (file === undefined) return listedFacts(sources, query, from);
  const named = sources.filter(({ prose }) => nameOf(prose.uri) === file || prose.uri === file);
  const ending = sources.filter(({ prose }) => nameOf(prose.uri).endsWith(`/${file}`));
  const found = named.length > 0 ? named : ending;
  if (found.length > 0) return listedFacts(found, query, from);
  if (draft) return listedFacts([draft.document], query, { ...from, nameOf: () => draft.name });
  const names = sources.slice(0, 50).map(({ prose }) => quoteData(nameOf(prose.uri)));
  return `There is no source or open draft ${quoteData(file)}. The sources are: ${names.join(', ') || 'none'}.`;
}

/** What a tool says where there is nothing to compare with. */
export const NO_SOURCES =
  'There are no sources to compare with: put the texts that the draft rests on into a folder "seeds" (setting touchstone.sources).';

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined;

const numberOf = (value: unknown, otherwise: number, least: number, most: number): number =>
  typeof value === 'number' && Number.isInteger(value) ? Math.min(most, Math.max(least, value)) : otherwise;
