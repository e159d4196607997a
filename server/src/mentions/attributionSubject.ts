import type { ClauseReader } from './attributionClause.ts';
import { isHonorific, isRoleModifier, isRoleWord } from './lexiconRoles.ts';
import { isBetweenSubjectAndVerb, isSpeechVerb } from './lexiconSpeech.ts';
import type { FoundName } from './name.ts';
import type { Unit } from './nameUnits.ts';

const PRONOUNS: ReadonlySet<string> = new Set(['he', 'she']);
const PREPOSITIONS: ReadonlySet<string> = new Set([
  'from',
  'for',
  'of',
  'at',
  'in',
  'with',
  'by',
  'to',
  'on',
  'about',
]);
const DETERMINERS: ReadonlySet<string> = new Set(['the', 'a', 'an', 'its']);
/** Words between an article and a name that say what the name is: "the consultancy Quayside". */
const MOST_KINDS = 2;
/** Words of a role between what it is held in and who holds it: "deputy chief executive officer". */
const MOST_ROLE_WORDS = 5;
const MAX_SUBJECT = 12;
const MAX_APPOSITION = 16;
/** Prepositions that a place stands behind. */
const PLACING = new Set(['in', 'near', 'at', 'outside', 'from']);

/** The subject of a reporting verb: a name, a pronoun, or the head of a noun phrase. */
export type Subject =
  | { readonly kind: 'name'; readonly name: number; readonly direct: boolean }
  | { readonly kind: 'pronoun'; readonly unit: number }
  | { readonly kind: 'noun'; readonly unit: number };

/** Prepositions between a role and what it is held in. */
const RULING = new Set(['of', 'at', 'for']);

const isPersonAt = (reader: ClauseReader, unit: number | undefined): boolean => {
  const name = unit === undefined ? undefined : reader.nameAt(unit);
  return name !== undefined && (reader.names[name] as FoundName).mention.type === 'person';
};

/** "Norvane CEO Anders Kjelstrup": the name behind a role that stands right behind the name of what it is held in. */
function holderBehind(reader: ClauseReader, from: number): number | undefined {
  const { units } = reader;
  let hasRole = false;
  for (let at = from; at < units.length && at - from < MOST_ROLE_WORDS; at++) {
    const name = reader.nameAt(at);
    if (name !== undefined) return hasRole && isPersonAt(reader, at) ? name : undefined;
    const { lower } = units[at] as Unit;
    if (isRoleWord(lower)) hasRole = true;
    else if (!isRoleModifier(lower)) return undefined;
  }
  return undefined;
}

/** Reads a subject that starts at `after[i]`: a pronoun, a name with what stands before it, or a noun phrase. */
export function subjectFrom(
  reader: ClauseReader,
  indices: readonly number[],
  i: number,
): Subject | undefined {
  const { units } = reader;
  let noun: number | undefined;
  for (let n = i; n < indices.length && n - i < MAX_SUBJECT; n++) {
    const at = indices[n] as number;
    const unit = units[at] as Unit;
    if (n === i && PRONOUNS.has(unit.lower)) return { kind: 'pronoun', unit: at };
    const name = reader.nameAt(at);
    if (name !== undefined && reader.isSpeaker(name)) {
      const { to } = reader.names[name] as { to: number };
      // "the mayor of Tarvik, Jussi Koivula": the one whose role it is follows
      const behind = n + to - at + 2;
      const led = noun !== undefined && RULING.has(units[indices[n - 1] as number]?.lower ?? '');
      if (led && units[indices[behind - 1] as number]?.text === ',' && isPersonAt(reader, indices[behind])) {
        n = behind - 1;
        continue;
      }
      const holder = holderBehind(reader, to + 1);
      if (holder !== undefined) return { kind: 'name', name: holder, direct: true };
      if (!(units[to] as Unit).possessive) return { kind: 'name', name, direct: true };
      n += to - at;
      continue;
    }
    if (isRoleWord(unit.lower)) noun = at;
    // "said the envoy, John Coale"
    else if (unit.text === ',' && noun !== undefined && reader.nameAt(indices[n + 1] ?? -1) !== undefined)
      continue;
    else if (unit.kind === 'mark' && unit.text !== '-') break;
    else if (isSpeechVerb(unit.lower) || (noun !== undefined && !isRolePart(unit))) {
      if (noun === undefined || !['for', 'of', 'to', 'at'].includes(unit.lower)) break;
    }
  }
  return noun === undefined ? undefined : { kind: 'noun', unit: noun };
}

