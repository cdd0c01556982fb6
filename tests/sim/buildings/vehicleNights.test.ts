import { describe, expect, it, test } from 'vitest';
import { CHARGING_CONTROLS, type Building, type ElectricVehicles } from '../../../src/model/building';
import { END_USES, type EndUse } from '../../../src/model/run';
import type { BuildingLoads } from '../../../src/sim/arrays/buildingLoads';
import { compileBuildings, initialState, simulateBuildings } from '../../../src/sim/buildings';
import { dayKindOf } from '../../../src/sim/buildings/useTables';
import { sessionOf, type Session } from '../../../src/sim/devices';
import { differing } from '../devices/fuzz';
import { box, calendarOf, districtOf, loadsFor, sineWeather, sumOf } from './town';

/**
 * Cars that look at their building's load, in the year. What they look at is told again here, from the columns that the
 * run gives. The cheapest wrong programs: plan over nothing, or over the load with the panels on the wrong side; forget the
 * losses of giving back; give into the grid; draw another car for another control.
 */
const weather = sineWeather(6);
const STEP_S = 900;
const PER_DAY = 96;
const NOON = 48;
const COUNT = 365 * PER_DAY;
const KWH = 3.6e6;
const HOUSE: Partial<Building> = {
  households: 1,
  heating: 'airHeatPump',
  photovoltaics: { peakW: 4000, tiltDeg: 35, azimuthDeg: 250 },
  hotWaterTank: { volumeM3: 0.2, control: 'offPeak' },
};

function run(vehicles: ElectricVehicles | null, changes: Partial<Building> = {}, id = 'home') {
  const building = box(id, 'detached', { ...HOUSE, ...changes, vehicles });
  const calendar = calendarOf(STEP_S, 3);
  const input = { district: districtOf([building]), weather, calendar, seed: 9 };
  const compiled = compileBuildings(input, 0, 1);
  const loads = loadsFor(1, COUNT);
  simulateBuildings(compiled, initialState(compiled), 0, COUNT, loads);
  return { loads, cars: compiled.rows[0]!.vehicles };
}

const useOf = ({ endUseW }: BuildingLoads, use: EndUse): Float64Array =>
  endUseW.subarray(END_USES.indexOf(use) * COUNT, (END_USES.indexOf(use) + 1) * COUNT);

/** All that is drawn less what the panels give, without cars and batteries. */
function otherOf(loads: BuildingLoads): Float64Array {
  const uses = ['spaceHeating', 'hotWater', 'cooling', 'appliancesAndLight'] as const;
  return Float64Array.from({ length: COUNT }, (_, i) =>
    uses.reduce((sum, use) => sum + useOf(loads, use)[i]!, -useOf(loads, 'photovoltaics')[i]!),
  );
}

/** Energy of a column between the noon of the first day and that of the last: no night is cut there. */
const wholeNightsJ = (values: Float64Array): number => sumOf(values, NOON, COUNT - NOON) * STEP_S;

type Ran = ReturnType<typeof run>;
const one = Object.fromEntries(
  CHARGING_CONTROLS.map((control) => [control, run({ count: 1, control })]),
) as Record<ElectricVehicles['control'], Ran>;

function sessionsOf({ cars }: Ran, day: number): Session | null {
  return sessionOf(cars[0]!, day, dayKindOf(3, day) !== 0, dayKindOf(3, day + 1) !== 0);
}

