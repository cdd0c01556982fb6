import type { Circuit, CircuitCurve, CircuitGenerator } from '../../../model/circuit';
import type { CompiledCircuit } from '../circuit/compileCircuit';
import { phaseRatingV } from '../circuit/injectionRows';
import type { RowPowers } from '../circuit/powers';
import { type Instruments, meanPhaseV } from './measure';

/** Power that an inverter feeds, W and var; positive = generation. */
export interface InverterPower {
  readonly pW: number;
  readonly qVar: number;
}

/** Narrow against any curve, wide against rounding. */
const SLOPE_STEP_PU = 1e-7;

/** An inverter under control with its curves and what it would feed without them. */
interface Inverter {
  readonly generator: CircuitGenerator;
  readonly available: InverterPower;
  readonly voltVar: CircuitCurve | undefined;
  readonly voltWatt: CircuitCurve | undefined;
  /** Volt-var is a share of the rating, not of what active power leaves of it. */
  readonly ofRating: boolean;
  /** Of the curves' voltages. */
  readonly baseV: number;
  readonly row: number;
  readonly rowCount: number;
}

/**
 * Inverters that follow curves of their voltage (README, 20): mean of the phases in per unit of the bus's base, where one
 * is known and the phases lie to earth or neutral, else of their rating. Volt-watt limits active power to a share of the
 * rating; volt-var asks for a share of the reactive power that the rating leaves beside the active power (IEEE 1547-2018,
 * 5.3.3 and 5.4.2, with active power going first), or of the rating. Of several controls of one inverter the later
 * curve of a kind counts. The state is [inverter][p, q] as shares of the rating.
 */
export class InverterBank {
  private readonly inverters: readonly Inverter[];

  constructor(
    { circuit, injections, nodes }: CompiledCircuit,
    /** [node row], phase to earth; NaN where none is known. */
    bases: Float64Array,
    /** Of all injection rows: what sun and battery offer. */
    private readonly offered: RowPowers,
  ) {
    const curves = curvesByGenerator(circuit);
    this.inverters = circuit.generators.flatMap((generator, at): Inverter[] => {
      const own = curves.get(generator.id);
      const row = injections.generatorRow[at]!;
      const rowCount = injections.generatorRowCount[at]!;
      if (own === undefined || row < 0 || !(generator.ratedSVa > 0)) return [];
      const sum = (values: Float64Array): number =>
        values.subarray(row, row + rowCount).reduce((all, value) => all - value, 0);
      const available = { pW: sum(offered.pW), qVar: sum(offered.qVar) };
      const base = bases[nodes.nodesOf(generator.terminal)[0]!] ?? NaN;
      const baseV = generator.connection === 'wye' && base > 0 ? base : ratingV(generator);
      return [{ generator, available, ...own, baseV, row, rowCount }];
    });
  }

  get isEmpty(): boolean {
    return this.inverters.length === 0;
  }

  get count(): number {
    return this.inverters.length;
  }

  /** Everything as offered. */
  offer(): Float64Array {
    return Float64Array.from(
      this.inverters.flatMap(({ available, generator: { ratedSVa } }) => [
        available.pW / ratedSVa,
        available.qVar / ratedSVa,
      ]),
    );
  }

  /** [inverter], per unit. */
  voltages(read: Instruments): Float64Array {
    return Float64Array.from(this.inverters, ({ generator, baseV }) => meanPhaseV(generator, read) / baseV);
  }

  /** What the curves ask for at voltages. */
  targets(vPu: Float64Array): Float64Array {
    const out = new Float64Array(2 * this.count);
    this.inverters.forEach((inverter, k) => {
      const { pW, qVar } = target(inverter, vPu[k]!);
      out[2 * k] = pW / inverter.generator.ratedSVa;
      out[2 * k + 1] = qVar / inverter.generator.ratedSVa;
    });
    return out;
  }

  /** Derivatives of `targets` by the inverter's own voltage, from the left and right together. */
  slopes(vPu: Float64Array): Float64Array {
    const high = this.targets(vPu.map((value) => value + SLOPE_STEP_PU));
    const low = this.targets(vPu.map((value) => value - SLOPE_STEP_PU));
    return high.map((value, k) => (value - low[k]!) / (2 * SLOPE_STEP_PU));
  }

  /** Powers of all injection rows at a state. */
  powers(state: Float64Array): RowPowers {
    const pW = this.offered.pW.slice();
    const qVar = this.offered.qVar.slice();
    this.inverters.forEach(({ generator, row, rowCount }, k) => {
      pW.fill((0 - state[2 * k]! * generator.ratedSVa) / rowCount, row, row + rowCount);
      qVar.fill((0 - state[2 * k + 1]! * generator.ratedSVa) / rowCount, row, row + rowCount);
    });
    return { pW, qVar };
  }

  /** By generator id. */
  byId(state: Float64Array): ReadonlyMap<string, InverterPower> {
    return new Map(
      this.inverters.map(({ generator: { id, ratedSVa } }, k) => [
        id,
        { pW: state[2 * k]! * ratedSVa, qVar: state[2 * k + 1]! * ratedSVa },
      ]),
    );
  }
}

export const hasInverterControls = (circuit: Circuit): boolean =>
  circuit.inverterControls.some((control) => control.enabled && control.generatorIds.length > 0);

type Curves = Pick<Inverter, 'voltVar' | 'voltWatt' | 'ofRating'>;

function curvesByGenerator(circuit: Circuit): ReadonlyMap<string, Curves> {
  const curves = new Map(circuit.curves.map((curve) => [curve.id, curve]));
  const found = new Map<string, Curves>();
  for (const control of circuit.inverterControls) {
    const { enabled, generatorIds, voltVarCurve, voltWattCurve, voltVarReference } = control;
    if (!enabled) continue;
    for (const id of generatorIds) {
      const before = found.get(id);
      found.set(id, {
        voltVar: voltVarCurve === undefined ? before?.voltVar : curves.get(voltVarCurve),
        voltWatt: voltWattCurve === undefined ? before?.voltWatt : curves.get(voltWattCurve),
        ofRating: voltVarCurve === undefined ? before?.ofRating === true : voltVarReference === 'rating',
      });
    }
  }
  return found;
}

function target(inverter: Inverter, vPu: number): InverterPower {
  const { generator, available, voltVar, voltWatt, ofRating } = inverter;
  const ratedVa = generator.ratedSVa;
  const limitW = voltWatt === undefined ? Infinity : Math.max(interpolate(voltWatt, vPu), 0) * ratedVa;
  const pW = Math.min(available.pW, limitW);
  const roomVar = Math.sqrt(Math.max(ratedVa * ratedVa - pW * pW, 0));
  if (voltVar === undefined) return { pW, qVar: available.qVar };
  const share = interpolate(voltVar, vPu);
  const qVar = ofRating ? Math.max(-roomVar, Math.min(roomVar, share * ratedVa)) : share * roomVar;
  return { pW, qVar };
}

const ratingV = ({ connection, phases, ratedVoltageV }: CircuitGenerator): number =>
  phaseRatingV(connection, phases, ratedVoltageV);

/** Straight lines between the points, constant beyond them. */
export function interpolate({ x, y }: CircuitCurve, at: number): number {
  let k = 0;
  while (k < x.length && x[k]! < at) k++;
  if (k === 0) return y[0]!;
  if (k === x.length) return y[k - 1]!;
  const share = (at - x[k - 1]!) / (x[k]! - x[k - 1]!);
  return y[k - 1]! + share * (y[k]! - y[k - 1]!);
}
