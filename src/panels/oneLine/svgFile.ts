import { CASING, NO_DATA, SURFACES, type Hex, type Theme } from '../../state/display';
import type { Size } from './viewport';
import { rectangle, type Ink, type Shape } from './shape';

/** What a saved drawing says of itself. */
export interface SvgHead {
  readonly title: string;
  /** Scenario, moment, place. */
  readonly lines: readonly string[];
  readonly legends: readonly SvgLegend[];
  readonly theme: Theme;
}

export interface SvgLegend {
  readonly title: string;
  readonly classes: readonly { readonly colour: Hex; readonly word: string; readonly limits: string }[];
  readonly note: string;
}

const HEAD_PX = 66;
const LEGEND_ROW_PX = 18;
const LEGEND_PX = 300;
const LEAST_WIDTH_PX = 640;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign]!);

function hexOf(ink: Ink, theme: Theme): Hex {
  switch (ink) {
    case 'casing':
      return CASING[theme];
    case 'surface':
      return SURFACES[theme].page;
    case 'text':
      return SURFACES[theme].text;
    case 'muted':
      return SURFACES[theme].muted;
    case 'hatch':
      return NO_DATA[theme].hatch;
    case 'hatch-fill':
      return NO_DATA[theme].fill;
    default:
      return ink;
  }
}

function shapeText(shape: Shape, theme: Theme): string {
  if (shape.is === 'path') {
    const { d, stroke, fill, width, dash } = shape;
    const line = stroke === undefined ? '' : ` stroke="${hexOf(stroke, theme)}" stroke-width="${width ?? 1}"`;
    const dashed = dash === undefined ? '' : ` stroke-dasharray="${dash}"`;
    return `<path d="${d}" fill="${fill === undefined ? 'none' : hexOf(fill, theme)}"${line}${dashed}/>`;
  }
  const { x, y, text, size, ink, anchor, bold } = shape;
  const set = `${anchor === undefined ? '' : ` text-anchor="${anchor}"`}${bold === true ? ' font-weight="600"' : ''}`;
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${hexOf(ink, theme)}"${set}>${escaped(text)}</text>`;
}

/** A drawing as a file of its own: what it is of, all of it, and what its colours mean. */
export function svgFile(drawing: Size, shapes: readonly Shape[], head: SvgHead): string {
  const { theme, title, lines, legends } = head;
  const rows = Math.max(0, ...legends.map(({ classes }) => classes.length));
  const width = Math.ceil(Math.max(drawing.width + 24, legends.length * LEGEND_PX + 24, LEAST_WIDTH_PX));
  const legendTop = HEAD_PX + drawing.height + 16;
  const height = Math.ceil(legendTop + (rows + 2) * LEGEND_ROW_PX + 20);
  const text = (x: number, y: number, said: string, size: number, ink: Ink, bold = false): Shape => ({
    ...{ is: 'text', x, y, text: said, size, ink, bold, detail: 0 },
  });
  const heading = [
    text(16, 26, title, 17, 'text', true),
    ...lines.map((line, row) => text(16, 44 + 15 * row, line, 12, 'muted')),
  ];
  const keys = legends.flatMap((legend, at) => legendShapes(legend, 16 + at * LEGEND_PX, legendTop, text));
  const written = (all: readonly Shape[]) => all.map((shape) => shapeText(shape, theme)).join('\n');
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif">`,
    `<title>${escaped([title, ...lines].join(', '))}</title>`,
    written([{ is: 'path', d: rectangle(0, 0, width, height), fill: 'surface' }, ...heading]),
    `<g transform="translate(12 ${HEAD_PX})">`,
    written(shapes),
    '</g>',
    written(keys),
    '</svg>\n',
  ].join('\n');
}

function legendShapes(
  { title, classes, note }: SvgLegend,
  x: number,
  top: number,
  text: (x: number, y: number, said: string, size: number, ink: Ink, bold?: boolean) => Shape,
): Shape[] {
  const rows = classes.flatMap(({ colour, word, limits }, row): Shape[] => {
    const y = top + (row + 1) * LEGEND_ROW_PX;
    return [
      { is: 'path', d: rectangle(x, y - 9, 14, 11), fill: colour, stroke: 'casing', width: 1 },
      text(x + 22, y, `${word}  ${limits}`, 11.5, 'text'),
    ];
  });
  const foot = note === '' ? [] : [text(x, top + (classes.length + 1) * LEGEND_ROW_PX, note, 10.5, 'muted')];
  return [text(x, top, title, 12, 'text', true), ...rows, ...foot];
}
