import { describe, expect, it } from 'vitest';
import {
  CHARGING_CONTROLS,
  type Building,
  type HotWaterTank,
  type Photovoltaics,
} from '../../../src/model/building';
import { END_USES, type EndUse } from '../../../src/model/run';
import { BUILDING_LOADS, type BuildingLoads } from '../../../src/sim/arrays/buildingLoads';
import { BUILDING_STATE_NUMBERS, TANK_STATE_AT } from '../../../src/sim/arrays/buildingState';
import { compileBuildings, initialState, simulateBuildings } from '../../../src/sim/buildings';
import { photovoltaicShareOf } from '../../../src/sim/buildings/climate';
import { fillHotWater } from '../../../src/sim/buildings/fillPeople';
import { box, calendarOf, districtOf, loadsFor, sineWeather, sumOf, yearOf } from './town';

/**
 * A tank and a plant of several planes inside the year of a building. The cheapest wrong programs: the field is ignored,
 * the tank's loss is nobody's, a draw that the tank cannot give is forgotten, its state is not carried on, a building
 * without the fields takes the new path.
 */
const weather = sineWeather();
const HOURS = 8760;
const COLUMNS = Object.keys(BUILDING_LOADS) as (keyof BuildingLoads)[];
const tankOf = (control: HotWaterTank['control'], volumeM3 = 0.2): HotWaterTank => ({ volumeM3, control });
const SOUTH: Photovoltaics = { peakW: 6000, tiltDeg: 35, azimuthDeg: 180 };
const EAST_WEST: Photovoltaics = {
  ...SOUTH,
  planes: [
    { peakW: 3000, tiltDeg: 35, azimuthDeg: 90 },
    { peakW: 3000, tiltDeg: 35, azimuthDeg: 270 },
  ],
};
const home = (changes: Partial<Building>, id = 'home'): Building =>
  box(id, 'detached', { households: 1, heating: 'directElectric', ...changes });

const compile = (buildings: readonly Building[], stepS: 3600 | 900 = 3600) =>
  compileBuildings(
    { district: districtOf(buildings), weather, calendar: calendarOf(stepS, 0), seed: 1 },
    0,
    buildings.length,
  );
const rowOf = (out: BuildingLoads, name: keyof BuildingLoads, row: number, rows: number): Float64Array => {
  const width = out[name].length / rows;
  return out[name].subarray(row * width, (row + 1) * width);
};
const useOf = (out: BuildingLoads, use: EndUse): Float64Array =>
  out.endUseW.subarray(END_USES.indexOf(use) * HOURS, (END_USES.indexOf(use) + 1) * HOURS);
const mostOf = (values: Float64Array): number => values.reduce((most, value) => Math.max(most, value), 0);

/** Regulation (EU) 814/2013: 16.66 + 8.33 V^0.4 W at 45 K over the room, V in litres. */
const ecodesignWPerK = (litres: number): number => (16.66 + 8.33 * litres ** 0.4) / 45;

describe('a building without the fields', () => {
  const plain = home({ photovoltaics: SOUTH }, 'plain');

  it('has the same bits beside a neighbour that has them', () => {
    const neighbour = home({ photovoltaics: SOUTH }, 'neighbour');
    const wired = { ...neighbour, photovoltaics: EAST_WEST, hotWaterTank: tankOf('offPeak') };
    const [before, after] = [yearOf([plain, neighbour], weather), yearOf([plain, wired], weather)];
    for (const name of COLUMNS) expect(rowOf(after, name, 0, 2), name).toEqual(rowOf(before, name, 0, 2));
    for (const name of ['endUseW', 'netPW'] as const)
      expect(rowOf(after, name, 1, 2), name).not.toEqual(rowOf(before, name, 1, 2));
    // The neighbour's own rooms do not feel its tank, nor does anybody draw more.
    for (const name of ['heatNeedW', 'airDegC', 'hotWaterNeedW'] as const)
      expect(rowOf(after, name, 1, 2), name).toEqual(rowOf(before, name, 1, 2));
  });

  it('draws its hot water and shines by the one plane and usual inverter, and keeps no tank', () => {
    const compiled = compile([plain]);
    const state = initialState(compiled);
    const out = loadsFor(1, HOURS);
    simulateBuildings(compiled, state, 0, HOURS, out);
    const drawn = new Float64Array(HOURS);
    fillHotWater(compiled, compiled.rows[0]!, {
      values: drawn,
      offset: 0,
      fromStep: 0,
      toStep: HOURS,
      stepMin: 60,
    });
    expect(out.hotWaterNeedW).toEqual(drawn);
    expect(useOf(out, 'hotWater')).toEqual(drawn);
    const share = photovoltaicShareOf(compiled.climate, weather, compiled.calendar, 35, 180);
    expect(useOf(out, 'photovoltaics')).toEqual(share.map((value) => 6000 * value));
    expect(state.subarray(TANK_STATE_AT).every((value) => value === 0)).toBe(true);
  });
});

