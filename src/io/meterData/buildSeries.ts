import type { IssueLog } from '../issueLog';
import type { ChannelDetection } from './detection';
import { KEPT_LARGEST, type MeterChannel, type MeterSeries, type PlacedReading } from './meterSeries';
import { type Grid, gridOf, placeReadings } from './placeReadings';
import type { Reading } from './reading';
import { registerDifferences } from './registers';
import { tidyReadings } from './tidyReadings';
import type { ZoneClock } from './zone';

export interface ChannelReadings {
  readonly detection: ChannelDetection;
  readonly readings: readonly Reading[];
}

/** Mean powers of one meter beyond this are taken for a wrong unit: 100 MW. */
const LARGEST_W = 1e8;
/** The largest value of a file below this too: less than a clock draws. */
const SMALLEST_W = 0.1;

/** From readings at known instants to channels on one grid; null when none is left. */
export function buildSeries(
  channels: readonly ChannelReadings[],
  intervalS: number,
  clock: ZoneClock,
  log: IssueLog,
): { series: MeterSeries; used: number } | null {
  const powers = channels.map(({ detection, readings }) => {
    const signed = withSign(detection, readings, log);
    const tidy = tidyReadings(signed, intervalS, clock, log);
    if (detection.quantity.value !== 'register') return tidy;
    // Undecided directions come to nothing before this; `kindOf` takes them for net as well.
    return registerDifferences(tidy, detection.direction.value ?? 'net', intervalS, clock, log);
  });
  const grid = gridOf(powers, intervalS);
  if (grid.steps === 0) return null;
  const placed = powers.map((readings) => placeReadings(readings, grid, clock, log));
  const made = channels.map(({ detection }, index): MeterChannel => ({
    direction: kindOf(detection),
    name: detection.column,
    pW: placed[index]!,
    largest: largestOf(powers[index]!, placed[index]!, grid),
  }));
  for (const channel of made) reportSize(channel, log);
  const used = powers.map((readings, index) => countUsed(readings, placed[index]!, grid));
  return {
    series: { startS: grid.startS, stepS: grid.stepS, meteredStepS: intervalS, clock, channels: made },
    used: Math.max(...used),
  };
}

export function kindOf({ direction }: ChannelDetection): MeterChannel['direction'] {
  return direction.value === 'export' || direction.value === 'import' ? direction.value : 'net';
}

/** Export-positive balances turned round; negative values in a one-way flow left out by name. */
export function withSign(
  { direction, quantity }: ChannelDetection,
  readings: readonly Reading[],
  log: IssueLog,
): readonly Reading[] {
  if (direction.value === 'net') return readings;
  if (direction.value === 'net-export-positive') {
    return readings.map((reading) => ({ ...reading, value: -reading.value }));
  }
  if (quantity.value === 'register') return readings;
  return readings.map((reading) => {
    if (!(reading.value < 0)) return reading;
    log.warning({
      code: 'meter-negative',
      where: reading.where,
      field: 'value',
      value: reading.text,
      message: `A meter of ${direction.value} does not count below zero; the value is left out.`,
      remedy:
        'If the column is the balance of import and export, state the direction net or net-export-positive.',
    });
    return { ...reading, value: NaN };
  });
}

export function reportSize({ pW, name }: Pick<MeterChannel, 'pW' | 'name'>, log: IssueLog): void {
  let largest = 0;
  for (const value of pW) if (Math.abs(value) > largest) largest = Math.abs(value);
  if (largest === 0 || (largest <= LARGEST_W && largest >= SMALLEST_W)) return;
  log.warning({
    code: 'meter-implausible',
    where: `column "${name}"`,
    field: 'unit',
    value: `${Number(largest.toPrecision(3))} W`,
    message:
      'The largest mean power is not that of a building or a street: the unit is probably another one.',
    remedy: 'Check the unit and the interval, and state them.',
  });
}

function largestOf(readings: readonly Reading[], pW: Float64Array, { startS, stepS }: Grid): PlacedReading[] {
  const sizes = Float64Array.from(readings, ({ value }) =>
    Number.isNaN(value) ? 0 : Math.abs(value),
  ).sort();
  const least = sizes[Math.max(0, sizes.length - KEPT_LARGEST)] ?? 0;
  return readings
    .filter(({ value }) => Math.abs(value) >= least)
    .map(({ where, startS: fromS, durationS, value }): PlacedReading => ({
      ...{ where, pW: value },
      ...{ step: (fromS - startS) / stepS, steps: Math.max(1, Math.round(durationS / stepS)) },
    }))
    .filter(({ step, pW: value }) => Number.isInteger(step) && pW[step] === value)
    .sort((a, b) => Math.abs(b.pW) - Math.abs(a.pW) || a.step - b.step)
    .slice(0, KEPT_LARGEST);
}

function countUsed(readings: readonly Reading[], pW: Float64Array, { startS, stepS }: Grid): number {
  return readings.filter(
    (reading) =>
      (reading.startS - startS) % stepS === 0 && !Number.isNaN(pW[(reading.startS - startS) / stepS] ?? NaN),
  ).length;
}
