import { vehicleOf, type ChargingSession } from '../../../src/sim/devices';
import { column, sumOf } from './fuzz';

export const KWH = 3.6e6;
const DAY = 1440;
export const vehicle = (powerW: number, phases: 1 | 3 = 3) => ({
  ...vehicleOf(3, 'home', 0, false, 3),
  powerW,
  phases,
});
/** A session between hours of the clock; past midnight beyond 24. */
export function session(
  fromHour: number,
  toHour: number,
  kWh: number,
  powerW = 11000,
  day = 1,
): ChargingSession {
  return {
    arrivalMin: day * DAY + 60 * fromHour,
    departureMin: day * DAY + 60 * toHour,
    energyJ: kWh * KWH,
    vehicle: vehicle(powerW),
  };
}

export const energyJ = (power: Float64Array, stepMin = 15): number => sumOf(power) * 60 * stepMin;

/** Columns for chargers to fill. */
export function fresh(count: number) {
  return {
    chargeW: column(count),
    dischargeW: column(count),
    singleChargeW: [column(count), column(count), column(count)],
    singleDischargeW: [column(count), column(count), column(count)],
  };
}
