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

const NO_STRETCH: Stretch = { values: new Float64Array(0), at: 0 };

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
  const { modeCount } = zone;
  const { outdoorDegC, skyDegC, tableAt } = year;
  const { personShare, applianceShare, airShare, heatToDegC, coolToDegC } = schedule;
  const { personW, applianceW, infiltrationWPerK, ventilationWPerK } = building;
  const { values: appliances, at: appliancesAt } = columns.appliancesW ?? NO_STRETCH;
  const { values: heat, at: heatAt } = results.heatW;
  const { values: cool, at: coolAt } = results.coolW;
  const { values: temp, at: tempAt } = results.tempK ?? NO_STRETCH;
  const row = rowNumbers(building);
  const step = new Float64Array(STEP_NUMBERS);
  step[AIR] = state[modeCount]!;
  step[RADIANT] = state[modeCount + 1]!;
  for (let i = 0; i < steps; i += 1) {
    const at = fromStep + i;
    step[OUTDOOR] = outdoorDegC[at]! - REFERENCE_DEG_C;
    step[SKY] = skyDegC[at]! - REFERENCE_DEG_C;
    marchModes(zone, state, sun, sunAt + i * SUN_DRIVES, step);
    const place = tableAt[at]!;
    const appliance = columns.appliancesW
      ? appliances[appliancesAt + i]!
      : applianceW * applianceShare[place]!;
    step[GAINS] = appliance + personW * personShare[place]!;
    step[EXCHANGE] = infiltrationWPerK + ventilationWPerK * airShare[place]!;
    step[HEAT_TO] = heatToDegC[place]! - REFERENCE_DEG_C;
    step[COOL_TO] = coolToDegC[place]! - REFERENCE_DEG_C;
    balance(row, step);
    heat[heatAt + i] = step[HEAT]!;
    cool[coolAt + i] = step[COOL]!;
    if (results.tempK) temp[tempAt + i] = step[TEMP]!;
  }
  state[modeCount] = step[AIR]!;
  state[modeCount + 1] = step[RADIANT]!;
}

/**
 * Numbers of a step: what drives it, the air without gains and plant, and what its balance gives: powers of the plant, W;
 * temperature; powers at the air and the surfaces, W. An array, since numbers handed from function to function are boxed.
 */
const OUTDOOR = 0;
const SKY = 1;
const FREE = 2;
const GAINS = 3;
const EXCHANGE = 4;
const HEAT_TO = 5;
const COOL_TO = 6;
const HEAT = 7;
const COOL = 8;
const TEMP = 9;
const AIR = 10;
const RADIANT = 11;
const STEP_NUMBERS = 12;

/**
 * (9) Moves the modes on by a step and leaves the air without gains and plant, FREE. Two modes at a time, as in the kernel;
 * by night without the sun's four columns, which would add zeros.
 */
function marchModes(
  zone: ModalZone,
  state: Float64Array,
  sun: Float64Array,
  sunAt: number,
  step: Float64Array,
): void {
  const { modeCount, modes, direct } = zone;
  const [outdoor, sky, air, radiant] = [step[OUTDOOR]!, step[SKY]!, step[AIR]!, step[RADIANT]!];
  const [roof, wall] = [sun[sunAt]!, sun[sunAt + 1]!];
  const [transmitted, pane] = [sun[sunAt + 2]!, sun[sunAt + 3]!];
  const night = roof === 0 && wall === 0 && transmitted === 0 && pane === 0;
  let even = 0;
  let odd = 0;
  let at = 0;
  for (let mode = 0; mode < modeCount; mode += 2) {
    let a = modes[at]! * state[mode]! + modes[at + 1]! * outdoor + modes[at + 2]! * sky;
    if (!night) {
      a += modes[at + 3]! * roof;
      a += modes[at + 4]! * wall;
      a += modes[at + 5]! * transmitted;
      a += modes[at + 6]! * pane;
    }
    even += a;
    state[mode] = a + modes[at + 7]! * air + modes[at + 8]! * radiant;
    at += MODE_NUMBERS;
    if (mode + 1 === modeCount) break;
    let b = modes[at]! * state[mode + 1]! + modes[at + 1]! * outdoor + modes[at + 2]! * sky;
    if (!night) {
      b += modes[at + 3]! * roof;
      b += modes[at + 4]! * wall;
      b += modes[at + 5]! * transmitted;
      b += modes[at + 6]! * pane;
    }
    odd += b;
    state[mode + 1] = b + modes[at + 7]! * air + modes[at + 8]! * radiant;
    at += MODE_NUMBERS;
  }
  let follows = zone.restK + direct[0]! * outdoor + direct[1]! * sky;
  if (!night) {
    follows += direct[2]! * roof;
    follows += direct[3]! * wall;
    follows += direct[4]! * transmitted;
    follows += direct[5]! * pane;
  }
  step[FREE] = even + odd + follows + zone.airLaterKPerW * air + zone.radiantLaterKPerW * radiant;
}

/** Taken out of the namespace once: the loop below reads them at every step. */
const { AIR_GAIN, RADIANT_GAIN, RADIATIVE_SHARE } = header;
const { HEATING_GAIN, HEATING_PER_K, HEATING_CAPACITY, HEATING_CONVECTIVE, HEATING_RADIATIVE } = header;
const { COOLING_GAIN, COOLING_PER_K, COOLING_CAPACITY, COOLING_CONVECTIVE, COOLING_RADIATIVE } = header;

/** The air at the end of a step: free, with gains and air exchange, then with the plant's power. */
function balance(row: Float64Array, step: Float64Array): void {
  const gainsW = step[GAINS]!;
  const exchangeWPerK = step[EXCHANGE]!;
  const radiation = gainsW * row[RADIATIVE_SHARE]!;
  const convection = gainsW - radiation + exchangeWPerK * step[OUTDOOR]!;
  const held = 1 + row[AIR_GAIN]! * exchangeWPerK;
  const y = step[FREE]! + row[RADIANT_GAIN]! * radiation + row[AIR_GAIN]! * convection; // (11)
  const heat = within((step[HEAT_TO]! * held - y) * row[HEATING_PER_K]!, row[HEATING_CAPACITY]!);
  const cool = within((y - step[COOL_TO]! * held) * row[COOLING_PER_K]!, row[COOLING_CAPACITY]!); // (12)
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
