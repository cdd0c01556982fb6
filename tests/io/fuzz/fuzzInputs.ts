import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCircuitFile, readCircuitValue } from '../../../src/io/circuitFile';
import { readNetworkTables } from '../../../src/io/networkTables';
import { memoryFiles, readOpenDss } from '../../../src/io/opendss';
import { readPandapower } from '../../../src/io/pandapower';
import type { Circuit } from '../../../src/model/circuit';
import type { Issue, Outcome } from '../../../src/model/outcome';
import { draws, mutateJson, mutateText } from '../mutations';
import { mutatedFiles } from '../opendss/mutations';
import { SAMPLES } from '../opendss/samples';
import { netText, type Records, SMALL } from '../pandapower/netFile';
import { everyField } from '../circuitFile/everyField';
import { soundness } from './soundness';

/** Readers under test; each gives the circuit of a mutated input, the same for the same seed. */
export const FUZZ_KINDS = ['circuitFile', 'pandapower', 'openDss', 'networkTables'] as const;
export type FuzzKind = (typeof FUZZ_KINDS)[number];

export interface FuzzResult {
  /** What is wrong; absent if nothing. */
  readonly complaint?: string;
  readonly read: boolean;
  readonly solved: boolean;
  readonly cpuMs: number;
}

/** CPU time of this process, so that a busy machine is not a slow reader. */
const LIMIT_MS = 1000;

type Reader = (seed: number) => Outcome<Circuit>;

/** `root`: the repository, whose own circuits are samples too. */
export function fuzzReaders(root: string): Readonly<Record<FuzzKind, Reader>> {
  const text = (path: string): string => readFileSync(join(root, path), 'utf8');
  const carried = ['ieee13', 'ieee37'].map((name) =>
    text(`tests/validation/powerflow/circuits/${name}/circuit.json`),
  );
  const nets = [text('tests/validation/powerflow/pandapower-elements/net.pandapower.json')];
  const scripts = [...Object.values(SAMPLES), ...feeders(root)];
  return {
    circuitFile: (seed) => readCircuit(carried, seed),
    pandapower: (seed) => readNet(nets, seed),
    openDss: (seed) => {
      const files = scripts[seed % scripts.length]!;
      const outcome = readOpenDss(Object.keys(files)[0]!, memoryFiles(mutatedFiles(files, seed)));
      return outcome.ok ? { ...outcome, value: outcome.value.circuit } : outcome;
    },
    networkTables: readTables,
  };
}

/** One input through its reader and, where that finds no error, through the solver. */
export function fuzzOne(kind: FuzzKind, reader: Reader, seed: number): FuzzResult {
  const started = process.cpuUsage();
  const cpuMs = (): number => {
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1000;
  };
  try {
    const outcome = reader(seed);
    const found = outcome.ok
      ? soundness(outcome.value)
      : { complaint: refusal(outcome.issues), solved: false };
    const ms = cpuMs();
    const complaint = found.complaint ?? (ms > LIMIT_MS ? `took ${Math.round(ms)} ms` : undefined);
    return {
      read: outcome.ok,
      solved: found.solved,
      cpuMs: ms,
      ...(complaint === undefined ? {} : { complaint: `${kind} ${seed}: ${complaint}` }),
    };
  } catch (error) {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { read: false, solved: false, cpuMs: cpuMs(), complaint: `${kind} ${seed}: threw ${what}` };
  }
}

function refusal(issues: readonly Issue[]): string | undefined {
  if (!issues.some(({ severity }) => severity === 'error')) return 'refused without an error';
  const mute = issues.find(({ message, remedy, source }) => message === '' || remedy === '' || source === '');
  return mute === undefined ? undefined : `issue ${mute.code} says nothing`;
}

function readCircuit(carried: readonly string[], seed: number): Outcome<Circuit> {
  const draw = draws(seed, 'circuit');
  const sample: unknown =
    draw(4) === 0
      ? { schema: 'gridtwin-circuit/1', ...everyField }
      : JSON.parse(carried[draw(carried.length)]!);
  if (draw(3) === 0) return readCircuitFile(mutateText(JSON.stringify(sample), draw), 'fuzz');
  return readCircuitValue(changed(sample, draw), 'fuzz');
}

