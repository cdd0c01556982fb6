import { useEffect, useMemo, useRef, useState } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { writeCsv } from '../../io/csv';
import { edgesOf, optionsOf, type ChartLooks, type ChartSeries } from './chartOptions';
import { nearestPoint, signOf, type ChartPoints } from './chartPoints';
import { downloadText } from './download';
import { useSpeech } from '../../state';
import { ChartTable } from './ChartTable';
import { useTheme } from './theme';

export type { ChartSeries } from './chartOptions';

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
  const looks = useRef<ChartLooks>({ marker, limits: limits ?? [], theme, yDomain, yRange, points });
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
