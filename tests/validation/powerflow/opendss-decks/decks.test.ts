import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readOpenDss } from '../../../../src/io/opendss';
import { solveCircuit, type SolvedCircuit } from '../../../../src/sim/powerflow/circuit';

/** case.json beside circuit.dss and OpenDSS's figures: expected.csv (node, v_mag_volt, angle_deg) or currents.csv. */
interface Deck {
  readonly title: string;
  readonly origin: string;
  /** Where a difference of more than 1e-7 comes from. */
  readonly cause?: string;
  readonly tolerance: {
    /** Of a node's own voltage, as phasors; a neutral's few volts too. */
    readonly voltageShare?: number;
    readonly currentShare?: number;
    readonly angleDeg?: number;
  };
}

const FOLDER = fileURLToPath(new URL('.', import.meta.url));
const names = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const textOf = (name: string, file: string): string => readFileSync(`${FOLDER}${name}/${file}`, 'utf8');
const rowsOf = (name: string, file: string): string[][] =>
  textOf(name, file)
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => row.split(','));

function solve(name: string): SolvedCircuit {
  const files = { read: (path: string) => (path === 'circuit.dss' ? textOf(name, path) : undefined) };
  const read = readOpenDss('circuit.dss', files);
  if (!read.ok) throw new Error(read.issues.map((issue) => issue.message).join('\n'));
  const solved = solveCircuit(read.value.circuit);
  if (!solved.ok) throw new Error(solved.issues.map((issue) => issue.message).join('\n'));
  expect(solved.value.solution.status).toBe('converged');
  expect(solved.value.settled).toBe(true);
  return solved.value;
}

/** Largest difference of two phasors as a share of the reference. */
function largestShare({ compiled, solution }: SolvedCircuit, rows: readonly string[][]): number {
  const shares = rows.map(([node, magnitude, degree]) => {
    const [bus, number] = node!.split('.');
    const row = compiled.nodes.nodeOf(bus!, Number(number));
    const angle = (Number(degree) * Math.PI) / 180;
    const re = solution.voltageRe[row]! - Number(magnitude) * Math.cos(angle);
    const im = solution.voltageIm[row]! - Number(magnitude) * Math.sin(angle);
    return Math.hypot(re, im) / Number(magnitude);
  });
  return shares.reduce((most, share) => (share <= most ? most : share), 0);
}

function expectCurrents({ solution }: SolvedCircuit, name: string, deck: Deck): void {
  for (const [kind, id, terminal, conductor, ampere, degree] of rowsOf(name, 'currents.csv')) {
    const flow = solution.elements.find((element) => element.kind === kind && element.id === id)!;
    const { currentRe, currentIm } = flow.terminals[Number(terminal)]!;
    const [re, im] = [currentRe[Number(conductor)]!, currentIm[Number(conductor)]!];
    expect(Math.abs(Math.hypot(re, im) / Number(ampere) - 1)).toBeLessThan(deck.tolerance.currentShare!);
    const turned = (Math.atan2(im, re) * 180) / Math.PI - Number(degree);
    expect(Math.abs(turned - 360 * Math.round(turned / 360))).toBeLessThan(deck.tolerance.angleDeg!);
  }
}

describe('small OpenDSS scripts, one construct each, against the engine', () => {
  it('knows all decks', () => expect(names.length).toBeGreaterThanOrEqual(48));

  it.each(names)('%s', (name) => {
    const deck = JSON.parse(textOf(name, 'case.json')) as Deck;
    const solved = solve(name);
    if (existsSync(`${FOLDER}${name}/currents.csv`)) expectCurrents(solved, name, deck);
    if (deck.tolerance.voltageShare === undefined) return;
    const rows = rowsOf(name, 'expected.csv');
    expect(rows.length).toBeGreaterThanOrEqual(2);
    const share = largestShare(solved, rows);
    expect(share).toBeLessThan(deck.tolerance.voltageShare);
    // A difference that shows needs its cause named.
    if (share > 1e-6) expect(deck.cause?.length).toBeGreaterThan(20);
  });
});
