import type { Stretch } from '../runZone';
import * as header from './header';
import { rowNumbers } from './rowNumbers';
import { MODE_NUMBERS, REFERENCE_DEG_C, SUN_DRIVES } from './types';
import type { ModalBuilding, ModalYear, ModalZone } from './types';

/** Columns that a building brings along; what is absent comes from its schedule and from the shared planes. */
export interface ModalColumns {
  /** [step][SUN_DRIVES] from the stretch's first step on: sun with the building's own shading. */
  readonly sun?: Stretch;
  readonly appliancesW?: Stretch;
}

/** Where results go: powers of the plant over each step, W, and the air temperature at its end. */
export interface ModalResults {
  readonly heatW: Stretch;
  readonly coolW: Stretch;
  /** Less the reference. */
  readonly tempK?: Stretch;
}

/** Numbers of a zone's state: its modes, then the convective and radiative power of the step before. */
export function stateSize(zone: ModalZone): number {
  return zone.modeCount + 2;
}

/** The state in which every node has the same temperature. */
export function uniformState(zone: ModalZone, tempDegC: number): Float64Array {
  const state = new Float64Array(stateSize(zone));
  for (let mode = 0; mode < zone.modeCount; mode += 1)
    state[mode] = zone.uniform[mode]! * (tempDegC - REFERENCE_DEG_C) - zone.shiftK[mode]!;
  return state;
}

/** (10) Sun on roofs and walls, through and into the panes: [step][SUN_DRIVES] of steps from fromStep on. */
export function fillSunDrives(
  year: ModalYear,
  { sun }: ModalBuilding,
  fromStep: number,
  steps: number,
  { values, at }: Stretch,
): void {
  const pairs = [
    [year.roofWPerM2, sun.roof],
    [year.wallWPerM2, sun.wall],
    [year.transmittedWPerM2, sun.transmittedM2],
    [year.paneWPerM2, sun.paneM2],
  ] as const;
  pairs.forEach(([planes, weights], drive) => {
    for (let i = 0; i < steps; i += 1) values[at + i * SUN_DRIVES + drive] = 0;
    planes.forEach((plane, p) => {
      const weight = weights[p]!;
      for (let i = 0; i < steps; i += 1)
        values[at + i * SUN_DRIVES + drive]! += weight * plane[fromStep + i]!;
    });
  });
}

/**
 * The modal zone over a stretch of steps: eq. 9 to 13, in the kernel's order of operations, so that it gives the same bits
 * as the kernel in double precision. `state` is changed in place; the year may be cut anywhere.
 */
