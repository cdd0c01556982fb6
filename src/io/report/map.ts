import type { Point } from '../../model/building';
import type { District } from '../../model/district';
import type { Network } from '../../model/network';
import type { ComparedScenario } from '../../study/comparison';
import { formatQuantity } from '../../units';
import { GROUND, loadingClass, LOADING_CLASSES, NO_DATA, TOKENS } from './colours';
import type { ReportContext } from './context';
import { el, type Child, type Markup, own, amount } from './markup';
import { figureData } from './parts';
import { suppliedBy } from './supply';

const WIDTH = 640;
const MARGIN = 14;
const MAX_ASPECT = 1.25;
const NAMED_STATIONS = 12;
/** Service cables below this loading would only hide the streets. */
const SERVICE_FROM = 0.8;
const LINE_WIDTH = { mv: 2.6, lvMain: 2, service: 1.4 } as const;
const STATION = 15;

export interface Frame {
  readonly heightUnits: number;
  readonly unitsPerM: number;
  readonly at: (point: Point) => string;
}

/** Fits the district into the picture, north up. */
export function frameOf(district: District): Frame {
  const points = [
    ...district.buildings.flatMap(({ footprint }) => footprint.outer),
    ...(district.network?.buses ?? []).map(({ position }) => position),
  ];
  const [first = [0, 0]] = points;
  let [west, south, east, north] = [first[0], first[1], first[0], first[1]];
  for (const [x, y] of points) {
    [west, east] = [Math.min(west, x), Math.max(east, x)];
    [south, north] = [Math.min(south, y), Math.max(north, y)];
  }
  const inner = WIDTH - 2 * MARGIN;
  const [spanX, spanY] = [Math.max(east - west, 1), Math.max(north - south, 1)];
  const unitsPerM = Math.min(inner / spanX, (inner * MAX_ASPECT) / spanY);
  const heightUnits = Math.ceil(spanY * unitsPerM + 2 * MARGIN);
  const left = (WIDTH - spanX * unitsPerM) / 2;
  const one = (value: number) => String(Math.round(value * 10) / 10);
  const at = ([x, y]: Point) =>
    `${one(left + (x - west) * unitsPerM)} ${one(MARGIN + (north - y) * unitsPerM)}`;
  return { heightUnits, unitsPerM, at };
}

const ring = (frame: Frame, points: readonly Point[]): string => `M${points.map(frame.at).join('L')}Z`;

const colourOf = (loading: number): string => LOADING_CLASSES[loadingClass(loading)]?.colour ?? NO_DATA;

/** Worst loading of every branch of a kind, by id. */
function loadings({ elements }: ComparedScenario, kind: 'transformer' | 'line'): ReadonlyMap<string, number> {
  const found = elements.filter((each) => each.kind === kind && each.presence !== 'removed');
  return new Map(
    found.map(({ id, figures }) => [id, figures.find(({ metric }) => metric === 'loadingMax')!.after]),
  );
}

