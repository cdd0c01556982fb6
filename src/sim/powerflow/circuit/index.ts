export { BranchFlowTable } from './branchFlowTable';
export { type CircuitFlows, circuitFlows } from './circuitFlows';
export { type CompiledCircuit, compileCircuit } from './compileCircuit';
export type { CircuitElement, ElementKind } from './elementTable';
export { reportBases } from './reportBases';
export { type Moment, rowPowers, SNAPSHOT } from './powers';
export { type CircuitSolution, type ElementFlow, elementFlow, type TerminalFlow } from './solution';
export { circuitSolver, type CircuitOptions, solveCircuit, type SolvedCircuit } from './solveCircuit';
export { type SeriesOptions, type SeriesStep, solveSeries } from './solveSeries';
