import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readScenarioFile, scenarioFileSchema, writeScenario } from '../../src/io';

const ROOT = resolve(import.meta.dirname, '../..');

describe('the scenario file', () => {
  test('has the JSON schema that lies in public (`npm run -s gridtwin -- scenarios schema`)', () => {
    expect(readFileSync(resolve(ROOT, 'public/gridtwin-scenario.schema.json'), 'utf8')).toBe(
      scenarioFileSchema(),
    );
  });

  test('has an example in its documentation that is read without an issue, and comes back as written', () => {
    const readme = readFileSync(resolve(ROOT, 'src/scenario/README.md'), 'utf8');
    const example = /```json\n([\s\S]*?)```/.exec(readme)![1]!;
    const read = readScenarioFile(example, 'README.md');
    expect(read).toMatchObject({ ok: true, issues: [] });
    if (read.ok) expect(readScenarioFile(writeScenario(read.value), 'written')).toEqual(read);
  });

  test('is written with its members in the order of the schema, whoever built it', () => {
    const read = readScenarioFile(
      readFileSync(resolve(ROOT, 'scenarios/transition-2035.scenario.json'), 'utf8'),
      'transition',
    );
    if (!read.ok) throw new Error('not read');
    const reversed = Object.fromEntries(Object.entries(read.value).reverse()) as typeof read.value;
    expect(writeScenario(reversed)).toBe(writeScenario(read.value));
  });
});
