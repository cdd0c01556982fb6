import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { diskFiles } from '../../../src/cli/diskFiles';
import { readOpenDss } from '../../../src/io/opendss';
import type { Circuit } from '../../../src/model/circuit';
import { solveCircuit } from '../../../src/sim/powerflow/circuit';

const FEEDERS = '../shared/data/feeders';
const present = existsSync(FEEDERS);
const ALL = [
  ['ieee13', 'IEEE13Nodeckt.dss', 'IEEE13Nodeckt_tight.csv'],
  ['ieee37', 'ieee37.dss', 'ieee37_tight.csv'],
  ['european_lv', 'Master.dss', 'Master_tight.csv'],
] as const;

function feeder(folder: string, main: string): Circuit {
  const outcome = readOpenDss(main, diskFiles(`${FEEDERS}/${folder}`));
  expect(outcome.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  if (!outcome.ok) throw new Error('not read');
  return outcome.value.circuit;
}

/** Lines of a file that are no comment, joined with their continuations. */
function statements(folder: string, file: string): string[] {
  const text = readFileSync(`${FEEDERS}/${folder}/${file}`, 'latin1').toLowerCase();
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .split(/\r?\n/)
    .map((line) => line.replace(/(!|\/\/).*$/, '').trim())
    .filter((line) => line !== '')
    .reduce<string[]>((all, line) => {
      if (line.startsWith('~')) all.push(`${all.pop() ?? ''} ${line.slice(1)}`);
      else all.push(line);
      return all;
    }, []);
}

const named = (lines: readonly string[], what: string): string[] =>
  lines.filter((line) => new RegExp(`^new\\s+(object=)?${what}\\.`).test(line));

/** Sum of what stands after `key =` on each line. */
function sum(lines: readonly string[], key: string): number {
  return lines.reduce((total, line) => {
    const found = new RegExp(`\\s${key}\\s*=\\s*([-+.\\de]+)`).exec(line);
    return total + Number(found?.[1] ?? NaN);
  }, 0);
}

describe.skipIf(!present)('the feeders of shared/data', () => {
  test.each([
    ['ieee13', 'IEEE13Nodeckt.dss'],
    ['ieee37', 'ieee37.dss'],
  ])('%s holds as many elements and as much load as its text', (folder, main) => {
    const circuit = feeder(folder, main);
    const text = statements(folder, main);
    const loads = named(text, 'load');
    expect(circuit.loads).toHaveLength(loads.length);
    expect(circuit.lines).toHaveLength(named(text, 'line').length);
    expect(circuit.transformers).toHaveLength(named(text, 'transformer').length);
    expect(circuit.regulatorControls).toHaveLength(named(text, 'regcontrol').length);
    expect(circuit.capacitors).toHaveLength(named(text, 'capacitor').length);
    expect(circuit.loads.reduce((total, { pW }) => total + pW, 0) / 1000).toBeCloseTo(sum(loads, 'kw'), 9);
    expect(circuit.loads.reduce((total, { qVar }) => total + qVar, 0) / 1000).toBeCloseTo(
      sum(loads, 'kvar'),
      9,
    );
  });

  test('European LV: lines, lengths, loads with their shapes', () => {
    const circuit = feeder('european_lv', 'Master.dss');
    const lines = named(statements('european_lv', 'Lines.txt'), 'line');
    const loads = named(statements('european_lv', 'Loads.txt'), 'load');
    expect(circuit.lines).toHaveLength(lines.length);
    expect(circuit.lines.reduce((total, { lengthM }) => total + lengthM, 0)).toBeCloseTo(
      sum(lines, 'length'),
      6,
    );
    expect(circuit.loads).toHaveLength(loads.length);
    expect(circuit.loads.reduce((total, { pW }) => total + pW, 0)).toBeCloseTo(1000 * sum(loads, 'kw'), 6);
    expect(
      circuit.buses.every(({ position }) => position !== undefined || circuit.buses[0] !== undefined),
    ).toBe(true);
    expect(circuit.shapes).toHaveLength(55);
    const file = `${FEEDERS}/european_lv/Daily_1min_100profiles/load_profile_1.txt`;
    const profile = readFileSync(file, 'latin1').trim().split(/\s+/).map(Number);
    const shape = circuit.shapes.find(({ id }) => id === circuit.loads[0]!.shapes.yearly);
    expect(shape).toMatchObject({ intervalS: 60 });
    expect([...shape!.p]).toEqual(profile.slice(0, shape!.p.length));
  });

  test.each(ALL)(
    '%s: the solver finds OpenDSS’s voltages and bases, its own control actions included',
    (folder, main, reference) => {
      const solved = solveCircuit(feeder(folder, main));
      if (!solved.ok) throw new Error('not solved');
      const { compiled, solution } = solved.value;
      const { nodes } = compiled;
      const rows = readFileSync(`${FEEDERS}/${folder}/ref/${reference}`, 'utf8').trim().split('\n').slice(1);
      expect(nodes.busOfNode).toHaveLength(rows.length);
      let worst = 0;
      for (const row of rows) {
        const [name = '', , , re, im, pu] = row.split(',');
        const dot = name.lastIndexOf('.');
        const node = nodes.nodeOf(name.slice(0, dot), Number(name.slice(dot + 1)));
        const baseV = Math.hypot(Number(re), Number(im)) / Number(pu);
        expect(solution.baseVoltageV[node]! / baseV).toBeCloseTo(1, 6);
        const off = Math.hypot(
          solution.voltageRe[node]! - Number(re),
          solution.voltageIm[node]! - Number(im),
        );
        worst = Math.max(worst, off / baseV);
      }
      expect(worst).toBeLessThan(1e-7);
    },
  );
});
