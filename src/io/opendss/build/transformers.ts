import type { CircuitTransformer, TransformerWinding } from '../../../model/circuit';
import { transformerClass, type TransformerObject, type WindingObject } from '../transformer';
import { autoTransformerClass } from '../autoTransformer';
import type { Session } from '../session';
import type { Build, Subject } from './context';
import { wholeOpen } from './open';
import { terminalOf } from './terminals';

export function buildTransformers(build: Build): CircuitTransformer[] {
  const { session } = build;
  return [
    ...[...session.objects(transformerClass).values()].map((unit) => circuitTransformer(build, unit)),
    ...[...session.objects(autoTransformerClass).values()].map((unit) =>
      autoTransformer(unit, circuitTransformer(build, unit)),
    ),
  ];
}

/** In a circuit both kinds share their ids. */
export function transformerId(session: Session, unit: TransformerObject): string {
  return unit.auto && session.objects(transformerClass).has(unit.id) ? `autotrans.${unit.id}` : unit.id;
}

/**
 * Series and common winding in a transformer's terms. OpenDSS has the short-circuit impedance of an autotransformer from
 * its terminals (AutoTrans.pas, CalcY_Terminal, after Dommel's Theory Book, 6.45 to 6.50): between the windings of Vs and
 * Vc volts it is (1 + Vc / Vs)^2 times as large; with a tertiary
 * Xst = Xhx (Vs + Vc) Vc / Vs^2 + Xht (Vs + Vc) / Vs - Xxt Vc / Vs. Resistances are split so that each pair's sum holds.
 */
function autoTransformer(unit: TransformerObject, made: CircuitTransformer): CircuitTransformer {
  const [high, low] = made.windings as [TransformerWinding, TransformerWinding];
  const commonV = low.ratedVoltageV;
  const difference = high.ratedVoltageV - commonV;
  const smallest = high.ratedVoltageV * 1e-4 * Math.sqrt(unit.phases > 1 ? 3 : 1);
  const seriesV = difference === 0 ? smallest : difference;
  const turns = commonV / seriesV;
  const scale = (1 + turns) * (1 + turns);
  const [hx, ht = 0, xt = 0] = made.shortCircuitXPercent as [number, number?, number?];
  const r = made.windings.map((winding) => winding.rPercent);
  const [sumHx, sumHt, sumXt] = [scale * (r[0]! + r[1]!), r[0]! + (r[2] ?? 0), r[1]! + (r[2] ?? 0)];
  const three = made.windings.length > 2;
  const split = three
    ? [(sumHx + sumHt - sumXt) / 2, (sumHx - sumHt + sumXt) / 2, (sumHt + sumXt - sumHx) / 2]
    : [sumHx / 2, sumHx / 2];
  const st = hx * (1 + turns) * turns + ht * (1 + turns) - xt * turns;
  return {
    ...made,
    windings: made.windings.map((winding, row) => {
      const shared = { ...winding, rPercent: split[row]!, neutralROhm: -1, neutralXOhm: 0 };
      if (row > 0) return shared;
      const { busId, nodes } = winding.terminal;
      const terminal = { busId, nodes: nodes.slice(0, unit.phases) };
      return { ...shared, terminal, ratedVoltageV: seriesV, series: true };
    }),
    shortCircuitXPercent: three ? [hx * scale, st, xt] : [hx * scale],
  };
}

/** Reactances and the magnetising branch follow the frequency; resistances do so with XRConst only. */
function circuitTransformer(build: Build, unit: TransformerObject): CircuitTransformer {
  const subject = { className: unit.auto ? 'autotrans' : 'transformer', object: unit };
  const ratio = build.frequencyHz / unit.baseFrequencyHz;
  const open = wholeOpen(build, subject, unit.phases + 1);
  return {
    id: transformerId(build.session, unit),
    phases: unit.phases,
    windings: unit.windings.map((winding) => circuitWinding(build, subject, unit, winding, ratio)),
    shortCircuitXPercent: unit.xSc.map((x) => x * 100 * ratio),
    noLoadLossPercent: unit.noLoadLossPercent,
    magnetisingPercent: unit.magnetisingPercent / ratio,
    magnetisingPlace: 1,
    deltaRotation: unit.leads ? 'lead' : 'lag',
    antifloatPpm: unit.antifloatPpm,
    normalRatingVa: unit.normHkva * 1000,
    emergencyRatingVa: unit.emergHkva * 1000,
    ratingBase: 'normhkva of the first winding',
    bank: unit.bank,
    enabled: unit.enabled && !open,
  };
}

function circuitWinding(
  build: Build,
  subject: Subject,
  unit: TransformerObject,
  winding: WindingObject,
  ratio: number,
): TransformerWinding {
  const { phases } = unit;
  const star = phases < 3 || winding.connection === 'wye';
  return {
    terminal: terminalOf(build, subject, winding.bus, phases, star ? phases + 1 : phases),
    connection: winding.connection,
    ratedVoltageV: winding.kv * 1000,
    ratedSVa: winding.kva * 1000,
    rPercent: winding.rPu * 100 * (unit.constantXr ? ratio : 1),
    tapPu: winding.tap,
    tapMinPu: winding.minTap,
    tapMaxPu: winding.maxTap,
    tapSteps: winding.steps,
    neutralROhm: winding.rNeutral,
    neutralXOhm: winding.xNeutral * ratio,
  };
}
