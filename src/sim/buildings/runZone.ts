import type { CompiledBuilding, CompiledBuildings } from './compile';
import { COEFFICIENT_COUNT } from './fiveR1C';

/** A stretch of a column: `values[at + step - fromStep]`. */
export interface Stretch {
  readonly values: Float64Array;
  readonly at: number;
}

/**
 * The thermal loop of one row: affine 5R1C with a clamp, eq. 10 and 11. Writes heat and cooling need; returns the mass
 * temperature after the last step. Everything the appliances use ends up as an internal gain.
 */
export function runZone(
  compiled: CompiledBuildings,
  building: CompiledBuilding,
  massDegC: number,
  fromStep: number,
  steps: number,
  appliances: Stretch,
  solar: Stretch,
  heat: Stretch,
  cool: Stretch,
): number {
  const { tempDegC } = compiled.climate;
  const { tableAt } = compiled;
  const { coefficients, personHeatW, heatingCapacityW, coolingCapacityW } = building;
  const { presence, heatToDegC, coolToDegC, occupied } = building.table;
  const { values: appliancesW, at: appliancesAt } = appliances;
  const { values: solarValuesW, at: solarAt } = solar;
  const { values: heatNeedW, at: heatAt } = heat;
  const { values: coolNeedW, at: coolAt } = cool;
  let mass = massDegC;
  for (let i = 0; i < steps; i += 1) {
    const at = tableAt[fromStep + i]!;
    const c = occupied[at]! * COEFFICIENT_COUNT;
    const outdoor = tempDegC[fromStep + i]!;
    const internalW = appliancesW[appliancesAt + i]! + personHeatW * presence[at]!;
    const solarW = solarValuesW[solarAt + i]!;
    const freeDegC =
      coefficients[c]! * mass +
      coefficients[c + 1]! * outdoor +
      coefficients[c + 2]! * internalW +
      coefficients[c + 3]! * solarW; // (10)
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
      coefficients[c + 9]! * (heatW - coolW); // (11)
    heatNeedW[heatAt + i] = heatW;
    coolNeedW[coolAt + i] = coolW;
  }
  return mass;
}
