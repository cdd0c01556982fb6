import type { DailyHours, HotWaterTank as GivenTank } from '../../model/building';
import { exp, pow } from '../numeric/elementary';
import { MINUTES_PER_DAY, positiveOr0, type Column, type Steps } from './column';

/** A tank at one temperature throughout, ready to be stepped. */
export interface HotWaterTank {
  readonly heatCapacityJPerK: number;
  readonly lossWPerK: number;
  readonly chargingW: number;
  /** The thermostat charges to it. */
  readonly setDegC: number;
  /** Below it any tank is charged: the thermostat to its set-point, the others just enough. */
  readonly onDegC: number;
  /** A draw takes nothing cooler. */
  readonly usefulDegC: number;
  /** What off-peak hours and surplus charge to: the room for flexibility lies between it and `onDegC`. */
  readonly maxDegC: number;
  readonly roomDegC: number;
  readonly control: GivenTank['control'];
  readonly offPeak: DailyHours;
}

/** Water: 4,186 J/(kg K), 1,000 kg/m3. */
const WATER_J_PER_M3_K = 4.186e6;
/** Engineering values (unknown_untraceable), but for the room's 20 degC, at which standing losses are declared. */
export const TANK_DEGC = { set: 55, on: 48, flexibleOn: 45, useful: 42, max: 65, room: 20 } as const;
/** 20 W of heater or heat pump a litre: an engineering value (unknown_untraceable). */
export const TANK_CHARGING_W_PER_M3 = 20000;
/** When an off-peak tank may be charged: an engineering value (unknown_untraceable). */
export const OFF_PEAK_HOURS: DailyHours = { fromHour: 22, toHour: 6 };
/** Temperature over the room at which standing losses are declared: Regulation (EU) 812/2013, annex VIII. */
const DECLARED_AT_K = 45;

/**
 * Standing loss per kelvin of a tank that just meets the ecodesign requirement, S = 16.66 + 8.33 V^0.4 W with V in
 * litres at 45 K: Regulation (EU) 814/2013, annex II. devicesWithState.md, eq. 12.
 */
export function ecodesignLossWPerK(volumeM3: number): number {
  return volumeM3 > 0 ? (16.66 + 8.33 * pow(1000 * volumeM3, 0.4)) / DECLARED_AT_K : 0;
}

export function hotWaterTankOf(given: GivenTank): HotWaterTank {
  const volumeM3 = positiveOr0(given.volumeM3);
  return {
    heatCapacityJPerK: WATER_J_PER_M3_K * volumeM3,
    lossWPerK: positiveOr0(given.lossWPerK ?? ecodesignLossWPerK(volumeM3)),
    chargingW: positiveOr0(given.chargingW ?? TANK_CHARGING_W_PER_M3 * volumeM3),
    setDegC: TANK_DEGC.set,
    onDegC: given.control === 'thermostat' ? TANK_DEGC.on : TANK_DEGC.flexibleOn,
    usefulDegC: TANK_DEGC.useful,
    maxDegC: TANK_DEGC.max,
    roomDegC: TANK_DEGC.room,
    control: given.control,
    offPeak: given.offPeakHours ?? OFF_PEAK_HOURS,
  };
}

const finiteOr0 = (value: number): number => (value > 0 && value < Infinity ? value : 0);

export interface TankState {
  readonly waterDegC: number;
  /** Charging towards the set-point since the water fell to `onDegC`. */
  readonly charging: boolean;
}

export function firstTankState(tank: HotWaterTank): TankState {
  return { waterDegC: tank.setDegC, charging: false };
}

/** What a tank reads and fills, W of heat. */
export interface TankColumns {
  /** Heat drawn as hot water; a gap counts as none. */
  readonly drawW: Column;
  /** Heat that surplus generation could make; read by `photovoltaicSurplus` only. */
  readonly surplusHeatW?: Column;
  /** Filled: charged, delivered of what was drawn (the rest is cold), lost to the room (negative in a hot room). */
  readonly heatW: Column;
  readonly deliveredW: Column;
  readonly lossW: Column;
}

