import type { Network } from '../../model/network';
import { supplyOf } from '../../scenario/selectors/supply';

/** The transformer that feeds each bus along closed branches from the source; what nothing feeds is not in it. */
export function suppliedBy(network: Network | null): ReadonlyMap<string, string> {
  if (network === null) return new Map();
  const { transformerOfBus } = supplyOf(network);
  return new Map(
    network.buses.flatMap(({ id }, row): [string, string][] => {
      const transformer = network.transformers[transformerOfBus[row]!];
      return transformer === undefined ? [] : [[id, transformer.id]];
    }),
  );
}
