import type {
  Circuit,
  CircuitGenerator,
  CircuitLoad,
  CircuitShape,
  ShapeNames,
} from '../../../model/circuit';
import { roundHalfEven } from '../controls/regulator';
import type { CompiledCircuit } from './compileCircuit';

/** A moment at which powers are wanted: the present values, or a step of the shapes (from 1) of a kind. */
export type Moment =
  | { readonly kind: 'snapshot' }
  | { readonly kind: 'yearly' | 'daily' | 'duty'; readonly step: number; readonly stepS: number };

export const SNAPSHOT: Moment = { kind: 'snapshot' };

/** From 0 (excluded) to 24, at the end of a step; midnight belongs to the day before. A snapshot stands at 0. */
export function hourOfDay(moment: Moment): number {
  if (moment.kind === 'snapshot') return 0;
  const hours = (moment.step * moment.stepS) / 3600;
  const past = hours % 24;
  return past === 0 && hours > 0 ? 24 : past;
}

/** Power of every injection row in W and var, positive = consumption. */
export interface RowPowers {
  readonly pW: Float64Array;
  readonly qVar: Float64Array;
}

export function rowPowers(compiled: CompiledCircuit, moment: Moment): RowPowers {
  const { circuit, injections } = compiled;
  const shapes = shapesById(circuit.shapes);
  const pW = new Float64Array(injections.table.count);
  const qVar = new Float64Array(injections.table.count);
  const place = (row: number, count: number, p: number, q: number): void => {
    for (let k = row; k < row + count; k++) {
      pW[k] = p / count;
      qVar[k] = q / count;
    }
  };
  circuit.loads.forEach((load, at) => {
    const { pW: p, qVar: q } = loadPower(circuit, load, moment, shapes);
    place(injections.loadRow[at]!, injections.loadRowCount[at]!, p, q);
  });
  circuit.generators.forEach((generator, at) => {
    const { pW: p, qVar: q } = generatorPower(generator, moment, shapes);
    place(injections.generatorRow[at]!, injections.generatorRowCount[at]!, 0 - p, 0 - q);
  });
  return { pW, qVar };
}

const shapeMaps = new WeakMap<readonly CircuitShape[], ReadonlyMap<string, CircuitShape>>();

/** Made once per list of shapes: thousands of steps ask. */
function shapesById(shapes: readonly CircuitShape[]): ReadonlyMap<string, CircuitShape> {
  let byId = shapeMaps.get(shapes);
  if (byId === undefined) {
    byId = new Map(shapes.map((shape) => [shape.id, shape]));
    shapeMaps.set(shapes, byId);
  }
  return byId;
}

interface Power {
  readonly pW: number;
  readonly qVar: number;
}

function loadPower(
  circuit: Circuit,
  load: CircuitLoad,
  moment: Moment,
  shapes: ReadonlyMap<string, CircuitShape>,
): Power {
  const factor = load.fixed ? 1 : circuit.study.loadMultiplier;
  const shape = shapeFor(load.shapes, moment, shapes);
  const qFixed = load.model.kind === 'constantPFixedQ' || load.model.kind === 'constantPFixedX';
  const power = shaped(load, shape, moment, factor);
  return qFixed ? { pW: power.pW, qVar: load.qVar } : power;
}

function generatorPower(
  generator: CircuitGenerator,
  moment: Moment,
  shapes: ReadonlyMap<string, CircuitShape>,
): Power {
  return shaped(generator, shapeFor(generator.shapes, moment, shapes), moment, 1);
}

function shaped(rated: Power, shape: CircuitShape | undefined, moment: Moment, factor: number): Power {
  if (shape === undefined || moment.kind === 'snapshot') {
    return { pW: rated.pW * factor, qVar: rated.qVar * factor };
  }
  const at = shapeIndex(shape, moment.step * moment.stepS);
  const p = shape.p[at]!;
  const q = shape.q?.[at];
  if (!shape.actual) return { pW: rated.pW * factor * p, qVar: rated.qVar * factor * (q ?? p) };
  // Actual values are kW and kvar; without kvar the rated power factor holds.
  const ratio = rated.pW === 0 ? 0 : rated.qVar / rated.pW;
  return { pW: 1000 * p, qVar: 1000 * (q ?? p * ratio) };
}

/**
 * Which point of a shape holds at the end of a step, OpenDSS's rule: the nearest multiple of the interval (halves to the
 * even one), counted from 1, repeating. With a step as long as the interval, step n takes point n.
 */
function shapeIndex(shape: CircuitShape, endS: number): number {
  const count = shape.p.length;
  const index = roundHalfEven(endS / shape.intervalS) % count;
  return index === 0 ? count - 1 : index - 1;
}

/** A duty shape falls back on the daily one; yearly and daily shapes have no stand-in. */
function shapeFor(
  names: ShapeNames,
  moment: Moment,
  shapes: ReadonlyMap<string, CircuitShape>,
): CircuitShape | undefined {
  if (moment.kind === 'snapshot') return undefined;
  const name = moment.kind === 'duty' ? (names.duty ?? names.daily) : names[moment.kind];
  return name === undefined ? undefined : shapes.get(name);
}
