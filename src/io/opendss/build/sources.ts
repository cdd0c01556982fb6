import type { Terminal, VoltageSource } from '../../../model/circuit';
import { sin } from '../../../sim/numeric/elementary';
import { balancedMatrix, scaled, submatrix } from '../sequence';
import { sourceClass, type SourceObject } from '../source';
import type { Build, Subject } from './context';
import { diagonal, fromSequence, type ImpedanceMatrix, type Pair } from './impedance';
import { wholeOpen } from './open';
import { earthed, terminalOf } from './terminals';

const PI = 3.141592653589793;

export function buildSources(build: Build): VoltageSource[] {
  return [...build.session.objects(sourceClass).values()].map((source) => circuitSource(build, source));
}

function circuitSource(build: Build, source: SourceObject): VoltageSource {
  const { phases } = source;
  const subject = { className: 'vsource', object: source };
  if (source.enabled) checkSource(build, subject, source);
  const ratio = build.frequencyHz / source.baseFrequencyHz;
  const impedance = impedanceOf(source);
  const terminal = terminalOf(build, subject, source.bus1, phases, phases);
  const returnTerminal =
    source.bus2 === undefined ? earthed(terminal) : terminalOf(build, subject, source.bus2, phases, phases);
  const positive: VoltageSource = {
    id: source.id,
    terminal,
    returnTerminal,
    voltageV: (source.baseKv * source.pu * 1000) / (phases === 1 ? 1 : 2 * sin(PI / phases)),
    angleDeg: source.angleDeg,
    rOhm: impedance.rOhm,
    xOhm: scaled(impedance.xOhm, ratio),
    enabled: source.enabled && !wholeOpen(build, subject, phases),
  };
  return source.sequence === 'negative' && phases > 1 ? negative(positive) : positive;
}

function impedanceOf(source: SourceObject): ImpedanceMatrix {
  const { phases, z1, z2, z0 } = source;
  if (source.ideal) {
    const baseOhm = (source.baseKv * source.baseKv) / source.baseMva;
    return diagonal(phases, scaled(source.puIdeal, baseOhm) as unknown as Pair);
  }
  const alike = z1[0] === z2[0] && z1[1] === z2[1];
  if (!alike && phases === 3) return fromSequence(z1, z2, z0);
  return {
    order: phases,
    rOhm: balancedMatrix(phases, z1[0], z0[0]),
    xOhm: balancedMatrix(phases, z1[1], z0[1]),
  };
}

/** Conductors in the opposite order: the angles then go forward. */
function negative(source: VoltageSource): VoltageSource {
  const order = source.terminal.nodes.length;
  const reversed = Array.from({ length: order }, (_, i) => (order - i) % order);
  const turn = ({ busId, nodes }: Terminal): Terminal => ({ busId, nodes: reversed.map((i) => nodes[i]!) });
  return {
    ...source,
    terminal: turn(source.terminal),
    returnTerminal: turn(source.returnTerminal),
    rOhm: submatrix(source.rOhm, order, reversed),
    xOhm: submatrix(source.xOhm, order, reversed),
  };
}

function checkSource(build: Build, subject: Subject, source: SourceObject): void {
  const refuse = (property: string, value: string | number, message: string, remedy: string): void =>
    build.error(subject, {
      code: 'dss-source',
      property,
      value,
      message: `Vsource.${source.id}: ${message}`,
      remedy,
    });
  if (source.sequence === 'zero')
    refuse('sequence', 'zero', 'a source of zero sequence is not supported.', 'Use one-phase sources.');
  if (source.frequencyHz !== build.frequencyHz)
    refuse(
      'frequency',
      source.frequencyHz,
      'it has another frequency than the solution.',
      'Give both the same.',
    );
  if (![...source.z1, ...source.z0].every(Number.isFinite))
    refuse(
      'mvasc1',
      source.mvaSc1,
      'no impedance gives these short-circuit powers.',
      'Correct MVAsc3, MVAsc1, x1r1 or x0r0.',
    );
  if (
    build.mode !== 'snapshot' &&
    (source[build.mode] !== undefined || (build.mode === 'duty' && source.daily))
  )
    refuse(build.mode, '', 'a source that follows a shape is not supported.', 'Take the shape out.');
}
