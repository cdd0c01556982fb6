import { DRIVE_COUNT, MODE_NUMBERS, REFERENCE_DEG_C, type ModalZone } from './modal';

/** Numbers of a mode, see `ModalZone.modes`. */
const AIR = 1 + DRIVE_COUNT;
const RADIANT = AIR + 1;

/** What the air of a zone settles at: K per unit of each drive and per watt. */
export interface SteadyZone {
  readonly zone: ModalZone;
  /** [drive] */
  readonly drives: Float64Array;
  readonly airKPerW: number;
  readonly radiantKPerW: number;
}

/** Sums of the modal zone's geometric series (README eq. 12): what repeating the same step for ever leads to. */
export function steadyZoneOf(zone: ModalZone): SteadyZone {
  const drives = Float64Array.from(zone.direct);
  let { airKPerW, radiantKPerW } = zone;
  for (let mode = 0; mode < zone.modeCount; mode += 1) {
    const at = mode * MODE_NUMBERS;
    const rest = 1 - zone.modes[at]!;
    for (let drive = 0; drive < DRIVE_COUNT; drive += 1) {
      drives[drive] = drives[drive]! + zone.modes[at + 1 + drive]! / rest;
    }
    airKPerW += zone.modes[at + AIR]! / rest;
    radiantKPerW += zone.modes[at + RADIANT]! / rest;
  }
  return { zone, drives, airKPerW, radiantKPerW };
}

/** Steady surroundings without sun. */
export interface SteadyWeather {
  /** What the zone's constants are multiplied by: ground above the reference where they are those of one kelvin. */
  readonly groundK: number;
  readonly outdoorDegC: number;
  readonly skyDegC: number;
  /** Air exchange with outdoors, W/K. */
  readonly exchangeWPerK: number;
}

/** Convective and radiative power, W, of a plant that holds the air at a temperature. */
export interface SteadyPower {
  readonly heatW: number;
  readonly airW: number;
  readonly radiantW: number;
}

/** Air temperature without gains, air exchange and plant, less the reference. */
function freeK({ zone, drives }: SteadyZone, { groundK, outdoorDegC, skyDegC }: SteadyWeather): number {
  return (
    zone.restK * groundK +
    drives[0]! * (outdoorDegC - REFERENCE_DEG_C) +
    drives[1]! * (skyDegC - REFERENCE_DEG_C)
  );
}

/**
 * Power that holds `airDegC` in steady weather, at least 0: Q = ((1 + R_a H) T - T_free - R_a H T_out) / R_h with R_h the
 * air's answer to the plant's watt. README eq. 12 and 13.
 */
export function holdingPower(
  steady: SteadyZone,
  weather: SteadyWeather,
  airDegC: number,
  convectiveShare: number,
): SteadyPower {
  const { airKPerW, radiantKPerW } = steady;
  const { exchangeWPerK } = weather;
  const wanted = airDegC - REFERENCE_DEG_C;
  const outdoor = weather.outdoorDegC - REFERENCE_DEG_C;
  const held = 1 + airKPerW * exchangeWPerK;
  const withAir = freeK(steady, weather) + airKPerW * exchangeWPerK * outdoor;
  const perW = convectiveShare * airKPerW + (1 - convectiveShare) * radiantKPerW;
  const heatW = Math.max(0, (held * wanted - withAir) / perW);
  const reachedK = (withAir + perW * heatW) / held;
  return {
    heatW,
    airW: convectiveShare * heatW + exchangeWPerK * (outdoor - reachedK),
    radiantW: (1 - convectiveShare) * heatW,
  };
}

/** The zone's state after steady weather with this power, as `runModal` takes it. */
export function steadyState(
  { zone }: SteadyZone,
  { outdoorDegC, skyDegC }: SteadyWeather,
  { airW, radiantW }: SteadyPower,
): Float64Array {
  const state = new Float64Array(zone.modeCount + 2);
  for (let mode = 0; mode < zone.modeCount; mode += 1) {
    const at = mode * MODE_NUMBERS;
    state[mode] =
      (zone.modes[at + 1]! * (outdoorDegC - REFERENCE_DEG_C) +
        zone.modes[at + 2]! * (skyDegC - REFERENCE_DEG_C) +
        zone.modes[at + AIR]! * airW +
        zone.modes[at + RADIANT]! * radiantW) /
      (1 - zone.modes[at]!);
  }
  state[zone.modeCount] = airW;
  state[zone.modeCount + 1] = radiantW;
  return state;
}
