import { writeFileSync } from 'node:fs';
import { expect } from 'vitest';
import { writeCircuitFile } from '../../src/io/circuitFile';
import type { Circuit } from '../../src/model/circuit';
import { BASE_V, circuit, generator, line, load, source } from '../study/network/circuits';
import { csvOf, type Ended, inThisProcess } from './command';

/** `study` in this process. */
export const run = (...args: readonly string[]): Promise<Ended> => inThisProcess('study', ...args);

/** Writes a circuit in our own format; gives its path. */
export function written(file: string, parts: Partial<Circuit>): string {
  const text = writeCircuitFile(circuit(parts));
  if (!text.ok) throw new Error(text.issues[0]!.message);
  writeFileSync(file, text.value);
  return file;
}

/** What a study writes to a file, with the row in which some cell is the given text. */
export async function tableOf(out: string, kind: string, file: string, ...args: string[]) {
  const ended = await run(kind, file, ...args, '--out', out);
  expect([ended.code, ended.stderr]).toEqual([0, '']);
  const { columns, rows } = csvOf(out);
  return { ended, columns, rows, row: (id: string) => rows.find((cells) => cells.includes(id))! };
}

export const lineOf = ({ stdout }: Ended, word: string): string =>
  stdout
    .split('\n')
    .map((row) => row.trim())
    .find((row) => row.startsWith(word)) ?? '';

export const buses = (...ids: string[]) => ids.map((id) => ({ id, baseVoltageV: BASE_V }));

/** Nothing but resistance, a rating of 100 A. */
export const WEAK: Partial<Circuit> = {
  sources: [source('s', { r: 1e-4, x: 0 })],
  lines: [line('sa', 's', 'a', { r: 1e-3, x: 0, ratedCurrentA: 100 })],
};

/** Source s - a - b with two open ways from s to b and one beside sa. */
export const RING: Partial<Circuit> = {
  sources: [source('s')],
  lines: [
    line('sa', 's', 'a'),
    line('ab', 'a', 'b'),
    line('thin', 's', 'b', { ratedCurrentA: 30, open: true }),
    line('Thick', 's', 'b', { ratedCurrentA: 200, open: true }),
    line('spare', 's', 'a', { open: true }),
  ],
  loads: [load('one', 'a', 10e3), load('two', 'b', 20e3)],
  generators: [generator('sun', 'b', 4e3)],
};
