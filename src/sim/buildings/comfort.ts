import { ZONE_FIGURES } from '../../model/archetypes';
import type { CompiledBuilding, CompiledBuildings } from './compile';
import type { Stretch } from './runZone';

/** Half a control band: being this near to a set-point is comfortable. */
const BAND_K = 1;
/** Base of overheating where nothing cools: DIN 4108-2:2013, region B. */
const UNCOOLED_BASE_DEGC = ZONE_FIGURES.hotDayAboveDegC.value;

/**
 * Kelvins that the air is too cold or too warm while somebody is in (README eq. 15): below the use's heating set-point
 * less 1 K; above its cooling set-point and 1 K, or above 26 degC where nothing cools. Set-points are those that the use
 * has by its archetype: a thermostat that is set lower is no comfort.
 */
export function fillDiscomfort(
  { tableAt }: CompiledBuildings,
  { comfort, cooling }: CompiledBuilding,
  fromStep: number,
  steps: number,
  persons: Stretch,
  air: Stretch,
  tooCold: Stretch,
  tooWarm: Stretch,
): void {
  const { heatToDegC, coolToDegC } = comfort;
  for (let i = 0; i < steps; i += 1) {
    const at = tableAt[fromStep + i]!;
    const airDegC = air.values[air.at + i]!;
    const somebody = persons.values[persons.at + i]! > 0;
    const warmDegC = cooling === 'none' ? UNCOOLED_BASE_DEGC : coolToDegC[at]! + BAND_K;
    tooCold.values[tooCold.at + i] = somebody ? Math.max(0, heatToDegC[at]! - BAND_K - airDegC) : 0;
    tooWarm.values[tooWarm.at + i] = somebody ? Math.max(0, airDegC - warmDegC) : 0;
  }
}
