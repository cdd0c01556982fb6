import type { MeasureDefinition } from './definition';
import { networkMeasure, replaced } from './network/networkMeasure';
import { heldStationsWords } from './network/onLoadTapChanger';

export const conservationVoltageReduction: MeasureDefinition = {
  ...networkMeasure({
    type: 'conservationVoltageReduction',
    label: 'Conservation voltage reduction',
    target: 'source',
    adoptionOf: 'of primary substations',
    changes:
      'The primary substation holds a lower voltage all year; appliances and lights then draw what they draw at that voltage, while heat, hot water and cold are still delivered in full.',
    parameters: [
      {
        name: 'reductionPercent',
        label: 'Lower set-point, of nominal voltage',
        unit: '%',
        min: 0.5,
        max: 8,
        default: 2.5,
        source: 'engineering value: one step of an off-load tap',
        quality: 'unknown_untraceable',
      },
    ],
    plan(network, _district, valueOf) {
      const loweredByPu = valueOf('reductionPercent') / 100;
      const byId = new Map(network.sources.map((source) => [source.id, source]));
      return {
        refusal: (id) =>
          byId.get(id)!.loweredByPu === loweredByPu ? 'Its set-point is that low already.' : null,
        change: (ids) => ({
          ...network,
          sources: replaced(network.sources, ids, (source) => ({ ...source, loweredByPu })),
        }),
      };
    },
  }),
  caveat: ({ network }) =>
    heldStationsWords(
      network?.transformers.filter(({ onLoadTapChanger }) => onLoadTapChanger !== undefined).length ?? 0,
    ),
};
