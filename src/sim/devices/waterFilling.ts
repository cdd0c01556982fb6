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

/** Steps to the level: a handful where slots are few, halving bounds them. */
const STEPS = 200;
const CLOSE = 1e-14;

/**
 * The level at which the sum, piecewise linear and never falling, is the amount: Newton's step from a level on its line,
 * halving where the line is flat or leads out of what is known to hold the level.
 */
function levelOf(standing: Float64Array, room: Float64Array, amount: number): number {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < room.length; i += 1) {
    if (!(room[i]! > 0)) continue;
    low = Math.min(low, standing[i]!);
    high = Math.max(high, standing[i]! + room[i]!);
  }
  let level = low + (high - low) / 2;
  for (let step = 0; step < STEPS; step += 1) {
    // What the level adds up to, and how many slots rise with it.
    let sum = 0;
    let rising = 0;
    for (let i = 0; i < room.length; i += 1) {
      const above = level - standing[i]!;
      if (!(above > 0)) continue;
      if (above < room[i]!) {
        sum += above;
        rising += 1;
      } else {
        sum += room[i]!;
      }
    }
    const missing = amount - sum;
    if (Math.abs(missing) <= CLOSE * amount) break;
    if (missing > 0) low = level;
    else high = level;
    const onLine = rising > 0 ? level + missing / rising : NaN;
    const next = onLine > low && onLine < high ? onLine : low + (high - low) / 2;
    if (next === level) break;
    level = next;
  }
  return level;
}
