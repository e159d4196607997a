import type { NamedBlock } from './analysisDraft.ts';
import { type Clause, type ClauseReader, createClauses } from './attributionClause.ts';
import {
  type Attribution,
  type AttributionMemory,
  type AttributionRow,
  NO_QUOTATIONS,
  peopleOf,
  sameRow,
} from './attributionMemory.ts';
import {
  clauseSubject,
  isRolePart,
  type Subject,
  subjectBefore,
  subjectFrom,
  verbAfter,
} from './attributionSubject.ts';
import { isBetweenSubjectAndVerb, isSpeechParticiple, isSpeechVerb } from './lexiconSpeech.ts';
import type { FoundName } from './name.ts';
import type { Unit } from './nameUnits.ts';

/** Units between a reporting verb and the words for which it surely reports them. */
const MAX_REACH = 18;

/** Verbs of those who pass on what others say. */
const RELAYS: ReadonlySet<string> = new Set(['reported', 'reports', 'quoted', 'quotes']);

/** People who are spoken of without a name, and may be the next "he" or "she". */
const UNNAMED: ReadonlySet<string> = new Set(
  (
    'wife husband widow widower mother father son daughter brother sister uncle aunt nephew niece cousin grandmother ' +
    'grandfather girlfriend boyfriend fiance partner friend neighbour neighbor colleague man woman boy girl teenager lady ' +
    'spokesman spokeswoman spokesperson lawyer witness victim successor predecessor'
  ).split(' '),
);

interface Found {
  readonly subject: Subject;
  readonly cue: number;
}

/** Blocks before its own in which the person meant by a pronoun is looked for. */
const BLOCKS_BACK = 3;

/**
 * Attributes the quotations of a document; the result has one row a block and one entry a quotation. A row of the last
 * version holds while the blocks do that it looked at.
 */
