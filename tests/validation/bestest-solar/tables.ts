import { type Comparison, percent, table } from '../markdown';
import denver from './denver/case.json';
import {
  type AnnualFigure,
  HAVE_WEATHER,
  type SolarFigures,
  solarFigures,
  solarTables,
} from './solarFigures';

const isInside = ({ kWhPerM2, minKWhPerM2, maxKWhPerM2 }: AnnualFigure): boolean =>
  kWhPerM2 >= minKWhPerM2 && kWhPerM2 <= maxKWhPerM2;

function quarterTable({ annual }: SolarFigures): string {
  const rows = annual.map((figure) => [
    figure.name,
    `${figure.minKWhPerM2.toFixed(0)} to ${figure.maxKWhPerM2.toFixed(0)}`,
    `${figure.kWhPerM2.toFixed(0)}${isInside(figure) ? '' : '*'}`,
  ]);
  return table(['kWh/m² a, by quarter-hours', 'programs', 'here'], rows);
}

const atStep = (stepS: 3600 | 900): SolarFigures | undefined =>
  HAVE_WEATHER ? solarFigures(stepS) : undefined;

/** What README.md holds between its markers; nothing where the weather file is not at hand. */
export function readmeTables(hours = atStep(3600), quarters = atStep(900)): Record<string, string> {
  if (!hours || !quarters) return {};
  return { figures: solarTables(hours), 'quarter-hours': quarterTable(quarters) };
}

export function comparisons(hours = atStep(3600)): Comparison[] {
  if (!hours) return [];
  const { annual, ratios, profiles } = hours;
  const { profileHours, profileBandShareOfPeak, ratioShare } = denver.tolerance;
  const yearsInside = annual.filter(isInside);
  const ratiosInside = ratios.filter(({ ratio, min, max }) => ratio >= min && ratio <= max);
  const fewest = Math.min(...profiles.map(({ hoursInside }) => hoursInside));
  return [
    {
      folder: 'bestest-solar',
      compared: 'sun on planes, through windows and behind shades',
      against: 'ASHRAE 140-2020 B8, six programs',
      figure: `${yearsInside.length} of ${annual.length} years and ${ratiosInside.length} of ${ratios.length} ratios inside, ${fewest} hours of a day at least`,
      tolerance: `the range, ratios ${percent(ratioShare, 0)} off it; ${profileHours} of 24 hours within it and ${percent(profileBandShareOfPeak, 0)} of the peak`,
    },
  ];
}
