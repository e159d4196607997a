import { isRoleWord } from '../mentions/lexiconRoles.ts';
import { verbForms } from '../mentions/lexiconVerbs.ts';
import type { NameMention } from '../mentions/mention.ts';
import { firstFrom, type Token } from '../prose/tokens.ts';
import { isStopWord } from '../sources/vocabulary.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Articles and the like before a noun. */
export const DETERMINERS = words('the a an its his her their our former fellow then');

/** Prepositions and particles. */
export const PREPOSITIONS = words(
  'over from to against for at on about up off out down behind ahead of into after past in near outside under around across ' +
    'along towards toward throughout beyond despite following alongside via',
);

const DENIALS = words(
  'not no never nor neither without deny denies denied denying false falsely untrue wrongly mistakenly hardly instead',
);
const SUPPOSED = words(
  'if unless whether may might could should would can must cannot hope hopes hoped want wants wanted expect expects expected ' +
    'likely unlikely possible possibly perhaps maybe rumour rumours rumor rumors rumoured speculation plan plans planned try ' +
    'tries tried attempt attempts attempted fail fails failed threaten threatens threatened ought suppose imagine wish almost nearly',
);

/** True for "not", "denied", "false": the sentence says that something is not so. */
export const isDenial = ({ lower }: Token): boolean => DENIALS.has(lower) || lower.endsWith("n't");

/** True for "may", "if", "hopes": what follows is not told as a fact. */
export const isSupposed = ({ lower }: Token): boolean => SUPPOSED.has(lower);

/** Where a name begins with its title and the role before it. */
export const nameStart = ({ start, honorific, role }: NameMention): number =>
  Math.min(start, honorific?.start ?? start, role?.position === 'before' ? role.start : start);

/** "Holm's brother": the name only says whose. */
export const isPossessive = (text: string, end: number): boolean => /^['’]/.test(text.slice(end, end + 1));

const MOST_BACK = 4;

/** True for a name behind a preposition or in a list: "the chairman of Leeds" is not Leeds. `from` is the first token looked at. */
export function isInPhrase(start: number, tokens: readonly Token[], from: number): boolean {
  for (let i = firstFrom(tokens, start) - 1, n = 0; i >= from && n < MOST_BACK; i--, n++) {
    const token = tokens[i] as Token;
    if (token.kind !== 'word') return false;
    const { lower } = token;
    // "after Eadie succeeded Holm" opens a clause
    if (lower === 'after') return false;
    if (PREPOSITIONS.has(lower) || /^(?:by|with|and|or)$/.test(lower)) return true;
    if (DETERMINERS.has(lower)) continue;
    if (isStopWord(lower) || (!isRoleWord(lower) && verbForms(lower).finite)) return false;
  }
  return false;
}
