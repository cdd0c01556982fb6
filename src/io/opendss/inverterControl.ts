import { xyCurveClass, type XyCurveObject } from './curves';
import { newObject, type ClassDefinition, type DssObject } from './definitions';
import { choice, copyFields, elementProperties, isZero, reference, unsupported, unused } from './properties';

export type InverterMode = 'voltVar' | 'voltWatt' | 'other';

export interface InvControlObject extends DssObject {
  /** `pvsystem.name` or `storage.name`; none = all. */
  units: string[];
  mode: InverterMode;
  /** Volt-var and volt-watt at once. */
  both: boolean;
  voltVar: XyCurveObject | undefined;
  voltWatt: XyCurveObject | undefined;
  wattAxis: WattAxis;
  varReference: 'available' | 'rating';
}

/** What a volt-watt curve's values are shares of. */
export type WattAxis = 'available' | 'panel' | 'limitedPanel' | 'rating';

const WATT_AXES: readonly (readonly [word: string, axis: WattAxis])[] = [
  ['pavailablepu', 'available'],
  ['pmpppu', 'panel'],
  ['pctpmpppu', 'limitedPanel'],
  ['kvaratingpu', 'rating'],
];

const VAR_REFERENCES: readonly (readonly [word: string, reference: 'available' | 'rating'])[] = [
  ['varaval', 'available'],
  ['varaval_watts', 'available'],
  ['varmax', 'rating'],
  ['varmax_vars', 'rating'],
  ['varmax_watts', 'rating'],
];

const MODES: readonly (readonly [word: string, mode: InverterMode])[] = [
  ['voltvar', 'voltVar'],
  ['voltwatt', 'voltWatt'],
  ['dynamicreaccurr', 'other'],
  ['wattpf', 'other'],
  ['wattvar', 'other'],
  ['avr', 'other'],
  ['gfm', 'other'],
  ['fixedpf', 'other'],
];

function list(name: string, kind: string) {
  return {
    name,
    apply(control: InvControlObject, edit: { words(): string[] }): void {
      control.units = edit
        .words()
        .map((word) => (word.includes('.') ? word : `${kind}.${word}`).toLowerCase());
    },
  };
}

export const invControlClass: ClassDefinition<InvControlObject> = {
  name: 'InvControl',
  properties: [
    list('DERList', 'pvsystem'),
    choice('Mode', MODES, (control, value) => {
      control.mode = value;
      control.both = false;
    }),
    choice<InvControlObject, boolean>(
      'CombiMode',
      [['vv_vw', true]],
      (control, value) => void (control.both = value),
    ),
    reference(
      'vvc_curve1',
      () => xyCurveClass,
      (control, value) => void (control.voltVar = value),
    ),
    unsupported('hysteresis_offset', isZero),
    unsupported('voltage_curvex_ref', (value) => value === 'rated'),
    ...unused<InvControlObject>('avgwindowlen'),
    reference(
      'voltwatt_curve',
      () => xyCurveClass,
      (control, value) => void (control.voltWatt = value),
    ),
    ...unused<InvControlObject>(
      'DbVMin',
      'DbVMax',
      'ArGraLowV',
      'ArGraHiV',
      'DynReacavgwindowlen',
      'DeltaQ_factor',
    ),
    ...unused<InvControlObject>('VoltageChangeTolerance', 'VarChangeTolerance'),
    choice('VoltwattYAxis', WATT_AXES, (control, value) => void (control.wattAxis = value)),
    unsupported('RateofChangeMode', (value) => value.startsWith('ina')),
    ...unused<InvControlObject>('LPFTau', 'RiseFallLimit', 'DeltaP_factor', 'EventLog'),
    choice('RefReactivePower', VAR_REFERENCES, (control, value) => void (control.varReference = value)),
    ...unused<InvControlObject>('ActivePChangeTolerance'),
    unsupported('monVoltageCalc', (value) => value === 'avg'),
    unsupported('monBus'),
    unsupported('MonBusesVbase'),
    unsupported('voltwattCH_curve', (value) => value === 'none'),
    unsupported('wattpf_curve', (value) => value === 'none'),
    unsupported('wattvar_curve', (value) => value === 'none'),
    choice('VV_RefReactivePower', VAR_REFERENCES, (control, value) => void (control.varReference = value)),
    list('PVSystemList', 'pvsystem'),
    ...unused<InvControlObject>('Vsetpoint'),
    unsupported('ControlModel', isZero),
    ...elementProperties<InvControlObject>('control'),
  ],
  create: (id, session) => ({
    ...newObject(id, session),
    ...{ units: [], mode: 'voltVar', both: false, voltVar: undefined, voltWatt: undefined },
    ...{ wattAxis: 'panel', varReference: 'available' },
  }),
  copy(target, source) {
    copyFields(target, source, ['units', 'mode', 'both', 'voltVar', 'voltWatt', 'wattAxis', 'varReference']);
    target.enabled = true;
  },
};
