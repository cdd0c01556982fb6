import { diagonalMatrix, terminalAt, THREE_PHASES } from '../circuitDraft';
import type { NetBus, Reading } from './reading';
import type { TableRow } from './tableRow';

/**
 * Tables shunt and ward (its constant impedance): admittance (P - jQ) / V^2 at each bus. A purely capacitive one is a
 * capacitor, everything else a reactor of Z = V^2 / (P - jQ) = V^2 (P + jQ) / |S|^2 a phase.
 */
export function readShunts(reading: Reading): void {
  for (const row of reading.rows('shunt')) {
    if (row.flag('step_dependency_table', false)) {
      row.refuse('step_dependency_table', 'is true', 'Write the power of this step into p_mw and q_mvar.');
    }
    const step = row.numberOr('step', 1);
    const pW = 1e6 * step * row.numberOr('p_mw', 0);
    const qVar = 1e6 * step * row.numberOr('q_mvar', 0);
    const ratedV = row.has('vn_kv') ? 1000 * row.positive('vn_kv') : NaN;
    addShunt(reading, row, reading.idOf(row), pW, qVar, ratedV);
  }
  for (const row of reading.rows('ward')) {
    const pW = 1e6 * row.numberOr('pz_mw', 0);
    const qVar = 1e6 * row.numberOr('qz_mvar', 0);
    addShunt(reading, row, reading.idOf(row), pW, qVar, NaN);
  }
}

/** `ratedV` NaN: at the voltage of the bus. */
function addShunt(
  reading: Reading,
  row: TableRow,
  id: string,
  pW: number,
  qVar: number,
  ratedV: number,
): void {
  const bus = reading.busOf(row, 'bus');
  if (!bus || (pW === 0 && qVar === 0)) return;
  const voltageV = ratedV === ratedV ? ratedV : bus.voltageV;
  if (pW === 0 && qVar < 0) addCapacitor(reading, row, id, bus, -qVar, voltageV);
  else addReactor(reading, row, id, bus, pW, qVar, voltageV);
}

function addCapacitor(
  reading: Reading,
  row: TableRow,
  id: string,
  bus: NetBus,
  qVar: number,
  ratedVoltageV: number,
): void {
  reading.draft.capacitors.push({
    id,
    terminal: terminalAt(bus.id),
    returnTerminal: terminalAt(bus.id, [0, 0, 0]),
    phases: 3,
    connection: 'wye',
    ratedVoltageV,
    steps: [{ qVar, rOhm: 0, xOhm: 0, closed: true }],
    enabled: row.flag('in_service', true) && bus.inService,
  });
}

function addReactor(
  reading: Reading,
  row: TableRow,
  id: string,
  bus: NetBus,
  pW: number,
  qVar: number,
  voltageV: number,
): void {
  const scale = (voltageV * voltageV) / (pW * pW + qVar * qVar);
  reading.draft.reactors.push({
    id,
    terminal: terminalAt(bus.id, THREE_PHASES),
    returnTerminal: terminalAt(bus.id, [0, 0, 0]),
    rOhm: diagonalMatrix(pW * scale),
    xOhm: diagonalMatrix(qVar * scale),
    parallelROhm: Infinity,
    connection: 'wye',
    enabled: row.flag('in_service', true) && bus.inService,
  });
}
