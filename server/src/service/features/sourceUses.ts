import type { Range } from 'vscode-languageserver-types';
import { fileName } from '../../findings/evidence.ts';
import type { CheckedDocument } from '../checker.ts';
import { toRange } from '../ranges.ts';
import { normaliseUri } from '../uris.ts';

/** Words of a source that facts of open drafts rest on; the answer to `touchstone/sourceUses` is a list of them. */
export interface SourceUse {
  readonly range: Range;
  /** `differs` when the fact of a draft says otherwise, whoever else agrees. */
  readonly state: 'agrees' | 'differs';
  /** Where they are used, at most ten: "draft.md, line 3". */
  readonly drafts: readonly {
    readonly uri: string;
    readonly name: string;
    readonly line: number;
    readonly text: string;
  }[];
}

/** Places named for one stretch of words. */
const MOST_DRAFTS = 10;

/** The words of an open source that the drafts use, in the order of the text. */
export function sourceUses(
  source: CheckedDocument,
  drafts: readonly CheckedDocument[],
): readonly SourceUse[] {
  if (source.role !== 'source') return [];
  const uri = normaliseUri(source.document.uri);
  const { lines } = source.analysed.prose;
  const found = new Map<string, { start: number; use: SourceUse }>();
  for (const draft of drafts) {
    for (const fact of draft.facts) {
      if (fact.verdict === 'notEnoughInfo') continue;
      // The best place is the one that is used; the others merely have the same.
      const [best, ...others] = fact.evidence;
      const used = fact.fact === 'name' ? [best] : [best, ...others];
      for (const evidence of used) {
        if (!evidence || normaliseUri(evidence.uri) !== uri) continue;
        const key = `${evidence.start} ${evidence.end}`;
        const place = {
          uri: draft.document.uri,
          name: fileName(draft.document.uri),
          line: draft.analysed.prose.lines.position(fact.start).line,
          text: shorten(fact.text),
        };
        const known = found.get(key)?.use;
        const state = fact.verdict === 'refuted' || known?.state === 'differs' ? 'differs' : 'agrees';
        const places = [...(known?.drafts ?? []), place].slice(0, MOST_DRAFTS);
        found.set(key, {
          start: evidence.start,
          use: { range: toRange(lines, evidence), state, drafts: places },
        });
      }
    }
  }
  return [...found.values()].sort((a, b) => a.start - b.start).map(({ use }) => use);
}

const shorten = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
};
