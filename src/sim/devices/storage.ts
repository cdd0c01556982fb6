/** Limits of one battery. Charging loses all that the round trip loses, so discharge = what leaves the store. */
export interface StorageParameters {
  readonly capacityJ: number;
  readonly powerW: number;
  /** 0 to 1: energy out per energy in. */
  readonly roundTripEfficiency: number;
}

export interface StorageDispatch {
  /** Non-negative, [step of the chunk]; never both above zero in one step. */
  readonly chargeW: Float64Array;
  readonly dischargeW: Float64Array;
  readonly socEndJ: number;
}

const BISECTIONS = 48;

/** One day as the search sees it. */
interface Day {
  readonly params: StorageParameters;
  readonly loadW: Float64Array;
  /** First element of the day and the element after its last, in `loadW`. */
  readonly from: number;
  readonly to: number;
  readonly stepS: number;
  readonly startJ: number;
}

/**
 * Shaves the peak at a feeder's transformer with perfect foresight of each day (storage.md). The day's limit is the
 * lowest level, not below zero, that the load can be held at; the fill level is the lowest one up to which charging in
 * the day's valley still keeps that limit and ends the day as full as charging at every chance would. Both are found by
 * bisection over the simulated day, which is monotone in either level.
 *
 * `loadW[offset + step]` is the net load without the battery, positive = import; `socJ` the energy stored at the start.
 * Days start at multiples of `stepsPerDay` from `offset`. Pure.
 */
export function dispatchStorage(
  params: StorageParameters,
  loadW: Float64Array,
  offset: number,
  steps: number,
  stepsPerDay: number,
  stepS: number,
  socJ: number,
): StorageDispatch {
  const chargeW = new Float64Array(steps);
  const dischargeW = new Float64Array(steps);
  let storedJ = Math.min(Math.max(socJ, 0), params.capacityJ);
  for (let first = 0; first < steps; first += stepsPerDay) {
    const to = offset + Math.min(first + stepsPerDay, steps);
    const day = { params, loadW, from: offset + first, to, stepS, startJ: storedJ };
    const limitW = lowestLimitW(day);
    const fillW = lowestFillW(day, limitW);
    for (let at = day.from; at < to; at++) {
      const powerW = batteryPowerW(params, loadW[at]!, limitW, fillW, stepS, storedJ);
      if (powerW > 0) chargeW[at - offset] = powerW;
      else dischargeW[at - offset] = Math.abs(powerW);
      storedJ = storedAfterJ(params, powerW, stepS, storedJ);
    }
  }
  return { chargeW, dischargeW, socEndJ: storedJ };
}

/**
 * Holds what a community has left over until it needs it, without foresight (storage.md, eq. 2 and 3 with L = F = 0): `netW` is the sum of
 * its members' net loads, positive = import. Never charged beyond their surplus, nor discharged beyond their demand. Pure.
 */
export function dispatchSurplus(
  params: StorageParameters,
  netW: Float64Array,
  stepS: number,
  socJ: number,
): StorageDispatch {
  const chargeW = new Float64Array(netW.length);
  const dischargeW = new Float64Array(netW.length);
  let storedJ = Math.min(Math.max(socJ, 0), params.capacityJ);
  for (let step = 0; step < netW.length; step++) {
    const powerW = batteryPowerW(params, netW[step]!, 0, 0, stepS, storedJ);
    if (powerW > 0) chargeW[step] = powerW;
    else dischargeW[step] = Math.abs(powerW);
    storedJ = storedAfterJ(params, powerW, stepS, storedJ);
  }
  return { chargeW, dischargeW, socEndJ: storedJ };
}

function lowestLimitW(day: Day): number {
  let heldW = 0;
  for (let at = day.from; at < day.to; at++) heldW = Math.max(heldW, day.loadW[at]!);
  let lostW = Math.max(heldW - day.params.powerW, 0);
  for (let trial = 0; trial < BISECTIONS; trial++) {
    const middleW = 0.5 * (heldW + lostW);
    if (storedAtEndJ(day, middleW, middleW) >= 0) heldW = middleW;
    else lostW = middleW;
  }
  return heldW;
}

function lowestFillW(day: Day, limitW: number): number {
  const wantedJ = storedAtEndJ(day, limitW, limitW) - 1e-9 * day.params.capacityJ;
  let enoughW = limitW;
  let shortW = limitW;
  for (let at = day.from; at < day.to; at++) shortW = Math.min(shortW, day.loadW[at]!);
  for (let trial = 0; trial < BISECTIONS; trial++) {
    const middleW = 0.5 * (enoughW + shortW);
    if (storedAtEndJ(day, limitW, middleW) >= Math.max(wantedJ, 0)) enoughW = middleW;
    else shortW = middleW;
  }
  return enoughW;
}

/** Energy stored at the end of the day, or -1 when the limit is broken on the way. */
function storedAtEndJ(day: Day, limitW: number, fillW: number): number {
  const { params, loadW, stepS } = day;
  let storedJ = day.startJ;
  for (let at = day.from; at < day.to; at++) {
    const load = loadW[at]!;
    if (load - limitW > Math.min(params.powerW, storedJ / stepS)) return -1;
    storedJ = storedAfterJ(
      params,
      batteryPowerW(params, load, limitW, fillW, stepS, storedJ),
      stepS,
      storedJ,
    );
  }
  return storedJ;
}

/** Charge (positive) or discharge (negative) within the limits of power and energy (storage.md, eq. 2 and 3). */
function batteryPowerW(
  params: StorageParameters,
  loadW: number,
  limitW: number,
  fillW: number,
  stepS: number,
  storedJ: number,
): number {
  if (loadW > limitW) return -Math.min(loadW - limitW, params.powerW, storedJ / stepS);
  // A gap in the load (NaN), or a battery that keeps nothing of what it takes, moves nothing.
  if (!(loadW < fillW) || !(params.roundTripEfficiency > 0)) return 0;
  const roomW = (params.capacityJ - storedJ) / (params.roundTripEfficiency * stepS);
  return Math.max(0, Math.min(fillW - loadW, params.powerW, roomW));
}

/** Energy stored after a step (storage.md, eq. 1); rounding never leaves the limits. */
function storedAfterJ(params: StorageParameters, powerW: number, stepS: number, storedJ: number): number {
  const changeJ = powerW > 0 ? params.roundTripEfficiency * powerW * stepS : powerW * stepS;
  return Math.min(Math.max(storedJ + changeJ, 0), params.capacityJ);
}
