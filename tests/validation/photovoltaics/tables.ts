import { type Comparison, largest, percent, table } from '../markdown';
import bestest from './bestest-planes/case.json';
import pvlib from './perez-planes/case.json';
import phoenix from './phoenix-pvwatts/case.json';
import { HAVE_PHOENIX, type PhoenixYear, phoenixYear } from './phoenixFigures';
import { type PerezYear, perezYears, planeDays, type PlaneYear, planeYears, weather } from './planeFigures';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const isInside = ({ kWhPerM2, minKWhPerM2, maxKWhPerM2 }: PlaneYear): boolean =>
  kWhPerM2 >= minKWhPerM2 && kWhPerM2 <= maxKWhPerM2;
const perezError = ({ kWhPerM2, expectedKWhPerM2 }: PerezYear): number => kWhPerM2 / expectedKWhPerM2 - 1;

/** Planes of the Denver year; nothing where its file is not at hand. */
export function planeTables(): Record<string, string> {
  if (!weather) return {};
  const planes = planeYears().map((plane) => [
    plane.name,
    `${plane.minKWhPerM2.toFixed(0)} to ${plane.maxKWhPerM2.toFixed(0)}`,
    `${plane.kWhPerM2.toFixed(0)}${isInside(plane) ? '' : '*'}`,
  ]);
  const days = planeDays().map(({ name, hoursInside }) => [name, `${hoursInside} of 24`]);
  const perez = perezYears().map((plane) => [
    plane.name,
    plane.expectedKWhPerM2.toFixed(1),
    plane.kWhPerM2.toFixed(1),
    percent(perezError(plane), 2),
  ]);
  return {
    planes: table(['kWh/m² a', 'programs', 'here'], planes),
    days: table(['Day', 'hours inside'], days),
    perez: table(['kWh/m² a', 'pvlib', 'here', 'deviation'], perez),
  };
}

/** PVWatts' year; nothing where its file is not at hand. */
export function phoenixTables(): Record<string, string> {
  if (!HAVE_PHOENIX) return {};
  const { annualKWh, months } = phoenixYear();
  const line = (name: string, kWh: number, expectedKWh: number): string[] => [
    name,
    expectedKWh.toFixed(1),
    kWh.toFixed(1),
    percent(kWh / expectedKWh - 1, 2),
  ];
  const rows = [
    line('year', annualKWh, phoenix.expected.annualKWh),
    ...months.map(({ kWh, expectedKWh }, month) => line(MONTHS[month]!, kWh, expectedKWh)),
  ];
  return { phoenix: table(['kWh', 'PVWatts 8', 'here', 'deviation'], rows) };
}

/** What README.md holds between its markers. */
export const readmeTables = (): Record<string, string> => ({ ...planeTables(), ...phoenixTables() });

const monthError = ({ months }: PhoenixYear): number =>
  largest(months.map(({ kWh, expectedKWh }) => kWh / expectedKWh - 1));

/** All of them or none: a folder's rows are kept together. */
export function comparisons(): Comparison[] {
  if (!weather || !HAVE_PHOENIX) return [];
  const [planes, days, perez, year] = [planeYears(), planeDays(), perezYears(), phoenixYear()];
  const least = Math.min(...days.map(({ hoursInside }) => hoursInside));
  const { bandWidenedByShareOfPeak, hoursInsideOf24 } = bestest.tolerance;
  const folder = 'photovoltaics';
  return [
    {
      folder,
      compared: `sun on ${planes.length} planes, years and ${days.length} days`,
      against: 'ASHRAE 140-2020 B8, six programs',
      figure: `${planes.filter(isInside).length} of ${planes.length} years inside, ${least} hours of a day at least`,
      tolerance: `the range; ${hoursInsideOf24} of 24 hours within it and ${percent(bandWidenedByShareOfPeak, 0)} of the peak`,
    },
    {
      folder,
      compared: `sun on ${perez.length} planes, years`,
      against: "pvlib's Perez model",
      figure: `${percent(largest(perez.map(perezError)), 2)} at worst`,
      tolerance: percent(pvlib.tolerance.annualRelative, 1),
    },
    {
      folder,
      compared: 'a 4 kW system in Phoenix, year and months',
      against: 'PVWatts 8',
      figure: `year ${percent(year.annualKWh / phoenix.expected.annualKWh - 1, 2)}, a month ${percent(monthError(year), 2)} at worst`,
      tolerance: `${percent(phoenix.tolerance.annualRelative, 0)}, ${percent(phoenix.tolerance.monthlyRelative, 0)}`,
    },
  ];
}
