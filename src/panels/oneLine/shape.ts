import type { Hex } from '../../state/display';

/** Colours that follow the page; the others are those of the legend. */
export type Ink = 'casing' | 'surface' | 'text' | 'muted' | 'hatch-fill' | 'hatch' | Hex;

/** From this scale on a text is drawn: 0 = always, 1 = names, 2 = types and lengths. */
export type Detail = 0 | 1 | 2;

/** What a diagram is drawn of, on the page and in a file. */
export type Shape =
  | {
      readonly is: 'path';
      readonly d: string;
      readonly stroke?: Ink;
      readonly fill?: Ink;
      readonly width?: number;
      readonly dash?: string;
    }
  | {
      readonly is: 'text';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly size: number;
      readonly ink: Ink;
      readonly anchor?: 'middle' | 'end';
      readonly bold?: boolean;
      readonly detail: Detail;
    };

export const circle = (x: number, y: number, r: number): string =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;

export const rectangle = (x: number, y: number, width: number, height: number): string =>
  `M${x} ${y}h${width}v${height}h${-width}z`;

/** A line of the data over its edge: light classes alone fall below 3:1 on the page. */
export const wire = (d: string, colour: Ink, width: number, dash?: string): readonly Shape[] => [
  { is: 'path', d, stroke: 'casing', width: width + 2, ...(dash === undefined ? {} : { dash }) },
  { is: 'path', d, stroke: colour, width, ...(dash === undefined ? {} : { dash }) },
];

/** Above 100 %: told without colour. Above 120 %: in a ring of its own. */
export function alert(x: number, y: number, isSevere: boolean): readonly Shape[] {
  const ring: Shape[] = isSevere
    ? [{ is: 'path', d: circle(x, y, 9.5), fill: 'surface', stroke: 'casing', width: 1.5 }]
    : [];
  return [
    ...ring,
    { is: 'path', d: circle(x, y, 7), fill: 'casing', stroke: 'surface', width: 1 },
    { is: 'text', x, y: y + 4, text: '!', size: 12, ink: 'surface', anchor: 'middle', bold: true, detail: 0 },
  ];
}