describe('a building with a tank', () => {
  const drawnW = yearOf([home({})], weather).hotWaterNeedW;

  // The small one cannot give every draw.
  it.each([200, 30])(
    'of %i litres balances every hour: stored = heated - drawn - lost, within its limits',
    (litres) => {
      const compiled = compile([home({ hotWaterTank: tankOf('thermostat', litres / 1000) })]);
      const state = initialState(compiled);
      const capacityJPerK = 4186 * litres;
      let givesFromStore = 0;
      for (let step = 0; step < 28 * 24; step += 1) {
        const before = state[TANK_STATE_AT]!;
        const out = loadsFor(1, 1);
        simulateBuildings(compiled, state, step, step + 1, out);
        const after = state[TANK_STATE_AT]!;
        const heatedW = out.endUseW[END_USES.indexOf('hotWater')]!;
        expect(out.hotWaterNeedW[0]!).toBe(drawnW[step]!);
        const lostW = heatedW - drawnW[step]! - (capacityJPerK * (after - before)) / 3600;
        // Within an hour the water goes one way only, so that the mean loss lies between those of its two ends.
        const [cool, warm] = [Math.min(before, after), Math.max(before, after)];
        expect(lostW).toBeGreaterThan(ecodesignWPerK(litres) * (cool - 20) - 1e-6);
        expect(lostW).toBeLessThan(ecodesignWPerK(litres) * (warm - 20) + 1e-6);
        expect(cool).toBeGreaterThan(42 - 1e-9);
        expect(warm).toBeLessThan(55 + 1e-9);
        // 20 W of heater a litre, beside what the tank cannot give of a draw.
        expect(heatedW).toBeLessThan(20 * litres + drawnW[step]!);
        if (drawnW[step]! > 0 && heatedW < drawnW[step]!) givesFromStore += 1;
      }
      expect(givesFromStore).toBeGreaterThan(10);
    },
  );

  it.each(['thermostat', 'offPeak', 'photovoltaicSurplus'] as const)(
    'by %s heats over the year what is drawn and what is lost, nothing else',
    (control) => {
      const out = yearOf([home({ hotWaterTank: tankOf(control), photovoltaics: SOUTH })], weather);
      const moreWh = sumOf(useOf(out, 'hotWater')) - sumOf(drawnW);
      const storedWh = (4.186e6 * 0.2 * 23) / 3600;
      expect(moreWh).toBeGreaterThan(ecodesignWPerK(200) * (42 - 20) * HOURS - storedWh);
      expect(moreWh).toBeLessThan(ecodesignWPerK(200) * (65 - 20) * HOURS + storedWh);
      expect(out.hotWaterNeedW).toEqual(drawnW);
    },
  );

  it('is charged with fuel and by a heat pump as hot water was before', () => {
    const hotWaterTank = tankOf('offPeak');
    const gas = yearOf([home({ hotWaterTank, heating: 'gasBoiler' })], weather);
    // Draws come in other pieces than an electric heater's, with the same heat in the year.
    const heatedW = useOf(yearOf([home({ hotWaterTank })], weather), 'hotWater');
    const chargedW = gas.fuelW.map((fuel, i) => 0.92 * fuel - gas.heatNeedW[i]!);
    expect(sumOf(chargedW) / sumOf(heatedW)).toBeCloseTo(1, 2);
    expect(sumOf(chargedW) / sumOf(gas.hotWaterNeedW)).toBeGreaterThan(1.05);
    // 20 W of heater a litre, beside what the tank cannot give of a draw.
    for (let i = 0; i < HOURS; i += 1)
      expect(chargedW[i]!).toBeLessThan(20 * 200 + gas.hotWaterNeedW[i]! + 1e-6);
    const oil = yearOf([home({ hotWaterTank, heating: 'oilBoiler' })], weather);
    expect(mostOf(oil.fuelW.map((value, i) => Math.abs(0.87 * value - 0.92 * gas.fuelW[i]!)))).toBeLessThan(
      1e-6,
    );
    expect(mostOf(useOf(gas, 'hotWater'))).toBe(0);
    const [pump, without] = [{ hotWaterTank }, {}].map((changes) =>
      yearOf([home({ heating: 'airHeatPump', ...changes })], weather),
    );
    const perHeat = sumOf(useOf(pump!, 'hotWater')) / sumOf(heatedW);
    const perDraw = sumOf(useOf(without!, 'hotWater')) / sumOf(without!.hotWaterNeedW);
    expect(perHeat / perDraw).toBeGreaterThan(0.9);
    expect(perHeat / perDraw).toBeLessThan(1.1);
  });

  it('off peak takes most of its heat by night, when little is drawn', () => {
    const out = yearOf([home({ hotWaterTank: tankOf('offPeak', 0.5) })], weather);
    const nightly = (values: Float64Array): number =>
      sumOf(values.filter((_, hour) => hour % 24 >= 22 || hour % 24 < 6)) / sumOf(values);
    expect(nightly(drawnW)).toBeLessThan(0.3);
    expect(nightly(useOf(out, 'hotWater'))).toBeGreaterThan(0.6);
  });

  it('with surplus buys less than by thermostat, and fuel cannot be made of surplus', () => {
    const boughtW = (control: HotWaterTank['control'], photovoltaics: Photovoltaics | null): number => {
      const out = yearOf([home({ hotWaterTank: tankOf(control), photovoltaics })], weather);
      let bought = 0;
      for (let i = 0; i < HOURS; i += 1)
        bought += Math.max(0, out.netPW[i]! + out.netPW[HOURS + i]! + out.netPW[2 * HOURS + i]!);
      return bought;
    };
    expect(boughtW('photovoltaicSurplus', SOUTH)).toBeLessThan(boughtW('thermostat', SOUTH) - 500e3);
    const hotWaterTank = tankOf('photovoltaicSurplus');
    const sunny = yearOf([home({ hotWaterTank, heating: 'gasBoiler', photovoltaics: SOUTH })], weather);
    const dark = yearOf([home({ hotWaterTank, heating: 'gasBoiler' })], weather);
    expect(sunny.fuelW).toEqual(dark.fuelW);
  });
});

