import type { Payer } from './definition';

/** Who pays, as the name of a row and as part of a sentence: `paid by the grid operator`. */
export const PAYER_WORDS: Readonly<Record<Payer, { readonly label: string; readonly object: string }>> = {
  owner: { label: 'Owners of buildings', object: 'the owner of the building' },
  household: { label: 'Households', object: 'the household' },
  operator: { label: 'Grid operator', object: 'the grid operator' },
  community: { label: 'Energy community', object: 'the energy community' },
  state: { label: 'State', object: 'the state' },
};
