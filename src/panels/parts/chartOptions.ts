import type uPlot from 'uplot';
import { CASING, SURFACES, type Theme } from '../../state/display';
import type { Speech } from '../../state/view';
import { NARROW_NO_BREAK_SPACE } from '../../units';
import { drawPoints, type ChartPoints } from './chartPoints';
import { edgeOf } from './edge';
import { remScale } from './remScale';

export interface ChartSeries {
  readonly label: string;
  readonly values: Float64Array;
  readonly colour: string;
  readonly dashed?: boolean;
  readonly filled?: boolean;
  readonly width?: number;
}

/** What may change without the plot being made anew. */
export interface ChartLooks {
  readonly marker: number | undefined;
  readonly limits: readonly number[];
  readonly theme: Theme;
  readonly yDomain: readonly [low: number, high: number] | undefined;
  readonly yRange: readonly [low: number, high: number] | undefined;
  readonly points: ChartPoints | undefined;
}

const WIDTH = 1.75;

/** A wider line under each one that would be lost on the page. */
export const edgesOf = (series: readonly ChartSeries[], theme: Theme): readonly ChartSeries[] =>
  series.flatMap((one) => {
    const colour = edgeOf(one.colour, theme);
    return colour === null ? [] : [{ ...one, colour, filled: false, width: (one.width ?? WIDTH) + 1.5 }];
  });

/** All that uPlot is told of axes, lines and marks. */
export function optionsOf(
  width: number,
  height: number,
  theme: Theme,
  { series, xText }: { series: readonly ChartSeries[]; xText: (x: number) => string },
  looks: { readonly current: ChartLooks },
  unit: string,
  xMarks: number | undefined,
  speech: Speech,
): uPlot.Options {
  const muted = SURFACES[theme].muted;
  const line = theme === 'light' ? '#E3E6E9' : '#2A323B';
  const axis = { stroke: muted, font: axisFont(), grid: { stroke: line, width: 1 } };
  return {
    width: Math.max(width, 120),
    height,
    legend: { show: false },
    cursor: { y: false, points: { show: false }, drag: { x: false, y: false } },
    scales: {
      x: { time: false },
      // From zero: a curve cut off below looks wilder than it is.
      y: {
        range: (_, ...drawn) => {
          if (looks.current.yRange !== undefined) return [...looks.current.yRange];
          const [low, high] = looks.current.yDomain ?? drawn;
          return [Math.min(0, low * 1.05), Math.max(high * 1.05, 1e-6)];
        },
      },
    },
    axes: [
      {
        ...axis,
        ticks: { show: false },
        size: Math.round(22 * remScale()),
        gap: 2,
        space: xMarks === undefined ? 62 : 36,
        ...(xMarks === undefined ? {} : { incrs: [xMarks] }),
        // A day's name stands where the day begins.
        ...(xMarks === undefined ? {} : { align: 1 }),
        values: (_, splits) => splits.map(xText),
      },
      {
        ...axis,
        ticks: { show: false },
        size: (plot, values) => axisWidth(plot, values ?? []),
        gap: 4,
        space: 26,
        values: (_, splits) => splits.map((value) => tickText(value, splits, unit, speech)),
      },
    ],
    series: [
      {},
      ...series.map((one): uPlot.Series => ({
        label: `${one.label} (${unit})`,
        stroke: one.colour,
        width: one.width ?? WIDTH,
        points: { show: false },
        ...(looks.current.points === undefined ? {} : { paths: () => null }),
        ...(one.dashed === true ? { dash: [5, 4] } : {}),
        ...(one.filled === true ? { fill: `${one.colour}22` } : {}),
      })),
    ],
    hooks: {
      draw: [
        (plot) => drawMarks(plot, looks.current),
        (plot) => {
          if (looks.current.points !== undefined) drawPoints(plot, looks.current.points, series, theme);
        },
      ],
    },
  };
}

const axisFont = () => `${12 * remScale()}px system-ui, sans-serif`;

/** Curves one above another begin at the same place, wherever their numbers let them. */
const LEAST_AXIS_PX = 62;

/** Room for the longest number beside the axis, with its gap. */
function axisWidth({ ctx }: uPlot, texts: readonly string[]): number {
  ctx.save();
  ctx.font = axisFont();
  const longest = Math.max(0, ...texts.map((text) => ctx.measureText(text).width));
  ctx.restore();
  return Math.max(LEAST_AXIS_PX, Math.ceil(longest) + 10);
}

/** "1 000 kW": whole numbers where all marks are whole. */
function tickText(
  value: number,
  splits: readonly number[],
  unit: string,
  { whole, number: short }: Speech,
): string {
  const number = splits.every(Number.isInteger) ? whole(value) : short(value);
  return `${number}${NARROW_NO_BREAK_SPACE}${unit}`;
}

function drawMarks(plot: uPlot, { marker, limits, theme }: ChartLooks): void {
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.lineWidth = devicePixelRatio;
  ctx.strokeStyle = CASING[theme];
  for (const limit of limits) {
    const y = plot.valToPos(limit, 'y', true);
    if (y < bbox.top || y > bbox.top + bbox.height) continue;
    ctx.setLineDash([2 * devicePixelRatio, 3 * devicePixelRatio]);
    ctx.beginPath();
    ctx.moveTo(bbox.left, y);
    ctx.lineTo(bbox.left + bbox.width, y);
    ctx.stroke();
  }
  if (marker !== undefined) {
    const x = plot.valToPos(marker, 'x', true);
    ctx.setLineDash([]);
    ctx.lineWidth = 1.5 * devicePixelRatio;
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
  }
  ctx.restore();
}
