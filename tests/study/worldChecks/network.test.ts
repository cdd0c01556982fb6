import { describe, expect, it, vi } from 'vitest';
import type { District } from '../../../src/model/district';
import type { Network } from '../../../src/model/network';
import { foldScenario, baselineScenario } from '../../../src/scenario';
import { worldChecks, worldJson, WORLD_SETTINGS } from '../../../src/study/worldChecks';
import { caseRun, withCars } from '../../../src/study/worldChecks/cases';
import { crossing, upToAll } from '../../../src/study/worldChecks/crossings';
import { deviceFree } from '../../../src/study/worldChecks/deviceFree';
import { feederUsage, residentialFeeders, type LvFeeder } from '../../../src/study/worldChecks/feeders';
import { networkFigures } from '../../../src/study/worldChecks/networkFigures';
import type { NetworkSeries, ShareSeries } from '../../../src/study/worldChecks/series';
import { solveWeeks, type WeekExtremes } from '../../../src/study/worldChecks/solveWeeks';
import { inProcessEngine } from '../../engine/inProcess';
import { inputOf, measure, smallTown } from '../../engine/smallTown';

vi.setConfig({ testTimeout: 120_000 });
const town = smallTown();
const { weather } = inputOf(town);

/** Two feeders of one transformer and a bus each; cable loadings and lowest voltages by share. */
function extremes(cables: readonly number[], vMinPu: readonly number[], transformer = 0.5): WeekExtremes {
  return {
    vMinPu: Float64Array.from(vMinPu),
    vMaxPu: Float64Array.from(vMinPu, () => 1.02),
    loadingMax: Float64Array.from([...cables, transformer]),
    sourceW: new Float64Array(96).fill(1e5),
  };
}

const feeder = (id: string, row: number): LvFeeder => ({
  ...{ id, transformerRow: 0, headRow: row, mainRows: [row], busRows: [row] },
  ...{ households: 10, customers: 10, ratedVa: 20_000 },
});
const feeders = [feeder('F1', 0), feeder('F2', 1)];
const series = (shares: readonly number[], steps: readonly WeekExtremes[]): ShareSeries => ({
  shares: [0, ...shares],
  extremes: [extremes([0.1, 0.6], [1, 1]), ...steps],
});

function planted(change: Partial<NetworkSeries>): NetworkSeries {
  const fine = series([1], [extremes([0.2, 0.7], [0.98, 0.98])]);
  const run = caseRun({ district: deviceFree(town), weather, stepS: 3600 }, [], []);
  if (!run.ok) throw new Error('no run');
  const base = { ...run.value, rows: { ...run.value.rows, lineCount: 2 } };
  const quiet = { vehicles: fine, coordinated: fine, heatPumps: fine, panels: fine, together: fine };
  return {
    ...{ base, feeders, ...quiet },
    ...{ fifth: { share: 0.1, sourceW: new Float64Array(96).fill(1.1e5) } },
    ...change,
  };
}

describe('a limit', () => {
  const rising = series([0.4, 1], [extremes([0.4, 0.9], [1, 0.97]), extremes([0.8, 1.1], [0.98, 0.85])]);

  it('is passed on a straight line between shares, and at 0 where it was passed before', () => {
    // 0.9 at 40 %, 1.1 at 100 %: half way.
    expect(crossing(rising, (at) => at.loadingMax[1]!)).toBeCloseTo(0.7, 12);
    expect(crossing(rising, (at) => at.loadingMax[0]!)).toBeUndefined();
    expect(crossing(rising, () => 1.2)).toBe(0);
    expect(crossing(upToAll({ ...rising, shares: [0, 1, 2] }), (at) => at.loadingMax[1]!)).toBeUndefined();
  });

  it('is used by cables, and by voltage in both directions', () => {
    const usage = feederUsage(feeders[1]!, extremes([0, 0.6], [1, 0.95]));
    expect(usage.cable).toBe(0.6);
    expect(usage.under).toBeCloseTo(0.5, 12);
    expect(usage.over).toBeCloseTo(0.2, 12);
  });
});

