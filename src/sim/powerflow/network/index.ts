export { busVoltages, type BusVoltages } from './busVoltages';
export { compileNetwork, type CompileOptions } from './compileNetwork';
export type { CompiledNetwork } from './compiled';
export { downstreamBranches, downstreamBuildings, downstreamStorages } from './feeders';
export { networkCircuit } from './networkCircuit';
export type { NetworkSteps } from './networkSteps';
export type { CompiledRegulators } from './regulators';
export { NETWORK_SETTINGS, type NetworkLoads, solveNetwork } from './solveNetwork';
