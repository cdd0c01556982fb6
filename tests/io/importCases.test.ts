import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Issue } from '../../src/model/outcome';
import { importDistrict } from '../../src/io/importDistrict';

const FOLDER = 'tests/validation/import';

interface Case {
  readonly file: string;
  readonly ok: boolean;
  readonly issues: readonly Partial<Issue>[];
  readonly buildings?: number;
}

/** Every finding has to be there, in the order of the file, and no other: a reader that stops at the first one fails. */
describe('wrong input gives the full list of findings and nothing half-imported', () => {
  const names = readdirSync(FOLDER).filter((name) => existsSync(`${FOLDER}/${name}/case.json`));

  test('there are cases to check', () => {
    expect(names.length).toBeGreaterThan(15);
  });

  test.each(names)('%s', (name) => {
    const expected = JSON.parse(readFileSync(`${FOLDER}/${name}/case.json`, 'utf8')) as Case;
    const outcome = importDistrict([
      { name: expected.file, text: readFileSync(`${FOLDER}/${name}/${expected.file}`, 'utf8') },
    ]);
    expect(outcome.ok).toBe(expected.ok);
    expect('value' in outcome).toBe(expected.ok);
    const told = outcome.issues.filter((issue) => issue.severity !== 'note');
    expect(told.length).toBe(expected.issues.length);
    expected.issues.forEach((issue, index) => expect(told[index]).toMatchObject(issue));
    for (const issue of outcome.issues) {
      expect(issue.source).toBe(expected.file);
      expect(issue.message.length * issue.remedy.length).toBeGreaterThan(0);
    }
    if (outcome.ok) expect(outcome.value.district.buildings.length).toBe(expected.buildings);
  });
});

describe('sizes and mixtures', () => {
  test('a file of 300 MB is refused without being parsed', () => {
    const started = performance.now();
    const outcome = importDistrict([{ name: 'huge.geojson', bytes: new Uint8Array(300_000_000) }]);
    expect(outcome.ok).toBe(false);
    expect(outcome.issues).toHaveLength(1);
    expect(outcome.issues[0]).toMatchObject({
      code: 'file-too-large',
      source: 'huge.geojson',
      value: '300 MB',
    });
    expect(performance.now() - started).toBeLessThan(1000);
  });

  test('one broken file among sound ones keeps everything out', () => {
    const sound = readFileSync(`${FOLDER}/tiny-footprint/town.geojson`, 'utf8');
    const broken = readFileSync(`${FOLDER}/self-crossing/town.geojson`, 'utf8');
    const outcome = importDistrict([
      { name: 'sound.geojson', text: sound },
      { name: 'broken.geojson', text: broken },
    ]);
    expect('value' in outcome).toBe(false);
  });

  test('nothing at all is said to hold no buildings', () => {
    expect(importDistrict([]).issues[0]?.code).toBe('no-map');
  });
});
