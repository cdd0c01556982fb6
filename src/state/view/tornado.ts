import type { KpiAttribution, DifferenceAttribution } from '../../study/comparison';
import type { MonteCarlo, Tornado, UncertainInput } from '../../study/sensitivity';
import { counted, formatDelta, formatNumber, formatQuantity } from '../../units';
import type { Pace } from '../studies/studyYears';
import type { TextTable } from './comparison';
import { QUALITY_WORDS } from './figureWords';
import { kpiText } from './text';

/** One horizontal bar from `start` to `end`, shares of the width of the axis. */
export interface Bar {
  readonly start: number;
  readonly end: number;
}

export interface TornadoBarRow {
  readonly id: string;
  readonly label: string;
  /** Low and high end of the input, with their unit. */
  readonly lowText: string;
  readonly highText: string;
  /** The indicator at each end. */
  readonly atLowText: string;
  readonly atHighText: string;
  readonly swingText: string;
  readonly low: Bar;
  readonly high: Bar;
  readonly source: string;
  readonly quality: string;
}

export interface TornadoView {
  readonly kpiLabel: string;
  readonly presentText: string;
  /** Where the present value stands on the axis. */
  readonly present: number;
  /** Ends of the axis. */
  readonly fromText: string;
  readonly toText: string;
  /** Inputs that move the indicator, the largest swing first. */
  readonly rows: readonly TornadoBarRow[];
  /** Inputs that do not. */
  readonly idle: readonly string[];
  /** Inputs for which it cannot be told. */
  readonly untold: readonly string[];
}

const inputText = (value: number, unit: string): string =>
  unit === '1' ? formatQuantity(value, 'pu') : formatQuantity(value, unit);

/** The indicator first asked for, on one axis that holds every end. */
export function tornadoView({ kpis, rows }: Tornado): TornadoView {
  const { label, unit, value } = kpis[0]!;
  const bars = rows.map((row) => ({ ...row, bar: row.bars[0]! }));
  const moving = bars.filter(({ bar }) => bar.swing > 0);
  const ends = [value, ...moving.flatMap(({ bar }) => [bar.atLow, bar.atHigh])];
  const [from, to] = [Math.min(...ends), Math.max(...ends)];
  const at = (end: number): number => (to > from ? (end - from) / (to - from) : 0.5);
  const present = at(value);
  const barTo = (end: number): Bar => ({
    start: Math.min(present, at(end)),
    end: Math.max(present, at(end)),
  });
  return {
    kpiLabel: label,
    presentText: kpiText(value, unit),
    present,
    fromText: kpiText(from, unit),
    toText: kpiText(to, unit),
    rows: moving.map(({ input, bar }) => ({
      id: input.id,
      label: input.label,
      lowText: inputText(input.low, input.unit),
      highText: inputText(input.high, input.unit),
      atLowText: kpiText(bar.atLow, unit),
      atHighText: kpiText(bar.atHigh, unit),
      // Shares differ in points.
      swingText: unit === '%' ? `${formatNumber(bar.swing)} points` : kpiText(bar.swing, unit),
      low: barTo(bar.atLow),
      high: barTo(bar.atHigh),
      source: input.source,
      quality: QUALITY_WORDS[input.quality],
    })),
    idle: bars.filter(({ bar }) => bar.swing === 0).map(({ input }) => input.label),
    untold: bars.filter(({ bar }) => Number.isNaN(bar.swing)).map(({ input }) => input.label),
  };
}

export const tornadoTable = ({ kpiLabel, rows }: TornadoView): TextTable => ({
  columns: [
    ...['Input', 'Low', 'High', `${kpiLabel} at low`, `${kpiLabel} at high`, 'Swing'],
    ...['Source of the range', 'Quality of the range'],
  ],
  rows: rows.map((row) => [
    ...[row.label, row.lowText, row.highText, row.atLowText, row.atHighText, row.swingText],
    ...[row.source, row.quality],
  ]),
});

/** An input's range as it is typed. */
export interface RangeRow {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  /** As the scenario has it. */
  readonly valueText: string;
  readonly low: string;
  readonly high: string;
  readonly source: string;
  readonly quality: string;
}

/** Six digits: more than anybody knows of a range, and none of a third. */
const typedText = (value: number): string => String(Number(value.toPrecision(6)));

export const rangeRows = (inputs: readonly UncertainInput[]): readonly RangeRow[] =>
  inputs.map(({ id, label, unit, value, low, high, source, quality }) => ({
    ...{ id, label, unit, source, quality: QUALITY_WORDS[quality] },
    valueText: inputText(value, unit),
    low: typedText(low),
    high: typedText(high),
  }));

