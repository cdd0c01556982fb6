import { describe, expect, it } from 'vitest';
import { LoadsStore } from '../../src/engine/loadsStore';

/**
 * What is kept, and what goes when room is short. The cheapest wrong program forgets what was not used longest: a district
 * larger than the store would then never find anything again.
 */
const PARTS = 4;
const STEPS = 40;
/** Of 100 bytes a part. */
const part = (fill: number, length = 100): Uint8Array => new Uint8Array(length).fill(fill);
const FIXED = 400 + 8 * PARTS;
const ENTRY = PARTS * 100 + FIXED;

const keysOf = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, i) => `key ${from + i}`);

/** Part by part over all keys, as a year goes; gives how many keys were found whole. */
function run(store: LoadsStore, keys: readonly string[], length = 100): number {
  const number = store.begin(keys);
  const found = new Map(keys.map((key) => [key, true]));
  for (let at = 0; at < PARTS; at += 1)
    for (const [i, key] of keys.entries()) {
      const present = store.part(key, at);
      if (present !== undefined) {
        expect(present).toEqual(part(i % 250, length));
        continue;
      }
      found.set(key, false);
      if (at === 0) store.admit(key, STEPS, number);
      store.put(key, at, part(i % 250, length));
      expect(store.bytes).toBeLessThanOrEqual(store.maxBytes);
    }
  return [...found.values()].filter(Boolean).length;
}

describe('the store of loads', () => {
  it('finds in a second run all that the first one left, and no more', () => {
    const store = new LoadsStore(100 * ENTRY, PARTS);
    expect(run(store, keysOf(0, 50))).toBe(0);
    expect(run(store, keysOf(0, 50))).toBe(50);
    expect(store.part('key 7', 2)).toEqual(part(7));
    expect(store.part('key 51', 0)).toBeUndefined();
    expect([store.size, store.bytes]).toEqual([50, 50 * ENTRY]);
  });

  it('finds what fits, run after run, where a district is larger than the store', () => {
    const store = new LoadsStore(60 * ENTRY, PARTS);
    run(store, keysOf(0, 100));
    for (let round = 0; round < 3; round += 1) expect(run(store, keysOf(0, 100))).toBeGreaterThanOrEqual(59);
  });

  it('makes room among what the newest run does not need, the oldest first, and never among what it needs', () => {
    const store = new LoadsStore(60 * ENTRY, PARTS);
    run(store, keysOf(0, 30));
    run(store, keysOf(30, 60));
    // Ten of the newest are edited: the ten that come for them take the room of the first run's.
    const edited = [...keysOf(30, 50), ...keysOf(100, 110)];
    const newest = store.begin(edited);
    for (const key of keysOf(100, 110)) expect(store.admit(key, STEPS, newest)).toBe(true);
    expect(keysOf(30, 60).filter((key) => store.holds(key))).toHaveLength(30);
    expect(keysOf(0, 30).filter((key) => store.holds(key))).toHaveLength(20);
    // A whole new district: everything else goes, and then no more comes in.
    expect(keysOf(200, 300).filter((key) => store.admit(key, STEPS, newest))).toHaveLength(30);
    for (const key of edited) expect(store.holds(key)).toBe(true);
    expect(store.bytes).toBeLessThanOrEqual(60 * ENTRY);
  });

  it('counts what an older run still brings as the older run’s: it makes room for the newest, not the other way', () => {
    const store = new LoadsStore(60 * ENTRY, PARTS);
    const older = store.begin(keysOf(0, 50));
    const newest = store.begin(keysOf(100, 160));
    const admitted = (keys: readonly string[], number: number): number =>
      keys.filter((key) => store.admit(key, STEPS, number)).length;
    expect(admitted(keysOf(100, 120), newest)).toBe(20);
    // Forty fit, and no more: the older run takes no room from the newest, nor from its own.
    expect(admitted(keysOf(0, 50), older)).toBe(40);
    expect(keysOf(0, 40).every((key) => store.holds(key))).toBe(true);
    // One of them turns out to be needed by the newest too.
    expect(admitted(['key 0'], newest)).toBe(1);
    expect(admitted(keysOf(120, 160), newest)).toBe(39);
    expect(keysOf(0, 50).filter((key) => store.holds(key))).toEqual(['key 0']);
    expect(keysOf(100, 159).every((key) => store.holds(key))).toBe(true);
    expect([store.size, store.bytes]).toEqual([60, 60 * ENTRY]);
  });

  it('lets a key go whole when a part finds no room any more, and keeps to its bytes', () => {
    const store = new LoadsStore(10 * ENTRY, PARTS);
    // Three times what is reckoned with.
    run(store, keysOf(0, 10), 300);
    expect(store.bytes).toBeLessThanOrEqual(10 * ENTRY);
    expect(store.size).toBeGreaterThan(1);
    expect(run(store, keysOf(0, 10), 300)).toBe(store.size);
  });

  it('keeps no part of a key that is not in, and the first of two', () => {
    const store = new LoadsStore(10 * ENTRY, PARTS);
    store.put('key 1', 0, part(1));
    expect(store.part('key 1', 0)).toBeUndefined();
    store.admit('key 1', STEPS, 0);
    store.put('key 1', 0, part(1));
    store.put('key 1', 0, part(2));
    expect(store.part('key 1', 0)).toEqual(part(1));
    expect(new LoadsStore(0, PARTS).admit('key 1', STEPS, 0)).toBe(false);
  });
});
