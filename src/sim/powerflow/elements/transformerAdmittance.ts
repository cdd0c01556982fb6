import type { CircuitTransformer, TransformerWinding } from '../../../model/circuit';
import { addTo, type ComplexMatrix, complexMatrix, inverse } from './complexMatrix';

/** The two conductors (places in the transformer's list of conductors) that one phase of a winding joins. */
export interface WindingEnds {
  readonly plus: number;
  readonly minus: number;
}

/** Conductors of all windings, one after the other. */
function conductorOffsets(transformer: CircuitTransformer): number[] {
  let offset = 0;
  return transformer.windings.map((winding) => {
    const at = offset;
    offset += winding.terminal.nodes.length;
    return at;
  });
}

/** Voltage across one phase of a winding at rating: a star's phase voltage, otherwise what the rating says. */
export function windingVoltageV(transformer: CircuitTransformer, winding: TransformerWinding): number {
  const lineToLine = winding.connection === 'wye' && (transformer.phases === 2 || transformer.phases === 3);
  return lineToLine ? winding.ratedVoltageV / Math.sqrt(3) : winding.ratedVoltageV;
}

/**
 * Which way deltas run. A high-voltage delta against a star makes the low side lag by 30 degrees when each phase joins
 * its predecessor; a low-voltage delta lags when each phase joins its successor. `lead` turns both round.
 */
function deltaDirection(transformer: CircuitTransformer): 1 | -1 {
  const [first, second] = transformer.windings;
  if (first === undefined || second === undefined || first.connection === second.connection) return 1;
  const high = first.ratedVoltageV >= second.ratedVoltageV ? first : second;
  const lag = high.connection === 'wye' ? 1 : -1;
  return transformer.deltaRotation === 'lag' ? lag : ((0 - lag) as 1 | -1);
}

/** Ends of phase `phase` (from 0) of winding `row`. A two-phase delta is an open delta over three conductors. */
export function windingEnds(transformer: CircuitTransformer, row: number, phase: number): WindingEnds {
  const { phases } = transformer;
  const winding = transformer.windings[row]!;
  const offsets = conductorOffsets(transformer);
  const offset = offsets[row]!;
  if (winding.series === true) return { plus: offset + phase, minus: offsets[row + 1]! + phase };
  const ends = plainEnds(transformer, winding, phases, phase);
  const plus = offset + (winding.reversed === true ? ends.minus : ends.plus);
  const minus = offset + (winding.reversed === true ? ends.plus : ends.minus);
  return { plus, minus };
}

function plainEnds(
  transformer: CircuitTransformer,
  winding: TransformerWinding,
  phases: number,
  phase: number,
): WindingEnds {
  if (phases === 1) return { plus: 0, minus: 1 };
  if (winding.connection === 'wye') return { plus: phase, minus: phases };
  let next = phase + deltaDirection(transformer);
  if (phases > 2) next = (next + phases) % phases;
  else if (next < 0) next = 2;
  return { plus: phase, minus: next };
}

/**
 * Primitive admittance over the conductors of all windings in siemens: one single-phase unit per phase (README, 4
 * to 6), joined by the windings' connections. Returns null when the impedances admit no inverse.
 *
 * Per phase on a one-volt base, with zb = phases / S1: Z_ii = r_1 + r_i+1 + j x_1,i+1 between winding 1 and each other,
 * Z_ij from the remaining pairs; Y = A' Z^-1 A with A = [-1 | I]. Rows are then divided by the windings' turns
 * (rated voltage x tap). After OpenDSS's transformer model (R. Dugan), which generalises MIT's N-winding matrix.
 */
export function transformerAdmittance(transformer: CircuitTransformer): ComplexMatrix | null {
  const { windings, phases } = transformer;
  const order = windings.reduce((sum, winding) => sum + winding.terminal.nodes.length, 0);
  const oneVolt = oneVoltAdmittance(transformer);
  if (oneVolt === null) return null;
  const out = complexMatrix(order);
  const count = windings.length;
  const turns = windings.map((winding) => windingVoltageV(transformer, winding) * winding.tapPu);
  for (let phase = 0; phase < phases; phase++) {
    const ends = windings.map((_, row) => windingEnds(transformer, row, phase));
    for (let a = 0; a < count; a++) {
      for (let b = 0; b < count; b++) {
        const k = 2 * (count * a + b);
        const scale = 1 / (turns[a]! * turns[b]!);
        addBetween(out, order, ends[a]!, ends[b]!, oneVolt[k]! * scale, oneVolt[k + 1]! * scale);
      }
    }
  }
  addZeroSequenceOfSplit(transformer, out, order, turns);
  addAntifloat(transformer, out, order);
  addNeutrals(transformer, out, order);
  return out;
}

function addBetween(
  out: ComplexMatrix,
  order: number,
  a: WindingEnds,
  b: WindingEnds,
  re: number,
  im: number,
): void {
  addTo(out, order, a.plus, b.plus, re, im);
  addTo(out, order, a.minus, b.minus, re, im);
  addTo(out, order, a.plus, b.minus, -re, -im);
  addTo(out, order, a.minus, b.plus, -re, -im);
}

/** Series and no-load admittance of one phase between windings, all turns reduced to one volt. */
function oneVoltAdmittance(transformer: CircuitTransformer): ComplexMatrix | null {
  const { windings, phases } = transformer;
  const count = windings.length;
  const ratedSVa = windings[0]!.ratedSVa;
  const zBase = phases / ratedSVa;
  const series = seriesAdmittance(transformer, zBase);
  if (series === null) return null;
  const g = transformer.noLoadLossPercent / 100 / zBase;
  const b = -transformer.magnetisingPercent / 100 / zBase;
  const place = transformer.magnetisingPlace;
  if (place === 'middle') return withMiddle(series, g, b);
  const shares = place === 'split' ? [0.5, 0.5] : windings.map((_, row) => (row === place ? 1 : 0));
  shares.forEach((share, row) => addTo(series, count, row, row, share * g, share * b));
  return series;
}

