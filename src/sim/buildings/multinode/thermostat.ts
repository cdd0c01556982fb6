/** Heating or cooling of every zone. */
export interface Plants {
  /** [zone] W; Infinity = unlimited, 0 = none. */
  readonly heatingCapacityW: Float64Array;
  readonly coolingCapacityW: Float64Array;
  /** [zone] share that goes to the air. */
  readonly heatingConvectiveShare: Float64Array;
  readonly coolingConvectiveShare: Float64Array;
}

export const FREE = 0;
const HOLD_HEATING = 1;
const HOLD_COOLING = -1;
const FULL_HEATING = 2;
const FULL_COOLING = -2;

/** Set-points are held to this; below it no plant starts. */
const SLACK_K = 1e-9;
const SLACK_W = 1e-9;

/** Zones' balance as the thermostat sees it. */
export interface AirResponse {
  readonly zoneCount: number;
  /** Air temperatures without any plant. */
  readonly freeDegC: Float64Array;
  /** [zone][plant's zone], K/W, for heating and for cooling. */
  readonly heatingKPerW: Float64Array;
  readonly coolingKPerW: Float64Array;
}

/**
 * Power of every plant (W, heating positive) so that no zone is colder than its heating or warmer than its cooling
 * set-point beyond what capacities allow: an active set that changes by what is violated; every pass solves the zones that
 * hold a set-point as one linear system. README eq. 14. False where it did not settle within its bound.
 */
export function settlePlants(
  response: AirResponse,
  heatingDegC: Float64Array,
  coolingDegC: Float64Array,
  plants: Plants,
  mode: Int8Array,
  powerW: Float64Array,
): boolean {
  const { zoneCount } = response;
  for (let pass = 0; pass < 4 + 6 * zoneCount; pass += 1) {
    for (let z = 0; z < zoneCount; z += 1) {
      if (mode[z]! > 0 && !(heatingDegC[z]! === heatingDegC[z]!)) mode[z] = FREE;
      if (mode[z]! < 0 && !(coolingDegC[z]! === coolingDegC[z]!)) mode[z] = FREE;
    }
    holdSetpoints(response, heatingDegC, coolingDegC, plants, mode, powerW);
    if (!changeModes(response, heatingDegC, coolingDegC, plants, mode, powerW)) return true;
  }
  return false;
}

/** Air temperature of a zone with the powers as they are. */
export function airWith(
  { zoneCount, freeDegC, heatingKPerW, coolingKPerW }: AirResponse,
  powerW: Float64Array,
  zone: number,
): number {
  let temp = freeDegC[zone]!;
  for (let from = 0; from < zoneCount; from += 1) {
    const power = powerW[from]!;
    temp += power * (power >= 0 ? heatingKPerW : coolingKPerW)[zone * zoneCount + from]!;
  }
  return temp;
}

function holdSetpoints(
  response: AirResponse,
  heatingDegC: Float64Array,
  coolingDegC: Float64Array,
  plants: Plants,
  mode: Int8Array,
  powerW: Float64Array,
): void {
  const { zoneCount } = response;
  const held: number[] = [];
  for (let z = 0; z < zoneCount; z += 1) {
    const m = mode[z]!;
    powerW[z] =
      m === FULL_HEATING
        ? plants.heatingCapacityW[z]!
        : m === FULL_COOLING
          ? -plants.coolingCapacityW[z]!
          : 0;
    if (m === HOLD_HEATING || m === HOLD_COOLING) held.push(z);
  }
  if (held.length === 0) return;
  const wanted = held.map(
    (z) => (mode[z]! > 0 ? heatingDegC : coolingDegC)[z]! - airWith(response, powerW, z),
  );
  const matrix = held.map((row) =>
    held.map((column) => {
      const table = mode[column]! > 0 ? response.heatingKPerW : response.coolingKPerW;
      return table[row * zoneCount + column]!;
    }),
  );
  solveSmall(matrix, wanted);
  held.forEach((z, k) => (powerW[z] = wanted[k]!));
}

function changeModes(
  response: AirResponse,
  heatingDegC: Float64Array,
  coolingDegC: Float64Array,
  plants: Plants,
  mode: Int8Array,
  powerW: Float64Array,
): boolean {
  let changed = false;
  for (let z = 0; z < response.zoneCount; z += 1) {
    const next = nextMode(response, heatingDegC[z]!, coolingDegC[z]!, plants, mode[z]!, powerW, z);
    changed ||= next !== mode[z];
    mode[z] = next;
  }
  return changed;
}

function nextMode(
  response: AirResponse,
  heatingDegC: number,
  coolingDegC: number,
  plants: Plants,
  mode: number,
  powerW: Float64Array,
  z: number,
): number {
  const power = powerW[z]!;
  switch (mode) {
    case HOLD_HEATING:
      if (power < -SLACK_W) return FREE;
      return power > plants.heatingCapacityW[z]! + SLACK_W ? FULL_HEATING : mode;
    case HOLD_COOLING:
      if (power > SLACK_W) return FREE;
      return -power > plants.coolingCapacityW[z]! + SLACK_W ? FULL_COOLING : mode;
    case FULL_HEATING:
      return airWith(response, powerW, z) > heatingDegC + SLACK_K ? HOLD_HEATING : mode;
    case FULL_COOLING:
      return airWith(response, powerW, z) < coolingDegC - SLACK_K ? HOLD_COOLING : mode;
    default: {
      const air = airWith(response, powerW, z);
      // A comparison with NaN, a set-point that is off, is false.
      if (air < heatingDegC - SLACK_K && plants.heatingCapacityW[z]! > 0) return HOLD_HEATING;
      if (air > coolingDegC + SLACK_K && plants.coolingCapacityW[z]! > 0) return HOLD_COOLING;
      return FREE;
    }
  }
}

/** Gauss with row pivots, in place; the solution stands in `rhs`. A few unknowns at most. */
export function solveSmall(matrix: number[][], rhs: number[]): void {
  const n = rhs.length;
  for (let column = 0; column < n; column += 1) {
    let best = column;
    for (let row = column + 1; row < n; row += 1) {
      if (Math.abs(matrix[row]![column]!) > Math.abs(matrix[best]![column]!)) best = row;
    }
    [matrix[column], matrix[best]] = [matrix[best]!, matrix[column]!];
    [rhs[column], rhs[best]] = [rhs[best]!, rhs[column]!];
    for (let row = column + 1; row < n; row += 1) {
      const factor = matrix[row]![column]! / matrix[column]![column]!;
      for (let k = column; k < n; k += 1) matrix[row]![k]! -= factor * matrix[column]![k]!;
      rhs[row]! -= factor * rhs[column]!;
    }
  }
  for (let row = n - 1; row >= 0; row -= 1) {
    for (let k = row + 1; k < n; k += 1) rhs[row]! -= matrix[row]![k]! * rhs[k]!;
    rhs[row]! /= matrix[row]![row]!;
  }
}
