import type { CircuitShape, ShapeNames } from '../../../model/circuit';
import { roundHalfEven } from '../numbers';
import { photovoltaicPower, type PhotovoltaicObject, type ShapeKind } from '../photovoltaic';
import { type Build, circuitShape, type Subject } from './context';

const KINDS: readonly ShapeKind[] = ['yearly', 'daily', 'duty'];

/**
 * A shape multiplies the irradiance, another one gives the panel's temperature. What comes out of the inverter does not follow
 * in proportion once a temperature, an efficiency curve, a limit, the cut-in or a fixed reactive power takes part: then the unit
 * gets a shape of its own with actual powers.
 */
export function photovoltaicShapes(build: Build, unit: PhotovoltaicObject, names: ShapeNames): ShapeNames {
  const own: Record<string, string> = {};
  for (const kind of KINDS) {
    const conditions = conditionsOf(build, unit, names, kind);
    const made = conditions === undefined ? undefined : powersOf(unit, conditions);
    if (made !== undefined) build.shapes.set(made.id, made);
    const name = made?.id ?? names[kind];
    if (name !== undefined) own[kind] = name;
  }
  return own;
}

/** What acts on a unit, step by step. */
interface Conditions {
  readonly id: string;
  readonly intervalS: number;
  /** Of its present irradiance. */
  readonly shares: ArrayLike<number>;
  /** Undefined: its own temperature throughout. */
  readonly degC: ArrayLike<number> | undefined;
}

function conditionsOf(
  build: Build,
  unit: PhotovoltaicObject,
  names: ShapeNames,
  kind: ShapeKind,
): Conditions | undefined {
  const heat = temperatureOf(unit, kind);
  // A duty cycle whose unit has no duty shape falls back on the day's.
  const name = names[kind] ?? (heat !== undefined && kind === 'duty' ? names.daily : undefined);
  const sun = name === undefined ? undefined : build.shapes.get(name);
  if (heat === undefined) {
    if (sun === undefined || sun.actual) return undefined;
    return { id: sun.id, intervalS: sun.intervalS, shares: sun.p, degC: undefined };
  }
  const shape = circuitShape(heat);
  const merged = shape === undefined || sun?.actual === true ? undefined : mergedConditions(sun, shape);
  if (merged === undefined) reportTemperature(build, { className: 'pvsystem', object: unit }, kind);
  return merged;
}

/** Without a curve the temperature has no effect; a duty cycle falls back on the day (PVSystem.pas, CalcDutyTemperature). */
function temperatureOf({ temperatureCurve, temperatures }: PhotovoltaicObject, kind: ShapeKind) {
  if (temperatureCurve === undefined) return undefined;
  return temperatures[kind] ?? (kind === 'duty' ? temperatures.daily : undefined);
}

const MOST_POINTS = 2_000_000;

/** Both on the finer interval, for as long as the longer one lasts; undefined where they do not fit into each other. */
function mergedConditions(sun: CircuitShape | undefined, heat: CircuitShape): Conditions | undefined {
  const id = sun === undefined ? heat.id : `${sun.id}_${heat.id}`;
  if (sun === undefined) {
    const shares = new Float64Array(heat.p.length).fill(1);
    return { id, intervalS: heat.intervalS, shares, degC: heat.p };
  }
  const intervalS = Math.min(sun.intervalS, heat.intervalS);
  const lastsS = Math.max(sun.intervalS * sun.p.length, heat.intervalS * heat.p.length);
  const fits = ({ intervalS: own, p }: CircuitShape): boolean =>
    isWhole(own / intervalS) && isWhole(lastsS / (own * p.length));
  const count = Math.round(lastsS / intervalS);
  if (!fits(sun) || !fits(heat) || count > MOST_POINTS) return undefined;
  const along = (shape: CircuitShape): Float64Array =>
    Float64Array.from({ length: count }, (_, k) => shape.p[pointAt(shape, (k + 1) * intervalS)]!);
  return { id, intervalS, shares: along(sun), degC: along(heat) };
}

const isWhole = (ratio: number): boolean => Math.abs(ratio - Math.round(ratio)) < 1e-9 * ratio;

/** The point of a shape that holds at the end of a step: the nearest, counted from 1, repeating. */
function pointAt({ intervalS, p }: CircuitShape, endS: number): number {
  const index = roundHalfEven(endS / intervalS) % p.length;
  return index === 0 ? p.length - 1 : index - 1;
}

function reportTemperature(build: Build, subject: Subject, kind: ShapeKind): void {
  build[build.mode === kind && subject.object.enabled ? 'error' : 'warning'](subject, {
    code: 'dss-unsupported',
    property: `t${kind}`,
    message: `PVSystem.${subject.object.id}: temperatures without even times, beside actual irradiance, or at intervals that do not fit those of the irradiance are not supported.`,
    remedy: 'Give both shapes at intervals of which one is a multiple of the other.',
  });
}

/** Powers of the unit under these conditions; undefined where they are its present power times the shares. */
function powersOf(
  unit: PhotovoltaicObject,
  { id, intervalS, shares, degC }: Conditions,
): CircuitShape | undefined {
  const rated = photovoltaicPower(unit);
  const p = new Float64Array(shares.length);
  const q = new Float64Array(shares.length);
  const small = 1e-12 * Math.max(unit.pmppKw, unit.kva);
  let inProportion = degC === undefined;
  let on = true;
  for (let k = 0; k < shares.length; k++) {
    const share = shares[k]!;
    const power = photovoltaicPower(unit, share, on, degC?.[k]);
    on = power.on;
    p[k] = power.kw;
    q[k] = power.kvar;
    inProportion &&=
      Math.abs(power.kw - rated.kw * share) <= small && Math.abs(power.kvar - rated.kvar * share) <= small;
  }
  if (inProportion) return undefined;
  return { id: `${unit.id}_follows_${id}`, intervalS, p, q, actual: true };
}
