import type { Transformer, TransformerType } from '../../model/network';
import type { MeasureParameter } from '../definition';
import { networkMeasure, replaced } from './networkMeasure';
import { transformerLadder, transformerTypeOf, withTransformerType } from './types';

const engineering = { source: 'engineering value', quality: 'unknown_untraceable' } as const;
const PARAMETERS: readonly MeasureParameter[] = [
  { name: 'steps', label: 'Sizes larger', unit: '1', min: 1, max: 6, default: 1, ...engineering },
  {
    name: 'peakKVA',
    label: 'Peak that it is to hold; 0: go by the sizes',
    unit: 'kVA',
    min: 0,
    max: 5000,
    default: 0,
    ...engineering,
  },
  {
    name: 'loadShare',
    label: 'Peak per rating, where a peak is given',
    unit: '1',
    min: 0.3,
    max: 1.5,
    default: 1,
    ...engineering,
  },
];

/**
 * A larger transformer in the place of the one that was built: so many sizes up, or the smallest with
 * S_rated x loadShare >= peak. Steps count from what was built, so that of two replacements the larger counts.
 */
export const transformerReplacement = networkMeasure({
  type: 'transformerReplacement',
  label: 'Larger transformer',
  target: 'transformer',
  adoptionOf: 'of transformer stations',
  changes: 'The transformer of the station is replaced by a larger one of the catalogue; the tap stays.',
  parameters: PARAMETERS,
  plan(network, _district, valueOf) {
    const byId = new Map(network.transformers.map((transformer) => [transformer.id, transformer]));
    const peakVa = valueOf('peakKVA') * 1000;
    const steps = Math.round(valueOf('steps'));
    const larger = (transformer: Transformer): TransformerType | string => {
      const built = transformerTypeOf(network, transformer.asBuiltTypeId ?? transformer.transformerTypeId);
      const standing = transformerTypeOf(network, transformer.transformerTypeId);
      if (built === undefined || standing === undefined) return 'Its type is not known.';
      const sizes = transformerLadder(network, built);
      const above = sizes.filter(({ ratedSVa }) => ratedSVa > built.ratedSVa);
      const chosen =
        peakVa > 0
          ? sizes.find(({ ratedSVa }) => ratedSVa * valueOf('loadShare') >= peakVa)
          : above[Math.min(steps, above.length) - 1];
      if (chosen === undefined)
        return peakVa > 0
          ? 'No transformer of the catalogue holds that peak.'
          : 'There is no larger transformer in the catalogue.';
      return chosen.ratedSVa > standing.ratedSVa ? chosen : 'A transformer of that size stands here already.';
    };
    return {
      refusal(id) {
        const chosen = larger(byId.get(id)!);
        return typeof chosen === 'string' ? chosen : null;
      },
      change(ids) {
        const types = new Map(ids.map((id) => [id, larger(byId.get(id)!) as TransformerType]));
        const typed = [...types.values()].reduce(withTransformerType, network);
        return {
          ...typed,
          transformers: replaced(network.transformers, ids, (transformer) => ({
            ...transformer,
            transformerTypeId: types.get(transformer.id)!.id,
            asBuiltTypeId: transformer.asBuiltTypeId ?? transformer.transformerTypeId,
          })),
        };
      },
    };
  },
});
