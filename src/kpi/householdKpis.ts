import { BILL_DEFINITIONS } from './bills/definitions';
import { COMMUNITY_DEFINITIONS, COMMUNITY_TOTALS } from './community/definitions';
import type { KpiDefinition } from './definition';
import { INCOME_THIRDS } from './incomes';
import { ENERGY_BURDEN, POVERTY_DEFINITIONS, POVERTY_MEASURES, type PovertyMeasure } from './poverty';

const BURDEN_IDS = ['energyBurdenLowest', 'energyBurdenMiddle', 'energyBurdenHighest'] as const;

/** Energy burden of each third of the households, the lowest first. */
export const BURDEN_DEFINITIONS: readonly KpiDefinition[] = INCOME_THIRDS.map((name, third) => ({
  ...ENERGY_BURDEN,
  id: BURDEN_IDS[third]!,
  unit: '%',
  name: `Energy burden, ${name}`,
  definition: `Cost of the year's energy over income after housing: median of the households of the ${name} by income per equivalent person.`,
}));

/** What is spent is not known in a run: it is taken as the cost of required energy, so that M/2 is no measure of need. */
const HALF_MEDIAN: KpiDefinition = {
  ...POVERTY_DEFINITIONS.halfMedian,
  definition: `${POVERTY_DEFINITIONS.halfMedian.definition} Here spending is taken as the cost of required energy: it finds thrifty homes and those with panels, and nobody who stays cold.`,
  direction: 'neither',
};

/** The five measures of poverty as a run can tell them. */
export const POVERTY_IN_RUN: Readonly<Record<PovertyMeasure, KpiDefinition>> = {
  ...POVERTY_DEFINITIONS,
  halfMedian: HALF_MEDIAN,
};

/** Indicators of bills, burden, poverty and energy communities that every year has, in the order they are shown. */
export const HOUSEHOLD_DEFINITIONS: readonly KpiDefinition[] = [
  ...Object.values(BILL_DEFINITIONS),
  ...BURDEN_DEFINITIONS,
  ...POVERTY_MEASURES.map((measure) => POVERTY_IN_RUN[measure]),
  ...COMMUNITY_TOTALS,
];

/** The same, and those of energy communities that have a value only where there is one. */
export const HOUSEHOLD_KPI_IDS: ReadonlySet<string> = new Set(
  [...HOUSEHOLD_DEFINITIONS, ...Object.values(COMMUNITY_DEFINITIONS)].map(({ id }) => id),
);
