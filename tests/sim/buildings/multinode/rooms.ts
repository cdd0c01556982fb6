import type { BuildingModel, Construction, Element, Zone } from '../../../../src/model/buildingModel/types';
import type { WeatherYear } from '../../../../src/model/weather';
import {
  type BuildingModelYear,
  simulateBuildingModel,
  type ZoneModelOptions,
} from '../../../../src/sim/buildings/multinode';

const STEFAN_BOLTZMANN = 5.670374419e-8;
const HOURS = 8760;

/** Weather without sun and wind; air by hour, sky as warm as `skyDegC` (the air where absent). */
export function darkWeather(
  tempDegC: number | ((hour: number) => number),
  changes: Partial<WeatherYear> & { skyDegC?: number } = {},
): WeatherYear {
  const column = (value: (hour: number) => number): Float64Array =>
    Float64Array.from({ length: HOURS }, (_, hour) => value(hour));
  const air = typeof tempDegC === 'number' ? () => tempDegC : tempDegC;
  const infrared = (hour: number): number => {
    const kelvin = (changes.skyDegC ?? air(hour)) + 273.15;
    return STEFAN_BOLTZMANN * kelvin * kelvin * kelvin * kelvin;
  };
  return {
    name: 'made for a test',
    origin: 'synthetic',
    latitudeDeg: 40,
    longitudeDeg: 0,
    utcOffsetMin: 0,
    elevationM: 0,
    startWeekday: 0,
    tempDegC: column(air),
    dewPointDegC: column(() => -40),
    relativeHumidityPercent: column(() => 20),
    pressurePa: column(() => 101325),
    windSpeedMPerS: column(() => 0),
    ghiWPerM2: column(() => 0),
    dniWPerM2: column(() => 0),
    dhiWPerM2: column(() => 0),
    skyInfraredWPerM2: column(infrared),
    ...changes,
  };
}

export const CONCRETE: Construction = {
  id: 'concrete',
  layers: [{ thicknessM: 0.2, conductivityWPerMK: 1.5, densityKgPerM3: 2300, specificHeatJPerKgK: 900 }],
};

/** A cube of 3 m with one construction all around; faces overridden by id: south, west, north, east, roof, floor. */
export function cube(
  options: {
    construction?: Construction;
    zone?: Partial<Zone>;
    each?: Partial<Element>;
    faces?: Partial<Record<string, Partial<Element>>>;
    prefix?: string;
  } = {},
): BuildingModel {
  const construction = options.construction ?? CONCRETE;
  const zone = options.prefix ?? 'room';
  const face = (id: string, tiltDeg: number, azimuthDeg: number): Element => ({
    id: `${zone}-${id}`,
    zone,
    construction: construction.id,
    widthM: 3,
    heightM: 3,
    tiltDeg,
    azimuthDeg,
    boundary: { kind: 'outdoors' },
    ...options.each,
    ...options.faces?.[id],
  });
  return {
    schema: 'gridtwin-building/1',
    name: 'cube',
    constructions: [construction],
    zones: [{ id: zone, volumeM3: 27, floorAreaM2: 9, ...options.zone }],
    elements: [
      face('south', 90, 180),
      face('west', 90, 270),
      face('north', 90, 0),
      face('east', 90, 90),
      face('roof', 0, 180),
      face('floor', 180, 180),
    ],
  };
}

/** The year in half-hour steps unless told otherwise, or a thrown list of issues. */
export function yearOf(
  model: BuildingModel,
  weather: WeatherYear,
  options: ZoneModelOptions = {},
): BuildingModelYear {
  const outcome = simulateBuildingModel(model, weather, { stepsPerHour: 2, ...options });
  if (!outcome.ok) throw new Error(outcome.issues.map(({ message }) => message).join('; '));
  return outcome.value;
}
