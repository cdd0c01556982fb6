import { networkMeasure, replaced } from './networkMeasure';

/** Steps of off-load tap changers. */
const STEP_PERCENT = 2.5;

export const transformerTap = networkMeasure({
  type: 'transformerTap',
  label: 'Tap of the transformer',
  target: 'transformer',
  adoptionOf: 'of transformer stations',
  changes:
    'The off-load tap is set once for the whole year: below 0 % raises the voltage of homes, above lowers it.',
  parameters: [
    {
      name: 'tapPercent',
      label: 'Tap on the MV side, in steps of 2.5 %',
      unit: '%',
      min: -5,
      max: 5,
      default: -2.5,
      source: 'engineering value: range and steps as in SimBench TransformerType.csv, the default ours',
      quality: 'unknown_untraceable',
    },
  ],
  plan(network, _district, valueOf) {
    const tapPercent = Math.round(valueOf('tapPercent') / STEP_PERCENT) * STEP_PERCENT;
    const byId = new Map(network.transformers.map((transformer) => [transformer.id, transformer]));
    return {
      refusal: (id) => (byId.get(id)!.tapPercent === tapPercent ? 'Its tap stands there already.' : null),
      change: (ids) => ({
        ...network,
        transformers: replaced(network.transformers, ids, (transformer) => ({ ...transformer, tapPercent })),
      }),
    };
  },
});
