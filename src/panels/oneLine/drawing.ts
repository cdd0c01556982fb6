import type { Diagram, DiagramItem, DiagramTie } from '../../geometry/oneLine';
import type { LineRole } from '../../model/network';
import type { Colours, Look } from './look';
import type { ItemText } from './itemText';
import { FOLDED_PX, xOf, yOf, type Metrics } from './metrics';
import { alert, rectangle, wire, type Detail, type Ink, type Shape } from './shape';
import { battery, building, bus, openPoint, panels, regulator, source, transformer } from './symbols';

/** As on the map: wider with the voltage, and with each class above the second. */
const WIDTH_PX: Readonly<Record<LineRole, number>> = { mv: 4.6, lvMain: 3, service: 1.8 };
const WIDER_PX = 1.1;
const OPEN_DASH = '7 5';

const widthOf = (role: LineRole, index: number): number => WIDTH_PX[role] + WIDER_PX * Math.max(0, index - 1);

/** What an item stands on: what it is called, and what is built there. */
export interface Drawn {
  readonly diagram: Diagram;
  readonly metrics: Metrics;
  readonly text: ItemText;
  readonly look: Look;
  readonly colours: Colours;
  /** Whether the voltage is on screen. */
  readonly showsVoltage: boolean;
}

const words = (
  x: number,
  y: number,
  text: string,
  detail: Detail,
  more: { size?: number; ink?: Ink; anchor?: 'middle' | 'end'; bold?: boolean } = {},
): readonly Shape[] =>
  text === '' ? [] : [{ is: 'text', x, y, text, detail, size: 11, ink: 'text', ...more }];

/** An item with the wire that feeds it and the upright that feeds what is below it. */
export function itemShapes(item: DiagramItem, drawn: Drawn): readonly Shape[] {
  const { metrics, diagram } = drawn;
  const [x, y] = [xOf(metrics, item.column), yOf(metrics, item.row)];
  const parent = diagram.items[item.parent];
  const from = parent === undefined ? x : xOf(metrics, parent.column);
  return [...upright(item, diagram, metrics, x, y), ...bodyOf(item, drawn, from, x, y)];
}

function upright(item: DiagramItem, { items }: Diagram, metrics: Metrics, x: number, y: number): Shape[] {
  const isBusbar = item.kind === 'root' || item.kind === 'busbar';
  const lowest = [...item.drops, ...item.branches].reduce(
    (low, row) => Math.max(low, items[row]!.row),
    item.row,
  );
  const below = yOf(metrics, lowest);
  if (isBusbar) return [{ is: 'path', d: `M${x} ${y - 12}V${below + 12}`, stroke: 'casing', width: 6 }];
  return below === y ? [] : [{ is: 'path', d: `M${x} ${y}V${below}`, stroke: 'casing', width: 2 }];
}

function bodyOf(item: DiagramItem, drawn: Drawn, from: number, x: number, y: number): readonly Shape[] {
  switch (item.kind) {
    case 'root':
      return rootShapes(drawn, x, y);
    case 'busbar':
      return busbarShapes(drawn, x, y);
    case 'transformer':
      return stationShapes(drawn, from, x, y);
    case 'feeder':
      return feederShapes(drawn, from, x, y);
    case 'building':
      return buildingShapes(drawn, from, x, y);
    case 'storage':
      return [...link(from, x, y), ...battery(x, y), ...words(x + 12, y + 4, drawn.text.label, 1)];
    case 'tie':
      return [
        ...lineShapes(drawn, from, x, y, OPEN_DASH),
        ...(drawn.text.isOpen ? openPoint((from + x) / 2, y) : []),
        ...words(middleOfDrop(drawn.metrics, x), y + 20, drawn.text.label, 1, {
          anchor: 'middle',
          size: 10.5,
        }),
      ];
    default:
      return [
        ...lineShapes(drawn, from, x, y),
        ...bus(x, y, drawn.look.bus, drawn.showsVoltage ? drawn.colours.bus(drawn.look.bus) : null),
      ];
  }
}

const link = (from: number, x: number, y: number): readonly Shape[] => [
  { is: 'path', d: `M${from} ${y}H${x}`, stroke: 'casing', width: 2 },
];

function rootShapes({ text }: Drawn, x: number, y: number): readonly Shape[] {
  return [
    ...link(x - 30, x, y),
    ...(text.isFed ? source(x - 34, y) : []),
    ...words(x - 8, y - 18, text.label, 0, { anchor: 'middle', bold: true }),
  ];
}

function busbarShapes({ text, look, colours }: Drawn, x: number, y: number): readonly Shape[] {
  const at = x - 40;
  return [
    ...link(x - 86, x, y),
    ...transformer(at, y, colours.branch(look.branch), text.isRegulated),
    ...(look.alert > 0 ? alert(at + 15, y - 15, look.alert > 1) : []),
    ...words(at, y - 20, text.label, 0, { anchor: 'middle', bold: true }),
    ...words(x - 90, y + 25, text.above, 1, { ink: 'muted' }),
    ...words(x - 90, y + 38, text.below, 1, { ink: 'muted' }),
  ];
}

