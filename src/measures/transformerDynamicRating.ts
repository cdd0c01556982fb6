import type { MeasureDefinition } from './definition';
import { networkMeasure, replaced } from './network/networkMeasure';

export const transformerDynamicRating: MeasureDefinition = {
  ...networkMeasure({
    type: 'transformerDynamicRating',
    label: 'Dynamic rating of transformers',
    target: 'transformer',
    adoptionOf: 'of transformer stations',
    changes:
      'The transformer may carry whatever keeps its hottest insulation under a limit in the weather and with the load of the year, in the place of its nameplate.',
    parameters: [
      {
        name: 'hotSpotLimitDegC',
        label: 'Highest hot-spot temperature',
        unit: '°C',
        min: 98,
        max: 140,
        default: 120,
        source:
          'engineering value: normal cyclic loading of distribution transformers in IEC 60076-7, from memory',
        quality: 'unknown_untraceable',
      },
    ],
    plan(network, _district, valueOf) {
      const hotSpotLimitDegC = valueOf('hotSpotLimitDegC');
      const limits = new Map(
        network.transformers.map(({ id, dynamicRating }) => [id, dynamicRating?.hotSpotLimitDegC]),
      );
      return {
        refusal: (id) =>
          limits.get(id) === hotSpotLimitDegC ? 'It is judged by that temperature already.' : null,
        change: (ids) => ({
          ...network,
          transformers: replaced(network.transformers, ids, (transformer) => ({
            ...transformer,
            dynamicRating: { hotSpotLimitDegC },
          })),
        }),
      };
    },
  }),
  leavesRun: true,
};
