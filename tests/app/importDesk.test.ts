import { readFileSync } from 'node:fs';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Loading } from '../../src/app/loading';
import type { DistrictReader } from '../../src/engine/districtWorker';
import { writeScenario } from '../../src/io';
import { wholeDistrict } from '../../src/io/wholeDistrict';
import { inProcessEngine } from '../engine/inProcess';
import { sampleLines } from '../io/epwSample';
import type { CalibrationStudy, MeterStudy } from '../../src/state/building/types';
import { PROPOSED_STRIP } from '../../src/state/strip/strip';
import { district, loaded, MemoryShelf, scenario, tab } from '../state/tab';

/**
 * Files that are brought. The cheapest wrong programs: the district is replaced before anybody said yes, the earlier of two
 * drops wins because it took longer to read, a cancelled one opens after all, and the work before is lost.
 */
const engine = inProcessEngine(1);
afterAll(() => engine.dispose());

const readHere: DistrictReader = (files, wishes) => Promise.resolve(wholeDistrict(files, wishes));

const TEMPLATE = readFileSync('scenarios/templates/district.geojson', 'utf8');
const fileOf = (name: string, text: string): File => new File([text], name);
const map = (name = 'street.geojson') => fileOf(name, TEMPLATE);

function page() {
  const shelf = new MemoryShelf();
  const parts = tab(shelf);
  const { imports } = new Loading(parts.store, parts.actions, engine, parts.keeper, readHere);
  const now = () => parts.store.getState();
  return { ...parts, shelf, imports, now };
}
let on: ReturnType<typeof page>;
beforeEach(() => {
  on = page();
});

const untouched = () => {
  expect(on.now().loaded).toBe(loaded);
  expect(on.names()).toEqual(['Baseline', 'Own']);
};

const untouchedBut = (name: string) => {
  expect(on.now().loaded).toBe(loaded);
  expect(on.names()).toEqual(['Baseline', name]);
};

describe('a map', () => {
  it('is told whole before anything changes: what it is, its first rows, what is derived and assumed', async () => {
    const reading = on.imports.bring([map()]);
    expect(on.now().importing).toBe('street.geojson');
    await reading;
    untouched();
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
    untouched();
    const reading = on.imports.bring([map()]);
    on.imports.withdraw();
    await reading;
    expect(on.now().offer).toBeNull();
    expect(on.now().importing).toBeNull();
    untouched();
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
    untouched();
  });

  it('that is broken is refused with every finding, and what was offered before is gone', async () => {
    await on.imports.bring([map()]);
    await on.imports.bring([fileOf('cut.geojson', TEMPLATE.slice(0, 900))]);
    expect(on.now().offer).toBeNull();
    expect(on.now().issues[0]).toMatchObject({ severity: 'error', source: 'cut.geojson' });
    expect(await on.imports.accept()).toBe(false);
    untouched();
  });
});

