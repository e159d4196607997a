import type { Reason, SourcePlace } from '../alignment/alignment.ts';
import { citation } from '../findings/evidence.ts';
import { t } from '../l10n/message.ts';
import type { NameMention } from '../mentions/mention.ts';
import type { LocatedMention } from '../sources/context.ts';
import type { Span } from '../text/span.ts';
import { differs, type Rule, type RuleFix, type RuleResult, replace, textAt, words } from './rule.ts';

const withTitle = ({ honorific, start, end }: NameMention): Span => ({
  start: honorific?.start ?? start,
  end,
});

/** The two names of a relation in each other's places: one finding, and one fix that exchanges both. */
function exchanged(
  claim: LocatedMention,
  { other, words: between }: Extract<Reason, { kind: 'exchanged' }>,
  [at]: readonly SourcePlace[],
): RuleResult | undefined {
  if (claim.mention.kind !== 'name') return undefined;
  const mine = withTitle(claim.mention);
  const theirs = withTitle(other);
  const [first, second] = [mine, theirs].map((span) => textAt(claim, span)) as [string, string];
  const lead = between.start < mine.start ? textAt(claim, { start: between.start, end: mine.start }) : '';
  const link = textAt(claim, {
    start: Math.max(between.start, mine.end),
    end: Math.min(between.end, theirs.start),
  }).trim();
  const told = `${lead}${second} ${link} ${first}`;
  // a role belongs to its holder, and would have to move too
  const movable = !claim.mention.role && !other.role;
  const fix: RuleFix = {
    title: t('Exchange “{0}” and “{1}”', first, second),
    edits: [
      { ...mine, newText: second },
      { ...theirs, newText: first },
    ],
    safe: false,
  };
  return {
    level: 'warning',
    span: claim.mention,
    message: `${t('{0}, not the other way round', told)}${at ? ` — ${citation(at)}` : ''}`,
    expected: [second],
    fixes: movable ? [fix] : [],
  };
}

/** Another name stands in the same place of the source's sentence. */
export const nameMismatch: Rule = {
  code: 'name-mismatch',
  title: 'Wrong name',
  summary:
    'The source has another name in the same slot (“talks in …”, “appointed by …”), tells the sentence of another person, country or organisation, joins the surname to another given name, or has two names in each other’s places (“Holm succeeded Eadie”).',
  level: 'warning',
  fix: 'the source’s name, or both names exchanged',
  judge({ claim, reason, evidence }) {
    if (reason.kind === 'exchanged') return exchanged(claim, reason, evidence);
    if (reason.kind !== 'name') return undefined;
    const at = evidence[0];
    const slot = reason.slot ? `${reason.slot} ` : '';
    return {
      level: 'warning',
      span: claim.mention,
      message: differs(`${slot}${reason.name}`, words(claim), at),
      expected: [reason.name],
      fixes: [replace(claim.mention, reason.name, false)],
    };
  },
};
