export { cashFlowsOf, hasCashFlows, hasPurchases, type CashFlows } from './cashFlows';
export { scenarioCosts, type CostInput } from './scenarioCosts';
export { sumOf } from './sums';
export type { Amount, CostLine, CostSum, MeasureCosts, ScenarioCosts } from './types';
