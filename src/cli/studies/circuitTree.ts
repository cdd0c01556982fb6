import type { Circuit } from '../../model/circuit';
import { circuitTopology, type FeedTree, feedTree } from '../../study/network';

/** The ways from the circuit's sources to its buses. */
export function circuitTree(circuit: Circuit): FeedTree {
  const sources = circuit.sources.filter((source) => source.enabled);
  return feedTree(
    circuitTopology(circuit),
    sources.map((source) => source.terminal.busId),
  );
}
