import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { readScenarioFile, writeScenario } from '../../src/io';
import { isHome } from '../../src/model/building';
import { PLACEHOLDER_TARIFFS, type BlockEnergy, type Tariff } from '../../src/model/tariff';
import { Actions, createAppStore, runOf, scenarioOf, type AppStore } from '../../src/state';
import { startHistory } from '../../src/state/history';
import { netPowerOf } from '../../src/study/calibration';
import {
  contractsBy,
  knownTariffs,
  tariffFrom,
  tariffProblems,
  withContracts,
  withoutTariff,
  withOwnTariffs,
  withTariff,
} from '../../src/state/tariffs/ownTariffs';
import { tariffBill } from '../../src/state/tariffs/tariffBill';
import { changedInputs } from '../../src/state/view';
import { listenedEngine } from '../engine/listenedEngine';
import { inputOf, measure, smallTown } from '../engine/smallTown';

/**
 * Tariffs of a scenario's own, edited on screen, on the real engine with its messages counted. The cheapest wrong programs: a
 * price that runs the year again, one that no bill follows, one that changes what is shipped, a tariff that is deleted while
 * somebody is still said to buy under it, a warning that stays when its reason is gone.
 */
const { engine, asked, forget } = listenedEngine();
let store: AppStore;
let actions: Actions;
let home = '';

const own = () => scenarioOf(store.getState(), 'own')!;
const flat = PLACEHOLDER_TARIFFS.find(({ id }) => id === 'flat')!;
const bill = () => tariffBill(store.getState(), own())!;
const settled = async () => {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setTimeout(resolve, 1));
};
/** Every price of energy raised by so much. */
function dearer(tariff: Tariff, byEurPerKWh: number): Tariff {
  const energy = tariff.energy as BlockEnergy;
  const blocks = energy.blocks.map((block) => ({
    ...block,
    perKWh: block.perKWh.map((price) => ({ ...price, supplier: price.supplier + byEurPerKWh })),
  }));
  return { ...tariff, energy: { ...energy, blocks } };
}

beforeAll(async () => {
  const { district, weather, scenario } = inputOf(smallTown(24), { year: 2035 });
  const baseline = { ...scenario, measures: [], year: 2026, name: 'Baseline' };
  const measures = [measure('heatPumps', 1), measure('smartMeters', 1), measure('timeOfUseTariff', 1)];
  store = createAppStore();
  actions = new Actions(store, engine, () => Promise.reject(new Error('nothing is optimised here')));
  store.setState({
    loaded: { district, sha256: 'x', weather, report: null },
    history: startHistory({
      baseEdits: [],
      scenarios: [
        baseline,
        { ...scenario, id: 'own', name: 'Own', measures: measures.slice(0, 1) },
        { ...scenario, id: 'answering', name: 'Answering', measures },
      ],
    }),
    activeId: 'own',
  });
  actions.runs.refresh();
  const isReady = (id: string) => runOf(store.getState(), id).status === 'ready';
  await vi.waitUntil(() => ['baseline', 'own', 'answering'].every(isReady), {
    timeout: 100_000,
    interval: 20,
  });
  home = district.buildings.find(
    ({ use, households, connection }) => isHome(use) && households > 0 && connection !== null,
  )!.id;
  actions.select({ kind: 'building', id: home });
  await vi.waitUntil(() => store.getState().buildingYears['own'] !== undefined, { timeout: 20_000 });
}, 120_000);
beforeEach(async () => {
  await settled();
  forget();
});
afterAll(() => engine.dispose());

