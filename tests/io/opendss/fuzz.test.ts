import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { memoryFiles, readOpenDss } from '../../../src/io/opendss';
import type { Circuit } from '../../../src/model/circuit';
import { mutatedFiles } from './mutations';
import { SAMPLES } from './samples';

const RUNS = Number(process.env['GRIDTWIN_FUZZ'] ?? 3000);
const FEEDERS = '../shared/data/feeders';
const SECOND_MS = 1000;

/** Where no number, or none that is finite, means something. */
const OPEN_ENDED = new Set(['baseVoltageV', 'ratedCurrentA', 'emergencyCurrentA', 'parallelROhm']);

function voidNumber(value: unknown, name = ''): string | undefined {
  if (typeof value === 'number') return Number.isFinite(value) || OPEN_ENDED.has(name) ? undefined : name;
  if (typeof value !== 'object' || value === null) return undefined;
  const numbered = Array.isArray(value) || value instanceof Float64Array;
  for (const [key, part] of Object.entries(value)) {
    const found = voidNumber(part, numbered ? name : key);
    if (found !== undefined) return found;
  }
  return undefined;
}

function unsound(circuit: Circuit): string | undefined {
  for (const list of Object.values(circuit) as unknown[]) {
    if (!Array.isArray(list)) continue;
    const ids = (list as { readonly id?: string }[]).map(({ id }) => id).filter((id) => id !== undefined);
    if (new Set(ids).size !== ids.length) return 'two elements of one kind share an id';
  }
  for (const line of circuit.lines) {
    const order = line.from.nodes.length;
    if (line.to.nodes.length !== order || line.rOhm.length !== order * order)
      return `line ${line.id} has uneven ends`;
  }
  const found = voidNumber(circuit);
  return found === undefined ? undefined : `${found} is no number`;
}

/** What is wrong with how a text was read; undefined if nothing. */
function complaint(files: Readonly<Record<string, string>>, main: string): string | undefined {
  const start = performance.now();
  const outcome = readOpenDss(main, memoryFiles(files));
  if (performance.now() - start > SECOND_MS) return 'took more than a second';
  if (outcome.ok) return unsound(outcome.value.circuit);
  if (!outcome.issues.some(({ severity }) => severity === 'error')) return 'failed without an error';
  return outcome.issues.every(
    ({ message, remedy, source }) => message !== '' && remedy !== '' && source !== '',
  )
    ? undefined
    : 'an issue without text or source';
}

function textsIn(folder: string): Record<string, string> {
  const names = readdirSync(folder).filter(
    (name) => /\.(dss|txt|csv)$/i.test(name) && !/LICENSE|PROVENANCE/.test(name),
  );
  return Object.fromEntries(names.map((name) => [name, readFileSync(`${folder}/${name}`, 'latin1')]));
}

function failures(files: Readonly<Record<string, string>>, main: string, runs: number): string[] {
  const found: string[] = [];
  for (let seed = 1; seed <= runs && found.length < 10; seed++) {
    const changed = mutatedFiles(files, seed);
    let what: string | undefined;
    try {
      what = complaint(changed, main);
    } catch (error) {
      what = `threw ${String(error)}`;
    }
    if (what !== undefined) found.push(`seed ${seed}: ${what}`);
  }
  return found;
}

describe('whatever stands in a script, reading it gives a sound circuit or issues', () => {
  const names = Object.keys(SAMPLES);
  test.each(names)(
    'sample %s',
    (name) => {
      expect(failures(SAMPLES[name]!, 'main.dss', Math.ceil((RUNS * 0.9) / names.length))).toEqual([]);
    },
    RUNS * 20,
  );

  test.skipIf(!existsSync(FEEDERS)).each([
    ['ieee13', 'IEEE13Nodeckt.dss'],
    ['ieee37', 'ieee37.dss'],
  ])(
    'feeder %s',
    (folder, main) => {
      expect(failures(textsIn(`${FEEDERS}/${folder}`), main, Math.ceil((RUNS * 0.1) / 2))).toEqual([]);
    },
    RUNS * 20,
  );
});