/** A station below its bus: its sign, its name with the loading of the hour, its rating. */
function stationShapes(drawn: Drawn, from: number, x: number, y: number): readonly Shape[] {
  const { text, look, colours } = drawn;
  const at = x - 14;
  return [
    ...link(from, at, y),
    ...transformer(at, y, colours.branch(look.branch), text.isRegulated),
    ...(look.alert > 0 ? alert(at + 14, y - 12, look.alert > 1) : []),
    ...words(x, y + 23, `${text.label} ${text.percent(look.percent)}`, 0, { anchor: 'middle', bold: true }),
    ...words(x, y + 36, text.below, 1, { anchor: 'middle', size: 10.5, ink: 'muted' }),
    ...(text.hasPanels ? panels(at + 26, y) : []),
    ...(text.hasBattery ? battery(at + 46, y) : []),
  ];
}

function feederShapes(drawn: Drawn, from: number, x: number, y: number): readonly Shape[] {
  const { text, look, colours, showsVoltage } = drawn;
  return [
    ...lineShapes({ ...drawn, look: { ...look, alert: 0 } }, from, x, y),
    { is: 'path', d: rectangle(x, y - 11, FOLDED_PX, 22), fill: 'surface', stroke: 'casing', width: 1.25 },
    ...words(x + 10, y + 4, `${text.label} · ${text.percent(look.percent)}`, 0),
    ...words(x + 2, y - 15, text.id, 1, { size: 10.5, bold: true }),
    ...words(x + FOLDED_PX - 8, y + 4, '›', 0, { anchor: 'end', bold: true, size: 13 }),
    ...(look.alert > 0 ? alert(x + FOLDED_PX, y - 9, look.alert > 1) : []),
    ...(showsVoltage ? bus(x, y, look.bus, colours.bus(look.bus)) : []),
  ];
}

/** A building with its name below the line that ends at it. */
function buildingShapes(drawn: Drawn, from: number, x: number, y: number): readonly Shape[] {
  const { text, look, colours, metrics } = drawn;
  const marks = [...(text.hasPanels ? [panels] : []), ...(text.hasBattery ? [battery] : [])];
  const under = { anchor: 'middle', size: 10.5 } as const;
  return [
    ...link(from, x, y),
    ...building(x, y, colours.building(look.building)),
    ...marks.flatMap((mark, at) => mark(x + 17 + 17 * at, y)),
    ...words(middleOfDrop(metrics, x), y + 20, clipped(text.label, metrics.columnPx - 8, 10.5), 1, under),
  ];
}

/** Texts below a drop stand in the middle of its column, wherever in its second half its sign is. */
function middleOfDrop(metrics: Metrics, x: number): number {
  const { columnPx } = metrics;
  const start = xOf(metrics, 0);
  return start + (Math.floor((x - start) / columnPx) + 0.5) * columnPx;
}

function lineShapes(drawn: Drawn, from: number, x: number, y: number, dash?: string): readonly Shape[] {
  const { text, look, colours, metrics } = drawn;
  const middle = (from + x) / 2;
  const small = { anchor: 'middle', size: 10, ink: 'muted' } as const;
  const isDrop = x - from < metrics.columnPx * 0.75;
  const room = metrics.columnPx - 8;
  return [
    ...wire(`M${from} ${y}H${x}`, colours.branch(look.branch), widthOf(text.role, look.branch), dash),
    ...(text.isRegulated ? regulator(from + 16, y) : []),
    ...(look.alert > 0 ? alert(middle, y, look.alert > 1) : []),
    ...(isDrop
      ? words(middleOfDrop(metrics, x), y + 32, clipped(`${text.above} · ${text.below}`, room, 10), 2, small)
      : [
          ...words(middle, y - 7, clipped(text.above, room, 10), 2, small),
          ...words(middle, y + 15, text.below, 2, small),
        ]),
  ];
}

/** Mean width of a character of the page's font, over its size. */
const CHARACTER = 0.58;

/** A text in the room there is. */
function clipped(text: string, roomPx: number, size: number): string {
  const most = Math.floor(roomPx / (size * CHARACTER));
  return text.length <= most ? text : `${text.slice(0, Math.max(most - 1, 1)).trimEnd()}…`;
}

/** A line between two buses of the diagram that feeds neither. */
export function tieShapes({ path, column, row, isOpen }: DiagramTie, drawn: Drawn): readonly Shape[] {
  const { metrics, text, look, colours } = drawn;
  const d = path.map(([c, r], at) => `${at === 0 ? 'M' : 'L'}${xOf(metrics, c)} ${yOf(metrics, r)}`).join('');
  const [x, y] = [xOf(metrics, column), yOf(metrics, row)];
  return [
    ...wire(d, colours.branch(look.branch), WIDTH_PX[text.role], isOpen ? OPEN_DASH : undefined),
    ...(isOpen ? openPoint(x, y) : []),
    ...words(x - 10, y - 2, text.label, 1, { anchor: 'end' }),
    ...words(x - 10, y + 11, text.below, 2, { anchor: 'end', size: 10, ink: 'muted' }),
  ];
}
