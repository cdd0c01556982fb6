import type { District } from '../model/district';
import { rulesKey } from '../model/energyCommunity';
import type { MeasureDefinition } from './definition';
import { feedTreeOf } from './network/feedTree';
import { stationBatteryParameters, stationsWithBattery, withStationBatteries } from './stationBattery';

const NO_COMMUNITY = 'No energy community is behind it.';
const STANDS = 'One stands there already.';

/** Members of the community behind each transformer, by building id; of several the one whose first member comes first. */
function membersBehind({ network, buildings }: District): ReadonlyMap<string, readonly string[]> {
  const members = new Map<string, { readonly key: string; readonly ids: string[] }>();
  if (network === null || buildings.every(({ energyCommunity: rules }) => rules === undefined))
    return new Map();
  const { busRow, branches, feeding, parentBus } = feedTreeOf(network, buildings);
  for (const building of buildings) {
    if (building.energyCommunity === undefined || building.connection === null) continue;
    const key = rulesKey(building.energyCommunity);
    let bus = busRow.get(building.connection.busId) ?? -1;
    while (bus >= 0 && feeding[bus]! >= 0 && branches[feeding[bus]!]!.transformer === null)
      bus = parentBus[bus]!;
    const transformer = bus < 0 || feeding[bus]! < 0 ? null : branches[feeding[bus]!]!.transformer;
    if (transformer === null) continue;
    const community = members.get(transformer.id) ?? { key, ids: [] };
    if (community.key === key) community.ids.push(building.id);
    members.set(transformer.id, community);
  }
  return new Map([...members].map(([id, { ids }]) => [id, ids]));
}

export const communityBattery: MeasureDefinition = {
  type: 'communityBattery',
  label: 'Community battery',
  group: 'electricity',
  effect: 'system',
  target: 'transformer',
  adoptionOf: 'of transformer stations with an energy community',
  changes:
    'A battery on the LV busbar of the station takes in what the members of its energy community have left over together, and gives it back when they draw more than they make.',
  parameters: stationBatteryParameters(0.1),
  payer: 'community',
  refusals(district) {
    const [members, standing] = [membersBehind(district), stationsWithBattery(district)];
    return new Map(
      (district.network?.transformers ?? []).flatMap(({ id }): [string, string][] => {
        if (standing.has(id)) return [[id, STANDS]];
        return members.has(id) ? [] : [[id, NO_COMMUNITY]];
      }),
    );
  },
  eligible(district) {
    const standing = stationsWithBattery(district);
    return [...membersBehind(district).keys()].filter((id) => !standing.has(id));
  },
  apply(district, measure, seed, selected = () => true) {
    const members = membersBehind(district);
    const isWanted = (id: string): boolean => members.has(id) && selected(id);
    return withStationBatteries(communityBattery, district, measure, seed, isWanted, (id) => ({
      members: members.get(id)!,
    }));
  },
};