function seriesAdmittance(transformer: CircuitTransformer, zBase: number): ComplexMatrix | null {
  const { windings, shortCircuitXPercent } = transformer;
  const count = windings.length;
  const order = count - 1;
  const r = windings.map((winding) => winding.rPercent / 100);
  const z = complexMatrix(order);
  for (let i = 0; i < order; i++) {
    addTo(z, order, i, i, (r[0]! + r[i + 1]!) * zBase, (shortCircuitXPercent[i]! / 100) * zBase);
  }
  let pair = order;
  for (let i = 0; i < order; i++) {
    for (let j = i + 1; j < order; j++) {
      const a = 2 * (order * i + i);
      const b = 2 * (order * j + j);
      const re = 0.5 * (z[a]! + z[b]! - (r[i + 1]! + r[j + 1]!) * zBase);
      const im = 0.5 * (z[a + 1]! + z[b + 1]! - (shortCircuitXPercent[pair]! / 100) * zBase);
      addTo(z, order, i, j, re, im);
      addTo(z, order, j, i, re, im);
      pair++;
    }
  }
  const y = inverse(z, order);
  if (y === null) return null;
  const out = complexMatrix(count);
  for (let i = 0; i < order; i++) {
    for (let j = 0; j < order; j++) {
      const re = y[2 * (order * i + j)]!;
      const im = y[2 * (order * i + j) + 1]!;
      addTo(out, count, i + 1, j + 1, re, im);
      addTo(out, count, 0, j + 1, -re, -im);
      addTo(out, count, i + 1, 0, -re, -im);
      addTo(out, count, 0, 0, re, im);
    }
  }
  return out;
}

/** T model of two windings (README, 5): the no-load branch between two halves of the leakage, its point eliminated. */
function withMiddle(series: ComplexMatrix, g: number, b: number): ComplexMatrix {
  const halfRe = 2 * series[0]!;
  const halfIm = 2 * series[1]!;
  const sumRe = 2 * halfRe + g;
  const sumIm = 2 * halfIm + b;
  const squared = sumRe * sumRe + sumIm * sumIm;
  const squareRe = halfRe * halfRe - halfIm * halfIm;
  const squareIm = 2 * halfRe * halfIm;
  const re = (squareRe * sumRe + squareIm * sumIm) / squared;
  const im = (squareIm * sumRe - squareRe * sumIm) / squared;
  return Float64Array.of(halfRe - re, halfIm - im, -re, -im, -re, -im, halfRe - re, halfIm - im);
}

/**
 * The pi model of power-grid-model puts half of the no-load branch at each end, but a delta carries no zero sequence:
 * the star side facing it carries that of both.
 */
function addZeroSequenceOfSplit(
  transformer: CircuitTransformer,
  out: ComplexMatrix,
  order: number,
  turns: readonly number[],
): void {
  const { windings, phases } = transformer;
  if (transformer.magnetisingPlace !== 'split' || phases !== 3) return;
  if (windings.every((winding) => winding.connection === 'wye')) return;
  const zBase = phases / windings[0]!.ratedSVa;
  windings.forEach((winding, row) => {
    if (winding.connection !== 'wye') return;
    const scale = 0.5 / 3 / (turns[row]! * turns[row]!) / zBase;
    const re = (transformer.noLoadLossPercent / 100) * scale;
    const im = (-transformer.magnetisingPercent / 100) * scale;
    for (let a = 0; a < phases; a++) {
      for (let b = 0; b < phases; b++) {
        addBetween(out, order, windingEnds(transformer, row, a), windingEnds(transformer, row, b), re, im);
      }
    }
  });
}

/** Half of the antifloat reactance at each end of every winding, so that a floating winding has a potential (README, 6). */
function addAntifloat(transformer: CircuitTransformer, out: ComplexMatrix, order: number): void {
  const perPhaseVa = transformer.windings[0]!.ratedSVa / transformer.phases;
  transformer.windings.forEach((winding, row) => {
    const voltageV = windingVoltageV(transformer, winding);
    const b = (-0.5e-6 * transformer.antifloatPpm * perPhaseVa) / (voltageV * voltageV);
    if (b === 0) return;
    for (let phase = 0; phase < transformer.phases; phase++) {
      const { plus, minus } = windingEnds(transformer, row, phase);
      addTo(out, order, plus, plus, 0, b);
      addTo(out, order, minus, minus, 0, b);
    }
    // A star point without an earthing impedance of its own gets one share more.
    if (winding.connection === 'wye' && winding.neutralROhm < 0 && winding.series !== true) {
      const star = conductorOffsets(transformer)[row]! + winding.terminal.nodes.length - 1;
      addTo(out, order, star, star, 0, b);
    }
  });
}

/** One micro-ohm stands for solid earthing. */
const SOLID_EARTHING_S = 1e6;

function addNeutrals(transformer: CircuitTransformer, out: ComplexMatrix, order: number): void {
  transformer.windings.forEach((winding, row) => {
    const { neutralROhm: r, neutralXOhm: x } = winding;
    if (winding.connection !== 'wye' || winding.series === true || r < 0) return;
    const star = conductorOffsets(transformer)[row]! + winding.terminal.nodes.length - 1;
    const squared = r * r + x * x;
    if (squared === 0) addTo(out, order, star, star, SOLID_EARTHING_S, 0);
    else addTo(out, order, star, star, r / squared, -x / squared);
  });
}
