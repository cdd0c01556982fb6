import { formatNumber, MINUS } from '../../units';
import { TOKENS } from './colours';
import type { Pen } from './context';
import { amount, el, type Child, type Markup } from './markup';

const [WIDTH, HEIGHT] = [720, 270] as const;
const PLOT = { left: 58, right: 706, top: 26, bottom: 232 } as const;
const TICKS = 5;

export interface Series {
  readonly path: string;
  readonly name: string;
  readonly pen: Pen;
  /** Powers at evenly spaced places along the axis. */
  readonly powerW: Float64Array;
  /** How the values between the places run: held over the step, or joined. */
  readonly shape: 'steps' | 'line';
}

export interface Chart {
  readonly id: string;
  readonly title: Child;
  readonly description: Child;
  readonly series: readonly Series[];
  readonly xTitle: Child;
  /** Places along the axis (0 to 1) and their texts. */
  readonly xTicks: readonly (readonly [share: number, text: Child])[];
  /** Horizontal limits, drawn where they lie inside the picture or near it. */
  readonly limits?: readonly { readonly powerW: number; readonly text: Child }[];
}

interface Scale {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
  readonly y: (powerW: number) => number;
}

/** Powers of time as lines; the scale stands on the picture (`data-low-w`, `data-high-w`), so that it can be read back. */
export function lineChart({ id, title, description, series, xTitle, xTicks, limits = [] }: Chart): Markup {
  const scale = scaleOf([
    ...series.map(({ powerW }) => powerW),
    Float64Array.from(limits.map(({ powerW }) => powerW)),
  ]);
  const { low, high } = scale;
  return el(
    'svg',
    {
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-text`,
      class: 'chart',
      'data-low-w': low,
      'data-high-w': high,
      'data-plot': `${PLOT.left} ${PLOT.top} ${PLOT.right} ${PLOT.bottom}`,
    },
    el('title', { id: `${id}-title` }, title),
    el('desc', { id: `${id}-text` }, description),
    grid(scale),
    xTicks.map(([share, text]) => xTick(share, text)),
    el('text', { x: PLOT.right, y: HEIGHT - 4, 'text-anchor': 'end', class: 'axis' }, xTitle),
    series.map((each, row) => line(each, series.length - 1 - row, scale)),
    limits.map(({ powerW, text }) => limitLine(powerW, text, scale)),
  );
}

function unitOf(magnitudeW: number): { readonly factor: number; readonly unit: string } {
  if (magnitudeW >= 1e6) return { factor: 1e6, unit: 'MW' };
  return magnitudeW >= 1e3 ? { factor: 1e3, unit: 'kW' } : { factor: 1, unit: 'W' };
}

/** Round steps of 1, 2 or 5 times a power of ten. */
function roundStep(span: number): number {
  let decade = 1e-3;
  while (decade * 10 <= span / TICKS) decade *= 10;
  return [1, 2, 5, 10].map((times) => times * decade).find((step) => step >= span / TICKS) ?? 10 * decade;
}

function scaleOf(columns: readonly Float64Array[]): Scale {
  let [lowest, highest] = [0, 0];
  for (const column of columns)
    for (const value of column)
      if (Number.isFinite(value)) [lowest, highest] = [Math.min(lowest, value), Math.max(highest, value)];
  const step = roundStep(Math.max(highest - lowest, 1));
  const [from, to] = [Math.floor(lowest / step), Math.max(Math.ceil(highest / step), 1)];
  const [low, high] = [from * step, to * step];
  const y = (powerW: number) => PLOT.bottom - ((powerW - low) / (high - low)) * (PLOT.bottom - PLOT.top);
  return { low, high, ticks: Array.from({ length: to - from + 1 }, (_, at) => (from + at) * step), y };
}

function grid({ ticks, y, low, high }: Scale): Child {
  const { factor, unit } = unitOf(Math.max(high, -low));
  return [
    el('text', { x: PLOT.left, y: 14, class: 'axis' }, unit),
    ticks.map((tick) => [
      el('path', {
        d: `M${PLOT.left} ${one(y(tick))}H${PLOT.right}`,
        stroke: tick === 0 ? TOKENS['line-strong'] : TOKENS.line,
      }),
      el(
        'text',
        { x: PLOT.left - 8, y: one(y(tick) + 4.5), 'text-anchor': 'end', class: 'axis' },
        amount(tickText(tick / factor)),
      ),
    ]),
  ];
}

function tickText(value: number): string {
  const rounded = Number(value.toPrecision(6));
  return rounded < 0 ? `${MINUS}${-rounded}` : rounded >= 10_000 ? formatNumber(rounded, 6) : String(rounded);
}

function xTick(share: number, text: Child): Child {
  const x = PLOT.left + share * (PLOT.right - PLOT.left);
  const anchor = share === 0 ? 'start' : share === 1 ? 'end' : 'middle';
  return [
    el('path', { d: `M${one(x)} ${PLOT.bottom}v5`, stroke: TOKENS['line-strong'] }),
    el('text', { x: one(x), y: PLOT.bottom + 19, 'text-anchor': anchor, class: 'axis' }, text),
  ];
}

const one = (value: number): number => Math.round(value * 10) / 10;

/** What is drawn first is wider, so that curves that lie on each other are all seen. */
function line({ path, name, pen, powerW, shape }: Series, later: number, { y }: Scale): Markup {
  const count = shape === 'steps' ? powerW.length : powerW.length - 1;
  const x = (at: number) => one(PLOT.left + (at / count) * (PLOT.right - PLOT.left));
  let d = '';
  // What is not known is a gap.
  let isDown = false;
  powerW.forEach((value, at) => {
    if (!Number.isFinite(value)) isDown = false;
    else {
      d += `${isDown ? 'L' : 'M'}${x(at)} ${one(y(value))}${shape === 'steps' ? `H${x(at + 1)}` : ''}`;
      isDown = true;
    }
  });
  const { colour, dash } = pen;
  return el(
    'path',
    {
      d,
      fill: 'none',
      stroke: colour,
      'stroke-width': Math.min(1.8 + 1.1 * later, 5),
      'stroke-linejoin': 'round',
      'stroke-dasharray': dash,
      'data-series': path,
    },
    el('title', {}, name),
  );
}

function limitLine(powerW: number, text: Child, { y }: Scale): Child {
  const at = one(y(powerW));
  return [
    el('path', {
      d: `M${PLOT.left} ${at}H${PLOT.right}`,
      stroke: TOKENS.bad,
      'stroke-width': 1.2,
      'stroke-dasharray': '6 4',
    }),
    el('text', { x: PLOT.left + 8, y: at - 5, class: 'limit' }, text),
  ];
}
