import type { AppState } from '../appState';
import { asksForSameYear } from '../scenarioBasis';
import { runInputOf } from '../selectors';
import { isHidden } from './hidden';
import { happened, type Figure, type Round, type YearBefore } from './presentState';

/**
 * The year that the round on screen began with. Null while it is not known, and where what is known is of another scenario, of
 * other corrections or of another length of a step: a before of one work beside an after of another would be no change.
 */
export function yearBeforeOf(state: AppState): YearBefore | null {
  const { present } = state;
  const year = present?.yearBefore ?? null;
  const before = present?.round?.before;
  if (year === null || before === undefined || isHidden(state) || year.scenario !== before) return null;
  const input = runInputOf(state, before);
  return input !== null && asksForSameYear(year.input, input) ? year : null;
}

/** What has come of a question: one of its options, nothing yet, or nothing that its options could tell. */
export type Verdict =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'untold' }
  | { readonly kind: 'came'; readonly option: number };

/** Of two finished years; null where one of them is not there. A first look is no verdict: the year may say another one. */
export function verdictOf(question: Round['question'], before: Figure | null, after: Figure | null): Verdict {
  if (before === null || after === null || after.isProvisional) return { kind: 'waiting' };
  const option = happened(question, before.value, after.value);
  return option === null ? { kind: 'untold' } : { kind: 'came', option };
}
