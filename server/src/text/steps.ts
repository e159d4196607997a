/** The result of work in steps, done at once. */
export function whole<T>(steps: Generator<unknown, T, void>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** A value that is worked out in steps, or at once when it is asked for before all of them were taken. */
export interface Stepwise<T> {
  /** The steps that are left; nothing once the value is known. */
  steps(): Generator<void>;
  value(): T;
}

/** Creates a value that is worked out when it is first asked for, in steps or at once. */
export function stepwise<T>(start: () => Generator<unknown, T, void>): Stepwise<T> {
  let work: Generator<unknown, T, void> | undefined;
  let known: { readonly value: T } | undefined;
  /** Takes one step; true when it was the last. */
  const goOn = (): boolean => {
    if (known) return true;
    work ??= start();
    const step = work.next();
    if (!step.done) return false;
    known = { value: step.value };
    work = undefined;
    return true;
  };
  return {
    *steps() {
      while (!goOn()) yield;
    },
    value() {
      while (!known) goOn();
      return known.value;
    },
  };
}
