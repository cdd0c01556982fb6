import { circle, rectangle, type Ink, type Shape } from './shape';

const stroke = (d: string, width = 1.5, ink: Ink = 'casing'): Shape => ({
  is: 'path',
  d,
  stroke: ink,
  width,
});
const solid = (d: string, fill: Ink, edge: Ink = 'casing', width = 1.25): Shape => ({
  ...{ is: 'path', d, fill, stroke: edge, width },
});

/** Two overlapping rings (IEC 60617), an arrow through them where it is regulated under load. */
export function transformer(x: number, y: number, colour: Ink, isRegulated: boolean): readonly Shape[] {
  const [left, right] = [circle(x - 4.5, y, 7.5), circle(x + 4.5, y, 7.5)];
  return [
    stroke(`${left}${right}`, 4),
    { is: 'path', d: `${left}${right}`, fill: colour },
    stroke(left, 1.25),
    stroke(right, 1.25),
    ...(isRegulated ? [stroke(arrow(x, y, 12))] : []),
  ];
}

const arrow = (x: number, y: number, reach: number): string =>
  `M${x - reach} ${y + reach}L${x + reach} ${y - reach}m-5 0.5l5 -0.5l-0.5 5`;

/** A regulator in series with a line. */
export const regulator = (x: number, y: number): readonly Shape[] => [
  solid(circle(x, y, 6), 'surface'),
  stroke(arrow(x, y, 8), 1.25),
];

/** The grid above: a square with a wave. */
export const source = (x: number, y: number): readonly Shape[] => [
  solid(rectangle(x - 11, y - 11, 22, 22), 'surface', 'casing', 1.5),
  stroke(`M${x - 7} ${y}c2.5 -7 4.5 -7 7 0s4.5 7 7 0`),
];

/** A ring with a stroke: open. */
export const openPoint = (x: number, y: number): readonly Shape[] => [
  solid(circle(x, y, 6.5), 'surface'),
  stroke(`M${x - 4.5} ${y + 4.5}L${x + 4.5} ${y - 4.5}`, 1.75),
];

/** In the colour of its class; hatched without data. */
export function building(x: number, y: number, colour: Ink | null): readonly Shape[] {
  const body = `M${x - 6} ${y + 6}v-8l6 -5l6 5v8z`;
  if (colour !== null) return [solid(body, colour)];
  return [
    solid(body, 'hatch-fill', 'casing'),
    stroke(`M${x - 5} ${y + 1}l4 -4M${x - 5} ${y + 5}l9 -9M${x} ${y + 5}l5 -5`, 1, 'hatch'),
  ];
}

/** A tilted module. */
export const panels = (x: number, y: number): readonly Shape[] => [
  solid(`M${x - 4} ${y + 4}l3 -8h8l-3 8z`, 'surface'),
  stroke(`M${x - 2.5} ${y}h8M${x + 0.5} ${y + 4}l3 -8`, 1),
];

export const battery = (x: number, y: number): readonly Shape[] => [
  solid(`${rectangle(x - 7, y - 4.5, 13, 9)}M${x + 6} ${y - 1.5}h2v3h-2`, 'surface'),
  stroke(`M${x - 4.5} ${y}h4M${x - 2.5} ${y - 2}v4M${x + 1.5} ${y}h3`, 1.1),
];

const MIDDLE = 2;

/** A bus: points up above the middle of the band, down below it, bigger outside the limits; a dot where no voltage is on screen. */
export function bus(x: number, y: number, voltageClass: number, colour: Ink | null): readonly Shape[] {
  if (colour === null) return [solid(circle(x, y, 2.5), 'casing', 'casing', 1)];
  if (voltageClass === MIDDLE) return [solid(circle(x, y, 4.5), colour)];
  const up = voltageClass > MIDDLE ? -1 : 1;
  const reach = Math.abs(voltageClass - MIDDLE) > 1 ? 9 : 7;
  return [
    solid(
      `M${x} ${y + up * reach}L${x - reach} ${y - up * reach * 0.7}h${2 * reach}z`,
      colour,
      'casing',
      1.5,
    ),
  ];
}