describe('the same car under every control', () => {
  it('gets the same energy; giving back adds its losses and no more', () => {
    const asked = Array.from({ length: 364 }, (_, day) => sessionsOf(one.unmanaged, day)?.energyJ ?? 0);
    const wantedJ = asked.reduce((sum, energyJ) => sum + energyJ, 0);
    // A car that charges 4.4 times a week at about 10 kWh.
    expect(wantedJ / KWH).toBeGreaterThan(1000);
    for (const control of CHARGING_CONTROLS) {
      const { loads } = one[control];
      const inJ = wholeNightsJ(useOf(loads, 'vehicleCharging'));
      const outJ = wholeNightsJ(useOf(loads, 'vehicleDischarging'));
      // 0.9 one way each: what is given back was drawn 1 / 0.81 times.
      expect(Math.abs(inJ - outJ / 0.81 - wantedJ) / wantedJ, control).toBeLessThan(1e-9);
      expect(outJ > 100 * KWH, control).toBe(control === 'vehicleToGrid');
    }
  });

  it('leaves all else to the bit', () => {
    const uses = END_USES.filter((use) => !use.startsWith('vehicle'));
    for (const control of CHARGING_CONTROLS) {
      for (const use of uses)
        expect(differing(useOf(one[control].loads, use), useOf(one.unmanaged.loads, use)), use).toBe(0);
      expect(differing(one[control].loads.airDegC, one.unmanaged.loads.airDegC)).toBe(0);
    }
  });

  it('never draws or gives more than its charger, nor both, nor while it is away', () => {
    for (const control of CHARGING_CONTROLS) {
      const { loads, cars } = one[control];
      const [charge, discharge] = [useOf(loads, 'vehicleCharging'), useOf(loads, 'vehicleDischarging')];
      const home = new Uint8Array(COUNT);
      for (let day = -1; day < 365; day += 1) {
        const session = sessionsOf(one[control], day);
        if (!session) continue;
        const from = Math.max(0, Math.floor(session.arrivalMin / 15));
        home.fill(1, from, Math.max(from, Math.ceil(session.departureMin / 15)));
      }
      for (let i = 0; i < COUNT; i += 1) {
        const most = home[i] === 1 ? cars[0]!.powerW * (1 + 1e-9) : 0;
        if (charge[i]! > most || discharge[i]! > most || Math.min(charge[i]!, discharge[i]!) > 0)
          throw new Error(`${control}, step ${i}: ${charge[i]} and ${discharge[i]} W of ${most} W`);
      }
    }
  });
});

/** Steps of the year in which a session is plugged in for the whole step. */
function wholeSteps({ arrivalMin, departureMin }: Session): number[] {
  const from = Math.max(0, Math.ceil(arrivalMin / 15));
  const to = Math.min(COUNT, Math.floor(departureMin / 15));
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}

describe('valley filling', () => {
  it('leaves no step, of any night, into which energy could be moved to lower a higher one', () => {
    const { loads, cars } = one.valleyFilling;
    const charge = useOf(loads, 'vehicleCharging');
    const other = otherOf(loads);
    let nights = 0;
    // The night before the year too: its plan rests on the last afternoon of December.
    for (let day = -1; day < 365; day += 1) {
      const session = sessionsOf(one.valleyFilling, day);
      const steps = session ? wholeSteps(session) : [];
      if (steps.length < 10) continue;
      const drawn = steps.filter((i) => charge[i]! > 1e-6);
      const open = steps.filter((i) => charge[i]! < cars[0]!.powerW - 1e-6);
      if (drawn.length === 0 || open.length === 0) continue;
      const highest = Math.max(...drawn.map((i) => other[i]! + charge[i]!));
      const lowest = Math.min(...open.map((i) => other[i]! + charge[i]!));
      expect(highest, `night ${day}`).toBeLessThanOrEqual(lowest + 1e-3);
      nights += 1;
    }
    expect(nights).toBeGreaterThan(150);
  });

  it('of a block of flats takes the peak of its cars down and keeps a limit that can be kept', () => {
    const flats = { households: 8, heating: 'gasBoiler', photovoltaics: null } as const;
    const peakOf = (loads: BuildingLoads): number =>
      otherOf(loads).reduce((most, w, i) => Math.max(most, w + useOf(loads, 'vehicleCharging')[i]!), 0);
    const unmanaged = run({ count: 6, control: 'unmanaged' }, flats, 'flats').loads;
    const filling = run({ count: 6, control: 'valleyFilling' }, flats, 'flats').loads;
    const alone = otherOf(filling).reduce((most, w) => Math.max(most, w), 0);
    expect(peakOf(unmanaged)).toBeGreaterThan(alone + 5000);
    // Everything is charged, and nothing is added to the highest hour of the year.
    expect(peakOf(filling)).toBe(alone);
    const limited = run({ count: 6, control: 'valleyFilling', limitW: alone }, flats, 'flats').loads;
    expect(peakOf(limited)).toBeLessThanOrEqual(alone);
    expect(sumOf(useOf(filling, 'vehicleCharging'))).toBeGreaterThan(0);
  });
});

