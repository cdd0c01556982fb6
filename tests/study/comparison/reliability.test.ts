import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evaluateWith } from '../../../src/engine/evaluate';
import { districtCarbonLedger } from '../../../src/kpi/carbonKpis';
import { FACTORS } from '../../../src/kpi';
import type { Measure, Scenario } from '../../../src/model/scenario';
import {
  compareScenarios,
  districtKpisIn,
  rememberYears,
  RELIABILITY_KPI_FACTORS,
  withReliability,
  type Comparison,
  type Evaluations,
} from '../../../src/study/comparison';
import { inProcessEngine } from '../../engine/inProcess';
import { inputOf, measure, townFor } from '../../engine/smallTown';
import { BUSY } from '../busyTown';
import { all, valueOf } from './fakes';

/** A ring with switches, its stations with a limit of temperature or not: measures that leave the run as it is. */
const engine = inProcessEngine(1);
const { scenario: today, ...input } = inputOf(townFor('feederAutomation'));
const withMeasures = (id: string, measures: readonly Measure[]): Scenario => ({ ...today, id, measures });
const automated = withMeasures('automated', [...BUSY, measure('feederAutomation', 1)]);
const digital = withMeasures('digital', [
  ...BUSY,
  measure('smartMeters', 1),
  measure('networkMonitoring', 1),
]);
const busy = withMeasures('busy', BUSY);
let evaluations: Evaluations;
let comparison: Comparison;

beforeAll(async () => {
  const supplied = withReliability(evaluateWith(engine, input), districtKpisIn);
  evaluations = rememberYears(supplied.evaluate, undefined, supplied.kpisIn);
  const request = { scenarios: [busy, automated, digital], baseline: 0 };
  comparison = valueOf((await all(compareScenarios(evaluations, request))).at(-1));
}, 120_000);
afterAll(() => engine.dispose());

const cell = (id: string, key: string) =>
  comparison.kpis.find((row) => row.id === id)!.cells.find(({ scenarioKey }) => scenarioKey === key)!;

describe('expected reliability in a comparison', () => {
  it('moves with remote switches, on one and the same run', () => {
    const hashes = comparison.scenarios.map(({ year }) => year.result.resultHash);
    expect(new Set(hashes).size).toBe(1);
    expect(cell('saidi', 'busy').value).toBeGreaterThan(0);
    expect(cell('saidi', 'automated').delta).toBeLessThan(0);
    expect(cell('saidi', 'automated').verdict).toBe('better');
    expect(cell('saidi', 'digital').verdict).toBe('same');
    expect(cell('saifi', 'automated').value).toBeCloseTo(cell('saifi', 'busy').value, 12);
    expect(comparison.kpis.find(({ id }) => id === 'saidi')).toMatchObject({ group: 'reliability' });
    expect(cell('saidi', 'busy').quality).toBe('unknown_untraceable');
  });

  it('brings the indicators of metering, monitoring and outages of the U4SSC', () => {
    for (const code of ['EC: ICT: ES: 1C', 'EC: ICT: ES: 2A']) {
      expect(cell(code, 'busy').value, code).toBe(0);
      expect(cell(code, 'digital').value, code).toBe(100);
    }
    expect(cell('EC: I: ES: 1C', 'automated').value).toBe(cell('saifi', 'automated').value);
    expect(cell('EC: I: ES: 2C', 'automated').value).toBe(cell('caidi', 'automated').value);
  });

  it('is counted anew under other failure rates, without a run, and names every figure that moves it', async () => {
    const before = evaluations.count();
    const under = async (key: keyof typeof FACTORS) => {
      const own = { key, value: 2 * FACTORS[key].value, unit: FACTORS[key].unit, source: 't', date: '2026' };
      const kpis = valueOf(await evaluations.kpisOf({ ...automated, assumptions: [own] }));
      return new Map(kpis.map(({ id, value }) => [id, value]));
    };
    for (const key of ['mvCableFailuresPerKmYear', 'lvCableRepairH', 'remoteSwitchingMin'] as const) {
      expect(RELIABILITY_KPI_FACTORS['saidi']).toContain(key);
      expect((await under(key)).get('saidi'), key).toBeGreaterThan(cell('saidi', 'automated').value);
    }
    expect(evaluations.count()).toBe(before);
  });
});

it('the sectors of a year with every kind of device draw what grid, panels and batteries give', () => {
  const { year } = comparison.scenarios[0]!;
  expect(districtCarbonLedger(year.result, FACTORS).issues).toEqual([]);
  expect(year.kpis.find(({ id }) => id === 'carbon-storage')!.value).toBeGreaterThan(0);
});
