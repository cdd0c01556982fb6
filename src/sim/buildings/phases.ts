import type { BuildingLoads } from '../arrays/buildingLoads';
import type { CompiledBuilding } from './compile';

/** Largest photovoltaic plant on one phase: VDE-AR-N 4105, 4.6 kVA. */
const SINGLE_PHASE_PV_W = 4600;

/**
 * Reactive over active power by end use, in the order of END_USES: tan(acos(cos phi)) with cos phi 0.95 for compressors,
 * 0.97 for appliances and light (ding0's planning value), 0.99 for chargers; hot water as resistive. Assumed.
 */
const TAN_PHI = [0.32868, 0, 0.32868, 0.25062, 0.14249, 0] as const;

/** Heat pumps are compressors, electric heaters are not. */
function tanPhiOf(building: CompiledBuilding): readonly number[] {
  if (building.heating !== 'airHeatPump') return [0, 0, TAN_PHI[2], TAN_PHI[3], TAN_PHI[4], 0];
  return [TAN_PHI[0], TAN_PHI[0], TAN_PHI[2], TAN_PHI[3], TAN_PHI[4], 0];
}

/**
 * Net power by phase, eq. 24: everything evenly over the phases of the service, except single-phase chargers and small
 * photovoltaic plants, which sit on its first phase.
 */
export function splitOverPhases(
  building: CompiledBuilding,
  endUseAt: number,
  phaseAt: number,
  steps: number,
  singlePhaseVehicleW: Float64Array,
  out: BuildingLoads,
): void {
  const { endUseW, netPW, netQVar } = out;
  const { phases } = building;
  const tan = tanPhiOf(building);
  const singlePv = building.photovoltaicPeakW <= SINGLE_PHASE_PV_W ? 1 : 0;
  netPW.fill(0, phaseAt, phaseAt + 3 * steps);
  netQVar.fill(0, phaseAt, phaseAt + 3 * steps);
  for (let i = 0; i < steps; i += 1) {
    const space = endUseW[endUseAt + i]!;
    const water = endUseW[endUseAt + steps + i]!;
    const cool = endUseW[endUseAt + 2 * steps + i]!;
    const appliances = endUseW[endUseAt + 3 * steps + i]!;
    const vehicles = endUseW[endUseAt + 4 * steps + i]!;
    const sun = endUseW[endUseAt + 5 * steps + i]!;
    const single = singlePhaseVehicleW[i]!;
    const evenP =
      (space + water + cool + appliances + (vehicles - single) - (1 - singlePv) * sun) / phases.length;
    const evenQ =
      (tan[0]! * space +
        tan[1]! * water +
        tan[2]! * cool +
        tan[3]! * appliances +
        tan[4]! * (vehicles - single)) /
      phases.length;
    for (let p = 0; p < phases.length; p += 1) {
      const at = phaseAt + phases[p]! * steps + i;
      netPW[at] = evenP + (p === 0 ? single - singlePv * sun : 0);
      netQVar[at] = evenQ + (p === 0 ? tan[4]! * single : 0);
    }
  }
}
