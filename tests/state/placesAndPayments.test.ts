import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { accountKey, byParty } from '../../src/kpi/money';
import { Actions, createAppStore, runOf } from '../../src/state';
import { startHistory } from '../../src/state/history';
import { billsTable, cutTable, paymentsView, placeTable } from '../../src/state/view';
import type { ComparedScenario, Comparison } from '../../src/study/comparison';
import type { MoneyYear } from '../../src/study/money';
import { inProcessEngine } from '../engine/inProcess';
import { inputOf, measure, smallTown } from '../engine/smallTown';

/**
 * Who pays whom and the year at a place, as the app shows and saves them. The cheapest wrong programs: a matrix the wrong way
 * round, one that loses cents in rounding, a sentence that says another amount than its cell, parts that are of another place.
 */
const engine = inProcessEngine(1);
let comparison: Comparison;
let pumps: ComparedScenario & { readonly money: MoneyYear };

beforeAll(async () => {
  const { district, weather, scenario } = inputOf(smallTown(12), { year: 2035 });
  const baseline = { ...scenario, measures: [], year: 2026, name: 'Baseline' };
  const own = {
    ...scenario,
    ...{ id: 'own', name: 'Own' },
    measures: [measure('heatPumps', 1), measure('rooftopPhotovoltaics', 1)],
  };
  const store = createAppStore();
  const actions = new Actions(store, engine, () => Promise.reject(new Error('nothing is optimised here')));
  store.setState({
    loaded: { district, sha256: 'x', weather, report: null },
    history: startHistory({ baseEdits: [], scenarios: [baseline, own] }),
    activeId: 'own',
  });
  actions.runs.refresh();
  const isReady = (id: string) => runOf(store.getState(), id).status === 'ready';
  await vi.waitUntil(() => ['baseline', 'own'].every(isReady), { timeout: 100_000, interval: 20 });
  await actions.comparison.compare('baseline');
  comparison = store.getState().comparison!.found!;
  pumps = comparison.scenarios.find(({ key }) => key === 'own') as typeof pumps;
}, 150_000);
afterAll(() => engine.dispose());

/** Amounts of a shown table in cents: thin spaces, true minus signs and decimals undone. */
const centsOf = (text: string) =>
  text === '' ? 0 : Math.round(Number(text.replace(/[^\d.−]/g, '').replace('−', '-')) * 100);
const plain = (text: string) => text.replace(/\s/g, '').replace('−', '-');

