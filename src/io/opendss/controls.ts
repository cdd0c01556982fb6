import { newObject, type ClassDefinition, type DssObject, type Property } from './definitions';
import { autoTransformerClass } from './autoTransformer';
import { capacitorClass, type CapacitorObject } from './capacitor';
import { transformerClass, type TransformerObject } from './transformer';
import {
  choice,
  copyFields,
  elementProperties,
  flag,
  integer,
  isNo,
  isZero,
  positive,
  real,
  reference,
  text,
  unsupported,
  unused,
} from './properties';

/** A phase from 1, or how several are taken together. */
export type PhaseChoice = number | 'average' | 'max' | 'min';

const PHASE_WORDS: readonly (readonly [word: string, choice: PhaseChoice])[] = [
  ['av', 'average'],
  ['ma', 'max'],
  ['mi', 'min'],
];

function phase<T extends DssObject>(name: string, set: (target: T, value: PhaseChoice) => void): Property<T> {
  return {
    name,
    apply(target, edit) {
      const word = edit.value.toLowerCase();
      const named = PHASE_WORDS.find(([key]) => word.length >= 2 && word.startsWith(key))?.[1];
      const value = named ?? edit.integer();
      if (value !== undefined) set(target, value);
    },
  };
}

export interface RegControlObject extends DssObject {
  transformer: TransformerObject | undefined;
  /** From 1. */
  winding: number;
  tapWinding: number;
  vReg: number;
  band: number;
  ptRatio: number;
  remotePtRatio: number;
  ctPrimary: number;
  r: number;
  x: number;
  bus: string;
  delay: number;
  reversible: boolean;
  revVReg: number;
  revBand: number;
  revR: number;
  revX: number;
  tapDelay: number;
  maxTapChange: number;
  inverseTime: boolean;
  vLimit: number;
  phase: PhaseChoice;
  revThresholdKw: number;
  revDelay: number;
  revNeutral: boolean;
}

/** Moves the tap to a position counted from neutral, as `TapNum=` does at once. */
function setTapNumber(control: RegControlObject, number: number): void {
  const winding = control.transformer?.windings[control.tapWinding - 1];
  if (winding === undefined || winding.steps <= 0) return;
  const step = (winding.maxTap - winding.minTap) / winding.steps;
  const tap = number * step + (winding.maxTap + winding.minTap) / 2;
  winding.tap = Math.max(winding.minTap, Math.min(winding.maxTap, tap));
}

export const regControlClass: ClassDefinition<RegControlObject> = {
  name: 'RegControl',
  properties: [
    {
      name: 'transformer',
      apply(control, edit) {
        // With its class before it; a bare name means a transformer, or an autotransformer where no transformer has it.
        const written = edit.value.toLowerCase();
        const name = written.replace(/^(transformer|autotrans)\./, '');
        const plain = edit.session.objects(transformerClass);
        const auto = edit.session.objects(autoTransformerClass);
        const isAuto =
          written.startsWith('autotrans.') || (name === written && !plain.has(name) && auto.has(name));
        const unit = edit.reference(isAuto ? autoTransformerClass : transformerClass, name);
        if (unit !== undefined || name === 'none') control.transformer = unit;
      },
    },
    integer(
      'winding',
      (control, value) => {
        control.winding = value;
        control.tapWinding = value;
      },
      1,
      20,
    ),
    real('vreg', (control, value) => void (control.vReg = value)),
    real('band', (control, value) => void (control.band = value)),
    positive('ptratio', (control, value) => {
      control.ptRatio = value;
      control.remotePtRatio = value;
    }),
    positive('CTprim', (control, value) => void (control.ctPrimary = value)),
    real('R', (control, value) => void (control.r = value)),
    real('X', (control, value) => void (control.x = value)),
    text('bus', (control, value) => void (control.bus = value.toLowerCase())),
    real('delay', (control, value) => void (control.delay = value)),
    flag('reversible', (control, value) => void (control.reversible = value)),
    real('revvreg', (control, value) => void (control.revVReg = value)),
    real('revband', (control, value) => void (control.revBand = value)),
    real('revR', (control, value) => void (control.revR = value)),
    real('revX', (control, value) => void (control.revX = value)),
    real('tapdelay', (control, value) => void (control.tapDelay = value)),
    ...unused<RegControlObject>('debugtrace'),
    integer('maxtapchange', (control, value) => void (control.maxTapChange = Math.max(0, value))),
    flag('inversetime', (control, value) => void (control.inverseTime = value)),
    integer('tapwinding', (control, value) => void (control.tapWinding = value), 1, 20),
    real('vlimit', (control, value) => void (control.vLimit = value)),
    phase('PTphase', (control, value) => void (control.phase = value)),
    real('revThreshold', (control, value) => void (control.revThresholdKw = value)),
    real('revDelay', (control, value) => void (control.revDelay = value)),
    flag('revNeutral', (control, value) => void (control.revNeutral = value)),
    ...unused<RegControlObject>('EventLog'),
    positive('RemotePTRatio', (control, value) => void (control.remotePtRatio = value)),
    real('TapNum', (control, value) => setTapNumber(control, Math.round(value))),
    ...unused<RegControlObject>('Reset'),
    unsupported<RegControlObject>('LDC_Z', isZero),
    unsupported<RegControlObject>('rev_Z', isZero),
    unsupported<RegControlObject>('Cogen', isNo),
    ...elementProperties<RegControlObject>('control'),
  ],
  create: (id, session) => ({
    ...newObject(id, session),
    ...{ transformer: undefined, winding: 1, tapWinding: 1, vReg: 120, band: 3, ptRatio: 60 },
    ...{ remotePtRatio: 60, ctPrimary: 300, r: 0, x: 0, bus: '', delay: 15, reversible: false, revVReg: 120 },
    ...{
      revBand: 3,
      revR: 0,
      revX: 0,
      tapDelay: 2,
      maxTapChange: 16,
      inverseTime: false,
      vLimit: 0,
      phase: 1,
    },
    ...{ revThresholdKw: 100, revDelay: 60, revNeutral: false },
  }),
  copy(target, source) {
    const { id, place } = target;
    copyFields(target, source, Object.keys(source) as (keyof RegControlObject)[]);
    Object.assign(target, { id, place, enabled: true });
  },
};

