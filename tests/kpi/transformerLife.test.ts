import { describe, expect, it } from 'vitest';
import { transformerLife } from '../../src/kpi/transformerLife';
import { ONAN_DISTRIBUTION, transformerAgeing } from '../../src/sim/powerflow/thermal';

const constant = (value: number, steps: number) => new Float64Array(steps).fill(value);

/** Loadings that jump about, as those of a street do: no smooth series, on which any rule is right. */
function jumping(steps: number): Float64Array {
  let seed = 7;
  return Float64Array.from({ length: steps }, (_, step) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return step % 24 === 19 ? 1.5 : (1.2 * seed) / 2147483648;
  });
}

describe('the loss of life of a transformer', () => {
  it.each([
    [1, 1],
    [1.3, 64.7],
  ])(
    'ages at loading %d and 20 degC at %d times the normal rate (worked figures of the loading guide)',
    (k, rate) => {
      const life = transformerLife(constant(k, 48), constant(20, 48), 3600);
      // Printed to three digits there.
      expect(Math.abs(life.meanAgeingRate / rate - 1)).toBeLessThan(1e-3);
      expect(Math.abs(life.lossOfLifeH / (48 * rate) - 1)).toBeLessThan(1e-3);
    },
  );

  it.each([3600, 900] as const)('is that of the full model to a thousandth in steps of %d s', (stepS) => {
    const loading = jumping(2000);
    const ambientDegC = Float64Array.from(loading, (_, step) => 10 + 15 * Math.sin(step / 30));
    const full = transformerAgeing(
      { parameters: ONAN_DISTRIBUTION, paper: 'nonUpgraded', stepS, loading, ambientDegC },
      'test',
    );
    if (!full.ok) throw new Error('not aged');
    const life = transformerLife(loading, ambientDegC, stepS);
    expect(life.lossOfLifeH / full.value.totalLossOfLifeH).toBeCloseTo(1, 3);
  });

  it('stands on the weather: hotter air ages more', () => {
    const loading = constant(1, 100);
    const rate = (degC: number) => transformerLife(loading, constant(degC, 100), 3600).meanAgeingRate;
    // 2^(6/6).
    expect(rate(26) / rate(20)).toBeCloseTo(2, 6);
  });

  it('cannot be told with a gap', () => {
    const loading = constant(1, 10);
    loading[4] = Number.NaN;
    expect(transformerLife(loading, constant(20, 10), 3600).lossOfLifeH).toBeNaN();
  });
});

it('tells idle transformers apart too', () => {
  const loading = jumping(4000).map((value) => 0.5 * value);
  const ambientDegC = Float64Array.from(loading, (_, step) => 5 + 10 * Math.sin(step / 200));
  const full = transformerAgeing(
    { parameters: ONAN_DISTRIBUTION, paper: 'nonUpgraded', stepS: 3600, loading, ambientDegC },
    'test',
  );
  if (!full.ok) throw new Error('not aged');
  const life = transformerLife(loading, ambientDegC, 3600);
  expect(life.meanAgeingRate).toBeLessThan(0.01);
  expect(Math.abs(life.lossOfLifeH / full.value.totalLossOfLifeH - 1)).toBeLessThan(0.05);
});
