import { levelisedCostOfFlows, type DiscountSchedule } from '../../kpi/economics';
import { END_USES } from '../../model/run';
import type { MeasureType } from '../../model/scenario';
import { J_PER_KWH } from '../../units/suffixes';
import { cashFlowsOf, hasCashFlows } from '../scenarioCosts';
import type { CostedYear } from './presentValues';

/** One kind of plant that a scenario builds. */
export type LevelisedPlant =
  | {
      readonly known: true;
      /** Of a year. */
      readonly energyJ: number;
      /** At the rates, in their order. */
      readonly eurPerKWh: readonly number[];
    }
  | { readonly known: false; readonly reason: string };

export const LEVELISED_PLANTS = ['panels', 'batteries'] as const;
export type LevelisedPlants = Readonly<Record<(typeof LEVELISED_PLANTS)[number], LevelisedPlant>>;

/**
 * LCOE = PV(purchases + upkeep - residual value)/PV(energy) of what a scenario's measures build, before grants: of panels the energy
 * they give after curtailment; of batteries what they give back, at homes and stations, without what their charging costs.
 */
export function levelisedPlants(
  year: CostedYear,
  horizonYears: number,
  schedules: readonly DiscountSchedule[],
): LevelisedPlants {
  const plant = (types: readonly MeasureType[], energyOf: (elements: ReadonlySet<string>) => number) =>
    plantOf(year, types, energyOf, horizonYears, schedules);
  return {
    panels: plant(['rooftopPhotovoltaics'], (ids) => endUseJ(year, ids, 'photovoltaics')),
    batteries: plant(
      ['homeBattery', 'feederBattery', 'communityBattery'],
      (ids) => endUseJ(year, ids, 'batteryDischarging') + dischargedJ(year, ids),
    ),
  };
}

function plantOf(
  { costs, scenario }: CostedYear,
  types: readonly MeasureType[],
  energyOf: (elements: ReadonlySet<string>) => number,
  horizonYears: number,
  schedules: readonly DiscountSchedule[],
): LevelisedPlant {
  const lines = costs.lines.filter(({ type }) => types.includes(type));
  if (lines.length === 0) return { known: false, reason: `${scenario.name} builds none.` };
  const unknown = lines.filter((line) => !hasCashFlows(line)).length;
  if (unknown > 0)
    return {
      known: false,
      reason: `Not told: ${unknown} of ${lines.length} cost lines are not known in full.`,
    };
  const energyJ = energyOf(new Set(lines.map(({ elementId }) => elementId)));
  if (!(energyJ > 0)) return { known: false, reason: 'Undefined: they give no energy.' };
  const { purchases, upkeep, residual } = cashFlowsOf(lines, horizonYears);
  const yearly = purchases.map((purchase, t) => purchase + upkeep[t]! + residual[t]!);
  const energyKWh = purchases.map((_, t) => (t === 0 ? 0 : energyJ / J_PER_KWH));
  return {
    known: true,
    energyJ,
    eurPerKWh: schedules.map((schedule) => levelisedCostOfFlows(yearly, energyKWh, schedule)),
  };
}

function endUseJ(
  { result: { table, rows } }: CostedYear,
  buildings: ReadonlySet<string>,
  endUse: (typeof END_USES)[number],
): number {
  const column = END_USES.indexOf(endUse);
  return rows.buildingIds.reduce(
    (sum, id, row) =>
      buildings.has(id) ? sum + table.buildingEndUseJ[row * END_USES.length + column]! : sum,
    0,
  );
}

/** What the batteries of some stations give in a year. */
function dischargedJ({ result, district }: CostedYear, stations: ReadonlySet<string>): number {
  const { table, rows, stepCount, stepS } = result;
  const atStation = new Set(
    (district.network?.storages ?? [])
      .filter(({ transformerId }) => stations.has(transformerId))
      .map(({ id }) => id),
  );
  return rows.storageIds.reduce((sum, id, row) => {
    if (!atStation.has(id)) return sum;
    const powerW = table.storageDischargeW.subarray(row * stepCount, (row + 1) * stepCount);
    return sum + stepS * powerW.reduce((total, power) => total + power, 0);
  }, 0);
}
