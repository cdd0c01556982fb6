import { writeCsv } from '../io/csv';
import { ratingsOfRows } from '../kpi/dynamicRating';
import { lineAboveS, transformerAboveS } from '../kpi/transformerHours';
import type { District } from '../model/district';
import { ratingClasses } from '../model/ratingClass';
import { END_USES } from '../model/run';
import type { RunResult } from '../study/runResult';
import { J_PER_KWH } from '../units/suffixes';

const MINUTE_MS = 60_000;

/** Local standard time of a step's start, ISO 8601 with offset, in a common year that starts on the run's weekday. */
export function stepTime(run: RunResult, step: number): string {
  // 2018, 2019, 2025, 2026, 2021, 2022 and 2023 start on Monday to Sunday and have no leap day.
  const year = [2018, 2019, 2025, 2026, 2021, 2022, 2023][run.startWeekday]!;
  const local = new Date(Date.UTC(year, 0, 1) + step * run.stepS * 1000).toISOString().slice(0, 16);
  const sign = run.utcOffsetMin < 0 ? '-' : '+';
  const offset = new Date(Math.abs(run.utcOffsetMin) * MINUTE_MS).toISOString().slice(11, 16);
  return `${local}${sign}${offset}`;
}

export function buildingsCsv(run: RunResult, district: District): string {
  const { table } = run;
  const columns = [
    'building',
    'use',
    ...END_USES.map((endUse) => `${endUse}_kwh`),
    'import_kwh',
    'export_kwh',
    'heat_need_kwh',
    'cool_need_kwh',
    'fuel_kwh',
    'net_max_kw',
    'net_max_time',
    'net_min_kw',
    'net_min_time',
  ];
  const rows = district.buildings.map((building, row) => [
    building.id,
    building.use,
    ...END_USES.map((_, use) => table.buildingEndUseJ[row * END_USES.length + use]! / J_PER_KWH),
    table.buildingImportJ[row]! / J_PER_KWH,
    table.buildingExportJ[row]! / J_PER_KWH,
    table.buildingHeatNeedJ[row]! / J_PER_KWH,
    table.buildingCoolNeedJ[row]! / J_PER_KWH,
    table.buildingFuelJ[row]! / J_PER_KWH,
    table.buildingNetMaxW[row]! / 1000,
    stepTime(run, table.buildingNetMaxStep[row]!),
    table.buildingNetMinW[row]! / 1000,
    stepTime(run, table.buildingNetMinStep[row]!),
  ]);
  return writeCsv(columns, rows);
}

export function busesCsv(run: RunResult): string {
  const { table, rows } = run;
  return writeCsv(
    ['bus', 'v_min_pu', 'v_min_time', 'v_max_pu', 'v_max_time', 'under_voltage_h', 'over_voltage_h'],
    rows.busIds.map((id, row) => [
      id,
      table.busVMinPu[row]!,
      stepTime(run, table.busVMinStep[row]!),
      table.busVMaxPu[row]!,
      stepTime(run, table.busVMaxStep[row]!),
      table.busUnderVoltageS[row]! / 3600,
      table.busOverVoltageS[row]! / 3600,
    ]),
  );
}

/**
 * Loadings, and hours above them, are of what a branch may carry, `rating`: 1 = nameplate, of a transformer that is judged by its
 * hot spot what that allows, as the indicators count it. Times the rating they are of the nameplate.
 */
export function branchesCsv(run: RunResult, { network }: Pick<District, 'network'>): string {
  const { table, rows } = run;
  const classes = network === null ? undefined : ratingClasses(network);
  const ratings = ratingsOfRows(run, network?.transformers ?? []);
  const aboveH = (row: number, share: number): number =>
    (row < rows.lineCount
      ? lineAboveS(run, row, share)
      : transformerAboveS(run, row - rows.lineCount, share, ratings)) / 3600;
  return writeCsv(
    [
      'branch',
      'kind',
      'loading_max_percent',
      'loading_max_time',
      'above_80_h',
      'above_100_h',
      'above_120_h',
      'loss_kwh',
      'energy_from_kwh',
      'rating_class',
      'rating',
    ],
    rows.branchIds.map((id, row) => {
      const rating = ratings[row - rows.lineCount] ?? 1;
      return [
        id,
        row < rows.lineCount ? 'line' : 'transformer',
        (table.branchLoadingMax[row]! / rating) * 100,
        stepTime(run, table.branchLoadingMaxStep[row]!),
        ...[aboveH(row, 0.8), aboveH(row, 1), aboveH(row, 1.2)],
        table.branchLossJ[row]! / J_PER_KWH,
        table.branchEnergyFromJ[row]! / J_PER_KWH,
        classes?.get(id) ?? '',
        rating,
      ];
    }),
  );
}
