import type { CompiledNetwork } from './compiled';

/** Everything that changes from step to step. Steps allocate nothing. One workspace per worker. */
export interface Workspace {
  /** Phase-to-earth voltages in per unit, [position][phase][re, im]. */
  readonly voltage: Float64Array;
  /** Current from the parent into a position in per unit (W per pu), [position][phase][re, im]. */
  readonly current: Float64Array;
  /** Net load in W and var, [position][phase][p, q]. */
  readonly powerVa: Float64Array;
  /** A step counts as solved when one more iteration would move no voltage by this, in per unit of nominal (eq. 11). */
  tolerancePu: number;
  maxIterations: number;
  /** The next step starts from the no-load voltages instead of the last solution. */
  restart: boolean;
  /** Of the last step: the change left (unsolved: the last one made), and the bus row of the largest change. */
  mismatchPu: number;
  worstBus: number;
  /** Internal to the sweeps. */
  changeSquared: number;
  worstPosition: number;
  capped: boolean;
}

/**
 * A workspace at the no-load start. Create (or `resetWorkspace`) one per chunk: within a chunk a step starts from the
 * one before, so a chunk's bits depend on nothing but the chunk.
 */
export function createWorkspace(compiled: CompiledNetwork): Workspace {
  const length = 6 * compiled.positionCount;
  return {
    voltage: Float64Array.from(compiled.noLoadVoltage),
    current: new Float64Array(length),
    powerVa: new Float64Array(length),
    tolerancePu: 1e-9,
    maxIterations: 60,
    restart: true,
    mismatchPu: 0,
    worstBus: -1,
    changeSquared: 0,
    worstPosition: 1,
    capped: false,
  };
}

/** Back to the no-load start; keeps tolerance and iteration limit. */
export function resetWorkspace(ws: Workspace): void {
  ws.restart = true;
  ws.worstPosition = 1;
}

/** Phase-to-earth voltage magnitudes in per unit, `out[bus * 3 + phase]`; NaN at unfed buses. */
export function busVoltageMagnitudes(compiled: CompiledNetwork, ws: Workspace, out: Float64Array): void {
  const { busPosition } = compiled;
  const { voltage } = ws;
  for (let bus = 0; bus < busPosition.length; bus++) {
    const position = busPosition[bus]!;
    for (let f = 0; f < 3; f++) {
      const k = 6 * position + 2 * f;
      out[3 * bus + f] =
        position < 0 ? NaN : Math.sqrt(voltage[k]! * voltage[k]! + voltage[k + 1]! * voltage[k + 1]!);
    }
  }
}

/** Complex voltages in per unit of nominal phase voltage, `out[(bus * 3 + phase) * 2]` re, then im; NaN when unfed. */
export function busVoltagePhasors(compiled: CompiledNetwork, ws: Workspace, out: Float64Array): void {
  const { busPosition } = compiled;
  for (let bus = 0; bus < busPosition.length; bus++) {
    const position = busPosition[bus]!;
    for (let k = 0; k < 6; k++) out[6 * bus + k] = position < 0 ? NaN : ws.voltage[6 * position + k]!;
  }
}