describe('who pays whom', () => {
  it.each([false, true])('balances to the cent, from the row to the column (by group: %s)', (withGroups) => {
    const { matrix } = pumps.money;
    const view = paymentsView(pumps.money, withGroups, 'en')!;
    const flows = withGroups ? matrix.flows : byParty(matrix.flows);
    const size = view.accounts.length;
    expect(view.leftOverCents).toBe(0);
    expect(view.netCents.some((cents) => cents !== 0)).toBe(true);
    const total = flows.reduce((sum, { amountCents }) => sum + amountCents, 0);
    expect(view.cents.flat().reduce((sum, cents) => sum + cents, 0)).toBe(total);
    const [rows, received, net] = [
      view.table.rows.slice(0, size),
      view.table.rows[size]!,
      view.table.rows[size + 1]!,
    ];
    rows.forEach((row, at) => {
      const cells = row.slice(1, -1).map(centsOf);
      expect(cells).toEqual(view.cents[at]);
      expect(cells.reduce((sum, cents) => sum + cents, 0)).toBe(centsOf(row.at(-1)!));
      expect(centsOf(received[at + 1]!) - centsOf(row.at(-1)!)).toBe(centsOf(net[at + 1]!));
    });
    expect(centsOf(net.at(-1)!)).toBe(0);
    // Households pay more to others than they get back: the way round is the right one.
    const households = view.accounts.findIndex((name) => name.startsWith('Households'));
    expect(view.netCents[households]).toBeLessThan(0);
  });

  it('says of every entry what it is made of, in the words of the core', () => {
    const view = paymentsView(pumps.money, true, 'en')!;
    const { accounts, flows } = pumps.money.matrix;
    const keys = accounts.map(accountKey);
    for (const flow of flows) {
      const said = view.sentences(keys.indexOf(accountKey(flow.from)), keys.indexOf(accountKey(flow.to)));
      expect(said.map(plain)).toContain(plain(flow.sentence));
    }
    const none = view.cents[0]!.findIndex((cents) => cents === 0);
    expect(view.sentences(0, none)).toHaveLength(1);
    expect(view.sentences(0, none)[0]).toContain('nothing');
  });

  it('speaks German, with its own marks', () => {
    const view = paymentsView(pumps.money, true, 'de')!;
    expect(view.accounts).toContain('Haushalte, unteres Drittel, Miete');
    expect(view.accounts.join()).not.toMatch(/third|tenant|owner|Households/);
    const texts = view.table.rows.flat().join(' ');
    expect(texts).toMatch(/\d,\d\d/);
    expect(
      view
        .sentences(
          0,
          view.cents[0]!.findIndex((cents) => cents > 0),
        )
        .join(' '),
    ).toMatch(/zahl(en|t) .* im Jahr/);
  });

  it('has the bills of each third of the households, and their change', () => {
    const baseline = comparison.scenarios.find(({ key }) => key === 'baseline')!;
    const table = billsTable(pumps.money, { name: 'Baseline', money: baseline.money! }, 'en');
    expect(table.rows.map(([name]) => name)).toEqual(['lowest third', 'middle third', 'highest third']);
    pumps.money.groups.forEach((group, row) => {
      expect(plain(table.rows[row]![4]!)).toBe(String(Math.round(group.medianEnergyBill)));
      expect(table.rows[row]).toHaveLength(table.columns.length);
    });
    expect(billsTable(pumps.money, null, 'en').columns).toHaveLength(table.columns.length - 1);
  });
});

describe('the year at a place', () => {
  const yearsAt = (id: string) =>
    comparison.scenarios.map(({ key, nodes }) => ({
      name: key,
      node: nodes.find((node) => node.id === id)!,
    }));

  it('names the hour of the peak that the series has, scenario by scenario', () => {
    const id = pumps.nodes.find(({ kind }) => kind === 'transformer')!.id;
    const years = yearsAt(id);
    const table = placeTable(years, comparison, 'en');
    expect(table.columns.slice(1)).toEqual(['baseline', 'own']);
    const row = (label: string) => table.rows.find(([name]) => name === label)!;
    years.forEach(({ node }, at) => {
      const peakW = node.hourlyW.reduce((most, power) => Math.max(most, power), 0);
      expect(row('Peak in')[at + 1]).toContain((peakW / 1000).toPrecision(3));
      const step = node.hourlyW.indexOf(peakW);
      const hour = String(step % 24).padStart(2, '0');
      expect(row('Peak in, when')[at + 1]).toMatch(new RegExp(`, ${hour}:00$`));
      expect(row('Weeks with the highest peaks, from')[at + 1]!.split(', ')).toHaveLength(3);
    });
    expect(row('Peak in')[1]).not.toBe(row('Peak in')[2]);
    const whole = placeTable(yearsAt('district'), comparison, 'en');
    expect(whole.rows.find(([name]) => name === 'Hours above the limit')![1]).toBe('–');
  });

  it('is cut in parts by name, whose hours are those of the year', () => {
    for (const [cut, parts] of [
      ['season', 4],
      ['dayNight', 2],
      ['week', 2],
    ] as const) {
      const years = yearsAt('district');
      const table = cutTable(years, cut, 'en');
      expect(table.rows).toHaveLength(parts * years.length);
      const hours = table.rows.slice(0, parts).map((row) => Number(plain(row[2]!)));
      expect(hours.reduce((sum, each) => sum + each, 0)).toBe(8760);
      // The same names as the core's, so that none is said of another part.
      const core = years[0]!.node.cuts.find(({ id }) => id === cut)!.parts.map(({ part }) => part);
      expect(table.rows.slice(0, parts).map((row) => row[1])).toEqual(core);
      expect(new Set(cutTable(years, cut, 'de').rows.map((row) => row[1])).size).toBe(parts);
    }
  });
});
