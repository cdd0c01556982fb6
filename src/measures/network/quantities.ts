import { isWatched, LV_BELOW_V, type Line, type Network } from '../../model/network';
import type { VoltageRegulator } from '../../model/voltageRegulator';
import { J_PER_KWH } from '../../units/suffixes';
import { lineTypeOf, transformerTypeOf } from './types';

/** What networks are changed with, and what it is counted in. */
export const QUANTITY_ITEMS = {
  lvCable: { label: 'LV cable', unit: 'm' },
  lvTrench: { label: 'Trench for LV cables', unit: 'm' },
  mvCable: { label: 'MV cable', unit: 'm' },
  mvTrench: { label: 'Trench for MV cables', unit: 'm' },
  overheadLine: { label: 'Overhead line', unit: 'm' },
  transformer: { label: 'Transformer', unit: 'piece' },
  onLoadTapChanger: { label: 'On-load tap changer, with the exchange of its transformer', unit: 'piece' },
  lineRegulator: { label: 'Line regulator', unit: 'piece' },
  substation: { label: 'Housing and switchgear of a substation', unit: 'piece' },
  remoteDrive: { label: 'Remote control of the switches of a line', unit: 'piece' },
  stationTelemetry: { label: 'Telemetry of a station', unit: 'piece' },
  fieldVisit: { label: 'Switching, joint or tap by hand', unit: 'piece' },
  batteryEnergy: { label: 'Cells of a feeder battery', unit: 'kWh' },
  batteryPower: { label: 'Inverter of a feeder battery', unit: 'kW' },
} as const;
export type QuantityItem = keyof typeof QUANTITY_ITEMS;

/** One item of what was done at an element of the network. */
export interface Quantity {
  /** Line, transformer or source; a battery belongs to its transformer. */
  readonly elementId: string;
  readonly item: QuantityItem;
  readonly amount: number;
  /** Of transformers. */
  readonly ratedVa?: number;
}

/**
 * What turns one state of a network into another, by comparing them: whatever a measure did is counted, and nothing that
 * it did not do. Lengths in m, energy in kWh, power in kW, the rest in pieces. Cables that one change lays along a line share
 * one trench; what two changes after one another dig is for the caller to compare.
 */
export function networkQuantities(before: Network, after: Network): readonly Quantity[] {
  if (before === after) return [];
  return [
    ...lineQuantities(before, after),
    ...regulatorQuantities(before.lines, after.lines, 'voltageRegulator', 'lineRegulator'),
    ...transformerQuantities(before, after),
    ...regulatorQuantities(before.transformers, after.transformers, 'onLoadTapChanger', 'onLoadTapChanger'),
    ...switchQuantities(before, after),
    ...batteryQuantities(before, after),
    ...sourceQuantities(before, after),
  ];
}

function lineQuantities(before: Network, after: Network): readonly Quantity[] {
  const stood = new Map(before.lines.map((line) => [line.id, line]));
  const voltageV = new Map(after.buses.map(({ id, nominalVoltageV }) => [id, nominalVoltageV]));
  return after.lines.flatMap((line): Quantity[] => {
    const old = stood.get(line.id);
    if (old === line) return [];
    const isLow = (voltageV.get(line.fromBusId) ?? Number.NaN) < LV_BELOW_V;
    const laid = cablesLaid(old, line);
    const reconnected =
      old !== undefined && (old.fromBusId !== line.fromBusId || old.toBusId !== line.toBusId);
    const visit: Quantity = { elementId: line.id, item: 'fieldVisit', amount: 1 };
    if (laid === 0) return reconnected ? [visit] : [];
    const isCable = lineTypeOf(after, line.lineTypeId)?.underground === true;
    const of = (item: QuantityItem, amount: number): Quantity => ({ elementId: line.id, item, amount });
    if (!isCable) return [of('overheadLine', laid * line.lengthM)];
    return [
      of(isLow ? 'lvCable' : 'mvCable', laid * line.lengthM),
      of(isLow ? 'lvTrench' : 'mvTrench', line.lengthM),
    ];
  });
}

