import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { main } from '../../../src/cli/main';
import { writeDistrict } from '../../../src/io';
import { cabin } from '../../model/buildingModel/cabin';
import { box, districtOf } from '../../sim/buildings/town';
import { formErrors, ofClass, parseIdf } from './idfFile';

const folder = mkdtempSync(join(tmpdir(), 'idf-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
async function run(...args: string[]): Promise<{ code: number; said: string }> {
  const said: string[] = [];
  const hear = (chunk: unknown): boolean => said.push(String(chunk)) > 0;
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(hear),
    vi.spyOn(process.stderr, 'write').mockImplementation(hear),
  ];
  try {
    return { code: await main(['export-idf', ...args]), said: said.join('') };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

test('export-idf writes a building file as an input file', async () => {
  const out = join(folder, 'cabin.idf');
  const { code, said } = await run(file('cabin.json', JSON.stringify(cabin)), '--out', out);
  expect(code).toBe(0);
  expect(said).toContain('idf-heat-recovery');
  expect(formErrors(parseIdf(readFileSync(out, 'utf8')))).toEqual([]);
});

test('export-idf takes one building out of a district', async () => {
  const district = districtOf([box('one', 'detached'), box('two', 'office')]);
  const path = file(
    'district.json',
    writeDistrict({ ...district, weather: { kind: 'synthetic', climate: 'centralEurope' } }),
  );
  const out = join(folder, 'two.idf');
  const { code, said } = await run(path, '--building', 'two', '--out', out);
  expect(said).toContain('idf-synthetic-weather');
  expect(code).toBe(0);
  const objects = parseIdf(readFileSync(out, 'utf8'));
  expect(formErrors(objects)).toEqual([]);
  expect(ofClass(objects, 'Site:Location')).toHaveLength(1);
});

test('export-idf names a building that is not there, and writes nothing', async () => {
  const district = districtOf([box('one', 'detached')]);
  const path = file(
    'other.json',
    writeDistrict({ ...district, weather: { kind: 'synthetic', climate: 'centralEurope' } }),
  );
  const out = join(folder, 'none.idf');
  const { code, said } = await run(path, '--building', 'three', '--out', out);
  expect(code).toBe(1);
  expect(said).toContain('three');
  expect(existsSync(out)).toBe(false);
});