describe('a tariff of one’s own', () => {
  it('is made from a shipped one, edited, given to households, and the bill follows by hand without a message', async () => {
    const { result } = runOf(store.getState(), 'own');
    const before = bill();
    const made = tariffFrom(flat, 'Mine', own());
    expect(made.id).toBe('own-flat');
    actions.setTariffs('made', withTariff(own(), made));
    // Offered, and nobody buys under it yet.
    expect(bill()).toEqual(before);
    actions.setTariffs('dearer', withTariff(own(), dearer(made, 0.1)));
    actions.setTariffs('who', withContracts(own(), [{ tariffId: made.id, customers: 'households' }]));
    const netW = netPowerOf(store.getState().buildingYears['own']!.loads);
    const importKWh = netW.reduce((sum, power) => sum + Math.max(0, power) / 1000, 0);
    expect(importKWh).toBeGreaterThan(1000);
    const { totalEur } = bill();
    expect(Math.abs(totalEur - before.totalEur - importKWh * 0.1 * (1 + flat.vatShare))).toBeLessThan(0.5);
    expect(bill().parts.find(({ part }) => part === 'connection')).toEqual(
      before.parts.find(({ part }) => part === 'connection'),
    );
    await settled();
    expect(asked()).toEqual([]);
    expect(runOf(store.getState(), 'own')).toMatchObject({ status: 'ready', issues: [] });
    expect(runOf(store.getState(), 'own').result).toBe(result);
    expect(flat.energy).toEqual(PLACEHOLDER_TARIFFS.find(({ id }) => id === 'flat')!.energy);
    expect(changedInputs(own()).find(({ key }) => key === 'tariffs')!.to).toBe('Mine, Who gets which');
    const read = readScenarioFile(writeScenario(own()), 'own');
    expect(read.ok && read.value.tariffs).toEqual(own().tariffs);
  });

  it('is undone step by step, and deleted with the contracts that only it could keep', async () => {
    const { tariffs } = own();
    actions.undo();
    expect(contractsBy(own())).toEqual([]);
    actions.redo();
    expect(own().tariffs).toEqual(tariffs);
    actions.setTariffs('deleted', withoutTariff(own(), 'own-flat'));
    expect(own()).not.toHaveProperty('tariffs');
    actions.undo();
    expect(own().tariffs).toEqual(tariffs);
    await settled();
    expect(asked()).toEqual([]);
  });

  it('in the place of a shipped one keeps the contracts when it is deleted', () => {
    const withShipped = withOwnTariffs(own(), {
      offered: [{ ...flat, name: 'Flat here' }],
      contracts: [{ tariffId: 'flat', customers: 'everybody' }],
    });
    expect(knownTariffs(withShipped).filter(({ tariff }) => tariff.id === 'flat')).toHaveLength(1);
    expect(withoutTariff(withShipped, 'flat').contracts).toHaveLength(1);
    expect(tariffFrom(flat, 'x', withTariffOf('own-flat')).id).toBe('own-flat-2');
  });

  it('with a gap, a missing number or a price below nothing is refused before it is taken', () => {
    const made = tariffFrom(flat, 'Mine', own());
    const codes = (tariff: Tariff) =>
      tariffProblems(withTariff(own(), tariff), own()).map(({ code }) => code);
    const energy = made.energy as BlockEnergy;
    const night = { ...energy.blocks[0]!, hours: { fromHour: 22, toHour: 6 } };
    expect(codes({ ...made, energy: { ...energy, blocks: [night] } })).toContain('tariff-gap');
    expect(
      codes({ ...made, energy: { ...energy, blocks: [...energy.blocks, { ...night, id: 'night' }] } }),
    ).toContain('tariff-overlap');
    expect(codes({ ...made, vatShare: Number.NaN })).not.toEqual([]);
    expect(codes({ ...made, connectionPerYear: { ...made.connectionPerYear, grid: -1 } })).not.toEqual([]);
    expect(codes(made)).toEqual([]);
  });
});

describe('the bill beside a draft', () => {
  it('is never that of a year of older inputs', () => {
    const { runs } = store.getState();
    expect(tariffBill(store.getState(), own())).not.toBeNull();
    for (const status of ['stale', 'running', 'failed'] as const) {
      store.setState({ runs: { ...runs, own: { ...runs['own']!, status } } });
      expect(tariffBill(store.getState(), own()), status).toBeNull();
    }
    store.setState({ runs });
    expect(tariffBill(store.getState(), own())).not.toBeNull();
  });
});

describe('what a run has to say', () => {
  it('follows a tariff that takes the place of one somebody answers to, without a message', async () => {
    actions.showScenario('answering');
    await settled();
    forget();
    const answering = () => scenarioOf(store.getState(), 'answering')!;
    const codes = () => runOf(store.getState(), 'answering').issues.map(({ code }) => code);
    const before = codes();
    const timeOfUse = PLACEHOLDER_TARIFFS.find(({ id }) => id === 'timeOfUse')!;
    actions.setTariffs('mine', withTariff(answering(), { ...timeOfUse, name: 'Mine' }));
    expect(codes()).toEqual(
      ['tariff-answered-as-shipped', ...before].filter((code, row, all) => all.indexOf(code) === row),
    );
    actions.undo();
    expect(codes()).toEqual(before);
    await settled();
    expect(asked()).toEqual([]);
  });
});

function withTariffOf(id: string) {
  return { tariffs: { offered: [{ ...flat, id }] } };
}
