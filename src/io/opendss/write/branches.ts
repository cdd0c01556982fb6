import type {
  Circuit,
  CircuitCapacitor,
  CircuitLine,
  CircuitReactor,
  CircuitTransformer,
  TransformerWinding,
  VoltageSource,
} from '../../../model/circuit';
import { sin } from '../../../sim/numeric/elementary';
import { sequencesOf } from './sequences';
import {
  complexPair,
  isEarthed,
  isSymmetric,
  list,
  matrixText,
  phaseV,
  unlessEnabled,
  type Writer,
} from './writer';

const PI = 3.141592653589793;

/** The first source is the one that comes with every OpenDSS circuit. */
export function writeSources(writer: Writer, circuit: Circuit): void {
  const sources = [...circuit.sources].sort((a, b) => Number(b.id === 'source') - Number(a.id === 'source'));
  const [first, ...others] = sources;
  const name = writer.name('circuit', circuit.name);
  if (first === undefined) {
    writer.line(`New Circuit.${name}`);
    writer.line('Vsource.source.enabled=no');
    return;
  }
  if (first.id !== 'source')
    writer.report(
      'warning',
      'vsource',
      first.id,
      'is written as "source", OpenDSS’s first source.',
      'Nothing to do.',
    );
  writer.line(`New Circuit.${name}`, sourceText(writer, first));
  for (const source of others)
    writer.line(`New Vsource.${writer.name('vsource', source.id)}`, sourceText(writer, source));
}

function sourceText(writer: Writer, source: VoltageSource): string {
  const order = source.terminal.nodes.length;
  const kv = (source.voltageV * (order === 1 ? 1 : 2 * sin(PI / order))) / 1000;
  const sequences = sequencesOf(source.rOhm, source.xOhm, order);
  if (sequences === undefined) {
    writer.refuse('vsource', source.id, 'has an impedance matrix that no sequence impedances give.');
    return '';
  }
  const { z1, z2, z0 } = sequences;
  const twoWay = isEarthed(source.terminal, source.returnTerminal)
    ? ''
    : `bus2=${writer.bus(source.returnTerminal)}`;
  return [
    `phases=${order} bus1=${writer.bus(source.terminal)} ${twoWay} basekv=${kv} pu=1 angle=${source.angleDeg}`,
    `Z1=${complexPair(...z1)} Z2=${complexPair(...z2)} Z0=${complexPair(...z0)} ${unlessEnabled(source.enabled)}`,
  ].join(' ');
}

/** Matrices per metre; a line without length has them for the whole. */
export function writeLine(writer: Writer, line: CircuitLine, omega: number): void {
  const order = line.from.nodes.length;
  if (![line.rOhm, line.xOhm, line.bS].every((matrix) => isSymmetric(matrix, order)))
    writer.refuse('line', line.id, 'has a matrix that is not symmetric.');
  const metres = line.lengthM > 0;
  const per = metres ? 1 / line.lengthM : 1;
  const amps = (value: number): number => (value > 0 ? value : 0);
  // A new number of phases settles what switch=yes began; otherwise it would take the matrices back.
  const phases = `${line.isSwitch ? `switch=yes phases=${order === 1 ? 2 : 1} ` : ''}phases=${order}`;
  writer.line(
    `New Line.${writer.name('line', line.id)} bus1=${writer.bus(line.from)} bus2=${writer.bus(line.to)} ${phases}`,
    `rmatrix=${matrixText(line.rOhm, order, per)} xmatrix=${matrixText(line.xOhm, order, per)}`,
    `cmatrix=${matrixText(line.bS, order, (per * 1e9) / omega)} length=${metres ? `${line.lengthM} units=m` : 1}`,
    `normamps=${amps(line.ratedCurrentA)} emergamps=${amps(line.emergencyCurrentA)} ${unlessEnabled(line.enabled)}`,
  );
}

export function writeTransformer(writer: Writer, unit: CircuitTransformer): void {
  const { windings, phases } = unit;
  checkTransformer(writer, unit);
  const each = (value: (winding: TransformerWinding) => string | number): string =>
    `[${windings.map(value).join(' ')}]`;
  const x = unit.shortCircuitXPercent;
  writer.line(
    `New Transformer.${writer.name('transformer', unit.id)} phases=${phases} windings=${windings.length}`,
    `buses=${each((winding) => writer.bus(windingTerminal(winding)))} conns=${each(({ connection }) => connection)}`,
    `kVs=${each(({ ratedVoltageV }) => ratedVoltageV / 1000)} kVAs=${each(({ ratedSVa }) => ratedSVa / 1000)}`,
    `taps=${each(({ tapPu }) => tapPu)} %Rs=${each(({ rPercent }) => rPercent)}`,
    windings.length > 3
      ? `Xscarray=${list(x)}`
      : x.map((value, i) => `${['XHL', 'XHT', 'XLT'][i]}=${value}`).join(' '),
    `%noloadloss=${unit.noLoadLossPercent} %imag=${unit.magnetisingPercent} ppm_antifloat=${unit.antifloatPpm}`,
    ratingText(writer, unit),
    `leadlag=${unit.deltaRotation} ${unit.bank === '' ? '' : `bank=${writer.name('bank', unit.bank)}`} ${unlessEnabled(unit.enabled)}`,
  );
  windings.forEach((winding, i) => {
    const neutral =
      winding.neutralROhm >= 0 ? `rneut=${winding.neutralROhm} xneut=${winding.neutralXOhm}` : '';
    const { tapMinPu, tapMaxPu, tapSteps } = winding;
    writer.line(`~ wdg=${i + 1} mintap=${tapMinPu} maxtap=${tapMaxPu} numtaps=${tapSteps}`, neutral);
  });
}

