import type { Building, DailyHours, ElectricVehicles } from '../model/building';
import type { MeasureType } from '../model/scenario';
import { takesPart } from './adoption';
import { stationlessCarsWords } from './stationlessCars';
import {
  hourParameter,
  mapBuildings,
  valuesOf,
  type MeasureDefinition,
  type MeasureParameter,
} from './definition';
import type { ValueOf } from './work';

/** Electric cars of a building when this share of households has one. Each household has its own draw. */
function drawnCount(building: Building, seed: number, adoption: number): number {
  let count = 0;
  for (let household = 0; household < building.households; household += 1) {
    // All vehicle measures draw the same households: one control against another compares the same cars.
    if (takesPart(seed, `${building.id}#${household}`, 'vehicles', adoption)) count += 1;
  }
  return count;
}

/** How cars are charged, beside how many there are. */
type Charging = Omit<ElectricVehicles, 'count'>;

function isChargedSo(
  vehicles: ElectricVehicles | null,
  { control, cheapHours, stationLimitShare }: Charging,
): boolean {
  if (vehicles?.control !== control || vehicles.stationLimitShare !== stationLimitShare) return false;
  const { fromHour, toHour } = vehicles.cheapHours ?? {};
  return cheapHours === undefined || (fromHour === cheapHours.fromHour && toHour === cheapHours.toHour);
}

function withVehicles(building: Building, count: number, charging: Charging): Building {
  const present = building.vehicles?.count ?? 0;
  if (count === 0 || (count <= present && isChargedSo(building.vehicles, charging))) return building;
  // Hours of an earlier control mean nothing to another one.
  const limitW = building.vehicles?.limitW;
  const kept = limitW === undefined ? {} : { limitW };
  return { ...building, vehicles: { ...kept, ...charging, count: Math.max(present, count) } };
}

type Described = Pick<MeasureDefinition, 'type' | 'label' | 'changes' | 'caveat'> & {
  readonly type: MeasureType;
  readonly parameters?: readonly MeasureParameter[];
  readonly charging: (valueOf: ValueOf) => Charging;
};

function vehicleMeasure({ charging, parameters = [], ...described }: Described): MeasureDefinition {
  return {
    ...described,
    group: 'electricity',
    effect: 'system',
    payer: 'household',
    adoptionOf: 'of households own an electric car',
    parameters,
    applicability: ({ households }) =>
      households > 0 ? { applicable: true } : { applicable: false, reason: 'There is no household here.' },
    eligible: (district) =>
      district.buildings.filter((building) => building.households > 0).map((building) => building.id),
    apply(district, measure, seed) {
      const how = charging(valuesOf(parameters, measure.parameters));
      return mapBuildings(district, (building) =>
        withVehicles(building, drawnCount(building, seed, measure.adoption), how),
      );
    },
  };
}

export const vehiclesUnmanaged = vehicleMeasure({
  type: 'vehiclesUnmanaged',
  label: 'Electric cars, unmanaged',
  changes: 'Cars charge at home at full power from the moment they arrive.',
  charging: () => ({ control: 'unmanaged' }),
});

export const vehiclesManaged = vehicleMeasure({
  type: 'vehiclesManaged',
  label: 'Electric cars, managed',
  changes:
    'The same cars and the same energy, spread over the hours they stand at home; all cars of a building share one control.',
  charging: () => ({ control: 'managed' }),
});

function cheapHoursOf(valueOf: ValueOf): DailyHours {
  return { fromHour: valueOf('cheapFromHour'), toHour: valueOf('cheapToHour') };
}

export const vehiclesTimeOfUse = vehicleMeasure({
  type: 'vehiclesTimeOfUse',
  label: 'Electric cars, by a tariff',
  changes:
    'The same cars wait for the first cheap hour and then charge at full power, all at once; earlier where time would be short.',
  parameters: [
    hourParameter('cheapFromHour', 'Cheap from', 22),
    hourParameter('cheapToHour', 'Cheap to; past midnight where it is the earlier hour', 6),
  ],
  charging: (valueOf) => ({ control: 'timeOfUse', cheapHours: cheapHoursOf(valueOf) }),
});

export const vehiclesValleyFilling = vehicleMeasure({
  type: 'vehiclesValleyFilling',
  label: 'Electric cars, filling valleys',
  changes:
    'The same cars and the same energy, laid every night where their building draws least: no other plan has a lower peak, so a fuse that can be kept is kept.',
  charging: () => ({ control: 'valleyFilling' }),
});

export const vehiclesToGrid = vehicleMeasure({
  type: 'vehiclesToGrid',
  label: 'Electric cars that cover their building',
  changes:
    'The same cars cover the evening peak of their building and take it again, with the losses of both ways, where it draws least: vehicle-to-grid behind the meter, nothing of it goes into the grid.',
  charging: () => ({ control: 'vehicleToGrid' }),
});

export const vehiclesStationLimit = vehicleMeasure({
  type: 'vehiclesStationLimit',
  label: 'Electric cars, within their station’s limit',
  changes:
    'The same cars charge from the moment they arrive as far as their distribution station has room: all cars behind it are coordinated so that with them it does not carry more than a share of its rating, and who has least time to spare comes first. Storages of the network behind the station and loads that answer to their voltage are not counted. What a car lacks at departure is told.',
  parameters: [
    {
      name: 'ratedShare',
      label: 'Limit of the station per transformer rating',
      unit: '1',
      min: 0.3,
      max: 1.5,
      default: 1,
      source: 'engineering value: the nameplate',
      quality: 'unknown_untraceable',
    },
  ],
  caveat: stationlessCarsWords,
  charging: (valueOf) => ({ control: 'stationLimit', stationLimitShare: valueOf('ratedShare') }),
});
