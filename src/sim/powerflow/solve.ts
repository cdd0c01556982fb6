import type { CompiledNetwork } from './compiled';
import { sweepCurrents, sweepVoltages } from './sweeps';
import type { Workspace } from './workspace';

/**
 * Solves one step by fixed-point current injection on the tree (eq. 8-11), starting from the voltages in the workspace.
 *
 * Net load of building b in phase f stands at `pW[offset + b * buildingStride + f * phaseStride]`, same for qVar;
 * positive = consumption, constant power. `storageW[storageOffset + s * storageStride]` is charge minus discharge of
 * storage s, balanced over the phases. Returns the iterations used, negated when the step did not converge; then
 * `ws.mismatchPu` and `ws.worstBus` say how far off and where, and the next step starts from the no-load voltages.
 */
export function solveStep(
  compiled: CompiledNetwork,
  ws: Workspace,
  pW: Float64Array,
  qVar: Float64Array,
  offset: number,
  buildingStride: number,
  phaseStride: number,
  storageW: Float64Array | null,
  storageOffset: number,
  storageStride: number,
): number {
  const { powerVa, voltage } = ws;
  powerVa.fill(0);
  addBuildings(compiled, powerVa, pW, qVar, offset, buildingStride, phaseStride);
  if (storageW !== null) addStorages(compiled, powerVa, storageW, storageOffset, storageStride);
  if (ws.restart) voltage.set(compiled.noLoadVoltage);
  ws.restart = false;

  const targetSquared = ws.tolerancePu * ws.tolerancePu;
  let iterations = 0;
  let previousSquared = Infinity;
  let remainingSquared = Infinity;
  while (iterations < ws.maxIterations && !(remainingSquared < targetSquared)) {
    iterations++;
    sweepCurrents(compiled, ws);
    sweepVoltages(compiled, ws);
    remainingSquared = nextChangeSquared(ws.changeSquared, previousSquared);
    previousSquared = ws.changeSquared;
    if (!(ws.changeSquared < Infinity)) break;
  }
  const converged = remainingSquared < targetSquared;
  ws.mismatchPu = Math.sqrt(converged ? remainingSquared : ws.changeSquared);
  ws.worstBus = compiled.positionBus[ws.worstPosition]!;
  ws.capped = false;
  sweepCurrents(compiled, ws);
  if (converged && !ws.capped) return iterations;
  ws.restart = true;
  return -iterations;
}

/** Slower contraction than this (squared) is not trusted to go on: then the change itself has to fall below the tolerance. */
const STEADY_RATIO_SQUARED = 0.2 * 0.2;

/**
 * Bound on the square of the change that one more iteration would make (eq. 11): a fixed point contracts by a steady
 * ratio, so the next change is the last one times the ratio of the last two.
 */
function nextChangeSquared(changeSquared: number, previousSquared: number): number {
  const ratioSquared = changeSquared / previousSquared;
  return ratioSquared < STEADY_RATIO_SQUARED && previousSquared < Infinity
    ? changeSquared * ratioSquared
    : changeSquared;
}

function addBuildings(
  compiled: CompiledNetwork,
  powerVa: Float64Array,
  pW: Float64Array,
  qVar: Float64Array,
  offset: number,
  buildingStride: number,
  phaseStride: number,
): void {
  const { loadPosition, buildingCount } = compiled;
  for (let b = 0; b < buildingCount; b++) {
    const position = loadPosition[b]!;
    if (position < 0) continue;
    const k = 6 * position;
    const at = offset + b * buildingStride;
    powerVa[k] = powerVa[k]! + pW[at]!;
    powerVa[k + 1] = powerVa[k + 1]! + qVar[at]!;
    powerVa[k + 2] = powerVa[k + 2]! + pW[at + phaseStride]!;
    powerVa[k + 3] = powerVa[k + 3]! + qVar[at + phaseStride]!;
    powerVa[k + 4] = powerVa[k + 4]! + pW[at + 2 * phaseStride]!;
    powerVa[k + 5] = powerVa[k + 5]! + qVar[at + 2 * phaseStride]!;
  }
}

function addStorages(
  compiled: CompiledNetwork,
  powerVa: Float64Array,
  storageW: Float64Array,
  offset: number,
  stride: number,
): void {
  const { storagePosition } = compiled;
  for (let s = 0; s < storagePosition.length; s++) {
    const k = 6 * storagePosition[s]!;
    const third = storageW[offset + s * stride]! / 3;
    powerVa[k] = powerVa[k]! + third;
    powerVa[k + 2] = powerVa[k + 2]! + third;
    powerVa[k + 4] = powerVa[k + 4]! + third;
  }
}
