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
export const APPLIANCES_TAN_PHI = TAN_PHI[3];
export const CHARGERS_TAN_PHI = TAN_PHI[4];

/** Heat pumps are compressors, electric heaters are not. */
function tanPhiOf(
  building: CompiledBuilding,
): readonly [space: number, water: number, cool: number, appliances: number, vehicles: number] {
  const heatPump = building.heating === 'airHeatPump' || building.heating === 'groundHeatPump';
  if (!heatPump) return [0, 0, TAN_PHI[2], TAN_PHI[3], TAN_PHI[4]];
  return [TAN_PHI[0], TAN_PHI[0], TAN_PHI[2], TAN_PHI[3], TAN_PHI[4]];
}

/** Whether a plant of that rating is on one phase. */
export function isSinglePhase(powerW: number): boolean {
  return powerW > 0 && powerW <= SINGLE_PHASE_PLANT_W;
}

/** Adds a column times a factor to a stretch of another. */
function add(to: Float64Array, toAt: number, from: Column, steps: number, factor: number): void {
  const { values, offset } = from;
  for (let i = 0; i < steps; i += 1) to[toAt + i] = to[toAt + i]! + factor * values[offset + i]!;
}

/**
 * Net power by phase, README eq. 25: everything evenly over the phases of the service, except single-phase chargers, each on
 * its own, and small photovoltaic plants and batteries, which sit on the plant's.
 */
export function splitOverPhases(
  building: CompiledBuilding,
  place: RowPlace,
  single: SinglePhaseVehicles,
): void {
  const { netPW, netQVar, endUseW } = place.out;
  const { row, columnSteps: steps } = place;
  const column = (use: EndUse): Column => ({ values: endUseW, offset: endUseAt(place, use) });
  const phaseAt = row * PHASES * steps;
  const { phases, battery } = building;
  const tans = tanPhiOf(building);
  const hasCars = building.vehicles.length > 0;
  const gives = hasCars && building.charging.control === 'vehicleToGrid';
  const singlePv = isSinglePhase(building.photovoltaicInverterW);
  const loneBattery = battery !== null && isSinglePhase(battery.powerW);
  const perPhase = 1 / phases.length;
  const first = phaseAt + phases[0]! * steps;
  for (let p = 0; p < PHASES; p += 1) {
    if (phases.includes(p)) continue;
    netPW.fill(0, phaseAt + p * steps, phaseAt + (p + 1) * steps);
    netQVar.fill(0, phaseAt + p * steps, phaseAt + (p + 1) * steps);
  }
  fillEven(place, first, perPhase, tans, singlePv ? 0 : 1);
  const addBattery = (at: number, share: number): void => {
    add(netPW, at, column('batteryCharging'), steps, share);
    add(netPW, at, column('batteryDischarging'), steps, -share);
  };
  if (gives) add(netPW, first, column('vehicleDischarging'), steps, -perPhase);
  if (battery !== null && !loneBattery) addBattery(first, perPhase);
  // What single-phase chargers draw is in the even part: it is taken out of all phases and put where it belongs.
  phases.forEach((_, at) => {
    if (hasCars) addCharging(place, first, single.singleChargeW[at]!, -perPhase, tans[4]);
    if (gives) add(netPW, first, single.singleDischargeW[at]!, steps, perPhase);
  });
  for (let p = 1; p < phases.length; p += 1) {
    const at = phaseAt + phases[p]! * steps;
    netPW.copyWithin(at, first, first + steps);
    netQVar.copyWithin(at, first, first + steps);
  }
  phases.forEach((phase, at) => {
    const to = phaseAt + phase * steps;
    if (hasCars) addCharging(place, to, single.singleChargeW[at]!, 1, tans[4]);
    if (gives) add(netPW, to, single.singleDischargeW[at]!, steps, -1);
  });
  const plant = phaseAt + building.plantPhase * steps;
  if (loneBattery) addBattery(plant, 1);
  if (singlePv) add(netPW, plant, column('photovoltaics'), steps, -1);
}

/** What is the same on every phase of the service, written for the first. */
function fillEven(
  place: RowPlace,
  first: number,
  perPhase: number,
  [spaceTan, waterTan, coolTan, appliancesTan, vehiclesTan]: ReturnType<typeof tanPhiOf>,
  sunShare: number,
): void {
  const { netPW, netQVar, endUseW } = place.out;
  const steps = place.columnSteps;
  const usesAt = endUseAt(place, 'spaceHeating');
  for (let i = 0; i < steps; i += 1) {
    const space = endUseW[usesAt + i]!;
    const water = endUseW[usesAt + steps + i]!;
    const cool = endUseW[usesAt + 2 * steps + i]!;
    const appliances = endUseW[usesAt + 3 * steps + i]!;
    const vehicles = endUseW[usesAt + 4 * steps + i]!;
    const sun = sunShare * endUseW[usesAt + 5 * steps + i]!;
    netPW[first + i] = perPhase * (space + water + cool + appliances + vehicles - sun);
    netQVar[first + i] =
      perPhase *
      (spaceTan * space +
        waterTan * water +
        coolTan * cool +
        appliancesTan * appliances +
        vehiclesTan * vehicles);
  }
}

/** Adds chargers to a phase, active and reactive. */
function addCharging(
  { out: { netPW, netQVar }, columnSteps: steps }: RowPlace,
  at: number,
  { values, offset }: Column,
  share: number,
  tanPhi: number,
): void {
  for (let i = 0; i < steps; i += 1) {
    const powerW = share * values[offset + i]!;
    netPW[at + i] = netPW[at + i]! + powerW;
    netQVar[at + i] = netQVar[at + i]! + tanPhi * powerW;
  }
}
