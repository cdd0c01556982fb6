/** Numbers of a row that belong to the zone: its modes (multi-node) or its mass temperature (lumped), zeros behind. */
export const ZONE_STATE_NUMBERS = 32;
/** Where a row has its hot-water tank: temperature in degC, then 1 while it is being charged. Zeros without a tank. */
export const TANK_STATE_AT = ZONE_STATE_NUMBERS;
/**
 * Zone and tank together. In a row whose cars plan nights they are those of the last noon, from which the plan's other load
 * is found again (sim/buildings README eq. 29).
 */
export const ROOM_STATE_NUMBERS = TANK_STATE_AT + 2;

/** What a battery keeps, in this order from BATTERY_STATE_AT on; see `BatteryState`. Zeros without one. */
export const BATTERY_STATE = [
  'storedJ',
  'capacityJ',
  'ageDays',
  'day',
  'storedSumJ',
  'stepsOfDay',
  'movedJ',
] as const;
export const BATTERY_STATE_AT = ROOM_STATE_NUMBERS;

/**
 * Numbers that a building keeps from one stretch of the year to the next. One stride for all, so that a row is found
 * without knowing the others.
 */
export const BUILDING_STATE_NUMBERS = BATTERY_STATE_AT + BATTERY_STATE.length;

/**
 * A year keeps the buildings' states at the start of every fourth chunk, 14 of 53: 14 x 41 numbers a building, 2.5 MB for
 * 536 buildings. A chunk between is found by running the ones before it again.
 */
export const STATE_EVERY_CHUNKS = 4;

/** The chunk at or before `chunk` whose states are kept. */
export function stateChunkOf(chunk: number): number {
  return chunk - (chunk % STATE_EVERY_CHUNKS);
}