export function attribute(
  blocks: readonly NamedBlock[],
  memory: AttributionMemory,
): readonly AttributionRow[] {
  const known: ClauseReader[] = [];
  /** Most blocks hold no quotation, and are not looked into. */
  const readerOf = (b: number): ClauseReader => {
    known[b] ??= createClauses(blocks[b] as NamedBlock);
    return known[b];
  };
  const last = memory.last;
  const people = peopleOf(blocks, last?.people);
  const { bearers, surnames } = people;
  const results: AttributionRow[] = [];
  /** The row of the last version, where nothing changed that it was read from. */
  const rowBefore = (b: number): AttributionRow | undefined => {
    if (last?.people !== people || results[b - 1] !== last.rows[b - 1]) return undefined;
    for (let at = Math.max(0, b - BLOCKS_BACK); at <= b; at++)
      if (blocks[at] !== last.blocks[at]) return undefined;
    return last.rows[b];
  };
  for (let b = 0; b < blocks.length; b++) {
    const { quotations } = blocks[b] as NamedBlock;
    const before = quotations.length === 0 ? NO_QUOTATIONS : rowBefore(b);
    results.push(before ?? sameRow(last?.rows[b], readRow(b, quotations)));
  }
  memory.last = { blocks, people, rows: results };
  return results;

  function readRow(b: number, quotations: NamedBlock['quotations']): AttributionRow {
    const row: (Attribution | undefined)[] = [];
    const reader = readerOf(b);
    quotations.forEach((quotation, q) => {
      row.push(undefined);
      if (quotation.nested) return;
      const continued = continues(b, q, row);
      if (continued !== undefined) {
        row[q] = continued && { block: continued.block, name: continued.name, sure: continued.sure };
        return;
      }
      const clause = reader.around(q);
      const found = findSpeaker(reader, clause);
      if (found) {
        row[q] = settle(b, found);
        return;
      }
      // "A," X said. "B.": what stands before belongs to the quotation before it.
      const before = previousOuter(b, q);
      if (
        clause.before.length === 0 &&
        (clause.after.length === 0 || !clause.goesOn) &&
        before !== undefined &&
        reader.onlySentencesBetween(before, q)
      ) {
        const earlier = row[before];
        const alone = earlier && (earlier.sure || earlier.alone) ? { alone: true as const } : {};
        if (earlier) row[q] = { block: earlier.block, name: earlier.name, sure: false, ...alone };
      }
    });
    return row;
  }

  /** A person's full name, or the surname of one. */
  function isPerson(name: FoundName): boolean {
    const { type, words } = name.mention;
    return (
      type === 'person' || (type === 'unknown' && words.length === 1 && surnames.has(words[0] as string))
    );
  }

  function previousOuter(b: number, q: number): number | undefined {
    const { quotations } = blocks[b] as NamedBlock;
    for (let i = q - 1; i >= 0; i--) if (!quotations[i]?.nested) return i;
    return undefined;
  }

  /** The speaker of the quotation that this one goes on with: null when unknown, undefined when it goes on with none. */
  function continues(b: number, q: number, row: AttributionRow): Attribution | undefined {
    const before = previousOuter(b, q);
    const reader = readerOf(b);
    if (before !== undefined) {
      const earlier = (blocks[b] as NamedBlock).quotations[before];
      return earlier?.open && reader.nothingBetween(before, q) ? row[before] : undefined;
    }
    if (b === 0 || !reader.startsBlock(q)) return undefined;
    const { quotations } = blocks[b - 1] as NamedBlock;
    const last = quotations.findLastIndex((quotation) => !quotation.nested);
    return quotations[last]?.open ? results[b - 1]?.[last] : undefined;
  }

  function settle(b: number, { subject, cue }: Found): Attribution | undefined {
    const { units } = (blocks[b] as NamedBlock).reading;
    const { start, end } = units[cue] as Unit;
    const at = { start, end };
    if (subject.kind === 'name') return { block: b, name: subject.name, sure: subject.direct, cue: at };
    const isPronoun = subject.kind === 'pronoun';
    const meant = isPronoun ? antecedent(b, subject.unit) : bearer(b, subject.unit);
    const alone = isPronoun && meant?.block === b && isAlone(b, meant.name, subject.unit);
    return meant && { ...meant, sure: false, cue: at, ...(alone ? { alone } : {}) };
  }

  /** The last person who was the subject of a sentence before `unit` of block `b`. */
  function antecedent(b: number, unit: number): { block: number; name: number } | undefined {
    for (let block = b; block >= Math.max(0, b - BLOCKS_BACK); block--) {
      const reader = readerOf(block);
      const name = reader.lastSubjectBefore(block === b ? unit : undefined, isPerson);
      if (name !== undefined) return { block, name };
    }
    return undefined;
  }

  /** True when before `unit` the block has no other person than the one of this name, named or not. */
  function isAlone(b: number, name: number, unit: number): boolean {
    const { units, names, nameAt } = readerOf(b);
    const surname = names[name]?.mention.words.at(-1);
    const others = names.some(
      (other) =>
        other.from < unit &&
        nameAt(other.from) !== undefined &&
        (isPerson(other) || (other.mention.type === 'unknown' && other.mention.words.length > 1)) &&
        other.mention.words.at(-1) !== surname,
    );
    return !others && !units.slice(0, unit).some(({ lower }) => UNNAMED.has(lower));
  }

  /** The one person up to block `b` whose role has the noun at `unit` as its head. */
  function bearer(b: number, unit: number): { block: number; name: number } | undefined {
    const found = bearers.get(((blocks[b] as NamedBlock).reading.units[unit] as Unit).lower);
    if (!found || found.block > b || (found.rivalBlock ?? Number.POSITIVE_INFINITY) <= b) return undefined;
    return found;
  }
}

