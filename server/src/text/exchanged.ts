/** Where two neighbouring characters of `a` stand the other way round in `b`, the rest being the same; UTF-16 units. */
export function exchangedAt(a: string, b: string): number | undefined {
  if (a.length !== b.length) return undefined;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const exchanged = a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
  return exchanged && at < a.length ? at : undefined;
}
