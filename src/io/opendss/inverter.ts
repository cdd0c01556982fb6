import type { WindingConnection } from '../../model/circuit';
import { curveValue, xyCurveClass, type XyCurveObject } from './curves';
import { type DssObject, type Property } from './definitions';
import { loadShapeClass, type LoadShapeObject } from './loadShape';
import {
  connection,
  flag,
  integer,
  isNo,
  positive,
  real,
  reference,
  placing,
  unsupported,
  unused,
} from './properties';

/** What photovoltaic systems and storage have in common. */
export interface InverterObject extends DssObject {
  bus1: string;
  phases: number;
  kv: number;
  connection: WindingConnection;
  /** 1 = constant power, 2 = constant impedance. */
  model: number;
  kva: number;
  kvaGiven: boolean;
  pf: number;
  kvar: number;
  /** Which of the two was given last. */
  reactive: 'pf' | 'kvar';
  cutInPercent: number;
  cutOutPercent: number;
  efficiency: XyCurveObject | undefined;
  varFollowsInverter: boolean;
  kvarMax: number;
  kvarMaxAbsorbed: number;
  kvarMaxGiven: boolean;
  kvarMaxAbsorbedGiven: boolean;
  wattPriority: boolean;
  vMinPu: number;
  vMaxPu: number;
  yearly: LoadShapeObject | undefined;
  daily: LoadShapeObject | undefined;
  duty: LoadShapeObject | undefined;
  /** Properties given that change a solution over time, not a snapshot. */
  overTime: readonly string[];
}

/** Changes solutions over time only: reported when the circuit is built, in whose mode it is known whether that matters. */
export function overTime<T extends InverterObject>(
  name: string,
  harmless: (value: string) => boolean,
): Property<T> {
  return {
    name,
    apply(unit, edit) {
      const others = unit.overTime.filter((known) => known !== name);
      unit.overTime = harmless(edit.value.toLowerCase()) ? others : [...others, name];
    },
  };
}

export function newInverter(
  id: string,
  kva: number,
  cutPercent: number,
): Omit<InverterObject, keyof DssObject> {
  return {
    ...{
      bus1: `${id}_1`,
      phases: 3,
      kv: 12.47,
      connection: 'wye',
      model: 1,
      kva,
      kvaGiven: false,
      pf: 1,
      kvar: 0,
    },
    ...{ reactive: 'pf', cutInPercent: cutPercent, cutOutPercent: cutPercent, efficiency: undefined },
    ...{ varFollowsInverter: false, kvarMax: kva, kvarMaxAbsorbed: kva, kvarMaxGiven: false },
    ...{ kvarMaxAbsorbedGiven: false, wattPriority: false, vMinPu: 0.9, vMaxPu: 1.1 },
    ...{ yearly: undefined, daily: undefined, duty: undefined, overTime: [] },
  };
}

export function setInverterKva(unit: InverterObject, kva: number): void {
  unit.kva = kva;
  if (!unit.kvarMaxGiven) unit.kvarMax = kva;
  if (!unit.kvarMaxGiven && !unit.kvarMaxAbsorbedGiven) unit.kvarMaxAbsorbed = kva;
}

/** Q that goes with P: from power factor or as asked, within the limits (PVSystem.pas, ComputeInverterPower). */
export function reactivePower(unit: InverterObject, kw: number): number {
  const asked =
    unit.reactive === 'kvar'
      ? unit.kvar
      : kw * Math.sqrt(Math.max(0, 1 / (unit.pf * unit.pf) - 1)) * Math.sign(unit.pf);
  return Math.max(-unit.kvarMaxAbsorbed, Math.min(unit.kvarMax, asked));
}

/** Backs off P, or Q with watt priority, so that the rating is kept. */
export function withinRating(unit: InverterObject, kw: number, kvar: number): { kw: number; kvar: number } {
  if (Math.sqrt(kw * kw + kvar * kvar) <= unit.kva) return { kw, kvar };
  const rest = (other: number): number => Math.sqrt(Math.max(0, unit.kva * unit.kva - other * other));
  if (!unit.wattPriority) return { kw: rest(kvar) * Math.sign(kw), kvar };
  return Math.abs(kw) > unit.kva
    ? { kw: unit.kva * Math.sign(kw), kvar: 0 }
    : { kw, kvar: rest(kw) * Math.sign(kvar) };
}

export function efficiencyAt(unit: InverterObject, kw: number): number {
  return unit.efficiency === undefined ? 1 : curveValue(unit.efficiency, kw / unit.kva);
}

/** Properties by name; each class lays them in its own order. */
export function inverterProperties<T extends InverterObject>(): Record<string, Property<T>> {
  const list: Property<T>[] = [
    ...placing<T>(),
    real('pf', (unit, value) => {
      unit.pf = value === 0 ? 1 : value;
      unit.reactive = 'pf';
    }),
    connection('conn', (unit, value) => void (unit.connection = value)),
    real('kvar', (unit, value) => {
      unit.kvar = value;
      unit.reactive = 'kvar';
    }),
    positive('kVA', (unit, value) => {
      unit.kvaGiven = true;
      setInverterKva(unit, value);
    }),
    real('%Cutin', (unit, value) => void (unit.cutInPercent = value)),
    real('%Cutout', (unit, value) => void (unit.cutOutPercent = value)),
    reference(
      'EffCurve',
      () => xyCurveClass,
      (unit, value) => void (unit.efficiency = value),
    ),
    integer('model', (unit, value) => void (unit.model = value), 1, 2),
    real('Vminpu', (unit, value) => void (unit.vMinPu = value)),
    real('Vmaxpu', (unit, value) => void (unit.vMaxPu = value)),
    reference(
      'yearly',
      () => loadShapeClass,
      (unit, value) => void (unit.yearly = value),
    ),
    reference(
      'daily',
      () => loadShapeClass,
      (unit, value) => void (unit.daily = value),
    ),
    reference(
      'duty',
      () => loadShapeClass,
      (unit, value) => void (unit.duty = value),
    ),
    flag('VarFollowInverter', (unit, value) => void (unit.varFollowsInverter = value)),
    flag('WattPriority', (unit, value) => void (unit.wattPriority = value)),
    real('kvarMax', (unit, value) => {
      unit.kvarMax = Math.abs(value);
      unit.kvarMaxGiven = true;
      if (!unit.kvarMaxAbsorbedGiven) unit.kvarMaxAbsorbed = Math.abs(value);
    }),
    real('kvarMaxAbs', (unit, value) => {
      unit.kvarMaxAbsorbed = Math.abs(value);
      unit.kvarMaxAbsorbedGiven = true;
    }),
    unsupported<T>('Balanced', isNo),
    unsupported<T>('LimitCurrent', isNo),
    unsupported<T>('PFPriority', isNo),
    unsupported<T>('%PminNoVars', (value) => Number(value) <= 0),
    unsupported<T>('%PminkvarMax', (value) => Number(value) <= 0),
    unsupported<T>('UserModel'),
    unsupported<T>('ControlMode', (value) => value.startsWith('gfl')),
    ...unused<T>(
      '%R',
      '%X',
      'class',
      'UserData',
      'debugtrace',
      'kVDC',
      'Kp',
      'PITol',
      'SafeVoltage',
      'SafeMode',
    ),
    ...unused<T>('DynamicEq', 'DynOut', 'AmpLimit', 'AmpLimitGain'),
  ];
  return Object.fromEntries(list.map((property) => [property.name, property]));
}
