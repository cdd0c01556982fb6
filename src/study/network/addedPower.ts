import type {
  Circuit,
  CircuitGenerator,
  CircuitLoad,
  Terminal,
  VoltageLimits,
  WindingConnection,
} from '../../model/circuit';
import { fail, type Issue, type Outcome, settle } from '../../model/outcome';
import { isPhase } from './fedPhases';
import type { CircuitSolution, SolveCircuit } from './solver';
import type { CircuitTopology } from './topology';

/** Power added at a bus for a what-if; three nodes share it evenly. */
export interface AddedPower {
  readonly busId: string;
  /** Phases 1 to 3; one of them connects phase to star point (delta buses: to the next phase that is fed). */
  readonly phases: readonly number[];
  readonly direction: 'load' | 'generation';
  /** Of all phases together, non-negative. */
  readonly pW: number;
  /** Load: drawn; generation: delivered. */
  readonly qVar: number;
}

/** What the buses offer to an addition. */
export interface BusSupply {
  /** Phase-to-earth base; NaN where none is known. */
  readonly baseVoltageV: (busId: string) => number;
  /** Phases 1 to 3 with a path to a source. */
  readonly fedPhases: (busId: string) => readonly number[];
}

export function busSupply(topology: CircuitTopology, solution: CircuitSolution): BusSupply {
  const bases = new Map<string, number>();
  solution.nodes.forEach(({ busId }, row) => bases.set(busId, solution.baseVoltageV[row]!));
  return {
    baseVoltageV: (busId) => bases.get(busId) ?? NaN,
    fedPhases: (busId) => topology.fedPhases[topology.rowOfBus.get(busId) ?? -1] ?? [],
  };
}

/** Constant power at any voltage: the harder case, and the one a limit search must not escape from. */
const ALWAYS: VoltageLimits = { minPu: 0, maxPu: Infinity, lowPu: 0 };

/** Unlike what files call their loads, so that what carries nothing is known for the addition's own. */
const ID = '+added-';

/** Solves with power added. An addition that would draw nothing is an error: nothing at all always fits. */
export function solveWithAdded(
  circuit: Circuit,
  added: readonly AddedPower[],
  supply: BusSupply,
  solve: SolveCircuit,
): Outcome<CircuitSolution> {
  const changed = withAddedPower(circuit, added, supply);
  if (!changed.ok) return changed;
  const solved = solve(changed.value);
  if (!solved.ok) return solved;
  const isIdle = solved.value.unfedIds.some((id) => id.startsWith(ID));
  return isIdle ? fail([drawsNothing(circuit.name, added)]) : solved;
}

/** The circuit with power added; everything but loads and generators is the same object. */
export function withAddedPower(
  circuit: Circuit,
  added: readonly AddedPower[],
  supply: BusSupply,
): Outcome<Circuit> {
  const loads: CircuitLoad[] = [];
  const generators: CircuitGenerator[] = [];
  const issues: Issue[] = [];
  merge(added).forEach((power, index) => {
    if (power.pW === 0 && power.qVar === 0) return;
    const { connection, starNode } = connectionAt(circuit, power.busId);
    const nodes = connection === 'wye' ? [...power.phases, starNode] : deltaNodes(power, supply);
    if (nodes.length < 2) issues.push(noPartner(circuit.name, power));
    const element = {
      id: `${ID}${index}`,
      terminal: { busId: power.busId, nodes },
      phases: power.phases.length,
      connection,
      ratedVoltageV: ratedVoltageV(power, connection, supply.baseVoltageV(power.busId)),
      limits: ALWAYS,
      pW: power.pW,
      qVar: power.qVar,
      shapes: {},
      enabled: true,
    };
    if (power.direction === 'load') {
      loads.push({ ...element, model: { kind: 'constantPower' }, fixed: true });
    } else {
      const ratedSVa = Math.sqrt(power.pW * power.pW + power.qVar * power.qVar);
      generators.push({ ...element, kind: 'photovoltaic', model: 'constantPower', ratedSVa });
    }
  });
  return settle(
    {
      ...circuit,
      loads: loads.length > 0 ? [...circuit.loads, ...loads] : circuit.loads,
      generators: generators.length > 0 ? [...circuit.generators, ...generators] : circuit.generators,
    },
    issues,
  );
}

/** One entry per bus, phases and direction: units that share a connection become one element. */
function merge(added: readonly AddedPower[]): AddedPower[] {
  const merged = new Map<string, AddedPower>();
  for (const power of added) {
    const key = `${power.direction}/${power.phases.join('.')}/${power.busId}`;
    const before = merged.get(key);
    merged.set(
      key,
      before === undefined ? power : { ...before, pW: before.pW + power.pW, qVar: before.qVar + power.qVar },
    );
  }
  return [...merged.values()];
}

/** One phase lies against the next one in 1, 2, 3, 1 that is fed; alone where there is none. */
function deltaNodes({ busId, phases }: AddedPower, supply: BusSupply): readonly number[] {
  const [phase] = phases;
  if (phases.length !== 1 || phase === undefined) return phases;
  const fed = supply.fedPhases(busId);
  const partner = [(phase % 3) + 1, ((phase + 1) % 3) + 1].find((other) => fed.includes(other));
  return partner === undefined ? phases : [phase, partner];
}

function ratedVoltageV(power: AddedPower, connection: WindingConnection, baseVoltageV: number): number {
  const across = power.phases.length === 1 && connection === 'wye' ? 1 : Math.sqrt(3);
  return across * baseVoltageV;
}

/**
 * How things are connected at a bus: as its loads are; without loads against a star point, to the bus's neutral where a
 * line brings one, else to earth. A star load between two phases has no star point and says nothing.
 */
function connectionAt(
  circuit: Circuit,
  busId: string,
): { readonly connection: WindingConnection; readonly starNode: number } {
  const loads = circuit.loads.filter((load) => load.enabled && load.terminal.busId === busId);
  for (const { connection, terminal, phases } of loads) {
    const starNode = terminal.nodes[phases] ?? 0;
    if (connection === 'wye' && !isPhase(starNode)) return { connection, starNode };
  }
  if (loads.some((load) => load.connection === 'delta')) return { connection: 'delta', starNode: 0 };
  const hasNeutral = (end: Terminal): boolean => end.busId === busId && end.nodes.includes(4);
  const neutral = circuit.lines.some((line) => hasNeutral(line.from) || hasNeutral(line.to));
  return { connection: 'wye', starNode: neutral ? 4 : 0 };
}

function noPartner(source: string, { busId, phases }: AddedPower): Issue {
  return {
    severity: 'error',
    code: 'added-no-partner',
    source,
    where: busId,
    field: 'phases',
    value: phases.join(', '),
    message: `Bus ${busId} is connected in delta and has no second phase with supply for phase ${phases.join(', ')}.`,
    remedy: 'Choose a bus with two phases or a neutral.',
  };
}

function drawsNothing(source: string, added: readonly AddedPower[]): Issue {
  const where = [...new Set(added.map(({ busId }) => busId))].slice(0, 20).join(', ');
  return {
    severity: 'error',
    code: 'added-draws-nothing',
    source,
    where,
    message: `What is added at ${where} would carry nothing: a conductor it stands on has no path to a source.`,
    remedy: 'Ask for phases that the bus has.',
  };
}
