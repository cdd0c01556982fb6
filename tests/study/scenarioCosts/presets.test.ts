import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDistrictFile, readScenarioFile } from '../../../src/io';
import { MEASURES } from '../../../src/measures';
import type { Scenario } from '../../../src/model/scenario';
import { scenarioAt } from '../../../src/scenario';
import { ledgerOf } from '../../../src/study/comparison/cashLedger';
import { scenarioCosts, type ScenarioCosts } from '../../../src/study/scenarioCosts';
import { weatherOfDistrict } from '../../../src/synthesis/weatherOfDistrict';
import { STORIES } from '../../runner/storiesTable.mjs';

const ROOT = resolve(import.meta.dirname, '../../..');
const read = (name: string) => readFileSync(join(ROOT, name), 'utf8');

const PRESETS = STORIES.map(({ file }): Scenario => {
  const outcome = readScenarioFile(read(file), file);
  if (!outcome.ok) throw new Error(outcome.issues.map(({ message }) => message).join('; '));
  return outcome.value;
});
const town = readDistrictFile(read('scenarios/reference-town.district.json'), 'reference-town');
if (!town.ok) throw new Error('the reference town cannot be read');
const weather = weatherOfDistrict(town.value);
if (!weather.ok) throw new Error('no weather');

const costsIn = (scenario: Scenario, year: number): ScenarioCosts => {
  const outcome = scenarioCosts({
    district: town.value,
    baseEdits: [],
    scenario: { ...scenarioAt(scenario, year), year },
    weather: weather.value,
  });
  if (!outcome.ok) throw new Error(outcome.issues.map(({ message }) => message).join('; '));
  return outcome.value;
};
const today = PRESETS.find(({ id }) => id === 'today')!;
/** Whose work leaves nothing that has to be kept up, by hand a second time. */
const WITHOUT_UPKEEP = new Set([
  ...['envelopeRetrofit', 'roofInsulation', 'wallInsulation', 'floorInsulation', 'windowReplacement'],
  ...['airSealing', 'heatingSetback', 'voltWatt', 'exportLimit', 'transformerTap', 'openPointShift'],
  // The set-point of the primary substation is set by hand.
  'conservationVoltageReduction',
]);

describe.each([2035, 2050])('the presets in %i', (year) => {
  const baseline = costsIn(today, year);

  it.each(PRESETS.map((one) => [one.id, one] as const))(
    '%s: every line has a price and an upkeep',
    (id, scenario) => {
      const found = costsIn(scenario, year);
      expect(found.total.notKnown, id).toMatchObject({ investment: 0, running: 0, annuity: 0 });
      expect(found.lines.length > 0).toBe(id !== 'today');
      for (const { measureId, type, sum } of found.byMeasure) {
        if (sum.lines === 0) continue;
        // An unknown that is called 0 would be told as well.
        // Telemetry that stands already has been paid for.
        if (WITHOUT_UPKEEP.has(type) || (type === 'networkMonitoring' && sum.typicalEur === 0))
          expect(sum.runningEurPerYear, measureId).toBe(0);
        else expect(sum.runningEurPerYear, `${measureId} ${MEASURES[type].label}`).toBeGreaterThan(0);
      }
      const ledger = ledgerOf(found, baseline, -1000, 20);
      if (!ledger.known) throw new Error(ledger.reason);
      expect(ledger.notes).toEqual([]);
      for (const { totalEur } of ledger.rows) expect(Number.isFinite(totalEur)).toBe(true);
    },
  );
});
