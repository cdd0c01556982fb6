import { newObject, type ClassDefinition, type Property } from './definitions';
import { CONNECTIONS, copyFields, elementProperties, flag, text, unused } from './properties';
import { copyRatings, finish, leadLag } from './transformer';
import {
  allBuses,
  magnetising,
  oneBus,
  sizes,
  tapRange,
  windingLists,
  windingValues,
} from './windingProperties';
import { newWinding, setWindings, type TransformerObject, type WindingObject } from './windings';

/** Line-to-line kV where a script gives none: series and common winding together, common, and any other. */
const DEFAULT_KV = [115, 66];

/** The first winding is in series with the second, the common one, which is in wye (AutoTrans.pas); others are as asked. */
function newAutoWinding(bus: string, row: number): WindingObject {
  return {
    ...newWinding(bus),
    kva: 100_000,
    kv: DEFAULT_KV[row] ?? 12.47,
    connection: row < 2 ? 'wye' : 'delta',
  };
}

function connect(unit: TransformerObject, row: number, word: string): boolean {
  const key = word.toLowerCase();
  const found = CONNECTIONS.find(([name]) => name.startsWith(key));
  if (found === undefined) return 'series'.startsWith(key) && key !== '' && row === 0;
  if (row >= 2) unit.windings[row]!.connection = found[1];
  return true;
}

const conn: Property<TransformerObject> = {
  name: 'conn',
  apply(unit, edit) {
    if (!connect(unit, unit.active, edit.value))
      edit.reject('dss-word', 'is no connection', 'Give series, wye or delta.');
  },
};

const conns: Property<TransformerObject> = {
  name: 'conns',
  apply(unit, edit) {
    const words = edit.words().slice(0, unit.windings.length);
    if (!words.map((word, row) => connect(unit, row, word)).every(Boolean))
      edit.reject('dss-word', 'holds a word that is no connection', 'Give series, wye or delta.');
    unit.active = unit.windings.length - 1;
  },
};

/** A transformer's property under the name it has here. */
function named(
  list: readonly Property<TransformerObject>[],
  from: string,
  name = from,
): Property<TransformerObject> {
  return { ...list.find((property) => property.name === from)!, name };
}

const values = windingValues();
const lists = windingLists();
const windings: Property<TransformerObject> = {
  name: 'windings',
  apply(unit, edit) {
    const count = edit.integer();
    if (count === undefined) return;
    if (count < 2 || count > 3) {
      edit.reject('dss-range', 'must be 2 or 3', 'An autotransformer has two or three windings.');
      return;
    }
    setWindings(unit, count);
    unit.windings = unit.windings.map(({ bus }, row) => newAutoWinding(bus, row));
  },
};

export const autoTransformerClass: ClassDefinition<TransformerObject> = {
  name: 'AutoTrans',
  properties: [
    ...[named(sizes(), 'phases'), windings, named(sizes(), 'wdg'), oneBus, conn],
    ...['kV', 'kVA', 'tap', '%R'].map((name) => named(values, name)),
    ...unused<TransformerObject>('RdcOhms', 'Core'),
    ...[allBuses, conns],
    ...['kVs', 'kVAs', 'taps'].map((name) => named(lists, name)),
    named(lists, 'XHL', 'XHX'),
    named(lists, 'XHT'),
    named(lists, 'XLT', 'XXT'),
    named(lists, 'Xscarray'),
    ...unused<TransformerObject>('thermal', 'n', 'm', 'flrise', 'hsrise'),
    ...['%loadloss', '%noloadloss', 'normhkVA', 'emerghkVA'].map((name) => named(lists, name)),
    ...unused<TransformerObject>('sub'),
    ...tapRange(),
    ...unused<TransformerObject>('subname'),
    ...magnetising,
    text('bank', (unit, value) => void (unit.bank = value.toLowerCase())),
    flag('XRConst', (unit, value) => void (unit.constantXr = value)),
    leadLag,
    ...unused<TransformerObject>('WdgCurrents', 'normamps', 'emergamps'),
    ...elementProperties<TransformerObject>('delivery'),
  ],
  create: (id, session) => ({
    ...newObject(id, session),
    phases: 3,
    windings: [0, 1].map((row) => newAutoWinding(`${id}_${row + 1}`, row)),
    active: 0,
    auto: true,
    ...{ xHl: 0.1, xHt: 0.35, xLt: 0.3, xSc: [0.1], xChanged: false },
    ...{
      noLoadLossPercent: 0,
      magnetisingPercent: 0,
      antifloatPpm: 1,
      normHkva: 110_000,
      emergHkva: 150_000,
    },
    ...{ leads: false, bank: '', constantXr: false },
  }),
  finish,
  copy(target, source) {
    copyRatings(target, source);
    copyFields(target, source, ['bank', 'constantXr', 'baseFrequencyHz']);
    target.enabled = true;
  },
};
