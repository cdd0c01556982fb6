import { describe, expect, it } from 'vitest';
import type { BaseEdit } from '../../src/model/scenario';
import { districtOf } from '../../src/state/view';
import { scene } from './slowScene';

/**
 * One number filled down over several buildings. The cheapest wrong programs: a step of history each, a second fill that leaves the
 * first one standing beside it, one that forgets other corrections, an undo that leaves some buildings corrected.
 */
const setpoint = (buildingId: string, value: number): BaseEdit => ({
  buildingId,
  field: 'heatingSetpointDegC',
  value: { value, source: 'caretakers', quality: 'personal_estimation' },
});

async function town() {
  const { store, actions, years: _, previews: __ } = await scene();
  const ids = store.getState().loaded!.district.buildings.map(({ id }) => id);
  const setpoints = () =>
    districtOf(store.getState(), 'baseline')!.buildings.map(
      ({ overrides }) => overrides?.heatingSetpointDegC?.value,
    );
  return { store, actions, ids, setpoints, past: () => store.getState().history.past.length };
}

describe('a correction of several buildings', () => {
  it('is one step, one step back, and stands in every one of them and in no other', async () => {
    const { store, actions, ids, setpoints, past } = await town();
    const some = ids.slice(1);
    const before = store.getState().history.present;
    const steps = past();
    actions.correctBuildings(some.map((id) => setpoint(id, 18)));
    expect(past()).toBe(steps + 1);
    expect(setpoints()).toEqual(ids.map((id) => (some.includes(id) ? 18 : undefined)));
    actions.undo();
    expect(store.getState().history.present).toBe(before);
    expect(new Set(setpoints())).toEqual(new Set([undefined]));
    actions.redo();
    expect(setpoints().filter((value) => value === 18)).toHaveLength(some.length);
  });

  it('takes the place of earlier ones of that field, and of nothing else', async () => {
    const { store, actions, ids, setpoints } = await town();
    const heating = { buildingId: ids[0]!, field: 'heating', value: 'oilBoiler' } as const;
    actions.correctBuilding(heating);
    actions.correctBuilding(setpoint(ids[0]!, 22));
    actions.correctBuildings(ids.map((id) => setpoint(id, 19)));
    expect(new Set(setpoints())).toEqual(new Set([19]));
    const { baseEdits } = store.getState().history.present;
    expect(baseEdits).toHaveLength(ids.length + 1);
    expect(baseEdits).toContainEqual(heating);
  });

  it('of nobody is no step', async () => {
    const { actions, past } = await town();
    const steps = past();
    actions.correctBuildings([]);
    expect(past()).toBe(steps);
  });
});
