import type { CodeLens } from 'vscode-languageserver-types';
import type { CheckedFact } from '../../findings/finding.ts';
import { t } from '../../l10n/message.ts';
import type { Block } from '../../prose/document.ts';
import type { Span } from '../../text/span.ts';
import type { CheckedDocument } from '../checker.ts';
import { toRange } from '../ranges.ts';
import { usesOf } from '../uses.ts';

/** Over each heading of a draft what its section says; over each paragraph of a source how many drafts rest on it. */
export function codeLenses(checked: CheckedDocument, drafts: readonly CheckedDocument[]): CodeLens[] {
  return checked.role === 'draft' ? sectionLenses(checked) : paragraphLenses(checked, drafts);
}

function sectionLenses({ analysed, facts }: CheckedDocument): CodeLens[] {
  const { lines, text } = analysed.prose;
  const headings = analysed.prose.blocks.filter(({ kind }) => kind === 'heading');
  return headings.flatMap((heading, at) => {
    const next = headings
      .slice(at + 1)
      .find(({ headingDepth: depth }) => (depth ?? 1) <= (heading.headingDepth ?? 1));
    const start = startOf(heading);
    const end = next ? startOf(next) : text.length;
    const inside = facts.filter((fact) => start <= fact.start && fact.start < end);
    return inside.length === 0 ? [] : [lens(toRange(lines, { start, end: start }), summary(inside))];
  });
}

const startOf = ({ map, text }: Block): number => map.spanToDocument({ start: 0, end: text.length }).start;

/** "12 facts: 9 agree, 1 differs, 2 not in any source"; what there is none of is left out. */
function summary(facts: readonly CheckedFact[]): string {
  const count = (verdict: CheckedFact['verdict']) => facts.filter((fact) => fact.verdict === verdict).length;
  const [agree, differ, missing] = [count('supported'), count('refuted'), count('notEnoughInfo')];
  const parts = [
    agree > 0 && t(agree === 1 ? '{0} agrees' : '{0} agree', agree),
    differ > 0 && t(differ === 1 ? '{0} differs' : '{0} differ', differ),
    missing > 0 && t('{0} not in any source', missing),
  ].filter((part) => part !== false);
  return t(facts.length === 1 ? '{0} fact: {1}' : '{0} facts: {1}', facts.length, parts.join(', '));
}

function paragraphLenses(
  { analysed, document }: CheckedDocument,
  drafts: readonly CheckedDocument[],
): CodeLens[] {
  return analysed.prose.blocks.flatMap(({ map, text }) => {
    const span: Span = map.spanToDocument({ start: 0, end: text.length });
    const citing = new Set(usesOf(document.uri, span, drafts).map(({ draft }) => draft)).size;
    const range = toRange(analysed.prose.lines, { start: span.start, end: span.start });
    return citing === 0
      ? []
      : [lens(range, t(citing === 1 ? 'cited by {0} draft' : 'cited by {0} drafts', citing))];
  });
}

/** A lens that says something and does nothing. */
const lens = (range: CodeLens['range'], title: string): CodeLens => ({
  range,
  command: { title, command: '' },
});
