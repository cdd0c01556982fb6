import { describe, expect, it } from 'vitest';
import {
  hotSpotDegC,
  ONAF_POWER,
  ONAN_DISTRIBUTION,
  relativeAgeingRate,
  steadyThermalState,
  transformerAgeing,
  type AgeingInput,
  type InsulationPaper,
  type ThermalParameters,
  type TransformerAgeing,
} from '../../../../src/sim/powerflow/thermal';
import figures from './case.json';

function ageing(
  input: Partial<AgeingInput> & Pick<AgeingInput, 'loading' | 'ambientDegC'>,
): TransformerAgeing {
  const all: AgeingInput = { parameters: ONAN_DISTRIBUTION, paper: 'nonUpgraded', stepS: 3600, ...input };
  const outcome = transformerAgeing(all, 'case');
  if (!outcome.ok) throw new Error(outcome.issues.map((issue) => issue.message).join('\n'));
  return outcome.value;
}

const flat = (steps: number, value: number): Float64Array => new Float64Array(steps).fill(value);

function expectWithin(actual: number, wanted: number, tolerance: number): void {
  expect(Math.abs(actual - wanted)).toBeLessThanOrEqual(tolerance);
}

describe(`${figures.topic}, against published figures`, () => {
  it.each(figures.steady.cases)('settles at $hotSpotDegC degC for a load of $loading', (wanted) => {
    const state = steadyThermalState(ONAN_DISTRIBUTION, wanted.loading, figures.steady.ambientDegC);
    const { tempK, rateRelative } = figures.steady.tolerance;
    expectWithin(hotSpotDegC(state), wanted.hotSpotDegC, tempK);
    if (wanted.topOilDegC !== undefined) expectWithin(state.topOilDegC, wanted.topOilDegC, tempK);
    if (wanted.rate !== undefined) {
      const rate = relativeAgeingRate(hotSpotDegC(state), 'nonUpgraded');
      expectWithin(rate, wanted.rate, rateRelative * wanted.rate);
    }
  });

  it.each(figures.fromCold.cases)('warms the oil to $topOilDegC degC in $minutes min', (wanted) => {
    for (const stepMinutes of [1, 15, 60, 180]) {
      const steps = wanted.minutes / stepMinutes;
      const start = { topOilDegC: 20, gradient1K: 0, gradient2K: 0 };
      const run = ageing({
        loading: flat(steps, 1),
        ambientDegC: flat(steps, 20),
        stepS: stepMinutes * 60,
        start,
      });
      expectWithin(run.finalState.topOilDegC, wanted.topOilDegC, figures.fromCold.tolerance.tempK);
    }
  });

  it.each(figures.upgradedPaper.cases)('ages upgraded paper by $rate at $hotSpotDegC degC', (wanted) => {
    const rate = relativeAgeingRate(wanted.hotSpotDegC, 'thermallyUpgraded');
    expectWithin(rate, wanted.rate, figures.upgradedPaper.tolerance.rateRelative * wanted.rate);
  });

  it.each(figures.daysAged.cases)('ages $paper paper by $days days in a day at 100 degC', (wanted) => {
    const parameters: ThermalParameters = { ...ONAN_DISTRIBUTION, topOilRiseK: 57 };
    const day = { loading: flat(24, 1), ambientDegC: flat(24, 20), parameters };
    const run = ageing({ ...day, paper: wanted.paper as InsulationPaper });
    const bound = figures.daysAged.tolerance.rateRelative * wanted.days;
    expectWithin(run.totalLossOfLifeH / 24, wanted.days, bound + 0.005);
  });

  it('follows the distribution series of another implementation', () => {
    const { parameters, ambientDegC, stepMinutes, loadedSteps, topOilDegC, tolerance } =
      figures.distributionSeries;
    const loading = Float64Array.from(topOilDegC, (_, step) => (step < loadedSteps ? 1000 / 1500 : 0));
    const run = ageing({
      parameters: { ...ONAN_DISTRIBUTION, ...parameters },
      loading,
      ambientDegC: flat(loading.length, ambientDegC),
      stepS: stepMinutes * 60,
      start: { topOilDegC: ambientDegC, gradient1K: 0, gradient2K: 0 },
    });
    topOilDegC.forEach((wanted, step) => {
      expectWithin(run.topOilDegC[step]!, wanted, tolerance.tempK);
      expectWithin(run.hotSpotDegC[step]!, figures.distributionSeries.hotSpotDegC[step]!, tolerance.tempK);
    });
  });

  it("follows the loading guide's worked example with its overshoot of the hot spot", () => {
    const guide = figures.loadingGuideExample;
    const steps = guide.untilMinutes.at(-1)! / guide.stepMinutes;
    const block = (step: number): number =>
      guide.untilMinutes.findIndex((end) => (step + 1) * guide.stepMinutes <= end);
    const run = ageing({
      parameters: { ...ONAF_POWER, ...guide.parameters },
      loading: Float64Array.from({ length: steps }, (_, step) => guide.loading[block(step)]!),
      ambientDegC: flat(steps, guide.ambientDegC),
      stepS: guide.stepMinutes * 60,
      start: { topOilDegC: guide.startTopOilDegC, gradient1K: 0, gradient2K: 0 },
    });
    guide.untilMinutes.forEach((end, row) => {
      const step = end / guide.stepMinutes - 1;
      expectWithin(run.topOilDegC[step]!, guide.topOilDegC[row]!, guide.tolerance.tempK);
      expectWithin(run.hotSpotDegC[step]!, guide.hotSpotDegC[row]!, guide.tolerance.tempK);
    });
  });
});
