import type { Binding, FrameBinding } from './binding.ts';

/** How verbatim the words around a name must be for another name to stand in its place. */
export const FRAME = {
  words: 3,
  oneSided: 3,
  content: 2,
  own: 1,
  sentence: 0.4,
  /** Words on both sides where only one of them tells something, and what has to bind the two sentences then. */
  bothSides: 2,
  score: 0.5,
  told: 0.35,
} as const;

/** True where so many words right around two names are the same that one stands in the other's place. */
export function isInPlace(frame: FrameBinding, share: number, bind: () => Binding): boolean {
  const { before, after, frameContent } = frame;
  if (before + after < FRAME.words || frameContent === 0) return false;
  if (before === 0 ? after < FRAME.oneSided : after === 0 && before < FRAME.oneSided) return false;
  if (frameContent >= FRAME.content && share >= FRAME.sentence) return true;
  return Math.min(before, after) >= FRAME.bothSides && bind().score >= FRAME.score;
}
