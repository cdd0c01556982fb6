import type { WindingConnection } from '../../model/circuit';
import { newObject, type ClassDefinition, type DssObject, type Property } from './definitions';
import { TWO_PI } from './lineCode';
import {
  connection,
  copyFields,
  elementProperties,
  integer,
  matrix,
  positive,
  reals,
  text,
  unused,
} from './properties';
import { scaled } from './sequence';

export interface CapacitorObject extends DssObject {
  bus1: string;
  /** Undefined: earth. */
  bus2: string | undefined;
  phases: number;
  kv: number;
  connection: WindingConnection;
  /** What the size was given as last. */
  size: 'kvar' | 'farad' | 'matrix';
  steps: number;
  kvar: number[];
  farad: number[];
  faradMatrix: number[];
  r: number[];
  x: number[];
  harmonic: number[];
  harmonicGiven: boolean;
  states: number[];
}

/** Voltage across one phase of a unit in kV: two and three phases in star are rated line to line. */
export function phaseKv(unit: { kv: number; phases: number; connection: WindingConnection }): number {
  const lineToLine = unit.connection === 'wye' && (unit.phases === 2 || unit.phases === 3);
  return lineToLine ? unit.kv / Math.sqrt(3) : unit.kv;
}

function fill(length: number, value: (i: number) => number): number[] {
  return Array.from({ length }, (_, i) => value(i));
}

/** One step becomes a bank of the same size; a bank keeps the steps it has. */
function setSteps(bank: CapacitorObject, count: number): void {
  const before = bank.steps;
  if (count === before) return;
  bank.steps = count;
  const keep = (values: number[], other: number): number[] => fill(count, (i) => values[i] ?? other);
  if (before !== 1) {
    for (const key of ['kvar', 'farad', 'r', 'x', 'harmonic', 'states'] as const)
      bank[key] = keep(bank[key], 0);
    return;
  }
  const kvar = bank.size === 'kvar';
  bank.kvar = kvar ? fill(count, () => bank.kvar[0]! / count) : keep(bank.kvar, 0);
  bank.farad = fill(count, () => bank.farad[0]!);
  bank.r = fill(count, () => bank.r[0]! * (kvar ? count : 1));
  bank.x = fill(count, () => bank.x[0]! * (kvar ? count : 1));
  bank.harmonic = fill(count, () => bank.harmonic[0]!);
  bank.states = fill(count, () => 1);
}

function steps(
  name: string,
  set: (bank: CapacitorObject, values: number[]) => void,
): Property<CapacitorObject> {
  return reals(
    name,
    (bank) => bank.steps,
    (bank, values) =>
      set(
        bank,
        fill(bank.steps, (i) => values[i] ?? 0),
      ),
  );
}

const properties: Property<CapacitorObject>[] = [
  text('bus1', (bank, value) => {
    bank.bus1 = value.toLowerCase();
  }),
  text('bus2', (bank, value) => {
    bank.bus2 = value.toLowerCase();
  }),
  integer(
    'phases',
    (bank, value) => {
      bank.phases = value;
    },
    1,
    100,
  ),
  steps('kvar', (bank, values) => {
    bank.kvar = values;
    bank.size = 'kvar';
  }),
  positive('kv', (bank, value) => {
    bank.kv = value;
  }),
  connection('conn', (bank, value) => {
    bank.connection = value;
  }),
  matrix(
    'cmatrix',
    (bank) => bank.phases,
    (bank, values) => {
      bank.faradMatrix = scaled(values, 1e-6);
      bank.size = 'matrix';
    },
  ),
  steps('cuf', (bank, values) => {
    bank.farad = scaled(values, 1e-6);
    bank.size = 'farad';
  }),
  steps('R', (bank, values) => {
    bank.r = values;
  }),
  steps('XL', (bank, values) => {
    bank.x = values;
    bank.r = bank.r.map((r, i) => (values[i] !== 0 && r === 0 ? Math.abs(values[i]!) / 1000 : r));
    bank.harmonicGiven = false;
  }),
  steps('Harm', (bank, values) => {
    bank.harmonic = values;
    bank.harmonicGiven = true;
  }),
  integer('Numsteps', setSteps, 1, 1000),
  steps('states', (bank, values) => {
    bank.states = values.map((value) => Math.round(value));
  }),
  ...unused<CapacitorObject>('normamps', 'emergamps'),
  ...elementProperties<CapacitorObject>('delivery'),
];

/** C of every step follows from the first one's kvar, as in OpenDSS; a filter's reactance from its harmonic. */
function settle(bank: CapacitorObject): void {
  const omega = TWO_PI * bank.baseFrequencyHz;
  if (bank.size === 'kvar') {
    const volts = phaseKv(bank) * 1000;
    bank.farad = fill(bank.steps, () => (bank.kvar[0]! * 1000) / bank.phases / (omega * volts * volts));
  }
  if (!bank.harmonicGiven) return;
  bank.x = bank.harmonic.map((h, i) => (h === 0 ? 0 : 1 / (omega * bank.farad[i]!) / (h * h)));
  bank.r = bank.r.map((r, i) => (r === 0 ? bank.x[i]! / 1000 : r));
}

export const capacitorClass: ClassDefinition<CapacitorObject> = {
  name: 'Capacitor',
  properties,
  create: (id, session) => ({
    ...newObject(id, session),
    ...{ bus1: `${id}_1`, bus2: undefined, phases: 3, kv: 12.47, connection: 'wye', size: 'kvar', steps: 1 },
    ...{
      kvar: [1200],
      farad: [0],
      faradMatrix: [],
      r: [0],
      x: [0],
      harmonic: [0],
      harmonicGiven: false,
      states: [1],
    },
  }),
  finish: settle,
  copy(target, source) {
    copyFields(target, source, [
      ...(['phases', 'steps', 'kvar', 'farad', 'r', 'x', 'harmonic', 'states', 'kv', 'connection'] as const),
      ...(['size', 'faradMatrix', 'baseFrequencyHz'] as const),
    ]);
    target.enabled = true;
  },
};
