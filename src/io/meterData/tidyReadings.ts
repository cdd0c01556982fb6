import type { IssueLog } from '../issueLog';
import { DAY_S } from './civilTime';
import { intervalText } from './csvTime';
import type { Reading } from './reading';
import { localText, type ZoneClock } from './zone';

/** Steps of another length in a row that are taken for a stretch with another interval, not for gaps. */
const STRETCH = 4;
const MIN_REACH_S = 400 * DAY_S;

/**
 * Readings in order of time, each instant once: lines out of order are sorted, doubles kept once, contradictions and
 * stretches with another interval left out; every one of them is named.
 */
export function tidyReadings(
  readings: readonly Reading[],
  intervalS: number,
  clock: ZoneClock,
  log: IssueLog,
): Reading[] {
  const near = withoutOutliers(readings, intervalS, clock, log);
  const ordered = inOrder(near, clock, log);
  const single = withoutDoubles(ordered, clock, log);
  return intervalS >= DAY_S ? single : withoutOtherIntervals(single, intervalS, clock, log);
}

/** A mistyped year would stretch the series over centuries of nothing. */
function withoutOutliers(
  readings: readonly Reading[],
  intervalS: number,
  clock: ZoneClock,
  log: IssueLog,
): Reading[] {
  const sorted = readings.map((reading) => reading.startS).sort((a, b) => a - b);
  const median = sorted[sorted.length >> 1] ?? 0;
  const reachS = Math.max(MIN_REACH_S, 4 * readings.length * intervalS);
  return readings.filter((reading) => {
    if (Math.abs(reading.startS - median) <= reachS) return true;
    log.warning({
      code: 'meter-time-outlier',
      where: reading.where,
      field: 'time',
      value: localText(clock, reading.startS),
      message: 'The time lies far from all the others; the row is left out.',
      remedy: 'Check the year.',
    });
    return false;
  });
}

function inOrder(readings: readonly Reading[], clock: ZoneClock, log: IssueLog): Reading[] {
  let backward = 0;
  for (let i = 1; i < readings.length; i += 1)
    if (readings[i]!.startS < readings[i - 1]!.startS) backward += 1;
  if (readings.length > 2 && backward === readings.length - 1) {
    log.note({
      code: 'meter-order',
      message: 'The file runs from the latest reading to the earliest; it was turned round.',
      remedy: 'Nothing to do.',
    });
  } else {
    let latest = -Infinity;
    for (const { startS, where } of readings) {
      if (startS < latest) {
        log.warning({
          code: 'meter-order',
          where,
          field: 'time',
          value: localText(clock, startS),
          message: 'The time goes back; the row was sorted in.',
          remedy: 'Check whether the file was put together from several exports.',
        });
      }
      latest = Math.max(latest, startS);
    }
  }
  return readings
    .map((reading, index) => ({ reading, index }))
    .sort((a, b) => a.reading.startS - b.reading.startS || a.index - b.index)
    .map(({ reading }) => reading);
}

function withoutDoubles(readings: readonly Reading[], clock: ZoneClock, log: IssueLog): Reading[] {
  const kept: Reading[] = [];
  for (let i = 0; i < readings.length;) {
    let next = i + 1;
    while (next < readings.length && readings[next]!.startS === readings[i]!.startS) next += 1;
    const group = readings.slice(i, next);
    const known = group.filter((reading) => !Number.isNaN(reading.value));
    const [first = group[0]!] = known;
    const agree = known.every(
      ({ value, durationS }) => value === first.value && durationS === first.durationS,
    );
    kept.push(agree ? first : { ...first, value: NaN });
    if (group.length > 1) reportDoubles(group, agree, clock, log);
    i = next;
  }
  return kept;
}

function reportDoubles(group: readonly Reading[], agree: boolean, clock: ZoneClock, log: IssueLog): void {
  const [first, ...others] = group as [Reading, ...Reading[]];
  for (const other of others) {
    log.warning({
      code: agree ? 'meter-duplicate' : 'meter-duplicate-conflict',
      where: other.where,
      field: 'value',
      value: other.text,
      message: agree
        ? `${localText(clock, first.startS)} stands already on ${first.where}; it is counted once.`
        : `${localText(clock, first.startS)} stands on ${first.where} with ${first.text}; neither is used.`,
      remedy: agree ? 'Remove one of the two rows.' : 'Find out which row is right and remove the other.',
    });
  }
}

function withoutOtherIntervals(
  readings: readonly Reading[],
  intervalS: number,
  clock: ZoneClock,
  log: IssueLog,
): Reading[] {
  const isOther = new Uint8Array(readings.length);
  for (let i = 0; i + 1 < readings.length;) {
    const step = readings[i + 1]!.startS - readings[i]!.startS;
    let end = i + 1;
    while (end + 1 < readings.length && readings[end + 1]!.startS - readings[end]!.startS === step) end += 1;
    if (step !== intervalS && end - i >= STRETCH) {
      isOther.fill(1, i, end);
      log.warning({
        code: 'meter-mixed-intervals',
        where: `${readings[i]!.where} to ${readings[end]!.where}`,
        field: 'interval',
        value: intervalText(step),
        message: `From ${localText(clock, readings[i]!.startS)} to ${localText(clock, readings[end]!.startS)} the interval is ${intervalText(step)}, elsewhere ${intervalText(intervalS)}; these rows are left out.`,
        remedy: 'Split the file where the interval changes and read each part by itself.',
      });
    }
    i = end;
  }
  return readings.map((reading, index) => (isOther[index] === 1 ? { ...reading, value: NaN } : reading));
}
