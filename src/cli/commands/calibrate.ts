import { parseArgs } from 'node:util';
import { readableJson } from '../../io';
import type { Issue, Outcome } from '../../model/outcome';
import type { WeatherYear } from '../../model/weather';
import {
  type BuildingCalibration,
  calibrateBuilding,
  calibrateZoneModel,
  compareZoneModel,
  METERED_USES,
  type MeteredHours,
  type MeteredUse,
  meterValues,
  type ParameterChoice,
  type ZoneCalibration,
  type ZoneCalibrationOptions,
} from '../../study/calibration';
import { choiceOf, efficiencyIssues, inDistrict } from '../calibrateChoice';
import { type CalibrationInput, flowOf, onWeather, readCalibration, type Subject } from '../calibrateInput';
import { editsText, fitText, otherFilmsText, parametersText } from '../calibrateText';
import { CommandFailure, EXIT, required, usageFailure } from '../exit';
import { fileName } from '../files';
import { METER_CHOICE_OPTIONS, METER_CHOICE_USAGE, oneOf } from '../meterInput';
import { calibrateToPeaks, PEAKS_USAGE } from '../peaksCalibration';
import { writeResults } from '../resultFiles';

export const CALIBRATE_USAGE = `calibrate FILE.json --weather FILE.epw --meter FILE(.csv|.xml) [--use heating|cooling|electricity] [--parameters NAME,...] [--start NAME=VALUE,...] [--bounds NAME=LOWER:UPPER,...] [--efficiency 0.9] [--films constant|reference] [--steps-per-hour 6] [--out calibrated.json] ${METER_CHOICE_USAGE} | calibrate district.json --building ID --meter FILE(.csv|.xml) [--edits edits.json] [--weather FILE.epw] [--out edits.json] [...] | ${PEAKS_USAGE}`;

const OPTIONS = {
  weather: { type: 'string' },
  meter: { type: 'string' },
  peaks: { type: 'string' },
  step: { type: 'string' },
  workers: { type: 'string' },
  building: { type: 'string' },
  edits: { type: 'string' },
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

/**
 * Moves few named parameters of a building until its year meets the meter; tells the fit before and after, and every
 * parameter with what the readings know of it. `--out` writes the building with the values found; of a district's building
 * the corrections that `simulate --edits` takes.
 */
export function calibrateCommand(args: readonly string[]): number | Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
  const [described] = positionals;
  const { weather, meter, building: buildingId, edits, peaks, step, workers, out } = values;
  if (peaks !== undefined) {
    if (meter !== undefined || buildingId !== undefined || positionals.length > 1)
      throw usageFailure('--peaks goes with a district alone, without --meter or --building.', PEAKS_USAGE);
    return calibrateToPeaks(described, { peaks, edits, weather, step, workers, out });
  }
  if (described === undefined || positionals.length > 1 || meter === undefined)
    throw usageFailure(
      'calibrate takes one building file, or a district and --building, and --meter.',
      CALIBRATE_USAGE,
    );
  if (buildingId === undefined && (weather === undefined || edits !== undefined))
    throw usageFailure('A building file needs --weather; --edits goes with --building.', CALIBRATE_USAGE);
  const use = oneOf(values.use, 'use', METERED_USES) ?? 'heating';
  const zoneModel = {
    films: oneOf(values.films, 'films', ['constant', 'reference'] as const) ?? 'constant',
    stepsPerHour: Number(
      oneOf(values['steps-per-hour'], 'steps-per-hour', ['1', '2', '4', '6', '12'] as const) ?? 6,
    ),
  };
  const asked = choiceOf(values, use);
  const input = readCalibration({ described, buildingId, edits, weather, meter }, values);
  const choice = choiceFor(input.subject, use, asked, values.parameters !== undefined);
  const channel = flowOf(input.series, meter);
  const metered = onWeather(input, channel, use, meter);
  const name = metered.year === null ? fileName(meter) : `${fileName(meter)} of ${metered.year}`;
  const result = run(input.subject, metered, choice, name, { zoneModel });
  process.stdout.write(`\n${fitText(use, channel, result)}\n`);
  if (zoneModel.films === 'constant') process.stdout.write(`${referenceText(metered, result)}\n`);
  const runs = `${zoneModel.films} films, ${zoneModel.stepsPerHour} steps an hour`;
  process.stdout.write(`\n${parametersText(result, runs)}\n`);
  write(values.out, input, result);
  return EXIT.done;
}

/** Starts that a district's building has by itself, and what cannot be computed without being told. */
function choiceFor(
  subject: Subject,
  use: MeteredUse,
  asked: ParameterChoice,
  isNamed: boolean,
): ParameterChoice {
  if (subject.kind === 'file') {
    const missing = efficiencyIssues(subject.model, use, asked);
    if (missing.length > 0) throw new CommandFailure(EXIT.badInput, missing);
    return asked;
  }
  const building = subject.district.buildings.find(({ id }) => id === subject.buildingId);
  return building === undefined ? asked : inDistrict(building, use, asked, isNamed);
}

interface Metered {
  readonly hours: MeteredHours;
  readonly weather: WeatherYear;
}

type Result = ZoneCalibration & Partial<Pick<BuildingCalibration, 'edits'>>;

function run(
  subject: Subject,
  { hours, weather }: Metered,
  choice: ParameterChoice,
  meterName: string,
  options: ZoneCalibrationOptions,
): Result {
  if (subject.kind === 'file')
    return settled(calibrateZoneModel(subject.model, weather, hours, choice, options));
  const { district, buildingId } = subject;
  return settled(calibrateBuilding(district, buildingId, weather, hours, choice, meterName, options));
}

function referenceText({ hours, weather }: Metered, { model, values }: Result): string {
  const at = (): typeof model => model;
  return otherFilmsText(settled(compareZoneModel(at, weather, hours, values, { films: 'reference' })));
}

/** What the model cannot compute is a failed calculation; everything else is bad input. */
function settled<Value>(outcome: Outcome<Value>): Value {
  const isUncomputed = ({ code }: Issue): boolean => code === 'zone-not-finite';
  return required(outcome, outcome.issues.some(isUncomputed) ? EXIT.calculationFailed : EXIT.badInput);
}

function write(path: string | undefined, { subject }: CalibrationInput, result: Result): void {
  const away = Object.entries(meterValues(result.values)).map(([id, value]) => `${id} ${value}`);
  const left = away.length === 0 ? '' : ` Not in it, as they are the meter's: ${away.join(', ')}.`;
  if (subject.kind === 'district') process.stdout.write(`\n${editsText(result.edits ?? [])}\n`);
  if (path === undefined) return;
  if (subject.kind === 'file') {
    writeResults([{ path, content: () => `${readableJson(result.model)}\n` }]);
    process.stdout.write(`\nThe building with these values is in ${path}.${left}\n`);
    return;
  }
  const edits = result.edits ?? [];
  const replaced = (other: (typeof edits)[number]): boolean =>
    edits.some(({ buildingId, field }) => buildingId === other.buildingId && field === other.field);
  const kept = subject.baseEdits.filter((other) => !replaced(other));
  writeResults([{ path, content: () => `${readableJson([...kept, ...edits])}\n` }]);
  const before = kept.length === 0 ? '' : `, behind ${kept.length} that were there`;
  process.stdout.write(`The corrections are in ${path}${before}; simulate takes them with --edits.${left}\n`);
}
