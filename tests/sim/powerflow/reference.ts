import { add, complex, type Complex, conj, divide, lusolve, multiply, slu, sparse, subtract } from 'mathjs';
import type { Network } from '../../../src/model/network';

/**
 * Reference for small networks, written without a look at the solver: full nodal admittance matrix of all buses times
 * three phases in siemens, elements stamped from their circuit (coils of a transformer by incidence), source as a
 * Norton equivalent, sparse LU by mathjs, load currents injected until nothing moves. Voltages in volts.
 */
const ROTATION = [0, -120, 120].map((deg) => complex({ r: 1, phi: (deg * Math.PI) / 180 }));
const CLOCK_COILS: Record<string, readonly (readonly [number, number])[]> = {
  // MV terminals of the coil that drives LV phases a, b, c.
  Dyn1: [
    [0, 2],
    [1, 0],
    [2, 1],
  ],
  Dyn3: [
    [1, 2],
    [2, 0],
    [0, 1],
  ],
  Dyn5: [
    [1, 0],
    [2, 1],
    [0, 2],
  ],
  Dyn7: [
    [2, 0],
    [0, 1],
    [1, 2],
  ],
  Dyn9: [
    [2, 1],
    [0, 2],
    [1, 0],
  ],
  Dyn11: [
    [0, 1],
    [1, 2],
    [2, 0],
  ],
};

type Matrix3 = Complex[][];

function fromSequence(z0: Complex, z1: Complex): Matrix3 {
  // A diag(z0, z1, z1) A^-1 entry by entry with the rotation operator.
  return [0, 1, 2].map((row) =>
    [0, 1, 2].map((column) => {
      let sum = complex(0, 0);
      [z0, z1, z1].forEach((z, sequence) => {
        const turn = (sequence * (column - row) * 2 * Math.PI) / 3;
        sum = add(sum, multiply(z, complex({ r: 1 / 3, phi: turn })) as Complex);
      });
      return sum;
    }),
  );
}

export interface ReferenceLoads {
  readonly busIds: readonly string[];
  /** [load][phase], watts and var drawn. */
  readonly sVa: readonly (readonly Complex[])[];
}

