import { diagonalMatrix, sequenceMatrix, stiffReactanceOhm, terminalAt } from '../circuitDraft';
import type { Matrix } from '../../model/circuit';
import type { NetBus, Reading } from './reading';
import type { TableRow } from './tableRow';

/** Tables ext_grid and, where it is the slack, gen. Read last: a stiff source is measured against all power in the net. */
export function readSources(reading: Reading): void {
  let live = 0;
  for (const row of reading.rows('ext_grid')) if (readSource(reading, row)) live += 1;
  for (const row of reading.rows('gen')) {
    if (row.flag('slack', false) && readSource(reading, row)) live += 1;
  }
  if (live > 0) return;
  reading.log.error({
    code: 'pandapower-no-source',
    where: 'ext_grid',
    message: 'No external grid is in service, so nothing holds the voltage.',
    remedy: 'Add an ext_grid.',
  });
}

function readSource(reading: Reading, row: TableRow): boolean {
  const bus = reading.busOf(row, 'bus');
  const vMagPu = row.positive('vm_pu');
  const angleDeg = row.numberOr('va_degree', 0);
  if (!bus) return false;
  const enabled = row.flag('in_service', true) && bus.inService;
  reading.draft.sources.push({
    id: reading.idOf(row),
    terminal: terminalAt(bus.id),
    returnTerminal: terminalAt(bus.id, [0, 0, 0]),
    voltageV: (vMagPu * bus.voltageV) / Math.sqrt(3),
    angleDeg,
    ...impedance(reading, row, bus),
    enabled,
  });
  return enabled;
}

/** Voltage factor c of IEC 60909 by which pandapower divides short-circuit powers of external grids. */
const VOLTAGE_FACTOR = 1.1;

/** Z = c V^2 / S_sc, R = rx X; zero sequence X0 = x0x X, R0 = r0x0 X0 where given (IEC 60909-0, 6.2). */
function impedance(reading: Reading, row: TableRow, bus: NetBus): { rOhm: Matrix; xOhm: Matrix } {
  if (reading.options.sources === 'stiff' || !row.has('s_sc_max_mva')) {
    return { rOhm: diagonalMatrix(0), xOhm: diagonalMatrix(stiffReactanceOhm(reading.draft, bus.voltageV)) };
  }
  const zOhm = (VOLTAGE_FACTOR * bus.voltageV * bus.voltageV) / (1e6 * row.positive('s_sc_max_mva'));
  const rx = row.nonNegativeOr('rx_max', 0);
  const xOhm = zOhm / Math.sqrt(1 + rx * rx);
  const x0Ohm = xOhm * row.nonNegativeOr('x0x_max', 1);
  const r0Ohm = row.has('r0x0_max') ? x0Ohm * row.nonNegative('r0x0_max') : rx * xOhm;
  return { rOhm: sequenceMatrix(r0Ohm, rx * xOhm), xOhm: sequenceMatrix(x0Ohm, xOhm) };
}
