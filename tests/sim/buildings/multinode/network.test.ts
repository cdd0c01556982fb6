import { describe, expect, it } from 'vitest';
import type { BuildingModel } from '../../../../src/model/buildingModel/types';
import type { WeatherYear } from '../../../../src/model/weather';
import { calendarOf } from '../../../../src/sim/arrays/calendar';
import {
  AIR_NODE,
  constantFilms,
  networkColumns,
  RADIANT_NODE,
  simulateBuildingModel,
  type ZoneNetwork,
  zoneNetwork,
} from '../../../../src/sim/buildings/multinode';
import { elementSun } from '../../../../src/sim/buildings/solar';
import { cube, darkWeather, yearOf } from './rooms';

const PANE = {
  thicknessM: 0.004,
  conductivityWPerMK: 1,
  solarTransmittance: 0.82,
  solarReflectanceFront: 0.075,
  solarReflectanceBack: 0.075,
  emissivityFront: 0.84,
  emissivityBack: 0.84,
};

/** A cube with a window and a frame to the south, ground below, infiltration and gains. */
function sunnyRoom(zone: BuildingModel['zones'][number] | object = {}): BuildingModel {
  const window = { id: 'w', glazing: 'double', xM: 0.5, zM: 0.8, widthM: 2, heightM: 1.5, frame: { areaShare: 0.2, uValueWPerM2K: 2 } }; // prettier-ignore
  return {
    ...cube({
      construction: {
        id: 'wall',
        layers: [
          { resistanceM2KPerW: 2 },
          { thicknessM: 0.1, conductivityWPerMK: 0.8, densityKgPerM3: 1700, specificHeatJPerKgK: 900 },
        ],
      },
      faces: { south: { windows: [window] }, floor: { boundary: { kind: 'ground', tempDegC: 10 } } },
      zone: {
        infiltration: { airChangesPerH: 0.5 },
        gains: [{ powerW: 100, radiativeShare: 0.6 }],
        ...zone,
      },
    }),
    glazings: [
      { id: 'double', kind: 'layers', panes: [PANE, PANE], gaps: [{ thicknessM: 0.016, gas: 'argon' }] },
    ],
  };
}

const hourOfDay = (hour: number): number => hour % 24;
const sunShape = (hour: number): number => Math.max(0, Math.sin((Math.PI * (hourOfDay(hour) - 5.5)) / 13));
const column = (value: (hour: number) => number): Float64Array =>
  Float64Array.from({ length: 8760 }, (_, hour) => value(hour));
const SUNNY: WeatherYear = darkWeather((hour) => 8 + 6 * Math.sin((2 * Math.PI * (hour - 9)) / 24), {
  skyDegC: -5,
  dniWPerM2: column((hour) => 700 * sunShape(hour)),
  dhiWPerM2: column((hour) => 120 * sunShape(hour)),
  ghiWPerM2: column((hour) => 500 * sunShape(hour)),
  windSpeedMPerS: column((hour) => 3 + 2 * Math.sin(hour / 50)),
});
const BAND = { heating: { setpointDegC: 20, convectiveShare: 0.7 }, cooling: { setpointDegC: 26 } };

describe('energy over a year', () => {
  for (const films of ['reference', 'constant'] as const) {
    it(`comes in as much as it leaves and stays, with ${films} films`, () => {
      const { balance, heatingKWh } = yearOf(sunnyRoom(BAND), SUNNY, { films }).zones[0]!;
      const { storedJ, ...flows } = balance;
      const sum = Object.values(flows).reduce((total, flow) => total + flow, 0);
      const turnover = Object.values(flows).reduce((total, flow) => total + Math.abs(flow), 0);
      expect(Math.abs(sum - storedJ)).toBeLessThan(1e-6 * turnover);
      expect(balance.heatingJ / 3.6e6 / heatingKWh).toBeCloseTo(1, 9);
      expect(balance.sunJ).toBeGreaterThan(1e9);
      for (const loss of [balance.airJ, balance.surfacesJ, balance.coolingJ]) expect(loss).toBeLessThan(0);
    });
  }
});

/** Implicit steps of a network, dense and by the book. */
function march(
  network: ZoneNetwork,
  inputs: (step: number) => number[],
  steps: number,
  dtS: number,
): number[] {
  const { nodeCount: n, inputCount, capacityJPerK, conductanceWPerK, lossWPerK, input, airNode } = network;
  const matrix = Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (__, j) => (i === j ? 0 : -conductanceWPerK[i * n + j]!)),
  );
  for (let i = 0; i < n; i += 1) {
    let diagonal = capacityJPerK[i]! / dtS + lossWPerK[i]!;
    for (let j = 0; j < n; j += 1) diagonal += conductanceWPerK[i * n + j]!;
    matrix[i]![i] = diagonal;
  }
  const inverse = invert(matrix);
  let temps = new Array<number>(n).fill(20);
  const air: number[] = [];
  for (let step = 0; step < steps; step += 1) {
    const u = inputs(step);
    const rhs = temps.map((temp, i) => {
      let power = (capacityJPerK[i]! / dtS) * temp;
      for (let m = 0; m < inputCount; m += 1) power += input[i * inputCount + m]! * u[m]!;
      return power;
    });
    temps = inverse.map((row) => row.reduce((sum, each, k) => sum + each * rhs[k]!, 0));
    air.push(temps[airNode]!);
  }
  return air;
}

function invert(matrix: number[][]): number[][] {
  const n = matrix.length;
  const a = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  for (let c = 0; c < n; c += 1) {
    const pivot = a[c]![c]!;
    a[c] = a[c]!.map((value) => value / pivot);
    for (let r = 0; r < n; r += 1) {
      if (r === c) continue;
      const factor = a[r]![c]!;
      a[r] = a[r]!.map((value, k) => value - factor * a[c]![k]!);
    }
  }
  return a.map((row) => row.slice(n));
}

