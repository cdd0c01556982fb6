import { DAYS_OF_MONTH } from '../commonYear';
import type { DynamicEnergy } from './types';

/**
 * The shape of an hourly market price, round numbers of ours: dear in the morning and the evening, cheap at noon and by night,
 * dearer in winter than in summer. Taken from no market; a real one is given as a tariff with its 8,760 prices.
 */
const BY_HOUR: readonly number[] = [
  ...[0.8, 0.75, 0.7, 0.7, 0.75, 0.9, 1.1, 1.25, 1.2, 1.05, 0.9, 0.8],
  ...[0.75, 0.75, 0.8, 0.9, 1.1, 1.35, 1.5, 1.45, 1.3, 1.15, 1, 0.9],
];
const BY_MONTH: readonly number[] = [1.2, 1.15, 1, 0.9, 0.85, 0.85, 0.85, 0.9, 0.95, 1, 1.15, 1.2];
const MEAN_PER_KWH = 0.1;

export const DYNAMIC_PLACEHOLDER: DynamicEnergy = {
  kind: 'dynamic',
  marketPerKWh: BY_MONTH.flatMap((ofMonth, month) =>
    Array.from({ length: DAYS_OF_MONTH[month]! }).flatMap(() =>
      BY_HOUR.map((ofHour) => MEAN_PER_KWH * ofMonth * ofHour),
    ),
  ),
  leastPerKWh: 0,
  mostPerKWh: 0.5,
  addedPerKWh: { supplier: 0.02, grid: 0.09, levies: 0.03 },
};
