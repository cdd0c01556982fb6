export { compileNetwork } from './compile';
export type { CompiledNetwork, CompileOptions, MagnetisingPlacement } from './compiled';
export { type BranchStep, createBranchStep, deriveBranches } from './derive';
export { downstreamBranches, downstreamBuildings, downstreamStorages } from './feeders';
export { solveStep } from './solve';
export {
  busVoltageMagnitudes,
  busVoltagePhasors,
  createWorkspace,
  resetWorkspace,
  type Workspace,
} from './workspace';