/** Cables that are new on a route: all where the type is new, else those that were added. */
function cablesLaid(old: Line | undefined, line: Line): number {
  if (old === undefined || old.lineTypeId !== line.lineTypeId) return line.parallel;
  return Math.max(0, line.parallel - old.parallel);
}

function transformerQuantities(before: Network, after: Network): readonly Quantity[] {
  const stood = new Map(before.transformers.map((transformer) => [transformer.id, transformer]));
  return after.transformers.flatMap((transformer): Quantity[] => {
    const old = stood.get(transformer.id);
    const elementId = transformer.id;
    const type = transformerTypeOf(after, transformer.transformerTypeId);
    const piece: Quantity = {
      elementId,
      item: 'transformer',
      amount: 1,
      ratedVa: type?.ratedSVa ?? Number.NaN,
    };
    // A dynamic rating needs what monitoring measures.
    const isNewlyWatched = isWatched(transformer) && (old === undefined || !isWatched(old));
    const telemetry: Quantity[] = isNewlyWatched ? [{ elementId, item: 'stationTelemetry', amount: 1 }] : [];
    if (old === undefined) return [piece, { elementId, item: 'substation', amount: 1 }, ...telemetry];
    if (old.transformerTypeId !== transformer.transformerTypeId) return [piece, ...telemetry];
    const isRetapped = old.tapPercent !== transformer.tapPercent;
    return [...(isRetapped ? [{ elementId, item: 'fieldVisit', amount: 1 } as const] : []), ...telemetry];
  });
}

/** A regulator that is new is a piece; new figures of one that stands are set by hand, once. */
function regulatorQuantities<Field extends string>(
  before: readonly Regulated<Field>[],
  after: readonly Regulated<Field>[],
  field: Field,
  item: QuantityItem,
): readonly Quantity[] {
  const stood = new Map(before.map((row) => [row.id, row[field]]));
  return after.flatMap((row): Quantity[] => {
    const [old, now] = [stood.get(row.id), row[field]];
    if (now === undefined || now === old) return [];
    return [{ elementId: row.id, item: old === undefined ? item : 'fieldVisit', amount: 1 }];
  });
}

type Regulated<Field extends string> = { readonly id: string } & {
  readonly [Name in Field]?: VoltageRegulator;
};

/** A set-point is changed by hand, once. */
function sourceQuantities(before: Network, after: Network): readonly Quantity[] {
  const stood = new Map(before.sources.map(({ id, loweredByPu }) => [id, loweredByPu]));
  return after.sources
    .filter(({ id, loweredByPu }) => stood.get(id) !== loweredByPu)
    .map(({ id }) => ({ elementId: id, item: 'fieldVisit', amount: 1 }));
}

function switchQuantities(before: Network, after: Network): readonly Quantity[] {
  const stood = new Map(before.switches.map((one) => [one.id, one]));
  return after.switches.flatMap((one): Quantity[] => {
    const old = stood.get(one.id);
    const elementId = one.lineId;
    const isSwitched = old?.closed !== one.closed;
    const isNewlyRemote = one.remote === true && old?.remote !== true;
    return [
      ...(isSwitched ? [{ elementId, item: 'fieldVisit', amount: 1 } as const] : []),
      ...(isNewlyRemote ? [{ elementId, item: 'remoteDrive', amount: 1 } as const] : []),
    ];
  });
}

function batteryQuantities(before: Network, after: Network): readonly Quantity[] {
  const stood = new Set(before.storages.map(({ id }) => id));
  return after.storages
    .filter(({ id }) => !stood.has(id))
    .flatMap(({ transformerId, capacityJ, powerW }): Quantity[] => [
      { elementId: transformerId, item: 'batteryEnergy', amount: capacityJ / J_PER_KWH },
      { elementId: transformerId, item: 'batteryPower', amount: powerW / 1000 },
    ]);
}