it('a tank takes its surplus before cars do, the same under every control of theirs', () => {
  const hotWaterTank = tankOf('photovoltaicSurplus');
  const waterOf = (vehicles: Building['vehicles']): Float64Array =>
    useOf(yearOf([home({ hotWaterTank, photovoltaics: SOUTH, vehicles })], weather), 'hotWater');
  const without = waterOf(null);
  for (const control of CHARGING_CONTROLS) expect(waterOf({ count: 2, control }), control).toEqual(without);
});

describe.each([3600, 900] as const)('any cut of the year at steps of %i s', (stepS) => {
  it('gives the same bits', () => {
    const compiled = compile(
      [
        home({ hotWaterTank: tankOf('thermostat'), photovoltaics: EAST_WEST }, 'one'),
        home({ hotWaterTank: tankOf('offPeak'), heating: 'gasBoiler' }, 'two'),
        home({ hotWaterTank: tankOf('photovoltaicSurplus'), photovoltaics: SOUTH }, 'three'),
        home({ heating: 'airHeatPump', vehicles: { count: 2, control: 'unmanaged' } }, 'four'),
      ],
      stepS,
    );
    const rows = compiled.rows.length;
    const perDay = 86400 / stepS;
    const end = 45 * perDay;
    const start = initialState(compiled);
    expect(start.length).toBe(rows * BUILDING_STATE_NUMBERS);
    const whole = loadsFor(rows, end);
    const last = start.slice();
    simulateBuildings(compiled, last, 0, end, whole);
    const everyStep = Array.from({ length: 2 * perDay }, (_, step) => step);
    const cuts = [...everyStep, 7 * perDay + 7, 31 * perDay - 1, 31 * perDay, end];
    const state = start.slice();
    for (let cut = 0; cut + 1 < cuts.length; cut += 1) {
      const [from, to] = [cuts[cut]!, cuts[cut + 1]!];
      const part = loadsFor(rows, to - from);
      for (const name of COLUMNS) part[name].fill(NaN);
      simulateBuildings(compiled, state, from, to, part);
      for (const name of COLUMNS) {
        for (let at = 0; at < part[name].length / (to - from); at += 1) {
          const mine = part[name].subarray(at * (to - from), (at + 1) * (to - from));
          expect(mine, name).toEqual(whole[name].subarray(at * end + from, at * end + to));
        }
      }
    }
    expect(state).toEqual(last);
  });
});

