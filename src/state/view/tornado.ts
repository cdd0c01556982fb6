import type { KpiAttribution, DifferenceAttribution } from '../../study/comparison';
import type { MonteCarlo, Tornado, UncertainInput } from '../../study/sensitivity';
import { coreWords, kpiLabel, listOf, sourceWords, wordsOf, type Language } from '../../words';
import type { Pace } from '../studies/studyYears';
import type { TextTable } from './comparison';
import { qualityWord } from './figureWords';
import { speechOf } from './speech';

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

const inputText = (value: number, unit: string, language: Language): string =>
  speechOf(language).quantity(value, unit === '1' ? 'pu' : unit);

/** The indicator first asked for, on one axis that holds every end. */
export function tornadoView({ kpis, rows }: Tornado, language: Language): TornadoView {
  const { words, number, kpi: kpiText } = speechOf(language);
  const { id: kpiId, label, unit, value } = kpis[0]!;
  const named = (input: UncertainInput): string => coreWords(language, input.label);
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
    kpiLabel: kpiLabel(language, kpiId, label),
    presentText: kpiText(value, unit),
    present,
    fromText: kpiText(from, unit),
    toText: kpiText(to, unit),
    rows: moving.map(({ input, bar }) => ({
      id: input.id,
      label: named(input),
      lowText: inputText(input.low, input.unit, language),
      highText: inputText(input.high, input.unit, language),
      atLowText: kpiText(bar.atLow, unit),
      atHighText: kpiText(bar.atHigh, unit),
      // Shares differ in points.
      swingText:
        unit === '%'
          ? words('studies.matters.points', { number: number(bar.swing) })
          : kpiText(bar.swing, unit),
      low: barTo(bar.atLow),
      high: barTo(bar.atHigh),
      source: sourceWords(language, input.source),
      quality: qualityWord(input.quality, language),
    })),
    idle: bars.filter(({ bar }) => bar.swing === 0).map(({ input }) => named(input)),
    untold: bars.filter(({ bar }) => Number.isNaN(bar.swing)).map(({ input }) => named(input)),
  };
}

export function tornadoTable({ kpiLabel: name, rows }: TornadoView, language: Language): TextTable {
  const words = wordsOf(language);
  const [input, low, high, swing, source, quality] = listOf(words('studies.matters.columns'));
  const ends = [words('studies.matters.atLow', { name }), words('studies.matters.atHigh', { name })];
  return {
    columns: [input!, low!, high!, ...ends, swing!, source!, quality!],
    rows: rows.map((row) => [
      ...[row.label, row.lowText, row.highText, row.atLowText, row.atHighText, row.swingText],
      ...[row.source, row.quality],
    ]),
  };
}

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

export const rangeRows = (inputs: readonly UncertainInput[], language: Language): readonly RangeRow[] =>
  inputs.map(({ id, label, unit, value, low, high, source, quality }) => ({
    ...{ id, unit, label: coreWords(language, label), source: sourceWords(language, source) },
    quality: qualityWord(quality, language),
    valueText: inputText(value, unit, language),
    low: typedText(low),
    high: typedText(high),
  }));

/** Where an indicator lies when all inputs are drawn at once: in words, and how it settled. */
export interface SpreadView {
  readonly sentences: readonly string[];
  readonly table: TextTable;
}

export function spreadView(
  { spreads, draws, asked, seed, inputs }: MonteCarlo,
  language: Language,
): SpreadView {
  const { words, kpi: kpiText } = speechOf(language);
  const { kpi, p10, p50, p90, mean, standardError, convergence } = spreads[0]!;
  const text = (value: number): string => kpiText(value, kpi.unit);
  const name = kpiLabel(language, kpi.id, kpi.label);
  const all = words('studies.spread.draws', { count: asked });
  const told = { p10: text(p10), p50: text(p50), p90: text(p90), value: text(kpi.value) };
  return {
    sentences: [
      Number.isNaN(p50)
        ? words('studies.spread.untold', { name })
        : words('studies.spread.told', { name, ...told }),
      words('studies.spread.how', {
        draws: draws === asked ? all : words('studies.spread.drawsOf', { done: draws, draws: all }),
        seed,
        inputs: words('studies.spread.inputs', { count: inputs.length }),
        mean: Number.isNaN(standardError)
          ? ''
          : words('studies.spread.mean', { mean: text(mean), error: text(standardError) }),
      }),
    ],
    table: {
      columns: [words('studies.spread.column'), 'P10', 'P50', 'P90'],
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
  readonly kpiLabel: string;
  readonly fromText: string;
  readonly toText: string;
  readonly deltaText: string;
  /** Where the two scenarios stand on the axis. */
  readonly fromAt: number;
  readonly toAt: number;
  readonly rows: readonly ShareRow[];
}

/** Shares of one indicator's difference as steps from one scenario to the other; null where it is not among them. */
export function sharesView(
  found: DifferenceAttribution,
  kpiId: string,
  language: Language,
): SharesView | null {
  const { words, quantity, delta, kpi: kpiText } = speechOf(language);
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
    kpiLabel: kpiLabel(language, kpi.id, kpi.label),
    fromText: kpiText(from, unit),
    toText: kpiText(to, unit),
    deltaText: delta(to, from, unit),
    fromAt: at(from),
    toAt: at(to),
    rows: found.players.map(({ id, label, changes }, row): ShareRow => {
      const { value, standardError } = kpi.shares.find(({ playerId }) => playerId === id)!;
      const isExact = found.method === 'exact' && found.status === 'complete';
      return {
        ...{ id, value, label: coreWords(language, label) },
        changes: changes.map((change) => coreWords(language, change)),
        text: delta(value, 0, unit),
        errorText: isExact
          ? ''
          : !(standardError > 0)
            ? words('studies.shares.noError')
            : words('studies.shares.error', { error: quantity(standardError, unit) }),
        bar: barOf(steps[row]!.before, steps[row]!.after),
      };
    }),
  };
}

export function sharesTable(
  { kpiLabel: name, rows, fromText, toText, deltaText }: SharesView,
  language: Language,
): TextTable {
  const words = wordsOf(language);
  return {
    columns: [
      ...[words('studies.shares.differs'), words('studies.shares.addsTo', { name })],
      ...[words('studies.shares.standardError'), words('studies.shares.detail')],
    ],
    rows: [
      [words('studies.shares.from'), fromText, '', ''],
      ...rows.map(({ label, text, errorText, changes }) => [label, text, errorText, changes.join(' ')]),
      [words('studies.shares.to'), toText, '', words('studies.shares.difference', { delta: deltaText })],
    ],
  };
}

/** `42 %, about 30 s left`. */
export function paceText({ done, remainingS }: Pace, language: Language): string {
  const percent = `${Math.floor(100 * done)} %`;
  if (remainingS === null) return percent;
  const left = remainingS < 90 ? `${Math.ceil(remainingS)} s` : `${Math.ceil(remainingS / 60)} min`;
  return wordsOf(language)('parts.study.left', { percent, left });
}
