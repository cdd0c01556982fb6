import type { CircuitShape, ShapeNames } from '../../../model/circuit';
import { photovoltaicPower, type PhotovoltaicObject } from '../photovoltaic';
import type { Build } from './context';

/**
 * A shape multiplies the irradiance. What comes out of the inverter does not follow in proportion once an efficiency curve,
 * a limit, the cut-in or a fixed reactive power takes part: then the unit gets a shape of its own with actual powers.
 */
export function photovoltaicShapes(build: Build, unit: PhotovoltaicObject, names: ShapeNames): ShapeNames {
  const own: Record<string, string> = {};
  for (const [kind, name] of Object.entries(names) as [keyof ShapeNames, string][]) {
    const shape = build.shapes.get(name);
    const made = shape === undefined || shape.actual ? undefined : powersOf(unit, shape);
    if (made !== undefined) build.shapes.set(made.id, made);
    own[kind] = made?.id ?? name;
  }
  return own;
}

/** Powers of the unit along a shape; undefined where they are its present power times the shape. */
function powersOf(unit: PhotovoltaicObject, shape: CircuitShape): CircuitShape | undefined {
  const rated = photovoltaicPower(unit);
  const p = new Float64Array(shape.p.length);
  const q = new Float64Array(shape.p.length);
  const small = 1e-12 * Math.max(unit.pmppKw, unit.kva);
  let inProportion = true;
  let on = true;
  shape.p.forEach((share, k) => {
    const power = photovoltaicPower(unit, share, on);
    on = power.on;
    p[k] = power.kw;
    q[k] = power.kvar;
    inProportion &&=
      Math.abs(power.kw - rated.kw * share) <= small && Math.abs(power.kvar - rated.kvar * share) <= small;
  });
  if (inProportion) return undefined;
  return { id: `${unit.id}_follows_${shape.id}`, intervalS: shape.intervalS, p, q, actual: true };
}
