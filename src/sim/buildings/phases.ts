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
function tanPhiOf(
  building: CompiledBuilding,
): readonly [space: number, water: number, cool: number, appliances: number, vehicles: number] {
  const heatPump = building.heating === 'airHeatPump' || building.heating === 'groundHeatPump';
  if (!heatPump) return [0, 0, TAN_PHI[2], TAN_PHI[3], TAN_PHI[4]];
  return [TAN_PHI[0], TAN_PHI[0], TAN_PHI[2], TAN_PHI[3], TAN_PHI[4]];
}

/**
 * Net power by phase, README eq. 25: everything evenly over the phases of the service, except single-phase chargers and small
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
  const [spaceTan, waterTan, coolTan, appliancesTan, vehiclesTan] = tanPhiOf(building);
  const singlePv = building.photovoltaicPeakW > 0 && building.photovoltaicPeakW <= SINGLE_PHASE_PV_W ? 1 : 0;
  const singles = building.vehicles.length > 0 ? 1 : 0;
  const perPhase = 1 / phases.length;
  const first = phaseAt + phases[0]! * steps;
  for (let p = 0; p < 3; p += 1) {
    if (phases.includes(p)) continue;
    netPW.fill(0, phaseAt + p * steps, phaseAt + (p + 1) * steps);
    netQVar.fill(0, phaseAt + p * steps, phaseAt + (p + 1) * steps);
  }
  for (let i = 0; i < steps; i += 1) {
    const space = endUseW[endUseAt + i]!;
    const water = endUseW[endUseAt + steps + i]!;
    const cool = endUseW[endUseAt + 2 * steps + i]!;
    const appliances = endUseW[endUseAt + 3 * steps + i]!;
    const vehicles = endUseW[endUseAt + 4 * steps + i]! - singles * singlePhaseVehicleW[i]!;
    const sun = (1 - singlePv) * endUseW[endUseAt + 5 * steps + i]!;
    netPW[first + i] = perPhase * (space + water + cool + appliances + vehicles - sun);
    netQVar[first + i] =
      perPhase *
      (spaceTan * space +
        waterTan * water +
        coolTan * cool +
        appliancesTan * appliances +
        vehiclesTan * vehicles);
  }
  for (let p = 1; p < phases.length; p += 1) {
    const at = phaseAt + phases[p]! * steps;
    netPW.copyWithin(at, first, first + steps);
    netQVar.copyWithin(at, first, first + steps);
  }
  if (singles + singlePv === 0) return;
  for (let i = 0; i < steps; i += 1) {
    const single = singles * singlePhaseVehicleW[i]!;
    netPW[first + i] = netPW[first + i]! + single - singlePv * endUseW[endUseAt + 5 * steps + i]!;
    netQVar[first + i] = netQVar[first + i]! + vehiclesTan * single;
  }
}
