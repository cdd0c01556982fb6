import { parseArgs } from 'node:util';
import { readableJson } from '../../io';
import { readBuildingFile } from '../../io/buildingFile';
import { readEpw } from '../../io/epw';
import { hourlyPower, type MeterChannel, type MeterSeries, monthsOfHours } from '../../io/meterData';
import type { BuildingModel } from '../../model/buildingModel';
import type { Issue, Outcome } from '../../model/outcome';
import type { WeatherYear } from '../../model/weather';
import {
  calibrateZoneModel,
  compareZoneModel,
  METERED_USES,
  type MeteredHours,
  type MeteredUse,
  meterValues,
  type ZoneCalibration,
} from '../../study/calibration';
import { choiceOf, efficiencyIssues } from '../calibrateChoice';
import { fitText, otherFilmsText, parametersText } from '../calibrateText';
import { CommandFailure, EXIT, required, usageFailure } from '../exit';
import { fileName, readTexts } from '../files';
import {
  comparedChannel,
  METER_CHOICE_OPTIONS,
  METER_CHOICE_USAGE,
  meterChoices,
  type MeterChoiceTexts,
  oneOf,
  printIssues,
  readMeterText,
  refuseMeter,
  tooLong,
} from '../meterInput';
import { detectionText, seriesText } from '../meterText';
import { writeResults } from '../resultFiles';
import { epwYears, weatherHours } from '../weatherHours';

export const CALIBRATE_USAGE = `calibrate FILE.json --weather FILE.epw --meter FILE(.csv|.xml) [--use heating|cooling|electricity] [--parameters NAME,...] [--start NAME=VALUE,...] [--bounds NAME=LOWER:UPPER,...] [--efficiency 0.9] [--films constant|reference] [--steps-per-hour 6] [--out calibrated.json] ${METER_CHOICE_USAGE}`;

const OPTIONS = {
  weather: { type: 'string' },
  meter: { type: 'string' },
  use: { type: 'string' },
  parameters: { type: 'string' },
  start: { type: 'string' },
  bounds: { type: 'string' },
  efficiency: { type: 'string' },
  films: { type: 'string' },
  'steps-per-hour': { type: 'string' },
  out: { type: 'string' },
  ...METER_CHOICE_OPTIONS,
} as const;

interface Paths {
  readonly building: string;
  readonly weather: string;
  readonly meter: string;
}

interface Read {
  readonly model: BuildingModel;
  readonly weather: WeatherYear;
  readonly weatherText: string;
  readonly series: MeterSeries;
}

/**
 * Moves few named parameters of a building until its year meets the meter; tells the fit before and after, and every
 * parameter with what the readings know of it. `--out` writes the building with the values found.
 */
export function calibrateBuilding(args: readonly string[]): number {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
  const [building] = positionals;
  const { weather, meter } = values;
  if (building === undefined || positionals.length > 1 || weather === undefined || meter === undefined)
    throw usageFailure('calibrate takes one building file, --weather and --meter.', CALIBRATE_USAGE);
  const use = oneOf(values.use, 'use', METERED_USES) ?? 'heating';
  const zoneModel = {
    films: oneOf(values.films, 'films', ['constant', 'reference'] as const) ?? 'constant',
    stepsPerHour: Number(
      oneOf(values['steps-per-hour'], 'steps-per-hour', ['1', '2', '4', '6', '12'] as const) ?? 6,
    ),
  };
  const choice = choiceOf(values, use);
  const read = readAll({ building, weather, meter }, values);
  const missing = efficiencyIssues(read.model, use, choice);
  if (missing.length > 0) throw new CommandFailure(EXIT.badInput, missing);
  const channel = flowOf(read.series, meter);
  const { hours, weather: year } = onWeather(read, channel, use, meter);
  const result = settled(calibrateZoneModel(read.model, year, hours, choice, { zoneModel }));
  process.stdout.write(`\n${fitText(use, channel, result)}\n`);
  if (zoneModel.films === 'constant') {
    const reference = compareZoneModel(read.model, year, hours, result.values, { films: 'reference' });
    process.stdout.write(`${otherFilmsText(settled(reference))}\n`);
  }
  const runs = `${zoneModel.films} films, ${zoneModel.stepsPerHour} steps an hour`;
  process.stdout.write(`\n${parametersText(result, runs)}\n`);
  writeModel(values.out, result);
  return EXIT.done;
}

/** All three files, or every finding in any of them. */
function readAll(paths: Paths, texts: MeterChoiceTexts): Read {
  const choices = meterChoices(texts);
  const [modelText, weatherText, meterText] = readTexts([paths.building, paths.weather, paths.meter]);
  const model = readBuildingFile(modelText!, fileName(paths.building));
  const weather = readEpw(weatherText!, fileName(paths.weather));
  const meter = readMeterText(meterText!, paths.meter, choices);
  process.stdout.write(`${detectionText(fileName(paths.meter), meter.value)}\n`);
  const { series } = meter.value;
  if (!model.ok || !weather.ok || series === null)
    throw new CommandFailure(EXIT.badInput, [...model.issues, ...weather.issues, ...meter.issues]);
  printIssues([...model.issues, ...weather.issues, ...meter.issues]);
  process.stdout.write(`\n${seriesText(series)}\n`);
  return { model: model.value, weather: weather.value, weatherText: weatherText!, series };
}

function flowOf(series: MeterSeries, path: string): MeterChannel {
  const channel = comparedChannel(series, path);
  if (series.meteredStepS > 3600) throw tooLong(path, series);
  if (channel.direction !== 'export') return channel;
  return refuseMeter(
    'meter-against',
    path,
    'An export is no use of energy.',
    'Choose the import with --column.',
  );
}

function onWeather(
  { series, weather, weatherText }: Read,
  channel: MeterChannel,
  use: MeteredUse,
  path: string,
): { hours: MeteredHours; weather: WeatherYear } {
  const metered = hourlyPower(series, channel);
  const placed = weatherHours(metered, series.clock, weather, epwYears(weatherText));
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
  };
}

/** What the model cannot compute is a failed calculation; everything else is bad input. */
function settled<Value>(outcome: Outcome<Value>): Value {
  const isUncomputed = ({ code }: Issue): boolean => code === 'zone-not-finite';
  return required(outcome, outcome.issues.some(isUncomputed) ? EXIT.calculationFailed : EXIT.badInput);
}

function writeModel(path: string | undefined, { model, values }: ZoneCalibration): void {
  if (path === undefined) return;
  writeResults([{ path, content: () => `${readableJson(model)}\n` }]);
  const away = Object.entries(meterValues(values)).map(([id, value]) => `${id} ${value}`);
  const left = away.length === 0 ? '' : ` Not in it, as they are the meter's: ${away.join(', ')}.`;
  process.stdout.write(`\nThe building with these values is in ${path}.${left}\n`);
}
