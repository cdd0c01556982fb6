import type { Measure } from '../../model/scenario';
import { wordsOf, type Language } from '../../words';
import { speechOf } from './speech';

export const percentOfShare = (share: number): number => Math.round(share * 1000) / 10;

/** `2025 0 %, 2050 80 %`; one that is the same in all years as its share. */
export function curveText({ adoption }: Pick<Measure, 'adoption'>, language: Language): string {
  const { typed } = speechOf(language);
  const words = wordsOf(language);
  if (typeof adoption === 'number') return `${typed(percentOfShare(adoption))} %`;
  return adoption
    .map(({ year, share }) => words('path.pictureAt', { year, percent: typed(percentOfShare(share)) }))
    .join(', ');
}