function findSpeaker(reader: ClauseReader, clause: Clause): Found | undefined {
  const before = speakerBefore(reader, clause.before);
  // "Coale called it “a deal”, Reuters reported": who is named before the words has said them.
  if (before?.subject.kind === 'name' && before.subject.direct) return before;
  return (clause.goesOn ? speakerAfter(reader, clause.after) : undefined) ?? before;
}

/** "said X", "X said", "X, the envoy, told reporters", "according to X" after the quotation. */
function speakerAfter(reader: ClauseReader, after: readonly number[]): Found | undefined {
  const { units } = reader;
  let i = 0;
  while (i < after.length && units[after[i] as number]?.kind === 'mark') i++;
  const first = after[i];
  if (first === undefined) return undefined;
  const unit = units[first] as Unit;
  if (isSpeechVerb(unit.lower)) {
    const subject = subjectFrom(reader, after, i + 1);
    return subject && { subject, cue: first };
  }
  if (unit.lower === 'according' && units[after[i + 1] as number]?.lower === 'to') {
    const subject = subjectFrom(reader, after, i + 2);
    return subject && { subject, cue: first };
  }
  const subject = subjectFrom(reader, after, i);
  if (!subject) return undefined;
  const verb = verbAfter(reader, after, subject);
  return verb === undefined ? undefined : { subject, cue: verb };
}

/** "X described the talks as", "X said:", "According to X," before the quotation. */
function speakerBefore(reader: ClauseReader, before: readonly number[]): Found | undefined {
  const { units } = reader;
  const lower = (n: number): string => units[before[n] as number]?.lower ?? '';
  for (let n = before.length - 1; n >= 0; n--) {
    const at = before[n] as number;
    const unit = units[at] as Unit;
    if (isSpeechParticiple(unit.lower)) {
      const subject = clauseSubject(reader, before, n);
      if (subject) return { subject, cue: at };
      continue;
    }
    // "X pointed out:", and not "X pointed to"
    if (!isSpeechVerb(unit.lower) && !(unit.lower === 'pointed' && lower(n + 1) === 'out')) continue;
    const subject = subjectBefore(reader, before, n);
    if (subject?.kind === 'name') {
      // "AP reported that he had called it “a deal”"; and words far from the verb may be anybody's.
      const near = before.length - n <= MAX_REACH && !RELAYS.has(unit.lower);
      return { subject: { ...subject, direct: subject.direct && near }, cue: at };
    }
    if (subject) return { subject, cue: at };
    // "A," said X, "B."
    if (n === 0) {
      const inverted = subjectFrom(reader, before, 1);
      if (inverted) return { subject: inverted, cue: at };
    }
    if (lower(n - 1) === 'and' || lower(n - 1) === 'but' || isBetweenSubjectAndVerb(lower(n - 1))) {
      const shared = clauseSubject(reader, before, n);
      if (shared) return { subject: shared.kind === 'name' ? { ...shared, direct: false } : shared, cue: at };
    }
    break;
  }
  for (let n = 0; n + 1 < before.length; n++) {
    if (lower(n) === 'according' && lower(n + 1) === 'to') {
      const subject = subjectFrom(reader, before, n + 2);
      return subject && { subject, cue: before[n] as number };
    }
  }
  return transcriptSpeaker(reader, before);
}

/** "NAME: “text”" */
function transcriptSpeaker(reader: ClauseReader, before: readonly number[]): Found | undefined {
  const colon = before[before.length - 1];
  if (colon === undefined || reader.units[colon]?.text !== ':' || before.length < 2) return undefined;
  const name = reader.nameEndingAt(before[before.length - 2] as number);
  if (name === undefined || !reader.isSpeaker(name)) return undefined;
  const { from } = reader.names[name] as { from: number };
  const lead = before.indexOf(from);
  for (let n = 0; n < lead; n++) if (!isRolePart(reader.units[before[n] as number] as Unit)) return undefined;
  return { subject: { kind: 'name', name, direct: true }, cue: colon };
}
