import type { AnalysedDocument, Entity } from '../mentions/analysedDocument.ts';
import type { NameMention } from '../mentions/mention.ts';
import { foldName } from '../text/fold.ts';
import type { LocatedMention } from './context.ts';

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

interface FoldedEntity {
  readonly key: string;
  /** Words of each form, by the folded form. */
  readonly forms: readonly (readonly [string, readonly string[]])[];
}

const known = new WeakMap<Entity, FoldedEntity>();

/** The forms of a source's entity; worked out once for each. */
function formsOf(entity: Entity): FoldedEntity {
  let folded = known.get(entity);
  if (!folded) {
    folded = {
      key: foldName(entity.name),
      forms: [entity.name, ...entity.forms].map((form) => [
        foldName(form),
        form.split(/\s+/).filter(Boolean),
      ]),
    };
    known.set(entity, folded);
  }
  return folded;
}

/** Works out the forms of a source's entities, which an entity table is put together of. */
export function prepareEntities({ entities }: AnalysedDocument): void {
  for (const entity of entities) formsOf(entity);
}

/** Joins the entities that each source found by itself when one has the other's full form. */
export function createEntityTable(
  sources: readonly AnalysedDocument[],
  names: readonly LocatedMention<NameMention>[],
): EntityTable {
  const byForm = new Map<string, number>();
  const drafts: {
    name: string;
    forms: Map<string, readonly string[]>;
    roles: Set<string>;
    mentions: LocatedMention<NameMention>[];
  }[] = [];
  const idOf = new Map<AnalysedDocument, (number | undefined)[]>();
  for (const source of sources) {
    idOf.set(
      source,
      source.entities.map((entity) => {
        const { key, forms } = formsOf(entity);
        let id = byForm.get(key);
        if (id === undefined) {
          id = drafts.push({ name: entity.name, forms: new Map(), roles: new Set(), mentions: [] }) - 1;
          byForm.set(key, id);
        }
        const draft = drafts[id];
        for (const [folded, words] of forms) draft?.forms.set(folded, words);
        for (const role of entity.roles) draft?.roles.add(role);
        return id;
      }),
    );
  }
  const idOfMention = (m: LocatedMention): number | undefined => {
    const local = m.document.entityOf(m.block, m.index);
    return local === undefined ? undefined : idOf.get(m.document)?.[local];
  };
  for (const m of names) {
    const id = idOfMention(m);
    if (id !== undefined) drafts[id]?.mentions.push(m);
  }
  const entities = drafts.map(
    (d, id): SourceEntity => ({
      id,
      name: d.name,
      forms: [...d.forms.values()],
      roles: [...d.roles],
      mentions: d.mentions,
    }),
  );
  const byWord = new Map<string, Set<SourceEntity>>();
  for (const entity of entities) {
    for (const form of entity.forms) {
      for (const word of form) {
        const key = foldName(word);
        const list = byWord.get(key);
        if (list) list.add(entity);
        else byWord.set(key, new Set([entity]));
      }
    }
  }
  return {
    entities,
    of: (m) => {
      const id = idOfMention(m);
      return id === undefined ? undefined : entities[id];
    },
    withWord: (word) => [...(byWord.get(foldName(word)) ?? [])],
  };
}
