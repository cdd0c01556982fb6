import { describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/contract';
import { fail, type Issue } from '../../src/model/outcome';
import type { District } from '../../src/model/district';
import { worsePartsState, yearFailureOf, type RunResult } from '../../src/state';
import { fusePart, networkParts } from '../../src/state/building/connection';
import { buildingStateOf } from '../../src/state/building/view';
import { PLACEHOLDER_TARIFFS } from '../../src/model/tariff';
import { busOf, supplyOf } from '../../src/scenario/selectors/supply';
import type { BuildingLoads } from '../../src/sim/arrays/buildingLoads';
import { inputOf, smallTown } from '../engine/smallTown';
import { A, baseline, district, engine, HOUSE, layout, open, settled } from './buildingTown';

/**
 * The building's own years, and the network's figures beside them. The cheapest wrong programs: quarter hours counted as hours;
 * one lost job that leaves every building without a year, unsaid; a year that nobody wants any more in the way of the next; a
 * transformer that is called a service cable; costs of the house that was looked at first.
 */
const turn = () => new Promise((resolve) => setTimeout(resolve, 5));
const LOST: Issue = { severity: 'error', code: 'worker', source: 'x', message: 'Lost.', remedy: 'Again.' };
const OTHER = district.buildings.find(({ id }) => id !== HOUSE.id)!;

describe('figures of a year', () => {
  it('are those of its own steps, whatever steps the last finished year of the district has', async () => {
    const { store } = open();
    await settled(store, ['baseline']);
    const hourly = buildingStateOf(store.getState(), 'baseline', HOUSE.id)!.figures!;
    // The shipped baseline stays in hours while the page already counts quarter hours.
    store.setState({ stepS: 900 });
    expect(buildingStateOf(store.getState(), 'baseline', HOUSE.id)!.figures).toBeNull();
    await settled(store, ['baseline']);
    const quarterly = buildingStateOf(store.getState(), 'baseline', HOUSE.id)!.figures!;
    for (const id of ['heatNeedJ', 'deliveredElectricityJ', 'deliveredFuelJ', 'carbonKg'] as const)
      expect(Math.abs(quarterly[id] / hourly[id] - 1), id).toBeLessThan(0.05);
    expect(quarterly.totalBillEur / hourly.totalBillEur).toBeGreaterThan(0.95);
    expect(quarterly.totalBillEur / hourly.totalBillEur).toBeLessThan(1.05);
    const flat = PLACEHOLDER_TARIFFS.find(({ id }) => id === 'flat')!.energy;
    const price = flat.kind === 'blocks' ? flat.blocks[0]!.perKWh[0]! : null;
    const perKWh = price!.supplier + price!.grid + price!.levies;
    expect(quarterly.billEur.energy).toBeCloseTo((quarterly.deliveredElectricityJ / 3.6e6) * perKWh, 1);
  });

  it('are of both states as sure as the worse one', () => {
    expect(worsePartsState('old', 'year')).toBe('old');
    expect(worsePartsState('year', 'provisional')).toBe('provisional');
    expect(worsePartsState('year', 'year')).toBe('year');
  });
});

describe('a year that cannot be computed', () => {
  const failing = (calls: string[], isLost: () => boolean): Engine => ({
    ...engine,
    buildingYear: (input, id, options) => {
      calls.push(id);
      return id === HOUSE.id && isLost()
        ? Promise.resolve(fail([LOST]))
        : engine.buildingYear(input, id, options);
    },
  });

  it('is told with its reason, tried again when somebody asks, and keeps no other building from its own', async () => {
    const calls: string[] = [];
    let lost = true;
    const { store, actions } = open(
      undefined,
      failing(calls, () => lost),
    );
    await turn();
    expect(calls).toEqual([HOUSE.id]);
    expect(yearFailureOf(store.getState(), 'baseline', HOUSE.id)).toEqual([LOST]);
    expect(buildingStateOf(store.getState(), 'baseline', HOUSE.id)!.failure).toEqual([LOST]);
    store.setState({ selection: { kind: 'building', id: OTHER.id } });
    for (let times = 0; times < 400 && calls.length < 2; times += 1) await turn();
    for (let times = 0; times < 400 && store.getState().building.years['baseline'] === undefined; times += 1)
      await turn();
    expect(buildingStateOf(store.getState(), 'baseline', OTHER.id)!.figures).not.toBeNull();
    lost = false;
    store.setState({ selection: { kind: 'building', id: HOUSE.id } });
    actions.building.retryYears();
    await settled(store, ['baseline']);
    expect(yearFailureOf(store.getState(), 'baseline', HOUSE.id)).toBeNull();
  });

  it('or that nobody wants any more, is ended, and the next one begins', async () => {
    const asked: { id: string; signal: AbortSignal | undefined }[] = [];
    const { store } = open(undefined, {
      ...engine,
      buildingYear: (_, id, options) => {
        const signal = options?.signal;
        asked.push({ id, signal });
        return new Promise((resolve) => signal?.addEventListener('abort', () => resolve(fail([LOST]))));
      },
    });
    await turn();
    store.setState({ selection: { kind: 'building', id: OTHER.id } });
    await turn();
    expect(asked.map(({ id, signal }) => [id, signal?.aborted])).toEqual([
      [HOUSE.id, true],
      [OTHER.id, false],
    ]);
    expect(store.getState().building.failedYears).toEqual({});
  });
});

describe('the way to the station', () => {
  const town = inputOf(smallTown(2)).district;
  const network = town.network!;
  const rows = {
    branchIds: [...network.lines, ...network.transformers].map(({ id }) => id),
  } as unknown as RunResult['rows'];
  const table = {
    branchLoadingMax: Float64Array.from(rows.branchIds, () => 0.5),
    branchLoadingMaxStep: Float64Array.from(rows.branchIds, () => 100),
  } as unknown as RunResult['table'];

  it('has a service cable only where a cable feeds the building, not where the transformer does', () => {
    const supply = supplyOf(network);
    const house = town.buildings.find((one) => {
      const bus = busOf(supply, one);
      return bus >= 0 && supply.feedingBranch[bus]! < network.lines.length;
    })!;
    const partsFor = (of: District) =>
      networkParts(of, house.id, { rows, table, stepS: 3600 }).map(({ part }) => part);
    expect(partsFor(town)).toContain('service');
    const busbar = network.transformers[supply.transformerOfBus[busOf(supply, house)]!]!.toBusId;
    const atBusbar: District = {
      ...town,
      buildings: town.buildings.map((one) =>
        one.id === house.id ? { ...one, connection: { ...one.connection!, busId: busbar } } : one,
      ),
    };
    expect(partsFor(atBusbar)).toEqual(['transformer']);
  });

  it('has no figure of a fuse where there are no data', () => {
    const loads = (of: number) =>
      ({ netPW: Float64Array.of(0, of, 0), netQVar: Float64Array.of(0, 0, 0) }) as unknown as BuildingLoads;
    const house = town.buildings.find(({ connection }) => connection !== null)!;
    expect(fusePart(town, house.id, loads(230))!.percent).toBeGreaterThan(0);
    expect(fusePart(town, house.id, loads(Number.NaN))).toBeNull();
  });

  it('tells the moment of a year in other steps by the steps of the page', () => {
    const { store } = open();
    const [transformer] = district.network!.transformers;
    const old = {
      ...layout,
      rows: { ...layout.rows, branchIds: district.network!.transformers.map(({ id }) => id) },
      table: {
        ...layout.table,
        branchLoadingMax: Float64Array.from(district.network!.transformers, () => 0.5),
        branchLoadingMaxStep: Float64Array.from(district.network!.transformers, () => 100),
      },
    } as unknown as RunResult;
    store.setState({
      stepS: 900,
      runs: { baseline: { status: 'running', progress: null, result: old, issues: [] } },
    });
    const { parts, partsState } = buildingStateOf(store.getState(), 'baseline', HOUSE.id)!;
    expect(transformer).toBeDefined();
    expect(partsState).toBe('old');
    expect(parts.find(({ part }) => part === 'transformer')?.step).toBe(400);
  });
});

it('costs are those of the building that is asked for', () => {
  const { store, actions } = open();
  actions.building.add('roofInsulation');
  const costsAt = (id: string) => buildingStateOf(store.getState(), A, id)!.costs!;
  expect(costsAt(OTHER.id).typicalEur).toBe(0);
  expect(costsAt(HOUSE.id).typicalEur).toBeGreaterThan(0);
  expect(baseline.measures).toEqual([]);
});
