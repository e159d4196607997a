import type { AnalysedDocument } from '../mentions/analysedDocument.ts';
import type { LocalMention } from '../mentions/mention.ts';
import type { LocatedMention } from '../sources/context.ts';
import { type Binder, type Binding, UNBOUND } from './binding.ts';
import { preferred } from './preference.ts';
import { THRESHOLDS } from './weights.ts';

/** What a near value that differs is to the claim: another value for it, one that the draft gives too, or nothing. */
export type Standing = 'rival' | 'told' | 'none';

/** The draft's mention, and how the standing of its candidates is found. */
export interface Claim<M extends LocalMention, C> {
  readonly mention: LocatedMention<M>;
  readonly binder: Binder;
  readonly standingOf: (candidate: Candidate<M, C>) => Standing;
}

/**
 * A source value measured against a draft's. How well the two are bound, and what it is to the claim, is worked out when it
 * is asked for: a claim has dozens of candidates, and few of them matter.
 */
export class Candidate<M extends LocalMention, C> {
  readonly source: LocatedMention<M>;
  readonly comparison: C;
  protected readonly claim: Claim<M, C>;
  /** Far from the draft's sentence a value is not bound. */
  private bound: Binding | undefined;
  private known: Standing | undefined = undefined;
  private crossed = false;

  constructor(claim: Claim<M, C>, source: LocatedMention<M>, comparison: C, isNear: boolean) {
    this.claim = claim;
    this.source = source;
    this.comparison = comparison;
    this.bound = isNear ? undefined : UNBOUND;
  }

  get binding(): Binding {
    this.bound ??= this.claim.binder.bind(this.claim.mention, this.source);
    return this.bound;
  }

  get standing(): Standing {
    this.known ??= this.claim.standingOf(this);
    return this.known;
  }

  /** True when the value says something against the draft's. */
  get counts(): boolean {
    return this.standing === 'rival';
  }

  /** Lets a value count that the draft gives too, where the two stand in each other's places. */
  countCrossed(): void {
    this.known = 'rival';
    this.crossed = true;
  }

  /** True for a value that counts although the draft gives it too. */
  get isCrossed(): boolean {
    return this.crossed;
  }

  /** False where the binding surely scores less than `score`; costs little where it is not known yet. */
  mayReach(score: number): boolean {
    if (score === Number.NEGATIVE_INFINITY) return true;
    return this.bound
      ? this.binding.score >= score
      : this.claim.binder.mayReach(this.claim.mention, this.source, score);
  }
}

interface Choosable {
  readonly source: { readonly document: AnalysedDocument };
  readonly binding: Binding;
  mayReach(score: number): boolean;
}

/**
 * The best bound of those that are wanted, where it reaches `floor`; one that does not may be left out or not. The cheap
 * question comes first.
 */
export function best<C extends Choosable>(
  candidates: readonly C[],
  floor: number,
  isWanted: (candidate: C) => boolean,
  rankOf: (source: AnalysedDocument) => number,
): C | undefined {
  let found: C | undefined;
  for (const candidate of candidates) {
    // one that is bound about as well may be preferred for its source
    const least = found ? Math.max(floor, found.binding.score - THRESHOLDS.alike) : floor;
    if (candidate.mayReach(least) && isWanted(candidate)) found = preferred(found, candidate, rankOf);
  }
  return found;
}
