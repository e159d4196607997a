import type { Range } from 'vscode-languageserver-types';
import type { FactSheet, FactState, SheetCounts, SheetFact } from '../../desk/factSheet.ts';
import { factsOf } from '../../desk/factSheet.ts';
import { nearestSentence } from '../../desk/sourceState.ts';
import { fileName } from '../../findings/evidence.ts';
import type { FactKind } from '../../findings/finding.ts';
import type { CheckedDocument } from '../checker.ts';
import { placeOf, toRange, uncheckedLine } from '../ranges.ts';
import { sheetOf, tickSourceUri } from '../sheets.ts';

/** The fact sheet of an open draft as an editor shows it; the answer to `touchstone/factSheet`. */
export interface FactSheetView {
  readonly uri: string;
  /** Version of the document that the ranges belong to. */
  readonly version: number;
  readonly sections: readonly FactSectionView[];
  readonly counts: SheetCounts;
  readonly ticks: TicksView;
  /** Zero-based line from which on nothing was checked, because the check took too long. */
  readonly uncheckedFrom?: number;
}

/** The ticks file of a draft. */
export interface TicksView {
  /** Undefined for a draft that has no place yet. */
  readonly uri?: string;
  /** Why nothing may be written into it, in words that follow its name. */
  readonly closed?: string;
  /** Entries about facts that are not in the draft any more. */
  readonly orphans: number;
}

/** The facts under one heading. */
export interface FactSectionView {
  readonly heading?: string;
  readonly depth: number;
  readonly line: number;
  readonly facts: readonly FactView[];
}

/** One fact of the sheet. */
export interface FactView {
  readonly id: string;
  readonly number: number;
  readonly kind: FactKind;
  /** Its words on one line, cut when they are many. */
  readonly text: string;
  readonly state: FactState;
  readonly verdict: SheetFact['verdict'];
  readonly range: Range;
  readonly reason: string;
  /** The best place in the sources. */
  readonly place?: FactPlace;
  /** Further places. */
  readonly more: number;
  /** What the sources have instead, in the draft's own format. */
  readonly expected?: string;
  /** Why it is accepted or, of a tick, the note to it. */
  readonly note?: string;
  readonly by?: string;
  readonly when?: string;
}

/** A place in a source. */
export interface FactPlace {
  readonly uri: string;
  readonly name: string;
  readonly range: Range;
  /** The words of the source at `range`. */
  readonly text: string;
  readonly sentence: string;
}

/** Letters of a fact or a sentence that a list can show. */
const MAX_TEXT = 160;
const MAX_SENTENCE = 400;

const shown = (text: string, most: number): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > most ? `${line.slice(0, most - 1).trimEnd()}…` : line;
};

/** Lays out the fact sheet of a checked draft for an editor; undefined for a source, which has none. */
export function factSheetView(checked: CheckedDocument): FactSheetView | undefined {
  if (checked.role !== 'draft') return undefined;
  const sheet = sheetOf(checked);
  const { lines } = checked.analysed.prose;
  const uncheckedFrom = uncheckedLine(checked);
  return {
    uri: checked.document.uri,
    version: checked.document.version,
    counts: sheet.counts,
    ticks: ticksView(checked, sheet),
    ...(uncheckedFrom !== undefined && { uncheckedFrom }),
    sections: sheet.sections.map(({ heading, depth, start, facts }) => ({
      ...(heading !== undefined && { heading: shown(heading, MAX_TEXT) }),
      depth,
      line: lines.position(start).line,
      facts: facts.map((fact) => factView(fact, checked)),
    })),
  };
}

function factView(fact: SheetFact, checked: CheckedDocument): FactView {
  const { id, number, kind, state, verdict, reason, tick, accepted } = fact;
  const [best] = fact.evidence;
  const place = best && placeOf(best, checked);
  const expected = fact.findings.find((finding) => finding.expected.length > 0)?.expected[0];
  const note = accepted?.reason ?? tick?.reason;
  const [by, when] = [accepted?.by ?? tick?.by, accepted?.when ?? tick?.when];
  return {
    id,
    number,
    kind,
    text: shown(fact.text, MAX_TEXT),
    state,
    verdict,
    range: toRange(checked.analysed.prose.lines, fact),
    reason,
    ...(place && {
      place: {
        uri: place.uri,
        name: fileName(place.uri),
        range: place.words,
        text: shown(best.text, MAX_TEXT),
        sentence: shown(best.sentence.text, MAX_SENTENCE),
      },
    }),
    more: Math.max(0, fact.evidence.length - 1),
    ...(expected !== undefined && { expected: shown(expected, MAX_TEXT) }),
    ...(note && { note }),
    ...(by !== undefined && { by }),
    ...(when !== undefined && { when }),
  };
}

function ticksView({ ticks }: CheckedDocument, sheet: FactSheet): TicksView {
  if (!ticks) return { orphans: 0 };
  const { uri, closed, file } = ticks;
  const ids = new Set(file.ticks.length > 0 ? factsOf(sheet).map(({ id }) => id) : []);
  const orphans = file.ticks.filter(({ fact }) => !ids.has(fact)).length;
  return { uri, ...(closed !== undefined && { closed }), orphans };
}

/** What a source said when a fact was looked at, and what it says now. */
export interface SourceChange {
  /** As the ticks file names it. */
  readonly path: string;
  /** Undefined when the source is gone. */
  readonly uri?: string;
  readonly before: string;
  /** The same sentence or the nearest to it; undefined when the source is gone or has nothing like it. */
  readonly after?: string;
}

/** The sources of a re-opened fact, as they were and as they are. */
export function sourceChanges(checked: CheckedDocument, id: string): readonly SourceChange[] {
  const fact =
    checked.role === 'draft' ? factsOf(sheetOf(checked)).find((other) => other.id === id) : undefined;
  return (fact?.tick?.sources ?? []).map(({ path, sentence: before }) => {
    const uri = tickSourceUri(checked.analysed.prose.uri, path);
    const source = checked.sources.sources.get(uri);
    const after = source && nearestSentence(source, before);
    return { path, ...(source && { uri }), before, ...(after !== undefined && { after }) };
  });
}
