import type { Alignment, SourcePlace } from '../alignment/alignment.ts';
import { citation } from '../findings/evidence.ts';
import type { Level, RuleCode } from '../findings/finding.ts';
import { t } from '../l10n/message.ts';
import type { AnalysedBlock } from '../mentions/analysedDocument.ts';
import type { LocatedMention } from '../sources/context.ts';
import type { Span } from '../text/span.ts';

/** What people read about a rule: in the README's table, on its page and in the settings. */
export interface RuleDescription {
  readonly code: RuleCode;
  /** Short name: "Wrong number". */
  readonly title: string;
  /** One sentence: what the rule decides. */
  readonly summary: string;
  /** The level or levels it reports at, in words. */
  readonly level: string;
  /** What its quick fix does, in words; "–" where it has none. */
  readonly fix: string;
}

/** A replacement in the draft; the span is in the text of the claim's block. */
export interface RuleFix {
  readonly title: string;
  readonly edits: readonly (Span & { readonly newText: string })[];
  readonly safe: boolean;
}

/** What a rule says about one alignment; spans are in the text of the claim's block. */
export interface RuleResult {
  readonly level: Level;
  readonly span: Span;
  readonly message: string;
  /** What the span should read, best first. */
  readonly expected: readonly string[];
  readonly fixes: readonly RuleFix[];
  /** Where it is not what the alignment rests on. */
  readonly evidence?: readonly SourcePlace[];
}

/** A rule turns the alignments it is responsible for into words, a level and a fix. It decides nothing about truth. */
export interface Rule extends RuleDescription {
  readonly judge: (alignment: Alignment) => RuleResult | undefined;
}

/** Words of a mention in its own document, markup removed. */
export const words = (m: LocatedMention): string => textAt(m, m.mention);

/** Text of the block in which the mention stands. */
export const blockText = (m: LocatedMention): string =>
  (m.document.blocks[m.block] as AnalysedBlock).block.text;

/** Text of a span of the mention's block. */
export const textAt = (m: LocatedMention, span: Span): string => blockText(m).slice(span.start, span.end);

/** "123, not 132 — pardons.txt:1 “has pardoned 123 individuals”": the source's words, the draft's, and where they stand. */
export const differs = (expected: string, written: string, at: SourcePlace | undefined): string =>
  `${t('{0}, not {1}', expected, written)}${at ? ` — ${citation(at)}` : ''}`;

/** The fix that puts `newText` in place of `span`. */
export const replace = (span: Span, newText: string, safe: boolean): RuleFix => ({
  title: t('Replace with “{0}”', newText),
  edits: [{ start: span.start, end: span.end, newText }],
  safe,
});