export function isWithinHours(minuteOfDay: number, { fromHour, toHour }: DailyHours): boolean {
  const [fromMin, toMin] = [60 * fromHour, 60 * toHour];
  if (fromMin === toMin) return false;
  return fromMin < toMin
    ? minuteOfDay >= fromMin && minuteOfDay < toMin
    : minuteOfDay >= fromMin || minuteOfDay < toMin;
}

/** Temperature that a step charges to at most without surplus; NaN for not at all. */
function goalDegC(tank: HotWaterTank, charging: boolean, isOffPeak: boolean): number {
  if (tank.control === 'offPeak' && isOffPeak) return tank.maxDegC;
  return charging ? comfortDegC(tank) : NaN;
}

/** A tank that waits for a better hour is only kept from running cold until then. */
function comfortDegC(tank: HotWaterTank): number {
  return tank.control === 'thermostat' ? tank.setDegC : tank.onDegC;
}

/**
 * Runs a tank over some steps. Within a step heat and draw are constant and the water follows
 * C dT/dt = heat - delivered - UA (T - T_room) exactly. Charging never lifts the water above its goal, a draw never
 * lowers it below what is useful. Causal, so any cut gives the same bits. devicesWithState.md, eq. 11 to 13.
 */
export function runHotWaterTank(
  tank: HotWaterTank,
  state: TankState,
  steps: Steps,
  columns: TankColumns,
): TankState {
  const { heatCapacityJPerK, lossWPerK, chargingW, onDegC, usefulDegC, maxDegC, roomDegC } = tank;
  const { drawW, surplusHeatW, heatW, deliveredW, lossW } = columns;
  const stepS = 60 * steps.stepMin;
  const kept = heatCapacityJPerK > 0 ? exp((-lossWPerK * stepS) / heatCapacityJPerK) : 0;
  // Kelvins a watt over the step: (1 - kept) / UA, in the limit of no loss dt / C.
  const perW = kept < 1 && lossWPerK > 0 ? (1 - kept) / lossWPerK : stepS / heatCapacityJPerK;
  let waterDegC = state.waterDegC;
  let charging = state.charging;
  for (let i = 0; i < steps.toStep - steps.fromStep; i += 1) {
    heatW.values[heatW.offset + i] = 0;
    deliveredW.values[deliveredW.offset + i] = 0;
    lossW.values[lossW.offset + i] = 0;
    if (!(heatCapacityJPerK > 0)) continue;
    const minuteOfDay = ((steps.fromStep + i) * steps.stepMin) % MINUTES_PER_DAY;
    const drawn = finiteOr0(drawW.values[drawW.offset + i]!);
    const idleDegC = roomDegC + kept * (waterDegC - roomDegC);
    if (waterDegC <= onDegC || idleDegC - perW * drawn <= onDegC) charging = true;
    const goal = goalDegC(tank, charging, isWithinHours(minuteOfDay, tank.offPeak));
    let heat = Number.isNaN(goal) ? 0 : Math.min(chargingW, (goal - idleDegC) / perW + drawn);
    if (tank.control === 'photovoltaicSurplus' && surplusHeatW) {
      const surplus = finiteOr0(surplusHeatW.values[surplusHeatW.offset + i]!);
      heat = Math.max(heat, Math.min(surplus, chargingW, (maxDegC - idleDegC) / perW + drawn));
    }
    heat = Math.max(0, heat);
    const delivered = Math.max(0, Math.min(drawn, heat + (idleDegC - usefulDegC) / perW));
    const afterDegC = idleDegC + perW * (heat - delivered);
    if (afterDegC >= comfortDegC(tank) - 1e-9) charging = false;
    heatW.values[heatW.offset + i] = heat;
    deliveredW.values[deliveredW.offset + i] = delivered;
    lossW.values[lossW.offset + i] = heat - delivered - (heatCapacityJPerK * (afterDegC - waterDegC)) / stepS;
    waterDegC = afterDegC;
  }
  return { waterDegC, charging };
}
