import type { WindingConnection } from '../../model/circuit';
import { newObject, type ClassDefinition, type DssObject, type Property } from './definitions';
import { loadShapeClass, type LoadShapeObject } from './loadShape';
import {
  connection,
  copyFields,
  elementProperties,
  integer,
  isNo,
  isZero,
  positive,
  real,
  reference,
  placing,
  unsupported,
  unused,
} from './properties';

export interface GeneratorObject extends DssObject {
  bus1: string;
  phases: number;
  kv: number;
  connection: WindingConnection;
  /** 1 to 7. */
  model: number;
  kw: number;
  kvar: number;
  pf: number;
  kva: number;
  kvaGiven: boolean;
  maxKvar: number;
  minKvar: number;
  vPu: number;
  vMinPu: number;
  vMaxPu: number;
  fixed: boolean;
  yearly: LoadShapeObject | undefined;
  daily: LoadShapeObject | undefined;
  duty: LoadShapeObject | undefined;
}

/** Q after P and power factor, with the limits that follow (SyncUpPowerQuantities). */
function syncUp(unit: GeneratorObject): void {
  if (unit.pf === 0) return;
  unit.kvar = unit.kw * Math.sqrt(Math.max(0, 1 / (unit.pf * unit.pf) - 1)) * Math.sign(unit.pf);
  unit.maxKvar = 2 * Math.abs(unit.kvar);
  unit.minKvar = -unit.maxKvar;
  if (!unit.kvaGiven) unit.kva = unit.kw * 1.2;
}

function shape(name: 'yearly' | 'daily' | 'duty'): Property<GeneratorObject> {
  return reference(
    name,
    () => loadShapeClass,
    (unit, value) => {
      unit[name] = value;
      if (value?.useActual !== true) return;
      unit.kw = value.maxP;
      unit.kvar = value.maxQ;
    },
  );
}

const properties: Property<GeneratorObject>[] = [
  ...placing<GeneratorObject>(),
  real('kW', (unit, value) => {
    unit.kw = value;
    syncUp(unit);
  }),
  real('pf', (unit, value) => {
    unit.pf = value;
    syncUp(unit);
  }),
  real('kvar', (unit, value) => {
    unit.kvar = value;
    const kva = Math.sqrt(unit.kw * unit.kw + value * value);
    unit.pf = kva === 0 ? 1 : unit.kw / kva;
    if (unit.kw * value < 0) unit.pf = -unit.pf;
    unit.maxKvar = 2 * value;
    unit.minKvar = -unit.maxKvar;
  }),
  integer(
    'model',
    (unit, value) => {
      unit.model = value;
    },
    1,
    7,
  ),
  real('Vminpu', (unit, value) => {
    unit.vMinPu = value;
  }),
  real('Vmaxpu', (unit, value) => {
    unit.vMaxPu = value;
  }),
  shape('yearly'),
  shape('daily'),
  shape('duty'),
  unsupported<GeneratorObject>('dispmode', (value) => value.startsWith('d')),
  ...unused<GeneratorObject>('dispvalue'),
  connection('conn', (unit, value) => {
    unit.connection = value;
  }),
  {
    name: 'status',
    apply(unit, edit) {
      unit.fixed = /^f/i.test(edit.value);
    },
  },
  ...unused<GeneratorObject>('class'),
  real('Vpu', (unit, value) => {
    unit.vPu = value;
  }),
  real('maxkvar', (unit, value) => {
    unit.maxKvar = value;
  }),
  real('minkvar', (unit, value) => {
    unit.minKvar = value;
  }),
  ...unused<GeneratorObject>('pvfactor', 'forceon'),
  positive('kVA', (unit, value) => {
    unit.kva = value;
    unit.kvaGiven = true;
  }),
  positive('MVA', (unit, value) => {
    unit.kva = value * 1000;
    unit.kvaGiven = true;
  }),
  ...unused<GeneratorObject>('Xd', 'Xdp', 'Xdpp', 'H', 'D'),
  unsupported<GeneratorObject>('UserModel'),
  ...unused<GeneratorObject>('UserData', 'ShaftModel', 'ShaftData'),
  unsupported<GeneratorObject>('DutyStart', isZero),
  ...unused<GeneratorObject>('debugtrace'),
  unsupported<GeneratorObject>('Balanced', isNo),
  ...unused<GeneratorObject>('XRdp'),
  unsupported<GeneratorObject>('UseFuel', isNo),
  ...unused<GeneratorObject>('FuelkWh', '%Fuel', '%Reserve', 'Refuel', 'DynamicEq', 'DynOut'),
  ...elementProperties<GeneratorObject>('conversion'),
];

export const generatorClass: ClassDefinition<GeneratorObject> = {
  name: 'Generator',
  properties,
  create: (id, session) => ({
    ...newObject(id, session),
    ...{ bus1: `${id}_1`, phases: 3, kv: 12.47, connection: 'wye', model: 1, kw: 1000, kvar: 60, pf: 0.88 },
    ...{
      kva: 1200,
      kvaGiven: false,
      maxKvar: 120,
      minKvar: -120,
      vPu: 1,
      vMinPu: 0.9,
      vMaxPu: 1.1,
      fixed: false,
    },
    ...{ yearly: undefined, daily: undefined, duty: undefined },
  }),
  copy(target, source) {
    copyFields(target, source, [
      ...(['phases', 'kv', 'connection', 'model', 'kw', 'kvar', 'pf', 'kva', 'kvaGiven', 'maxKvar'] as const),
      ...([
        'minKvar',
        'vPu',
        'vMinPu',
        'vMaxPu',
        'fixed',
        'yearly',
        'daily',
        'duty',
        'baseFrequencyHz',
      ] as const),
    ]);
    target.enabled = true;
  },
};
