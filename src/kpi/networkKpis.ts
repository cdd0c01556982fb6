import { UNBALANCE_MAX } from '../model/limits';
import type { Kpi, KpiInput } from './districtKpis';
import type { TransformerRatings } from './gridKpis';
import { sum } from './sums';
import { dynamicWords, lineAboveS, transformerAboveS } from './transformerHours';
import { transformerLives } from './transformerLife';

const OWN = 'Gridtwin engine: building loads and three-phase power flow of every step';
const NETWORK = 'Lines and transformers of the district, one year';
const CUSTOMERS = 'Customers of the district: households, and buildings without one; one year';
const BUSES = 'All buses of the district, one year';
const BAND = '0.90 to 1.10 pu in any phase (band of EN 50160, which judges 10-minute means)';
const ONE_BAND = 'Always this band, whatever limits a scenario judges by: a year keeps no hours for others.';

const THRESHOLDS = [80, 100, 120] as const;

/** NaN where there is nothing, or nothing with supply. */
function largest(column: ArrayLike<number>): number {
  let most = -Infinity;
  for (let row = 0; row < column.length; row += 1) if (column[row]! > most) most = column[row]!;
  return most === -Infinity ? Number.NaN : most;
}

/** Hours above 80, 100 and 120 % of the rating, summed over the elements of a kind. */
function hoursAbove(input: KpiInput, kind: 'transformer' | 'line', ratings?: TransformerRatings): Kpi[] {
  const { rows } = input;
  const isLine = kind === 'line';
  const rated = isLine ? 'rated current' : 'nameplate rating';
  return THRESHOLDS.map((percent) => {
    const own = isLine
      ? Float64Array.from({ length: rows.lineCount }, (_, row) => lineAboveS(input, row, percent / 100))
      : Float64Array.from(rows.transformerIds, (_, row) =>
          transformerAboveS(input, row, percent / 100, ratings),
        );
    return {
      id: `${kind}HoursOver${percent}`,
      label: `${isLine ? 'Cable' : 'Transformer'} hours above ${percent} %`,
      value: sum(own) / 3600,
      unit: 'h',
      definition: `Hours in which ${isLine ? 'a line' : 'a transformer'} carries more than ${percent} % of its ${rated}, summed over all of them: two in one hour count twice.${isLine ? '' : dynamicWords(ratings)}`,
      boundary: NETWORK,
      source: OWN,
      betterWhen: 'lower',
    };
  });
}

/** How full and how old lines and transformers get. */
export function loadingKpis(input: KpiInput, ratings?: TransformerRatings): Kpi[] {
  const lines = input.table.branchLoadingMax.subarray(0, input.rows.lineCount);
  return [
    ...hoursAbove(input, 'transformer', ratings),
    {
      id: 'worstLineLoading',
      label: 'Worst cable',
      value: 100 * largest(lines),
      unit: '%',
      definition: 'Largest phase current of any line in any step, relative to its rated current.',
      boundary: NETWORK,
      source: OWN,
      betterWhen: 'lower',
    },
    ...hoursAbove(input, 'line'),
    ...ageingKpis(input),
  ];
}

function ageingKpis({ table, stepS }: KpiInput): Kpi[] {
  const lives = transformerLives(table, stepS);
  const source =
    'IEC 60076-7, non-upgraded paper, constants of ONAN distribution transformers as public code has them';
  return [
    {
      id: 'transformerAgeing',
      label: 'Fastest ageing transformer',
      value: 100 * largest(lives.map(({ meanAgeingRate }) => meanAgeingRate)),
      unit: '%',
      definition:
        'Mean relative ageing rate V = 2^((theta_h - 98)/6) of the insulation over the year, of the transformer with the highest; 100 % = ages as designed. Hot spot from loading and outdoor air, without a surcharge for the enclosure.',
      boundary: NETWORK,
      source,
      betterWhen: 'lower',
    },
    {
      id: 'transformerLifeUsed',
      label: 'Life used of transformers',
      value: lives.reduce((total, { lossOfLifeH }) => total + lossOfLifeH, 0),
      unit: 'h',
      definition:
        'Loss of life L = sum of V dt of all transformers: equivalent hours at a hot spot of 98 °C, of 180,000 h each.',
      boundary: NETWORK,
      source,
      betterWhen: 'lower',
    },
  ];
}

interface Band {
  readonly lowerPu: number;
  readonly upperPu: number;
}

/** Voltage as customers meet it. */
export function voltageKpis(input: KpiInput, limits: Band): Kpi[] {
  return [...outsideKpis(input, limits), ...extremeKpis(input), ...unbalanceKpis(input)];
}

