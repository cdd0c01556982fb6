import { readBuildingFile } from '../io/buildingFile';
import { readEpw } from '../io/epw';
import {
  hourlyPower,
  type MeterChannel,
  type MeterOutcome,
  type MeterSeries,
  monthsOfHours,
} from '../io/meterData';
import type { BuildingModel } from '../model/buildingModel';
import type { District } from '../model/district';
import type { Issue } from '../model/outcome';
import type { BaseEdit } from '../model/scenario';
import type { WeatherYear } from '../model/weather';
import { applyBaseEdits } from '../scenario';
import type { MeteredHours, MeteredUse } from '../study/calibration';
import { CommandFailure, EXIT } from './exit';
import { fileName, readText, readTexts } from './files';
import {
  comparedFlow,
  meterChoices,
  type MeterChoiceTexts,
  noHours,
  printIssues,
  readMeterText,
  refuseMeter,
  tooLong,
} from './meterInput';
import { detectionText, seriesText } from './meterText';
import { loadDistrict } from './runInput';
import { epwYears, weatherHours } from './weatherHours';

/** What is calibrated: a building's file, or a building of a district with the corrections it has already. */
export type Subject =
  | { readonly kind: 'file'; readonly model: BuildingModel }
  | {
      readonly kind: 'district';
      readonly district: District;
      readonly buildingId: string;
      readonly baseEdits: readonly BaseEdit[];
    };

export interface CalibrationInput {
  readonly subject: Subject;
  readonly weather: WeatherYear;
  /** Years of the weather file's rows; none where the weather is made. */
  readonly weatherYears: ReadonlyMap<number, number>;
  readonly series: MeterSeries;
}

export interface CalibrationPaths {
  /** A building's file or a district. */
  readonly described: string;
  readonly buildingId: string | undefined;
  readonly edits: string | undefined;
  readonly weather: string | undefined;
  readonly meter: string;
}

/** All files, or every finding in any of them. */
export function readCalibration(paths: CalibrationPaths, texts: MeterChoiceTexts): CalibrationInput {
  const choices = meterChoices(texts);
  if (paths.buildingId !== undefined) {
    const meter = readMeterText(readText(paths.meter), paths.meter, choices);
    const { district, weather, weatherPath, baseEdits } = loadDistrict(
      paths.described,
      paths.weather,
      paths.edits,
    );
    const series = seriesOf(meter, paths.meter, []);
    const corrected = applyBaseEdits(district, baseEdits);
    if (corrected.issues.length > 0) throw new CommandFailure(EXIT.badInput, corrected.issues);
    return {
      subject: { kind: 'district', district: corrected.district, buildingId: paths.buildingId, baseEdits },
      weather,
      weatherYears: weatherPath === undefined ? new Map() : epwYears(readText(weatherPath)),
      series,
    };
  }
  const [modelText, weatherText, meterText] = readTexts([paths.described, paths.weather!, paths.meter]);
  const model = readBuildingFile(modelText!, fileName(paths.described));
  const weather = readEpw(weatherText!, fileName(paths.weather!));
  const meter = readMeterText(meterText!, paths.meter, choices);
  const others = [...model.issues, ...weather.issues];
  if (!model.ok || !weather.ok) {
    process.stdout.write(`${detectionText(fileName(paths.meter), meter.value)}\n`);
    throw new CommandFailure(EXIT.badInput, [...others, ...meter.issues]);
  }
  const series = seriesOf(meter, paths.meter, others);
  return {
    subject: { kind: 'file', model: model.value },
    weather: weather.value,
    weatherYears: epwYears(weatherText!),
    series,
  };
}

function seriesOf({ value, issues }: MeterOutcome, path: string, others: readonly Issue[]): MeterSeries {
  process.stdout.write(`${detectionText(fileName(path), value)}\n`);
  if (value.bills !== null)
    throw noHours(
      path,
      'bills',
      'Bills have no hours in them; `gridtwin meter FILE --against` holds a model against them.',
    );
  if (value.series === null) throw new CommandFailure(EXIT.badInput, [...others, ...issues]);
  printIssues([...others, ...issues]);
  process.stdout.write(`\n${seriesText(value.series)}\n`);
  return value.series;
}

export function flowOf(series: MeterSeries, path: string): MeterChannel {
  const channel = comparedFlow(series.channels, path);
  if (series.meteredStepS > 3600) throw tooLong(path, series);
  if (channel.direction !== 'export') return channel;
  return refuseMeter(
    'meter-against',
    path,
    'An export is no use of energy.',
    'Choose the import with --column.',
  );
}

/** The metered hours on those of the weather, and the year that both share; null where they are matched by the calendar. */
export function onWeather(
  { series, weather, weatherYears }: CalibrationInput,
  channel: MeterChannel,
  use: MeteredUse,
  path: string,
): { hours: MeteredHours; weather: WeatherYear; year: number | null } {
  const metered = hourlyPower(series, channel);
  const placed = weatherHours(metered, series.clock, weather, weatherYears);
  if (placed === null)
    return refuseMeter(
      'meter-against',
      path,
      'The hours of the weather begin at another minute than those of the meter.',
      'Check the zones of both.',
    );
  printIssues(placed.issues);
  const matched =
    placed.year === null ? 'hours matched by month, day and hour' : `of ${placed.year} like the meter`;
  process.stdout.write(
    `\nWeather ${weather.name}: ${matched}. The weather has to be that of the metered year.\n`,
  );
  const monthOfHour = monthsOfHours(series.clock, metered.startS, metered.pW.length);
  return {
    hours: { pW: metered.pW, rowOfHour: placed.rowOfHour, monthOfHour, use },
    weather: placed.weather,
    year: placed.year,
  };
}
