import type { Building } from '../../model/building';
import { LV_BELOW_V, type Network } from '../../model/network';
import type { MeasureParameter } from '../definition';
import { besideSplit } from './besideStation';
import { farSplit } from './farStation';
import { feedTreeOf } from './feedTree';
import { networkMeasure, type NetworkPlan } from './networkMeasure';
import type { Split, SplitAt } from './secondStation';
import { transformerLadder, transformerTypeOf } from './types';

const engineering = { source: 'engineering value', quality: 'unknown_untraceable' } as const;
const PARAMETERS: readonly MeasureParameter[] = [
  {
    name: 'place',
    label: 'Place: 0 beside the present station, 1 at the far end of its worst feeder',
    unit: '1',
    min: 0,
    max: 1,
    default: 1,
    ...engineering,
  },
  {
    name: 'ratedKVA',
    label: 'Rating of the new transformer; 0: as the present one',
    unit: 'kVA',
    min: 0,
    max: 2500,
    default: 0,
    ...engineering,
  },
];

function planOf(
  network: Network,
  buildings: readonly Building[],
  isFar: boolean,
  ratedVa: number,
): NetworkPlan {
  const tree = feedTreeOf(network, buildings);
  const byId = new Map(network.transformers.map((transformer) => [transformer.id, transformer]));
  const relieved = new Set(network.transformers.map(({ addedFor }) => addedFor));
  const splitOf = (id: string): Split | string => {
    const station = byId.get(id)!;
    if (station.addedFor !== undefined) return 'It is itself the second station of another one.';
    if (relieved.has(id)) return 'It has a second station already.';
    if (!tree.isRadial) return 'The network runs in closed loops: what would be split cannot be said.';
    const present = transformerTypeOf(network, station.transformerTypeId);
    const busbar = tree.busRow.get(station.toBusId) ?? -1;
    if (present === undefined || busbar < 0) return 'Its type is not known.';
    if (network.buses[busbar]!.nominalVoltageV >= LV_BELOW_V) return 'It feeds no low-voltage network.';
    const type =
      ratedVa > 0 ? transformerLadder(network, present).find(({ ratedSVa }) => ratedSVa >= ratedVa) : present;
    if (type === undefined) return 'There is no transformer of that size in the catalogue.';
    const at: SplitAt = { tree, station, busbar, type };
    return isFar ? farSplit(at) : besideSplit(at);
  };
  return {
    refusal(id) {
      const split = splitOf(id);
      return typeof split === 'string' ? split : null;
    },
    change: (ids) => ids.reduce((grown, id) => (splitOf(id) as Split)(grown), network),
  };
}

/** A second station takes over a part of what one feeds; the network stays radial. */
export const newSubstation = networkMeasure({
  type: 'newSubstation',
  label: 'New substation',
  target: 'transformer',
  adoptionOf: 'of transformer stations',
  changes:
    'A second transformer takes over half of the feeders, or the far half of the one with the largest estimated voltage drop.',
  parameters: PARAMETERS,
  plan: (network, { buildings }, valueOf) =>
    planOf(network, buildings, Math.round(valueOf('place')) === 1, valueOf('ratedKVA') * 1000),
});
