import type { CircuitReactor } from '../../../model/circuit';
import { faultClass, reactorClass, type FaultObject, type ReactorObject } from '../reactor';
import { scaled } from '../sequence';
import type { Build, Subject } from './context';
import {
  deltaMatrix,
  diagonal,
  fromSequence,
  inverted,
  invertedReal,
  reciprocal,
  type ImpedanceMatrix,
  type Pair,
} from './impedance';
import { wholeOpen } from './open';
import { earthed, terminalOf } from './terminals';

export function buildReactors(build: Build): CircuitReactor[] {
  const reactors: CircuitReactor[] = [];
  for (const reactor of build.session.objects(reactorClass).values()) {
    const subject = { className: 'reactor', object: reactor };
    const made = reactorOf(build, subject, reactor);
    if (made !== undefined) reactors.push(made);
  }
  for (const fault of build.session.objects(faultClass).values()) {
    const subject = { className: 'fault', object: fault };
    const made = faultOf(build, subject, fault);
    if (made !== undefined) reactors.push(made);
  }
  return reactors;
}

interface Between {
  readonly bus1: string;
  readonly bus2: string | undefined;
  readonly phases: number;
}

function terminals(build: Build, subject: Subject, { bus1, bus2, phases }: Between) {
  const terminal = terminalOf(build, subject, bus1, phases, phases);
  return {
    terminal,
    returnTerminal: bus2 === undefined ? earthed(terminal) : terminalOf(build, subject, bus2, phases, phases),
  };
}

function withoutInverse(build: Build, subject: Subject): undefined {
  build[subject.object.enabled ? 'error' : 'warning'](subject, {
    code: 'dss-zero-impedance',
    property: 'impedance',
    message: `${subject.className}.${subject.object.id}: its impedance has no inverse, or its matrix another size than its phases.`,
    remedy: 'Give a small resistance, and the number of phases before matrices.',
  });
  return undefined;
}

/** Of the matrix kind OpenDSS reads R and X in parallel, with `parallel=yes`; kvar, R and X stand in series always. */
function reactorOf(build: Build, subject: Subject, reactor: ReactorObject): CircuitReactor | undefined {
  const { phases, size } = reactor;
  const ratio = build.frequencyHz / reactor.baseFrequencyHz;
  const perPhase = size === 'kvar' || size === 'ohms';
  const delta = perPhase && reactor.connection === 'delta';
  const impedance = perPhase
    ? ofPhases(reactor, ratio, delta)
    : size === 'matrix'
      ? ofMatrices(reactor, ratio)
      : ofSequence(reactor, ratio);
  if (impedance === undefined || impedance.rOhm.length !== phases * phases || singular(impedance))
    return withoutInverse(build, subject);
  const around = delta && phases === 3;
  const reachesOther = delta ? undefined : reactor.bus2;
  return {
    id: reactor.id,
    ...terminals(build, subject, { ...reactor, bus2: reachesOther }),
    rOhm: impedance.rOhm,
    xOhm: impedance.xOhm,
    parallelROhm: perPhase && reactor.rParallel !== 0 && (around || !delta) ? reactor.rParallel : Infinity,
    connection: around ? 'delta' : 'wye',
    enabled: reactor.enabled && !wholeOpen(build, subject, phases),
  };
}

function singular({ order, rOhm, xOhm }: ImpedanceMatrix): boolean {
  return inverted(order, rOhm, xOhm) === undefined;
}

function ofPhases(reactor: ReactorObject, ratio: number, delta: boolean): ImpedanceMatrix | undefined {
  const z: Pair = [reactor.r, reactor.x * ratio];
  if (!delta || reactor.phases === 3) return diagonal(reactor.phases, z);
  const [g, b] = reciprocal(z);
  return deltaMatrix(reactor.phases, [g + (reactor.rParallel === 0 ? 0 : 1 / reactor.rParallel), b]);
}

function ofMatrices(reactor: ReactorObject, ratio: number): ImpedanceMatrix | undefined {
  const { phases, parallel } = reactor;
  const size = phases * phases;
  const filled = (matrix: readonly number[]): readonly number[] =>
    matrix.length === 0 ? new Array<number>(size).fill(0) : matrix;
  const r = filled(reactor.rMatrix);
  const x = scaled(filled(reactor.xMatrix), ratio);
  if (r.length !== size || x.length !== size) return undefined;
  if (!parallel) return { order: phases, rOhm: [...r], xOhm: x };
  const zeros = new Array<number>(size).fill(0);
  const g = invertedReal(phases, r) ?? zeros;
  const b = invertedReal(phases, scaled(x, -1)) ?? zeros;
  return inverted(phases, g, b);
}

/** One phase takes a third of Z1, as OpenDSS does; other numbers than three have no mutual impedance. */
function ofSequence(reactor: ReactorObject, ratio: number): ImpedanceMatrix {
  const at = ([r, x]: Pair): Pair => [r, x * ratio];
  const z1 = at(reactor.z1);
  const z2 = at(reactor.z2 ?? reactor.z1);
  const z0 = at(reactor.z0 ?? reactor.z1);
  if (reactor.phases === 3) return fromSequence(z1, z2, z0);
  const sum: Pair = reactor.phases === 1 ? z1 : [z1[0] + z2[0] + z0[0], z1[1] + z2[1] + z0[1]];
  return diagonal(reactor.phases, [sum[0] / 3, sum[1] / 3]);
}

function faultOf(build: Build, subject: Subject, fault: FaultObject): CircuitReactor | undefined {
  const { phases, gMatrix } = fault;
  const sized = gMatrix === undefined || gMatrix.length === phases * phases;
  const r =
    gMatrix === undefined ? diagonal(phases, [fault.r, 0]).rOhm : invertedReal(phases, sized ? gMatrix : []);
  if (r === undefined || r.length !== phases * phases) return withoutInverse(build, subject);
  return {
    id: `fault.${fault.id}`,
    ...terminals(build, subject, fault),
    rOhm: r,
    xOhm: new Array<number>(phases * phases).fill(0),
    parallelROhm: Infinity,
    connection: 'wye',
    enabled: fault.enabled && !wholeOpen(build, subject, phases),
  };
}