function readNet(nets: readonly string[], seed: number): Outcome<Circuit> {
  const draw = draws(seed, 'net');
  if (draw(4) === 0) return readPandapower(mutateText(nets[draw(nets.length)]!, draw), 'fuzz');
  const value = changed(SMALL, draw);
  const tables = typeof value === 'object' && value !== null && Object.values(value).every(isTable);
  const text = tables ? netText(value as Records, draw(2) === 0 ? '2.14.0' : '3.0.0') : JSON.stringify(value);
  return readPandapower(text, 'fuzz');
}

/** Half of the inputs have numbers scaled only: those get through to the solver. */
function changed(sample: unknown, draw: (below: number) => number): unknown {
  const gentle = draw(2) === 0;
  let value = sample;
  for (let times = 1 + draw(3); times > 0; times--) {
    value = gentle ? scaleNumber(value, draw) : mutateJson(value, draw);
  }
  return value;
}

const FACTORS = [0, -1, 1e-9, 1e-4, 0.1, 3, 100, 1e5, 1e9];

/** One number somewhere in the tree times a factor. */
function scaleNumber(value: unknown, draw: (below: number) => number): unknown {
  if (typeof value === 'number') return value * FACTORS[draw(FACTORS.length)]!;
  if (typeof value !== 'object' || value === null) return value;
  const keys = Object.keys(value);
  if (keys.length === 0) return value;
  const key = keys[draw(keys.length)]!;
  const inner = scaleNumber((value as Record<string, unknown>)[key], draw);
  if (Array.isArray(value)) return value.map((item: unknown, k) => (String(k) === key ? inner : item));
  return { ...value, [key]: inner };
}

function isTable(rows: unknown): boolean {
  return (
    Array.isArray(rows) && rows.every((row) => typeof row === 'object' && row !== null && !Array.isArray(row))
  );
}

const TABLES = [
  ['sources.csv', 'id,bus,kv,voltage_pu,short_circuit_mva,r_over_x\ngrid,mv,20,1.02,200,0.5\n'],
  ['buses.csv', 'id,kv,x_m,y_m\nstation,0.4,0,0\nhouse,,50,10\n'],
  [
    'transformers.csv',
    'id,from_bus,to_bus,rated_kva,from_kv,to_kv,uk_percent,load_loss_kw,vector_group\nt1,mv,station,400,20,0.4,4,4.6,Dyn5\n',
  ],
  [
    'lines.csv',
    'id,from_bus,to_bus,length_m,r1_ohm_per_km,x1_ohm_per_km,r0_ohm_per_km,x0_ohm_per_km,c1_nf_per_km,phases,parallel,rated_a\nmain,station,corner,200,0.206,0.08,0.824,0.32,300,abc,2,270\nservice,corner,house,50,0.641,0.085,2.5,0.3,,b,,142\n',
  ],
  [
    'connections.csv',
    'id,bus,phases,p_kw,q_kvar,kind,connection,model\nhome,house,b,6,1.5,load,wye,constantPower\nroof,corner,abc,9,0,photovoltaic,,\n',
  ],
] as const;

function readTables(seed: number): Outcome<Circuit> {
  const draw = draws(seed, 'tables');
  const changed = draw(TABLES.length);
  const files = TABLES.map(([name, text], row) => ({
    name,
    text: row === changed || draw(8) === 0 ? mutateText(text, draw) : text,
  }));
  const outcome = readNetworkTables(files);
  return outcome.ok ? { ...outcome, value: outcome.value.circuit } : outcome;
}

/** The feeders where they lie beside the checkout, main file first. */
function feeders(root: string): Readonly<Record<string, string>>[] {
  const folder = join(root, '../shared/data/feeders');
  if (!existsSync(folder)) return [];
  return [
    ['ieee13', 'IEEE13Nodeckt.dss'],
    ['ieee37', 'ieee37.dss'],
  ].map(([name, main]) => {
    const at = join(folder, name!);
    const others = readdirSync(at).filter((file) => /\.(dss|csv)$/i.test(file) && file !== main);
    return Object.fromEntries(
      [main!, ...others].map((file) => [file, readFileSync(join(at, file), 'latin1')]),
    );
  });
}
