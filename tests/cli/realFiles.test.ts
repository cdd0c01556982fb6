import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { csvOf, gridtwin, inThisProcess, jsonOf, SHARED, workplace } from './command';
import type { District } from '../../src/model/district';

const { path, remove } = workplace();
afterAll(remove);

const BERLIN = 'districts/berlin-13.41-52.54.geojson';
const AMSTERDAM = 'weather/NLD_Amsterdam062400_IWEC.epw';
const DELFT = 'districts/3dbag-subset.city.json';

interface Comparison {
  readonly resultHashA: string;
  readonly kpis: readonly { readonly id: string; readonly delta: number | null }[];
}

/** Import, a year, and half the buildings on heat pumps against today. */
async function goThrough(name: string, importing: readonly string[]): Promise<District> {
  const district = path(`${name}.json`);
  const imported = await inThisProcess('import', ...importing, '--synthesise-network', '--out', district);
  expect(imported.code, imported.stderr).toBe(0);
  const simulated = await gridtwin('simulate', district, '--out', path(name));
  expect(simulated.code, simulated.stderr).toBe(0);
  const read = jsonOf(district) as District;
  expect(csvOf(path(`${name}/buildings.csv`)).rows).toHaveLength(read.buildings.length);
  const scenario = path(`${name}.scenario.json`);
  writeFileSync(
    scenario,
    JSON.stringify({
      schema: 'gridtwin-scenario/1',
      id: 'half',
      name: 'Half on heat pumps',
      description: '',
      base: { districtId: read.id, sha256: '' },
      year: 2035,
      seed: 1,
      measures: [{ id: 'm', type: 'heatPumps', adoption: 0.5, parameters: {} }],
    }),
  );
  const compared = await gridtwin(
    'compare',
    district,
    '--scenario',
    'baseline',
    '--scenario',
    scenario,
    '--json',
  );
  expect(compared.code, compared.stderr).toBe(0);
  const { resultHashA, kpis } = JSON.parse(compared.stdout) as Comparison;
  expect(resultHashA).toBe((jsonOf(path(`${name}/manifest.json`)) as { resultHash: string }).resultHash);
  expect(kpis.find(({ id }) => id === 'gridImport')!.delta).toBeGreaterThan(0);
  expect(kpis.find(({ id }) => id === 'fuel')!.delta).toBeLessThan(0);
  return read;
}

const present = (...files: readonly string[]) => files.every((file) => existsSync(join(SHARED, file)));

describe.skipIf(!present(BERLIN, AMSTERDAM))(`${BERLIN} with ${AMSTERDAM}`, () => {
  it('goes through import, simulate and compare', async () => {
    const read = await goThrough('berlin', [join(SHARED, BERLIN), '--weather', join(SHARED, AMSTERDAM)]);
    expect(read.weather).toMatchObject({ kind: 'epw', fileName: 'NLD_Amsterdam062400_IWEC.epw' });
    expect(read.frame.longitudeDeg).toBeCloseTo(13.41, 1);
    expect(read.frame.latitudeDeg).toBeCloseTo(52.54, 1);
  }, 180_000);
});

describe.skipIf(!present(DELFT))(DELFT, () => {
  it('goes through import, simulate and compare', async () => {
    const read = await goThrough('delft', [join(SHARED, DELFT), '--climate', 'centralEurope']);
    // The file is in the Dutch national system, near Delft.
    expect(read.frame.longitudeDeg).toBeGreaterThan(3.3);
    expect(read.frame.longitudeDeg).toBeLessThan(7.3);
  }, 180_000);
});
