import type { Building } from '../../../model/building';
import type { BuildingModel } from '../../../model/buildingModel/types';
import type { District } from '../../../model/district';
import { fail, type Issue, type Outcome, succeed } from '../../../model/outcome';
import type { BaseEdit } from '../../../model/scenario';
import type { WeatherYear } from '../../../model/weather';
import { applyBaseEdits } from '../../../scenario';
import { buildingModelOf } from '../../../sim/buildings/modelOf';
import { shapesOf } from '../../../sim/buildings/shape';
import {
  calibrateZoneModel,
  type MeteredHours,
  type ZoneCalibration,
  type ZoneCalibrationOptions,
} from '../zoneModel/calibrateZoneModel';
import type { ParameterChoice } from '../zoneModel/chooseParameters';
import type { ZoneParameterId, ZoneParameterValues } from '../zoneModel/zoneParameters';
import { heldBack, parameterEdits, type ParameterTag } from './parameterEdits';
import { tagFor } from './tag';

export interface BuildingCalibration extends ZoneCalibration {
  /** Corrections that give the district's building the values found; none of what stayed. */
  readonly edits: readonly BaseEdit[];
}

/** A building of a district, in its surroundings, as a model at any values of its parameters. */
interface Described {
  readonly building: Building;
  readonly modelAt: (values: ZoneParameterValues) => BuildingModel;
}

const UNNAMED: ParameterTag = { source: 'tried', quality: 'unknown_untraceable' };

function describe(district: District, row: number, weather: WeatherYear): Described {
  const { archetypeRegion: region, buildings } = district;
  const building = buildings[row]!;
  const shape = shapesOf(buildings)[row]!;
  return {
    building,
    modelAt(values) {
      const edits = parameterEdits(building, region, values, () => UNNAMED);
      const { district: corrected } = applyBaseEdits({ ...district, buildings: [building] }, edits);
      return buildingModelOf(corrected.buildings[0]!, shape, { region, weather });
    },
  };
}

/**
 * Moves the chosen parameters of a district's building until its multi-node model meets the metered hours. Each try is the
 * building with the corrections that stand for the values, so that what was calibrated is what `edits` give a run of the
 * district; README, "A district's building".
 *
 * @param meterName file or meter that the source of the corrections names
 */
export function calibrateBuilding(
  district: District,
  buildingId: string,
  weather: WeatherYear,
  meter: MeteredHours,
  choice: ParameterChoice,
  meterName: string,
  options: Omit<ZoneCalibrationOptions, 'modelAt'> = {},
): Outcome<BuildingCalibration> {
  const row = district.buildings.findIndex(({ id }) => id === buildingId);
  if (row < 0) return fail([unknownIssue(district, buildingId)]);
  const { building, modelAt } = describe(district, row, weather);
  const issues = [...new Set([...choice.ids, ...Object.keys(choice.start ?? {})])].flatMap((id) =>
    heldIssues(building, id),
  );
  if (issues.length > 0) return fail(issues);
  const outcome = calibrateZoneModel(modelAt({}), weather, meter, choice, { ...options, modelAt });
  if (!outcome.ok) return outcome;
  const { calibration, values } = outcome.value;
  const moving = new Map(calibration.parameters.map((one) => [one.id, one]));
  const stays = calibration.parameters.filter(({ moved, id }) => !moved && choice.start?.[id] === undefined);
  const changed = Object.fromEntries(
    Object.entries(values).filter(([id]) => !stays.some((one) => one.id === id)),
  );
  const tagOf = (id: ZoneParameterId): ParameterTag => tagFor(moving.get(id), meterName, outcome.value.after);
  const edits = parameterEdits(building, district.archetypeRegion, changed, tagOf);
  return succeed({ ...outcome.value, edits }, outcome.issues);
}

function heldIssues(building: Building, id: string): Issue[] {
  const reason = heldBack(building, id);
  if (reason === null) return [];
  return [
    {
      severity: 'error',
      code: 'calibration-not-held',
      source: building.id,
      where: id,
      message: `This building cannot hold ${id}. ${reason}`,
      remedy: 'Leave it out, or calibrate the building file that `gridtwin building --model` writes.',
    },
  ];
}

export function unknownIssue({ id, buildings }: District, buildingId: string): Issue {
  const first = buildings.slice(0, 5).map((building) => building.id);
  return {
    severity: 'error',
    code: 'building-unknown',
    source: id,
    where: buildingId,
    message: 'The district has no building of this id.',
    remedy: `It has ${buildings.length} buildings, the first ones: ${first.join(', ')}.`,
  };
}
