import { newObject, type ClassDefinition, type Property } from './definitions';
import {
  efficiencyAt,
  inverterProperties,
  newInverter,
  overTime,
  reactivePower,
  setInverterKva,
  withinRating,
  type InverterObject,
} from './inverter';
import { inOrder } from './photovoltaic';
import { choice, copyFields, elementProperties, positive, real, unsupported, unused } from './properties';

type State = 'charging' | 'idling' | 'discharging';

export interface StorageObject extends InverterObject {
  kwRated: number;
  kwRatedPercent: number;
  kwhRated: number;
  kwhStored: number;
  reservePercent: number;
  state: State;
  dischargePercent: number;
  chargePercent: number;
  idlingPercent: number;
}

const STATES: readonly (readonly [word: string, state: State])[] = [
  ['charging', 'charging'],
  ['idling', 'idling'],
  ['discharging', 'discharging'],
];

const shared = inverterProperties<StorageObject>();

const own: Property<StorageObject>[] = [
  real('kW', (unit, value) => {
    unit.state = value > 0 ? 'discharging' : value < 0 ? 'charging' : 'idling';
    if (value > 0) unit.dischargePercent = (value / unit.kwRated) * 100;
    if (value < 0) unit.chargePercent = (Math.abs(value) / unit.kwRated) * 100;
  }),
  positive('kWrated', (unit, value) => {
    unit.kwRated = value;
    if (!unit.kvaGiven) unit.kva = value;
  }),
  real('%kWrated', (unit, value) => void (unit.kwRatedPercent = value)),
  positive('kWhrated', (unit, value) => {
    unit.kwhRated = value;
    unit.kwhStored = value;
  }),
  real('kWhstored', (unit, value) => void (unit.kwhStored = value)),
  real('%stored', (unit, value) => void (unit.kwhStored = (value / 100) * unit.kwhRated)),
  real('%reserve', (unit, value) => void (unit.reservePercent = value)),
  choice('State', STATES, (unit, value) => void (unit.state = value)),
  real('%Discharge', (unit, value) => void (unit.dischargePercent = value)),
  real('%Charge', (unit, value) => void (unit.chargePercent = value)),
  ...unused<StorageObject>('%EffCharge', '%EffDischarge'),
  real('%IdlingkW', (unit, value) => void (unit.idlingPercent = value)),
  overTime('DispMode', (value) => value.startsWith('d') || value.startsWith('e')),
  ...unused<StorageObject>('DischargeTrigger', 'ChargeTrigger', 'TimeChargeTrig', '%Idlingkvar', 'DynaData'),
  unsupported('DynaDLL'),
];

const ORDER = [
  ...['phases', 'bus1', 'kv', 'conn', 'kW', 'kvar', 'pf', 'kVA', '%Cutin', '%Cutout', 'EffCurve'],
  ...[
    'VarFollowInverter',
    'kvarMax',
    'kvarMaxAbs',
    'WattPriority',
    'PFPriority',
    '%PminNoVars',
    '%PminkvarMax',
  ],
  ...[
    'kWrated',
    '%kWrated',
    'kWhrated',
    'kWhstored',
    '%stored',
    '%reserve',
    'State',
    '%Discharge',
    '%Charge',
  ],
  ...['%EffCharge', '%EffDischarge', '%IdlingkW', '%Idlingkvar', '%R', '%X', 'model', 'Vminpu', 'Vmaxpu'],
  ...['Balanced', 'LimitCurrent', 'yearly', 'daily', 'duty', 'DispMode', 'DischargeTrigger', 'ChargeTrigger'],
  ...['TimeChargeTrig', 'class', 'DynaDLL', 'DynaData', 'UserModel', 'UserData', 'debugtrace', 'kVDC', 'Kp'],
  ...['PITol', 'SafeVoltage', 'SafeMode', 'DynamicEq', 'DynOut', 'ControlMode', 'AmpLimit', 'AmpLimitGain'],
];

export const storageClass: ClassDefinition<StorageObject> = {
  name: 'Storage',
  properties: [...inOrder(ORDER, shared, own), ...elementProperties<StorageObject>('conversion')],
  create: (id, session) => ({
    ...newObject(id, session),
    ...newInverter(id, 25, 0),
    ...{ kwRated: 25, kwRatedPercent: 100, kwhRated: 50, kwhStored: 50, reservePercent: 20, state: 'idling' },
    ...{ dischargePercent: 100, chargePercent: 100, idlingPercent: 1 },
  }),
  finish(unit) {
    if (unit.kvaGiven) setInverterKva(unit, unit.kva);
  },
  copy(target, source) {
    const { id, place, bus1 } = target;
    copyFields(target, source, Object.keys(source) as (keyof StorageObject)[]);
    Object.assign(target, { id, place, bus1, enabled: true });
  },
};

/**
 * Power at the terminal, kW and kvar, positive = discharge. Idling, or with the store full or at its reserve, it draws
 * its idling losses (Storage.pas, ComputePresentkW).
 */
export function storagePower(unit: StorageObject): { kw: number; kvar: number } {
  const reserveKwh = (unit.kwhRated * unit.reservePercent) / 100;
  const discharging = unit.state === 'discharging' && unit.kwhStored > reserveKwh;
  const charging = unit.state === 'charging' && unit.kwhStored < unit.kwhRated;
  if (!discharging && !charging) {
    const idleKw =
      (unit.idlingPercent * unit.kwRated) /
      100 /
      efficiencyAt(unit, (unit.idlingPercent * unit.kwRated) / 100);
    return { kw: -idleKw, kvar: reactivePower(unit, -idleKw) };
  }
  const limitKw = (unit.kwRated * unit.kwRatedPercent) / 100;
  const asked = (unit.kwRated * (discharging ? unit.dischargePercent : unit.chargePercent)) / 100;
  const kw = Math.min(asked, limitKw) * (discharging ? 1 : -1);
  return withinRating(unit, kw, reactivePower(unit, kw));
}
