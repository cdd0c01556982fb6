import { describe, expect, it, test } from 'vitest';
import type { BatteryControl, Building, HomeBattery } from '../../../src/model/building';
import { END_USES, NET_SIGNS, type EndUse } from '../../../src/model/run';
import type { BuildingLoads } from '../../../src/sim/arrays/buildingLoads';
import { BATTERY_STATE_AT } from '../../../src/sim/arrays/buildingState';
import { compileBuildings, initialState, simulateBuildings } from '../../../src/sim/buildings';
import { BATTERY_DEFAULTS } from '../../../src/sim/devices';
import { differing } from '../devices/fuzz';
import { box, calendarOf, districtOf, loadsFor, sineWeather, sumOf } from './town';

/**
 * A battery behind the meter of a building, through its year. The cheapest wrong programs: it is charged from the load
 * without the panels or the cars, its losses vanish, it begins every chunk anew, its charge is counted as generation, it sits
 * on the wrong phase.
 */
const weather = sineWeather();
const COUNT = 8760;
const KWH = 3.6e6;
const HOUSE: Partial<Building> = {
  households: 1,
  photovoltaics: { peakW: 6000, tiltDeg: 35, azimuthDeg: 180 },
  vehicles: { count: 1, control: 'vehicleToGrid' },
};
const batteryOf = (kWh: number, changes: Partial<HomeBattery> = {}): HomeBattery => ({
  capacityJ: kWh * KWH,
  powerW: 500 * kWh,
  control: { kind: 'selfConsumption' },
  ...changes,
});

function run(changes: Partial<Building>) {
  const building = box('home', 'detached', { ...HOUSE, ...changes });
  const input = { district: districtOf([building]), weather, calendar: calendarOf(3600, 0), seed: 4 };
  const compiled = compileBuildings(input, 0, 1);
  const loads = loadsFor(1, COUNT);
  const state = initialState(compiled);
  const before = state[BATTERY_STATE_AT]!;
  simulateBuildings(compiled, state, 0, COUNT, loads);
  const [afterJ, capacityJ] = state.subarray(BATTERY_STATE_AT);
  const { plantPhase } = compiled.rows[0]!;
  return { loads, storedJ: [before, afterJ!] as const, capacityJ: capacityJ!, plantPhase };
}

const useOf = ({ endUseW }: BuildingLoads, use: EndUse): Float64Array =>
  endUseW.subarray(END_USES.indexOf(use) * COUNT, (END_USES.indexOf(use) + 1) * COUNT);
const phaseOf = ({ netPW }: BuildingLoads, phase: number): Float64Array =>
  netPW.subarray(phase * COUNT, (phase + 1) * COUNT);

/** At the meter, by the phases: what the power flow sees. */
function netOf(loads: BuildingLoads): Float64Array {
  return phaseOf(loads, 0).map((w, i) => w + phaseOf(loads, 1)[i]! + phaseOf(loads, 2)[i]!);
}

function meters(loads: BuildingLoads) {
  const net = netOf(loads);
  const sum = (of: (w: number) => number): number => (sumOf(net.map(of)) * 3600) / KWH;
  return { imported: sum((w) => Math.max(w, 0)), exported: sum((w) => Math.max(-w, 0)) };
}
const kWhOf = (loads: BuildingLoads, use: EndUse): number => (sumOf(useOf(loads, use)) * 3600) / KWH;

const none = run({});
const CONTROLS: readonly BatteryControl[] = [
  { kind: 'selfConsumption' },
  { kind: 'peakShaving', limitW: 500, fillBelowW: 300 },
  { kind: 'tariff', cheapHours: { fromHour: 1, toHour: 5 }, dearHours: { fromHour: 17, toHour: 21 } },
];

describe.each(CONTROLS)('a battery under $kind', (control) => {
  const battery = batteryOf(8, { control });
  const { loads, storedJ, capacityJ } = run({ battery });
  const [charge, discharge] = [useOf(loads, 'batteryCharging'), useOf(loads, 'batteryDischarging')];

  it('gives back what it took, less its losses and what it still holds', () => {
    const { chargeEfficiency, dischargeEfficiency } = BATTERY_DEFAULTS;
    const inCellsJ = 3600 * (chargeEfficiency * sumOf(charge) - sumOf(discharge) / dischargeEfficiency);
    const heldJ = storedJ[1] - storedJ[0];
    // What a faded battery has no room for becomes heat at midnight: never more than it has faded.
    expect(inCellsJ - heldJ).toBeGreaterThan(-1);
    expect(inCellsJ - heldJ).toBeLessThan(battery.capacityJ - capacityJ);
    expect(sumOf(discharge)).toBeGreaterThan(0.5 * sumOf(charge));
    expect(kWhOf(loads, 'batteryDischarging')).toBeGreaterThan(200);
  });

  it('holds at most its capacity, at least its reserve, and its power', () => {
    const { chargeEfficiency, dischargeEfficiency, minStoredShare } = BATTERY_DEFAULTS;
    let inCellsJ = storedJ[0];
    for (let i = 0; i < COUNT; i += 1) {
      expect(Math.max(charge[i]!, discharge[i]!)).toBeLessThanOrEqual(battery.powerW);
      expect(Math.min(charge[i]!, discharge[i]!)).toBe(0);
      inCellsJ += 3600 * (chargeEfficiency * charge[i]! - discharge[i]! / dischargeEfficiency);
      if (discharge[i]! > 0) expect(inCellsJ).toBeGreaterThanOrEqual(minStoredShare * capacityJ * (1 - 1e-9));
    }
    expect(capacityJ).toBeLessThan(battery.capacityJ);
    expect(capacityJ).toBeGreaterThan(0.95 * battery.capacityJ);
    expect(storedJ[1]).toBeLessThanOrEqual(capacityJ);
  });

  it('never feeds the grid', () => {
    const net = netOf(loads);
    discharge.forEach((w, i) => w > 0 && expect(net[i]!).toBeGreaterThan(-1e-6));
  });

  it('changes nothing but its own columns and the net power, which is loads less generation', () => {
    for (const use of END_USES.filter((one) => !one.startsWith('battery')))
      expect(differing(useOf(loads, use), useOf(none.loads, use)), use).toBe(0);
    const net = netOf(loads);
    for (let i = 0; i < COUNT; i += 13) {
      const sum = END_USES.reduce((w, use, u) => w + NET_SIGNS[u]! * useOf(loads, use)[i]!, 0);
      expect(net[i]!).toBeCloseTo(sum, 6);
    }
  });
});