describe('another file', () => {
  const deedOf = async (name: string, text: string) => {
    await on.imports.bring([fileOf(name, text)]);
    return on.now().offer?.deed ?? null;
  };

  it('of a scenario is added beside the others, and only to its own district', async () => {
    const text = writeScenario({ ...scenario, id: 'sent', name: 'Sent' });
    expect(await deedOf('s.scenario.json', text)).toMatchObject({ is: 'scenario' });
    untouched();
    await on.imports.accept();
    expect(on.names()).toEqual(['Baseline', 'Own', 'Sent']);
    const elsewhere = writeScenario({ ...scenario, base: { ...scenario.base, districtId: 'x' } });
    expect(await deedOf('x.scenario.json', elsewhere)).toBeNull();
    expect(on.now().issues).toMatchObject([{ code: 'scenario-other-base' }]);
  });

  it('of a project says what it holds, and undo leads back to the work before', async () => {
    await on.edit('Mine');
    const text = on.keeper.fileText()!;
    on = page();
    expect(await deedOf('p.json', text)).toMatchObject({
      ...{ is: 'project', districtName: district.name, scenarios: ['Mine'] },
      buildings: district.buildings.length,
    });
    untouched();
    await on.imports.accept();
    expect(on.names()).toEqual(['Baseline', 'Mine']);
    on.actions.undo();
    expect(on.names()).toEqual(['Baseline', 'Own']);
  });

  it('of a session, a meter, peaks, a circuit or a tariff says so and changes nothing', async () => {
    const session = readFileSync('scenarios/sessions/streets.session.json', 'utf8');
    const [meter, peaks, tariff] = ['meter.csv', 'peaks.csv', 'tariff.json'].map((name) =>
      readFileSync(`scenarios/templates/${name}`, 'utf8'),
    );
    const kind = () => on.now().offer?.files[0]?.kind;
    await deedOf('s.session.json', session);
    expect([kind(), on.now().mode, on.now().present]).toEqual(['session', 'plan', null]);
    expect(await deedOf('m.csv', meter!)).toEqual({ is: 'meter', buildingId: null });
    expect(await deedOf('p.csv', peaks!)).toEqual({ is: 'peaks' });
    expect(on.now().peaks).toBeNull();
    expect(await deedOf('t.json', tariff!)).toEqual({ is: 'elsewhere' });
    expect(kind()).toBe('tariff');
    expect(await deedOf('c.dss', 'Clear\nNew Circuit.one bus1=a\n')).toEqual({ is: 'elsewhere' });
    expect(kind()).toBe('openDss');
    const net = '{"_module":"pandapower.auxiliary","_class":"pandapowerNet","_object":{"name":"grid"}}';
    expect(await deedOf('n.json', net)).toEqual({ is: 'elsewhere' });
    expect(on.now().offer?.files[0]).toMatchObject({ kind: 'pandapower', title: 'grid' });
    untouched();
  });

  it('of a session starts it in the room after the yes, and not before', async () => {
    await deedOf('s.session.json', readFileSync('scenarios/sessions/streets.session.json', 'utf8'));
    expect(await on.imports.accept()).toBe(true);
    expect(on.now().mode).toBe('present');
    expect(on.now().present).not.toBeNull();
    // One step back too many does not end it.
    while (on.now().history.past.length > 0) on.actions.undo();
    on.actions.undo();
    expect(on.now().present).not.toBeNull();
  });

  it('of a session in place of one under way leaves the record of that one', async () => {
    const text = readFileSync('scenarios/sessions/streets.session.json', 'utf8');
    for (const name of ['one', 'two']) {
      await deedOf(`${name}.session.json`, text);
      await on.imports.accept();
      if (name === 'one') {
        expect(on.actions.present.past).toBeNull();
        on.actions.present.setCommitments('Ask the utility');
      }
    }
    expect(on.actions.present.past?.present.commitments).toBe('Ask the utility');
    expect(on.now().present!.commitments).toBe('');
  });

  it('of a meter is read for the building that is looked at, peaks for the district', async () => {
    const { id } = district.buildings[1]!;
    on.actions.select({ kind: 'building', id });
    const meter = readFileSync('scenarios/templates/meter.csv', 'utf8');
    expect(await deedOf('m.csv', meter)).toEqual({ is: 'meter', buildingId: id });
    expect(on.now().building.meters).toEqual({});
    await on.imports.accept();
    await vi.waitFor(() => expect(Object.keys(on.now().building.meters)).toEqual([id]));
    expect(on.now().mode).toBe('building');
    await deedOf('p.csv', readFileSync('scenarios/templates/peaks.csv', 'utf8'));
    await on.imports.accept();
    await vi.waitFor(() => expect(on.now().peaks?.fileName).toBe('p.csv'));
  });

  it('of weather alone opens the work once more under it, beside the one before', async () => {
    await on.edit('Mine');
    const text = sampleLines().join('\n');
    expect(await deedOf('here.epw', text)).toMatchObject({ is: 'weather' });
    untouchedBut('Mine');
    expect(await on.imports.accept()).toBe(true);
    const { loaded: now, project, history } = on.now();
    expect(now!.district.weather).toMatchObject({ kind: 'epw', fileName: 'here.epw' });
    expect(now!.district.buildings).toEqual(district.buildings);
    expect(on.names()).toEqual(['Baseline', 'Mine']);
    expect(history.present.scenarios.map(({ base }) => base.sha256)).toEqual([now!.sha256, now!.sha256]);
    expect(on.shelf.projects.size).toBe(2);
    // What is kept of it comes back under the same weather.
    const again = tab(on.shelf, { id: project!.id });
    expect(await again.keeper.open((await again.keeper.last())!, null)).toBe(true);
    expect(again.store.getState().loaded!.weather.tempDegC).toEqual(now!.weather.tempDegC);
    on.actions.undo();
    untouchedBut('Mine');
  });

  it('that goes with no other is refused beside a map, by its name', async () => {
    await on.imports.bring([map(), fileOf('s.scenario.json', writeScenario(scenario))]);
    expect(on.now().issues).toMatchObject([{ code: 'file-alone', source: 's.scenario.json' }]);
    untouched();
  });
});
