import type { Circuit, CircuitLine, Matrix, Terminal } from '../../model/circuit';
import type { CircuitCheck } from './circuitIssues';

/**
 * Sources, lines and reactors: ends of one size, n x n symmetric matrices (rows that follow each other round the phases where
 * Z2 is not Z1), no negative resistance.
 */
export function elementIssues(circuit: Circuit, check: CircuitCheck): void {
  const baseV = new Map(circuit.buses.map((bus) => [bus.id, bus.baseVoltageV]));
  for (const bus of circuit.buses) {
    if (bus.baseVoltageV <= 0)
      check.range(`bus ${bus.id}`, 'baseVoltageV', bus.baseVoltageV, 'has to be above 0');
  }
  for (const source of circuit.sources) {
    const where = `source ${source.id}`;
    twoEnds(check, where, ['terminal', source.terminal], ['returnTerminal', source.returnTerminal]);
    impedance(check, where, source.terminal, source.rOhm, source.xOhm, 'turning');
    if (source.voltageV < 0) check.range(where, 'voltageV', source.voltageV, 'must not be negative');
  }
  for (const line of circuit.lines) {
    const where = `line ${line.id}`;
    twoEnds(check, where, ['from', line.from], ['to', line.to]);
    impedance(check, where, line.from, line.rOhm, line.xOhm);
    matrix(check, where, 'bS', line.bS, line.from.nodes.length);
    voltageLevels(check, where, line, baseV);
  }
  for (const reactor of circuit.reactors) {
    const where = `reactor ${reactor.id}`;
    if (reactor.connection === 'delta') end(check, where, 'terminal', reactor.terminal);
    else twoEnds(check, where, ['terminal', reactor.terminal], ['returnTerminal', reactor.returnTerminal]);
    impedance(check, where, reactor.terminal, reactor.rOhm, reactor.xOhm, 'turning');
    check.positive(where, 'parallelROhm', reactor.parallelROhm);
  }
}

/** A terminal's bus exists, and no phase occurs twice in it. */
export function end(check: CircuitCheck, where: string, field: string, terminal: Terminal): void {
  check.bus(where, field, terminal.busId);
  const live = terminal.nodes.filter((node) => node !== 0);
  if (new Set(live).size !== live.length) {
    check.range(where, field, terminal.nodes.join(','), 'must not name a node twice');
  }
  if (terminal.nodes.length === 0) check.shape(where, field, 0, 'it needs at least one node');
}

type NamedEnd = readonly [field: string, terminal: Terminal];

export function twoEnds(check: CircuitCheck, where: string, first: NamedEnd, second: NamedEnd): void {
  end(check, where, ...first);
  end(check, where, ...second);
  const order = first[1].nodes.length;
  if (second[1].nodes.length !== order) {
    check.shape(where, second[0], second[1].nodes.length, `the other end has ${order} conductors`);
  }
}

/** What a matrix may be: its own transpose, or also one whose rows are each other's shifts (a machine's). */
type Shape = 'symmetric' | 'turning';

function impedance(
  check: CircuitCheck,
  where: string,
  terminal: Terminal,
  rOhm: Matrix,
  xOhm: Matrix,
  shape: Shape = 'symmetric',
): void {
  const order = terminal.nodes.length;
  matrix(check, where, 'rOhm', rOhm, order, shape);
  matrix(check, where, 'xOhm', xOhm, order, shape);
  for (let k = 0; k < order; k++) {
    const own = (order + 1) * k;
    const [r, x] = [rOhm[own], xOhm[own]];
    if (r === undefined || x === undefined) continue;
    if (r < 0) check.range(where, 'rOhm', r, 'has a negative resistance');
    if (r === 0 && x === 0) check.range(where, 'rOhm', 0, 'and xOhm are both 0 on the diagonal');
  }
}

const SYMMETRY = 1e-9;

function matrix(
  check: CircuitCheck,
  where: string,
  field: string,
  values: Matrix,
  order: number,
  shape: Shape = 'symmetric',
): void {
  if (values.length !== order * order) {
    check.shape(where, field, values.length, `a matrix of ${order} conductors has ${order * order}`);
    return;
  }
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(value));
  const alike = (a: number, b: number): boolean => Math.abs(values[a]! - values[b]!) <= SYMMETRY * largest;
  const every = (holds: (row: number, column: number) => boolean): boolean =>
    values.every((_, k) => holds(Math.floor(k / order), k % order));
  if (every((row, column) => alike(order * row + column, order * column + row))) return;
  const turns = every((row, column) => alike(order * row + column, (column - row + order) % order));
  if (shape === 'turning' && turns) return;
  const wish =
    shape === 'turning'
      ? 'has to be symmetric, or each row the one before shifted by one'
      : 'has to be symmetric';
  check.range(where, field, `[${values.join(', ')}]`.slice(0, 120), wish);
}

/** A line between buses of different nominal voltage is almost always a missing transformer. */
function voltageLevels(
  check: CircuitCheck,
  where: string,
  line: CircuitLine,
  baseV: ReadonlyMap<string, number>,
): void {
  const [a, b] = [baseV.get(line.from.busId) ?? NaN, baseV.get(line.to.busId) ?? NaN];
  if (!line.enabled || line.open || !(Math.max(a, b) > 1.2 * Math.min(a, b))) return;
  check.log.warning({
    code: 'circuit-voltage-levels',
    where,
    value: `${a} V and ${b} V`,
    message: `${where} joins buses whose phase-to-earth voltages are ${a} V and ${b} V.`,
    remedy: 'Put a transformer between them, or correct the nominal voltage of one.',
  });
}
