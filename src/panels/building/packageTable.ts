import {
  gainedEur,
  HORIZON_YEARS,
  J_PER_KWH,
  paybackOf,
  type BuildingState,
  type ConnectionPartId,
  type PackageMoney,
} from '../../state';
import { vanishes } from '../../kpi';
import { writeCsv, type CsvCell } from '../../io/csv';
import { MISSING } from '../../units';
import { paybackText } from './Money';
import type { Texts } from './useTexts';

/** One row of the packages side by side: values, and what each is more or less than what it is held against. */
export interface PackageRow {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly values: readonly number[];
  /** In words where a row is none of numbers. */
  readonly texts: readonly string[];
  readonly changes: readonly number[];
}

/** The rows for these states, held against one of them; the same for screen, print and file. */
export function packageRows(
  texts: Texts,
  states: readonly BuildingState[],
  against: BuildingState,
): readonly PackageRow[] {
  const { words, number } = texts;
  const row = (id: string, label: string, unit: string, of: (state: BuildingState) => number): PackageRow => {
    const values = states.map(of);
    const base = of(against);
    return {
      id,
      label,
      unit,
      values,
      texts: values.map((value) => number(value)),
      // What no digit shows is no change.
      changes: values.map((v) => (Number.isFinite(v) && vanishes(base, v, '1') ? 0 : v - base)),
    };
  };
  const figure = (
    id: 'heatNeed' | 'energyUse' | 'delivered' | 'deliveredFuel' | 'exported' | 'carbon' | 'peak' | 'bill',
    unit: string,
    of: (figures: NonNullable<BuildingState['figures']>) => number,
  ) =>
    row(id, words(`building.effect.rows.${id}`), unit, ({ figures }) =>
      figures === null ? Number.NaN : of(figures),
    );
  const { fuse, transformer, gained } = {
    fuse: row('fuse', words('building.effect.rows.fuse'), '%', (state) => percentOf(state, 'fuse')),
    // A first look, or the year of other inputs, is no figure of this state.
    transformer: row('transformer', words('building.effect.rows.transformer'), '%', (state) =>
      state.partsState === 'year' ? percentOf(state, 'transformer') : Number.NaN,
    ),
    gained: row(
      'gained',
      words('building.effect.rows.gained', { years: HORIZON_YEARS }),
      'EUR',
      (state) => gainedIn(state, against)?.at(-1) ?? Number.NaN,
    ),
  };
  const isKnown = (state: BuildingState) => unpricedIn(state) + unpricedIn(against) === 0;
  const paybacks = states.map((state) => paybackIn(state, against));
  return [
    figure('heatNeed', 'kWh', ({ heatNeedJ }) => heatNeedJ / J_PER_KWH),
    figure('energyUse', 'kWh', ({ energyUseJ }) => energyUseJ / J_PER_KWH),
    figure('delivered', 'kWh', ({ deliveredElectricityJ }) => deliveredElectricityJ / J_PER_KWH),
    figure('deliveredFuel', 'kWh', ({ deliveredFuelJ }) => deliveredFuelJ / J_PER_KWH),
    figure('exported', 'kWh', ({ exportedElectricityJ }) => exportedElectricityJ / J_PER_KWH),
    figure('carbon', 't CO₂e', ({ carbonKg }) => carbonKg / 1000),
    figure('peak', 'kW', ({ peakW }) => peakW / 1000),
    fuse,
    worded(transformer, (at) =>
      states[at]!.partsState === 'year' ? null : words('building.effect.computing'),
    ),
    figure('bill', 'EUR', ({ totalBillEur }) => totalBillEur),
    row(
      'investment',
      words('building.effect.rows.investment'),
      'EUR',
      ({ costs }) => costs?.typicalEur ?? Number.NaN,
    ),
    ...(states.some((state) => unpricedIn(state) > 0)
      ? [row('unpriced', words('building.effect.rows.unpriced'), '', unpricedIn)]
      : []),
    row(
      'upkeep',
      words('building.effect.rows.upkeep'),
      'EUR/a',
      ({ costs }) => costs?.runningEurPerYear ?? Number.NaN,
    ),
    {
      id: 'payback',
      label: words('building.effect.rows.payback'),
      unit: '',
      values: paybacks.map((one) => (one?.kind === 'years' ? one.years : Number.NaN)),
      texts: paybacks.map((one) => (one === null ? '–' : paybackText(texts, one, true))),
      changes: paybacks.map(() => Number.NaN),
    },
    worded(gained, (at) => (isKnown(states[at]!) ? null : words('building.effect.paybackNotKnown'))),
  ];
}

const unpricedIn = ({ costs }: BuildingState): number => costs?.unpriced ?? 0;

/** The row with words in the place of its figures, where there are any. */
const worded = (row: PackageRow, wordsAt: (at: number) => string | null): PackageRow => ({
  ...row,
  texts: row.texts.map((text, at) => wordsAt(at) ?? text),
});

const percentOf = ({ parts }: BuildingState, wanted: ConnectionPartId): number =>
  parts.find(({ part }) => part === wanted)?.percent ?? Number.NaN;

const bothMoney = (
  own: BuildingState,
  against: BuildingState,
): readonly [PackageMoney, PackageMoney] | null =>
  own.money === null || against.money === null ? null : [own.money, against.money];

function paybackIn(own: BuildingState, against: BuildingState) {
  const money = bothMoney(own, against);
  return money === null || own === against ? null : paybackOf(...money);
}

export function gainedIn(own: BuildingState, against: BuildingState): Float64Array | null {
  const money = bothMoney(own, against);
  return money === null ? null : gainedEur(...money);
}

/** Every value of the table with its changes, in full, under the names that stand on the page. */
export function packageCsv(
  { words }: Texts,
  rows: readonly PackageRow[],
  names: readonly string[],
  base: string,
  measures: readonly { readonly label: string; readonly texts: readonly string[] }[],
): string {
  const columns = [
    words('building.effect.figure'),
    words('building.packages.unit'),
    ...names,
    ...names.map((name) => words('building.packages.changeOf', { name, base })),
  ];
  const lines = rows.map(({ label, unit, values, texts, changes }): CsvCell[] => [
    label,
    unit,
    ...values.map((value, at) => (Number.isFinite(value) || texts[at] === MISSING ? value : texts[at]!)),
    ...changes,
  ]);
  const chosen = measures.map(({ label, texts }): CsvCell[] => [label, '', ...texts, ...names.map(() => '')]);
  return writeCsv(columns, [...lines, ...chosen]);
}