describe('figures of a network', () => {
  const value = (all: NetworkSeries, id: keyof ReturnType<typeof networkFigures>) => {
    const found = networkFigures(all)[id]!;
    return 'value' in found ? found.value : found.reason;
  };

  it('count feeders, not cables and voltages', () => {
    // F1 fails by voltage alone at 55 %, F2 by both at 70 %.
    const vehicles = series(
      [0.4, 0.55, 0.7],
      [
        extremes([0.2, 0.7], [0.95, 0.99]),
        extremes([0.3, 0.9], [0.89, 0.95]),
        extremes([0.4, 1.2], [0.85, 0.8]),
      ],
    );
    const all = planted({ vehicles });
    expect(networkFigures(all).feedersInTrouble).toMatchObject({ value: 50, spread: [0, 100] });
    expect(value(all, 'feedersEver')).toBe(100);
  });

  it('ask whether free capacity tells failing from safe', () => {
    // Free: 20 x (1 - 0.1) / 10 = 1.8 kW and 20 x (1 - 0.6) / 10 = 0.8 kW.
    const failing = (cables: readonly number[]) =>
      planted({ vehicles: series([0.7], [extremes(cables, [1, 1])]) });
    expect(value(failing([0.5, 1.1]), 'freeCapacity')).toBe(1);
    expect(value(failing([1.1, 0.5]), 'freeCapacity')).toBe(-1);
    expect(value(failing([0.5, 0.5]), 'freeCapacity')).toContain('0 of 2');
  });

  it('order failures by the first anywhere, and scale the evening to a fifth of households', () => {
    const cableFirst = series([0.5, 1], [extremes([0.2, 1.1], [1, 1]), extremes([0.3, 1.2], [1, 1], 1.5)]);
    const gap = value(planted({ together: cableFirst }), 'orderOfFailure');
    // Cable at 0.5 x 0.4 / 0.5, transformer half way from 50 to 100 %.
    expect(gap).toBeCloseTo(40 - 75, 9);
    expect(value(planted({}), 'orderOfFailure')).toContain('Nothing');
    // 10 % more with a tenth of households.
    expect(value(planted({}), 'eveningRise')).toBeCloseTo(20, 9);
  });

  it('compare coordinated with uncoordinated cars network by network', () => {
    const vehicles = series([1], [extremes([0.2, 1.4], [1, 1])]);
    const coordinated = series([1, 3], [extremes([0.2, 0.8], [1, 1]), extremes([0.2, 1.2], [1, 1])]);
    // 0.6 -> 1.4 passes at 0.5 cars; 0.8 -> 1.2 passes at 2.
    expect(value(planted({ vehicles, coordinated }), 'coordinatedRatio')).toBeCloseTo(4, 9);
    expect(value(planted({}), 'coordinatedRatio')).toContain('No LV network');
    expect(value(planted({ feeders: [] }), 'panelsFirst')).toContain('no LV feeder');
  });
});

describe('the district of a case', () => {
  const carsOf = ({ buildings }: District) => buildings.map(({ vehicles }) => vehicles?.count ?? 0);

  it('has no device left, and cars as the measure draws them', () => {
    const free = deviceFree(town);
    const left = free.buildings.filter(
      ({ vehicles, photovoltaics, heating, battery }) =>
        vehicles !== null || photovoltaics !== null || heating.endsWith('HeatPump') || battery !== undefined,
    );
    expect(left).toEqual([]);
    const scenario = { ...baselineScenario(free, '', 2026), measures: [measure('vehiclesUnmanaged', 0.4)] };
    const folded = foldScenario(free, [], scenario);
    expect(folded.ok && carsOf(folded.value)).toEqual(carsOf(withCars(free, 0.4, 'unmanaged')));
    const some = carsOf(withCars(free, 2.4, 'valleyFilling'));
    some.forEach((cars, row) => {
      const { households } = free.buildings[row]!;
      expect(cars - 2 * households).toBe(carsOf(withCars(free, 0.4, 'unmanaged'))[row]);
    });
  });

  it('has feeders whose customers are all behind them, services aside', () => {
    const run = caseRun({ district: town, weather, stepS: 3600 }, [], []);
    if (!run.ok) throw new Error('no run');
    const found = residentialFeeders(run.value);
    const households = town.buildings.reduce((sum, each) => sum + each.households, 0);
    expect(found.length).toBeGreaterThan(2);
    expect(found.reduce((sum, each) => sum + each.households, 0)).toBeLessThanOrEqual(households);
    for (const { mainRows, transformerRow, headRow, ratedVa } of found) {
      const { lines, lineTypes } = town.network!;
      expect(transformerRow).toBeGreaterThanOrEqual(0);
      expect(mainRows).toContain(headRow);
      expect(mainRows.every((row) => lines[row]!.role === 'lvMain')).toBe(true);
      const type = lineTypes.find(({ id }) => id === lines[headRow]!.lineTypeId)!;
      expect(ratedVa).toBeCloseTo(692.82 * type.ratedCurrentA * lines[headRow]!.parallel, -1);
    }
  });

  it('rates cables at the voltage of their network, and counts the shop under flats beside them', () => {
    const voltages = (network: Network): Network => ({
      ...network,
      buses: network.buses.map((bus) =>
        bus.nominalVoltageV === 400 ? { ...bus, nominalVoltageV: 416 } : bus,
      ),
    });
    const of = (district: District) => {
      const run = caseRun({ district, weather, stepS: 3600 }, [], []);
      if (!run.ok) throw new Error('no run');
      return residentialFeeders(run.value);
    };
    const plain = of(town);
    const higher = of({ ...town, network: voltages(town.network!) });
    expect(higher[0]!.ratedVa / plain[0]!.ratedVa).toBeCloseTo(1.04, 12);
    const served = new Set(plain[0]!.busRows.map((row) => town.network!.buses[row]!.id));
    const home = town.buildings.find(({ connection, households }) => served.has(connection?.busId ?? '') && households > 0)!; // prettier-ignore
    const shop = { ...home, use: 'restaurant' as const };
    const [changed] = of({ ...town, buildings: town.buildings.map((one) => (one === home ? shop : one)) });
    expect([changed!.households, changed!.customers]).toEqual([
      plain[0]!.households,
      plain[0]!.customers + 1,
    ]);
  });
});

