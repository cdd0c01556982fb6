import { HOURS_OF_YEAR } from '../../../model/commonYear';
import type { BuildingModel } from '../../../model/buildingModel/types';
import type { BuildingModelYear } from '../../../sim/buildings/multinode';
import { courseValues } from '../../../sim/buildings/multinode/schedule';
import { type MeteredUse, valueOf, type ZoneParameterValues } from './zoneParameters';

/**
 * What the meter would show of a modelled year, W by hours, with Q the needs of all zones, eta `systemEfficiency`, eta_c
 * `coolingEfficiency`, G the internal gains, s `meteredGainShare`, P_0 `baseLoadW`:
 *
 *     heating      P = Q_heating / eta + P_0
 *     cooling      P = Q_cooling / eta + P_0
 *     electricity  P = Q_heating / eta + Q_cooling / eta_c + s G + P_0
 *
 * @param model the building that gave the year, for its gains
 */
export function meteredPowerW(
  model: BuildingModel,
  startWeekday: number,
  { zones }: BuildingModelYear,
  use: MeteredUse,
  values: ZoneParameterValues,
): Float64Array {
  const powerW = new Float64Array(HOURS_OF_YEAR).fill(valueOf(values, 'baseLoadW'));
  const add = (column: Float64Array, share: number): void => {
    for (let hour = 0; hour < HOURS_OF_YEAR; hour += 1) powerW[hour]! += column[hour]! * share;
  };
  const efficiency = valueOf(values, 'systemEfficiency');
  const coolingEfficiency = use === 'cooling' ? efficiency : valueOf(values, 'coolingEfficiency');
  for (const { heatingW, coolingW } of zones) {
    if (use !== 'cooling') add(heatingW, 1 / efficiency);
    if (use !== 'heating') add(coolingW, 1 / coolingEfficiency);
  }
  const gainShare = valueOf(values, 'meteredGainShare');
  if (use === 'electricity' && gainShare > 0) {
    const axis = { stepsPerHour: 1, startWeekday };
    for (const { powerW: gainW, course } of model.zones.flatMap(({ gains }) => gains ?? [])) {
      add(
        courseValues(course ?? 1, model.schedules ?? [], axis) ?? new Float64Array(HOURS_OF_YEAR),
        gainW * gainShare,
      );
    }
  }
  return powerW;
}
