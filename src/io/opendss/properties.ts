import type { Matrix, WindingConnection } from '../../model/circuit';
import type { ClassDefinition, DssObject, Property } from './definitions';
import type { Session } from './session';

type Set<T, Value> = (target: T, value: Value, session: Session) => void;

export function real<T extends DssObject>(name: string, set: Set<T, number>): Property<T> {
  return {
    name,
    apply(target, edit) {
      const value = edit.real();
      if (value !== undefined) set(target, value, edit.session);
    },
  };
}

/** A number above zero; anything else is an error. */
export function positive<T extends DssObject>(name: string, set: Set<T, number>): Property<T> {
  return {
    name,
    apply(target, edit) {
      const value = edit.real();
      if (value === undefined) return;
      if (value > 0) set(target, value, edit.session);
      else edit.reject('dss-range', 'must be above zero', 'Give a number above zero.');
    },
  };
}

export function integer<T extends DssObject>(
  name: string,
  set: Set<T, number>,
  min = -Infinity,
  max = 1e6,
): Property<T> {
  return {
    name,
    apply(target, edit) {
      const value = edit.integer();
      if (value === undefined) return;
      if (value >= min && value <= max) set(target, value, edit.session);
      else
        edit.reject('dss-range', `must lie between ${min} and ${max}`, 'Give a whole number in this range.');
    },
  };
}

export function flag<T extends DssObject>(name: string, set: Set<T, boolean>): Property<T> {
  return { name, apply: (target, edit) => set(target, edit.flag(), edit.session) };
}

export function text<T extends DssObject>(name: string, set: Set<T, string>): Property<T> {
  return { name, apply: (target, edit) => set(target, edit.value, edit.session) };
}

export function choice<T extends DssObject, Value>(
  name: string,
  words: readonly (readonly [word: string, value: Value])[],
  set: Set<T, Value>,
): Property<T> {
  return {
    name,
    apply(target, edit) {
      const value = edit.choice(words);
      if (value !== undefined) set(target, value, edit.session);
    },
  };
}

export const CONNECTIONS: readonly (readonly [word: string, connection: WindingConnection])[] = [
  ['wye', 'wye'],
  ['delta', 'delta'],
  ['y', 'wye'],
  ['ln', 'wye'],
  ['ll', 'delta'],
];

export function connection<T extends DssObject>(name: string, set: Set<T, WindingConnection>): Property<T> {
  return choice(name, CONNECTIONS, set);
}

export function reals<T extends DssObject>(
  name: string,
  limit: (target: T) => number,
  set: Set<T, number[]>,
): Property<T> {
  return {
    name,
    apply(target, edit) {
      const values = edit.reals(limit(target));
      if (values !== undefined) set(target, values, edit.session);
    },
  };
}

export function matrix<T extends DssObject>(
  name: string,
  order: (target: T) => number,
  set: Set<T, Matrix>,
): Property<T> {
  return {
    name,
    apply(target, edit) {
      const values = edit.matrix(order(target));
      if (values !== undefined) set(target, values, edit.session);
    },
  };
}

export function complex<T extends DssObject>(
  name: string,
  set: Set<T, readonly [re: number, im: number]>,
): Property<T> {
  return {
    name,
    apply(target, edit) {
      const value = edit.complex();
      if (value !== undefined) set(target, value, edit.session);
    },
  };
}

/** What loads, generators and inverters begin with: phases, bus and rated kV. */
export function placing<T extends DssObject & { phases: number; bus1: string; kv: number }>(): Property<T>[] {
  return [
    integer('phases', (target, value) => void (target.phases = value), 1, 100),
    text('bus1', (target, value) => void (target.bus1 = value.toLowerCase())),
    positive('kv', (target, value) => void (target.kv = value)),
  ];
}

/** Name of an object of a class, which must exist; `none` clears it. */
export function reference<T extends DssObject, Other extends DssObject>(
  name: string,
  definition: () => ClassDefinition<Other>,
  set: Set<T, Other | undefined>,
): Property<T> {
  return {
    name,
    apply(target, edit) {
      const other = edit.reference(definition());
      if (other !== undefined || edit.value.toLowerCase() === 'none') set(target, other, edit.session);
    },
  };
}

/** Understood, and without part in a power flow: one note for all. */
export function unused<T extends DssObject>(...names: string[]): Property<T>[] {
  return names.map((name) => ({
    name,
    apply(_target, edit) {
      edit.session.reports.note(`${edit.className}.${name}`, {
        code: 'dss-unused',
        field: `${edit.className}.${name}`.toLowerCase(),
        message: `${edit.className}.${name} has no part in a power flow and is not used.`,
        remedy: 'Nothing to do.',
      });
    },
  }));
}

/** Would change the solution and is not supported: an error, unless the value says what is done anyway. */
export function unsupported<T extends DssObject>(
  name: string,
  harmless: (value: string) => boolean = () => false,
): Property<T> {
  return {
    name,
    apply(_target, edit) {
      if (harmless(edit.value.toLowerCase())) return;
      edit.reject(
        'dss-unsupported',
        'changes the solution and is not supported',
        'Take it out, or model it otherwise.',
      );
    },
  };
}

export function isNo(value: string): boolean {
  return value.startsWith('n') || value.startsWith('f');
}

export function isZero(value: string): boolean {
  return Number(value) === 0;
}

/** What every circuit element ends with. */
export function elementProperties<T extends DssObject>(
  kind: 'conversion' | 'delivery' | 'control',
): Property<T>[] {
  const ratings =
    kind === 'delivery'
      ? unused<T>('faultrate', 'pctperm', 'repair')
      : kind === 'conversion'
        ? unused<T>('spectrum')
        : [];
  return [
    ...ratings,
    positive('basefreq', (target, value) => {
      target.baseFrequencyHz = value;
    }),
    flag('enabled', (target, value) => {
      target.enabled = value;
    }),
  ];
}

/** Copies the named fields; arrays are copied, not shared. */
export function copyFields<T extends object>(target: T, source: T, keys: readonly (keyof T)[]): void {
  for (const key of keys) {
    const value = source[key];
    target[key] = (Array.isArray(value) ? [...(value as unknown[])] : value) as T[keyof T];
  }
}
