import { USE_PROFILES } from '../../../src/model/archetypes';
import type { BuildingUse } from '../../../src/model/building';
import { addHotWater, daySpan, hotWaterKey } from '../../../src/sim/devices';
import { type Comparison, largest, percent, table } from '../markdown';
import shape from './day-shape/case.json';
import volumes from './volumes/case.json';

const DAYS = 60;
const HOUSEHOLDS = 400;
const MEAN_W = 100;

/** Energy of each hour in the draws of many households; the tank is charged so fast that each charge stays in its hour. */
function hourlyWh(offDay: boolean): Float64Array {
  const values = new Float64Array(DAYS * 24);
  const window = { values, offset: 0, fromStep: 0, toStep: values.length, stepMin: 60 };
  for (let home = 0; home < HOUSEHOLDS; home += 1) {
    const days = daySpan(0, DAYS, () => offDay);
    addHotWater(hotWaterKey(7, `home${home}`, 0), days, MEAN_W, 1e8, window);
  }
  const hours = new Float64Array(24);
  values.forEach((value, hour) => (hours[hour % 24]! += value));
  return hours;
}

export const KINDS = ['workday', 'offDay'] as const;

export interface DrawFigure {
  readonly kind: (typeof KINDS)[number];
  /** All draws over those asked for. */
  readonly energyShare: number;
  readonly windows: readonly {
    readonly fromHour: number;
    readonly toHour: number;
    readonly share: number;
    readonly expected: number;
  }[];
}

export const drawFigures = (): DrawFigure[] =>
  KINDS.map((kind) => {
    const hours = hourlyWh(kind === 'offDay');
    const total = hours.reduce((a, b) => a + b, 0);
    const windows = shape.expected[kind].map(({ fromHour, toHour, share }) => ({
      fromHour,
      toHour,
      share: hours.slice(fromHour, toHour).reduce((a, b) => a + b, 0) / total,
      expected: share,
    }));
    return { kind, energyShare: total / (DAYS * 24 * HOUSEHOLDS * MEAN_W), windows };
  });

export const volumeFigures = () =>
  Object.entries(volumes.expected.litresPerPersonDay).map(([use, expected]) => ({
    use,
    expected,
    litres: USE_PROFILES[use as BuildingUse].hotWaterLPerPersonDay,
  }));

/** What README.md holds between its markers. */
export function readmeTables(figures = drawFigures()): Record<string, string> {
  const draws = figures.flatMap(({ kind, windows }) =>
    windows.map(({ fromHour, toHour, share, expected }) => [
      `${kind === 'offDay' ? 'day off' : 'workday'}, ${fromHour} to ${toHour} h`,
      percent(expected),
      percent(share),
    ]),
  );
  const litres = volumeFigures().map(({ use, expected, litres: ours }) => [
    use,
    String(expected),
    String(ours),
  ]);
  return {
    draws: table(['Hours', 'reference', 'here'], draws),
    volumes: table(['Litres per person and day', 'reference', 'here'], litres),
  };
}

export function comparisons(figures = drawFigures()): Comparison[] {
  const errors = figures.flatMap(({ windows }) => windows.map(({ share, expected }) => share - expected));
  const litres = volumeFigures();
  const folder = 'hot-water';
  return [
    {
      folder,
      compared: `share of the day's draws in ${errors.length} windows of hours`,
      against: 'DHWcalc, as OpenDHW has it',
      figure: `${percent(largest(errors), 2)} of the day at worst`,
      tolerance: percent(shape.tolerance.share),
    },
    {
      folder,
      compared: `litres per person and day of ${litres.length} uses`,
      against: volumes.origin,
      figure: `${largest(litres.map((one) => one.litres - one.expected))} l at worst`,
      tolerance: `${volumes.tolerance.litres} l`,
    },
  ];
}