/** The grid in its worst hours: every branch and station in the class of its largest loading of the year. */
export function loadingMap(
  context: ReportContext,
  scenario: ComparedScenario,
  row: number,
  frame: Frame,
): Markup {
  const { district } = scenario.year;
  const { network } = district;
  const id = `map-${row}`;
  const transformers = loadings(scenario, 'transformer');
  const lines = loadings(scenario, 'line');
  const name = context.nameOf(scenario.key);
  const over = [...transformers.values()].filter((loading) => loading >= 1).length;
  const description = own(
    '{1}: largest loading of the year. {2} of {3} transformers at or above 100 %.',
    name,
    over,
    transformers.size,
  );
  return el(
    'svg',
    {
      viewBox: `0 0 ${WIDTH} ${frame.heightUnits}`,
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-text`,
      class: 'map',
    },
    el('title', { id: `${id}-title` }, own('Map of {1}, {2}', district.name, name)),
    el('desc', { id: `${id}-text` }, description),
    el('rect', { width: '100%', height: '100%', fill: GROUND.street }),
    ground(district, frame),
    buildings(district, transformers, frame),
    network === null
      ? []
      : [branches(network, lines, scenario.key, frame), stations(network, transformers, scenario.key, frame)],
    scaleBar(frame),
  );
}

const ground = (district: District, frame: Frame): Child =>
  district.openSpaces.map(({ kind, outline }) => el('path', { d: ring(frame, outline), fill: GROUND[kind] }));

/** Footprints in the class of the transformer that feeds them, one path a class. */
function buildings(district: District, loading: ReadonlyMap<string, number>, frame: Frame): Child {
  const feeding = suppliedBy(district.network);
  const paths = new Map<string, string>();
  for (const { connection, footprint } of district.buildings) {
    const transformerId =
      connection === undefined || connection === null ? undefined : feeding.get(connection.busId);
    const known = transformerId === undefined ? undefined : loading.get(transformerId);
    const colour = known === undefined ? GROUND.building : colourOf(known);
    const d = [footprint.outer, ...footprint.holes].map((points) => ring(frame, points)).join('');
    paths.set(colour, (paths.get(colour) ?? '') + d);
  }
  return [...paths].map(([fill, d]) =>
    el('path', {
      d,
      fill,
      'fill-rule': 'evenodd',
      'fill-opacity': 0.6,
      stroke: TOKENS.casing,
      'stroke-opacity': 0.35,
      'stroke-width': 0.5,
    }),
  );
}

/** The worst last, so that nothing lies over it; a casing keeps light classes legible. */
function branches(network: Network, loading: ReadonlyMap<string, number>, key: string, frame: Frame): Child {
  const open = new Set(network.switches.filter(({ closed }) => !closed).map(({ lineId }) => lineId));
  const drawn = network.lines
    .map((line) => ({ ...line, value: loading.get(line.id) ?? Number.NaN }))
    .filter(({ role, value }) => role !== 'service' || value >= SERVICE_FROM)
    .sort((a, b) => loadingClass(a.value) - loadingClass(b.value));
  const pathOf = ({ path }: { readonly path: readonly Point[] }) => `M${path.map(frame.at).join('L')}`;
  const casing = el('path', {
    d: drawn.map(pathOf).join(''),
    class: 'casing',
    'stroke-width': LINE_WIDTH.mv + 1.4,
  });
  const own = drawn.map((line) =>
    el('path', {
      d: pathOf(line),
      class: 'branch',
      stroke: colourOf(line.value),
      'stroke-width': LINE_WIDTH[line.role] + (line.value >= 1 ? 2 : 0),
      'stroke-dasharray': open.has(line.id) ? '3 5' : undefined,
      ...figureData(`map/${key}/line/${line.id}`, line.value, 'pu'),
    }),
  );
  return el('g', { fill: 'none', 'stroke-linejoin': 'round', 'stroke-linecap': 'round' }, casing, own);
}

function stations(network: Network, loading: ReadonlyMap<string, number>, key: string, frame: Frame): Child {
  const placed = network.transformers
    .map(({ id, position }) => ({ id, position, value: loading.get(id) ?? Number.NaN }))
    .sort((a, b) => (Number.isNaN(a.value) ? -1 : a.value) - (Number.isNaN(b.value) ? -1 : b.value));
  return placed.map(({ id, position, value }, row) => {
    const [x, y] = frame.at(position).split(' ').map(Number) as [number, number];
    const half = STATION / 2;
    const isNamed = row >= placed.length - NAMED_STATIONS;
    const isRight = x > WIDTH * 0.8;
    const text = {
      x: isRight ? x - half - 5 : x + half + 5,
      y: y + 7,
      'text-anchor': isRight ? 'end' : 'start',
    };
    return el(
      'g',
      figureData(`map/${key}/transformer/${id}`, value, 'pu'),
      el('title', {}, `${id}: `, amount(formatQuantity(value, 'pu'))),
      el('rect', {
        x: x - half,
        y: y - half,
        width: STATION,
        height: STATION,
        rx: 2,
        fill: colourOf(value),
        class: 'station',
      }),
      isNamed
        ? el('text', { ...text, class: 'station-name' }, `${id} `, amount(formatQuantity(value, 'pu')))
        : [],
    );
  });
}

const BARS_M = [5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000] as const;

function scaleBar({ unitsPerM, heightUnits }: Frame): Child {
  const lengthM = BARS_M.filter((metres) => metres * unitsPerM < WIDTH / 4).at(-1) ?? BARS_M[0];
  const [y, x] = [heightUnits - 12, 14];
  const d = `M${x} ${y - 6}V${y}H${x + lengthM * unitsPerM}V${y - 6}`;
  return el(
    'g',
    {},
    el('path', { d, fill: 'none', stroke: TOKENS.text, 'stroke-width': 2 }),
    el('text', { x: x + 6, y: y - 8, class: 'scale' }, own('{1} m, north up', lengthM)),
  );
}

/** Classes with their words, so that colour never stands alone. */
export function loadingLegend(): Markup {
  const percent = (share: number) => `${Math.round(share * 100)}`;
  const items = LOADING_CLASSES.map(({ from, word, colour }, row) => {
    const next = LOADING_CLASSES[row + 1]?.from;
    const range =
      next === undefined
        ? own('{1} % and more', percent(from))
        : own('{1} to {2} %', percent(from), percent(next));
    const swatch = el(
      'svg',
      { class: 'swatch', width: 14, height: 14, 'aria-hidden': 'true' },
      el('rect', { x: 0.5, y: 0.5, width: 13, height: 13, rx: 2, fill: colour, stroke: TOKENS.casing }),
    );
    return el('li', {}, swatch, ' ', range, ', ', own(word));
  });
  return el('ul', { class: 'legend' }, items);
}