describe('self-consumption', () => {
  const sizes = [0, 2, 5, 10].map((kWh) => ({
    kWh,
    ...(kWh === 0 ? none : run({ battery: batteryOf(kWh) })),
  }));

  it('rises with the battery: less is given away, less is bought, and the difference is its losses', () => {
    const generated = kWhOf(none.loads, 'photovoltaics');
    const base = meters(none.loads);
    let [share, bought] = [0, Infinity];
    for (const { kWh, loads, storedJ } of sizes) {
      const { imported, exported } = meters(loads);
      const used = END_USES.reduce(
        (sum, use, u) => (use === 'photovoltaics' ? sum : sum + NET_SIGNS[u]! * kWhOf(loads, use)),
        0,
      );
      // What crosses the meter is what is used less what the panels make.
      expect(imported - exported).toBeCloseTo(used - generated, 6);
      expect(1 - exported / generated, `${kWh} kWh`).toBeGreaterThan(share);
      expect(imported).toBeLessThan(bought);
      [share, bought] = [1 - exported / generated, imported];
      if (kWh === 0) continue;
      const lost = kWhOf(loads, 'batteryCharging') - kWhOf(loads, 'batteryDischarging');
      expect(base.exported - exported - (base.imported - imported)).toBeCloseTo(lost, 6);
      expect(lost - (storedJ[1] - storedJ[0]) / KWH).toBeGreaterThan(0);
    }
    expect(share).toBeGreaterThan(0.55);
  });

  it('stores no more than is left over, nor while something is bought', () => {
    const { loads } = sizes[2]!;
    const without = netOf(none.loads);
    useOf(loads, 'batteryCharging').forEach((w, i) => {
      if (w > 0) expect(w).toBeLessThanOrEqual(-without[i]! + 1e-6);
    });
    useOf(loads, 'batteryDischarging').forEach((w, i) => {
      if (w > 0) expect(w).toBeLessThanOrEqual(without[i]! + 1e-6);
    });
  });
});

test('a tariff battery charges in its cheap hours and covers its dear ones', () => {
  const { loads } = run({ photovoltaics: null, battery: batteryOf(8, { control: CONTROLS[2]! }) });
  const hours = (use: EndUse): Set<number> =>
    new Set([...useOf(loads, use).entries()].flatMap(([i, w]) => (w > 0 ? [i % 24] : [])));
  const [charging, discharging] = [hours('batteryCharging'), hours('batteryDischarging')];
  expect(charging.has(1) && discharging.has(17) && discharging.has(20)).toBe(true);
  for (const hour of charging) expect([1, 2, 3, 4]).toContain(hour);
  for (const hour of discharging) expect([17, 18, 19, 20]).toContain(hour);
});

test('up to 4.6 kW sit on the one phase drawn for the plant, larger ones on all, at no reactive power', () => {
  const connection = { busId: 'bus', phases: ['c', 'a', 'b'] as const, mainFuseA: 63 };
  const before = run({ connection }).loads;
  for (const [powerW, lone] of [
    [4600, true],
    [4601, false],
  ] as const) {
    const { loads, plantPhase } = run({ connection, battery: { ...batteryOf(8), powerW } });
    const net = useOf(loads, 'batteryCharging').map((w, i) => w - useOf(loads, 'batteryDischarging')[i]!);
    let worstW = 0;
    for (let i = 0; i < COUNT; i += 1) {
      for (const phase of [0, 1, 2]) {
        const expected = lone ? (phase === plantPhase ? net[i]! : 0) : net[i]! / 3;
        const added = phaseOf(loads, phase)[i]! - phaseOf(before, phase)[i]!;
        worstW = Math.max(worstW, Math.abs(added - expected));
      }
    }
    expect(worstW, `${powerW} W`).toBeLessThan(1e-6);
    expect(differing(loads.netQVar, before.netQVar)).toBe(0);
  }
});
