import { existsSync, readFileSync } from 'node:fs';
import { readEpw } from '../../../src/io/epw';
import { simulateBuildingModel } from '../../../src/sim/buildings/multinode';
import { monthlyHeatNeedJPerM2, monthsOf } from '../../../src/sim/buildings/monthlyMethod';
import { type Comparison, medianOf, percent, table } from '../markdown';
import { ALL, type CountryVariant, allVariants } from '../tabula/tables';
import { buildingOf, kWh } from '../tabula/variants';
import description from './case.json';
import { hourlyModelOf } from './model';

const MANNHEIM = '../shared/data/weather/DEU_Mannheim_107290_BBSR-TRY.epw';
export const READS = `${ALL}, ${MANNHEIM}`;
export const HAVE_FILES = existsSync(ALL) && existsSync(MANNHEIM);

/** TABULA's own variants for one generation of German building each. */
const GERMAN = /^DE\.N\.(SFH|TH|MFH|AB)\.\d\d\.(Gen|HR)\.ReEx/;

export interface HourlyFigure {
  readonly code: string;
  readonly sizeClass: string;
  readonly fromYear: number;
  readonly toYear: number;
  readonly monthlyKWhPerM2: number;
  readonly hourlyKWhPerM2: number;
  readonly ratio: number;
}

interface DatedVariant extends CountryVariant {
  readonly size_class: string;
  readonly year1: number;
  readonly year2: number;
}

/** Both methods on the same weather year; nothing where a file is not at hand. */
export function hourlyFigures(): HourlyFigure[] {
  if (!HAVE_FILES) return [];
  const outcome = readEpw(readFileSync(MANNHEIM, 'latin1'), MANNHEIM);
  if (!outcome.ok) throw new Error('the weather file was not read');
  const weather = outcome.value;
  const months = monthsOf(weather);
  const variants = (allVariants() as DatedVariant[]).filter(({ code }) => GERMAN.test(code));
  return variants.map((variant) => {
    // Constant set-point in all rooms, as the hourly model has it.
    const building = { ...buildingOf(variant), reductionAt1: 1, reductionAt4: 1 };
    const monthlyKWhPerM2 = kWh(monthlyHeatNeedJPerM2(building, months));
    const run = simulateBuildingModel(hourlyModelOf(variant), weather, {
      films: 'constant',
      stepsPerHour: 1,
    });
    if (!run.ok) throw new Error(`${variant.code}: ${run.issues[0]?.message}`);
    const hourlyKWhPerM2 = run.value.zones[0]!.heatingKWh / building.referenceAreaM2;
    return {
      code: variant.code,
      sizeClass: variant.size_class,
      fromYear: variant.year1,
      toYear: variant.year2,
      monthlyKWhPerM2,
      hourlyKWhPerM2,
      ratio: hourlyKWhPerM2 / monthlyKWhPerM2,
    };
  });
}

function ratioRow(name: string, figures: readonly HourlyFigure[]): string[] {
  const ratios = figures.map(({ ratio }) => ratio);
  const figuresOf = [medianOf(ratios), Math.min(...ratios), Math.max(...ratios)];
  return [name, String(ratios.length), ...figuresOf.map((value) => value.toFixed(2))];
}

const periodOf = ({ fromYear, toYear }: HourlyFigure): string =>
  fromYear === 0 ? `until ${toYear}` : toYear > 2050 ? `from ${fromYear}` : `${fromYear} to ${toYear}`;

function groups(figures: readonly HourlyFigure[], key: (figure: HourlyFigure) => string): string[][] {
  const names = [...new Set(figures.map(key))];
  return names.map((name) =>
    ratioRow(
      name,
      figures.filter((each) => key(each) === name),
    ),
  );
}

/** What README.md holds between its markers. */
export function readmeTables(figures = hourlyFigures()): Record<string, string> {
  if (figures.length === 0) return {};
  const byAge = [...figures].sort((a, b) => a.fromYear - b.fromYear || a.toYear - b.toYear);
  const types = figures.map(({ code, monthlyKWhPerM2, hourlyKWhPerM2, ratio }) => [
    code,
    monthlyKWhPerM2.toFixed(1),
    hourlyKWhPerM2.toFixed(1),
    ratio.toFixed(2),
  ]);
  const head = ['types', 'hourly over monthly: median', 'least', 'most'];
  return {
    summary: table(
      ['German types', ...head],
      [ratioRow('all', figures), ...groups(figures, ({ sizeClass }) => sizeClass)],
    ),
    periods: table(['Built', ...head], groups(byAge, periodOf)),
    types: table(['Type', 'monthly, kWh/m² a', 'hourly, kWh/m² a', 'hourly over monthly'], types),
  };
}

export function comparisons(figures = hourlyFigures()): Comparison[] {
  if (figures.length === 0) return [];
  const [, count, median, least, most] = ratioRow('all', figures);
  const { medianRelative, eachRelative } = description.tolerance;
  return [
    {
      folder: 'tabula-hourly',
      compared: `hourly heat need of ${count} German types as built, Mannheim`,
      against: "TABULA's monthly method on the same year",
      figure: `median ${median}, ${least} to ${most} of it`,
      tolerance: `median ${percent(medianRelative, 0)}, each ${percent(eachRelative, 0)}`,
    },
  ];
}
