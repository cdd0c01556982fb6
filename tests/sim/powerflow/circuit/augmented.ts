import { add, complex, type Complex, conj, divide, multiply, subtract } from 'mathjs';

/**
 * Reference for small circuits, written from Kirchhoff's laws alone and without a look at the project's admittances: an
 * augmented nodal system whose unknowns are the node voltages and the currents of impedances, ideal coils and voltage
 * sources. Nodes are named by text, `earth` is the reference. Gauss elimination with row exchange.
 */
export const EARTH = 'earth';

export interface Coil {
  readonly plus: string;
  readonly minus: string;
  /** Turns, or the voltage they stand for. */
  readonly turns: number;
}

export interface PowerLoad {
  readonly plus: string;
  readonly minus: string;
  readonly sVa: Complex;
}

type Row = Map<number, Complex>;

const ZERO = complex(0, 0);

export class Augmented {
  private readonly nodes = new Map<string, number>();
  private readonly rows: Row[] = [];
  private readonly right: Complex[] = [];

  private node(name: string): number {
    if (name === EARTH) return -1;
    let at = this.nodes.get(name);
    if (at === undefined) {
      at = this.unknown();
      this.nodes.set(name, at);
    }
    return at;
  }

  private unknown(): number {
    this.rows.push(new Map());
    this.right.push(ZERO);
    return this.rows.length - 1;
  }

  private put(row: number, column: number, value: Complex): void {
    if (row < 0 || column < 0) return;
    this.rows[row]!.set(column, add(this.rows[row]!.get(column) ?? ZERO, value));
  }

  /** A current unknown that leaves `plus` and enters `minus`. */
  private currentBetween(plus: string, minus: string): number {
    const current = this.unknown();
    this.put(this.node(plus), current, complex(1, 0));
    this.put(this.node(minus), current, complex(-1, 0));
    return current;
  }

  admittance(a: string, b: string, y: Complex): void {
    for (const [row, other] of [
      [a, b],
      [b, a],
    ] as const) {
      this.put(this.node(row), this.node(row), y);
      this.put(this.node(row), this.node(other), multiply(y, -1) as Complex);
    }
  }

  /** Coupled branches from[k] - to[k]: V_from - V_to = Z I. */
  impedance(from: readonly string[], to: readonly string[], z: readonly (readonly Complex[])[]): void {
    const currents = from.map((name, k) => this.currentBetween(name, to[k]!));
    currents.forEach((row, k) => {
      this.put(row, this.node(from[k]!), complex(1, 0));
      this.put(row, this.node(to[k]!), complex(-1, 0));
      currents.forEach((column, m) => this.put(row, column, multiply(z[k]![m]!, -1) as Complex));
    });
  }

  /** Coils on one core: equal volts per turn, ampere-turns sum to zero. */
  core(coils: readonly Coil[]): void {
    const currents = coils.map(({ plus, minus }) => this.currentBetween(plus, minus));
    const [first, ...others] = coils;
    others.forEach((coil, k) => {
      const row = currents[k + 1]!;
      for (const [{ plus, minus, turns }, sign] of [
        [first!, 1],
        [coil, -1],
      ] as const) {
        this.put(row, this.node(plus), complex(sign / turns, 0));
        this.put(row, this.node(minus), complex(-sign / turns, 0));
      }
    });
    coils.forEach((coil, k) => this.put(currents[0]!, currents[k]!, complex(coil.turns / first!.turns, 0)));
  }

  /** Ideal voltage source; returns the unknown of the current that it takes out of `plus`. */
  voltage(plus: string, minus: string, volts: Complex): number {
    const row = this.currentBetween(plus, minus);
    this.put(row, this.node(plus), complex(1, 0));
    this.put(row, this.node(minus), complex(-1, 0));
    this.right[row] = volts;
    return row;
  }

  private solved(...rights: readonly (readonly Complex[])[]): Complex[][] {
    const width = this.rows.length;
    const dense = this.rows.map((row, at) => [
      ...Array.from({ length: width }, (_, column) => row.get(column) ?? ZERO),
      ...rights.map((right) => right[at]!),
    ]);
    eliminate(dense);
    return rights.map((_, k) => dense.map((row) => row[width + k]!));
  }

  /** Volts of every node, with constant powers drawn until nothing moves. */
  voltages(loads: readonly PowerLoad[] = []): (name: string) => Complex {
    let x = this.solved(this.right)[0]!;
    const at = (name: string): Complex => (name === EARTH ? ZERO : x[this.nodes.get(name)!]!);
    for (let iteration = 0; loads.length > 0 && iteration < 200; iteration++) {
      const right = [...this.right];
      for (const { plus, minus, sVa } of loads) {
        const drawn = conj(divide(sVa, subtract(at(plus), at(minus))) as Complex) as Complex;
        for (const [name, sign] of [
          [plus, -1],
          [minus, 1],
        ] as const) {
          const row = this.node(name);
          if (row >= 0) right[row] = add(right[row]!, multiply(drawn, sign) as Complex);
        }
      }
      const next = this.solved(right)[0]!;
      const change = Math.max(...next.map((value, k) => size(subtract(value, x[k]!) as Complex)));
      x = next;
      if (change < 1e-12 * Math.max(...x.map(size))) break;
    }
    return at;
  }

  /** Admittance matrix seen from these nodes: each driven with one volt in turn, the others with none. */
  admittanceFrom(terminals: readonly string[]): Complex[][] {
    const currents = terminals.map((name) => this.voltage(name, EARTH, ZERO));
    const columns = this.solved(
      ...currents.map((driven) => this.right.map((_, row) => complex(row === driven ? 1 : 0, 0))),
    ).map((x) => currents.map((row) => multiply(x[row]!, -1) as Complex));
    return terminals.map((_, row) => columns.map((column) => column[row]!));
  }
}

/** Gauss-Jordan with row exchange on [A | b ..], rows brought to a largest entry of one before. */
function eliminate(rows: Complex[][]): void {
  const count = rows.length;
  for (const row of rows) {
    const largest = Math.max(...row.slice(0, count).map(size));
    row.forEach((value, k) => (row[k] = complex(value.re / largest, value.im / largest)));
  }
  for (let column = 0; column < count; column++) {
    let pivot = column;
    for (let row = column + 1; row < count; row++) {
      if (size(rows[row]![column]!) > size(rows[pivot]![column]!)) pivot = row;
    }
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    const top = rows[column]!;
    const own = top[column]!;
    if (size(own) < 1e-13) throw new Error('The reference system is singular.');
    for (let k = column; k < top.length; k++) top[k] = divide(top[k]!, own) as Complex;
    for (let row = 0; row < count; row++) {
      const factor = rows[row]![column]!;
      if (row === column || size(factor) === 0) continue;
      for (let k = column; k < top.length; k++) {
        if (size(top[k]!) > 0) rows[row]![k] = subtract(rows[row]![k]!, multiply(factor, top[k]!)) as Complex;
      }
    }
  }
}

export function size(value: Complex): number {
  return Math.sqrt(value.re * value.re + value.im * value.im);
}

/** Rows of a real pair of matrices as complex numbers. */
export function complexRows(re: readonly number[], im: readonly number[]): Complex[][] {
  const order = Math.sqrt(re.length);
  return Array.from({ length: order }, (_, row) =>
    Array.from({ length: order }, (__, column) => {
      return complex(re[order * row + column]!, im[order * row + column]!);
    }),
  );
}