/** Where an indicator lies when all inputs are drawn at once: in words, and how it settled. */
export interface SpreadView {
  readonly sentences: readonly string[];
  readonly table: TextTable;
}

export function spreadView({ spreads, draws, asked, seed, inputs }: MonteCarlo): SpreadView {
  const { kpi, p10, p50, p90, mean, standardError, convergence } = spreads[0]!;
  const text = (value: number): string => kpiText(value, kpi.unit);
  const isTold = !Number.isNaN(p50);
  const drawn = `${draws === asked ? counted(draws, 'draw') : `${draws} of ${counted(asked, 'draw')}`}, keyed by seed ${seed}`;
  return {
    sentences: [
      isTold
        ? `${kpi.label}: in eight of ten draws between ${text(p10)} (P10) and ${text(p90)} (P90), in half of them below ${text(p50)} (P50). As the scenario stands it is ${text(kpi.value)}.`
        : `${kpi.label}: it cannot be told, because it has no value in some of the draws.`,
      `${drawn}, of ${counted(inputs.length, 'input')}, each by itself.${
        Number.isNaN(standardError) ? '' : ` The mean is ${text(mean)}, give or take ${text(standardError)}.`
      }`,
    ],
    table: {
      columns: ['Draws', 'P10', 'P50', 'P90'],
      rows: convergence.map((point) => [
        String(point.draws),
        text(point.p10),
        text(point.p50),
        text(point.p90),
      ]),
    },
  };
}

export interface ShareRow {
  readonly id: string;
  readonly label: string;
  readonly changes: readonly string[];
  readonly value: number;
  readonly text: string;
  /** `± 3 kW`; nothing where the share is exact. */
  readonly errorText: string;
  /** From the present sum of the shares before to that with this one: the rows make a staircase. */
  readonly bar: Bar;
}

export interface SharesView {
  readonly kpi: KpiAttribution;
  readonly fromText: string;
  readonly toText: string;
  readonly deltaText: string;
  /** Where the two scenarios stand on the axis. */
  readonly fromAt: number;
  readonly toAt: number;
  readonly rows: readonly ShareRow[];
}

/** Shares of one indicator's difference as steps from one scenario to the other; null where it is not among them. */
export function sharesView(found: DifferenceAttribution, kpiId: string): SharesView | null {
  const kpi = found.kpis.find(({ id }) => id === kpiId);
  if (kpi === undefined) return null;
  const { unit, from, to } = kpi;
  let sum = from;
  const steps = found.players.map(({ id }) => {
    const before = sum;
    sum += kpi.shares.find(({ playerId }) => playerId === id)?.value ?? Number.NaN;
    return { before, after: sum };
  });
  const points = [from, to, ...steps.map(({ after }) => after)].filter(Number.isFinite);
  const [low, high] = [Math.min(...points), Math.max(...points)];
  const at = (value: number) => (high > low ? (value - low) / (high - low) : 0);
  const barOf = (a: number, b: number): Bar => ({
    start: Math.min(at(a), at(b)),
    end: Math.max(at(a), at(b)),
  });
  return {
    kpi,
    fromText: kpiText(from, unit),
    toText: kpiText(to, unit),
    deltaText: formatDelta(to, from, unit),
    fromAt: at(from),
    toAt: at(to),
    rows: found.players.map(({ id, label, changes }, row): ShareRow => {
      const { value, standardError } = kpi.shares.find(({ playerId }) => playerId === id)!;
      const isExact = found.method === 'exact' && found.status === 'complete';
      return {
        ...{ id, label, changes, value },
        text: formatDelta(value, 0, unit),
        errorText: isExact
          ? ''
          : !(standardError > 0)
            ? 'error not known yet'
            : `± ${formatQuantity(standardError, unit)}`,
        bar: barOf(steps[row]!.before, steps[row]!.after),
      };
    }),
  };
}

export const sharesTable = ({ kpi, rows, fromText, toText, deltaText }: SharesView): TextTable => ({
  columns: ['What differs', `Adds to ${kpi.label}`, 'Standard error', 'In detail'],
  rows: [
    ['From', fromText, '', ''],
    ...rows.map(({ label, text, errorText, changes }) => [label, text, errorText, changes.join(' ')]),
    ['To', toText, '', `Difference ${deltaText}`],
  ],
});

/** `42 %, about 30 s left`. */
export function paceText({ done, remainingS }: Pace): string {
  const percent = `${Math.floor(100 * done)} %`;
  if (remainingS === null) return percent;
  const left = remainingS < 90 ? `${Math.ceil(remainingS)} s` : `${Math.ceil(remainingS / 60)} min`;
  return `${percent}, about ${left} left`;
}
