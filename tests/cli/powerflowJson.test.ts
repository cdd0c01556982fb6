import { writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { writeCircuitFile } from '../../src/io/circuitFile';
import { circuit, line, load, source, transformer } from '../study/network/circuits';
import { csvOf, type Ended, inThisProcess, workplace } from './command';

const { path, remove } = workplace();
afterAll(remove);

const run = (...args: readonly string[]): Promise<Ended> => inThisProcess('powerflow', ...args);

const voltages = (bus: string): number[] =>
  csvOf(path('v.csv')).rows.flatMap(([id, , , volts]) => (id === bus ? [Number(volts)] : []));

describe('a power flow of JSON', () => {
  it('of our own format is solved', async () => {
    const item = circuit({
      name: 'own',
      sources: [source('mv', { voltageV: 10000 / Math.sqrt(3) })],
      transformers: [transformer('t', 'mv', 'a')],
      lines: [line('ab', 'a', 'b')],
      loads: [load('l', 'b', 20e3)],
      buses: ['mv', 'a', 'b'].map((id) => ({ id, baseVoltageV: (id === 'mv' ? 10000 : 400) / Math.sqrt(3) })),
    });
    const text = writeCircuitFile(item);
    if (!text.ok) throw new Error(text.issues[0]!.message);
    writeFileSync(path('own.json'), text.value);
    const ended = await run(path('own.json'), '--out', path('v.csv'));
    expect(ended.code).toBe(0);
    expect(ended.stdout).toContain('status: converged');
    expect(voltages('b')).toHaveLength(3);
    for (const volts of voltages('b')) {
      expect(volts).toBeGreaterThan(225);
      expect(volts).toBeLessThan(231);
    }
  });

  it('of pandapower is solved', async () => {
    const file = new URL('../validation/powerflow/pandapower-elements/net.pandapower.json', import.meta.url)
      .pathname;
    const ended = await run(file, '--out', path('v.csv'));
    expect(ended.code).toBe(0);
    expect(ended.stdout).toContain('status: converged');
    expect(csvOf(path('v.csv')).rows.length).toBeGreaterThan(30);
  });
});
