import type { AnalysedDocument, Entity } from '../mentions/analysedDocument.ts';
import type { NameMention } from '../mentions/mention.ts';
import { exact } from '../text/exact.ts';
import { foldName } from '../text/fold.ts';
import type { LocatedMention } from './context.ts';
import { sourcePart } from './sourcePart.ts';

/** One entity over all sources. */
export interface SourceEntity {
  readonly id: number;
  readonly name: string;
  /** All written forms as word lists. */
  readonly forms: readonly (readonly string[])[];
  readonly roles: readonly string[];
  readonly mentions: readonly LocatedMention<NameMention>[];
}

/** The entities of all sources, found by their words. */
export interface EntityTable {
  readonly entities: readonly SourceEntity[];
  /** Entity of a source's name mention. */
  of(mention: LocatedMention): SourceEntity | undefined;
  /** Entities with a form that has this word (folded). */
  withWord(word: string): readonly SourceEntity[];
}

const NONE: readonly never[] = [];

/** An entity that is put together as its sources come. A class, because there are very many. */
class JoinedEntity implements SourceEntity {
  readonly id: number;
  /** Itself as each source has it. */
  private members: readonly Entity[];
  private named: readonly LocatedMention<NameMention>[] = NONE;
  private laidOut: readonly (readonly string[])[] | undefined;
  private held: readonly string[] | undefined;

  constructor(id: number, member: Entity) {
    this.id = id;
    this.members = [member];
  }

  get name(): string {
    return (this.members[0] as Entity).name;
  }

  get mentions(): readonly LocatedMention<NameMention>[] {
    return this.named;
  }

  get forms(): readonly (readonly string[])[] {
    this.laidOut ??= this.layOut();
    return this.laidOut;
  }

  get roles(): readonly string[] {
    const { members } = this;
    this.held ??=
      members.length === 1
        ? (members[0] as Entity).roles
        : [...new Set(members.flatMap(({ roles }) => roles))];
    return this.held;
  }

  join(member: Entity): void {
    (this.members as Entity[]).push(member);
  }

  add(mention: LocatedMention<NameMention>): void {
    if (this.named.length === 0) this.named = [mention];
    else (this.named as LocatedMention<NameMention>[]).push(mention);
  }

  /** All sources have been read. */
  close(): void {
    this.named = exact(this.named);
    this.members = exact(this.members);
  }

  /** Forms that fold alike are one; it is written as it was written last. */
  private layOut(): readonly (readonly string[])[] {
    const written = new Map<string, string>();
    for (const { name, forms } of this.members) {
      written.set(foldName(name), name);
      for (const form of forms) written.set(foldName(form), form);
    }
    return Array.from(written.values(), (form) => form.split(/\s+/).filter(Boolean));
  }
}

/** One entity, or several. */
type Found = JoinedEntity | JoinedEntity[];

/** Joins the entities that each source found by itself when one has the other's full form; a step for each source. */
export function* createEntityTable(sources: readonly AnalysedDocument[]): Generator<void, EntityTable> {
  const byName = new Map<string, JoinedEntity>();
  const entities: JoinedEntity[] = [];
  /** The entities of each source, by their index in it. */
  const ofSource = new Map<AnalysedDocument, readonly JoinedEntity[]>();
  for (const source of sources) {
    const own = source.entities.map((entity) => {
      const key = foldName(entity.name);
      const known = byName.get(key);
      if (known) {
        known.join(entity);
        return known;
      }
      const joined = new JoinedEntity(entities.length, entity);
      entities.push(joined);
      byName.set(key, joined);
      return joined;
    });
    ofSource.set(source, own);
    for (const { facts } of sourcePart(source).sentences)
      for (const name of facts.names) entityIn(own, name)?.add(name);
    yield;
  }
  const byWord = new Map<string, Found>();
  for (const [i, entity] of entities.entries()) {
    entity.close();
    for (const form of entity.forms) for (const word of form) note(byWord, foldName(word), entity);
    if (i % STRIDE === 0) yield;
  }
  return tableOf(entities, ofSource, byWord);
}

/** Entities whose words are noted in one step. */
const STRIDE = 100;

const entityIn = (own: readonly JoinedEntity[], { document, block, index }: LocatedMention) =>
  own[document.entityOf(block, index) ?? -1];

/** Entities come in order, so that one which has the word already is the last one noted. */
function note(byWord: Map<string, Found>, word: string, entity: JoinedEntity): void {
  const known = byWord.get(word);
  if (known === undefined) byWord.set(word, entity);
  else if (!Array.isArray(known)) {
    if (known !== entity) byWord.set(word, [known, entity]);
  } else if (known.at(-1) !== entity) known.push(entity);
}

/** Apart from the reading above, so that nothing of it is held. */
function tableOf(
  entities: readonly JoinedEntity[],
  ofSource: ReadonlyMap<AnalysedDocument, readonly JoinedEntity[]>,
  byWord: ReadonlyMap<string, Found>,
): EntityTable {
  return {
    entities,
    of(mention) {
      const own = ofSource.get(mention.document);
      return own && entityIn(own, mention);
    },
    withWord(word) {
      const found = byWord.get(foldName(word));
      return found === undefined ? NONE : Array.isArray(found) ? found : [found];
    },
  };
}
