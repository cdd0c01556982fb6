import type { Point } from '../../model/building';
import type { CircuitLine, Matrix } from '../../model/circuit';
import { PI } from '../../sim/numeric/elementary';
import { type CircuitDraft, emptyDraft, idealSwitch, sequenceMatrix, terminalAt } from '../circuitDraft';
import type { IssueLog } from '../issueLog';
import type { Branch } from './drawing';
import { FieldRow, type NetworkRow } from './fieldRow';
import type { PlacedNetwork } from './placeRows';
import { addConnections, addSources } from './powerElements';
import { addTransformer } from './transformerRows';

/** Four-core cable whose fourth core is like the others: R0 = R1 + 3 R_N = 4 R1, and the reactance alike. */
const CABLE_ZERO_SEQUENCE = 4;

export interface BuildSettings {
  readonly name: string;
  readonly baseFrequencyHz: number;
}

/** Placed rows to a circuit. Buses are those named and those drawn, with their voltages spread from what is known. */
export function buildCircuit(
  rows: readonly NetworkRow[],
  placed: PlacedNetwork,
  settings: BuildSettings,
  log: IssueLog,
): CircuitDraft {
  const draft = emptyDraft(settings.name, settings.baseFrequencyHz);
  const baseV = busVoltages(rows, placed, log);
  const positions = tablePositions(rows, log);
  for (const [id, baseVoltageV] of baseV) {
    const position = placed.positions.get(id) ?? positions.get(id);
    draft.buses.push({ id, baseVoltageV, ...(position ? { position } : {}) });
  }
  let assumed = 0;
  for (const line of placed.lines) {
    if (line.from === line.to) continue;
    if (line.lengthM === 0) draft.lines.push(joinedByZeroLength(line, baseV));
    else {
      draft.lines.push(circuitLine(line, settings.baseFrequencyHz));
      if (!line.fields.has('r0_ohm_per_km') || !line.fields.has('x0_ohm_per_km')) assumed += 1;
    }
  }
  for (const one of placed.switches) draft.lines.push(switchLine(one, baseV));
  for (const one of placed.transformers) addTransformer(draft, one, log);
  addConnections(draft, placed.connections, baseV);
  addSources(draft, placed.sources);
  if (assumed > 0) {
    log.note({
      code: 'network-table-zero-sequence',
      value: String(assumed),
      message: `${assumed} lines have no zero-sequence impedance; R0 = 4 R1 and X0 = 4 X1 are taken, as for a cable with four equal cores.`,
      remedy: 'Give r0_ohm_per_km and x0_ohm_per_km.',
    });
  }
  return draft;
}

/** Coordinates that the table of buses gives, in metres. */
function tablePositions(rows: readonly NetworkRow[], log: IssueLog): Map<string, Point> {
  const out = new Map<string, Point>();
  for (const row of rows) {
    if (row.table !== 'buses') continue;
    const fields = new FieldRow(row, log);
    if (fields.has('x_m') && fields.has('y_m'))
      out.set(fields.id, [fields.number('x_m'), fields.number('y_m')]);
  }
  return out;
}

/** Phase-to-earth voltages: of the bus tables, sources and transformers, spread along lines and switches. NaN: unknown. */
function busVoltages(rows: readonly NetworkRow[], placed: PlacedNetwork, log: IssueLog): Map<string, number> {
  const baseV = new Map<string, number>();
  const set = (busId: string, kv: number): void => {
    if (busId === '') return;
    const present = baseV.get(busId);
    if (present === undefined || present !== present)
      baseV.set(busId, kv > 0 ? (1000 * kv) / Math.sqrt(3) : NaN);
  };
  for (const row of rows) {
    if (row.table !== 'buses') continue;
    const fields = new FieldRow(row, log);
    set(fields.id, fields.has('kv') ? fields.positive('kv') : NaN);
  }
  for (const one of placed.sources) set(one.busId, one.fields.optional('kv'));
  for (const one of placed.transformers) {
    set(one.from, one.fields.optional('from_kv'));
    set(one.to, one.fields.optional('to_kv'));
  }
  const joined = new Map<string, string[]>();
  const link = (a: string, b: string): void => {
    const others = joined.get(a);
    if (others) others.push(b);
    else joined.set(a, [b]);
  };
  for (const one of [...placed.lines, ...placed.switches]) {
    set(one.from, NaN);
    set(one.to, NaN);
    link(one.from, one.to);
    link(one.to, one.from);
  }
  for (const one of placed.connections) set(one.busId, NaN);
  const queue = [...baseV].filter(([, value]) => value === value).map(([busId]) => busId);
  for (let head = 0; head < queue.length; head++) {
    const value = baseV.get(queue[head]!)!;
    for (const next of joined.get(queue[head]!) ?? []) {
      const present = baseV.get(next);
      if (present === present) continue;
      baseV.set(next, value);
      queue.push(next);
    }
  }
  return baseV;
}

