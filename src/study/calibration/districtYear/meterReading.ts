import { HOURS_OF_YEAR } from '../../../model/commonYear';
import type { BuildingLoads } from '../../../sim/arrays/buildingLoads';
import type { MeteredUse } from '../zoneModel/zoneParameters';

/** What a meter counts of a building: fuel or heat that is bought, or a flow of electricity. */
export interface MeteredFlow {
  readonly use: Exclude<MeteredUse, 'cooling'>;
  readonly direction: 'import' | 'export' | 'net';
}

const PHASES = 3;

/** Net power of a building's year over its phases, W, positive = import. */
export function netPowerOf({ netPW }: Pick<BuildingLoads, 'netPW'>): Float64Array {
  const steps = netPW.length / PHASES;
  return Float64Array.from(
    { length: steps },
    (_, step) => netPW[step]! + netPW[steps + step]! + netPW[2 * steps + step]!,
  );
}

/**
 * What the meter would show of a building's year in the district, mean W of each hour. With N the net power of all phases and F
 * the bought fuel or heat, for rooms and hot water, through the boiler's or the station's efficiency:
 *
 *     heating  F        import  max(0, N)        export  max(0, -N)        net  N
 */
export function meterReadingW(
  loads: Pick<BuildingLoads, 'netPW' | 'fuelW'>,
  { use, direction }: MeteredFlow,
): Float64Array {
  const flowW = use === 'heating' ? loads.fuelW : netPowerOf(loads);
  const sign = direction === 'export' ? -1 : 1;
  const isCut = use === 'electricity' && direction !== 'net';
  const perHour = flowW.length / HOURS_OF_YEAR;
  return Float64Array.from({ length: HOURS_OF_YEAR }, (_, hour) => {
    let sumW = 0;
    for (let part = 0; part < perHour; part += 1) {
      const powerW = flowW[hour * perHour + part]!;
      sumW += isCut ? Math.max(0, sign * powerW) : powerW;
    }
    return sumW / perHour;
  });
}

/** Hours of the year as the meter's own hours lie in it; a row of NaN is no index, and gives NaN. */
export const onMeteredHours = (hoursW: Float64Array, rowOfHour: Float64Array): Float64Array =>
  Float64Array.from(rowOfHour, (row) => hoursW[row] ?? NaN);
