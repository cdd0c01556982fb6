import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readPandapower } from '../../../src/io/pandapower';
import { draws, mutateJson, mutateText } from '../mutations';
import { expectSound } from '../soundCircuit';
import { netText, type Records, SMALL } from './netFile';

const SEED = 20261127;
const ELEMENTS = readFileSync('tests/validation/powerflow/pandapower-elements/net.pandapower.json', 'utf8');

/** The tables of the large net as records, so that mutations reach single cells. */
function records(text: string): Records {
  const net = (JSON.parse(text) as { _object: Record<string, { _object?: string }> })._object;
  return Object.fromEntries(
    Object.entries(net).flatMap(([name, table]) => {
      if (typeof table !== 'object' || typeof table._object !== 'string') return [];
      const { columns, data } = JSON.parse(table._object) as { columns: string[]; data: unknown[][] };
      return [
        [
          name,
          data.map((row): Record<string, unknown> =>
            Object.fromEntries(row.map((cell, k) => [columns[k]!, cell])),
          ),
        ],
      ];
    }),
  );
}

describe('whatever is in a pandapower file, reading it gives a sound circuit or issues', () => {
  test('1,500 mutated cells and tables', { timeout: 60_000 }, () => {
    const samples = [SMALL, records(ELEMENTS)];
    let read = 0;
    for (let k = 0; k < 1500; k++) {
      const draw = draws(SEED, `cell ${k}`);
      // Mostly the small net: the large one costs more and adds kinds of elements.
      const sample = samples[k % 8 === 0 ? 1 : 0]!;
      const mutated = mutateJson(sample, draw);
      const tables = typeof mutated === 'object' && mutated !== null && Object.values(mutated).every(isTable);
      const text = tables
        ? netText(mutated as Records, draw(2) === 0 ? '2.14.0' : '3.0.0')
        : JSON.stringify(mutated);
      const started = performance.now();
      const outcome = readPandapower(text, 'fuzz');
      if (outcome.ok) {
        read += 1;
        expectSound(outcome.value);
      } else expect(outcome.issues.length).toBeGreaterThan(0);
      expect(performance.now() - started).toBeLessThan(1000);
    }
    expect(read).toBeGreaterThan(200);
    expect(read).toBeLessThan(1300);
  });

  test('500 mutated texts and frames', { timeout: 60_000 }, () => {
    for (let k = 0; k < 500; k++) {
      const draw = draws(SEED, `text ${k}`);
      const text =
        k % 2 === 0 ? mutateText(ELEMENTS, draw) : JSON.stringify(mutateJson(JSON.parse(ELEMENTS), draw));
      const outcome = readPandapower(text, 'fuzz');
      if (outcome.ok) expectSound(outcome.value);
      else expect(outcome.issues.length).toBeGreaterThan(0);
    }
  });
});

function isTable(rows: unknown): boolean {
  return (
    Array.isArray(rows) && rows.every((row) => typeof row === 'object' && row !== null && !Array.isArray(row))
  );
}
