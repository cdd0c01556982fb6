import type { Building } from '../../model/building';
import { airConditionerEer } from '../devices/airConditioner';
import { capacityW, heatPumpCop, HOT_WATER_SINK_DEGC, sinkDegC } from '../devices/heatPump';
import type { Capacities } from './capacities';

/** Device behaviour on whole kelvins of outdoor temperature, linear between: nothing transcendental in the loop. */
export interface DeviceCurves {
  readonly heatWPerW: Float64Array;
  readonly hotWaterWPerW: Float64Array;
  readonly coolWPerW: Float64Array;
  readonly heatPumpCapacityW: Float64Array;
}
export const CURVE_FROM_DEGC = -50;
const CURVE_TO_DEGC = 60;
export const CURVE_COUNT = CURVE_TO_DEGC - CURVE_FROM_DEGC + 1;

/**
 * Heat pumps on air lose capacity with the cold; the ground (`soilDegC` through the year) does not. `radiatorShare` says
 * how warm the heating water is, see `sinkDegC`. Below its cut-off an air unit gives nothing, no hot water either, which the electric
 * heater then makes; above it the straight line brings it back within one or two kelvins.
 */
export function deviceCurvesOf(
  { heating, heatPumpUnit }: Pick<Building, 'heating' | 'heatPumpUnit'>,
  { bivalenceDegC, heatPumpRatedW }: Capacities,
  soilDegC: number,
  radiatorShare: number,
): DeviceCurves {
  const curve = (of: (outdoorDegC: number) => number): Float64Array =>
    Float64Array.from({ length: CURVE_COUNT }, (_, i) => of(CURVE_FROM_DEGC + i));
  const source = heating === 'groundHeatPump' ? 'ground' : 'air';
  const isStill = (t: number): boolean =>
    source === 'air' && heatPumpUnit !== undefined && t < heatPumpUnit.cutOffDegC + 1;
  const perHeat = (supplyDegC: number, t: number): number => 1 / heatPumpCop(source, supplyDegC, t, soilDegC);
  return {
    heatWPerW: curve((t) => perHeat(sinkDegC(t, radiatorShare), t)),
    hotWaterWPerW: curve((t) => (isStill(t) ? 1 : perHeat(HOT_WATER_SINK_DEGC, t))),
    coolWPerW: curve((t) => 1 / airConditionerEer(t)),
    heatPumpCapacityW: curve((t) => {
      if (source === 'ground') return heatPumpRatedW;
      if (heatPumpUnit === undefined) return capacityW(t, bivalenceDegC, heatPumpRatedW);
      return isStill(t) ? 0 : heatPumpUnit.sizeShare * capacityW(t, bivalenceDegC, heatPumpRatedW);
    }),
  };
}
