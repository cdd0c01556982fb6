import { distributionTransformers } from '../../model/equipment';
import type { TransformerType } from '../../model/network';
import { RULE } from './rule';

export {
  LV_CABLES as SERVICE_TYPES,
  LV_MAIN_CABLES as MAIN_TYPES,
  MV_CABLE as MV_TYPE,
} from '../../model/equipment';

export const TRANSFORMER_TYPES: readonly TransformerType[] = distributionTransformers(
  RULE.mvVoltageV,
  RULE.lvVoltageV,
);

/** Smallest transformer that carries a coincident demand with the rule's reserve; the largest if none does. */
export function transformerTypeFor(peakW: number, sizesVa: readonly number[]): TransformerType {
  const fits =
    sizesVa.find((sizeVa) => peakW <= RULE.transformerLoading * sizeVa) ?? sizesVa[sizesVa.length - 1]!;
  return TRANSFORMER_TYPES.find((type) => type.ratedSVa === fits)!;
}
