import type { Building } from '../../model/building';
import type { District } from '../../model/district';
import { rulesKey, type CommunityMembership } from '../../model/energyCommunity';
import { busOf, supplyOf } from '../../scenario/selectors/supply';

/** Buildings behind one transformer that share by the same rules. */
export interface CommunityGroup {
  /** The transformer's id; with a number where members of several rules hang on it. */
  readonly id: string;
  readonly transformerId: string;
  readonly membership: CommunityMembership;
  /** Of its buildings, ascending. */
  readonly rows: readonly number[];
}

type Member = Building & { readonly energyCommunity: CommunityMembership };

/** The communities of a district, by transformer. Without a network, or behind no transformer, nobody shares. */
export function communityGroups({
  buildings,
  network,
}: Pick<District, 'buildings' | 'network'>): readonly CommunityGroup[] {
  const isMember = (building: Building): building is Member => building.energyCommunity !== undefined;
  if (network === null || !buildings.some(isMember)) return [];
  const supply = supplyOf(network);
  const byTransformer = network.transformers.map(() => new Map<string, number[]>());
  buildings.forEach((building, row) => {
    if (!isMember(building)) return;
    const groups = byTransformer[supply.transformerOfBus[busOf(supply, building)] ?? -1];
    const key = rulesKey(building.energyCommunity);
    const rows = groups?.get(key) ?? [];
    rows.push(row);
    groups?.set(key, rows);
  });
  return byTransformer.flatMap((groups, transformer) =>
    [...groups.values()].map((rows, at): CommunityGroup => {
      const transformerId = network.transformers[transformer]!.id;
      const { energyCommunity } = buildings[rows[0]!] as Member;
      const id = at === 0 ? transformerId : `${transformerId} (${at + 1})`;
      return { id, transformerId, membership: energyCommunity, rows };
    }),
  );
}
