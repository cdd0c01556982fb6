import { type Comparison, percent, table } from '../markdown';
import {
  acceptanceOf,
  bestestResults,
  errorOf,
  expected,
  type Figure,
  FREE_FLOAT,
  HAVE_WEATHER,
  isInside,
  isLoad,
  LOADS,
  type Results,
} from './cases';

const casesOf = (figures: readonly Figure[]): string[] => [...new Set(figures.map((figure) => figure.case))];
const find = (figures: readonly Figure[], name: string, key: string): Figure =>
  figures.find((figure) => figure.case === name && figure.name === key)!;

/** Figures outside of the range carry an asterisk. */
function valueText(figure: Figure, digits: number): string {
  return `${figure.value.toFixed(digits)}${isInside(figure) || figure.range.max === 0 ? '' : '*'}`;
}

function loadTable([reference, constant]: readonly Results[], gated: boolean): string {
  const loads = reference!.figures.filter(
    (each) => LOADS.some((name) => name === each.name) && each.gated === gated,
  );
  const rows = casesOf(loads).map((name) => [
    name,
    ...LOADS.flatMap((load) => {
      const figure = find(loads, name, load);
      const { min, max } = figure.range;
      const range = max === 0 ? '0' : `${min.toFixed(2)} to ${max.toFixed(2)}`;
      return [range, valueText(figure, 2), valueText(find(constant!.figures, name, load), 2)];
    }),
  ]);
  const each = (unit: string): string[] => [`${unit}: programs`, 'here', 'constant'];
  const head = ['heating MWh', 'cooling MWh', 'peak heating kW', 'peak cooling kW'].flatMap(each);
  return table(['Case', ...head], rows);
}

function floatTable([reference, constant]: readonly Results[]): string {
  const floats = reference!.figures.filter((each) => FREE_FLOAT.some((name) => name === each.name));
  const rows = casesOf(floats).map((name) => [
    name,
    ...FREE_FLOAT.flatMap((key) => {
      const figure = find(floats, name, key);
      const { min, max } = figure.range;
      return [
        `${min.toFixed(1)} to ${max.toFixed(1)}`,
        valueText(figure, 1),
        valueText(find(constant!.figures, name, key), 1),
      ];
    }),
  ]);
  const head = ['mean degC', 'least', 'most'].flatMap((name) => [`${name}: programs`, 'here', 'constant']);
  return table(['Case', ...head], rows);
}

function summaryTable(results: readonly Results[]): string {
  const rows = results.flatMap(({ films, figures }) =>
    [true, false].flatMap((gated) =>
      [LOADS, ...(gated ? LOADS.map((load) => [load]) : [])].map((names) => {
        const chosen = figures.filter(
          (each) => each.gated === gated && isLoad(each) && names.some((name) => name === each.name),
        );
        const errors = chosen.map(errorOf);
        const mean = (values: readonly number[]): number =>
          values.reduce((sum, each) => sum + each, 0) / values.length;
        const what = names.length > 1 ? (gated ? '600 and 900 series' : 'further cases') : names[0]!;
        return [
          `${films}: ${what}`,
          `${chosen.filter(isInside).length} of ${chosen.length}`,
          percent(mean(errors.map(Math.abs))),
          percent(mean(errors)),
        ];
      }),
    ),
  );
  return table(
    ['Films: loads that are not 0', 'inside the range', 'mean absolute error', 'mean error'],
    rows,
  );
}

function profileTable([reference, constant]: readonly Results[]): string {
  const unit: Record<string, string> = { loadKW: 'load', airDegC: 'zone air', skyDegC: 'sky' };
  const rows = reference!.profiles.map((profile, k) => [
    `${profile.name}, ${unit[profile.kind]!}`,
    String(profile.hoursInside),
    percent(profile.worstShareOfPeak),
    profile.kind === 'skyDegC' ? '' : String(constant!.profiles[k]!.hoursInside),
  ]);
  return table(['Day', 'hours inside', 'furthest outside, of the peak', 'constant: hours inside'], rows);
}

function monthlyTable([reference]: readonly Results[]): string {
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  const rows = reference!.monthly.map(({ name, kWh, inside }) => [
    name,
    ...kWh.map((value) => value.toFixed(0)),
    String(inside),
  ]);
  return table(['kWh', ...months, 'months inside'], rows);
}

let both: readonly Results[] | undefined;
/** With both kinds of films, worked out once; nothing where the weather file is not at hand. */
function bothResults(): readonly Results[] {
  both ??= HAVE_WEATHER ? [bestestResults('reference'), bestestResults('constant')] : [];
  return both;
}

/** The README's tables by the names of their markers; nothing where the weather file is not at hand. */
export function readmeTables(results: readonly Results[] = bothResults()): Record<string, string> {
  if (results.length === 0) return {};
  return {
    summary: summaryTable(results),
    loads: loadTable(results, true),
    'free-float': floatTable(results),
    further: loadTable(results, false),
    profiles: profileTable(results),
    monthly: monthlyTable(results),
  };
}

const KINDS = {
  reference: 'films by temperature and wind',
  constant: 'constant films, as the city has them',
};

export function comparisons(results: readonly Results[] = bothResults()): Comparison[] {
  const { tolerance } = expected;
  return results.map(({ films, figures, profiles }) => {
    const loads = figures.filter((each) => each.gated && isLoad(each));
    const floats = figures.filter((each) => each.gated && FREE_FLOAT.some((name) => name === each.name));
    const error = loads.reduce((sum, each) => sum + Math.abs(errorOf(each)), 0) / loads.length;
    const hours = Math.min(...profiles.map(({ hoursInside }) => hoursInside));
    const limited = figures.filter(
      (each) => acceptanceOf(each) && !tolerance.acceptanceReportedOnly.includes(`${each.case} ${each.name}`),
    );
    const held = limited.filter((each) => {
      const [low, high] = acceptanceOf(each)!;
      return each.value >= low && each.value <= high;
    });
    const inside = (some: readonly Figure[]): string => `${some.filter(isInside).length} of ${some.length}`;
    return {
      folder: 'bestest',
      compared: `annual and peak loads, free float, days; ${KINDS[films]}`,
      against: 'ASHRAE 140-2020, six programs',
      figure: `${held.length} of ${limited.length} annual loads inside the limits; ${inside(loads)} loads inside the range, mean absolute error ${percent(error)}; free float ${inside(floats)}; ${hours} hours of a day at least`,
      tolerance: `all limits; ${tolerance.insideOf44} loads, ${percent(tolerance.meanAbsoluteError, 0)}; ${films === 'reference' ? 'all free float' : 'free float reported'}; ${tolerance.profileHours} of 24 hours`,
    };
  });
}
