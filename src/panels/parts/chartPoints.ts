import type uPlot from 'uplot';
import { CASING, type Theme } from '../../state/display';
import type { ChartSeries } from './chartOptions';

/** Points that hang on each other as a tree, in place of a curve from left to right. */
export interface ChartPoints {
  /** Row of the point that each one hangs on; -1 for none. */
  readonly above: Int32Array;
  /** What each point is called, and what these are. */
  readonly names: readonly string[];
  readonly nameLabel: string;
}

/** Shapes of the points, series by series: told apart without colour. */
const SIGNS = ['●', '■', '▲'] as const;
export const signOf = (series: number): string => SIGNS[series % SIGNS.length]!;

const REACH_PX = 3.2;

/** Each point with the line to the one that it hangs on. */
export function drawPoints(
  plot: uPlot,
  { above }: ChartPoints,
  series: readonly ChartSeries[],
  theme: Theme,
): void {
  const { ctx } = plot;
  const ratio = devicePixelRatio;
  ctx.save();
  series.forEach(({ colour, width }, nth) => {
    const [x, values] = columnsOf(plot, nth);
    const at = Array.from(
      values,
      (value, row) => [plot.valToPos(x[row]!, 'x', true), plot.valToPos(value, 'y', true)] as const,
    );
    ctx.strokeStyle = colour;
    ctx.lineWidth = (width ?? 1.5) * ratio;
    ctx.beginPath();
    at.forEach(([px, py], row) => {
      const from = at[above[row]!];
      if (from === undefined || Number.isNaN(py) || Number.isNaN(from[1])) return;
      ctx.moveTo(...from);
      ctx.lineTo(px, py);
    });
    ctx.stroke();
    ctx.fillStyle = colour;
    ctx.strokeStyle = CASING[theme];
    ctx.lineWidth = 0.6 * ratio;
    ctx.beginPath();
    for (const [px, py] of at) if (!Number.isNaN(py)) sign(ctx, nth, px, py, REACH_PX * ratio);
    ctx.fill();
    ctx.stroke();
  });
  ctx.restore();
}

function sign(ctx: CanvasRenderingContext2D, series: number, x: number, y: number, reach: number): void {
  switch (series % SIGNS.length) {
    case 0:
      ctx.moveTo(x + reach, y);
      ctx.arc(x, y, reach, 0, 2 * Math.PI);
      break;
    case 1:
      ctx.rect(x - reach * 0.85, y - reach * 0.85, reach * 1.7, reach * 1.7);
      break;
    default:
      ctx.moveTo(x, y - reach * 1.15);
      ctx.lineTo(x + reach * 1.1, y + reach * 0.85);
      ctx.lineTo(x - reach * 1.1, y + reach * 0.85);
      ctx.closePath();
  }
}

const columnsOf = (plot: uPlot, nth: number) =>
  [plot.data[0], plot.data[nth + 1]] as unknown as readonly [Float64Array, Float64Array];

/** Row of the point nearest to the pointer; null where there is none. */
export function nearestPoint(plot: uPlot): number | null {
  const { left, top } = plot.cursor;
  let nearest: number | null = null;
  let least = Infinity;
  for (let nth = 0; nth + 1 < plot.data.length; nth += 1) {
    const [x, values] = columnsOf(plot, nth);
    values.forEach((value, row) => {
      if (Number.isNaN(value)) return;
      const acrossPx = plot.valToPos(x[row]!, 'x') - (left ?? 0);
      const apart = Math.hypot(acrossPx, plot.valToPos(value, 'y') - (top ?? 0));
      if (apart < least) [nearest, least] = [row, apart];
    });
  }
  return nearest;
}
