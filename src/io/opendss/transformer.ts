import { newObject, type ClassDefinition, type DssObject } from './definitions';
import { choice, copyFields, elementProperties, flag, reference, text, unused } from './properties';
import {
  allBuses,
  magnetising,
  oneBus,
  pairReactances,
  sizes,
  tapRange,
  windingLists,
  windingValues,
} from './windingProperties';
import type { Session } from './session';
import { newWinding, type TransformerObject } from './windings';

export type { TransformerObject, WindingObject } from './windings';

const DEFAULTS: Omit<TransformerObject, keyof DssObject> = {
  ...{ phases: 3, windings: [], active: 0, xHl: 0.07, xHt: 0.35, xLt: 0.3, xSc: [], xChanged: false },
  ...{ noLoadLossPercent: 0, magnetisingPercent: 0, antifloatPpm: 1, normHkva: 1100, emergHkva: 1500 },
  ...{ leads: false, bank: '', constantXr: false, auto: false },
};

function create(id: string, session: Session, xSc: number): TransformerObject {
  const unit: TransformerObject = { ...DEFAULTS, ...newObject(id, session), xSc: [xSc] };
  unit.windings = [newWinding(`${id}_1`), newWinding(`${id}_2`)];
  return unit;
}

/** XHL, XHT and XLT speak for two and three windings only. */
export function finish(unit: TransformerObject): void {
  if (unit.xChanged && unit.windings.length <= 3) {
    unit.xSc = [unit.xHl, unit.xHt, unit.xLt].slice(0, unit.xSc.length);
  }
  unit.xChanged = false;
}

export function copyRatings(target: TransformerObject, source: TransformerObject): void {
  const buses = target.windings.map((winding) => winding.bus);
  target.windings = source.windings.map((winding, i) => ({
    ...winding,
    bus: buses[i] ?? `${target.id}_${i + 1}`,
  }));
  copyFields(target, source, [
    'phases',
    'xHl',
    'xHt',
    'xLt',
    'xSc',
    'noLoadLossPercent',
    'normHkva',
    'emergHkva',
  ]);
}

export const leadLag = choice<TransformerObject, boolean>(
  'LeadLag',
  [
    ['lag', false],
    ['lead', true],
    ['ansi', false],
    ['euro', true],
  ],
  (unit, value) => {
    unit.leads = value;
  },
);

export const xfmrCodeClass: ClassDefinition<TransformerObject> = {
  name: 'XfmrCode',
  properties: [
    ...sizes(),
    ...windingValues(),
    ...windingLists(),
    ...tapRange(),
    ...magnetising,
    ...pairReactances,
    ...unused<TransformerObject>('RdcOhms', 'Seasons', 'Ratings'),
  ],
  create: (id, session) => create(id, session, 0),
  finish,
  copy: copyRatings,
};

export const transformerClass: ClassDefinition<TransformerObject> = {
  name: 'Transformer',
  properties: [
    ...sizes(),
    oneBus,
    ...windingValues(),
    allBuses,
    ...windingLists(),
    ...unused<TransformerObject>('sub'),
    ...tapRange(),
    ...unused<TransformerObject>('subname'),
    ...magnetising,
    text('bank', (unit, value) => {
      unit.bank = value.toLowerCase();
    }),
    reference(
      'XfmrCode',
      () => xfmrCodeClass,
      (unit, code) => {
        if (code === undefined) return;
        copyRatings(unit, code);
        copyFields(unit, code, ['magnetisingPercent', 'antifloatPpm']);
      },
    ),
    flag('XRConst', (unit, value) => {
      unit.constantXr = value;
    }),
    ...pairReactances,
    leadLag,
    ...unused<TransformerObject>(
      'WdgCurrents',
      'Core',
      'RdcOhms',
      'Seasons',
      'Ratings',
      'normamps',
      'emergamps',
    ),
    ...elementProperties<TransformerObject>('delivery'),
  ],
  create: (id, session) => create(id, session, 0.07),
  finish,
  copy(target, source) {
    copyRatings(target, source);
    copyFields(target, source, ['bank', 'constantXr', 'baseFrequencyHz']);
    target.enabled = true;
  },
};
