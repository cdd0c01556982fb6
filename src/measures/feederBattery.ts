import type { Storage, Transformer } from '../model/network';
import { takesPart } from './adoption';
import { parameterOf, type MeasureDefinition } from './definition';

export const feederBattery: MeasureDefinition = {
  type: 'feederBattery',
  label: 'Feeder battery',
  group: 'electricity',
  effect: 'system',
  target: 'transformer',
  adoptionOf: 'of transformer stations',
  changes: 'A battery on the LV busbar of the station shaves the daily peak of its transformer.',
  parameters: [
    {
      name: 'powerShare',
      label: 'Battery power per transformer rating',
      unit: '1',
      min: 0.05,
      max: 1,
      default: 0.25,
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
  ],
  eligible({ network }) {
    if (network === null) return [];
    const standing = new Set(network.storages.map((storage) => storage.transformerId));
    return network.transformers.map(({ id }) => id).filter((id) => !standing.has(id));
  },
  apply(district, measure, seed, selected = () => true) {
    const { network } = district;
    if (network === null) return district;
    const ratedSVa = new Map(network.transformerTypes.map((type) => [type.id, type.ratedSVa]));
    const batteryAt = (transformer: Transformer): Storage => {
      const powerW =
        (ratedSVa.get(transformer.transformerTypeId) ?? 0) *
        parameterOf(feederBattery, measure, 'powerShare');
      return {
        id: `${transformer.id}-battery`,
        busId: transformer.toBusId,
        powerW,
        capacityJ: powerW * parameterOf(feederBattery, measure, 'durationH') * 60 * 60,
        roundTripEfficiency: parameterOf(feederBattery, measure, 'roundTripEfficiency'),
        transformerId: transformer.id,
      };
    };
    const standing = new Set(network.storages.map((storage) => storage.transformerId));
    const added = network.transformers
      .filter(
        ({ id }) =>
          !standing.has(id) && selected(id) && takesPart(seed, id, 'feederBattery', measure.adoption),
      )
      .map(batteryAt);
    if (added.length === 0) return district;
    // In the order of transformers, whichever of several battery measures came first.
    const row = new Map(network.transformers.map(({ id }, at) => [id, at]));
    const storages = [...network.storages, ...added].sort(
      (a, b) => (row.get(a.transformerId) ?? -1) - (row.get(b.transformerId) ?? -1),
    );
    return { ...district, network: { ...network, storages } };
  },
};
