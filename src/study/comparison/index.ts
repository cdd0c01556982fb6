export { uniqueKeys } from './assembly';
export {
  attributeDifference,
  EXACT_UP_TO,
  type AttributionOptions,
  type DifferenceAttribution,
  type KpiAttribution,
  type PlayerShare,
} from './attributeDifference';
export { withMoney, type MetersOf } from './billed';
export { rememberedMoney, type RememberedMoney } from './rememberedMoney';
export { comparisonWithHosting, hostingKey, withHosting, type HostingOf } from './hosted';
export { reliabilityKpisIn, withReliability } from './supplied';
export { coalitionOf, playersOf, type Player } from './coalition';
export {
  compareScenarios,
  lastOf,
  type ComparedScenario,
  type Comparison,
  type ComparisonRequest,
} from './comparison';
export { decide, type Decision } from './decision';
export {
  ELEMENT_METRICS,
  elementChanges,
  largestChanges,
  type ElementChange,
  type ElementKind,
  type ElementMetric,
  type ElementMetricId,
  type FigureChange,
} from './elements';
export { districtKpisIn, type KpisIn } from '../yearKpis';
export { rememberYears, runKey, type Evaluations } from './evaluations';
export {
  explainViolations,
  loadAtHour,
  type AttributeLoad,
  type ContributorRow,
  type Explanation,
  type LoadAtHour,
} from './explain';
export { kpiTable, type KeyedYear, type KpiCell, type KpiRow } from './kpiTable';
export { COST_KPI_IDS, costKpis, withCosts, type CostsOf, type MoneyOf } from './money';
export {
  aboveLimitW,
  DISTRICT_NODE,
  nodesOf,
  type NodeYear,
  type Peak,
  type PowerPart,
  type PowerSums,
} from './nodes';
export {
  COST_KPI_FACTORS,
  HOUSEHOLD_KPI_FACTORS,
  RELIABILITY_KPI_FACTORS,
  KPI_FACTORS,
  qualityOf,
  type KpiQuality,
} from './quality';
export { LEDGER_AMOUNTS, type Ledger, type LedgerAmount, type LedgerRow } from './cashLedger';
export { LEVELISED_PLANTS, type LevelisedPlant, type LevelisedPlants } from './levelised';
export {
  presentValuesOf,
  type AgainstBaseline,
  type CostedYear,
  type PresentValues,
  type ValueAgainst,
} from './presentValues';
export {
  PRESENT_VALUE_FIGURES,
  presentValueRows,
  rateText,
  type PresentValueRow,
  type Valued,
} from './presentValueRows';
export { criteriaOf, referencePoints, type ReferencePoints, type Wishes } from './references';
export { MAX_PLAYERS, shapleyValues, type CoalitionValue, type ShapleyEstimate } from './shapley';
export { violationsIn, type Violation } from './violations';
export { YEAR_CUTS, type YearCut } from './yearParts';
