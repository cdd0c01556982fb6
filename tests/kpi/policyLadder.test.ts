import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/model/outcome';
import {
  append,
  assessYear,
  cityLevel,
  continues,
  decide,
  HOUSEHOLD_UPGRADE_TARGETS,
  levelOf,
  startPolicy,
  type Policy,
  type PolicyState,
  type PolicyYear,
} from '../../src/kpi/policyLadder';

const UPGRADES: Policy = {
  id: 'upgrades',
  kpiId: 'householdUpgrades',
  direction: 'higher',
  targets: HOUSEHOLD_UPGRADE_TARGETS,
  triggers: [{ id: 'ev', label: 'Electric vehicles', above: 30 }],
};
const made = <Value>(outcome: Outcome<Value>): Value => {
  if (!outcome.ok) throw new Error(outcome.issues[0]!.message);
  return outcome.value;
};
const start = (policy = UPGRADES): PolicyState => made(startPolicy(policy));
const run = (years: readonly PolicyYear[], from = start()): PolicyState =>
  years.reduce((state, year) => made(assessYear(state, year)), from);
const values = (...list: number[]): PolicyYear[] => list.map((value, i) => ({ year: 2026 + i, value }));

describe('the ladder', () => {
  it('gives levels 1 to 5 at 0/30/40/60/80 of the household row', () => {
    expect([0, 29.9, 30, 40, 59.9, 60, 80, 100].map((value) => levelOf(UPGRADES, value))).toEqual([
      1, 1, 2, 3, 3, 4, 5, 5,
    ]);
    expect(levelOf(UPGRADES, Number.NaN)).toBeUndefined();
  });

  it('stops at the first target that is not met', () => {
    expect(levelOf({ direction: 'higher', targets: [50, 40, 60, 80] }, 45)).toBe(1);
  });

  it('counts consecutive targets downwards too, past a level without a target', () => {
    const minutes = { direction: 'lower', targets: [null, 30, 25, 15] } as const;
    expect([31, 30, 26, 25, 15].map((value) => levelOf(minutes, value))).toEqual([1, 3, 3, 4, 5]);
  });

  it.each<[string, Policy['direction'], Policy['targets']]>([
    ['targets that loosen', 'higher', [30, 40, 35, 80]],
    ['targets of the wrong direction', 'lower', [30, 40, 60, 80]],
    ['equal targets', 'higher', [30, 30, 60, 80]],
    ['no target', 'higher', [null, null, null, null]],
    ['a target that is no number', 'higher', [30, Number.NaN, 60, 80]],
  ])('refuses %s', (_, direction, targets) => {
    expect(startPolicy({ ...UPGRADES, direction, targets })).toMatchObject({
      ok: false,
      issues: [{ code: 'policy-targets' }],
    });
  });

  it('is as high for the city as its lowest policy, which is named', () => {
    const states = [
      { policy: { ...UPGRADES, id: 'a' }, level: 4 },
      { policy: { ...UPGRADES, id: 'b' }, level: 2 },
      { policy: { ...UPGRADES, id: 'c' }, level: undefined },
    ] as const;
    expect(cityLevel(states)).toEqual({ level: 2, binding: ['b'], notAssessed: ['c'] });
    expect(cityLevel([])).toEqual({ level: undefined, binding: [], notAssessed: [] });
  });
});

