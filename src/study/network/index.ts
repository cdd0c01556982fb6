export {
  answerPointQuestion,
  type PointAnswer,
  type PointCondition,
  type PointQuestion,
} from './pointQuestion';
export { ANSI_RANGE_A_PU, ANSI_RANGE_B_PU, ANSI_UNBALANCE_MAX, ansiRange, type AnsiRange } from './ansiC84';
export { balanceView, type BalanceRow, type BalanceView } from './balanceView';
export { type AddedPower, type BusSupply, busSupply, solveWithAdded, withAddedPower } from './addedPower';
export { withBranchOpen, withLineClosed, withScaledPower } from './circuitEdits';
export { contingency, type Contingency, type ContingencySettings, type SwitchingResult } from './contingency';
export { EN_50160, en50160Basis, En50160Counter, type En50160Result, type En50160Week } from './en50160';
export { ExtremesCollector, type ExtremesSettings, type NetworkExtremes } from './extremes';
export { fedPart, lostSupply, type LostSupply } from './fedPart';
export { busesBehind, type FeedTree, feedTree } from './feedTree';
export { checkFuses, type FuseCheck, type FuseCheckSettings, lostClearing } from './fuseCheck';
export { HOSTED_TECHNOLOGIES, type HostedTechnology, type TechnologyId } from './hostedTechnology';
export type { HostingPlace } from './hostingAllocation';
export { type HostingCapacity, hostingCapacity, type HostingSettings } from './hostingCapacity';
export {
  ANSI_C84_1_LIMITS,
  type ConstraintTable,
  constraintTable,
  EN_50160_LIMITS,
  type NetworkLimits,
  type Violation,
  violations,
} from './limits';
export {
  faultCircuit,
  LARGEST_CURRENTS,
  type ShortCircuit,
  shortCircuitAt,
  type ShortCircuitSettings,
  SMALLEST_LV_CURRENTS,
  SMALLEST_MV_CURRENTS,
  smallestCurrentsAt,
} from './shortCircuit';
export type { BranchKind, BranchResult, CircuitSolution, SolveCircuit, TheveninOf } from './solver';
export { type ReadingLayout, readingLayout, readStep, type StepReading } from './stepReading';
export {
  maxDeviations,
  supplyPoints,
  supplyVoltagesPu,
  threePhasePoints,
  unbalanceFactors,
} from './supplyVoltage';
export {
  type CircuitTopology,
  circuitTopology,
  type Island,
  isFed,
  linePhases,
  type UnfedBus,
  unfedBuses,
} from './topology';
export {
  maxDeviationUnbalance,
  unbalanceFactor,
  unbalanceFactorOfLineVoltages,
} from '../../sim/powerflow/unbalance';
export { type ProfilePoint, type VoltageProfile, voltageProfile } from './voltageProfile';
export { powerFlowSolver, solutionOf } from './powerFlow';
export { powerFlowThevenin } from './thevenin';
export { type CircuitYear, circuitYear, type YearSettings } from './circuitYear';
export {
  ageTransformers,
  type TransformerAge,
  type TransformerLoads,
  transformerLoads,
} from './transformerYear';