export type CapControlKind = 'current' | 'voltage' | 'kvar' | 'time' | 'powerFactor';

export interface CapControlObject extends DssObject {
  /** `class.name` */
  element: string;
  terminal: number;
  capacitor: CapacitorObject | undefined;
  kind: CapControlKind;
  ptRatio: number;
  ctRatio: number;
  on: number;
  off: number;
  pfOn: number;
  pfOff: number;
  delay: number;
  delayOff: number;
  voltOverride: boolean;
  vMax: number;
  vMin: number;
  deadTime: number;
  ctPhase: PhaseChoice;
  ptPhase: PhaseChoice;
  vBus: string;
}

const KINDS: readonly (readonly [word: string, kind: CapControlKind])[] = [
  ['current', 'current'],
  ['voltage', 'voltage'],
  ['kvar', 'kvar'],
  ['time', 'time'],
  ['powerfactor', 'powerFactor'],
  ['pf', 'powerFactor'],
];

/** Power factors count on from 1: 1.05 is 0.95 leading. */
function powerFactorSetting(value: number): number {
  return value < 0 ? 2 + value : value;
}

export const capControlClass: ClassDefinition<CapControlObject> = {
  name: 'CapControl',
  properties: [
    text('element', (control, value) => void (control.element = value.toLowerCase())),
    integer('terminal', (control, value) => void (control.terminal = value), 1, 20),
    reference(
      'capacitor',
      () => capacitorClass,
      (control, value) => void (control.capacitor = value),
    ),
    choice('type', KINDS, (control, value) => {
      control.kind = value;
      if (value === 'powerFactor') Object.assign(control, { pfOn: 0.95, pfOff: 1.05 });
    }),
    positive('PTratio', (control, value) => void (control.ptRatio = value)),
    positive('CTratio', (control, value) => void (control.ctRatio = value)),
    real('ONsetting', (control, value) => {
      control.on = value;
      if (control.kind === 'powerFactor') control.pfOn = powerFactorSetting(value);
    }),
    real('OFFsetting', (control, value) => {
      control.off = value;
      if (control.kind === 'powerFactor') control.pfOff = powerFactorSetting(value);
    }),
    real('Delay', (control, value) => void (control.delay = value)),
    flag('VoltOverride', (control, value) => void (control.voltOverride = value)),
    real('Vmax', (control, value) => void (control.vMax = value)),
    real('Vmin', (control, value) => void (control.vMin = value)),
    real('DelayOFF', (control, value) => void (control.delayOff = value)),
    real('DeadTime', (control, value) => void (control.deadTime = value)),
    phase('CTPhase', (control, value) => void (control.ctPhase = value)),
    phase('PTPhase', (control, value) => void (control.ptPhase = value)),
    text('VBus', (control, value) => void (control.vBus = value.toLowerCase())),
    ...unused<CapControlObject>('EventLog'),
    unsupported<CapControlObject>('UserModel'),
    ...unused<CapControlObject>('UserData', 'pctMinkvar', 'Reset'),
    ...elementProperties<CapControlObject>('control'),
  ],
  create: (id, session) => ({
    ...newObject(id, session),
    ...{ element: '', terminal: 1, capacitor: undefined, kind: 'current', ptRatio: 60, ctRatio: 60, on: 300 },
    ...{
      off: 200,
      pfOn: 0.95,
      pfOff: 1.05,
      delay: 15,
      delayOff: 15,
      voltOverride: false,
      vMax: 126,
      vMin: 115,
    },
    ...{ deadTime: 300, ctPhase: 1, ptPhase: 1, vBus: '' },
  }),
  copy(target, source) {
    const { id, place, delay, delayOff, deadTime, vMax, vMin } = target;
    copyFields(target, source, Object.keys(source) as (keyof CapControlObject)[]);
    Object.assign(target, { id, place, delay, delayOff, deadTime, vMax, vMin, enabled: true });
  },
};