describe('the ratchet', () => {
  it('tightens after two years running, by one level at a time', () => {
    expect(
      [1, 2, 3, 4, 5].map((years) => run(values(85, 85, 85, 85, 85).slice(0, years)).activeLevel),
    ).toEqual([1, 2, 2, 3, 3]);
  });

  it('does not follow a value that swings about the threshold: one year is not enough, a gap breaks the run', () => {
    expect(run(values(35, 25, 35, 25, 35)).activeLevel).toBe(1);
    expect(run(values(35, Number.NaN, 35)).activeLevel).toBe(1);
    const swinging = run(values(35, 35, 25, 35, 25));
    expect(swinging.activeLevel).toBe(2);
    expect(swinging.log.filter(({ kind }) => kind === 'shortfall').map(({ year }) => year)).toEqual([
      2028, 2030,
    ]);
  });

  it('never loosens whatever the values, its log only grows, and the same years give the same log', () => {
    const value = fc.oneof(fc.double({ min: 0, max: 100, noNaN: true }), fc.constant(Number.NaN));
    fc.assert(
      fc.property(fc.array(fc.tuple(value, fc.double({ min: 0, max: 60 })), { maxLength: 25 }), (pairs) => {
        const years = pairs.map(([each, ev], i) => ({ year: 2026 + i, value: each, observed: { ev } }));
        let state = start();
        for (const year of years) {
          const next = made(assessYear(state, year));
          expect(next.activeLevel).toBeGreaterThanOrEqual(state.activeLevel);
          expect(continues(next.log, state.log)).toBe(true);
          expect(next.log.length).toBeGreaterThan(state.log.length);
          state = next;
        }
        expect(run(years).log).toEqual(state.log);
      }),
    );
  });

  it('loosens by a decision with a name and a reason only, and logs it', () => {
    const tight = run(values(45, 45, 45, 45));
    expect(tight.activeLevel).toBe(3);
    for (const [name, reason] of [
      ['', 'costs'],
      ['A. Mayor', '  '],
    ] as const) {
      expect(decide(tight, { year: 2030, name, reason, activeLevel: 2 }).ok).toBe(false);
    }
    const loose = made(decide(tight, { year: 2030, name: ' A. Mayor ', reason: 'costs', activeLevel: 2 }));
    expect(loose.activeLevel).toBe(2);
    expect(loose.log.at(-1)).toMatchObject({
      kind: 'decided',
      name: 'A. Mayor',
      reason: 'costs',
      year: 2030,
    });
    expect(continues(loose.log, tight.log)).toBe(true);
  });

  it('takes new targets by decision, and no broken ladder', () => {
    const by = { year: 2026, name: 'Council', reason: 'new plan' };
    expect(made(decide(start(), { ...by, targets: [20, 40, 60, 90] })).policy.targets).toEqual([
      20, 40, 60, 90,
    ]);
    expect(decide(start(), { ...by, targets: [20, 10, 60, 90] }).ok).toBe(false);
    expect(decide(start(), { ...by, activeLevel: 2, targets: [null, 40, 60, 90] }).ok).toBe(false);
    expect(decide(run(values(50)), { ...by, year: 2025, activeLevel: 1 }).ok).toBe(false);
  });

  it('assesses years in order', () => {
    expect(assessYear(run(values(50)), { year: 2026, value: 60 })).toMatchObject({
      ok: false,
      issues: [{ code: 'policy-year' }],
    });
  });
});

describe('triggers', () => {
  it('call for a revision when a technology passes its mark, once until it was back', () => {
    const shares = [20, 30, 31, 40, Number.NaN, 29, 35];
    const state = run(shares.map((ev, i) => ({ year: 2026 + i, value: 50, observed: { ev } })));
    const entries = state.log.filter(({ kind }) => kind === 'thresholdSurpassed');
    expect(entries.map(({ year }) => year)).toEqual([2028, 2032]);
    expect(entries[0]!.text).toContain('threshold surpassed -> policy needs revision');
  });
});

describe('the audit log', () => {
  const entry = { year: 2026, policyId: 'p', kind: 'assessed', text: 't', activeLevel: 1 } as const;

  it('is frozen and leaves the earlier log as it was', () => {
    const first = append([], entry);
    const second = append(first, { ...entry, text: 'u' });
    expect([first.length, second.length]).toEqual([1, 2]);
    expect(() => (first as unknown[]).push(entry)).toThrow();
    expect(() => Object.assign(second[0]!, { text: 'changed' })).toThrow();
  });

  it('tells a log that was rewritten or cut from one that goes on', () => {
    const log = append(append([], entry), entry);
    expect(continues(append(log, entry), log)).toBe(true);
    expect(continues([log[0]!], log)).toBe(false);
    expect(continues([{ ...log[0]!, text: 'changed' }, log[1]!, log[1]!], log)).toBe(false);
    expect(continues([...log, log[1]!], log)).toBe(false);
  });
});
