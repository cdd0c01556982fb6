/**
 * A linear thermal network of one zone with constant coefficients, W per K and W per unit of input:
 *
 *   C_i dT_i/dt = sum_j K_ij (T_j - T_i) - L_i T_i + sum_m B_im u_m
 *
 * `capacityJPerK[i]` may be 0 (surfaces, mean radiant node): such nodes are balances without storage. K is symmetric with
 * a zero diagonal. L_i sums the conductances to boundary temperatures, whose temperatures are inputs: a conductance h to
 * outdoor air stands in `lossWPerK[i]` and as h in the column of the outdoor temperature. Input powers (sun, gains, heating)
 * have columns that are shares of a watt.
 */
export interface ZoneNetwork {
  readonly nodeCount: number;
  readonly inputCount: number;
  /** Row of the air node. */
  readonly airNode: number;
  readonly capacityJPerK: Float64Array;
  /** nodeCount x nodeCount, row-major. */
  readonly conductanceWPerK: Float64Array;
  readonly lossWPerK: Float64Array;
  /** nodeCount x inputCount, row-major. */
  readonly input: Float64Array;
}
