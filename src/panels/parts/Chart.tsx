import { useEffect, useMemo, useRef, useState } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { CASING, SURFACES, type Theme } from '../../state/display';
import { writeCsv } from '../../io/csv';
import { drawPoints, nearestPoint, signOf, type ChartPoints } from './chartPoints';
import { downloadText } from './download';
import { edgeOf } from './edge';
import { remScale } from './remScale';
import { useSpeech } from '../../state';
import type { Speech } from '../../state/view';
import { NARROW_NO_BREAK_SPACE } from '../../units';
import { ChartTable } from './ChartTable';
import { useTheme } from './theme';

export interface ChartSeries {
  readonly label: string;
  readonly values: Float64Array;
  readonly colour: string;
  readonly dashed?: boolean;
  readonly filled?: boolean;
  readonly width?: number;
}

export interface ChartProps {
  /** What the curve shows, and its summary in one sentence: the chart's accessible name. */
  readonly title: string;
  readonly summary: string;
  readonly unit: string;
  readonly x: Float64Array;
  readonly xLabel: string;
  readonly xText: (x: number) => string;
  readonly series: readonly ChartSeries[];
  readonly height: number;
  /** Where the moment on screen lies. */
  readonly marker?: number | undefined;
  /** Horizontal limits, for example 100 %. */
  readonly limits?: readonly number[];
  /** With the row that was meant, where there are points. */
  readonly onPick?: (x: number, row: number) => void;
  /** Points of a tree in place of curves. */
  readonly points?: ChartPoints;
  /** All that the axis shows; without it the axis begins at zero. */
  readonly yRange?: readonly [low: number, high: number];
  /** Least and largest value that the axis has room for, so that it stays when a curve is hidden. */
  readonly yDomain?: readonly [low: number, high: number];
  /** Name of the file that the numbers are saved to; without it there is no button for that. */
  readonly csvName?: string;
  /** Distance of the marks along x, for example a day. */
  readonly xMarks?: number;
}

const WIDTH = 1.75;

interface Looks {
  readonly marker: number | undefined;
  readonly limits: readonly number[];
  readonly theme: Theme;
  readonly yDomain: ChartProps['yDomain'];
  readonly yRange: ChartProps['yRange'];
  readonly points: ChartPoints | undefined;
}

/** Lines over a common axis, drawn by uPlot, with a table of the same numbers behind a button. */
export function Chart(props: ChartProps) {
  const { title, summary, unit, x, xLabel, xText, series, height, marker, limits, onPick, xMarks } = props;
  const { yDomain, csvName, points, yRange } = props;
  const host = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const theme = useTheme();
  const speech = useSpeech();
  const { words } = speech;
  const [asTable, setAsTable] = useState(false);
  const looks = useRef<Looks>({ marker, limits: limits ?? [], theme, yDomain, yRange, points });
  const pick = useRef(onPick);
  const isTree = points !== undefined;
  const drawn = useMemo(
    () => (isTree ? series : [...edgesOf(series, theme), ...series]),
    [series, theme, isTree],
  );
  const data = useMemo<uPlot.AlignedData>(() => [x, ...drawn.map(({ values }) => values)], [x, drawn]);
  const structure = series.map((one) => `${one.label}${one.colour}${one.dashed === true}`).join('|');
  const shown = useRef({ data, series: drawn, xText });

  useEffect(() => {
    shown.current = { data, series: drawn, xText };
    looks.current = { marker, limits: limits ?? [], theme, yDomain, yRange, points };
    pick.current = onPick;
    if (plot.current && plot.current.series.length === data.length) plot.current.setData(data);
  });

  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    const made = new uPlot(
      optionsOf(element.clientWidth, height, theme, shown.current, looks, unit, xMarks, speech),
      shown.current.data,
      element,
    );
    plot.current = made;
    const watch = new ResizeObserver(() => {
      if (element.clientWidth > 0) made.setSize({ width: element.clientWidth, height });
    });
    watch.observe(element);
    const click = () => {
      const index = looks.current.points === undefined ? made.cursor.idx : nearestPoint(made);
      if (index !== null && index !== undefined) pick.current?.(shown.current.data[0][index] ?? 0, index);
    };
    made.over.addEventListener('click', click);
    return () => {
      watch.disconnect();
      made.destroy();
      plot.current = null;
    };
  }, [structure, theme, height, unit, xMarks, asTable, speech]);

  return (
    <figure className="chart">
      <figcaption>
        <span className="chart-title">
          {title} <span className="unit">{unit}</span>
        </span>
        <span className="chart-keys">
          {series.map((one, nth) => (
            <span key={one.label} className="chart-key">
              <svg width="18" height="8" aria-hidden="true">
                {edgesOf([one], theme).map(({ colour }) => (
                  <line key={colour} x1="0" x2="18" y1="4" y2="4" stroke={colour} strokeWidth="4.5" />
                ))}
                <line
                  x1="0"
                  x2="18"
                  y1="4"
                  y2="4"
                  stroke={one.colour}
                  strokeWidth="2.5"
                  strokeDasharray={one.dashed === true ? '4 3' : undefined}
                />
              </svg>
              <span className="chart-key-text" title={one.label}>
                {isTree ? `${signOf(nth)} ` : ''}
                {one.label}
              </span>
            </span>
          ))}
        </span>
        <button type="button" className="button small" onClick={() => setAsTable(!asTable)}>
          {words(asTable ? 'parts.toChart' : 'parts.toTable')}
        </button>
        {csvName === undefined ? null : (
          <button
            type="button"
            className="button small"
            onClick={() => downloadText(csvName, chartCsv(xLabel, xText, unit, x, series, points))}
          >
            {words('parts.csv')}
            <span className="hidden"> {words('parts.csvOf', { title })}</span>
          </button>
        )}
      </figcaption>
      {asTable ? (
        <ChartTable {...{ title, unit, x, xLabel, xText, series, points }} />
      ) : (
        <div ref={host} role="img" aria-label={`${title}. ${summary}`} className="chart-host" />
      )}
    </figure>
  );
}

/** Every value that the curves are drawn from. */
function chartCsv(
  xLabel: string,
  xText: (x: number) => string,
  unit: string,
  x: Float64Array,
  series: readonly ChartSeries[],
  points: ChartPoints | undefined,
): string {
  const rows = Array.from(x, (at, row) => [
    ...(points === undefined ? [] : [points.names[row]!]),
    xText(at),
    ...series.map(({ values }) => values[row]!),
  ]);
  const names = points === undefined ? [] : [points.nameLabel];
  return writeCsv([...names, xLabel, ...series.map(({ label }) => `${label} (${unit})`)], rows);
}

/** A wider line under each one that would be lost on the page. */
const edgesOf = (series: readonly ChartSeries[], theme: Theme): readonly ChartSeries[] =>
  series.flatMap((one) => {
    const colour = edgeOf(one.colour, theme);
    return colour === null ? [] : [{ ...one, colour, filled: false, width: (one.width ?? WIDTH) + 1.5 }];
  });

function optionsOf(
  width: number,
  height: number,
  theme: Theme,
  { series, xText }: { series: readonly ChartSeries[]; xText: (x: number) => string },
  looks: { readonly current: Looks },
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

function drawMarks(plot: uPlot, { marker, limits, theme }: Looks): void {
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
