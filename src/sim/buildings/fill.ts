import type { StepWindow } from '../devices/deposit';
import { fillPhotovoltaicPlant } from '../devices/photovoltaicRoof';
import type { CompiledBuilding, CompiledBuildings } from './compile';
import { ORIENTATIONS } from './envelope';

/** The sun's parts of a row, which do not depend on its temperature; what people do is in fillPeople.ts. */

/** Solar gains of a lumped row, W: apertures times irradiance, orientation by orientation. */
export function fillSolar(compiled: CompiledBuildings, aperturesM2: Float64Array, window: StepWindow): void {
  const { values, offset, fromStep, toStep } = window;
  const steps = toStep - fromStep;
  values.fill(0, offset, offset + steps);
  for (let o = 0; o < ORIENTATIONS; o += 1) {
    const apertureM2 = aperturesM2[o] ?? 0;
    if (apertureM2 === 0) continue;
    const plane = compiled.climate.wallWPerM2[o]!;
    for (let i = 0; i < steps; i += 1) {
      values[offset + i] = values[offset + i]! + apertureM2 * plane[fromStep + i]!;
    }
  }
}

/** Photovoltaic AC power of a row, W. */
export function fillPhotovoltaics(building: CompiledBuilding, window: StepWindow): void {
  const { values, offset, fromStep, toStep } = window;
  if (building.photovoltaicPlant) {
    fillPhotovoltaicPlant(building.photovoltaicPlant, window, window);
    return;
  }
  const share = building.photovoltaicShare;
  const peakW = building.photovoltaicPeakW;
  const steps = toStep - fromStep;
  if (!share) {
    values.fill(0, offset, offset + steps);
    return;
  }
  for (let i = 0; i < steps; i += 1) values[offset + i] = peakW * share[fromStep + i]!;
}
