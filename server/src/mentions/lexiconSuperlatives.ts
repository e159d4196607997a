/** A superlative word: what it measures, and at which end it stands. */
export interface Superlative {
  readonly scale: string;
  readonly sign: 1 | -1;
}

/** Scale | words of one end | words of the other; words of one cell say the same. */
const SCALES = `
size | largest biggest | smallest tiniest
level | highest | lowest
stature | tallest | shortest
length | longest | shortest
age | oldest eldest | youngest newest
quality | best finest | worst
speed | fastest quickest swiftest | slowest
wealth | richest wealthiest | poorest
strength | strongest | weakest
distance | closest nearest | farthest furthest remotest
cost | dearest costliest priciest | cheapest
heat | hottest warmest | coldest coolest
weight | heaviest | lightest
width | widest broadest | narrowest
depth | deepest | shallowest
traffic | busiest | quietest
effort | hardest toughest | easiest
noise | loudest | quietest
light | brightest | darkest
moisture | wettest | driest
`;

const WORDS: ReadonlyMap<string, readonly Superlative[]> = (() => {
  const found = new Map<string, Superlative[]>();
  for (const row of SCALES.trim().split('\n')) {
    const [scale = '', ...ends] = row.split('|').map((cell) => cell.trim());
    ends.forEach((end, i) => {
      for (const word of end.split(' '))
        found.set(word, [...(found.get(word) ?? []), { scale, sign: i === 0 ? 1 : -1 }]);
    });
  }
  return found;
})();

/** The superlatives that a word may be; `lower` is lower-cased. */
export const readSuperlative = (lower: string): readonly Superlative[] | undefined => WORDS.get(lower);

/** "most" and "least", which make a superlative of the adjective behind them. */
export const superlativeSign = (lower: string): 1 | -1 | undefined =>
  lower === 'most' ? 1 : lower === 'least' ? -1 : undefined;