export function referenceVoltages(
  net: Network,
  loads: ReferenceLoads,
  magnetising: 'from' | 'split' = 'from',
): Complex[][] {
  const n = 3 * net.buses.length;
  const y = new Map<string, Complex>();
  const stamp = (row: number, column: number, value: Complex): void => {
    const key = `${row},${column}`;
    y.set(key, add(y.get(key) ?? complex(0, 0), value));
  };
  const at = (id: string): number => 3 * net.buses.findIndex((item) => item.id === id);
  const stampShunt = (bus: number, matrix: Matrix3): void => {
    matrix.forEach((row, f) => row.forEach((value, g) => stamp(bus + f, bus + g, value)));
  };
  const inverse = (z: Complex): Complex => divide(complex(1, 0), z) as Complex;
  const times = (value: Complex, factor: number): Complex => multiply(value, factor) as Complex;

  const openLines = net.switches.filter((item) => !item.closed).map((item) => item.lineId);
  for (const item of net.lines.filter((candidate) => !openLines.includes(candidate.id))) {
    const type = net.lineTypes.find((candidate) => candidate.id === item.lineTypeId)!;
    const km = item.lengthM / 1000;
    const series = fromSequence(
      times(inverse(complex(type.r0OhmPerKm * km, type.x0OhmPerKm * km)), item.parallel),
      times(inverse(complex(type.r1OhmPerKm * km, type.x1OhmPerKm * km)), item.parallel),
    );
    const omega = 100 * Math.PI * 1e-9 * km * item.parallel * 0.5;
    const half = fromSequence(
      complex(0, omega * type.c0NanofaradPerKm),
      complex(0, omega * type.c1NanofaradPerKm),
    );
    const [from, to] = [at(item.fromBusId), at(item.toBusId)];
    for (const end of [from, to]) stampShunt(end, half);
    for (let f = 0; f < 3; f++) {
      for (let g = 0; g < 3; g++) {
        const value = series[f]![g]!;
        stamp(from + f, from + g, value);
        stamp(to + f, to + g, value);
        stamp(from + f, to + g, times(value, -1));
        stamp(to + f, from + g, times(value, -1));
      }
    }
  }
  for (const item of net.transformers) {
    const type = net.transformerTypes.find((candidate) => candidate.id === item.transformerTypeId)!;
    const [from, to] = [at(item.fromBusId), at(item.toBusId)];
    const ohm = (type.toVoltageV * type.toVoltageV) / type.ratedSVa;
    const r = (type.loadLossW / type.ratedSVa) * ohm;
    const z = (type.shortCircuitVoltagePercent / 100) * ohm;
    const leak = inverse(complex(r, Math.sqrt(z * z - r * r)));
    // Turns: a delta coil spans the line voltage, a star coil the phase voltage.
    const turns = (type.fromVoltageV * (1 + item.tapPercent / 100)) / (type.toVoltageV / Math.sqrt(3));
    const share = magnetising === 'from' ? 1 : 0.5;
    const idle = (type.noLoadCurrentPercent / 100) * type.ratedSVa;
    const reactive = Math.sqrt(idle * idle - type.noLoadLossW * type.noLoadLossW);
    const atRated = complex(type.noLoadLossW, -reactive);
    const tapped = type.fromVoltageV * (1 + item.tapPercent / 100);
    if (magnetising === 'split') {
      // Half in positive and negative sequence; all of it in zero sequence, which the delta keeps from the MV side.
      const whole = times(atRated, 1 / (type.toVoltageV * type.toVoltageV));
      stampShunt(to, fromSequence(whole, times(whole, 0.5)));
    }
    CLOCK_COILS[type.vectorGroup]!.forEach(([plus, minus], f) => {
      // Terminal currents of the coil pair: incidence vector times leakage admittance times coil voltage.
      const incidence: [number, number][] = [
        [to + f, 1],
        [from + plus, -1 / turns],
        [from + minus, 1 / turns],
      ];
      for (const [row, a] of incidence)
        for (const [column, b] of incidence) stamp(row, column, times(leak, a * b));
      const delta = times(atRated, share / 3 / (tapped * tapped));
      const coil: [number, number][] = [
        [from + plus, 1],
        [from + minus, -1],
      ];
      for (const [row, a] of coil) for (const [column, b] of coil) stamp(row, column, times(delta, a * b));
    });
  }
  const [source] = net.sources;
  const nominal = net.buses.find((item) => item.id === source!.busId)!.nominalVoltageV;
  const zSource = (nominal * nominal) / source!.shortCircuitSVa;
  const xSource = zSource / Math.sqrt(1 + source!.rOverX * source!.rOverX);
  const ySource = inverse(complex(xSource * source!.rOverX, xSource));
  const norton: Complex[] = Array.from({ length: n }, () => complex(0, 0));
  for (let f = 0; f < 3; f++) {
    stamp(at(source!.busId) + f, at(source!.busId) + f, ySource);
    const e = multiply(ROTATION[f]!, (source!.voltagePu * nominal) / Math.sqrt(3)) as Complex;
    norton[at(source!.busId) + f] = multiply(ySource, e) as Complex;
  }
  const matrix = sparse();
  for (const [key, value] of y) {
    const [row, column] = key.split(',').map(Number);
    matrix.set([row!, column!], value);
  }
  const factors = slu(matrix, 1, 1);
  const solve = (right: Complex[]): Complex[] =>
    (
      lusolve(
        factors,
        right.map((value) => [value]),
      ) as unknown as { toArray(): Complex[][] }
    )
      .toArray()
      .map((row) => row[0]!);
  let voltage = solve(norton);
  for (let iteration = 0; iteration < 200; iteration++) {
    const right = [...norton];
    loads.busIds.forEach((id, index) => {
      for (let f = 0; f < 3; f++) {
        const k = at(id) + f;
        const drawn = conj(divide(loads.sVa[index]![f]!, voltage[k]!) as Complex) as Complex;
        right[k] = subtract(right[k]!, drawn) as Complex;
      }
    });
    const next = solve(right);
    const change = Math.max(
      ...next.map((value, k) => {
        const d = subtract(value, voltage[k]!) as Complex;
        return Math.sqrt(d.re * d.re + d.im * d.im);
      }),
    );
    voltage = next;
    if (change < 1e-11 * nominal) break;
  }
  return net.buses.map((item) => voltage.slice(at(item.id), at(item.id) + 3));
}
