import { readFileSync } from 'node:fs';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { CalibrationStudy, MeterStudy } from '../../src/state/building/types';
import { PROPOSED_STRIP } from '../../src/state/strip/strip';
import { inProcessEngine } from '../engine/inProcess';
import { loaded } from '../state/tab';
import { fileOf, map, openDesk, TEMPLATE, type Desk } from './desk';

/**
 * Files that are brought. The cheapest wrong programs: the district is replaced before anybody said yes, the earlier of two
 * drops wins because it took longer to read, a cancelled one opens after all, and the work before is lost.
 */
const engine = inProcessEngine(1);
afterAll(() => engine.dispose());

let on: Desk;
beforeEach(() => {
  on = openDesk(engine);
});

describe('a map', () => {
  it('is told whole before anything changes: what it is, its first rows, what is derived and assumed', async () => {
    const reading = on.imports.bring([map()]);
    expect(on.now().importing).toBe('street.geojson');
    await reading;
    on.untouched();
    const { offer, importing } = on.now();
    expect(importing).toBeNull();
    const count = (JSON.parse(TEMPLATE) as { features: unknown[] }).features.length;
    expect(offer!.files).toMatchObject([{ name: 'street.geojson', kind: 'geojson', count }]);
    expect(offer!.files[0]!.rows[0]).toContain('LineString');
    const deed = offer!.deed!;
    if (deed.is !== 'district') throw new Error(deed.is);
    expect(deed.network).toBe('synthesised');
    expect(deed.loaded.district.network!.lines.length).toBeGreaterThan(0);
    const { attributes, buildings } = deed.loaded.report!;
    expect(buildings).toBe(deed.loaded.district.buildings.length);
    expect(attributes.connection.assumed + attributes.connection.derived).toBe(buildings);
    expect(on.shelf.projects.size).toBe(0);
  });

  it('is shown at a glance before it is read whole', async () => {
    const seen: (string | null)[] = [];
    const stop = on.store.subscribe(({ offer }) =>
      seen.push(offer === null ? null : (offer.deed?.is ?? 'glance')),
    );
    await on.imports.bring([map()]);
    stop();
    expect(seen.filter((one, at) => one !== null && one !== seen[at - 1])).toEqual(['glance', 'district']);
  });

  it('opens after the yes as a project of its own; the work before is on the shelf, and undo leads back and forth', async () => {
    await on.edit('Mine');
    const before = on.now();
    await on.imports.bring([map()]);
    expect(on.now().offer!.standing).toBe('kept');
    expect(await on.imports.accept()).toBe(true);
    await on.keeper.flushPending();
    expect(on.now().loaded!.district.name).toBe('street');
    expect(on.names()).toEqual(['Baseline']);
    expect(on.now().offer).toBeNull();
    expect([...on.shelf.projects.values()].map(({ name }) => name).sort()).toEqual(
      [before.project!.name, 'street'].sort(),
    );
    on.actions.undo();
    expect(on.now().loaded).toBe(loaded);
    expect(on.now().history).toBe(before.history);
    expect(on.now().project).toEqual(before.project);
    on.actions.redo();
    expect(on.now().loaded!.district.name).toBe('street');
    on.actions.undo();
    on.actions.undo();
    expect(on.names()).toEqual(['Baseline', 'Own']);
    // Edited since: what had been undone does not come back over it.
    on.actions.renameScenario('own', 'Other');
    on.actions.redo();
    expect(on.now().loaded).toBe(loaded);
  });

  it('is a step like any other: what was undone before it is not made again in its place', async () => {
    await on.edit('Mine');
    on.actions.undo();
    expect(on.now().history.future).toHaveLength(1);
    await on.imports.bring([map()]);
    await on.imports.accept();
    for (let again = 0; again < 2; again += 1) {
      on.actions.undo();
      on.untouched();
      on.actions.redo();
      expect(on.now().loaded!.district.name).toBe('street');
    }
  });

  it('undone brings back what stood beside the work: its meters, its strip, its session; a reload finds it', async () => {
    await on.edit('Mine');
    const first = on.now().project!.id;
    on.actions.setStrip(PROPOSED_STRIP.slice(0, 6));
    const { strip } = on.now();
    expect(strip).not.toBeNull();
    await on.imports.bring([
      fileOf('s.session.json', readFileSync('scenarios/sessions/streets.session.json', 'utf8')),
    ]);
    await on.imports.accept();
    const { present } = on.now();
    const meter = { buildingId: 'b', fileName: 'm.csv', text: '' } as unknown as MeterStudy;
    const running = { buildingId: 'b', status: 'running' } as unknown as CalibrationStudy;
    on.store.setState({
      building: { ...on.now().building, meters: { b: meter }, calibrations: { b: running } },
    });
    await on.imports.bring([map()]);
    await on.imports.accept();
    await on.keeper.flushPending();
    expect(on.now().building.meters).toEqual({});
    expect(on.now().present).toBeNull();
    const second = on.memory.id;
    on.actions.setStrip(null);
    on.actions.undo();
    expect(on.now().strip).toEqual(strip);
    expect(on.now().building.meters).toEqual({ b: meter });
    // What was being counted for it has ended: nothing waits for it.
    expect(on.now().building.calibrations['b']!.status).toBe('cancelled');
    expect(on.now().present).toMatchObject({
      ...{ session: present!.session, scenarioId: present!.scenarioId, record: present!.record },
    });
    expect([second === first, on.memory.id]).toEqual([false, first]);
    // Readings that are deleted are gone from the work that redo and undo lead to as well.
    on.actions.redo();
    expect(on.memory.id).toBe(second);
    on.actions.building.deleteMeterData();
    on.actions.undo();
    expect(on.now().building.meters).toEqual({});
  });

  it('that is cancelled leaves everything as it is, also while it is still read', async () => {
    await on.imports.bring([map()]);
    on.imports.withdraw();
    expect(await on.imports.accept()).toBe(false);
    on.untouched();
    const reading = on.imports.bring([map()]);
    on.imports.withdraw();
    await reading;
    expect(on.now().offer).toBeNull();
    expect(on.now().importing).toBeNull();
    on.untouched();
  });

  it('that is dropped after another is what stands, however long the first one takes', async () => {
    let release = () => undefined as void;
    const slow = map('slow.geojson');
    const held = new Promise<string>((resolve) => {
      release = () => resolve(TEMPLATE);
    });
    Object.defineProperty(slow, 'text', { value: () => held });
    const first = on.imports.bring([slow]);
    await on.imports.bring([map('quick.geojson')]);
    release();
    await first;
    expect(on.now().offer!.files.map(({ name }) => name)).toEqual(['quick.geojson']);
    // Read again it is still the later one.
    await on.imports.wish({ climate: 'nordic' });
    await on.imports.accept();
    expect(on.now().loaded!.district.name).toBe('quick');
  });

  it('is read again under another climate without being brought again', async () => {
    const climateOf = () => {
      const deed = on.now().offer!.deed!;
      return deed.is === 'district' ? deed.loaded.district.weather : null;
    };
    await on.imports.bring([map()]);
    await on.imports.wish({ climate: 'hotDesert' });
    expect(climateOf()).toEqual({ kind: 'synthetic', climate: 'hotDesert' });
    on.untouched();
  });

  it('that is broken is refused with every finding, and what was offered before is gone', async () => {
    await on.imports.bring([map()]);
    await on.imports.bring([fileOf('cut.geojson', TEMPLATE.slice(0, 900))]);
    expect(on.now().offer).toBeNull();
    expect(on.now().issues[0]).toMatchObject({ severity: 'error', source: 'cut.geojson' });
    expect(await on.imports.accept()).toBe(false);
    on.untouched();
  });
});
