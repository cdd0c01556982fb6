import fc from 'fast-check';
import {
  rankOptions,
  type Criterion,
  type Option,
  type Ranking,
  type Weights,
} from '../../../src/kpi/decision';

export const criterion = (
  id: string,
  worst: number,
  best: number,
  change: Partial<Criterion> = {},
): Criterion => ({
  id,
  name: id,
  unit: '',
  pillar: 'economic',
  worst,
  best,
  kind: 'computed',
  ...change,
});
/** Cost and burdened homes: less is better; renewables: more is better. */
export const CRITERIA = [
  criterion('cost', 1000, 0),
  criterion('burdened', 40, 0, { pillar: 'social', kind: 'proxy' }),
  criterion('renewable', 0, 100, { pillar: 'environmental' }),
];
export const WEIGHTS: Weights = { cost: 2, burdened: 1, renewable: 1 };
export const option = (id: string, cost: number, burdened: number, renewable: number): Option => ({
  id,
  values: { cost, burdened, renewable },
});
export const ranking = (
  options: readonly Option[],
  weights = WEIGHTS,
  criteria: readonly Criterion[] = CRITERIA,
): Ranking => {
  const result = rankOptions(criteria, weights, options);
  if (!result.ok) throw new Error(result.issues[0]!.message);
  return result.value;
};
export const idsOf = ({ ranked }: Ranking): string[] => ranked.map(({ id }) => id);

export const anyOption = fc.record({
  cost: fc.double({ min: -500, max: 2000, noNaN: true }),
  burdened: fc.double({ min: 0, max: 100, noNaN: true }),
  renewable: fc.double({ min: 0, max: 120, noNaN: true }),
});
export const anyOptions = fc
  .array(anyOption, { minLength: 2, maxLength: 7 })
  .map((list) => list.map((values, i): Option => ({ id: `o${i}`, values })));
export const anyWeights = fc
  .record({
    cost: fc.double({ min: 0, max: 5, noNaN: true }),
    burdened: fc.double({ min: 0, max: 5, noNaN: true }),
    renewable: fc.double({ min: 0, max: 5, noNaN: true }),
  })
  .filter(({ cost, burdened, renewable }) => cost + burdened + renewable > 0.01);
