const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const SCALES: readonly (readonly [number, string])[] = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
  [1e3, 'thousand'],
];

function belowThousand(value: number): string {
  const hundreds = Math.floor(value / 100);
  const rest = value % 100;
  const parts: string[] = [];
  if (hundreds > 0) parts.push(`${SMALL[hundreds]} hundred`);
  if (rest > 0 || hundreds === 0) {
    const unit = rest % 10;
    const word =
      rest < 20 ? SMALL[rest] : `${TENS[Math.floor(rest / 10)]}${unit > 0 ? `-${SMALL[unit]}` : ''}`;
    parts.push(`${hundreds > 0 ? 'and ' : ''}${word}`);
  }
  return parts.join(' ');
}

function whole(value: number): string {
  let rest = value;
  const parts: string[] = [];
  for (const [factor, name] of SCALES) {
    const count = Math.floor(rest / factor);
    if (count === 0) continue;
    parts.push(`${belowThousand(count)} ${name}`);
    rest -= count * factor;
  }
  if (rest > 0 || parts.length === 0)
    parts.push(parts.length > 0 && rest < 100 ? `and ${belowThousand(rest)}` : belowThousand(rest));
  return parts.join(' ');
}

/** Spells a number ("one hundred and twenty-three", "two and a half million"); undefined when words do not suit it. */
export function numberInWords(value: number): string | undefined {
  if (value < 0 || value >= 1e15) return undefined;
  for (const [factor, name] of SCALES) {
    const part = value / factor;
    if (part === 0.5) return `half a ${name}`;
    if (part >= 1 && part < 1000 && part % 1 === 0.5)
      return `${belowThousand(Math.floor(part))} and a half ${name}`;
  }
  if (Number.isInteger(value)) return whole(value);
  return value % 1 === 0.5 && value > 1 && value < 1000
    ? `${whole(Math.floor(value))} and a half`
    : undefined;
}

const IRREGULAR: Readonly<Record<string, string>> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
};

/** Spells an ordinal up to "ninety-ninth". */
export function ordinalInWords(value: number): string | undefined {
  if (!Number.isInteger(value) || value < 1 || value > 99) return undefined;
  const words = belowThousand(value).split('-');
  const last = words.pop() as string;
  const ordinal = IRREGULAR[last] ?? (last.endsWith('y') ? `${last.slice(0, -1)}ieth` : `${last}th`);
  return [...words, ordinal].join('-');
}

/** The ending of an ordinal in digits: "st", "nd", "rd" or "th". */
export function ordinalSuffix(value: number): string {
  const last = value % 100;
  if (last >= 11 && last <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th';
}
