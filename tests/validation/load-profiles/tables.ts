import { existsSync, readFileSync } from 'node:fs';
import { USE_PROFILES } from '../../../src/model/archetypes';
import {
  fullLoadHours,
  hourlyShares,
  seasonOf,
  standardLoadProfile,
  type StandardProfile,
} from '../../../src/sim/devices';
import { type Comparison, largest, percent, small, table } from '../markdown';
import bdew from './bdew-2025/case.json';
import newSet from './bdew-new-set/case.json';

const sum = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);

interface ProfileFile {
  readonly profiles: Readonly<Record<string, StandardProfile>>;
  /** By profile, month and day type (Werktag, Samstag, Feiertag). */
  readonly profiles_2025: Readonly<
    Record<string, Readonly<Record<string, Record<'WT' | 'SA' | 'FT', number[]>>>>
  >;
}

export const FILE = `../shared/data/building-validation/${bdew.input.profiles}`;
export const HAVE_PROFILES = existsSync(FILE);
const profileFile = (): ProfileFile => JSON.parse(readFileSync(FILE, 'utf8')) as ProfileFile;

export interface ProfileFigure {
  readonly name: string;
  readonly fullLoadHours: number;
  readonly expectedFullLoadHours: number;
  readonly maxOverMean: number;
  readonly expectedMaxOverMean: number;
  /** Largest deviation of an hour's share of the year, and of winter's. */
  readonly hourShareError: number;
  readonly winterShareError: number;
}

/** Profiles over 2025 beside their reference; needs the file of profiles. */
export function profileFigures(): ProfileFigure[] {
  const { profiles } = profileFile();
  return Object.entries(bdew.expected).map(([name, expected]) => {
    const dynamised = name in bdew.input.dynamised;
    const year = standardLoadProfile(profiles[dynamised ? 'h0' : name]!, bdew.input, { dynamised });
    const shares = hourlyShares(year, 900);
    const winter = year.filter((_, quarter) => seasonOf(Math.floor(quarter / 96)) === 'winter');
    return {
      name,
      fullLoadHours: fullLoadHours(year, 900),
      expectedFullLoadHours: expected.fullLoadHours,
      maxOverMean: (Math.max(...year) * 35040) / sum(year),
      expectedMaxOverMean: expected.maxOverMean,
      hourShareError: largest(expected.hourlyShares.map((share, hour) => shares[hour]! - share)),
      winterShareError: Math.abs(sum(winter) / sum(year) - expected.shareWinter),
    };
  });
}

export interface NewSetFigure {
  readonly name: string;
  readonly dynamised: boolean;
  readonly months: number;
  readonly annualKWh: number;
  readonly yearKWh: Float64Array;
  /** First quarter-hour of a Saturday in February as the file has it. */
  readonly firstOfFebruary: number;
}

export function newSetFigures(): NewSetFigure[] {
  const { profiles_2025 } = profileFile();
  return Object.entries(newSet.input.dynamised).map(([name, dynamised]) => {
    const months = Object.values(profiles_2025[name]!);
    const profile = months.map(({ WT, SA, FT }) => ({ workday: WT, saturday: SA, sunday: FT }));
    const yearKWh = standardLoadProfile(profile, newSet.input, { dynamised });
    return {
      name,
      dynamised,
      months: months.length,
      annualKWh: sum(yearKWh),
      yearKWh,
      firstOfFebruary: months[1]!.SA[0]!,
    };
  });
}

/** Uses of commerce and the profile of their trade; the least overlap of the two daily shapes (1 = the same). */
export const TRADES = [
  ['office', 'g1', 0.8],
  ['school', 'g1', 0.8],
  ['retail', 'g4', 0.8],
  ['hospital', 'g3', 0.65],
  ['restaurant', 'g2', 0.65],
  ['hotel', 'g3', 0.65],
] as const;

export function tradeFigures() {
  const { profiles } = profileFile();
  return TRADES.map(([use, profile, least]) => {
    const schedule = Float64Array.from(USE_PROFILES[use].schedules.appliances.weekday);
    const ours = hourlyShares(schedule, 3600);
    const standard = hourlyShares(Float64Array.from(profiles[profile]!.winter.workday), 900);
    const overlap = (shift: number): number =>
      sum(ours.map((share, hour) => Math.min(share, standard[(hour + shift) % 24]!)));
    return { use, profile, least, overlap: overlap(0), shiftedOverlap: overlap(6) };
  });
}

const newSetError = ({ annualKWh }: NewSetFigure): number => annualKWh / newSet.expected.annualKWh - 1;
const hoursError = (one: ProfileFigure): number => one.fullLoadHours / one.expectedFullLoadHours - 1;

/** What README.md holds between its markers; nothing where the file of profiles is not at hand. */
export function readmeTables(): Record<string, string> {
  if (!HAVE_PROFILES) return {};
  const profiles = profileFigures().map((one) => [
    one.name,
    one.expectedFullLoadHours.toFixed(1),
    one.fullLoadHours.toFixed(1),
    one.expectedMaxOverMean.toFixed(4),
    one.maxOverMean.toFixed(4),
    small(one.hourShareError, 1e-9),
    small(one.winterShareError, 1e-9),
  ]);
  const head = ['full load, h: reference', 'here', 'peak over mean: reference', 'here'];
  const set = newSetFigures().map((one) => [
    one.name,
    newSet.expected.annualKWh.toFixed(0),
    one.annualKWh.toFixed(0),
    percent(newSetError(one), 2),
  ]);
  const trades = tradeFigures().map(({ use, profile, least, overlap }) => [
    `${use}, ${profile}`,
    overlap.toFixed(2),
    String(least),
  ]);
  return {
    profiles: table(['Profile', ...head, "worst hour's share", "winter's share"], profiles),
    'new-set': table(['Profile', 'written for, kWh', 'here', 'deviation'], set),
    trades: table(['Use and profile', 'overlap', 'at least'], trades),
  };
}

export function comparisons(): Comparison[] {
  if (!HAVE_PROFILES) return [];
  const [profiles, set, trades] = [profileFigures(), newSetFigures(), tradeFigures()];
  const folder = 'load-profiles';
  return [
    {
      folder,
      compared: `full load hours and daily shape of ${profiles.length} standard profiles, 2025`,
      against: "BDEW's, by demandlib",
      figure: `hours ${small(largest(profiles.map(hoursError)), 1e-9)}, an hour's share ${small(largest(profiles.map((one) => one.hourShareError)), 1e-9)} at worst`,
      tolerance: `${bdew.tolerance.fullLoadHoursRelative}, ${bdew.tolerance.share}`,
    },
    {
      folder,
      compared: `energy of a year of the ${set.length} profiles of 2025`,
      against: 'what they are written for',
      figure: `${percent(largest(set.map(newSetError)), 2)} at worst`,
      tolerance: percent(newSet.tolerance.annualRelative, 0),
    },
    {
      folder,
      compared: `a workday's shape of ${trades.length} uses of commerce`,
      against: "BDEW's profile of the trade",
      figure: `overlap ${Math.min(...trades.map(({ overlap }) => overlap)).toFixed(2)} at least`,
      tolerance: `${Math.min(...TRADES.map(([, , least]) => least))} to ${Math.max(...TRADES.map(([, , least]) => least))} by use`,
    },
  ];
}
