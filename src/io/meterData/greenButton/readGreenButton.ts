import { IssueLog } from '../../issueLog';
import { buildSeries, type ChannelReadings } from '../buildSeries';
import { intervalText } from '../csvTime';
import { absent, type MeterChoices, type MeterDetection, openDetection, stated } from '../detection';
import type { MeterOutcome, MeterReading } from '../meterSeries';
import { isUsableInterval } from '../placeReadings';
import type { Reading } from '../reading';
import { reportDetection, reportUnusable } from '../reportDetection';
import { siFactor } from '../units';
import { readBlocks } from './blocks';
import { choose, intervalOf, type TypedReadings, usualDuration, zoneOf } from './choose';
import { type BlockGroup, type Feed, readFeed } from './feed';
import { typeGroup } from './readingType';
import { readXml } from './xml';

/** XML has neither. */
const NO_CELLS: Partial<MeterDetection> = { separator: absent(), layout: absent(), decimalMark: absent() };
/** Ten years of quarter hours are about 100 MB. */
const MAX_TEXT_LENGTH = 250_000_000;

/**
 * Reads Green Button XML (NAESB REQ.21 ESPI): IntervalBlocks by their ReadingType (unit, power of ten, direction,
 * accumulation), instants in seconds since 1970 UTC, months and days by the feed's LocalTimeParameters. Detection, choices
 * and issues are those of `readMeterCsv`.
 */
export function readGreenButton(text: string, fileName: string, choices: MeterChoices = {}): MeterOutcome {
  const log = new IssueLog(fileName);
  const value = read(text, choices, log);
  return { value, issues: log.issues() };
}

function read(text: string, choices: MeterChoices, log: IssueLog): MeterReading {
  const nothing: MeterReading = {
    detection: openDetection(NO_CELLS),
    series: null,
    bills: null,
    rowsRead: 0,
    rowsUsed: 0,
  };
  if (text.trim() === '') {
    log.error({ code: 'meter-empty', message: 'The file is empty.', remedy: 'Download the readings again.' });
    return nothing;
  }
  const xml =
    text.length > MAX_TEXT_LENGTH
      ? { problem: 'it is larger than ten years of quarter hours' }
      : readXml(text);
  if ('problem' in xml) {
    log.error({
      code: 'green-button-xml',
      message: `The file cannot be read as XML: ${xml.problem}.`,
      remedy: 'Download it again; a Green Button file is an Atom feed.',
    });
    return nothing;
  }
  const feed = readFeed(xml.root);
  reportUnlinked(feed, log);
  const typed = typeGroups(feed.groups, choices, log);
  if (typed.length === 0) {
    log.error({
      code: 'green-button-no-readings',
      message: 'There is no IntervalBlock with a reading type of active energy or power.',
      remedy: 'Download interval data of electricity, not bills only.',
    });
    return nothing;
  }
  return readTyped(typed, feed, choices, log);
}

function typeGroups(groups: readonly BlockGroup[], choices: MeterChoices, log: IssueLog): TypedReadings[] {
  const result: TypedReadings[] = [];
  for (const group of groups) {
    const readings = readBlocks(group, log);
    const typed = typeGroup(
      group,
      readings.map(({ value }) => value),
      choices,
    );
    if ('problem' in typed) {
      log.warning({
        code: 'green-button-reading-type',
        where: `line ${group.readingType.line}`,
        field: 'ReadingType',
        message: `${group.name} is left out: ${typed.problem}.`,
        remedy: 'Nothing to do if it is no electricity; else state the unit.',
      });
    } else result.push({ ...typed, readings, intervalS: usualDuration(readings) });
  }
  return result;
}

function readTyped(
  typed: readonly TypedReadings[],
  feed: Feed,
  choices: MeterChoices,
  log: IssueLog,
): MeterReading {
  const { columns, chosen } = choose(typed, choices);
  const { zone, clock } = zoneOf(feed, choices);
  const detection: MeterDetection = {
    ...openDetection(NO_CELLS),
    dateOrder: stated('epoch', 'seconds since 1970, as the standard has it'),
    stampAt: stated('start', 'timePeriod/start'),
    zone,
    intervalS: intervalOf(chosen, choices),
    columns,
    channels: chosen.map((one) => one.detection),
  };
  const rowsRead = chosen.reduce((sum, { readings }) => Math.max(sum, readings.length), 0);
  const open: MeterReading = { detection, series: null, bills: null, rowsRead, rowsUsed: 0 };
  const isDecided = reportDetection(detection, log);
  const intervalS = detection.intervalS.value;
  const isUsable = intervalS === null || isUsableInterval(intervalS);
  reportUnusable(detection, isUsable, clock !== null, log);
  if (!isDecided || clock === null || intervalS === null || !isUsable) return open;
  const channels = chosen.map((one): ChannelReadings => ({
    detection: one.detection,
    readings: readingsOf(one, intervalS, log),
  }));
  const built = buildSeries(channels, intervalS, clock, log);
  return built === null ? open : { ...open, series: built.series, rowsUsed: built.used };
}

/** Mean powers (registers: J), readings of another length than the rest left out by name. */
function readingsOf(
  { readings, detection, multiplier }: TypedReadings,
  intervalS: number,
  log: IssueLog,
): Reading[] {
  const factor = multiplier * siFactor(detection.unit.value!);
  const isRegister = detection.quantity.value === 'register';
  const perDuration = detection.quantity.value === 'interval-energy';
  return readings.flatMap(({ line, startS, durationS, value, text }) => {
    const usedS = durationS ?? intervalS;
    if (!isRegister && usedS !== intervalS && !(intervalS >= 86_400 && usedS % 3600 === 0)) {
      log.warning({
        code: 'meter-mixed-intervals',
        where: `line ${line}`,
        field: 'duration',
        value: intervalText(usedS),
        message: `Most readings last ${intervalText(intervalS)}; this one is left out.`,
        remedy: 'Download the parts with different intervals by themselves.',
      });
      return [];
    }
    return [
      {
        where: `line ${line}`,
        startS,
        durationS: usedS,
        value: (value * factor) / (perDuration ? usedS : 1),
        text,
      },
    ];
  });
}

function reportUnlinked({ unlinked }: Feed, log: IssueLog): void {
  for (const block of unlinked) {
    log.warning({
      code: 'green-button-links',
      where: `line ${block.line}`,
      field: 'IntervalBlock',
      message: 'The links of this block lead to no reading type: its unit is not known and it is left out.',
      remedy: 'Download the feed whole, with its MeterReading and ReadingType entries.',
    });
  }
}
