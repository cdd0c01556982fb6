import type { CircuitLine, Matrix, Terminal } from '../../../model/circuit';
import { ln } from '../../../sim/numeric/elementary';
import { lineClass } from '../line';
import { settleSequence, spacingGiven, type LineObject } from '../lineImpedance';
import { TWO_PI } from '../lineCode';
import { metresPer } from '../lineUnits';
import { scaled, submatrix } from '../sequence';
import type { Build, Subject } from './context';
import { Geometries } from './geometry';
import { openConductors } from './open';
import { terminalOf } from './terminals';

interface Matrices {
  readonly order: number;
  readonly r: Matrix;
  readonly x: Matrix;
  readonly b: Matrix;
}

export function buildLines(build: Build): CircuitLine[] {
  const geometries = new Geometries(build);
  const lines: CircuitLine[] = [];
  for (const line of build.session.objects(lineClass).values()) {
    const subject = { className: 'line', object: line };
    const matrices = matricesOf(build, subject, line, geometries);
    if (matrices !== undefined) lines.push(circuitLine(build, subject, line, matrices));
  }
  return lines;
}

function matricesOf(
  build: Build,
  subject: Subject,
  line: LineObject,
  geometries: Geometries,
): Matrices | undefined {
  const constructed = line.geometry !== undefined || spacingGiven(line);
  const matrices = constructed ? fromWires(build, subject, line, geometries) : ofLength(build, line);
  if (matrices === undefined) return undefined;
  const { order, r, x, b } = matrices;
  const fits = r.length === order * order && x.length === order * order && b.length === order * order;
  const dead = [...Array(order).keys()].some((i) =>
    r.slice(i * order, (i + 1) * order).every((value, j) => value === 0 && x[i * order + j] === 0),
  );
  if (fits && !dead) return matrices;
  build[line.enabled ? 'error' : 'warning'](subject, {
    code: fits ? 'dss-zero-impedance' : 'dss-matrix',
    property: 'impedance',
    message: fits
      ? `Line.${line.id} has no impedance: its matrix has no inverse (OpenDSS opens such a line).`
      : `Line.${line.id} has ${order} conductors, and matrices of another size.`,
    remedy: fits
      ? 'Give a small resistance, or switch=yes.'
      : 'Give the number of phases before the matrices.',
  });
  return undefined;
}

function fromWires(
  build: Build,
  subject: Subject,
  line: LineObject,
  geometries: Geometries,
): Matrices | undefined {
  const constants = geometries.of(subject, line);
  if (constants === undefined) return undefined;
  const lengthM = line.length * metresPer(line.units);
  const { order, rOhmPerM, xOhmPerM, cFaradPerM } = constants;
  return {
    order,
    r: scaled(rOhmPerM, lengthM),
    x: scaled(xOhmPerM, lengthM),
    b: scaled(cFaradPerM, lengthM * TWO_PI * build.frequencyHz),
  };
}

/**
 * Matrices per length times the length; at another frequency the earth return changes with it (Line.pas, CalcYPrim):
 * R + Rg (f/f0 - 1), and (X - 0.5 kXg ln(f/f0)) f/f0 with kXg = Xg / ln(658.5 sqrt(rho / f0)).
 */
function ofLength(build: Build, line: LineObject): Matrices {
  settleSequence(line);
  const length = line.length / line.unitsFactor;
  const ratio = build.frequencyHz / line.baseFrequencyHz;
  const kXg = line.xg === 0 ? 0 : line.xg / ln(658.5 * Math.sqrt(line.rho / line.baseFrequencyHz));
  const moreR = ratio === 1 ? 0 : line.rg * (ratio - 1);
  const lessX = ratio === 1 ? 0 : 0.5 * kXg * ln(ratio);
  return {
    order: line.phases,
    r: line.r.map((value) => (value + moreR) * length),
    x: line.x.map((value) => (value - lessX) * length * ratio),
    b: scaled(line.b, length * ratio),
  };
}

function circuitLine(build: Build, subject: Subject, line: LineObject, matrices: Matrices): CircuitLine {
  const { order } = matrices;
  const isOpen = openConductors(build, subject, order);
  const whole = isOpen.every(Boolean);
  const kept = [...Array(order).keys()].filter((i) => whole || !isOpen[i]);
  if (kept.length < order) {
    build.warning(subject, {
      code: 'dss-open',
      message: `${order - kept.length} of ${order} conductors of Line.${line.id} are open and left out.`,
      remedy: 'Nothing to do.',
    });
  }
  const part = (matrix: Matrix): Matrix => (kept.length < order ? submatrix(matrix, order, kept) : matrix);
  const terminal = (bus: string): Terminal => {
    const { busId, nodes } = terminalOf(build, subject, bus, order, order);
    return { busId, nodes: kept.map((i) => nodes[i]!) };
  };
  return {
    id: line.id,
    from: terminal(line.bus1),
    to: terminal(line.bus2),
    lengthM: lengthOf(build, subject, line),
    rOhm: part(matrices.r),
    xOhm: part(matrices.x),
    bS: part(matrices.b),
    ...ratings(line),
    isSwitch: line.isSwitch,
    open: whole,
    enabled: line.enabled,
  };
}

/** Where neither the line nor its code has a unit, the length is taken in metres: it then is for show only. */
function lengthOf(build: Build, subject: Subject, line: LineObject): number {
  const unit = line.units === 'none' && line.code !== undefined ? line.codeUnits : line.units;
  if (unit === 'none') {
    build.note('length unit', subject, {
      code: 'dss-length-unit',
      property: 'length',
      message: 'The length has no unit and is shown as metres; impedances are as given.',
      remedy: 'Give units= to lines and line codes.',
    });
  }
  return line.length * metresPer(unit);
}

function ratings(line: LineObject): Pick<CircuitLine, 'ratedCurrentA' | 'emergencyCurrentA'> {
  const wire = spacingGiven(line) && !line.ratingsGiven ? line.wires[0] : undefined;
  const amps = (value: number): number => (value > 0 ? value : NaN);
  return {
    ratedCurrentA: amps(wire?.normAmps ?? line.normAmps),
    emergencyCurrentA: amps(wire?.emergAmps ?? line.emergAmps),
  };
}
