export type { AskedKpi } from './askedKpis';
export {
  DISTRIBUTIONS,
  latinHypercube,
  quantileOf,
  sampleQuantile,
  type Distribution,
} from './distributions';
export {
  inputsOf,
  usualInputs,
  withInput,
  type InputTarget,
  type OwnRange,
  type UncertainInput,
} from './inputs';
export {
  MAX_DRAWS,
  monteCarloOf,
  type ConvergencePoint,
  type KpiSpread,
  type MonteCarlo,
  type MonteCarloOptions,
  type Percentiles,
} from './monteCarlo';
export { tornadoOf, type Tornado, type TornadoBar, type TornadoRow } from './tornado';
