import { randomKey, uniform } from '../../src/sim/numeric/random';

/** Values that break readers: wrong types, edges of numbers, names of inherited members, deep and empty things. */
const NASTY: readonly unknown[] = [
  ...[null, true, false, '', ' ', 'nan', 'NaN', 'Infinity', '__proto__', 'constructor', 'toString'],
  ...[0, -0, -1, 1, 2, 3, 1e-300, 1e300, -1e300, 1e17, 0.1, 1e-9, 4294967296],
  ...[[], {}, [null], [[[]]], { id: 1 }, [1, 2, 3], [0, 0, 0], 'a'.repeat(300)],
];

/** Draws of one mutation: `draw(n)` is a whole number below n. */
export function draws(seed: number, name: string): (below: number) => number {
  const key = randomKey(seed, name, 'mutation');
  let count = 0;
  return (below) => Math.floor(uniform(key, count++) * below);
}

/** The tree with one value replaced, removed, doubled or scaled somewhere; deeper places as likely as shallow ones. */
export function mutateJson(value: unknown, draw: (below: number) => number): unknown {
  if (typeof value !== 'object' || value === null) return mutateLeaf(value, draw);
  const keys = Object.keys(value);
  if (keys.length === 0 || draw(12) === 0) return NASTY[draw(NASTY.length)];
  const key = keys[draw(keys.length)]!;
  if (Array.isArray(value)) {
    const copy = [...(value as unknown[])];
    const way = draw(10);
    if (way === 0) copy.splice(Number(key), 1);
    else if (way === 1) copy.splice(Number(key), 0, copy[Number(key)]);
    else copy[Number(key)] = mutateJson(copy[Number(key)], draw);
    return copy;
  }
  const copy: Record<string, unknown> = { ...value };
  if (draw(12) === 0) delete copy[key];
  else copy[key] = mutateJson(copy[key], draw);
  return copy;
}

function mutateLeaf(value: unknown, draw: (below: number) => number): unknown {
  if (typeof value === 'number' && draw(2) === 0) return value * [-1, 0, 1e6, 1e-6, 1.5][draw(5)]!;
  return NASTY[draw(NASTY.length)];
}

/** The text with a piece cut out, doubled or overwritten. */
export function mutateText(text: string, draw: (below: number) => number): string {
  const from = draw(text.length + 1);
  const to = Math.min(text.length, from + draw(40));
  const piece = text.slice(from, to);
  const by = ['', piece + piece, String(NASTY[draw(NASTY.length)]), '\n', ',', '"'][draw(6)]!;
  return text.slice(0, from) + by + text.slice(to);
}
