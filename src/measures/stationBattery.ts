import type { District } from '../model/district';
import type { MeasureAtYear } from '../model/scenario';
import type { Storage, Transformer } from '../model/network';
import { takesPart } from './adoption';
import { parameterOf, type MeasureDefinition, type MeasureParameter } from './definition';

/** Size and losses of a battery on the LV busbar of a station. */
export function stationBatteryParameters(powerShare: number): readonly MeasureParameter[] {
  return [
    {
      name: 'powerShare',
      label: 'Battery power per transformer rating',
      unit: '1',
      min: 0.05,
      max: 1,
      default: powerShare,
      source: 'engineering value',
      quality: 'unknown_untraceable',
    },
    {
      name: 'durationH',
      label: 'Hours at full power',
      unit: 'h',
      min: 0.5,
      max: 8,
      default: 2,
      source: 'engineering value: common two-hour grid battery',
      quality: 'unknown_untraceable',
    },
    {
      name: 'roundTripEfficiency',
      label: 'Round-trip efficiency',
      unit: '1',
      min: 0.5,
      max: 1,
      default: 0.88,
      source: 'engineering value: lithium-ion with inverter',
      quality: 'unknown_untraceable',
    },
  ];
}

export function stationsWithBattery({ network }: Pick<District, 'network'>): ReadonlySet<string> {
  return new Set((network?.storages ?? []).map(({ transformerId }) => transformerId));
}

type Asked = (transformerId: string) => boolean;

/**
 * The district with batteries at stations that have none, drawn per station: `P = powerShare S_rated`, `E = P durationH`;
 * `own` is what sets one apart from the operator's.
 */
export function withStationBatteries(
  definition: MeasureDefinition,
  district: District,
  measure: MeasureAtYear,
  seed: number,
  isWanted: Asked,
  own: (transformerId: string) => Partial<Storage> = () => ({}),
): District {
  const { network } = district;
  if (network === null) return district;
  const ratedSVa = new Map(network.transformerTypes.map((type) => [type.id, type.ratedSVa]));
  const valueOf = (name: string): number => parameterOf(definition, measure, name);
  const batteryAt = ({ id, toBusId, transformerTypeId }: Transformer): Storage => {
    const powerW = (ratedSVa.get(transformerTypeId) ?? 0) * valueOf('powerShare');
    return {
      id: `${id}-battery`,
      busId: toBusId,
      powerW,
      capacityJ: powerW * valueOf('durationH') * 60 * 60,
      roundTripEfficiency: valueOf('roundTripEfficiency'),
      transformerId: id,
      ...own(id),
    };
  };
  const standing = stationsWithBattery(district);
  const added = network.transformers
    .filter(
      ({ id }) => !standing.has(id) && isWanted(id) && takesPart(seed, id, definition.type, measure.adoption),
    )
    .map(batteryAt);
  if (added.length === 0) return district;
  // In the order of transformers, whichever of several battery measures came first.
  const row = new Map(network.transformers.map(({ id }, at) => [id, at]));
  const storages = [...network.storages, ...added].sort(
    (a, b) => (row.get(a.transformerId) ?? -1) - (row.get(b.transformerId) ?? -1),
  );
  return { ...district, network: { ...network, storages } };
}