export function runModal(
  building: ModalBuilding,
  year: ModalYear,
  state: Float64Array,
  fromStep: number,
  steps: number,
  columns: ModalColumns,
  results: ModalResults,
): void {
  const { values: sun, at: sunAt } = columns.sun ?? { values: new Float64Array(steps * SUN_DRIVES), at: 0 };
  if (!columns.sun) fillSunDrives(year, building, fromStep, steps, { values: sun, at: sunAt });
  const { zone, schedule } = building;
  const { modeCount, modes, direct } = zone;
  const row = rowNumbers(building);
  const step = new Float64Array(5);
  let air = state[modeCount]!;
  let radiant = state[modeCount + 1]!;
  for (let i = 0; i < steps; i += 1) {
    const outdoor = year.outdoorDegC[fromStep + i]! - REFERENCE_DEG_C;
    const sky = year.skyDegC[fromStep + i]! - REFERENCE_DEG_C;
    const s = sunAt + i * SUN_DRIVES;
    const roof = sun[s]!;
    const wall = sun[s + 1]!;
    const transmitted = sun[s + 2]!;
    const pane = sun[s + 3]!;
    let even = 0;
    let odd = 0;
    for (let mode = 0, at = 0; mode < modeCount; mode += 1, at += MODE_NUMBERS) {
      let next = modes[at]! * state[mode]! + modes[at + 1]! * outdoor + modes[at + 2]! * sky;
      next += modes[at + 3]! * roof;
      next += modes[at + 4]! * wall;
      next += modes[at + 5]! * transmitted;
      next += modes[at + 6]! * pane;
      if ((mode & 1) === 0) even += next;
      else odd += next;
      state[mode] = next + modes[at + 7]! * air + modes[at + 8]! * radiant; // (9)
    }
    let follows = zone.restK + direct[0]! * outdoor + direct[1]! * sky;
    follows += direct[2]! * roof;
    follows += direct[3]! * wall;
    follows += direct[4]! * transmitted;
    follows += direct[5]! * pane;
    const free = even + odd + follows + zone.airLaterKPerW * air + zone.radiantLaterKPerW * radiant;

    const place = year.tableAt[fromStep + i]!;
    const appliancesW = columns.appliancesW
      ? columns.appliancesW.values[columns.appliancesW.at + i]!
      : building.applianceW * schedule.applianceShare[place]!;
    const gainsW = appliancesW + building.personW * schedule.personShare[place]!;
    const exchangeWPerK = building.infiltrationWPerK + building.ventilationWPerK * schedule.airShare[place]!;
    const heatToK = schedule.heatToDegC[place]! - REFERENCE_DEG_C;
    const coolToK = schedule.coolToDegC[place]! - REFERENCE_DEG_C;
    balance(row, free, outdoor, gainsW, exchangeWPerK, heatToK, coolToK, step);
    results.heatW.values[results.heatW.at + i] = step[HEAT]!;
    results.coolW.values[results.coolW.at + i] = step[COOL]!;
    if (results.tempK) results.tempK.values[results.tempK.at + i] = step[TEMP]!;
    air = step[AIR]!;
    radiant = step[RADIANT]!;
  }
  state[modeCount] = air;
  state[modeCount + 1] = radiant;
}

/** Places in the result of a step's balance: powers of the plant, W; temperature; powers at the air and the surfaces, W. */
const HEAT = 0;
const COOL = 1;
const TEMP = 2;
const AIR = 3;
const RADIANT = 4;

/** Taken out of the namespace once: the loop below reads them at every step. */
const { AIR_GAIN, RADIANT_GAIN, RADIATIVE_SHARE } = header;
const { HEATING_GAIN, HEATING_PER_K, HEATING_CAPACITY, HEATING_CONVECTIVE, HEATING_RADIATIVE } = header;
const { COOLING_GAIN, COOLING_PER_K, COOLING_CAPACITY, COOLING_CONVECTIVE, COOLING_RADIATIVE } = header;

/** The air at the end of a step: free, with gains and air exchange, then with the plant's power. */
function balance(
  row: Float64Array,
  free: number,
  outdoor: number,
  gainsW: number,
  exchangeWPerK: number,
  heatToK: number,
  coolToK: number,
  step: Float64Array,
): void {
  const radiation = gainsW * row[RADIATIVE_SHARE]!;
  const convection = gainsW - radiation + exchangeWPerK * outdoor;
  const held = 1 + row[AIR_GAIN]! * exchangeWPerK;
  const y = free + row[RADIANT_GAIN]! * radiation + row[AIR_GAIN]! * convection; // (11)
  const heat = within((heatToK * held - y) * row[HEATING_PER_K]!, row[HEATING_CAPACITY]!);
  const cool = within((y - coolToK * held) * row[COOLING_PER_K]!, row[COOLING_CAPACITY]!); // (12)
  const temp = (y + row[HEATING_GAIN]! * heat - row[COOLING_GAIN]! * cool) * (1 / held);
  step[HEAT] = heat;
  step[COOL] = cool;
  step[TEMP] = temp;
  // (13)
  step[AIR] =
    convection + row[HEATING_CONVECTIVE]! * heat - row[COOLING_CONVECTIVE]! * cool - exchangeWPerK * temp;
  step[RADIANT] = radiation + row[HEATING_RADIATIVE]! * heat - row[COOLING_RADIATIVE]! * cool;
}

/** Between nothing and the capacity. */
function within(powerW: number, capacityW: number): number {
  const wanted = 0 < powerW ? powerW : 0;
  return capacityW < wanted ? capacityW : wanted;
}
