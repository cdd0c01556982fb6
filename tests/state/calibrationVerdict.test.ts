import { expect, it } from 'vitest';
import { calibrationVerdict } from '../../src/state/building/calibrationVerdict';
import { GUIDELINE_14_LIMITS, type CalibratedParameter, type Guideline14 } from '../../src/study/calibration';

/** The cheapest wrong programs: "calibrated" whatever came of it; a good year of months told by its hours; a bound unnamed. */
const fit = (hourly: number, monthly: number, nmbe = 0): Guideline14 => {
  const figures = (scale: keyof typeof GUIDELINE_14_LIMITS, cvRmse: number) => {
    const limits = GUIDELINE_14_LIMITS[scale];
    const withinLimits = cvRmse <= limits.cvRmse && Math.abs(nmbe) <= limits.nmbe;
    return { cvRmse, nmbe, n: 12, p: 1, withinLimits };
  };
  return {
    ...{ hourly: figures('hourly', hourly), monthly: figures('monthly', monthly) },
    ...{ months: [], hours: 8760, hoursInPeriod: 8760 },
  };
};
const moved = { id: 'infiltrationFactor', moved: true, onBound: 'lower' } as CalibratedParameter;
const still = { id: 'hotWaterFactor', moved: false, onBound: 'lower' } as CalibratedParameter;

it('is no success at 88 % by the hour against a limit of 30 %, and names what stopped at its bound', () => {
  const verdict = calibrationVerdict(fit(1.2, 0.38), fit(0.88, 0.49), [moved, still]);
  expect(verdict.kind).toBe('better');
  expect(verdict.told).toEqual({ scale: 'hourly', measure: 'cvRmse', value: 0.88, limit: 0.3 });
  expect(verdict.onBounds.map(({ id }) => id)).toEqual(['infiltrationFactor']);
});

it('meets by the hour or by the month, and tells the one that it meets', () => {
  expect(calibrationVerdict(fit(1.2, 0.38), fit(0.29, 0.4), []).told).toMatchObject({ scale: 'hourly' });
  const byMonth = calibrationVerdict(fit(1.2, 0.38), fit(0.6, 0.149), []);
  expect([byMonth.kind, byMonth.told?.scale]).toEqual(['meets', 'monthly']);
  // Within its spread and still biased: the bias is what is told.
  const biased = calibrationVerdict(fit(1.2, 0.38), fit(0.29, 0.14, 0.2), []);
  expect(biased.kind).toBe('better');
  expect(biased.told).toMatchObject({ measure: 'nmbe', value: 0.2 });
});

it('tells the scale that is nearer to its limit, and is better where that one is', () => {
  const verdict = calibrationVerdict(fit(1.2, 0.38), fit(1.21, 0.2), []);
  expect([verdict.kind, verdict.told?.scale]).toEqual(['better', 'monthly']);
  expect(calibrationVerdict(fit(0.4, 0.38), fit(0.5, 0.5), []).kind).toBe('noBetter');
});

it('is no better where less than a hundredth is won', () => {
  expect(calibrationVerdict(fit(1.2, 0.38), fit(1.195, 0.38), []).kind).toBe('noBetter');
});
