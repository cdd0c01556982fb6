import type { Circuit } from '../../../model/circuit';
import { fail, type Issue, type Outcome, settle, succeed } from '../../../model/outcome';
import { actOnControls, type ControlAction, type ControlQueue, newQueue } from '../controls/loop';
import type { InverterPower } from '../controls/inverter';
import { instruments } from '../controls/measure';
import type { SolveSettings } from '../flow';
import type { CompiledCircuit } from './compileCircuit';
import { hourOfDay, type Moment, type RowPowers, rowPowers, SNAPSHOT } from './powers';
import { type PowersOf, prepareAnywhere, type Ready, SnapshotSolver } from './snapshotSolver';
import type { CircuitSolution } from './solution';

export interface CircuitOptions {
  readonly settings?: SolveSettings;
  /** `static`: controls act until none wants to, time standing still. */
  readonly controls?: 'static' | 'off';
  readonly moment?: Moment;
  /** Of every injection row, instead of what the moment says. */
  readonly powers?: RowPowers;
}

export interface SolvedCircuit {
  /** As given, with the taps and switched steps that the controls ended on. */
  readonly circuit: Circuit;
  readonly compiled: CompiledCircuit;
  readonly solution: CircuitSolution;
  readonly controlIterations: number;
  readonly actions: readonly ControlAction[];
  /** What inverters under control feed, by generator id. */
  readonly inverters: ReadonlyMap<string, InverterPower>;
  /** False when controls still wanted to act at the iteration limit, or inverters or held voltages did not come to rest. */
  readonly settled: boolean;
}

/** Tight enough that currents through switches of 0.1 milliohm keep six digits. */
export const SNAPSHOT_SETTINGS: SolveSettings = { tolerancePu: 1e-11, maxIterations: 100 };

/**
 * Solves one step of a circuit with its controls: solve, let every control look, carry out the actions that fall due first,
 * solve again (OpenDSS's static control mode). Fails when the circuit does not compile.
 */
export function solveCircuit(circuit: Circuit, options: CircuitOptions = {}): Outcome<SolvedCircuit> {
  const { settings = SNAPSHOT_SETTINGS } = options;
  const step = stepOptions(circuit, options);
  const outcome = solveStep(new SnapshotSolver(settings), circuit, step);
  const warning = step.controlled ? timeControls(circuit) : [];
  return outcome.ok ? succeed(outcome.value, [...warning, ...outcome.issues]) : outcome;
}

/** The circuit asks for controls by the clock; delays rank them here, and all that fall due act within the step. */
export function timeControls({ name, study, regulatorControls, capacitorControls }: Circuit): Issue[] {
  const acting = [...regulatorControls, ...capacitorControls].some(({ enabled }) => enabled);
  if (study.controls !== 'time' || !acting) return [];
  return [
    {
      severity: 'warning',
      code: 'circuit-controls-time',
      source: name,
      where: 'controls',
      message:
        'The circuit asks for controls by the clock. They act as in static mode instead: in the order of their delays, until none wants to, within the step.',
      remedy: 'Expect other taps than by the clock where delays are longer than a step.',
    },
  ];
}

/**
 * The same for circuits one after the other: one that differs from the one before in loads and generators alone, the same
 * objects otherwise, is solved with what that one was compiled to. No result depends on which circuits came before.
 */
export function circuitSolver(options: CircuitOptions = {}): (circuit: Circuit) => Outcome<SolvedCircuit> {
  const { settings = SNAPSHOT_SETTINGS } = options;
  let kept: Ready | undefined;
  return (circuit) => {
    const ready = prepareAnywhere(circuit, settings, kept);
    if (!ready.ok) return ready;
    kept = ready.value;
    return solveStep(new SnapshotSolver(settings, kept), circuit, stepOptions(circuit, options));
  };
}

function stepOptions(circuit: Circuit, options: CircuitOptions): StepOptions {
  const { moment = SNAPSHOT, controls = 'static', powers } = options;
  const controlled = controls === 'static' && hasStaticControls(circuit);
  return { moment, controlled, powersOf: (compiled) => powers ?? rowPowers(compiled, moment) };
}

export const hasStaticControls = (circuit: Circuit): boolean => circuit.study.controls !== 'off';

export interface StepOptions {
  readonly moment: Moment;
  readonly controlled: boolean;
  readonly powersOf: PowersOf;
}

/** The same with a solver that keeps its factors from step to step. */
export function solveStep(
  solver: SnapshotSolver,
  circuit: Circuit,
  { moment, controlled, powersOf }: StepOptions,
): Outcome<SolvedCircuit> {
  const limit = controlled ? circuit.study.maxControlIterations : 1;
  const actions: ControlAction[] = [];
  let queue: ControlQueue = newQueue();
  let present = circuit;
  for (let iteration = 1; ; iteration++) {
    const solved = solver.solve(present, controlled, powersOf);
    if (!solved.ok) return fail(solved.issues);
    const { compiled, voltages, inverters, rests } = solved.value;
    present = compiled.circuit;
    const done = (resting: boolean): Outcome<SolvedCircuit> => {
      const settled = resting && rests;
      const given = { circuit: present, compiled, solution: solved.value.report(), inverters };
      const warnings = [
        ...(resting ? [] : [unsettled(circuit, limit)]),
        ...(rests ? [] : [unsettledInverters(circuit)]),
      ];
      return settle({ ...given, controlIterations: iteration, actions, settled }, [
        ...solved.issues,
        ...warnings,
      ]);
    };
    if (!controlled || voltages.status !== 'converged') return done(true);
    const read = instruments(compiled, voltages.voltageRe, voltages.voltageIm);
    const next = actOnControls(present, queue, read, hourOfDay(moment));
    if (next.actions.length === 0) return done(true);
    if (iteration >= limit) return done(false);
    actions.push(...next.actions);
    queue = next.queue;
    present = next.circuit;
  }
}

function unsettledInverters(circuit: Circuit): Issue {
  return {
    severity: 'warning',
    code: 'circuit-inverters-unsettled',
    source: circuit.name,
    where: 'controls',
    message:
      'Inverters did not come to rest on their curves, or generators did not reach the voltage they hold.',
    remedy: 'Make the curves less steep, widen limits of reactive power, or strengthen the network there.',
  };
}

function unsettled(circuit: Circuit, limit: number): Issue {
  return {
    severity: 'warning',
    code: 'circuit-controls-unsettled',
    source: circuit.name,
    where: 'controls',
    message: `After ${limit} control iterations some regulator or capacitor control still wants to act.`,
    remedy: 'Raise the limit of control iterations or look for two controls that work against each other.',
  };
}
