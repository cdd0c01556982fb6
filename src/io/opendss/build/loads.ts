import type { CircuitLoad, LoadModel } from '../../../model/circuit';
import { exp, ln } from '../../../sim/numeric/elementary';
import { growthTo } from '../curves';
import { loadClass, type LoadObject } from '../load';
import type { Build, Subject } from './context';
import { wholeOpen } from './open';
import { terminalOf } from './terminals';

export function buildLoads(build: Build): CircuitLoad[] {
  return [...build.session.objects(loadClass).values()].map((load) => circuitLoad(build, load));
}

function circuitLoad(build: Build, load: LoadObject): CircuitLoad {
  const { phases, connection } = load;
  const subject = { className: 'load', object: load };
  const order = connection === 'wye' || phases < 3 ? phases + 1 : phases;
  const terminal = terminalOf(build, subject, load.bus1, phases, order);
  const growth = growthFactor(build, load);
  if (load.enabled) checkLoad(build, subject, load, terminal.nodes[order - 1]!);
  return {
    id: load.id,
    terminal,
    phases,
    connection,
    model: modelOf(build, subject, load),
    ratedVoltageV: load.kv * 1000,
    limits: { minPu: load.vMinPu, maxPu: load.vMaxPu, lowPu: load.vLowPu },
    pW: load.kw * 1000 * growth,
    qVar: load.kvar * 1000 * growth,
    // A fixed load follows growth alone; an exempt one its shapes, and the multiplier in yearly mode only (Load.pas).
    shapes: load.status === 'fixed' ? {} : build.shapeNames(subject, load),
    fixed: load.status === 'fixed' || (load.status === 'exempt' && build.session.options.mode !== 'yearly'),
    enabled: load.enabled && !wholeOpen(build, subject, order),
  };
}

/** Growth to the study's year: the load's own shape, or so much a year from the second year on. */
function growthFactor(build: Build, load: LoadObject): number {
  const { year, growthRate } = build.session.options;
  if (year === 0) return 1;
  if (load.growth !== undefined) return growthTo(load.growth, year);
  return growthRate > 0 ? exp((year - 1) * ln(growthRate)) : 1;
}

function checkLoad(build: Build, subject: Subject, load: LoadObject, star: number): void {
  if (load.connection === 'wye' && star !== 0 && load.rNeutral >= 0) {
    build.warning(subject, {
      code: 'dss-neutral',
      property: 'rneut',
      value: load.rNeutral,
      message: `Load.${load.id}: the neutral impedance has no effect, because OpenDSS's power flow takes it out again.`,
      remedy: 'Model it as a Reactor from the neutral to earth.',
    });
  }
}

function modelOf(build: Build, subject: Subject, load: LoadObject): LoadModel {
  switch (load.model) {
    case 2:
      return { kind: 'constantImpedance' };
    case 3:
      return { kind: 'constantPQuadraticQ' };
    case 4:
      return { kind: 'exponential', pExponent: load.cvrWatts, qExponent: load.cvrVars };
    case 5:
      return { kind: 'constantCurrent' };
    case 6:
      return { kind: 'constantPFixedQ' };
    case 7:
      return { kind: 'constantPFixedX' };
    case 8:
      return zip(build, subject, load);
    default:
      return { kind: 'constantPower' };
  }
}

function zip(build: Build, subject: Subject, load: LoadObject): LoadModel {
  const shares = load.zipv;
  if (shares === undefined) {
    build[load.enabled ? 'error' : 'warning'](subject, {
      code: 'dss-zipv',
      property: 'zipv',
      message: `Load.${load.id} has model=8 and no ZIPV.`,
      remedy: 'Give its seven values.',
    });
    return { kind: 'constantPower' };
  }
  const [zp = 0, ip = 0, pp = 0, zq = 0, iq = 0, pq = 0, cutOffPu = 0] = shares;
  return { kind: 'zip', p: [zp, ip, pp], q: [zq, iq, pq], cutOffPu };
}
