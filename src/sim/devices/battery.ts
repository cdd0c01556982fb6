import type { BatteryControl, HomeBattery } from '../../model/building';
import { wantedBatteryW } from './batteryControl';
import { fadeOfDayJ, REOPT_FADE, type BatteryFade } from './batteryFade';
import { MINUTES_PER_DAY, positiveOr0, shareOr, type Column, type Steps } from './column';

/** A battery at a building's terminals, every parameter within its range. */
export interface Battery {
  readonly capacityJ: number;
  /** Largest charge and discharge at the terminals. */
  readonly powerW: number;
  readonly chargeEfficiency: number;
  readonly dischargeEfficiency: number;
  /** Of what the capacity is today. */
  readonly minStoredShare: number;
  readonly maxStoredShare: number;
  readonly chargesFromGrid: boolean;
  readonly dischargesIntoGrid: boolean;
  readonly fade: BatteryFade;
  readonly control: BatteryControl;
}

/**
 * REopt's defaults (REopt.jl 029db01d, electric_storage.jl): rectifier and inverter 0.96, internal 0.975 shared between
 * the two ways, least charge 20 %, half full at first, charged from the grid, nothing discharged into it.
 */
export const BATTERY_DEFAULTS = {
  chargeEfficiency: 0.96 * Math.sqrt(0.975),
  dischargeEfficiency: 0.96 * Math.sqrt(0.975),
  minStoredShare: 0.2,
  maxStoredShare: 1,
  firstStoredShare: 0.5,
  chargesFromGrid: true,
  dischargesIntoGrid: false,
} as const;

/** A building's battery with defaults for what it leaves open. Parameters without sense make a battery of no power. */
export function batteryOf(given: HomeBattery, fade: BatteryFade = REOPT_FADE): Battery {
  const chargeEfficiency = shareOr(given.chargeEfficiency ?? BATTERY_DEFAULTS.chargeEfficiency, 0);
  const dischargeEfficiency = shareOr(given.dischargeEfficiency ?? BATTERY_DEFAULTS.dischargeEfficiency, 0);
  const works = chargeEfficiency > 0 && dischargeEfficiency > 0;
  const maxStoredShare = shareOr(given.maxStoredShare ?? BATTERY_DEFAULTS.maxStoredShare, 1);
  return {
    capacityJ: positiveOr0(given.capacityJ),
    powerW: works ? positiveOr0(given.powerW) : 0,
    chargeEfficiency,
    dischargeEfficiency,
    minStoredShare: Math.min(
      shareOr(given.minStoredShare ?? BATTERY_DEFAULTS.minStoredShare, 0),
      maxStoredShare,
    ),
    maxStoredShare,
    chargesFromGrid: given.chargesFromGrid ?? BATTERY_DEFAULTS.chargesFromGrid,
    dischargesIntoGrid: given.dischargesIntoGrid ?? BATTERY_DEFAULTS.dischargesIntoGrid,
    fade,
    control: given.control,
  };
}

/** All that a battery carries from one stretch of steps to the next. */
export interface BatteryState {
  readonly storedJ: number;
  /** What is left of the capacity. */
  readonly capacityJ: number;
  readonly ageDays: number;
  /** Day of the year of the last step; -1 before the first. */
  readonly day: number;
  /** Of that day so far: sum of the stored energy over its steps, their number, charged and discharged energy. */
  readonly storedSumJ: number;
  readonly stepsOfDay: number;
  readonly movedJ: number;
  /** Heat since the start: conversion both ways, and what no longer finds room in a faded battery. */
  readonly lossJ: number;
}

/** The state before the first step; `storedShare` is held within the battery's limits. */
export function firstBatteryState(
  battery: Battery,
  storedShare: number = BATTERY_DEFAULTS.firstStoredShare,
  ageDays = 0,
): BatteryState {
  const share = Math.min(Math.max(shareOr(storedShare, 0), battery.minStoredShare), battery.maxStoredShare);
  const { capacityJ } = battery;
  const empty = { day: -1, storedSumJ: 0, stepsOfDay: 0, movedJ: 0, lossJ: 0 };
  return { storedJ: share * capacityJ, capacityJ, ageDays: positiveOr0(ageDays), ...empty };
}

