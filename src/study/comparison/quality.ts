import { assumptionsOf, worstQuality } from '../../model/archetypes';
import { MEASURES } from '../../measures';
import type { AssumptionKey } from '../../model/assumptions';
import { ASSUMPTIONS } from '../../model/assumptions';
import type { Building, QualityClass } from '../../model/building';
import type { ArchetypeRegion, District } from '../../model/district';
import type { Scenario } from '../../model/scenario';
import { basisOf } from '../../kpi';
import { factorQuality } from '../../kpi/factorQuality';
import { COST_FACTORS } from '../../kpi/costFactors';
import { HOUSEHOLD_KPI_IDS } from '../../kpi/householdKpis';
import {
  LOWEST_THIRD_HOURS,
  RELIABILITY_DEFINITIONS,
  RELIABILITY_KEYS,
  VULNERABLE_HOURS,
} from '../../kpi/reliability';
import { adoptionAt } from '../../scenario';
import { isHostingKpi } from '../districtHosting';
import type { ScenarioCosts } from '../scenarioCosts';
import type { ScenarioYear } from '../scenarioYear';

/** Something an indicator stands on. */
export interface QualityInput {
  readonly what: string;
  readonly quality: QualityClass;
}

export interface KpiQuality {
  readonly quality: QualityClass;
  /** The inputs that are of this class, a few by name. */
  readonly because: readonly string[];
}

const keysLike = (ending: string): readonly AssumptionKey[] =>
  (Object.keys(ASSUMPTIONS) as AssumptionKey[]).filter((key) => key.includes(ending));

const byGridCarbon = (...sectors: readonly string[]): Record<string, readonly AssumptionKey[]> =>
  Object.fromEntries(sectors.map((sector) => [`carbon-${sector}`, ['gridCarbonKgPerKwh' as const]]));

/** The factors and prices an indicator is counted with; indicators that are not named stand on the run alone. */
export const KPI_FACTORS: Readonly<Record<string, readonly AssumptionKey[]>> = {
  carbon: keysLike('CarbonKgPerKwh'),
  ...byGridCarbon('spaceHeating', 'hotWater', 'cooling', 'appliancesAndLight', 'vehicleCharging', 'storage', 'gridLosses'), // prettier-ignore
  carbonHourly: ['gridCarbonKgPerKwh', 'gridCarbonDaySwing', 'gridCarbonSeasonSwing'],
  carbonHourlyDifference: ['gridCarbonKgPerKwh', 'gridCarbonDaySwing', 'gridCarbonSeasonSwing'],
  carbonMarginal: ['marginalKgPerKwh'],
  'carbon-gas': ['gasCarbonKgPerKwh'],
  'carbon-oil': ['oilCarbonKgPerKwh'],
  'carbon-districtHeat': ['districtHeatCarbonKgPerKwh'],
  'primary-electricity': ['electricityPrimary'],
  'primary-gas': ['gasPrimary'],
  'primary-oil': ['oilPrimary'],
  'primary-districtHeat': ['districtHeatPrimary'],
  energyCost: keysLike('PriceEurPerKwh'),
  primaryEnergy: keysLike('Primary'),
};

const COST_KEYS = Object.keys(COST_FACTORS) as (keyof typeof COST_FACTORS)[];

/** The same of the cost of the measures: what the network and charging cost, how long it lasts, interest and grants. */
export const COST_KPI_FACTORS: Readonly<Record<string, readonly AssumptionKey[]>> = {
  investment: COST_KEYS,
  measuresCost: COST_KEYS,
};

/** The same of bills, burden and poverty, beside the tariffs. */
const BILL_KEYS = [...keysLike('PriceEurPerKwh'), 'medianIncomeEurPerYear', 'incomeGini'] as const;
export const HOUSEHOLD_KPI_FACTORS: Readonly<Record<string, readonly AssumptionKey[]>> = Object.fromEntries(
  [...HOUSEHOLD_KPI_IDS].map((id) => [id, BILL_KEYS]),
);

/** The same of expected reliability: how often equipment fails, and how long switching and repair take. */
const EXPECTED_IDS = [...RELIABILITY_DEFINITIONS.map(({ id }) => id), 'EC: I: ES: 1C', 'EC: I: ES: 2C'];
export const RELIABILITY_KPI_FACTORS: Readonly<Record<string, readonly AssumptionKey[]>> = Object.fromEntries(
  EXPECTED_IDS.map((id) => [id, RELIABILITY_KEYS]),
);
const DRAWN_HOMES: QualityInput = {
  what: 'Who is vulnerable and what homes earn, drawn by shares',
  quality: 'unknown_untraceable',
};
const HOSTED_UNITS: QualityInput = {
  what: 'Power of one unit that is added',
  quality: 'unknown_untraceable',
};
const OF_DRAWN_HOMES: readonly string[] = [VULNERABLE_HOURS.id, LOWEST_THIRD_HOURS.id];