/** A year keeps hours for one band, whatever a scenario judges by: each indicator says its own. */
function outsideKpis({ table, rows }: KpiInput, { lowerPu, upperPu }: Band): Kpi[] {
  const { busVMinPu, busVMaxPu, busUnderVoltageS, busOverVoltageS } = table;
  const outsideS = busVMinPu.map((_, bus) => busUnderVoltageS[bus]! + busOverVoltageS[bus]!);
  const isOutside = (bus: number): number => (busVMinPu[bus]! < lowerPu || busVMaxPu[bus]! > upperPu ? 1 : 0);
  const common = { boundary: CUSTOMERS, source: OWN, betterWhen: 'lower' } as const;
  const isUsual = lowerPu === 0.9 && upperPu === 1.1;
  return [
    {
      ...common,
      id: 'customersOutsideBand',
      label: `Customers outside ${isUsual ? '±10 %' : `${lowerPu} to ${upperPu} pu`}`,
      value: overCustomers(rows, isOutside),
      unit: 'count',
      definition: `Customers at buses with a phase voltage outside ${lowerPu.toFixed(2)} to ${upperPu.toFixed(2)} pu in at least one step.`,
    },
    {
      ...common,
      id: 'customerHoursOutsideBand',
      label: 'Customer hours outside ±10 %',
      value: overCustomers(rows, (bus) => outsideS[bus]!) / 3600,
      unit: 'h',
      definition: `Hours in which the voltage of a customer is outside ${BAND}, summed over customers. ${ONE_BAND}`,
    },
    {
      ...common,
      id: 'longestOutsideBand',
      label: 'Longest time outside ±10 %',
      value: largest(outsideS) / 3600,
      unit: 'h',
      definition: `Hours of the year in which the bus that is out the longest is outside ${BAND}. ${ONE_BAND}`,
      boundary: BUSES,
    },
  ];
}

function overCustomers({ busCustomers }: KpiInput['rows'], of: (bus: number) => number): number {
  if (busCustomers === undefined) return Number.NaN;
  return busCustomers.reduce((sum, customers, bus) => sum + (customers > 0 ? customers * of(bus) : 0), 0);
}

function extremeKpis({ table }: KpiInput): Kpi[] {
  const bus = { boundary: BUSES, source: OWN, betterWhen: 'lower', unit: '%' } as const;
  return [
    {
      ...bus,
      id: 'lowestVoltage',
      label: 'Lowest voltage',
      value: -100 * largest(table.busVMinPu.map((vPu) => -vPu)),
      definition: 'Lowest phase voltage of any bus in any step, relative to nominal.',
      betterWhen: 'higher',
    },
    {
      ...bus,
      id: 'highestVoltage',
      label: 'Highest voltage',
      value: 100 * largest(table.busVMaxPu),
      definition: 'Highest phase voltage of any bus in any step, relative to nominal.',
    },
  ];
}

/** EN 50160: at most 2 % (UNBALANCE_MAX) in 95 % of a week. */
const WEEK_S = 7 * 86_400;
const SHARE_ABOVE = 0.05;
const UNBALANCE_SOURCE = `${OWN}; factor: IEC 61000-4-30, limit: EN 50160, from memory`;
const AT_STEPS =
  'EN 50160 judges 10-minute means: hourly steps are a screening. Weeks are counted from 1 January, and the last day of a year as one.';

/** Negative over positive sequence of the voltages, and how long it is above what EN 50160 allows. */
function unbalanceKpis({ table, rows }: KpiInput): Kpi[] {
  const { busUnbalanceMax, busUnbalanceWeekS } = table;
  const common = { source: UNBALANCE_SOURCE, betterWhen: 'lower' } as const;
  const isBroken = (bus: number): number => (busUnbalanceWeekS[bus]! > SHARE_ABOVE * WEEK_S ? 1 : 0);
  return [
    {
      ...common,
      id: 'voltageUnbalance',
      label: 'Voltage unbalance',
      value: 100 * largest(busUnbalanceMax),
      unit: '%',
      definition:
        'Unbalance factor |V-|/|V+| of the phase voltages, negative over positive sequence, largest of any bus in any step; from the complex voltages of the power flow.',
      boundary: BUSES,
    },
    {
      ...common,
      id: 'unbalanceWeekShare',
      label: 'Time above 2 % unbalance',
      value: (100 * largest(busUnbalanceWeekS)) / WEEK_S,
      unit: '%',
      definition: `Share of a week with an unbalance factor above ${100 * UNBALANCE_MAX} %, of the bus and the week with the largest; EN 50160 allows ${100 * SHARE_ABOVE} %. ${AT_STEPS}`,
      boundary: BUSES,
    },
    {
      ...common,
      id: 'customersUnbalanced',
      label: 'Customers with too much unbalance',
      value: overCustomers(rows, isBroken),
      unit: 'count',
      definition: `Customers at buses whose unbalance factor is above ${100 * UNBALANCE_MAX} % for more than ${100 * SHARE_ABOVE} % of any week. ${AT_STEPS}`,
      boundary: CUSTOMERS,
    },
  ];
}