/** (own, mutual) for the phases that the line has; a part of the three-phase matrix. */
function phaseMatrix(zero: number, positive: number, order: number): Matrix {
  const full = sequenceMatrix(zero, positive);
  return Array.from({ length: order * order }, (_, k) => (k % (order + 1) === 0 ? full[0]! : full[1]!));
}

function circuitLine(line: Branch, frequencyHz: number): CircuitLine {
  const { fields } = line;
  const nodes = fields.phases('phases');
  const parallel = fields.positive('parallel', 1);
  const lengthKm = line.lengthM / 1000;
  const series = (column: string, fallback: number): number =>
    (fields.nonNegative(column, fallback) * lengthKm) / parallel;
  const charging = (column: string, fallback: number): number =>
    2 * PI * frequencyHz * 1e-9 * fields.nonNegative(column, fallback) * lengthKm * parallel;
  const r1 = series('r1_ohm_per_km', NaN);
  const x1 = series('x1_ohm_per_km', NaN);
  const r0 = fields.has('r0_ohm_per_km') ? series('r0_ohm_per_km', NaN) : CABLE_ZERO_SEQUENCE * r1;
  const x0 = fields.has('x0_ohm_per_km') ? series('x0_ohm_per_km', NaN) : CABLE_ZERO_SEQUENCE * x1;
  const b1 = charging('c1_nf_per_km', 0);
  const b0 = fields.has('c0_nf_per_km') ? charging('c0_nf_per_km', 0) : b1;
  return {
    id: line.id,
    from: terminalAt(line.from, nodes),
    to: terminalAt(line.to, nodes),
    lengthM: line.lengthM,
    rOhm: phaseMatrix(r0, r1, nodes.length),
    xOhm: phaseMatrix(x0, x1, nodes.length),
    bS: phaseMatrix(b0, b1, nodes.length),
    ratedCurrentA: fields.has('rated_a') ? fields.positive('rated_a') * parallel : NaN,
    emergencyCurrentA: NaN,
    isSwitch: false,
    open: false,
    enabled: fields.flag('in_service', true),
  };
}

/** Where nothing says which voltage: only the size of an ideal switch's tiny impedance depends on it. */
const SOME_VOLTAGE_V = 230;

function baseOf(baseV: ReadonlyMap<string, number>, busId: string): number {
  const value = baseV.get(busId);
  return value !== undefined && value > 0 ? value : SOME_VOLTAGE_V;
}

function joinedByZeroLength(line: Branch, baseV: ReadonlyMap<string, number>): CircuitLine {
  const nodes = line.fields.phases('phases');
  const ends = [terminalAt(line.from, nodes), terminalAt(line.to, nodes)] as const;
  return idealSwitch(line.id, ...ends, baseOf(baseV, line.from), true, line.fields.flag('in_service', true));
}

function switchLine(one: Branch, baseV: ReadonlyMap<string, number>): CircuitLine {
  const nodes = one.fields.phases('phases');
  const ends = [terminalAt(one.from, nodes), terminalAt(one.to, nodes)] as const;
  const closed = one.fields.flag('closed', true);
  return {
    ...idealSwitch(one.id, ...ends, baseOf(baseV, one.from), closed),
    ratedCurrentA: one.fields.has('rated_a') ? one.fields.positive('rated_a') : NaN,
  };
}
