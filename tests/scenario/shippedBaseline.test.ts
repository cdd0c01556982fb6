import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { countedKpisOf } from '../../src/engine/countedKpis';
import { ENGINE_VERSION } from '../../src/engine/version';
import { readDistrictFile, readScenarioFile, writeDistrict } from '../../src/io';
import { readCountedFile, writeCountedFile } from '../../src/io/countedFile';
import { readRunFile } from '../../src/io/runFile';
import { baselineScenario, foldScenario, hashColumns, hashDistrict } from '../../src/scenario';
import { synthesiseNetwork } from '../../src/synthesis/network';
import { generateTown } from '../../src/synthesis/town';
import { weatherOfDistrict } from '../../src/synthesis/weatherOfDistrict';
import { inProcessEngine } from '../engine/inProcess';

const SCENARIOS = resolve(import.meta.dirname, '../../scenarios');
const DISTRICT = join(SCENARIOS, 'reference-town.district.json');
const BASELINE = join(SCENARIOS, 'reference-town.baseline.run');
const COUNTED = join(SCENARIOS, 'reference-town.baseline.counted.json');
const TRANSITION = join(SCENARIOS, 'transition-2035.scenario.json');
const REMEDY = 'run `npm run -s gridtwin -- reference scenarios` and commit what it writes';

function shippedDistrict() {
  const outcome = readDistrictFile(readFileSync(DISTRICT, 'utf8'), 'reference-town.district.json');
  if (!outcome.ok) throw new Error(outcome.issues.map(({ message }) => message).join('; '));
  return outcome.value;
}

describe.skipIf(!existsSync(DISTRICT))('the shipped district', () => {
  it('is what generator and network rule make of its seed, letter by letter', () => {
    const text = readFileSync(DISTRICT, 'utf8');
    const made = synthesiseNetwork(generateTown(shippedDistrict().seed));
    expect(made.ok && writeDistrict(made.value) === text, REMEDY).toBe(true);
  });

  it('is to the letter what its reader gives, without a finding: the app opens on it unread', () => {
    const text = readFileSync(DISTRICT, 'utf8');
    const read = readDistrictFile(text, 'reference-town.district.json');
    expect(read.issues).toEqual([]);
    expect(JSON.stringify(JSON.parse(text)), REMEDY).toBe(JSON.stringify(read.ok ? read.value : null));
  });

  it('has a transition that belongs to it and changes it', () => {
    const district = shippedDistrict();
    const scenario = readScenarioFile(readFileSync(TRANSITION, 'utf8'), 'transition-2035.scenario.json');
    if (!scenario.ok) throw new Error('the transition cannot be read');
    expect(scenario.value.base, REMEDY).toEqual({ districtId: district.id, sha256: hashDistrict(district) });
    const folded = foldScenario(district, [], scenario.value);
    const changed = folded.ok
      ? folded.value.buildings.filter((building, row) => building !== district.buildings[row]).length
      : 0;
    expect(changed / district.buildings.length).toBeGreaterThan(0.5);
  });
});

describe.skipIf(!existsSync(BASELINE))('the shipped baseline', () => {
  it('is the year this engine computes of the shipped district, every array to the last bit', async () => {
    const shipped = await readRunFile(new Uint8Array(readFileSync(BASELINE)), 'reference-town.baseline.run');
    if (!shipped.ok) throw new Error(shipped.issues[0]!.message);
    const district = shippedDistrict();
    const weather = weatherOfDistrict(district);
    if (!weather.ok) throw new Error('no weather');
    const engine = inProcessEngine(1);
    const input = {
      district,
      baseEdits: [],
      weather: weather.value,
      scenario: baselineScenario(district, hashDistrict(district), 2026),
      stepS: 3600,
    } as const;
    const computed = await engine.run(input);
    if (!computed.ok) throw new Error(computed.issues[0]!.message);
    const counted = await countedKpisOf(engine, input, computed.value);
    engine.dispose();
    if (counted === null) throw new Error('nothing was counted');
    expect(readFileSync(COUNTED, 'utf8'), REMEDY).toBe(writeCountedFile(computed.value.inputHash, counted));
    expect(readCountedFile(readFileSync(COUNTED, 'utf8'), computed.value.inputHash)).toEqual(counted);
    expect(readCountedFile('', computed.value.inputHash)).toBeNull();
    const { table, ...run } = computed.value;
    const { table: shippedTable, ...shippedRun } = shipped.value;
    expect(shippedRun.engineVersion, REMEDY).toBe(ENGINE_VERSION);
    expect(shippedRun, REMEDY).toEqual(run);
    // The arrays, not only the hash that is written beside them.
    expect(hashColumns(shippedTable)).toBe(run.resultHash);
    for (const [name, column] of Object.entries(table)) {
      const other = shippedTable[name as keyof typeof table];
      const same = Buffer.compare(
        Buffer.from(column.buffer, column.byteOffset, column.byteLength),
        Buffer.from(other.buffer, other.byteOffset, other.byteLength),
      );
      expect(same, name).toBe(0);
    }
  }, 180_000);
});