describe('time of use', () => {
  it('charges nothing between arrival and the cheap hours, but where time is short', () => {
    const cheapHours = { fromHour: 23, toHour: 6 };
    const { loads, cars } = run({ count: 1, control: 'timeOfUse', cheapHours });
    const charge = useOf(loads, 'vehicleCharging');
    const share = (from: number, to: number): number => {
      let sum = 0;
      for (let day = 0; day < 365; day += 1) sum += sumOf(charge, PER_DAY * day + from, PER_DAY * day + to);
      return sum / sumOf(charge);
    };
    expect(cars[0]!.powerW).toBeGreaterThan(3000);
    expect(share(4 * 17, 4 * 23)).toBeLessThan(0.02);
    expect(share(4 * 23, 4 * 24)).toBeGreaterThan(0.2);
  });
});

describe('giving back', () => {
  it('covers what the building draws and feeds nothing into the grid', () => {
    const { loads } = one.vehicleToGrid;
    const [other, discharge] = [otherOf(loads), useOf(loads, 'vehicleDischarging')];
    discharge.forEach((w, i) => {
      if (w > 0) expect(w).toBeLessThanOrEqual(other[i]! * (1 + 1e-9));
    });
  });

  it('takes the peak of no night higher than valley filling does, and of most of them lower', () => {
    const net = (control: ElectricVehicles['control']): Float64Array => {
      const { loads } = one[control];
      const sum = otherOf(loads);
      const [charge, discharge] = [useOf(loads, 'vehicleCharging'), useOf(loads, 'vehicleDischarging')];
      return sum.map((w, i) => w + charge[i]! - discharge[i]!);
    };
    const [filling, giving] = [net('valleyFilling'), net('vehicleToGrid')];
    let [nights, lower] = [0, 0];
    for (let day = -1; day < 365; day += 1) {
      const session = sessionsOf(one.vehicleToGrid, day);
      const whole = session ? wholeSteps(session) : [];
      if (whole.length < 10) continue;
      // The steps of arrival and departure are part of the plan.
      const steps = [Math.max(0, whole[0]! - 1), ...whole, Math.min(COUNT - 1, whole.at(-1)! + 1)];
      const peakOf = (values: Float64Array): number => Math.max(...steps.map((i) => values[i]!));
      expect(peakOf(giving), `night ${day}`).toBeLessThanOrEqual(peakOf(filling) + 1e-6);
      nights += 1;
      if (peakOf(giving) < 0.9 * peakOf(filling)) lower += 1;
    }
    expect(lower).toBeGreaterThan(0.5 * nights);
  });
});

test('a single-phase car draws and gives on its own phase of the service, a three-phase one on all', () => {
  const connection = { busId: 'bus', phases: ['b', 'c', 'a'] as const, mainFuseA: 63 };
  const phaseOf = ({ netPW }: BuildingLoads, phase: number): Float64Array =>
    netPW.subarray(phase * COUNT, (phase + 1) * COUNT);
  const columns = [1, 2, 0];
  const seen = new Set<number>();
  for (const id of ['h0', 'h1', 'h2', 'h3', 'h4', 'h5']) {
    const vehicles = { count: 1, control: 'vehicleToGrid' } as const;
    const { loads, cars } = run(vehicles, { connection, photovoltaics: null }, id);
    const { phases, servicePhase } = cars[0]!;
    if (seen.has(phases)) continue;
    seen.add(phases);
    const none = run(null, { connection, photovoltaics: null }, id).loads;
    const [charge, discharge] = [useOf(loads, 'vehicleCharging'), useOf(loads, 'vehicleDischarging')];
    let worstW = 0;
    for (let i = 0; i < COUNT; i += 1) {
      const car = charge[i]! - discharge[i]!;
      for (const phase of [0, 1, 2]) {
        const expected = phases === 3 ? car / 3 : phase === columns[servicePhase] ? car : 0;
        const added = phaseOf(loads, phase)[i]! - phaseOf(none, phase)[i]!;
        worstW = Math.max(worstW, Math.abs(added - expected));
      }
    }
    expect(worstW, `${phases} phases`).toBeLessThan(1e-6);
    expect(sumOf(discharge)).toBeGreaterThan(0);
  }
  expect([...seen].sort()).toEqual([1, 3]);
});
