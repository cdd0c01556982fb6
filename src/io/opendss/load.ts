import type { WindingConnection } from '../../model/circuit';
import { growthShapeClass, type GrowthShapeObject } from './curves';
import { newObject, type ClassDefinition, type DssObject, type Property } from './definitions';
import { loadShapeClass, type LoadShapeObject } from './loadShape';
import {
  connection,
  copyFields,
  elementProperties,
  integer,
  positive,
  real,
  reals,
  reference,
  placing,
  unsupported,
  unused,
} from './properties';

/** What P and Q follow from. */
type PowerKind = 'kwPf' | 'kwKvar' | 'kvaPf' | 'connectedKva' | 'kwh';

export interface LoadObject extends DssObject {
  bus1: string;
  phases: number;
  kv: number;
  connection: WindingConnection;
  /** 1 to 8. */
  model: number;
  kw: number;
  kvar: number;
  kva: number;
  pf: number;
  pfGiven: boolean;
  pfChanged: boolean;
  power: PowerKind;
  connectedKva: number;
  allocationFactor: number;
  kwh: number;
  kwhDays: number;
  cFactor: number;
  yearly: LoadShapeObject | undefined;
  daily: LoadShapeObject | undefined;
  duty: LoadShapeObject | undefined;
  growth: GrowthShapeObject | undefined;
  status: 'variable' | 'fixed' | 'exempt';
  rNeutral: number;
  xNeutral: number;
  vMinPu: number;
  vMaxPu: number;
  vLowPu: number;
  cvrWatts: number;
  cvrVars: number;
  zipv: number[] | undefined;
}

function kvarFrom(kw: number, pf: number): number {
  const kvar = kw * Math.sqrt(Math.max(0, 1 / (pf * pf) - 1));
  return pf < 0 ? -kvar : kvar;
}

function allocate(load: LoadObject): void {
  if (load.power === 'connectedKva') {
    if (load.connectedKva <= 0) return;
    load.kw = load.connectedKva * load.allocationFactor * Math.abs(load.pf);
  } else {
    load.kw = (load.kwh / (load.kwhDays * 24)) * load.cFactor;
  }
  load.kvar = kvarFrom(load.kw, load.pf);
}

/** `Set AllocationFactors` and `Set CFactors`. */
export function setAllocation(load: LoadObject, kind: 'connectedKva' | 'kwh', factor: number): void {
  if (kind === 'connectedKva') load.allocationFactor = factor;
  else load.cFactor = factor;
  load.power = kind;
  allocate(load);
}

/** The factor that the load was allocated by, times this; what is given in kW is not allocated. */
export function allocateMore(load: LoadObject, factor: number): void {
  if (load.power === 'connectedKva') load.allocationFactor *= factor;
  else if (load.power === 'kwh') load.cFactor *= factor;
  else return;
  allocate(load);
}

function shape(
  name: 'yearly' | 'daily' | 'duty',
  after: (load: LoadObject) => void = () => {},
): Property<LoadObject> {
  return reference(
    name,
    () => loadShapeClass,
    (load, value) => {
      load[name] = value;
      if (value?.useActual === true) {
        load.kw = value.maxP;
        load.kvar = value.maxQ;
        load.power = load.pfGiven ? 'kwPf' : 'kwKvar';
      }
      after(load);
    },
  );
}

const rating: Property<LoadObject>[] = [
  ...placing<LoadObject>(),
  real('kW', (load, value) => {
    load.kw = value;
    load.power = 'kwPf';
  }),
  {
    name: 'pf',
    apply(load, edit) {
      const value = edit.real();
      if (value === undefined) return;
      if (value === 0 || Math.abs(value) > 1) {
        edit.reject('dss-range', 'is no power factor', 'Give a number between -1 and 1, not 0.');
        return;
      }
      load.pf = value;
      load.pfGiven = true;
      load.pfChanged = true;
    },
  },
  integer(
    'model',
    (load, value) => {
      load.model = value;
    },
    1,
    8,
  ),
  shape('yearly'),
  shape('daily', (load) => {
    load.yearly ??= load.daily;
  }),
  shape('duty'),
  reference(
    'growth',
    () => growthShapeClass,
    (load, value) => {
      load.growth = value;
    },
  ),
  connection('conn', (load, value) => {
    load.connection = value;
  }),
  real('kvar', (load, value) => {
    load.kvar = value;
    load.power = 'kwKvar';
    load.pfGiven = false;
  }),
  real('Rneut', (load, value) => {
    load.rNeutral = value;
  }),
  real('Xneut', (load, value) => {
    load.xNeutral = value;
  }),
  {
    name: 'status',
    apply(load, edit) {
      const first = edit.value.charAt(0).toLowerCase();
      load.status = first === 'f' ? 'fixed' : first === 'e' ? 'exempt' : 'variable';
    },
  },
  ...unused<LoadObject>('class'),
  real('Vminpu', (load, value) => {
    load.vMinPu = value;
  }),
  real('Vmaxpu', (load, value) => {
    load.vMaxPu = value;
  }),
  ...unused<LoadObject>('Vminnorm', 'Vminemerg'),
];