describe('weeks of a network', () => {
  it('are those of the year', async () => {
    const district = deviceFree(town);
    const run = caseRun({ district, weather, stepS: 3600 }, [], []);
    if (!run.ok) throw new Error('no run');
    const solved = solveWeeks(run.value, [0]);
    if (!solved.ok) throw new Error('not solved');
    const engine = inProcessEngine(1);
    const week = await engine.week(inputOf(district), 0);
    engine.dispose();
    if (!week.ok) throw new Error('no week');
    const { branchLoading, busVMagPu } = week.value.table;
    const steps = week.value.stepCount;
    solved.value.loadingMax.forEach((loading, row) => {
      const own = branchLoading.subarray(row * steps, (row + 1) * steps);
      if (loading !== -Infinity) expect(loading).toBe(Math.max(...own));
    });
    solved.value.vMinPu.forEach((v, row) => {
      const own = busVMagPu.subarray(3 * row * steps, 3 * (row + 1) * steps);
      if (v !== Infinity) expect(v).toBe(Math.min(...own));
    });
  });
});

describe('all checks of a district', () => {
  const settings = {
    ...WORLD_SETTINGS,
    ...{ homes: 4, homeWeeks: 1 },
    networkSettings: {
      ...{ coldWeeks: 1, vehicles: [0.4, 0.55, 0.7], coordinated: [1] },
      ...{ heatPumps: [1], panels: [1], together: [1] },
    },
  };
  const done = () => {
    const stages: string[] = [];
    const work = worldChecks({ district: town, weather, stepS: 3600 }, settings);
    for (;;) {
      const next = work.next();
      if (next.done !== true) stages.push(next.value);
      else return { stages, outcome: next.value };
    }
  };

  it('come out the same twice, with every stage named and nothing judged that cannot be', () => {
    const first = done();
    const second = done();
    if (!first.outcome.ok || !second.outcome.ok) throw new Error('not computed');
    const json = worldJson(town.id, 3600, first.outcome.value);
    expect(json).toBe(worldJson(town.id, 3600, second.outcome.value));
    expect(json).not.toContain('NaN');
    expect(first.stages).toEqual([
      ...['homes', 'the network without devices', 'cars: 40 %', 'cars: 55 %', 'cars: 70 %'],
      ...['coordinated cars: 100 %', 'heat pumps: 100 %', 'panels: 100 %', 'all together: 100 %'],
      'heat pumps in a fifth of households',
    ]);
    const street = first.outcome.value.find(({ figure }) => figure.id === 'vehiclePeak')!;
    expect(street.verdict).toBe('not judged');
    expect(first.outcome.value).toHaveLength(16);
  });
});
