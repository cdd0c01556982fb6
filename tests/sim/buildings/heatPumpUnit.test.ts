import { describe, expect, it } from 'vitest';
import type { HeatPumpUnit, HeatingSystem } from '../../../src/model/building';
import { CURVE_COUNT, CURVE_FROM_DEGC, deviceCurvesOf } from '../../../src/sim/buildings/deviceCurves';

/**
 * A heat pump that stands still in the cold. The cheapest wrong programs: one that gives half of its output half a kelvin below the
 * cut-off, and one that makes hot water at its COP while it stands still.
 */
const SOIL_DEGC = 10;
const CAPACITIES = {
  heatingW: 12_000,
  coolingW: 0,
  bivalenceDegC: -7,
  heatPumpRatedW: 8000,
};
const curvesOf = (heatPumpUnit?: HeatPumpUnit, heating: HeatingSystem = 'airHeatPump') =>
  deviceCurvesOf(
    { heating, ...(heatPumpUnit === undefined ? {} : { heatPumpUnit }) },
    CAPACITIES,
    SOIL_DEGC,
    0.5,
  );
/** As a run reads a curve: linear between whole kelvins. */
function at(curve: Float64Array, tempDegC: number): number {
  const grid = Math.min(CURVE_COUNT - 1.001, tempDegC - CURVE_FROM_DEGC);
  const k = Math.floor(grid);
  return curve[k]! + (grid - k) * (curve[k + 1]! - curve[k]!);
}

describe('an air unit with a cut-off', () => {
  const plain = curvesOf();
  it.each([-5, -5.5, -12.25])(
    'of %d degC gives nothing below it, and all of it two kelvins above',
    (cutOffDegC) => {
      const curves = curvesOf({ cutOffDegC, sizeShare: 0.8 });
      for (const below of [0.01, 0.3, 0.5, 0.9, 1.7, 6]) {
        expect(at(curves.heatPumpCapacityW, cutOffDegC - below)).toBe(0);
        // The electric heater: one to one.
        expect(at(curves.hotWaterWPerW, cutOffDegC - below)).toBe(1);
      }
      for (const above of [2, 3.4, 20]) {
        const tempDegC = cutOffDegC + above;
        expect(at(curves.heatPumpCapacityW, tempDegC)).toBeCloseTo(
          0.8 * at(plain.heatPumpCapacityW, tempDegC),
          6,
        );
        expect(at(curves.hotWaterWPerW, tempDegC)).toBe(at(plain.hotWaterWPerW, tempDegC));
      }
      expect(at(plain.hotWaterWPerW, cutOffDegC - 1)).toBeLessThan(0.7);
    },
  );

  it('changes nothing of a unit in the ground', () => {
    const unit = { cutOffDegC: 0, sizeShare: 0.5 };
    expect(curvesOf(unit, 'groundHeatPump')).toEqual(curvesOf(undefined, 'groundHeatPump'));
  });
});
