import type { CircuitLine, CircuitReactor, VoltageSource } from '../../model/circuit';
import { PI } from '../../sim/numeric/elementary';
import type { Row } from './dataFrame';
import { isEarth, isThreePhase, type Writing } from './writing';

const PHASES_ONLY = 'Leave it out, or model three phases.';

/** A switch whose drop at 1 kA is below this share of the nominal voltage is written as ideal. */
const IDEAL_DROP = 1e-6;

/** Lines, switches, series reactors. Matrices become sequence values per kilometre. */
export function writeLines(writing: Writing): void {
  for (const line of writing.circuit.lines) {
    const where = `line ${line.id}`;
    if (!isThreePhase(line.from) || !isThreePhase(line.to)) {
      writing.refuse(where, 'does not join phases 1, 2, 3 in order', PHASES_ONLY);
    } else if (line.isSwitch && isIdeal(writing, line)) writeSwitch(writing, line);
    else writeLine(writing, line, where);
  }
  for (const reactor of writing.circuit.reactors) {
    if (isSeries(reactor)) writeSeriesReactor(writing, reactor);
  }
}

function isIdeal(writing: Writing, line: CircuitLine): boolean {
  const largest = [...line.rOhm, ...line.xOhm].reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return 1000 * largest < (IDEAL_DROP * writing.busVoltageV(line.from)) / Math.sqrt(3);
}

function writeSwitch(writing: Writing, line: CircuitLine): void {
  writing.rows.switch.push({
    bus: writing.busRow(line.from),
    element: writing.busRow(line.to),
    et: 'b',
    type: null,
    closed: line.enabled && !line.open,
    name: line.id,
    z_ohm: 0,
    in_ka: line.ratedCurrentA / 1000,
  });
}

function writeLine(writing: Writing, line: CircuitLine, where: string): void {
  // Without a length the values stand for one kilometre.
  const lengthKm = line.lengthM > 0 ? line.lengthM / 1000 : 1;
  const perNanofarad = 1 / (2 * PI * writing.circuit.baseFrequencyHz * 1e-9);
  const b = writing.sequences(where, 'bS', line.bS);
  writing.rows.line.push({
    ...seriesRow(writing, where, line, lengthKm),
    name: line.id,
    from_bus: writing.busRow(line.from),
    to_bus: writing.busRow(line.to),
    c_nf_per_km: (b.positive * perNanofarad) / lengthKm,
    c0_nf_per_km: (b.zero * perNanofarad) / lengthKm,
    max_i_ka: line.ratedCurrentA / 1000,
    in_service: line.enabled && !line.open,
  });
}

function seriesRow(
  writing: Writing,
  where: string,
  element: Pick<CircuitLine, 'rOhm' | 'xOhm'>,
  lengthKm: number,
): Row {
  const r = writing.sequences(where, 'rOhm', element.rOhm);
  const x = writing.sequences(where, 'xOhm', element.xOhm);
  return {
    std_type: null,
    length_km: lengthKm,
    r_ohm_per_km: r.positive / lengthKm,
    x_ohm_per_km: x.positive / lengthKm,
    r0_ohm_per_km: r.zero / lengthKm,
    x0_ohm_per_km: x.zero / lengthKm,
    g_us_per_km: 0,
    df: 1,
    parallel: 1,
    type: null,
  };
}

export function isSeries(reactor: CircuitReactor): boolean {
  return reactor.connection === 'wye' && !isEarth(reactor.returnTerminal);
}

function writeSeriesReactor(writing: Writing, reactor: CircuitReactor): void {
  const where = `reactor ${reactor.id}`;
  if (!isThreePhase(reactor.terminal) || !isThreePhase(reactor.returnTerminal)) {
    writing.refuse(where, 'does not join phases 1, 2, 3 in order', PHASES_ONLY);
    return;
  }
  if (reactor.parallelROhm !== Infinity) {
    writing.leaveOut(where, 'its parallel resistance is not written', 'Expect slightly lower losses.');
  }
  writing.rows.line.push({
    ...seriesRow(writing, where, reactor, 1),
    name: `reactor ${reactor.id}`,
    from_bus: writing.busRow(reactor.terminal),
    to_bus: writing.busRow(reactor.returnTerminal),
    c_nf_per_km: 0,
    c0_nf_per_km: 0,
    max_i_ka: null,
    in_service: reactor.enabled,
  });
}

/** A source below this drop at 1 MVA, in per unit, is written as one that holds its voltage. */
const STIFF_DROP = 1e-7;

/** pandapower's power flow ignores the impedance of external grids, so it is written as a line behind them. */
export function writeSources(writing: Writing): void {
  for (const source of writing.circuit.sources) {
    const where = `source ${source.id}`;
    if (!isThreePhase(source.terminal) || !isEarth(source.returnTerminal)) {
      writing.refuse(where, 'does not feed phases 1, 2, 3 against earth', PHASES_ONLY);
      continue;
    }
    const voltageV = writing.busVoltageV(source.terminal);
    const x = writing.sequences(where, 'xOhm', source.xOhm).positive;
    const r = writing.sequences(where, 'rOhm', source.rOhm).positive;
    const zOhm = Math.sqrt(r * r + x * x);
    const stiff = (1e6 * zOhm) / (voltageV * voltageV) < STIFF_DROP;
    writing.rows.ext_grid.push({
      name: source.id,
      bus: stiff ? writing.busRow(source.terminal) : writeSourceLine(writing, source, where, voltageV),
      vm_pu: (Math.sqrt(3) * source.voltageV) / voltageV,
      va_degree: source.angleDeg,
      slack_weight: 1,
      in_service: source.enabled,
    });
  }
}

function writeSourceLine(writing: Writing, source: VoltageSource, where: string, voltageV: number): number {
  const bus = writing.addBus({
    id: `${source.id} (behind its impedance)`,
    baseVoltageV: voltageV / Math.sqrt(3),
  });
  writing.rows.line.push({
    ...seriesRow(writing, where, source, 1),
    name: `${source.id} (impedance)`,
    from_bus: bus,
    to_bus: writing.busRow(source.terminal),
    c_nf_per_km: 0,
    c0_nf_per_km: 0,
    max_i_ka: null,
    in_service: source.enabled,
  });
  return bus;
}
