import type { Finding } from '../findings/finding.ts';
import { changedSpan } from '../text/difference.ts';
import { overlaps, type Span } from '../text/span.ts';
import { createSpanIndex, type SpanIndex } from '../text/spanIndex.ts';
import type { CheckedDocument } from './checker.ts';
import { touches } from './ranges.ts';
import { normaliseUri } from './uris.ts';

/** Keeps back new findings in the sentence that is being written, until the writer rests. */
export interface CaretPatience {
  /** A document was edited by hand. */
  typing(uri: string): void;
  /** The writer rests, or saves. True when something was kept back, so that it can be shown now. */
  rested(uri: string): boolean;
  /** The findings that are to be shown of a document now. */
  visible(checked: CheckedDocument): readonly Finding[];
  forget(uri: string): void;
}

interface State {
  held: boolean;
  /** Text and findings as they were last shown. */
  text: string;
  findings: readonly Finding[];
  /** What the last edit put in place, in `text`. */
  edited: Span;
}

/** An edit that puts in more at once is a paste or a command, not typing. */
const MAX_TYPED = 500;

/** Creates the memory of what was shown. */
export function createCaretPatience(): CaretPatience {
  const states = new Map<string, State>();
  const typing = new Set<string>();
  return {
    typing: (uri) => void typing.add(normaliseUri(uri)),
    rested(uri) {
      const key = normaliseUri(uri);
      typing.delete(key);
      return states.get(key)?.held === true;
    },
    forget(uri) {
      typing.delete(normaliseUri(uri));
      states.delete(normaliseUri(uri));
    },
    visible(checked) {
      const key = normaliseUri(checked.document.uri);
      const before = states.get(key);
      const { text } = checked.document;
      const edited = before && text !== before.text ? editedSpan(before.text, text) : before?.edited;
      const waits = typing.has(key) && edited !== undefined && edited.end - edited.start <= MAX_TYPED;
      const near = waits ? around(edited, checked) : undefined;
      const close = near ? checked.findings.filter((finding) => touches(finding, near)) : [];
      const known = createSpanIndex(close.length > 0 ? moved(before as State, text) : []);
      const held = new Set(
        edited ? close.filter((finding) => !isKnown(finding, known) && isNear(finding, edited, checked)) : [],
      );
      const findings = held.size === 0 ? checked.findings : checked.findings.filter((f) => !held.has(f));
      const nowhere = { start: text.length, end: text.length };
      states.set(key, {
        held: held.size > 0,
        text,
        findings,
        edited: edited ?? nowhere,
      });
      return findings;
    },
  };
}

/** What stands in `after` where it differs from `before`. */
function editedSpan(before: string, after: string): Span {
  const { start, end } = changedSpan(before, after);
  return { start, end: end + after.length - before.length };
}

type Place = Span & Pick<Finding, 'code'>;

/** The findings shown before, where they stand now; one that the edit reaches into is stretched over it. */
function moved({ findings, text: before }: State, after: string): readonly Place[] {
  if (before === after) return findings;
  const changed = changedSpan(before, after);
  const by = after.length - before.length;
  return findings.map(({ code, start, end }) => {
    if (end <= changed.start) return { code, start, end };
    if (start >= changed.end) return { code, start: start + by, end: end + by };
    return { code, start: Math.min(start, changed.start), end: Math.max(end, changed.end) + by };
  });
}

const isKnown = (finding: Finding, known: SpanIndex<Place>): boolean =>
  known.over(finding).some(({ code }) => code === finding.code);

/** The blocks that an edit touches: what stands outside them is in no sentence that was edited. */
function around(edited: Span, { analysed }: CheckedDocument): Span {
  let { start, end } = edited;
  for (const { block } of analysed.blocks) {
    const span = block.map.spanToDocument({ start: 0, end: block.text.length });
    if (!touches(edited, span)) continue;
    start = Math.min(start, span.start);
    end = Math.max(end, span.end);
  }
  return { start, end };
}

/** True when a finding stands in the sentence that was edited. */
function isNear(finding: Finding, edited: Span, { analysed }: CheckedDocument): boolean {
  for (const { block } of analysed.blocks) {
    const at = block.map.toProse(finding.start);
    if (at === undefined) continue;
    const sentence = block.sentences.find(({ start, end }) => start <= at && at < end);
    return reaches(edited, sentence ? block.map.spanToDocument(sentence) : finding);
  }
  return reaches(edited, finding);
}

/** What is put in directly behind a sentence is the next one; what is taken away leaves a place without width. */
const reaches = (edited: Span, span: Span): boolean =>
  edited.start === edited.end ? touches(edited, span) : overlaps(edited, span);
