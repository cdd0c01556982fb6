import type { Circuit, Terminal } from '../../model/circuit';
import { isFed, type CircuitTopology } from './topology';

/** Loads and generators that stand on a phase without a path to a source. */
export interface LostSupply {
  readonly loadIds: readonly string[];
  readonly generatorIds: readonly string[];
  readonly busIds: readonly string[];
}

export function lostSupply(circuit: Circuit, topology: CircuitTopology): LostSupply {
  const lost = <
    Element extends { readonly id: string; readonly terminal: Terminal; readonly enabled: boolean },
  >(
    elements: readonly Element[],
  ): string[] =>
    elements.filter((each) => each.enabled && !isFed(topology, each.terminal)).map((each) => each.id);
  return {
    loadIds: lost(circuit.loads),
    generatorIds: lost(circuit.generators),
    busIds: topology.busIds.filter((_, row) => topology.fedPhases[row]!.length === 0),
  };
}

/**
 * The part of a circuit that sources reach, so that a solver never meets a floating island. Loads and generators on a bus
 * with some of their phases missing are out too.
 */
export function fedPart(circuit: Circuit, topology: CircuitTopology): Circuit {
  const busHasSupply = ({ busId }: Terminal): boolean => {
    const row = topology.rowOfBus.get(busId);
    return row !== undefined && topology.fedPhases[row]!.length > 0;
  };
  const fed = (each: { readonly terminal: Terminal }): boolean => isFed(topology, each.terminal);
  return {
    ...circuit,
    buses: circuit.buses.filter((_, row) => topology.fedPhases[row]!.length > 0),
    lines: circuit.lines.filter(({ from, to }) => busHasSupply(from) && busHasSupply(to)),
    transformers: circuit.transformers.filter(({ windings }) =>
      windings.every((winding) => busHasSupply(winding.terminal)),
    ),
    capacitors: circuit.capacitors.filter(fed),
    reactors: circuit.reactors.filter(fed),
    loads: circuit.loads.filter(fed),
    generators: circuit.generators.filter(fed),
    regulatorControls: circuit.regulatorControls.filter(({ transformerId }) =>
      circuit.transformers.some(
        ({ id, windings }) => id === transformerId && windings.every((each) => busHasSupply(each.terminal)),
      ),
    ),
    capacitorControls: circuit.capacitorControls.filter(({ capacitorId }) =>
      circuit.capacitors.some((each) => each.id === capacitorId && fed(each)),
    ),
  };
}