const NAMED = 4;

/**
 * The class of an indicator in a year: the worst of what it stands on. Where the cost of the measures is known line by line,
 * its indicators have the class of the lines; else that of everything a line may be counted with.
 */
export function qualityOf(
  { scenario, district }: ScenarioYear,
  costs?: ScenarioCosts,
  ofMoney: QualityClass = 'unknown_untraceable',
): (kpiId: string) => KpiQuality {
  const ofRun = [...districtInputs(district), ...measureInputs(scenario)];
  const { factors } = basisOf(scenario);
  return (kpiId) => {
    if (HOUSEHOLD_KPI_IDS.has(kpiId))
      return worstOf([{ what: 'Tariffs, prices and incomes', quality: ofMoney }, ...ofRun]);
    if (isHostingKpi(kpiId)) return worstOf([HOSTED_UNITS, ...ofRun]);
    const isCost = Object.hasOwn(COST_KPI_FACTORS, kpiId);
    if (isCost && costs !== undefined) return worstOf([...costInputs(kpiId, costs), ...ofRun]);
    const known = isCost ? COST_KPI_FACTORS : { ...KPI_FACTORS, ...RELIABILITY_KPI_FACTORS };
    const keys = Object.hasOwn(known, kpiId) ? known[kpiId]! : [];
    const counted = keys.map((key) => ({
      what: ASSUMPTIONS[key].label,
      quality: factorQuality(factors[key]),
    }));
    const drawn = OF_DRAWN_HOMES.includes(kpiId) ? [DRAWN_HOMES] : [];
    return worstOf([...counted, ...drawn, ...ofRun]);
  };
}

/** Of an investment its prices alone; of what a year costs all figures of a line. */
function costInputs(kpiId: string, { lines }: ScenarioCosts): readonly QualityInput[] {
  return lines.map(({ type, investment, quality }) => {
    const ofPrice = investment.known ? investment.quality : 'unknown_untraceable';
    const what = `${MEASURES[type].label}: cost`;
    return { what, quality: kpiId === 'investment' ? ofPrice : quality };
  });
}

function worstOf(inputs: readonly QualityInput[]): KpiQuality {
  const quality =
    inputs.length === 0 ? 'unknown_untraceable' : worstQuality(inputs.map((one) => one.quality));
  const names = [...new Set(inputs.filter((one) => one.quality === quality).map(({ what }) => what))];
  const rest = names.length - NAMED;
  return { quality, because: [...names.slice(0, NAMED), ...(rest > 0 ? [`${rest} more`] : [])] };
}

/** What measures of the year are described by, where they reach somebody. */
function measureInputs(scenario: Scenario): readonly QualityInput[] {
  return scenario.measures
    .filter((measure) => adoptionAt(measure, scenario.year) > 0)
    .flatMap(({ type, parameters }) => {
      const { label, parameters: declared } = MEASURES[type];
      return declared.map(({ name, label: what, quality }) => ({
        what: `${label}: ${what}`,
        quality: parameters[name] === undefined ? quality : ('personal_estimation' as const),
      }));
    });
}

const knownFigures = new WeakMap<Building, readonly QualityInput[]>();

/** Untouched buildings keep their identity from scenario to scenario: their figures are looked up once. */
function figuresOf(building: Building, region: ArchetypeRegion): readonly QualityInput[] {
  const present = knownFigures.get(building);
  if (present !== undefined) return present;
  const figures = assumptionsOf(building, region).map(({ name, quality }) => ({ what: name, quality }));
  knownFigures.set(building, figures);
  return figures;
}

const knownDistricts = new WeakMap<District, readonly QualityInput[]>();

/** Figures of the buildings, each kind once; and the network. */
function districtInputs(district: District): readonly QualityInput[] {
  const present = knownDistricts.get(district);
  if (present !== undefined) return present;
  const { buildings, archetypeRegion, network } = district;
  const found = new Map<string, QualityInput>();
  for (const building of buildings)
    for (const figure of figuresOf(building, archetypeRegion))
      found.set(`${figure.what} ${figure.quality}`, figure);
  const isLaid = network?.lines.some(({ synthetic }) => synthetic) === true;
  const grid: QualityInput = { what: 'network laid by rule', quality: 'estimation_assumptions' };
  const inputs = [...found.values(), ...(isLaid ? [grid] : [])];
  knownDistricts.set(district, inputs);
  return inputs;
}
