/** A sum to be spread over slots of limited size so that what stands there already ends up as level as it can. */
export interface Vessel {
  /** What stands in each slot already, any sign. */
  readonly standing: Float64Array;
  /** Largest addition to each slot; zero closes it. */
  readonly room: Float64Array;
}

/**
 * Fills `amount` into a vessel: added_i = min(max(level - standing_i, 0), room_i), the level such that the additions make
 * up the amount. Of all ways to add it, this one has the least peak and the least sum of squares. Writes the additions
 * and returns the level; Infinity where the amount does not fit, and every slot is then full. devicesWithState.md, eq. 8.
 */
export function waterFill(vessel: Vessel, amount: number, added: Float64Array): number {
  const { standing, room } = vessel;
  added.fill(0);
  if (!(amount > 0)) return -Infinity;
  let all = 0;
  for (let i = 0; i < room.length; i += 1) all += room[i]!;
  if (amount >= all) {
    added.set(room);
    return Infinity;
  }
  const level = levelOf(standing, room, amount);
  let left = amount;
  for (let i = 0; i < room.length; i += 1) {
    added[i] = Math.min(Math.max(level - standing[i]!, 0), room[i]!);
    left -= added[i]!;
  }
  // Rounding of the level against what stands: a few units of the last place, put below the level where there is room.
  left = settle(left, vessel, level, added);
  settle(left, vessel, Infinity, added);
  return level;
}

/** Puts what is left (or takes what is too much) into slots that stand below a level; returns what remains. */
function settle(left: number, { standing, room }: Vessel, level: number, added: Float64Array): number {
  let remaining = left;
  for (let i = 0; i < room.length && remaining !== 0; i += 1) {
    if (standing[i]! > level) continue;
    const next = Math.min(Math.max(added[i]! + remaining, 0), room[i]!);
    remaining -= next - added[i]!;
    added[i] = next;
  }
  return remaining;
}

/** The level between two neighbouring edges of slots, on which the sum is a straight line. */
function levelOf(standing: Float64Array, room: Float64Array, amount: number): number {
  const edges = new Float64Array(2 * room.length);
  let count = 0;
  for (let i = 0; i < room.length; i += 1) {
    if (room[i]! > 0) {
      edges[count] = standing[i]!;
      edges[count + 1] = standing[i]! + room[i]!;
      count += 2;
    }
  }
  const sorted = edges.subarray(0, count).sort();
  let below = 0;
  let above = count - 1;
  while (above - below > 1) {
    const middle = (below + above) >> 1;
    if (sumAt(standing, room, sorted[middle]!) <= amount) below = middle;
    else above = middle;
  }
  const from = sorted[below]!;
  const to = sorted[above]!;
  let rising = 0;
  for (let i = 0; i < room.length; i += 1) {
    if (standing[i]! <= from && standing[i]! + room[i]! > from) rising += 1;
  }
  const missing = amount - sumAt(standing, room, from);
  return rising > 0 ? Math.min(from + Math.max(missing, 0) / rising, to) : to;
}

function sumAt(standing: Float64Array, room: Float64Array, level: number): number {
  let sum = 0;
  for (let i = 0; i < room.length; i += 1) {
    if (room[i]! > 0) sum += Math.min(Math.max(level - standing[i]!, 0), room[i]!);
  }
  return sum;
}