describe('a building with planes', () => {
  const sunOf = (photovoltaics: Photovoltaics): Float64Array =>
    useOf(yearOf([home({ photovoltaics })], weather), 'photovoltaics');

  it('clips east and west together at the inverter', () => {
    const [wide, narrow] = [sunOf(EAST_WEST), sunOf({ ...EAST_WEST, inverterW: 1500 })];
    expect(mostOf(wide)).toBeGreaterThan(2000);
    expect(mostOf(narrow)).toBe(1500);
    expect(narrow.filter((value) => value === 1500).length).toBeGreaterThan(100);
    // One inverter for both: east alone seldom fills it.
    const east = sunOf({ ...SOUTH, planes: [EAST_WEST.planes![0]!], inverterW: 1500 });
    expect(sumOf(narrow)).toBeGreaterThan(1.2 * sumOf(east));
  });

  it('has its morning from the east, and one plane in two halves is that plane', () => {
    const [both, south] = [sunOf(EAST_WEST), sunOf(SOUTH)];
    const morning = (values: Float64Array): number =>
      sumOf(values.filter((_, hour) => hour % 24 === 7)) / sumOf(values);
    expect(morning(both)).toBeGreaterThan(1.3 * morning(south));
    const half = { ...SOUTH, peakW: 3000 };
    const halves = sunOf({ ...SOUTH, planes: [half, half], inverterW: 5000 });
    const one = sunOf({ ...SOUTH, inverterW: 5000 });
    expect(mostOf(halves.map((value, i) => Math.abs(value - one[i]!)))).toBeLessThan(1e-6);
  });

  it('shares a plane between compilations of the same weather and step', () => {
    const plane = (stepS: 3600 | 900): Float64Array =>
      compile([home({ photovoltaics: EAST_WEST })], stepS).rows[0]!.photovoltaicPlant!.planes[0]!.dcShare;
    expect(plane(3600)).toBe(plane(3600));
    expect(plane(900).length).toBe(4 * plane(3600).length);
  });

  it('keeps none of the years behind a skyline, which belong to their row', () => {
    const { climate, calendar } = compile([home({ photovoltaics: SOUTH })]);
    const kept = climate.photovoltaicShares.size;
    const horizon = { elevationDeg: [10, 20, 30, 20] };
    const shaded = () => [
      photovoltaicShareOf(climate, weather, calendar, 35, 180, horizon),
      climate.planeShares.dcShare(35, 180, horizon),
    ];
    const [first, second] = [shaded(), shaded()];
    expect(second).toEqual(first);
    second.forEach((share, i) => expect(share).not.toBe(first[i]));
    expect(climate.photovoltaicShares.size).toBe(kept);
    expect(photovoltaicShareOf(climate, weather, calendar, 35, 180)).toBe(
      photovoltaicShareOf(climate, weather, calendar, 35, 180),
    );
  });

  // VDE-AR-N 4105: 4.6 kVA of inverter, whatever the modules' peak.
  it.each([
    ['5.4 kWp on the usual 4.5 kVA', { ...SOUTH, peakW: 5400 }, true],
    ['5.6 kWp on the usual 4.67 kVA', { ...SOUTH, peakW: 5600 }, false],
    ['6 kWp in two planes on 4.6 kVA', { ...EAST_WEST, inverterW: 4600 }, true],
    ['4 kWp on an inverter of 5 kVA', { ...SOUTH, peakW: 4000, inverterW: 5000 }, false],
  ])('of %s feeds by its inverter into one phase or three', (_, photovoltaics, isSingle) => {
    const out = yearOf([home({ photovoltaics })], weather);
    const sun = useOf(out, 'photovoltaics');
    let worstW = 0;
    const { plantPhase } = compile([home({ photovoltaics })]).rows[0]!;
    const others = [0, 1, 2].filter((phase) => phase !== plantPhase);
    for (let i = 0; i < HOURS; i += 1) {
      for (const other of others) {
        const between = out.netPW[other * HOURS + i]! - out.netPW[plantPhase * HOURS + i]!;
        worstW = Math.max(worstW, Math.abs(between - (isSingle ? sun[i]! : 0)));
      }
    }
    expect(mostOf(sun)).toBeGreaterThan(1000);
    expect(worstW).toBeLessThan(1e-6);
  });
});