/** What a battery reads and what it fills. */
export interface BatteryColumns {
  /** Load less generation without the battery, W, positive = import. A gap (NaN) leaves the battery idle. */
  readonly netW: Column;
  /** Filled, W at the terminals, non-negative, never both in one step. */
  readonly chargeW: Column;
  readonly dischargeW: Column;
}

type Working = { -readonly [Key in keyof BatteryState]: BatteryState[Key] };

/** Midnight: yesterday's fade, and what the smaller battery cannot hold any more becomes heat. */
function startDay(battery: Battery, state: Working, day: number): void {
  if (state.day >= 0) {
    state.ageDays += 1;
    const meanJ = state.stepsOfDay > 0 ? state.storedSumJ / state.stepsOfDay : 0;
    const fadedJ = fadeOfDayJ(battery.fade, state.ageDays + 1, meanJ, state.movedJ);
    state.capacityJ = Math.max(0, state.capacityJ - fadedJ);
    const mostJ = battery.maxStoredShare * state.capacityJ;
    if (state.storedJ > mostJ) {
      state.lossJ += state.storedJ - mostJ;
      state.storedJ = mostJ;
    }
  }
  state.day = day;
  state.storedSumJ = 0;
  state.stepsOfDay = 0;
  state.movedJ = 0;
}

/**
 * Runs a battery over some steps and returns its state after them. Causal: a step sees its own net power, the clock and the
 * state, nothing later, so any cut of the year gives the same bits. devicesWithState.md, eq. 1 to 6. Pure but for
 * the two columns that it fills.
 */
export function runBattery(
  battery: Battery,
  state: BatteryState,
  steps: Steps,
  columns: BatteryColumns,
): BatteryState {
  const { fromStep, toStep, stepMin } = steps;
  const { netW, chargeW, dischargeW } = columns;
  const { powerW, chargeEfficiency, dischargeEfficiency, minStoredShare, maxStoredShare } = battery;
  const stepS = 60 * stepMin;
  const after: Working = { ...state };
  for (let step = fromStep; step < toStep; step += 1) {
    const at = step - fromStep;
    const day = Math.floor((step * stepMin) / MINUTES_PER_DAY);
    if (day !== after.day) startDay(battery, after, day);
    const net = netW.values[netW.offset + at]!;
    let charge = 0;
    let discharge = 0;
    if (powerW > 0 && Number.isFinite(net)) {
      const minuteOfDay = step * stepMin - MINUTES_PER_DAY * day;
      const wanted = wantedBatteryW(battery.control, net, minuteOfDay, powerW);
      if (wanted > 0) {
        const room = (maxStoredShare * after.capacityJ - after.storedJ) / (chargeEfficiency * stepS);
        const source = battery.chargesFromGrid ? wanted : Math.max(0, -net);
        charge = Math.max(0, Math.min(wanted, source, powerW, room));
      } else if (wanted < 0) {
        const left = ((after.storedJ - minStoredShare * after.capacityJ) * dischargeEfficiency) / stepS;
        const sink = battery.dischargesIntoGrid ? -wanted : Math.max(0, net);
        discharge = Math.max(0, Math.min(-wanted, sink, powerW, left));
      }
    }
    const gained = chargeEfficiency * charge * stepS;
    const taken = discharge > 0 ? (discharge * stepS) / dischargeEfficiency : 0;
    after.storedJ = Math.max(0, after.storedJ + gained - taken);
    if (gained > 0) after.storedJ = Math.min(after.storedJ, maxStoredShare * after.capacityJ);
    after.lossJ += charge * stepS - gained + (taken - discharge * stepS);
    after.storedSumJ += after.storedJ;
    after.stepsOfDay += 1;
    after.movedJ += (charge + discharge) * stepS;
    chargeW.values[chargeW.offset + at] = charge;
    dischargeW.values[dischargeW.offset + at] = discharge;
  }
  return after;
}
