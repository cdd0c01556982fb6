import type { CapacitorStep, CircuitCapacitor, CircuitReactor } from '../../../model/circuit';
import { capacitorClass, phaseKv, type CapacitorObject } from '../capacitor';
import { TWO_PI } from '../lineCode';
import { scaled } from '../sequence';
import type { Build, Subject } from './context';
import { deltaMatrix, inverted, reciprocal, type ImpedanceMatrix, type Pair } from './impedance';
import { wholeOpen } from './open';
import { earthed, terminalOf } from './terminals';

export interface Capacitors {
  readonly capacitors: CircuitCapacitor[];
  /** Banks that are no sum of equal phases. */
  readonly reactors: CircuitReactor[];
}

export function buildCapacitors(build: Build): Capacitors {
  const capacitors: CircuitCapacitor[] = [];
  const reactors: CircuitReactor[] = [];
  for (const bank of build.session.objects(capacitorClass).values()) {
    const subject = { className: 'capacitor', object: bank };
    reportUnequalSteps(build, subject, bank);
    if (bank.size === 'matrix' || (bank.connection === 'delta' && bank.phases !== 1 && bank.phases !== 3)) {
      const reactor = asReactor(build, subject, bank);
      if (reactor !== undefined) reactors.push(reactor);
    } else {
      capacitors.push(circuitCapacitor(build, subject, bank));
    }
  }
  return { capacitors, reactors };
}

/** OpenDSS gives every step the kvar of the first one. */
function reportUnequalSteps(build: Build, subject: Subject, bank: CapacitorObject): void {
  if (bank.size !== 'kvar' || bank.kvar.every((kvar) => kvar === bank.kvar[0])) return;
  build.warning(subject, {
    code: 'dss-capacitor-steps',
    property: 'kvar',
    value: bank.kvar.join(' '),
    message: `Capacitor.${bank.id} has steps of different size; like OpenDSS, every step takes the first one's ${bank.kvar[0]} kvar.`,
    remedy: 'Give the steps as cuf=, or as capacitors of their own.',
  });
}

function terminals(build: Build, subject: Subject, bank: CapacitorObject) {
  const terminal = terminalOf(build, subject, bank.bus1, bank.phases, bank.phases);
  const series = bank.connection === 'wye' ? bank.bus2 : undefined;
  const returnTerminal =
    series === undefined ? earthed(terminal) : terminalOf(build, subject, series, bank.phases, bank.phases);
  return { terminal, returnTerminal };
}

/** A single phase in delta is 2 j omega C to earth. */
function circuitCapacitor(build: Build, subject: Subject, bank: CapacitorObject): CircuitCapacitor {
  const { phases } = bank;
  const doubled = bank.connection === 'delta' && phases === 1;
  const factor = doubled ? 2 : 1;
  const volts = phaseKv(bank) * 1000;
  const omega = TWO_PI * build.frequencyHz;
  const ratio = build.frequencyHz / bank.baseFrequencyHz;
  const open = wholeOpen(build, subject, phases);
  const steps = bank.farad.map((farad, i): CapacitorStep => ({
    qVar: factor * phases * omega * farad * volts * volts,
    rOhm: bank.r[i]! / factor,
    xOhm: (bank.x[i]! * ratio) / factor,
    closed: bank.states[i] !== 0 && !open,
  }));
  return {
    id: bank.id,
    ...terminals(build, subject, bank),
    phases,
    connection: doubled ? 'wye' : bank.connection,
    ratedVoltageV: (doubled ? phaseKv(bank) : bank.kv) * 1000,
    steps,
    enabled: bank.enabled,
  };
}

function asReactor(build: Build, subject: Subject, bank: CapacitorObject): CircuitReactor | undefined {
  const matrix = bank.size === 'matrix' ? ofMatrix(build, bank) : ofDelta(build, bank);
  if (matrix === undefined) {
    build[bank.enabled ? 'error' : 'warning'](subject, {
      code: 'dss-matrix',
      message: `Capacitor.${bank.id}: its matrix has no inverse, or none of its steps is closed.`,
      remedy: 'Correct cmatrix, or disable the capacitor.',
    });
    return undefined;
  }
  return {
    id: `capacitor.${bank.id}`,
    ...terminals(build, subject, bank),
    rOhm: matrix.rOhm,
    xOhm: matrix.xOhm,
    parallelROhm: Infinity,
    connection: 'wye',
    enabled: bank.enabled && !wholeOpen(build, subject, bank.phases),
  };
}

function ofMatrix(build: Build, bank: CapacitorObject): ImpedanceMatrix | undefined {
  const { phases, faradMatrix } = bank;
  if (faradMatrix.length !== phases * phases) return undefined;
  const zeros = new Array<number>(phases * phases).fill(0);
  return inverted(phases, zeros, scaled(faradMatrix, TWO_PI * build.frequencyHz));
}

function ofDelta(build: Build, bank: CapacitorObject): ImpedanceMatrix | undefined {
  const omega = TWO_PI * build.frequencyHz;
  const ratio = build.frequencyHz / bank.baseFrequencyHz;
  let sum: Pair = [0, 0];
  bank.farad.forEach((farad, i) => {
    if (bank.states[i] === 0 || farad === 0) return;
    const [g, b] = reciprocal([bank.r[i]!, bank.x[i]! * ratio - 1 / (omega * farad)]);
    sum = [sum[0] + g, sum[1] + b];
  });
  return deltaMatrix(bank.phases, sum);
}