describe('the network of a zone', () => {
  // Without infiltration: that is not part of the network.
  const model = sunnyRoom({ infiltration: { airChangesPerH: 0 } });
  const films = constantFilms(model, SUNNY);
  const network = zoneNetwork(model, 'room', films);
  const columns = networkColumns(films, 'room');

  it('is symmetric, with losses that are its temperature columns', () => {
    const { nodeCount: n, conductanceWPerK: k, lossWPerK, input, inputCount } = network;
    expect(inputCount).toBe(columns.length);
    const temperatures = columns.flatMap(({ kind }, at) => (kind.endsWith('DegC') ? [at] : []));
    for (let i = 0; i < n; i += 1) {
      for (let j = 0; j < n; j += 1) expect(k[i * n + j]).toBe(k[j * n + i]);
      const bound = temperatures.reduce((sum, at) => sum + input[i * inputCount + at]!, 0);
      expect(bound).toBeCloseTo(lossWPerK[i]!, 9);
    }
  });

  it('hands every watt inside to some node, and lets some of the sun out again', () => {
    const sumOf = (kind: string): number => {
      const at = columns.findIndex((column) => column.kind === kind);
      return Array.from(
        { length: network.nodeCount },
        (_, i) => network.input[i * columns.length + at]!,
      ).reduce((sum, each) => sum + each, 0);
    };
    for (const kind of ['radiativeW', 'airW', 'heatingW', 'coolingW', 'paneW']) {
      expect(sumOf(kind), kind).toBeCloseTo(1, 12);
    }
    expect(sumOf('beamW')).toBeLessThan(1);
    expect(sumOf('diffuseW')).toBeLessThan(sumOf('beamW'));
    expect(sumOf('diffuseW')).toBeGreaterThan(0.9);
  });

  it('splits a plant by its convective share', () => {
    const warm = sunnyRoom(BAND);
    const { input, inputCount } = zoneNetwork(warm, 'room', constantFilms(warm, SUNNY));
    const heating = columns.findIndex(({ kind }) => kind === 'heatingW');
    const shareAt = (node: number): number => input[node * inputCount + heating]!;
    expect([shareAt(AIR_NODE), shareAt(RADIANT_NODE)]).toEqual([0.7, 1 - 0.7]);
  });

  it('steps to the same temperatures as the constant model', () => {
    const sun = elementSun(model, SUNNY, calendarOf(3600, 0));
    const { airDegC } = yearOf(model, SUNNY, { films: 'constant', stepsPerHour: 1, sun }).zones[0]!;
    const values = (hour: number): number[] =>
      columns.map((column) => {
        const before = SUNNY.tempDegC[Math.max(hour - 1, 0)]!;
        switch (column.kind) {
          case 'outdoorDegC':
            return (before + SUNNY.tempDegC[hour]!) / 2;
          case 'skyDegC':
            return -5;
          case 'groundDegC':
            return 10;
          case 'sunWPerM2':
            return sun[column.element]!.opaqueWPerM2[hour]!;
          case 'paneW':
            return sun[column.element]!.windows[column.window]!.absorbedW[column.pane]![hour]!;
          case 'beamW':
            return sun[0]!.windows[0]!.beamTransmittedW[hour]!;
          case 'diffuseW':
            return sun[0]!.windows[0]!.diffuseTransmittedW[hour]!;
          case 'radiativeW':
            return 60;
          case 'airW':
            return 40;
          default:
            return 0;
        }
      });
    const air = march(network, values, 1500, 3600);
    // The start is forgotten after two months.
    for (let hour = 1400; hour < 1500; hour += 1)
      expect(Math.abs(air[hour]! - airDegC[hour]!)).toBeLessThan(1e-3);
    expect(Math.max(...air.slice(1400)) - Math.min(...air.slice(1400))).toBeGreaterThan(2);
  });

  it('with constant films the year is near the reference', () => {
    const heatingOf = (rule: 'reference' | 'constant'): number =>
      yearOf(sunnyRoom(BAND), SUNNY, { films: rule }).zones[0]!.heatingKWh;
    expect(Math.abs(heatingOf('constant') / heatingOf('reference') - 1)).toBeLessThan(0.05);
  });
});

describe('what cannot be computed is an issue', () => {
  it('a hole in the weather, by name and hour', () => {
    const tempDegC = SUNNY.tempDegC.slice();
    tempDegC[77] = NaN;
    const outcome = simulateBuildingModel(sunnyRoom(), { ...SUNNY, tempDegC });
    expect(outcome.ok).toBe(false);
    expect(outcome.issues).toMatchObject([{ code: 'zone-weather-gap', where: 'hour 77', field: 'tempDegC' }]);
  });

  it('an element of a construction that is not there', () => {
    const model = sunnyRoom();
    const elements = model.elements.map((element) => ({ ...element, construction: 'straw' }));
    const outcome = simulateBuildingModel({ ...model, elements }, SUNNY);
    expect(outcome.ok).toBe(false);
    expect(outcome.issues.length).toBeGreaterThan(0);
  });

  it('numbers that overflow', () => {
    const outcome = simulateBuildingModel(
      sunnyRoom({ gains: [{ powerW: 1e300, radiativeShare: 0 }] }),
      SUNNY,
    );
    expect(outcome.ok).toBe(false);
    expect(outcome.issues.some(({ code }) => code === 'zone-not-finite')).toBe(true);
  });
});
