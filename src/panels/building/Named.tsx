import { Explained, type Explanation } from '../parts/Explained';
import { useTexts, type Texts } from './useTexts';

type Origin = readonly [boundary: 'building' | 'street', source: 'model' | 'prices'];

const OF_MODEL: Origin = ['building', 'model'];
const OF_PRICES: Origin = ['building', 'prices'];

const ORIGINS = {
  ...{ heatNeed: OF_MODEL, energyUse: OF_MODEL, delivered: OF_MODEL, deliveredFuel: OF_MODEL },
  ...{ exported: OF_MODEL, carbon: OF_MODEL, peak: OF_MODEL, cold: OF_MODEL, warm: OF_MODEL },
  ...{ bill: OF_PRICES, investment: OF_PRICES, payback: OF_PRICES, gained: OF_PRICES },
  fuse: OF_MODEL,
  transformer: ['street', 'model'] as Origin,
} as const satisfies Readonly<Record<string, Origin>>;

const isExplained = (id: string): id is keyof typeof ORIGINS => id in ORIGINS;

/** What a figure of a building means; null for one that is a part of another. */
function explanationOf({ words }: Texts, id: string): Explanation | null {
  if (!isExplained(id)) return null;
  const [boundary, source] = ORIGINS[id];
  return {
    definition: words(`building.effect.explain.rows.${id}`),
    boundary: [words('building.effect.explain.boundary'), words(`building.effect.explain.${boundary}`)],
    source: [words('building.effect.explain.source'), words(`building.effect.explain.${source}`)],
  };
}

/** The name of a figure, with what it means where that is known. */
export function Named({ id, label }: { readonly id: string; readonly label: string }) {
  const explanation = explanationOf(useTexts(), id);
  return explanation === null ? label : <Explained explanation={explanation}>{label}</Explained>;
}
