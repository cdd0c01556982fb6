import { beforeAll, describe, expect, it } from 'vitest';
import type { Building } from '../../../src/model/building';
import type { District } from '../../../src/model/district';
import type { RunInput } from '../../../src/model/run';
import { shapesOf } from '../../../src/sim/buildings/shape';
import { compileBuildings, initialState, simulateBuildings } from '../../../src/sim/buildings';
import { simulateBlock, initialBlockState } from '../../../src/study/blockChunk';
import { compileRun, type CompiledRun } from '../../../src/study/compiledRun';
import { emptyLoads } from '../../../src/study/loads/loadBuffers';
import { LOAD_FACTS } from '../../../src/study/loads/loadsKey';
import { inputOf, smallTown } from '../../engine/smallTown';

/**
 * The key holds everything that loads depend on, and no more. Two cheap wrong programs: one that leaves a fact out (its
 * edits would show the loads of before), and one that hashes the whole district (every edit would compute everything). So
 * each field of a building is changed, and what is read is recorded.
 */
const ROW = 3;
let input: RunInput;
let plain: CompiledRun;

function runOf(changed: Partial<RunInput>): CompiledRun {
  const outcome = compileRun({ ...input, ...changed });
  if (!outcome.ok) throw new Error(outcome.issues.map(({ message }) => message).join('; '));
  return outcome.value;
}

/** The district with other facts in one of its buildings. */
function withBuilding(row: number, change: (building: Building) => Building): District {
  const buildings = input.district.buildings.map((building, i) => (i === row ? change(building) : building));
  return { ...input.district, buildings };
}

const changedRun = (facts: Partial<Building>, row = ROW): CompiledRun =>
  runOf({ district: withBuilding(row, (building) => ({ ...building, ...facts })) });

/** A winter and a summer week of one row, as numbers. */
function loadsOf(run: CompiledRun): string {
  const start = initialBlockState(run, 0);
  return [4, 26]
    .map((chunk) => {
      const { loads } = simulateBlock(run, 0, chunk, start);
      const rows = start.length / run.district.buildings.length > 0 ? run.district.buildings.length : 1;
      return Object.entries(loads)
        .map(([name, column]) => {
          const width = column.length / rows;
          return `${name}:${column.slice(ROW * width, (ROW + 1) * width).join()}`;
        })
        .join(';');
    })
    .join('|');
}

beforeAll(() => {
  const town = smallTown(12);
  // Detached, with a gas boiler, a car, panels: so that every fact has something to act on.
  const buildings = town.buildings.map((building, row) =>
    row === ROW
      ? {
          ...building,
          use: 'detached' as const,
          heating: 'airHeatPump' as const,
          households: 1,
          photovoltaics: { peakW: 6000, tiltDeg: 35, azimuthDeg: 180 },
          vehicles: { count: 1, control: 'unmanaged' as const },
        }
      : building,
  );
  input = inputOf({ ...town, buildings });
  plain = runOf({});
});

type Change = (building: Building) => Partial<Building>;

