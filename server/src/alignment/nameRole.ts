import type { AnalysedBlock } from '../mentions/analysedDocument.ts';
import type { NameMention } from '../mentions/mention.ts';
import type { LocatedMention } from '../sources/context.ts';
import type { SourceEntity } from '../sources/entityTable.ts';
import { foldName } from '../text/fold.ts';

/** "Achterberg: 6.91": a name before its own value is told that, whatever stands around. */
export const isLabel = ({ document, block, mention }: LocatedMention): boolean =>
  /^:\s\S*\d/.test((document.blocks[block] as AnalysedBlock).block.text.slice(mention.end, mention.end + 8));

const roleHead = ({ role }: NameMention): string | undefined =>
  role && foldName(role.text).split(/\s+/).at(-1);

/** True where the sources give the draft's name the very role that the draft gives it. */
export const hasRoleOf = ({ mention }: LocatedMention<NameMention>, { mentions }: SourceEntity): boolean => {
  const head = roleHead(mention);
  return head !== undefined && mentions.some((m) => roleHead(m.mention) === head);
};
