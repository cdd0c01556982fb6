import { MEASURES } from '../../src/measures';
import { archetypeOf } from '../../src/model/archetypes';
import type { Building } from '../../src/model/building';
import type { District } from '../../src/model/district';
import type { Measure, MeasureType } from '../../src/model/scenario';
import { deepFreeze, manyHouses, measureOf, mixedTown } from './districts';

export const town = mixedTown();
export const [house] = manyHouses(1).buildings;
/** Detached, 1965, central Europe: U 1.0, 0.7, 0.8, 2.8 W/(m2 K), 0.2 1/h (TABULA medians). */
export const districtOf = (change: Partial<Building> = {}): District =>
  deepFreeze({ ...town, buildings: [{ ...house!, ...change }] });

export type Step = MeasureType | readonly [MeasureType, Measure['parameters']];
export const take = (district: District, steps: readonly Step[]): District =>
  steps.reduce((before, step) => {
    const [type, parameters] = typeof step === 'string' ? [step, {}] : step;
    return MEASURES[type].apply(before, measureOf(type, 1, parameters), 1);
  }, district);
export const after = (steps: readonly Step[], change?: Partial<Building>) =>
  take(districtOf(change), steps).buildings[0]!;
export const figures = (building: Building) => archetypeOf(building, 'centralEurope');
export const reason = (type: MeasureType, change: Partial<Building>, parameters = {}) => {
  const verdict = MEASURES[type].applicability!(
    districtOf(change).buildings[0]!,
    'centralEurope',
    parameters,
  );
  return verdict.applicable ? '' : verdict.reason;
};
