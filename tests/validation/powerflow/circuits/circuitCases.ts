import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readCircuitFile } from '../../../../src/io/circuitFile';
import type { Circuit } from '../../../../src/model/circuit';
import { solveCircuit, type SolvedCircuit } from '../../../../src/sim/powerflow/circuit';

/** case.json beside circuit.json (own format) and expected.csv: node, v_mag_volt, angle_deg, v_pu and perhaps step. */
export interface CircuitCase {
  readonly title: string;
  /** The tool whose figures these are. */
  readonly reference: string;
  readonly origin: string;
  /** Where the remaining difference comes from, as far as it can be told. */
  readonly cause: string;
  /** Path from this folder, where the case shares another one's circuit. */
  readonly circuit?: string;
  /** Second winding's taps of the reference: forced in one run, found by our own controls in another. */
  readonly taps?: Readonly<Record<string, number>>;
  readonly ownControls?: boolean;
  /** Steps of capacitors that are closed at the end. */
  readonly closedSteps?: Readonly<Record<string, readonly boolean[]>>;
  /** loads.csv gives the powers of these steps. */
  readonly steps?: readonly number[];
  readonly lossW?: number;
  readonly lossVar?: number;
  readonly tolerance: { readonly voltagePu: number; readonly angleDeg: number; readonly lossShare: number };
}

export const FOLDER = fileURLToPath(new URL('.', import.meta.url));

export const circuitCases: readonly { name: string; item: CircuitCase }[] = readdirSync(FOLDER, {
  withFileTypes: true,
})
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => ({
    name,
    item: JSON.parse(readFileSync(`${FOLDER}${name}/case.json`, 'utf8')) as CircuitCase,
  }));

export function readCircuit(name: string, item: Pick<CircuitCase, 'circuit'>): Circuit {
  const path = `${FOLDER}${name}/${item.circuit ?? 'circuit.json'}`;
  const outcome = readCircuitFile(readFileSync(path, 'utf8'), path);
  if (!outcome.ok) throw new Error(outcome.issues.map((issue) => issue.message).join('\n'));
  return outcome.value;
}

/** The circuit with taps (of the second winding) as given. */
export function withTaps(circuit: Circuit, taps: Readonly<Record<string, number>> = {}): Circuit {
  const transformers = circuit.transformers.map((transformer) => {
    const tapPu = taps[transformer.id];
    if (tapPu === undefined) return transformer;
    const windings = transformer.windings.map((winding, row) =>
      row === 1 ? { ...winding, tapPu } : winding,
    );
    return { ...transformer, windings };
  });
  return { ...circuit, transformers };
}

export function solved(circuit: Circuit, controls: 'static' | 'off'): SolvedCircuit {
  const outcome = solveCircuit(circuit, { controls });
  if (!outcome.ok) throw new Error(outcome.issues.map((issue) => issue.message).join('\n'));
  return outcome.value;
}

/** One or, with steps, several circuits with the part of expected.csv that belongs to each. */
export function forcedRuns(
  name: string,
  item: CircuitCase,
): { readonly circuit: Circuit; readonly expected: string }[] {
  const circuit = withTaps(readCircuit(name, item), item.taps);
  const expected = readFileSync(`${FOLDER}${name}/expected.csv`, 'utf8');
  if (item.steps === undefined) return [{ circuit, expected }];
  const [head, ...rows] = expected.trim().split('\n');
  const loads = readFileSync(`${FOLDER}${name}/loads.csv`, 'utf8').trim().split('\n').slice(1);
  return item.steps.map((step) => {
    const ofStep = rows.filter((row) => row.startsWith(`${step},`));
    return { circuit: loadedAt(circuit, loads, step), expected: [head, ...ofStep].join('\n') };
  });
}

function loadedAt(circuit: Circuit, rows: readonly string[], step: number): Circuit {
  const powers = new Map(
    rows
      .map((row) => row.split(','))
      .filter(([at]) => Number(at) === step)
      .map(([, load, p, q]) => [load, { pW: Number(p), qVar: Number(q) }]),
  );
  const loads = circuit.loads.map((load) => {
    const power = powers.get(load.id);
    if (power === undefined) throw new Error(`No power of load ${load.id} at step ${step}.`);
    return { ...load, ...power };
  });
  return { ...circuit, loads };
}