/** True for a word that may stand between a role's first word and the name. */
export const isRolePart = (unit: Unit): boolean =>
  unit.capital || isRoleWord(unit.lower) || isRoleModifier(unit.lower) || isHonorific(unit.lower);

/** The reporting verb of a subject, over an apposition and auxiliaries. */
export function verbAfter(
  reader: ClauseReader,
  indices: readonly number[],
  subject: Subject,
): number | undefined {
  const { units } = reader;
  const last = subject.kind === 'name' ? (reader.names[subject.name] as { to: number }).to : subject.unit;
  let n = indices.indexOf(last) + 1;
  if (n === 0) return undefined;
  const opening = units[indices[n] as number];
  if (opening?.text === ',' || opening?.text === '(') {
    const closing = opening.text === ',' ? ',' : ')';
    let end = n + 1;
    while (
      end < indices.length &&
      end - n < MAX_APPOSITION &&
      units[indices[end] as number]?.text !== closing
    )
      end++;
    // "Coale, who said": no second comma is needed.
    n = units[indices[end] as number]?.text === closing ? end + 1 : n + 1;
  }
  for (let steps = 0; steps < 4 && n < indices.length; steps++, n++) {
    const unit = units[indices[n] as number] as Unit;
    if (isSpeechVerb(unit.lower)) return indices[n];
    if (unit.lower !== 'who' && !isBetweenSubjectAndVerb(unit.lower)) return undefined;
  }
  return undefined;
}

/** The subject directly before the verb at `before[n]`. */
export function subjectBefore(
  reader: ClauseReader,
  before: readonly number[],
  n: number,
): Subject | undefined {
  const { units } = reader;
  let p = n - 1;
  while (p >= 0 && n - p < 5 && isBetweenSubjectAndVerb(units[before[p] as number]?.lower ?? '')) p--;
  if (p < 0) return undefined;
  const at = before[p] as number;
  const unit = units[at] as Unit;
  if (PRONOUNS.has(unit.lower)) return { kind: 'pronoun', unit: at };
  const name = reader.nameEndingAt(at);
  if (name !== undefined) {
    if (!reader.isSpeaker(name) || unit.possessive) return undefined;
    return ruledBy(reader, before, name) ?? { kind: 'name', name, direct: true };
  }
  if (unit.text === ',' || unit.text === ')' || unit.lower === 'who')
    return apposedSubject(reader, before, p);
  return isRoleWord(unit.lower) ? { kind: 'noun', unit: at } : undefined;
}

/** "X from Y said" is said by X; "a spokesman for Y said" perhaps by Y. Undefined when no preposition rules the name. */
function ruledBy(reader: ClauseReader, before: readonly number[], name: number): Subject | undefined {
  const { units } = reader;
  const lowerAt = (n: number): string => units[before[n] as number]?.lower ?? '';
  let k = before.indexOf((reader.names[name] as { from: number }).from) - 1;
  while (k >= 0 && (isHonorific(lowerAt(k)) || lowerAt(k) === 'the')) k--;
  // "X of the consultancy Y said"
  for (let d = k; d >= 0 && k - d <= MOST_KINDS && units[before[d] as number]?.kind !== 'mark'; d--)
    if (DETERMINERS.has(lowerAt(d)) && PREPOSITIONS.has(lowerAt(d - 1))) {
      k = d - 1;
      break;
    }
  if (!PREPOSITIONS.has(lowerAt(k))) return undefined;
  const ruler = k > 0 ? reader.nameEndingAt(before[k - 1] as number) : undefined;
  if (ruler !== undefined && reader.isSpeaker(ruler)) return { kind: 'name', name: ruler, direct: true };
  return { kind: 'name', name, direct: false };
}

