import { isCommonWord } from './lexicon.ts';
import { isFunctionWord } from './lexiconFunctionWords.ts';
import { isHonorific, isRoleModifier, isRoleWord, isTitle } from './lexiconRoles.ts';
import { isBetweenSubjectAndVerb, isSpeechVerb } from './lexiconSpeech.ts';
import type { NameMention } from './mention.ts';
import type { FoundName } from './name.ts';
import type { Unit } from './nameUnits.ts';

type Role = NonNullable<NameMention['role']>;

/** Longest role read, in units; roles with their complements are rarely longer. */
const MAX_ROLE = 14;
const MAX_TO_HEAD = 8;

const isHead = (unit: Unit): boolean =>
  isRoleWord(unit.lower) || (unit.capital && isTitle(unit.lower) && !isHonorific(unit.lower));

const isHonorificUnit = (unit: Unit): boolean => unit.capital && isHonorific(unit.lower);

/** Links over which a role is read back from the name it stands before. */
const BEFORE_LINKS: ReadonlySet<string> = new Set(['of', 'for', 'at']);

const LINKS: ReadonlySet<string> = new Set(['of', 'for', 'to', 'at', 'in', 'on', 'with', 'from']);
const DETERMINERS: ReadonlySet<string> = new Set([
  'the',
  'a',
  'an',
  'his',
  'her',
  'its',
  'their',
  'our',
  'my',
]);

/** Finds the role that stands next to a name, before it or set off after it. */
export function roleOf(text: string, units: readonly Unit[], name: FoundName): Role | undefined {
  const { type, sure } = name.mention;
  if (!sure && name.from > 0 && (units[name.from - 1] as Unit).initial) return undefined;
  if (type === 'demonym' || type === 'place' || type === 'work') return undefined;
  return roleBefore(text, units, name) ?? roleAfter(text, units, name);
}

const span = (
  text: string,
  units: readonly Unit[],
  from: number,
  to: number,
  position: Role['position'],
): Role => {
  const { start } = units[from] as Unit;
  const { end } = units[to] as Unit;
  return { text: text.slice(start, end), start, end, position };
};

/** "opposition leader | X", "US Special Envoy for Belarus | X", "founder of Viasna | X". */
function roleBefore(text: string, units: readonly Unit[], name: FoundName): Role | undefined {
  let before = name.from - 1;
  while (before >= 0 && isHonorificUnit(units[before] as Unit) && joined(units, before + 1)) before--;
  const to = before;
  if (to < 0 || !joined(units, to + 1)) return undefined;
  const head = headBefore(units, to);
  if (head < 0) return undefined;
  let from = head;
  while (from > 0 && head - from < MAX_ROLE && joined(units, from)) {
    const unit = units[from - 1] as Unit;
    if (unit.kind !== 'word') break;
    const modifies = isRoleModifier(unit.lower) || isHead(unit);
    const capital = unit.capital && !isFunctionWord(unit.lower);
    const acronym = unit.acronym && !['AND', 'OR', 'THE'].includes(unit.text);
    if (!modifies && !acronym && !capital) break;
    if (unit.possessive && !unit.capital) break;
    if (unit.initial && capital && !modifies && !acronym && isCommonWord(unit.lower) && !isTitle(unit.lower))
      break;
    from--;
  }
  return span(text, units, from, to, 'before');
}

/** True when unit `i` stands directly after the unit before it, in one phrase. */
const joined = (units: readonly Unit[], i: number): boolean => {
  const unit = units[i];
  return unit !== undefined && (unit.gap || unit.detached);
};

/** The head of a role that ends at unit `to`, or -1. */
function headBefore(units: readonly Unit[], to: number): number {
  const last = units[to] as Unit;
  if (last.kind !== 'word' || last.possessive) return -1;
  if (isHead(last)) return to;
  // "envoy for Belarus |", "Secretary of State |": capitals back to a link, and the head before it.
  let i = to;
  while (i > 1 && to - i < MAX_TO_HEAD) {
    const unit = units[i] as Unit;
    if (!unit.capital || unit.possessive || !joined(units, i)) return -1;
    const link = units[i - 1] as Unit;
    const at = link.lower === 'the' ? i - 2 : i - 1;
    if (at > 0 && BEFORE_LINKS.has((units[at] as Unit).lower)) {
      const head = units[at - 1] as Unit;
      return joined(units, at) && isHead(head) && !head.possessive ? at - 1 : -1;
    }
    i--;
  }
  return -1;
}

/** "X, the US envoy,", "X, 34, a teacher", "X (leader of Y)", "X, founder of the Viasna human rights group;". */
function roleAfter(text: string, units: readonly Unit[], name: FoundName): Role | undefined {
  const last = units[name.to] as Unit;
  if (last.possessive) return undefined;
  let i = name.to + 1;
  const opening = units[i];
  if (opening?.kind !== 'mark' || !',(–—'.includes(opening.text)) return undefined;
  i++;
  if (units[i]?.kind === 'number' && units[i + 1]?.text === ',') i += 2;
  if (DETERMINERS.has(units[i]?.lower ?? '')) i++;
  const from = i;
  let head = -1;
  for (; i < units.length && i - from < MAX_TO_HEAD; i++) {
    const unit = units[i] as Unit;
    if (unit.kind === 'mark') break;
    if (isHead(unit) && !unit.possessive) {
      head = i;
      continue;
    }
    if (head >= 0) break;
    if (
      unit.kind === 'number' ||
      (isFunctionWord(unit.lower) && !unit.acronym && !isRoleModifier(unit.lower))
    )
      return undefined;
    if (isSpeechVerb(unit.lower)) return undefined;
  }
  if (head < 0) return undefined;
  const next = units[head + 1];
  if (next === undefined || isClosing(next)) return span(text, units, from, head, 'after');
  // "Smith, President Trump and …": the role is the next person's.
  if (next.capital || next.kind === 'number') return undefined;
  if (next.kind === 'word' && (isSpeechVerb(next.lower) || isBetweenSubjectAndVerb(next.lower))) {
    return /^(?:who|whose)$/.test(next.lower) ? span(text, units, from, head, 'after') : undefined;
  }
  if (next.kind === 'mark') return undefined;
  if (!LINKS.has(next.lower) && next.lower !== 'and')
    return /^(?:who|whom|whose|that|which)$/.test(next.lower)
      ? span(text, units, from, head, 'after')
      : undefined;
  for (let end = head + 1; end < units.length && end - from < MAX_ROLE; end++) {
    const unit = units[end] as Unit;
    if (unit.kind === 'mark' && !isInside(units, end)) {
      return span(text, units, from, isClosing(unit) ? end - 1 : head, 'after');
    }
    if (
      unit.kind === 'word' &&
      (isSpeechVerb(unit.lower) ||
        /^(?:who|which|that|whose|where|when|has|have|had|is|are|was|were|will|would)$/.test(unit.lower))
    ) {
      return span(
        text,
        units,
        from,
        unit.lower.startsWith('wh') || unit.lower === 'that' ? end - 1 : head,
        'after',
      );
    }
  }
  return span(text, units, from, head, 'after');
}

const isClosing = (unit: Unit): boolean => unit.kind === 'mark' && ',;.:)–—!?'.includes(unit.text);

const isInside = (units: readonly Unit[], i: number): boolean =>
  "-/&'’".includes((units[i] as Unit).text) && units[i + 1]?.gap !== true;