/** Facts that loads depend on, each with another value. */
const ENTERING: Partial<Record<keyof Building, Change>> = {
  id: ({ id }) => ({ id: `${id}-other` }),
  footprint: ({ footprint }) => ({
    footprint: { ...footprint, outer: footprint.outer.map(([x, y]) => [x * 1.2, y] as const) },
  }),
  heightM: ({ heightM }) => ({ heightM: heightM + 3 }),
  roof: ({ roof }) => ({ roof: roof === 'flat' ? 'gabled' : 'flat' }),
  levels: ({ levels }) => ({ levels: levels + 1 }),
  use: () => ({ use: 'office' }),
  constructionYear: ({ constructionYear }) => ({ constructionYear: constructionYear < 1980 ? 2020 : 1950 }),
  households: () => ({ households: 2 }),
  envelope: ({ envelope }) => ({
    envelope: envelope === 'asBuilt' ? 'advancedRefurbishment' : 'asBuilt',
  }),
  overrides: () => ({
    overrides: { infiltrationPerH: { value: 2, source: 'test', quality: 'personal_estimation' } },
  }),
  retrofit: () => ({ retrofit: { wall: { insulationM: 0.2 } } }),
  heating: () => ({ heating: 'directElectric' }),
  // Alone below, beside a boiler without it.
  boilerEfficiency: () => ({
    heating: 'gasBoiler',
    boilerEfficiency: { value: 0.99, source: 'test', quality: 'personal_estimation' },
  }),
  heatPumpUnit: () => ({ heatPumpUnit: { cutOffDegC: 5, sizeShare: 0.5 } }),
  cooling: () => ({
    cooling: 'splitAirConditioner',
    overrides: { coolingSetpointDegC: { value: 15, source: 'test', quality: 'personal_estimation' } },
  }),
  photovoltaics: () => ({ photovoltaics: { peakW: 6000, tiltDeg: 35, azimuthDeg: 90 } }),
  vehicles: () => ({ vehicles: { count: 1, control: 'managed' } }),
  battery: () => ({
    battery: { capacityJ: 36e6, powerW: 5000, control: { kind: 'selfConsumption' } },
  }),
  hotWaterTank: () => ({ hotWaterTank: { volumeM3: 0.3, control: 'thermostat' } }),
  flexibleHeating: () => ({
    flexibleHeating: {
      peakHours: { fromHour: 17, toHour: 20 },
      setbackK: 2,
      preheatK: 1,
      preheatMin: 120,
    },
  }),
  tariff: () => ({
    tariff: {
      tariffId: 'timeOfUse',
      households: [0],
      response: { substitutionElasticity: 0.1, ownPriceElasticity: 0, flexibleShare: 1 },
    },
  }),
  loadControl: () => ({
    loadControl: {
      households: [0],
      hours: { fromHour: 17, toHour: 19 },
      days: 'weekdays',
      cutShare: 0.2,
      reboundShare: 1,
      reboundH: 3,
    },
  }),
  householdElectricity: () => ({
    householdElectricity: { value: 1.5, source: 'test', quality: 'personal_estimation' },
  }),
  meterAudit: () => ({ meterAudit: { recoveredShare: 0.5, savedShare: 0.1 } }),
  consumptionFeedback: () => ({ consumptionFeedback: { households: [0], savedShare: 0.02 } }),
};

/** Facts that none of the loads depends on. */
const OUTSIDE: Partial<Record<keyof Building, Change>> = {
  name: () => ({ name: 'Town hall' }),
  protectedElements: () => ({ protectedElements: ['window'] }),
  smartMeter: () => ({ smartMeter: true }),
  meterAudit: () => ({ meterAudit: { recoveredShare: 0.5, savedShare: 0 } }),
  energyCommunity: () => ({
    energyCommunity: { priceShare: 0.5, gridWaivedShare: 0.5, levyWaivedShare: 0 },
  }),
  evidence: () => ({ evidence: { use: 'assumed' } }),
};

