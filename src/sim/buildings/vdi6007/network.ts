/** One wall element: all walls of a kind, lumped into one capacity behind one resistance. */
export interface WallElement {
  /** Inner surface. */
  readonly areaM2: number;
  /** Convection between the inner surface and the air of the room. */
  readonly convectionWPerM2K: number;
  /** Between the inner surface and the capacity: R_1 of VDI 6007-1. */
  readonly resistanceKPerW: number;
  readonly heatCapacityJPerK: number;
}

/**
 * A room of two wall elements after VDI 6007-1: walls to outside and walls to rooms of the same temperature. README
 * eq. 1 to 6.
 */
export interface TwoElementZone {
  readonly exterior: WallElement & {
    /** Between the capacity and the outside air, films included. */
    readonly outerResistanceKPerW: number;
  };
  readonly interior: WallElement;
  /** Panes without a capacity; no window has the area 0. */
  readonly window: {
    readonly areaM2: number;
    readonly convectionWPerM2K: number;
    /** Between the inner surface and the outside air, outer film included. */
    readonly resistanceKPerW: number;
  };
  /** Linearised radiation between two inner surfaces, by the area of the smaller one. */
  readonly radiationWPerM2K: number;
}

/** Rows of the inputs of a step. Powers are positive into the room. */
export const INPUT = {
  outsideDegC: 0,
  windowOutsideDegC: 1,
  supplyAirDegC: 2,
  airW: 3,
  exteriorSurfaceW: 4,
  interiorSurfaceW: 5,
  windowSurfaceW: 6,
} as const;
export const INPUT_COUNT = 7;

/** Rows of the temperatures of a step that have no capacity. */
export const TEMPERATURE = { airDegC: 0, exteriorDegC: 1, interiorDegC: 2, windowDegC: 3 } as const;
export const TEMPERATURE_COUNT = 4;

/** Columns of the coefficients: both capacities, then the inputs. */
export const COLUMN_COUNT = 2 + INPUT_COUNT;

/** Temperatures and rates of change as linear forms of the capacities' temperatures and the inputs, row-major. */
export interface LinearRoom {
  /** [temperature][column], K per K or K/W. */
  readonly temperatures: Float64Array;
  /** [capacity: exterior, interior][column], 1/s or K/J. */
  readonly rates: Float64Array;
}

/** Gauss elimination with the diagonal as pivot (the matrix is diagonally dominant); `rhs` becomes the solution. */
function solveInPlace(matrix: Float64Array, rhs: Float64Array, n: number, columns: number): void {
  for (let pivot = 0; pivot < n; pivot += 1) {
    const diagonal = matrix[pivot * n + pivot]!;
    for (let row = 0; row < n; row += 1) {
      if (row === pivot) continue;
      const factor = matrix[row * n + pivot]! / diagonal;
      if (factor === 0) continue;
      for (let column = pivot; column < n; column += 1)
        matrix[row * n + column]! -= factor * matrix[pivot * n + column]!;
      for (let column = 0; column < columns; column += 1)
        rhs[row * columns + column]! -= factor * rhs[pivot * columns + column]!;
    }
  }
  for (let row = 0; row < n; row += 1)
    for (let column = 0; column < columns; column += 1)
      rhs[row * columns + column]! /= matrix[row * n + row]!;
}

/**
 * The room's balance with the massless temperatures eliminated. `ventilationWPerK` is the air's mass flow times c_p.
 * README eq. 1 to 6.
 */
export function linearRoom(zone: TwoElementZone, ventilationWPerK: number): LinearRoom {
  const { exterior, interior, window, radiationWPerM2K } = zone;
  const n = TEMPERATURE_COUNT;
  const balance = new Float64Array(n * n);
  const temperatures = new Float64Array(n * COLUMN_COUNT);
  const { airDegC, exteriorDegC, interiorDegC, windowDegC } = TEMPERATURE;
  const couple = (a: number, b: number, conductance: number): void => {
    balance[a * n + a]! += conductance;
    balance[b * n + b]! += conductance;
    balance[a * n + b]! -= conductance;
    balance[b * n + a]! -= conductance;
  };
  const feed = (node: number, column: number, conductance: number): void => {
    balance[node * n + node]! += conductance;
    temperatures[node * COLUMN_COUNT + column]! += conductance;
  };
  const radiate = (a: number, areaA: number, b: number, areaB: number): void =>
    couple(a, b, radiationWPerM2K * Math.min(areaA, areaB));

  couple(airDegC, exteriorDegC, exterior.areaM2 * exterior.convectionWPerM2K);
  couple(airDegC, interiorDegC, interior.areaM2 * interior.convectionWPerM2K);
  radiate(exteriorDegC, exterior.areaM2, interiorDegC, interior.areaM2);
  feed(exteriorDegC, 0, 1 / exterior.resistanceKPerW);
  feed(interiorDegC, 1, 1 / interior.resistanceKPerW);
  feed(airDegC, 2 + INPUT.supplyAirDegC, ventilationWPerK);
  if (window.areaM2 > 0) {
    couple(airDegC, windowDegC, window.areaM2 * window.convectionWPerM2K);
    radiate(exteriorDegC, exterior.areaM2, windowDegC, window.areaM2);
    radiate(interiorDegC, interior.areaM2, windowDegC, window.areaM2);
    feed(windowDegC, 2 + INPUT.windowOutsideDegC, 1 / window.resistanceKPerW);
  } else {
    // A pane without area takes no heat; its temperature is the air's, so that nobody reads a NaN.
    balance[windowDegC * n + windowDegC] = 1;
    balance[windowDegC * n + airDegC] = -1;
  }
  const heated = [
    [airDegC, INPUT.airW],
    [exteriorDegC, INPUT.exteriorSurfaceW],
    [interiorDegC, INPUT.interiorSurfaceW],
    [windowDegC, INPUT.windowSurfaceW],
  ] as const;
  for (const [node, input] of heated)
    if (node !== windowDegC || window.areaM2 > 0) temperatures[node * COLUMN_COUNT + 2 + input] = 1;
  solveInPlace(balance, temperatures, n, COLUMN_COUNT);
  return { temperatures, rates: rates(zone, temperatures) };
}

function rates({ exterior, interior }: TwoElementZone, temperatures: Float64Array): Float64Array {
  const rows = new Float64Array(2 * COLUMN_COUNT);
  const inward = 1 / (exterior.resistanceKPerW * exterior.heatCapacityJPerK);
  const outward = 1 / (exterior.outerResistanceKPerW * exterior.heatCapacityJPerK);
  const across = 1 / (interior.resistanceKPerW * interior.heatCapacityJPerK);
  for (let column = 0; column < COLUMN_COUNT; column += 1) {
    rows[column] = inward * temperatures[TEMPERATURE.exteriorDegC * COLUMN_COUNT + column]!;
    rows[COLUMN_COUNT + column] = across * temperatures[TEMPERATURE.interiorDegC * COLUMN_COUNT + column]!;
  }
  rows[0]! -= inward + outward;
  rows[2 + INPUT.outsideDegC]! += outward;
  rows[COLUMN_COUNT + 1]! -= across;
  return rows;
}
