import type { CircuitReactor, Terminal } from '../../model/circuit';
import { PI } from '../../sim/numeric/elementary';
import { diagonalMatrix, sequenceMatrix, terminalAt } from '../circuitDraft';
import type { NetBus, Reading } from './reading';
import { cutKey, type Cuts } from './switches';
import type { TableRow } from './tableRow';

/** Table line: pi sections from sequence values per kilometre. */
export function readLines(reading: Reading, cuts: Cuts): void {
  for (const row of reading.rows('line')) readLine(reading, row, cuts);
}

interface BranchEnds {
  readonly from: Terminal;
  readonly to: Terminal;
  readonly enabled: boolean;
}

/** An end is cut off by an open switch or a bus out of service; with both cut off the branch is out of service. */
export function branchEnds(
  reading: Reading,
  row: TableRow,
  columns: readonly [string, string],
  cuts: Cuts,
  id: string,
): BranchEnds | null {
  const buses = columns.map((column) => reading.busOf(row, column));
  const [from, to] = buses;
  if (!from || !to) return null;
  const cut = (bus: NetBus, column: string): boolean =>
    !bus.inService || cuts.has(cutKey(row.where, String(row.cell(column))));
  const [fromCut, toCut] = [cut(from, columns[0]), cut(to, columns[1])];
  const enabled = row.flag('in_service', true) && !(fromCut && toCut);
  const end = (bus: NetBus, isCut: boolean): Terminal =>
    isCut && enabled ? reading.openEnd(bus, id) : terminalAt(bus.id);
  return { from: end(from, fromCut), to: end(to, toCut), enabled };
}

function readLine(reading: Reading, row: TableRow, cuts: Cuts): void {
  const id = reading.idOf(row);
  const lengthKm = row.positive('length_km');
  const parallel = row.has('parallel') ? row.positive('parallel') : 1;
  const series = (column: string): number => (row.number(column) * lengthKm) / parallel;
  // omega C in siemens from nanofarads.
  const charging = (column: string): number =>
    2 * PI * reading.net.frequencyHz * 1e-9 * row.nonNegativeOr(column, 0) * lengthKm * parallel;
  const r1 = series('r_ohm_per_km');
  const x1 = series('x_ohm_per_km');
  const b1 = charging('c_nf_per_km');
  const zero = row.has('r0_ohm_per_km') && row.has('x0_ohm_per_km');
  if (!zero) reading.count('no zero sequence');
  const ratedA = row.has('max_i_ka') ? 1000 * row.number('max_i_ka') * row.numberOr('df', 1) * parallel : NaN;
  const ends = branchEnds(reading, row, ['from_bus', 'to_bus'], cuts, id);
  if (r1 < 0) row.refuse('r_ohm_per_km', 'must not be negative', 'Give it 0 or a positive value.');
  if (r1 === 0 && x1 === 0) {
    row.refuse(
      'x_ohm_per_km',
      'and r_ohm_per_km are both 0',
      'Use a bus-bus switch for an ideal connection.',
    );
  }
  if (!ends) return;
  reading.draft.lines.push({
    id,
    ...ends,
    lengthM: 1000 * lengthKm,
    rOhm: sequenceMatrix(zero ? series('r0_ohm_per_km') : r1, r1),
    xOhm: sequenceMatrix(zero ? series('x0_ohm_per_km') : x1, x1),
    bS: sequenceMatrix(row.has('c0_nf_per_km') ? charging('c0_nf_per_km') : b1, b1),
    ratedCurrentA: ratedA,
    emergencyCurrentA: NaN,
    isSwitch: false,
    open: false,
  });
  const gS = 1e-6 * row.nonNegativeOr('g_us_per_km', 0) * lengthKm * parallel;
  if (gS === 0) return;
  reading.draft.reactors.push(halfConductance(`${id} (loss at from)`, ends.from, gS, ends.enabled));
  reading.draft.reactors.push(halfConductance(`${id} (loss at to)`, ends.to, gS, ends.enabled));
}

/** Half of a line's shunt conductance at one end, as a resistor to earth in each phase. */
function halfConductance(id: string, terminal: Terminal, gS: number, enabled: boolean): CircuitReactor {
  return {
    id,
    terminal,
    returnTerminal: terminalAt(terminal.busId, [0, 0, 0]),
    rOhm: diagonalMatrix(2 / gS),
    xOhm: diagonalMatrix(0),
    parallelROhm: Infinity,
    connection: 'wye',
    enabled,
  };
}
