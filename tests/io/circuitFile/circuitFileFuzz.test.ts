import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readCircuitFile, readCircuitValue, writeCircuitFile } from '../../../src/io/circuitFile';
import { draws, mutateJson, mutateText } from '../mutations';
import { expectSound } from '../soundCircuit';
import { everyField } from './everyField';

const SEED = 20261127;
const EXAMPLE = readFileSync('src/io/circuitFile/README.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('    '))
  .join('\n');
const EVERY = writeCircuitFile(everyField);

describe('whatever is in a circuit file, reading it gives a sound circuit or issues', () => {
  test('2,400 mutated values', { timeout: 60_000 }, () => {
    const samples = [JSON.parse(EXAMPLE), JSON.parse(EVERY.ok ? EVERY.value : '')] as unknown[];
    let read = 0;
    for (let k = 0; k < 2400; k++) {
      const draw = draws(SEED, `value ${k}`);
      let json = mutateJson(samples[k % 2], draw);
      if (draw(3) === 0) json = mutateJson(json, draw);
      const started = performance.now();
      const outcome = readCircuitValue(json, 'fuzz');
      if (outcome.ok) {
        read += 1;
        if (k % 2 === 0) expectSound(outcome.value);
        // As text: JSON knows no negative zero.
        const written = writeCircuitFile(outcome.value);
        const back = readCircuitFile(written.ok ? written.value : '', 'fuzz');
        expect(back.ok && writeCircuitFile(back.value)).toEqual(written);
      } else expect(outcome.issues.length).toBeGreaterThan(0);
      expect(performance.now() - started).toBeLessThan(1000);
    }
    // Neither all refused nor all read: the mutations reach beyond the first check.
    expect(read).toBeGreaterThan(200);
    expect(read).toBeLessThan(1800);
  });

  test('600 mutated texts', () => {
    for (let k = 0; k < 600; k++) {
      const outcome = readCircuitFile(mutateText(EXAMPLE, draws(SEED, `text ${k}`)), 'fuzz');
      if (outcome.ok) expectSound(outcome.value);
      else expect(outcome.issues.length).toBeGreaterThan(0);
    }
  });
});
