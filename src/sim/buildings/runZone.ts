import type { CompiledBuilding, CompiledBuildings } from './compile';
import { COEFFICIENT_COUNT } from './fiveR1C';
import type { LumpedRow } from './zones';

/** A stretch of a column: `values[at + step - fromStep]`. */
export interface Stretch {
  readonly values: Float64Array;
  readonly at: number;
}

/** Where a zone's stretch reads all gains from inside, W, and writes its needs, W, and air temperature, degC. */
export interface ZoneColumns {
  readonly steps: number;
  readonly gains: Stretch;
  readonly heat: Stretch;
  readonly cool: Stretch;
  readonly air: Stretch;
}

/** The thermal loop of the lumped zone: affine 5R1C with a clamp, README eq. 18. Returns the mass temperature after it. */
export function runZone(
  compiled: CompiledBuildings,
  building: CompiledBuilding,
  { coefficients, regimeAt }: LumpedRow,
  massDegC: number,
  fromStep: number,
  columns: ZoneColumns,
  solar: Stretch,
): number {
  const { tempDegC } = compiled.climate;
  const { tableAt } = compiled;
  const { heatingCapacityW, coolingCapacityW } = building;
  const { heatToDegC, coolToDegC } = building.table;
  const { steps, gains, heat, cool, air } = columns;
  let mass = massDegC;
  for (let i = 0; i < steps; i += 1) {
    const at = tableAt[fromStep + i]!;
    const c = regimeAt[at]! * COEFFICIENT_COUNT;
    const outdoor = tempDegC[fromStep + i]!;
    const internalW = gains.values[gains.at + i]!;
    const solarW = solar.values[solar.at + i]!;
    const freeDegC =
      coefficients[c]! * mass +
      coefficients[c + 1]! * outdoor +
      coefficients[c + 2]! * internalW +
      coefficients[c + 3]! * solarW;
    let heatW = 0;
    let coolW = 0;
    if (freeDegC < heatToDegC[at]!) {
      heatW = Math.min(heatingCapacityW, (heatToDegC[at]! - freeDegC) / coefficients[c + 4]!);
    } else if (freeDegC > coolToDegC[at]!) {
      coolW = Math.min(coolingCapacityW, (freeDegC - coolToDegC[at]!) / coefficients[c + 4]!);
    }
    mass =
      coefficients[c + 5]! * mass +
      coefficients[c + 6]! * outdoor +
      coefficients[c + 7]! * internalW +
      coefficients[c + 8]! * solarW +
      coefficients[c + 9]! * (heatW - coolW);
    heat.values[heat.at + i] = heatW;
    cool.values[cool.at + i] = coolW;
    air.values[air.at + i] = freeDegC + coefficients[c + 4]! * (heatW - coolW);
  }
  return mass;
}