/** "X, chief executive of Y, said", "X (leader of Y) said", "X, who said": the name before the mark that opens. */
function apposedSubject(reader: ClauseReader, before: readonly number[], p: number): Subject | undefined {
  const { units } = reader;
  const lowerAt = (n: number): string => units[before[n] as number]?.lower ?? '';
  const opening = lowerAt(p) === ')' ? '(' : ',';
  let nearest: number | undefined;
  for (let q = p - 1; q > 0 && p - q < MAX_APPOSITION; q--) {
    if (isSpeechVerb(lowerAt(q))) break;
    if (lowerAt(q) !== opening) continue;
    const last = before[q - 1] as number;
    const name = reader.nameEndingAt(last);
    if (name === undefined || !reader.isSpeaker(name)) continue;
    if ((units[last] as Unit).possessive) continue;
    // "Idris Pugh, manager of a hall in Merthyr Tydfil, said": nobody speaks behind "in"
    const ruled = PLACING.has(lowerAt(before.indexOf((reader.names[name] as FoundName).from) - 1));
    if (ruled) continue;
    // "X, from A, B and C, said": the names of a list are rarely people.
    if ((reader.names[name] as FoundName).mention.type === 'person')
      return { kind: 'name', name, direct: true };
    nearest ??= name;
  }
  if (nearest !== undefined) {
    const first = (reader.names[nearest] as FoundName).from;
    // "the chief executive of Calmont, Joanna Tremlett, said"
    const inner = opening === ',' ? reader.nameEndingAt(before[p - 1] as number) : undefined;
    const led = RULING.has(lowerAt(before.indexOf(first) - 1));
    if (led && inner !== undefined && isPersonAt(reader, (reader.names[inner] as FoundName).from))
      return { kind: 'name', name: inner, direct: true };
    const alone = !before.some((at) => at < first && reader.nameAt(at) !== undefined);
    return { kind: 'name', name: nearest, direct: alone };
  }
  // "The Chechens' spiritual leader, Mufti Mezhiev, confirmed": the role stands first.
  const name = opening === ',' && p > 0 ? reader.nameEndingAt(before[p - 1] as number) : undefined;
  if (name === undefined || !reader.isSpeaker(name)) return undefined;
  let lead = before.indexOf((reader.names[name] as { from: number }).from) - 1;
  while (lead > 0 && isRolePart(units[before[lead] as number] as Unit)) lead--;
  const role = lead > 0 && lowerAt(lead) === ',' && isRoleWord(lowerAt(lead - 1));
  return role ? { kind: 'name', name, direct: true } : undefined;
}

/** The subject of the first reporting verb in the clause before `before[n]`, or its first name that a verb follows. */
export function clauseSubject(
  reader: ClauseReader,
  before: readonly number[],
  n: number,
): Subject | undefined {
  for (let k = n - 1; k > 0; k--) {
    if (!isSpeechVerb(reader.units[before[k] as number]?.lower ?? '')) continue;
    const subject = subjectBefore(reader, before, k);
    if (subject) return subject;
  }
  const first = before.find((at) => {
    const name = reader.nameAt(at);
    return (
      name !== undefined &&
      reader.isSpeaker(name) &&
      !(reader.units[(reader.names[name] as { to: number }).to] as Unit).possessive
    );
  });
  const name = first === undefined ? undefined : reader.nameAt(first);
  return name === undefined ? undefined : { kind: 'name', name, direct: false };
}
