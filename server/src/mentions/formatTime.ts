const HALF = /\b([ap])(\.?)\s?m\b\.?/i;
const pad = (value: number): string => String(value).padStart(2, '0');

/** Writes one clock time as `like` is written, its half of the day left out when `half` is false. */
function single(minutes: number, like: string, half: boolean): string {
  const hours = Math.floor(minutes / 60) % 24;
  const rest = minutes % 60;
  const separator = /\d([:.])\d\d/.exec(like)?.[1];
  const written = HALF.exec(like);
  const twelve = half && written !== null;
  const shown = twelve || !half ? hours % 12 || 12 : hours;
  const leading = /^0\d/.test(like) || (!twelve && half && /^\d\d/.test(like) && hours < 10);
  const figure = `${leading ? pad(shown) : shown}${rest > 0 || separator ? `${separator ?? ':'}${pad(rest)}` : ''}`;
  if (!twelve) return figure;
  const letter = hours >= 12 ? 'p' : 'a';
  const tail = like.slice(/^\d[\d:.]*\d|^\d/.exec(like)?.[0].length ?? 0, like.length);
  const marked = tail.replace(/[ap](?=\.?\s?m)/i, (c) =>
    c === c.toUpperCase() ? letter.toUpperCase() : letter,
  );
  return figure + marked;
}

/**
 * Writes a clock time (minutes after midnight, with the end of a range) in the form of `original`: 12 or 24 hours, the
 * separator, the spelling of the half of the day. Undefined when the form is words ("noon") or cannot be kept.
 */
export function formatTimeLike(minutes: number, original: string, until?: number): string | undefined {
  if (!/^\d/.test(original)) return undefined;
  if (/^\d{4}$/.test(original)) return `${pad(Math.floor(minutes / 60))}${pad(minutes % 60)}`;
  const link = /\s?[–—-]\s?|\s(?:to|until|till|and)\s/.exec(original);
  if (!link) return until === undefined ? single(minutes, original, true) : undefined;
  if (until === undefined) return undefined;
  const first = original.slice(0, link.index);
  const last = original.slice(link.index + link[0].length);
  const shared = HALF.test(last) && !HALF.test(first);
  const crosses = shared && minutes >= 720 !== until >= 720;
  return crosses ? undefined : single(minutes, first, !shared) + link[0] + single(until, last, true);
}
