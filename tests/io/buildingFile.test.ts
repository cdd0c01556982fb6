import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildingFileSchema, readBuildingFile } from '../../src/io/buildingFile';
import { cabin } from '../model/buildingModel/cabin';

const ROOT = resolve(import.meta.dirname, '../..');

describe('the building file', () => {
  test('comes back as it was written', () => {
    expect(readBuildingFile(JSON.stringify(cabin), 'cabin.json')).toEqual({
      ok: true,
      value: cabin,
      issues: [],
    });
  });

  test('that is cut off names the line', () => {
    const read = readBuildingFile(JSON.stringify(cabin, null, 1).slice(0, 300), 'cabin.json');
    expect(read.ok).toBe(false);
    expect(read.issues[0]!.where).toMatch(/line \d+/);
  });

  test('has the JSON schema that lies in public', () => {
    expect(readFileSync(resolve(ROOT, 'public/gridtwin-building.schema.json'), 'utf8')).toBe(
      buildingFileSchema(),
    );
  });

  test('has an example in its documentation that is read without an issue', () => {
    const readme = readFileSync(resolve(ROOT, 'src/io/buildingFile/README.md'), 'utf8');
    const example = /```json\n([\s\S]*?)```/.exec(readme)![1]!;
    expect(readBuildingFile(example, 'README.md')).toMatchObject({ ok: true, issues: [] });
  });
});
