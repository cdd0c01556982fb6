import { calendarOf } from '../sim/arrays/calendar';
import { meterNetW, packNetW, type MeterYear } from '../study/loads/meterYear';
import { eachMoved, movedByBuilding, type ChargingYear } from '../study/stationCharging';

/**
 * Meters of buildings' own loads, as they read where stations' limits have moved charging; of the buildings in these rows, all of the
 * run where none are given.
 */
export function movedMeters(
  meters: MeterYear,
  charging: ChargingYear | undefined,
  of: readonly number[] = [...meters.buildingIds.keys()],
): MeterYear {
  if (charging === undefined) return meters;
  const { chunkSteps } = calendarOf(meters.stepS, meters.startWeekday);
  const movedOf = movedByBuilding(charging, chunkSteps);
  const packed = meters.packed.map((bytes, at) => {
    const own = movedOf.get(of[at]!);
    if (own === undefined) return bytes;
    const netW = meterNetW(meters, at);
    eachMoved(own, (_, step, changeW) => {
      netW[step]! += changeW;
    });
    return packNetW(netW);
  });
  return { ...meters, packed };
}