describe('the key of loads', () => {
  it('is decided for each fact: every one that enters is tried below', () => {
    expect([...LOAD_FACTS].sort()).toEqual(Object.keys(ENTERING).sort());
  });

  it.each(Object.entries(ENTERING))('changes with %s, as the loads do', (_, change) => {
    const run = changedRun(change(plain.district.buildings[ROW]!));
    expect(run.compiled.keyOf(ROW)).not.toBe(plain.compiled.keyOf(ROW));
    expect(loadsOf(run)).not.toBe(loadsOf(plain));
  });

  it.each(Object.entries(OUTSIDE))('stays with %s, as the loads do', (_, change) => {
    const run = changedRun(change(plain.district.buildings[ROW]!));
    expect(run.compiled.keyOf(ROW)).toBe(plain.compiled.keyOf(ROW));
    expect(loadsOf(run)).toBe(loadsOf(plain));
  });

  it('changes with how well a boiler burns, as the loads do', () => {
    const [old, fresh] = [0.7, 0.99].map((value) =>
      changedRun({
        heating: 'gasBoiler',
        boilerEfficiency: { value, source: 'test', quality: 'personal_estimation' },
      }),
    );
    expect(fresh!.compiled.keyOf(ROW)).not.toBe(old!.compiled.keyOf(ROW));
    expect(loadsOf(fresh!)).not.toBe(loadsOf(old!));
  });

  it('changes with the phases of the connection alone', () => {
    const { connection } = plain.district.buildings[ROW]!;
    const phases = connection!.phases.length === 1 ? (['a', 'b', 'c'] as const) : (['b'] as const);
    const other = changedRun({ connection: { ...connection!, phases } });
    expect(other.compiled.keyOf(ROW)).not.toBe(plain.compiled.keyOf(ROW));
    const fused = changedRun({ connection: { ...connection!, mainFuseA: 7 } });
    expect(fused.compiled.keyOf(ROW)).toBe(plain.compiled.keyOf(ROW));
    expect(loadsOf(fused)).toBe(loadsOf(plain));
    const busId = plain.district.buildings.find((_, row) => row !== ROW)!.connection!.busId;
    const moved = changedRun({ connection: { ...connection!, busId } });
    expect(moved.compiled.keyOf(ROW)).toBe(plain.compiled.keyOf(ROW));
    expect(loadsOf(moved)).toBe(loadsOf(plain));
  });

  it('stays where the whole district stands higher', () => {
    const buildings = input.district.buildings.map((building) => ({
      ...building,
      baseElevationM: building.baseElevationM + 100,
    }));
    const lifted = runOf({ district: { ...input.district, buildings } });
    expect(lifted.compiled.keyOf(ROW)).toBe(plain.compiled.keyOf(ROW));
    expect(loadsOf(lifted)).toBe(loadsOf(plain));
  });

  it("changes with a neighbour's height, which takes the sun, and not with its retrofit or with one far away", () => {
    const shapes = shapesOf(plain.district.buildings);
    const taller = plain.district.buildings.map((_, row) =>
      row === ROW ? plain : changedRun({ heightM: 60 }, row),
    );
    const seen = taller.map((run) => shapesOf(run.district.buildings)[ROW]!);
    const moved = seen.map((shape) => JSON.stringify(shape) !== JSON.stringify(shapes[ROW]));
    expect(moved.filter(Boolean).length).toBeGreaterThan(0);
    expect(moved.filter((changed) => !changed).length).toBeGreaterThan(1);
    taller.forEach((run, row) => {
      expect(run.compiled.keyOf(ROW) === plain.compiled.keyOf(ROW)).toBe(!moved[row]);
    });
    const insulated = changedRun({ retrofit: { wall: { insulationM: 0.2 } } }, ROW + 1);
    expect(insulated.compiled.keyOf(ROW)).toBe(plain.compiled.keyOf(ROW));
    expect(insulated.compiled.keyOf(ROW + 1)).not.toBe(plain.compiled.keyOf(ROW + 1));
  });

  it('changes with weather, step, region, seed and weekday, and not with what a district is called', () => {
    const { weather, district } = input;
    const tempDegC = Float64Array.from(weather.tempDegC);
    tempDegC[8000]! += 1e-9;
    const others = [
      runOf({ weather: { ...weather, tempDegC } }),
      runOf({ weather: { ...weather, latitudeDeg: weather.latitudeDeg + 1 } }),
      runOf({ weather: { ...weather, startWeekday: (weather.startWeekday + 1) % 7 } }),
      runOf({ stepS: 900 }),
      runOf({ district: { ...district, seed: district.seed + 1 } }),
      runOf({ district: { ...district, archetypeRegion: 'nordic' } }),
    ].map((run) => run.compiled.keyOf(ROW));
    expect(new Set([...others, plain.compiled.keyOf(ROW)]).size).toBe(others.length + 1);
    const renamed = runOf({ district: { ...district, name: 'Elsewhere' } });
    expect(renamed.compiled.keyOf(ROW)).toBe(plain.compiled.keyOf(ROW));
    expect(runOf({ weather: structuredClone(weather) }).compiled.keyOf(ROW)).toBe(plain.compiled.keyOf(ROW));
  });
});

describe('what a building is compiled and run from', () => {
  it('is the facts in the key, its shape and the region: without all others it runs as before', () => {
    const { district, calendar } = plain;
    let hidden = false;
    const only = <Value extends object>(value: Value, facts: readonly (keyof Value)[]): Value =>
      new Proxy(value, {
        get: (target, fact) =>
          hidden && !facts.includes(fact as keyof Value) ? undefined : (Reflect.get(target, fact) as unknown),
      });
    const buildings = district.buildings.map((building) =>
      only({ ...building, connection: only(building.connection!, ['phases']) }, [
        ...LOAD_FACTS,
        'connection',
      ]),
    );
    const watched = only({ ...district, buildings }, ['buildings', 'archetypeRegion']);
    const simulated = () => {
      const { weather } = input;
      const compiled = compileBuildings(
        { district: watched, weather, calendar, seed: district.seed },
        0,
        buildings.length,
      );
      const state = initialState(compiled);
      const loads = emptyLoads(buildings.length, 168);
      simulateBuildings(compiled, state, 0, 168, loads);
      return { ...loads, state };
    };
    // Shapes are kept with the list: found here, they are there when heights above the sea are gone.
    const before = simulated();
    hidden = true;
    expect(watched.buildings[ROW]!.baseElevationM).toBeUndefined();
    expect(simulated()).toEqual(before);
  });
});
