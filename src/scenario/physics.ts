import type { Building } from '../model/building';
import type { District } from '../model/district';
import type { Network, Switch, Transformer } from '../model/network';

/** What a run reads of a district: without facts of metering, sharing on paper, telemetry, remote control and how ratings are judged: no load or flow changes. */
export function physicsOf({
  seed,
  buildings,
  network,
  archetypeRegion,
}: Pick<District, 'seed' | 'buildings' | 'network' | 'archetypeRegion'>) {
  return {
    seed,
    buildings: buildings.map(withoutMeter),
    network: network === null ? null : withoutTelemetry(network),
    archetypeRegion,
  };
}

function withoutMeter(building: Building): Building {
  const { meterAudit } = building;
  if ([building.smartMeter, building.energyCommunity, meterAudit].every((fact) => fact === undefined))
    return building;
  const { smartMeter: _, energyCommunity: __, meterAudit: ___, ...rest } = building;
  // What is billed is no load; what is saved because it is billed is one.
  return meterAudit === undefined || meterAudit.savedShare === 0
    ? rest
    : { ...rest, meterAudit: { ...meterAudit, recoveredShare: 0 } };
}

function withoutTelemetry(network: Network): Network {
  return {
    ...network,
    transformers: network.transformers.map(unwatched),
    switches: network.switches.map(byHand),
  };
}

function unwatched(transformer: Transformer): Transformer {
  if (transformer.monitored === undefined && transformer.dynamicRating === undefined) return transformer;
  const { monitored: _, dynamicRating: __, ...rest } = transformer;
  return rest;
}

function byHand(one: Switch): Switch {
  if (one.remote === undefined) return one;
  const { remote: _, ...rest } = one;
  return rest;
}
