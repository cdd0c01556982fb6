import type { IssueLog } from '../issueLog';
import { DAY_S } from './civilTime';
import { intervalText } from './csvTime';
import type { Reading } from './reading';
import { localText, type ZoneClock } from './zone';

/** An even grid that all channels of a file share. */
export interface Grid {
  readonly startS: number;
  readonly stepS: number;
  readonly steps: number;
}

/** Intervals that can be read: whole parts of an hour, or whole hours up to a day; longer ones as whole days. */
export function isUsableInterval(intervalS: number): boolean {
  if (!(intervalS >= 60) || intervalS % 60 !== 0) return false;
  if (intervalS <= 3600) return 3600 % intervalS === 0;
  return intervalS % 3600 === 0 && (DAY_S % intervalS === 0 || intervalS % DAY_S === 0);
}

/** The grid of tidy readings: their own interval, or hours where they are longer than that. */
export function gridOf(channels: readonly (readonly Reading[])[], intervalS: number): Grid {
  const stepS = Math.min(intervalS, 3600);
  const counts = new Map<number, number>();
  let [first, last] = [Infinity, -Infinity];
  for (const readings of channels) {
    for (const { startS, durationS } of readings) {
      const phase = ((startS % stepS) + stepS) % stepS;
      counts.set(phase, (counts.get(phase) ?? 0) + 1);
      first = Math.min(first, startS);
      last = Math.max(last, startS + durationS);
    }
  }
  const phase = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0;
  const startS = Math.floor((first - phase) / stepS) * stepS + phase;
  return {
    startS,
    stepS,
    steps: Number.isFinite(first) ? Math.max(0, Math.ceil((last - startS) / stepS)) : 0,
  };
}

/**
 * Mean power on the grid. A reading off the grid or over another one is left out, and so is the one it overlaps: the
 * file does not say which of the two is right. Grid intervals without a reading stay NaN and are named run by run.
 */
export function placeReadings(
  readings: readonly Reading[],
  grid: Grid,
  clock: ZoneClock,
  log: IssueLog,
): Float64Array {
  const { startS, stepS, steps } = grid;
  const pW = new Float64Array(steps).fill(NaN);
  /** 0 nothing, 1 a reading, 2 readings that contradict each other. */
  const filled = new Uint8Array(steps);
  for (const reading of readings) {
    const from = Math.floor((reading.startS - startS) / stepS);
    const to = Math.max(from + 1, Math.ceil((reading.startS + reading.durationS - startS) / stepS));
    const isOff = (reading.startS - startS) % stepS !== 0 || reading.durationS % stepS !== 0;
    const isOver = !isOff && filled.subarray(from, to).some((state) => state > 0);
    if (isOff || isOver) {
      // An off-grid reading leaves its neighbours alone: they are whole without it.
      reportOverlap(reading, isOver, grid, clock, log);
      if (isOff) continue;
    }
    for (let step = from; step < Math.min(to, steps); step += 1) {
      pW[step] = isOver ? NaN : reading.value;
      filled[step] = isOver ? 2 : 1;
    }
  }
  reportGaps(filled, grid, clock, log);
  return pW;
}

function reportOverlap(reading: Reading, isOver: boolean, grid: Grid, clock: ZoneClock, log: IssueLog): void {
  const place = { where: reading.where, field: 'time', value: localText(clock, reading.startS) };
  if (isOver) {
    log.warning({
      ...place,
      code: 'meter-overlap',
      message: `The interval of ${intervalText(reading.durationS)} that begins here runs into another one; both are left out where they overlap.`,
      remedy: 'Remove the row that does not belong.',
    });
  } else {
    log.warning({
      ...place,
      code: 'meter-off-grid',
      message: `The reading does not lie on the file's steps of ${intervalText(grid.stepS)} and would overlap its neighbours; it is left out.`,
      remedy: 'Check the time, or remove the row.',
    });
  }
}

function reportGaps(
  filled: Uint8Array,
  { startS, stepS, steps }: Grid,
  clock: ZoneClock,
  log: IssueLog,
): void {
  for (let step = 0; step < steps;) {
    let end = step;
    while (end < steps && filled[end] === 0) end += 1;
    if (end > step) {
      const from = localText(clock, startS + step * stepS);
      log.warning({
        code: 'meter-gap',
        where: from,
        field: 'time',
        value: intervalText((end - step) * stepS),
        message: `No reading from ${from} to ${localText(clock, startS + end * stepS)}; these intervals are missing, not zero.`,
        remedy: 'Ask the meter operator for the missing readings, or go by the coverage.',
      });
    }
    step = Math.max(end, step + 1);
  }
}
