import type { District } from '../../model/district';
import { fedBus, supplyOf } from '../../scenario/selectors/supply';
import type { Selection } from '../appState';

/** |P|/S of what is connected, where nobody says another: that of mixed loads; inverters at unity. */
export const CONNECT_POWER_FACTOR = { load: 0.95, generation: 1 } as const;

/** Where something would be connected: a bus, that of a building, the busbar behind a transformer, the far end of a cable. */
export type ConnectPlace =
  | { readonly busId: string }
  /** `refusal` says why nothing can be connected there. */
  | { readonly busId: null; readonly refusal: ConnectRefusal };
export type ConnectRefusal = 'noNetwork' | 'noConnection' | 'noSupply' | 'nothingFed';

const refused = (refusal: ConnectRefusal): ConnectPlace => ({ busId: null, refusal });

export function connectPlace(district: District, { kind, id }: Selection): ConnectPlace {
  const { network, buildings } = district;
  if (network === null) return refused('noNetwork');
  const supply = supplyOf(network);
  if (kind === 'building' || kind === 'bus') {
    const busId = kind === 'bus' ? id : buildings.find((one) => one.id === id)?.connection?.busId;
    if (busId === undefined) return refused('noConnection');
    const isFed = supply.feedingBranch[supply.busRow.get(busId) ?? -1] !== -2;
    return isFed ? { busId } : refused('noSupply');
  }
  const elements: readonly { readonly id: string }[] = kind === 'line' ? network.lines : network.transformers;
  const row = elements.findIndex((element) => element.id === id);
  const bus = row < 0 ? -1 : fedBus(supply, kind === 'line' ? row : row + supply.branches.lineCount);
  return bus < 0 ? refused('nothingFed') : { busId: network.buses[bus]!.id };
}
