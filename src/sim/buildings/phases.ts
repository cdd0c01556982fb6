import type { EndUse } from '../../model/run';
import type { Column } from '../devices/column';
import type { CompiledBuilding } from './compile';
import { endUseAt, type RowPlace } from './runRow';
import type { SinglePhaseVehicles } from './vehicleColumns';

/** Largest inverter of panels, or battery, on one phase: VDE-AR-N 4105, 4.6 kVA. */
const SINGLE_PHASE_PLANT_W = 4600;
const PHASES = 3;

/**
 * Reactive over active power by end use, in the order of END_USES: tan(acos(cos phi)) with cos phi 0.95 for compressors,
 * 0.97 for appliances and light (ding0's planning value), 0.99 for chargers; hot water, panels, batteries and what cars give back
 * have none. Assumed.
 */
const TAN_PHI = [0.32868, 0, 0.32868, 0.25062, 0.14249] as const;

/** Heat pumps are compressors, electric heaters are not. */
function tanPhiOf(
  building: CompiledBuilding,
): readonly [space: number, water: number, cool: number, appliances: number, vehicles: number] {
  const heatPump = building.heating === 'airHeatPump' || building.heating === 'groundHeatPump';
  if (!heatPump) return [0, 0, TAN_PHI[2], TAN_PHI[3], TAN_PHI[4]];
  return [TAN_PHI[0], TAN_PHI[0], TAN_PHI[2], TAN_PHI[3], TAN_PHI[4]];
}

function isSinglePhase(powerW: number): boolean {
  return powerW > 0 && powerW <= SINGLE_PHASE_PLANT_W;
}

/** Adds a column times a factor to a stretch of another. */
function add(to: Float64Array, toAt: number, from: Column, steps: number, factor: number): void {
  const { values, offset } = from;
  for (let i = 0; i < steps; i += 1) to[toAt + i] = to[toAt + i]! + factor * values[offset + i]!;
}

/**
 * Net power by phase, README eq. 25: everything evenly over the phases of the service, except single-phase chargers and small
 * photovoltaic plants and batteries, which sit on its first phase.
 */
export function splitOverPhases(
  building: CompiledBuilding,
  place: RowPlace,
  { singleChargeW, singleDischargeW }: SinglePhaseVehicles,
): void {
  const { netPW, netQVar, endUseW } = place.out;
  const { row, columnSteps: steps } = place;
  const column = (use: EndUse): Column => ({ values: endUseW, offset: endUseAt(place, use) });
  const usesAt = endUseAt(place, 'spaceHeating');
  const phaseAt = row * PHASES * steps;
  const { phases, battery } = building;
  const [spaceTan, waterTan, coolTan, appliancesTan, vehiclesTan] = tanPhiOf(building);
  const singlePv = isSinglePhase(building.photovoltaicInverterW) ? 1 : 0;
  const singles = building.vehicles.length > 0 ? 1 : 0;
  const single = singleChargeW.values;
  const gives = singles === 1 && building.charging.control === 'vehicleToGrid';
  const loneBattery = battery !== null && isSinglePhase(battery.powerW);
  const perPhase = 1 / phases.length;
  const first = phaseAt + phases[0]! * steps;
  for (let p = 0; p < PHASES; p += 1) {
    if (phases.includes(p)) continue;
    netPW.fill(0, phaseAt + p * steps, phaseAt + (p + 1) * steps);
    netQVar.fill(0, phaseAt + p * steps, phaseAt + (p + 1) * steps);
  }
  for (let i = 0; i < steps; i += 1) {
    const space = endUseW[usesAt + i]!;
    const water = endUseW[usesAt + steps + i]!;
    const cool = endUseW[usesAt + 2 * steps + i]!;
    const appliances = endUseW[usesAt + 3 * steps + i]!;
    const vehicles = endUseW[usesAt + 4 * steps + i]! - singles * single[i]!;
    const sun = (1 - singlePv) * endUseW[usesAt + 5 * steps + i]!;
    netPW[first + i] = perPhase * (space + water + cool + appliances + vehicles - sun);
    netQVar[first + i] =
      perPhase *
      (spaceTan * space +
        waterTan * water +
        coolTan * cool +
        appliancesTan * appliances +
        vehiclesTan * vehicles);
  }
  if (gives) {
    add(netPW, first, column('vehicleDischarging'), steps, -perPhase);
    add(netPW, first, singleDischargeW, steps, perPhase);
  }
  const addBattery = (share: number): void => {
    add(netPW, first, column('batteryCharging'), steps, share);
    add(netPW, first, column('batteryDischarging'), steps, -share);
  };
  if (battery !== null && !loneBattery) addBattery(perPhase);
  for (let p = 1; p < phases.length; p += 1) {
    const at = phaseAt + phases[p]! * steps;
    netPW.copyWithin(at, first, first + steps);
    netQVar.copyWithin(at, first, first + steps);
  }
  if (gives) add(netPW, first, singleDischargeW, steps, -1);
  if (loneBattery) addBattery(1);
  if (singles + singlePv === 0) return;
  for (let i = 0; i < steps; i += 1) {
    const lone = singles * single[i]!;
    netPW[first + i] = netPW[first + i]! + lone - singlePv * endUseW[usesAt + 5 * steps + i]!;
    netQVar[first + i] = netQVar[first + i]! + vehiclesTan * lone;
  }
}
