import { cos, PI } from '../sim/numeric/elementary';
import { J_PER_KWH } from '../units/suffixes';
import { hourlyCarbon } from './carbon';
import type { Kpi, KpiInput } from './districtKpis';
import type { Factors } from './factors';

const BOUNDARY =
  'Electricity that the district takes from the upstream grid in one year; exports earn nothing';
const HOURS_PER_YEAR = 8760;
/** Hour of the day and day of the year with the most carbon, where nothing better is known: evening, mid January. */
const DIRTIEST_HOUR = 20;
const DIRTIEST_DAY = 15;

/**
 * Average intensity of the grid in each step, kg CO2e/kWh, from its mean c and two swings:
 * c_t = c (1 + a_day cos(2 pi (h - 20) / 24)) (1 + a_season cos(2 pi (d - 15) / 365)), h and d at the middle of the step. The
 * mean over the year is c. A placeholder for a series: no measured one may be shipped.
 */
export function gridCarbonKgPerKwh(
  { gridCarbonKgPerKwh: mean, gridCarbonDaySwing: day, gridCarbonSeasonSwing: season }: Factors,
  { stepS, stepCount }: Pick<KpiInput, 'stepS' | 'stepCount'>,
): Float64Array {
  const stepH = stepS / 3600;
  return Float64Array.from({ length: stepCount }, (_, step) => {
    const hour = (step + 0.5) * stepH;
    const ofDay = 1 + day.value * cos((2 * PI * (hour - DIRTIEST_HOUR)) / 24);
    const ofSeason = 1 + season.value * cos((2 * PI * (hour - 24 * DIRTIEST_DAY)) / HOURS_PER_YEAR);
    return mean.value * ofDay * ofSeason;
  });
}

/** What the hours of import are worth in carbon, by average intensities and, labelled, by a marginal one. */
export function carbonHoursKpis(input: KpiInput, factors: Factors): Kpi[] {
  const importJ = input.table.sourcePW.map((powerW) => Math.max(powerW, 0) * input.stepS);
  const { gridCarbonKgPerKwh: mean, gridCarbonDaySwing: day, marginalKgPerKwh: margin } = factors;
  const found = hourlyCarbon(importJ, gridCarbonKgPerKwh(factors, input), mean.value);
  const importKwh = importJ.reduce((sum, energyJ) => sum + energyJ, 0) / J_PER_KWH;
  const common = { unit: 'kg CO2e', boundary: BOUNDARY, betterWhen: 'lower' } as const;
  return [
    {
      ...common,
      id: 'carbonHourly',
      label: 'Carbon of grid import, hour by hour',
      value: found.hourlyKg,
      definition:
        'Import of each step at the average intensity of the grid in that step: a mean, a swing over the day and one over the year.',
      source: `${mean.source}; swings: ${day.source}`,
    },
    {
      ...common,
      id: 'carbonHourlyDifference',
      label: 'Hourly less yearly carbon',
      value: found.differenceKg,
      definition:
        'What the hours of import add or save against one average intensity for the year; exactly 0 where the swings are 0.',
      source: day.source,
    },
    {
      ...common,
      id: 'carbonMarginal',
      label: 'Grid import at the marginal intensity',
      value: importKwh * margin.value,
      definition: `Import at ${margin.value} kg CO2e/kWh, the short-run margin. Only its change between two scenarios means anything: what more or less use moves, not what the district emits. Never add it to an average figure.`,
      source: margin.source,
    },
  ];
}
