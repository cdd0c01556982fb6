import { readFileSync } from 'node:fs';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { writeScenario } from '../../src/io';
import { inProcessEngine } from '../engine/inProcess';
import { sampleLines } from '../io/epwSample';
import { district, scenario, tab } from '../state/tab';
import { fileOf, map, openDesk, type Desk } from './desk';

/**
 * Files that are no map. The cheapest wrong programs: one kind is taken for another, a scenario of another district is added, a
 * file is carried out before the yes, and a session ends one that is under way without its record.
 */
/** Readers are loaded when the first file comes, which takes its time beside other tests. */
const PATIENCE = { timeout: 20_000 };
const engine = inProcessEngine(1);
afterAll(() => engine.dispose());

let on: Desk;
beforeEach(() => {
  on = openDesk(engine);
});

describe('another file', () => {
  const deedOf = async (name: string, text: string) => {
    await on.imports.bring([fileOf(name, text)]);
    return on.now().offer?.deed ?? null;
  };

  it('of a scenario is added beside the others, and only to its own district', async () => {
    const text = writeScenario({ ...scenario, id: 'sent', name: 'Sent' });
    expect(await deedOf('s.scenario.json', text)).toMatchObject({ is: 'scenario' });
    on.untouched();
    await on.imports.accept();
    expect(on.names()).toEqual(['Baseline', 'Own', 'Sent']);
    const elsewhere = writeScenario({ ...scenario, base: { ...scenario.base, districtId: 'x' } });
    expect(await deedOf('x.scenario.json', elsewhere)).toBeNull();
    expect(on.now().issues).toMatchObject([{ code: 'scenario-other-base' }]);
  });

  it('of a project says what it holds, and undo leads back to the work before', async () => {
    await on.edit('Mine');
    const text = on.keeper.fileText()!;
    on = openDesk(engine);
    expect(await deedOf('p.json', text)).toMatchObject({
      ...{ is: 'project', districtName: district.name, scenarios: ['Mine'] },
      buildings: district.buildings.length,
    });
    on.untouched();
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
    on.untouched();
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
    await vi.waitFor(() => expect(Object.keys(on.now().building.meters)).toEqual([id]), PATIENCE);
    expect(on.now().mode).toBe('building');
    await deedOf('p.csv', readFileSync('scenarios/templates/peaks.csv', 'utf8'));
    await on.imports.accept();
    await vi.waitFor(() => expect(on.now().peaks?.fileName).toBe('p.csv'), PATIENCE);
  });

  it('of weather alone opens the work once more under it, beside the one before', async () => {
    await on.edit('Mine');
    const text = sampleLines().join('\n');
    expect(await deedOf('here.epw', text)).toMatchObject({ is: 'weather' });
    on.untouched('Mine');
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
    on.untouched('Mine');
  });

  it('that goes with no other is refused beside a map, by its name', async () => {
    await on.imports.bring([map(), fileOf('s.scenario.json', writeScenario(scenario))]);
    expect(on.now().issues).toMatchObject([{ code: 'file-alone', source: 's.scenario.json' }]);
    on.untouched();
  });
});