/** Unknown ratings are left to OpenDSS's own rule. */
function ratingText(writer: Writer, { id, normalRatingVa, emergencyRatingVa }: CircuitTransformer): string {
  if (!(normalRatingVa >= 0)) {
    const what = 'has no rating; OpenDSS takes 110 % of its kVA, and 150 % in an emergency.';
    writer.report('warning', 'transformer', id, what, 'Give it a rating.');
  }
  const normal = normalRatingVa >= 0 ? `normhkva=${normalRatingVa / 1000}` : '';
  return emergencyRatingVa >= 0 ? `${normal} emerghkva=${emergencyRatingVa / 1000}` : normal;
}

/** A reversed winding of one phase has its ends swapped. */
function windingTerminal({ terminal, reversed }: TransformerWinding): TransformerWinding['terminal'] {
  return reversed === true ? { ...terminal, nodes: [...terminal.nodes].reverse() } : terminal;
}

/** OpenDSS has one place for it. Its current then drops another share of the leakage: the voltage moves by that much. */
function movedNoLoadBranch(writer: Writer, unit: CircuitTransformer): void {
  const { noLoadLossPercent: g, magnetisingPercent: b, windings, shortCircuitXPercent } = unit;
  const r = (windings[0]?.rPercent ?? 0) + (windings[1]?.rPercent ?? 0);
  const x = shortCircuitXPercent[0] ?? 0;
  const share = unit.magnetisingPlace === 0 ? 1 : 0.5;
  const moved = share * 1e-4 * Math.sqrt((g * g + b * b) * (r * r + x * x));
  writer.report(
    'warning',
    'transformer',
    unit.id,
    `has its no-load branch elsewhere than at the second winding, where OpenDSS puts it; the voltage there moves by up to ${moved.toExponential(1)} pu.`,
    'Nothing to do where that is small enough.',
  );
}

function checkTransformer(writer: Writer, unit: CircuitTransformer): void {
  const excited = unit.noLoadLossPercent !== 0 || unit.magnetisingPercent !== 0;
  if (excited && unit.magnetisingPlace !== 1) movedNoLoadBranch(writer, unit);
  if (unit.windings.some(({ series }) => series === true))
    writer.refuse('transformer', unit.id, 'is an autotransformer.');
  if (unit.phases > 1 && unit.windings.some(({ reversed }) => reversed === true))
    writer.refuse('transformer', unit.id, 'has a reversed winding of several phases.');
}

export function writeCapacitor(writer: Writer, bank: CircuitCapacitor, omega: number): void {
  const { phases, connection, steps, terminal, returnTerminal } = bank;
  if (phases > 3) writer.refuse('capacitor', bank.id, 'has more than three phases.');
  const volts = phaseV(bank.ratedVoltageV, phases, connection);
  const series =
    connection === 'delta' || isEarthed(terminal, returnTerminal) ? '' : `bus2=${writer.bus(returnTerminal)}`;
  writer.line(
    `New Capacitor.${writer.name('capacitor', bank.id)} bus1=${writer.bus(terminal)} ${series} phases=${phases}`,
    `conn=${connection} kv=${bank.ratedVoltageV / 1000} numsteps=${steps.length}`,
    `cuf=${list(steps.map(({ qVar }) => (qVar / (phases * omega * volts * volts)) * 1e6))}`,
    `XL=${list(steps.map(({ xOhm }) => xOhm))} R=${list(steps.map(({ rOhm }) => rOhm))}`,
    `states=${list(steps.map(({ closed }) => (closed ? 1 : 0)))} ${unlessEnabled(bank.enabled)}`,
  );
}

export function writeReactor(writer: Writer, reactor: CircuitReactor): void {
  const { terminal, returnTerminal, rOhm, xOhm, connection } = reactor;
  const order = terminal.nodes.length;
  const delta = connection === 'delta';
  const series = delta || isEarthed(terminal, returnTerminal) ? '' : `bus2=${writer.bus(returnTerminal)}`;
  writer.line(
    `New Reactor.${writer.name('reactor', reactor.id)} bus1=${writer.bus(terminal)} ${series} phases=${order}`,
    reactorImpedance(writer, reactor, isDiagonal(rOhm, order) && isDiagonal(xOhm, order)),
    unlessEnabled(reactor.enabled),
  );
}

function reactorImpedance(writer: Writer, reactor: CircuitReactor, alike: boolean): string {
  const { rOhm, xOhm, connection, parallelROhm } = reactor;
  const order = reactor.terminal.nodes.length;
  if (alike) {
    const parallel = parallelROhm < Infinity ? `Rp=${parallelROhm}` : '';
    return `conn=${connection} R=${rOhm[0]} X=${xOhm[0]} ${parallel}`;
  }
  if (connection === 'delta' || parallelROhm < Infinity)
    writer.refuse('reactor', reactor.id, 'has a matrix together with a delta or a parallel resistance.');
  if (isSymmetric(rOhm, order) && isSymmetric(xOhm, order))
    return `rmatrix=${matrixText(rOhm, order)} xmatrix=${matrixText(xOhm, order)}`;
  const sequences = order === 3 ? sequencesOf(rOhm, xOhm, order) : undefined;
  if (sequences === undefined) {
    writer.refuse('reactor', reactor.id, 'has a matrix that is not symmetric.');
    return '';
  }
  const { z1, z2, z0 } = sequences;
  return `Z1=${complexPair(...z1)} Z2=${complexPair(...z2)} Z0=${complexPair(...z0)}`;
}

function isDiagonal(matrix: readonly number[], order: number): boolean {
  return matrix.every((value, k) => value === (k % (order + 1) === 0 ? matrix[0] : 0));
}
