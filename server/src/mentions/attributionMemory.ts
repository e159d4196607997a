import type { Span } from '../text/span.ts';
import type { NamedBlock } from './analysisDraft.ts';
import { isRoleWord } from './lexiconRoles.ts';

/** Who says a quotation: a name by block and by index into that block's names. */
export interface Attribution {
  readonly block: number;
  readonly name: number;
  readonly sure: boolean;
  /** Nobody else is named who could be meant; see `Speaker`. */
  readonly alone?: true;
  readonly cue?: Span;
}

/** One entry for each quotation of a block. */
export type AttributionRow = readonly (Attribution | undefined)[];

/** The row of a block without quotations. */
export const NO_QUOTATIONS: AttributionRow = [];

/** The first bearer of a role noun. */
export interface Bearer {
  readonly block: number;
  readonly name: number;
  readonly surname: string | undefined;
  /** First block in which another person has a role with the same noun. */
  rivalBlock?: number;
}

/** What attribution asks the whole document about. */
export interface People {
  /** Last words of the names of persons. */
  readonly surnames: ReadonlySet<string | undefined>;
  /** The first bearer of each role noun, with the place from which the noun is no longer his alone. */
  readonly bearers: ReadonlyMap<string, Bearer>;
  readonly parts: readonly BlockPeople[];
}

/** What one block adds to the people of its document. */
interface BlockPeople {
  readonly key: string;
  readonly surnames: readonly (string | undefined)[];
  readonly roles: readonly {
    readonly noun: string;
    readonly name: number;
    readonly surname: string | undefined;
  }[];
}

/** The last attribution of one document. */
export interface AttributionMemory {
  last:
    | {
        readonly blocks: readonly NamedBlock[];
        readonly people: People;
        readonly rows: readonly AttributionRow[];
      }
    | undefined;
}

/** Creates an empty memory. */
export const createAttributionMemory = (): AttributionMemory => ({ last: undefined });

/** The people of a document: the same object as before while every block names the same ones. */
export function peopleOf(blocks: readonly NamedBlock[], last: People | undefined): People {
  const parts = blocks.map(partOf);
  const same =
    last?.parts.length === parts.length &&
    parts.every((part, b) => part === last.parts[b] || part.key === last.parts[b]?.key);
  if (same && last) return last;
  const surnames = new Set<string | undefined>();
  const bearers = new Map<string, Bearer>();
  parts.forEach((part, block) => {
    for (const surname of part.surnames) surnames.add(surname);
    for (const { noun, name, surname } of part.roles) {
      const first = bearers.get(noun);
      if (!first) bearers.set(noun, { block, name, surname });
      else if (first.surname !== surname) first.rivalBlock ??= block;
    }
  });
  return { surnames, bearers, parts };
}

const known = new WeakMap<NamedBlock['names'], BlockPeople>();
const NOBODY: BlockPeople = { key: '', surnames: [], roles: [] };

function partOf({ names }: NamedBlock): BlockPeople {
  if (names.length === 0) return NOBODY;
  let part = known.get(names);
  if (!part) {
    const surnames = names
      .filter(({ mention }) => mention.type === 'person')
      .map(({ mention }) => mention.words.at(-1));
    const roles = names.flatMap(({ mention }, name) =>
      (mention.role?.text.toLowerCase().split(/[\s-]/) ?? [])
        .filter(isRoleWord)
        .map((noun) => ({ noun, name, surname: mention.words.at(-1) })),
    );
    part = { key: JSON.stringify([surnames, roles]), surnames, roles };
    known.set(names, part);
  }
  return part;
}

/** The row just read, or the one of the last version where they say the same. */
export const sameRow = (last: AttributionRow | undefined, row: AttributionRow): AttributionRow =>
  last && JSON.stringify(last) === JSON.stringify(row) ? last : row;
