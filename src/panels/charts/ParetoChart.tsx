import { useSpeech } from '../../state';
import { paretoMarks, type ParetoMark, type ParetoPoint } from '../../state/charts/pareto';
import type { Speech, TextTable } from '../../state/view';
import { ChartFrame } from './ChartFrame';

const HEIGHT = 300;
const EDGE = { left: 64, right: 24, top: 28, bottom: 44 } as const;
const LINE_PX = 16;
const RADIUS = 6;
const TICKS = 4;

export interface ParetoProps {
  readonly points: readonly ParetoPoint[];
  readonly costLabel: string;
  readonly leftLabel: string;
  readonly colourOf: (id: string) => string;
  readonly csvName: string;
}

/** Choices by cost and by what they leave. Those that something beats are hollow. */
export function ParetoChart({ points, costLabel, leftLabel, colourOf, csvName }: ParetoProps) {
  const speech = useSpeech();
  const { words } = speech;
  const marks = paretoMarks(points);
  const untold = points.filter(({ id }) => marks.every((mark) => mark.id !== id));
  const front = marks.filter(({ dominatedBy }) => dominatedBy === null);
  return (
    <section data-part="pareto">
      <p className="muted small-text">{words('charts.pareto.lead')}</p>
      {marks.length < 2 ? (
        <p className="muted">{words('charts.pareto.none')}</p>
      ) : (
        <ChartFrame
          title={words('charts.pareto.title', { cost: costLabel, left: leftLabel })}
          summary={words('charts.pareto.summary', { names: front.map(({ name }) => name).join(', ') })}
          table={paretoTable(marks, costLabel, leftLabel, speech)}
          numbers={[1, 2]}
          csvName={csvName}
          saveLabel={words('charts.pareto.save')}
        >
          {(width) => <Plot {...{ marks, width, costLabel, leftLabel, colourOf }} />}
        </ChartFrame>
      )}
      {untold.length === 0 ? null : (
        <p className="muted small-text">
          {words('charts.pareto.untold', { names: untold.map(({ name }) => name).join(', ') })}
        </p>
      )}
    </section>
  );
}

const paretoTable = (
  marks: readonly ParetoMark[],
  costLabel: string,
  leftLabel: string,
  { words, number }: Speech,
): TextTable => ({
  columns: [words('charts.pareto.name'), costLabel, leftLabel, words('charts.pareto.verdict')],
  rows: marks.map(({ name, cost, left, dominatedBy }) => [
    name,
    number(cost),
    number(left),
    dominatedBy === null
      ? words('charts.pareto.front')
      : words('charts.pareto.dominated', { name: dominatedBy }),
  ]),
});

interface Axis {
  readonly ticks: readonly number[];
  readonly at: (value: number) => number;
}

/** Round marks that hold all values, onto a stretch of pixels. */
function axisOf(values: readonly number[], fromPx: number, toPx: number): Axis {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const spread = high - low || Math.abs(high) || 1;
  const rough = spread / TICKS;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough)!;
  const first = Math.floor((low - 0.08 * spread) / step);
  const last = Math.max(first + 1, Math.ceil((high + 0.08 * spread) / step));
  const ticks = Array.from({ length: last - first + 1 }, (_, at) => (first + at) * step);
  const at = (value: number) => fromPx + ((value - first * step) / ((last - first) * step)) * (toPx - fromPx);
  return { ticks, at };
}

function Plot({
  marks,
  width,
  costLabel,
  leftLabel,
  colourOf,
}: Omit<ParetoProps, 'points' | 'csvName'> & {
  readonly marks: readonly ParetoMark[];
  readonly width: number;
}) {
  const { number } = useSpeech();
  const across = axisOf(
    marks.map(({ cost }) => cost),
    EDGE.left,
    width - EDGE.right,
  );
  const up = axisOf(
    marks.map(({ left }) => left),
    HEIGHT - EDGE.bottom,
    EDGE.top,
  );
  const front = marks.filter(({ dominatedBy }) => dominatedBy === null);
  const steps = front
    .map(({ cost, left }, at) => {
      const [x, y] = [across.at(cost), up.at(left)];
      return at === 0 ? `M${x} ${y}` : `H${x}V${y}`;
    })
    .join('');
  const labels = labelsOf(marks, across, up, width);
  return (
    <svg className="pareto" width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`}>
      {up.ticks.map((tick) => (
        <g key={tick}>
          <line x1={EDGE.left} x2={width - EDGE.right} y1={up.at(tick)} y2={up.at(tick)} className="grid" />
          <text x={EDGE.left - 6} y={up.at(tick) + 4} textAnchor="end" className="chart-label tick">
            {number(tick)}
          </text>
        </g>
      ))}
      {across.ticks.map((tick) => (
        <text
          key={tick}
          x={across.at(tick)}
          y={HEIGHT - EDGE.bottom + 17}
          textAnchor="middle"
          className="chart-label tick"
        >
          {number(tick)}
        </text>
      ))}
      <text x={width - EDGE.right} y={HEIGHT - 6} textAnchor="end" className="chart-label tick">
        {costLabel} →
      </text>
      <text x={4} y={11} className="chart-label tick">
        ↑ {leftLabel}
      </text>
      <path d={steps} className="front" />
      {marks.map(({ id, cost, left, dominatedBy }) => (
        <circle
          key={id}
          cx={across.at(cost)}
          cy={up.at(left)}
          r={RADIUS}
          className={dominatedBy === null ? 'point' : 'point hollow'}
          style={dominatedBy === null ? { fill: colourOf(id) } : { stroke: colourOf(id) }}
        />
      ))}
      {labels.map(({ id, name, x, y, anchor }) => (
        <text key={id} x={x} y={y} textAnchor={anchor} className="chart-label">
          {name}
        </text>
      ))}
    </svg>
  );
}

interface Label {
  readonly id: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
}

/** Beside their points, turned inwards in the right half, each moved down until it lies on no other. */
function labelsOf(marks: readonly ParetoMark[], across: Axis, up: Axis, width: number): readonly Label[] {
  const placed: Label[] = [];
  for (const { id, name, cost, left } of marks) {
    const at = across.at(cost);
    const anchor = at > width * 0.6 ? 'end' : 'start';
    const x = anchor === 'end' ? at - RADIUS - 5 : at + RADIUS + 5;
    let y = up.at(left) + 4;
    while (placed.some((other) => Math.abs(other.y - y) < LINE_PX && Math.abs(other.x - x) < width * 0.3))
      y += LINE_PX;
    placed.push({ id, name, x, y, anchor });
  }
  return placed;
}
