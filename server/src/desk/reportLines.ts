import { overlaps, type Span } from '../text/span.ts';
import type { Report, ReportFact } from './report.ts';

/** A stretch of a line of the draft that stands in the same facts throughout. */
export interface LinePiece {
  readonly text: string;
  /** The innermost fact around it. */
  readonly fact?: ReportFact;
  /** Facts whose last words these are, in the order of their numbers. */
  readonly ending: readonly ReportFact[];
}

/** A line of the draft cut at the edges of its facts. */
export interface MarkedLine {
  /** Counts from 1. */
  readonly number: number;
  readonly text: string;
  readonly pieces: readonly LinePiece[];
  /** Facts that begin on this line. */
  readonly facts: readonly ReportFact[];
}

/** The lines of the draft with its facts. A fact that goes over the end of a line is marked on each of its lines. */
export function markedLines({ draft, facts }: Pick<Report, 'draft' | 'facts'>): readonly MarkedLine[] {
  const lines: MarkedLine[] = [];
  let next = 0;
  let open: readonly ReportFact[] = [];
  draft.lines.forEach(({ start, text }, at) => {
    const span = { start, end: start + text.length };
    const own: ReportFact[] = [];
    // Facts come in the order of their starts.
    for (let fact = facts[next]; fact && fact.start <= span.end; fact = facts[++next]) own.push(fact);
    const here = [...open, ...own].filter((fact) => overlaps(fact, span));
    lines.push({ number: at + 1, text, pieces: cut(text, span, here), facts: own });
    open = [...open, ...own].filter((fact) => fact.end > span.end);
  });
  return lines;
}

function cut(text: string, line: Span, facts: readonly ReportFact[]): readonly LinePiece[] {
  const edges = new Set([line.start, line.end]);
  for (const { start, end } of facts) {
    edges.add(Math.max(start, line.start));
    edges.add(Math.min(end, line.end));
  }
  const places = [...edges].sort((a, b) => a - b);
  const pieces: LinePiece[] = [];
  for (let i = 0; i + 1 < places.length; i++) {
    const [start, end] = [places[i] as number, places[i + 1] as number];
    const around = facts.filter((fact) => fact.start <= start && end <= fact.end);
    const fact = around.reduce<ReportFact | undefined>(
      (best, other) => (best && best.end - best.start <= other.end - other.start ? best : other),
      undefined,
    );
    pieces.push({
      text: text.slice(start - line.start, end - line.start),
      ...(fact && { fact }),
      ending: around.filter((other) => other.end === end),
    });
  }
  return pieces;
}
