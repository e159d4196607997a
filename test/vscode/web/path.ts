/** Stands in for `node:path` in a browser. */
export const join = (...parts: readonly string[]): string => parts.join('/').replace(/\/{2,}/g, '/');
