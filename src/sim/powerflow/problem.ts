/**
 * What the solvers solve (README, 1): a circuit as blocks of three nodes in per unit. Voltage base = phase-to-earth base of the bus,
 * power base = 1 VA per phase, so per-unit current times per-unit voltage is watts. A bus with more than three nodes
 * takes several blocks. A slot without a node ("absent") has no injection and its voltage means nothing.
 *
 *   Y v + i(v) = j,   Y complex symmetric: sum of series branches, couplings and earth blocks.
 *
 * 3 x 3 complex blocks stand row by row, [3][3][re, im], 18 numbers.
 */
export interface FlowProblem {
  readonly blockCount: number;
  /** [block][slot]: 1 where there is a node. */
  readonly present: Uint8Array;

  /** Pure series branches: +y on both diagonals, -y between; row sums vanish exactly. y is symmetric. */
  readonly seriesFrom: Int32Array;
  readonly seriesTo: Int32Array;
  /** [branch][18] */
  readonly series: Float64Array;
  /** Any other off-diagonal block Y_ft (Y_tf is its transpose): windings, mutual parts, unequal bases. */
  readonly couplingFrom: Int32Array;
  readonly couplingTo: Int32Array;
  /** [coupling][18] */
  readonly coupling: Float64Array;
  /** [block][18]: what `coupling` elements put on the diagonal, source admittances, windings to earth. Symmetric but for
   *  sources with Z2 unlike Z1 (`factor/skew.ts`). */
  readonly earth: Float64Array;
  /** [block][18]: small shunts (line charging, constant impedance loads, capacitors); may be taken as injections. */
  readonly shunt: Float64Array;
  /** [block][3][re, im]: Norton currents j of the sources. */
  readonly sourceCurrent: Float64Array;

  readonly injections: InjectionTable;
}

/**
 * Voltage-dependent injections, one row each between two nodes of one bus (node = 3 * block + slot; -1 = earth):
 * current i flows out of `plus` into the element and back into `minus`. Powers come per step, everything else here.
 *
 * With v = |V_plus - V_minus| in per unit of the base and u = v / ratedVoltagePu, inside [minPu, maxPu] of u the row draws
 * p * (zP u^2 + iP u + pP) + j q * (zQ u^2 + iQ u + pQ), outside what continues it (scalar/injectionLaw.ts).
 */
export interface InjectionTable {
  readonly count: number;
  readonly plus: Int32Array;
  readonly minus: Int32Array;
  readonly ratedVoltagePu: Float64Array;
  /** [row][zP, iP, pP, zQ, iQ, pQ] */
  readonly zip: Float64Array;
  /** [row][min, max, low] in per unit of the row's rated voltage. 0, Infinity, 0 = no limits. */
  readonly limits: Float64Array;
  /** [row] one of `OUTSIDE_LAWS` by index: how the row goes on outside its limits. Absent: all 0. */
  readonly outside?: Uint8Array;
  /** [row][p, q]: inside the limits p u^a and q u^b instead of the polynomial (OpenDSS model 4). NaN or absent: `zip`. */
  readonly exponents?: Float64Array;
  /** [row] voltage below which the row is cut off smoothly, per unit of its rated voltage. 0 or absent: never. */
  readonly cutOffPu?: Float64Array;
}

/**
 * 0 component: each part of the polynomial by its own continuation (OpenDSS load models 1, 2, 5, 8).
 * 1 power: all of it as constant power is continued (models 3, 4).
 * 2 admittance: constant admittance drawing p and q at the limit (generators, photovoltaic systems).
 * 3 fixedReactive: p as in 2, q as a constant admittance at rated voltage (models 6, 7).
 */
export const OUTSIDE_LAWS = ['component', 'power', 'admittance', 'fixedReactive'] as const;