const allocation: Property<LoadObject>[] = [
  real('xfkVA', (load, value) => {
    load.connectedKva = value;
    load.power = 'connectedKva';
    allocate(load);
  }),
  real('allocationfactor', (load, value) => setAllocation(load, 'connectedKva', value)),
  real('kVA', (load, value) => {
    load.kva = value;
    load.power = 'kvaPf';
  }),
  ...unused<LoadObject>('%mean', '%stddev'),
  real('CVRwatts', (load, value) => {
    load.cvrWatts = value;
  }),
  real('CVRvars', (load, value) => {
    load.cvrVars = value;
  }),
  real('kwh', (load, value) => {
    load.kwh = value;
    load.power = 'kwh';
    allocate(load);
  }),
  positive('kwhdays', (load, value) => {
    load.kwhDays = value;
    load.power = 'kwh';
    allocate(load);
  }),
  real('Cfactor', (load, value) => setAllocation(load, 'kwh', value)),
  unsupported<LoadObject>('CVRcurve', (value) => value === 'none'),
  ...unused<LoadObject>('NumCust'),
  reals(
    'ZIPV',
    () => 7,
    (load, values) => {
      load.zipv = Array.from({ length: 7 }, (_, i) => values[i] ?? 0);
    },
  ),
  ...unused<LoadObject>('%SeriesRL', 'RelWeight'),
  real('Vlowpu', (load, value) => {
    load.vLowPu = value;
  }),
  ...unused<LoadObject>('puXharm', 'XRharm'),
  ...elementProperties<LoadObject>('conversion'),
];

/** P and Q from whatever was given last (OpenDSS, Load.pas, RecalcElementData). */
function settle(load: LoadObject): void {
  if (load.power === 'kwPf') {
    load.kvar = kvarFrom(load.kw, load.pf);
  } else if (load.power === 'kwKvar') {
    const kva = Math.sqrt(load.kw * load.kw + load.kvar * load.kvar);
    if (kva > 0) {
      load.pf = load.kw / kva;
      if (load.kvar !== 0) load.pf *= Math.sign(load.kw * load.kvar);
    }
  } else if (load.power === 'kvaPf') {
    load.kw = load.kva * Math.abs(load.pf);
    load.kvar = kvarFrom(load.kw, load.pf);
  } else if (load.pfChanged) {
    load.kvar = kvarFrom(load.kw, load.pf);
  }
  load.pfChanged = false;
}

/** 10 kW at a power factor of 0.88. */
const DEFAULTS: Omit<LoadObject, keyof DssObject> = {
  ...{ bus1: '', phases: 3, kv: 12.47, connection: 'wye', model: 1 },
  ...{ kw: 10, kvar: kvarFrom(10, 0.88), kva: 10 / 0.88, pf: 0.88, pfGiven: false, pfChanged: false },
  ...{ power: 'kwPf', connectedKva: 0, allocationFactor: 0.5, kwh: 0, kwhDays: 30, cFactor: 4 },
  ...{ yearly: undefined, daily: undefined, duty: undefined, growth: undefined, status: 'variable' },
  ...{ rNeutral: -1, xNeutral: 0, vMinPu: 0.95, vMaxPu: 1.05, vLowPu: 0.5 },
  ...{ cvrWatts: 1, cvrVars: 2, zipv: undefined },
};

export const loadClass: ClassDefinition<LoadObject> = {
  name: 'Load',
  properties: [...rating, ...allocation],
  create: (id, session) => ({ ...DEFAULTS, ...newObject(id, session), bus1: `${id}_1` }),
  finish: settle,
  copy(target, source) {
    copyFields(target, source, [
      ...([
        'connection',
        'phases',
        'kv',
        'vLowPu',
        'vMinPu',
        'vMaxPu',
        'kw',
        'kva',
        'kvar',
        'power',
        'pf',
      ] as const),
      ...(['rNeutral', 'xNeutral', 'daily', 'duty', 'yearly', 'growth', 'model', 'status'] as const),
      ...(['connectedKva', 'cvrWatts', 'cvrVars', 'zipv', 'baseFrequencyHz'] as const),
    ]);
    target.enabled = true;
  },
};
