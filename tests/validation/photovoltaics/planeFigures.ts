import { calendarOf } from '../../../src/sim/arrays/calendar';
import { perezPlaneIrradiance } from '../../../src/sim/weather';
import bestest from './bestest-planes/case.json';
import pvlib from './perez-planes/case.json';
import { epwAt } from './weatherFiles';

export const FILE = `../shared/data/bestest/${bestest.input.weatherFile}`;
export const weather = epwAt(FILE);
export const hourly = calendarOf(3600, 0);

export const sum = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);
export const day = (values: Float64Array, dayOfYear: number): Float64Array =>
  values.slice(24 * (dayOfYear - 1), 24 * dayOfYear);

export type Day = keyof typeof bestest.input.dayOfYear;
interface Plane {
  readonly tiltDeg: number;
  readonly azimuthDeg: number;
}
export const onPlane = ({ tiltDeg, azimuthDeg }: Plane, calendar = hourly): Float64Array =>
  perezPlaneIrradiance(weather!, calendar, tiltDeg, azimuthDeg, bestest.input.albedo);

/** A year on a plane between the six programs' least and most. */
export interface PlaneYear {
  readonly name: string;
  readonly kWhPerM2: number;
  readonly minKWhPerM2: number;
  readonly maxKWhPerM2: number;
}

export const planeYears = (): PlaneYear[] =>
  Object.entries(bestest.expected.annual).map(([name, plane]) => ({
    name,
    kWhPerM2: sum(onPlane(plane)) / 1000,
    minKWhPerM2: plane.minKWhPerM2,
    maxKWhPerM2: plane.maxKWhPerM2,
  }));

export interface PlaneDay {
  readonly name: string;
  /** Of 24, within the programs' widened band. */
  readonly hoursInside: number;
}

export const planeDays = (): PlaneDay[] =>
  Object.entries(bestest.expected.hourly).flatMap(([date, planes]) =>
    Object.entries(planes).map(([plane, { minWPerM2, maxWPerM2 }]) => {
      const geometry = bestest.expected.annual[plane as keyof typeof bestest.expected.annual];
      const found = day(onPlane(geometry), bestest.input.dayOfYear[date as Day]);
      const widening = bestest.tolerance.bandWidenedByShareOfPeak * Math.max(...maxWPerM2);
      const inside = [...found].filter(
        (value, hour) => value >= minWPerM2[hour]! - widening && value <= maxWPerM2[hour]! + widening,
      );
      return { name: `${date}, ${plane}`, hoursInside: inside.length };
    }),
  );

/** A year on a plane beside pvlib's Perez model. */
export interface PerezYear {
  readonly name: string;
  readonly kWhPerM2: number;
  readonly expectedKWhPerM2: number;
}

export const perezYears = (): PerezYear[] =>
  Object.entries(pvlib.expected.annual).map(([name, plane]) => ({
    name,
    kWhPerM2: sum(onPlane(plane)) / 1000,
    expectedKWhPerM2: plane.kWhPerM2,
  }));
