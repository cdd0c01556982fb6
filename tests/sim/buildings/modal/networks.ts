import fc from 'fast-check';
import type { ZoneNetwork } from '../../../../src/sim/buildings/multinode/network';
import {
  compileModal,
  DRIVE_COUNT,
  type ModalBuilding,
  type ModalInputs,
  type ModalSchedule,
  type ModalYear,
  type ModalZone,
} from '../../../../src/sim/buildings/modal';
import type { Outcome } from '../../../../src/model/outcome';

/** Columns of the random networks: the six drives, ground, and a watt of radiation from inside. */
export const COLUMNS = DRIVE_COUNT + 2;
export const GROUND = DRIVE_COUNT;
export const RADIATION = GROUND + 1;
export const GROUND_DEG_C = 9;

const unit = (column: number, value = 1): Float64Array =>
  Float64Array.from({ length: COLUMNS }, (_, c) => (c === column ? value : 0));

export const INPUTS: ModalInputs = {
  drives: {
    outdoorDegC: unit(0),
    skyDegC: unit(1),
    roofSun: unit(2),
    wallSun: unit(3),
    transmittedSun: unit(4),
    paneSun: unit(5),
  },
  constant: unit(GROUND, GROUND_DEG_C),
  radiative: unit(RADIATION),
};

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });

/** Connected, with storage somewhere, a loss to outdoors at node 0, and every kind of input. */
export const networks: fc.Arbitrary<ZoneNetwork> = fc.integer({ min: 2, max: 9 }).chain((n) =>
  fc
    .record({
      capacities: fc.array(fc.oneof(number(1e4, 1e8), fc.constant(0)), { minLength: n, maxLength: n }),
      chain: fc.array(number(1, 2000), { minLength: n, maxLength: n }),
      extra: fc.array(number(0, 500), { minLength: n, maxLength: n }),
      losses: fc.array(number(0, 50), { minLength: 3 * n, maxLength: 3 * n }),
      powers: fc.array(number(0, 1), { minLength: 5 * n, maxLength: 5 * n }),
      air: fc.integer({ min: 0, max: n - 1 }),
      heavy: fc.integer({ min: 0, max: n - 1 }),
    })
    .map(({ capacities, chain, extra, losses, powers, air, heavy }) => {
      const network = {
        nodeCount: n,
        inputCount: COLUMNS,
        airNode: air,
        capacityJPerK: Float64Array.from(capacities),
        conductanceWPerK: new Float64Array(n * n),
        lossWPerK: new Float64Array(n),
        input: new Float64Array(n * COLUMNS),
      };
      network.capacityJPerK[heavy] = 3e7;
      const couple = (i: number, j: number, value: number): void => {
        network.conductanceWPerK[i * n + j]! += value;
        network.conductanceWPerK[j * n + i]! += value;
      };
      for (let i = 0; i + 1 < n; i += 1) couple(i, i + 1, chain[i]!);
      for (let i = 0; i + 2 < n; i += 1) couple(i, i + 2, extra[i]!);
      const boundary = (node: number, column: number, value: number): void => {
        network.lossWPerK[node]! += value;
        network.input[node * COLUMNS + column]! += value;
      };
      for (let i = 0; i < n; i += 1) {
        boundary(i, 0, losses[3 * i]! + (i === 0 ? 5 : 0));
        boundary(i, 1, 0.2 * losses[3 * i + 1]!);
        boundary(i, GROUND, 0.5 * losses[3 * i + 2]!);
        [2, 3, 4, 5, RADIATION].forEach(
          (column, k) => (network.input[i * COLUMNS + column] = powers[5 * i + k]!),
        );
      }
      return network;
    }),
);

export function required<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(outcome.issues[0]?.message);
  return outcome.value;
}

export const zoneOf = (network: ZoneNetwork, stepS: number): ModalZone =>
  required(compileModal(network, stepS, INPUTS));

/** Drives of `steps` steps that look like weather and use all columns, one plane each. */
export function weatherOf(steps: number, stepS = 3600): ModalYear {
  const column = (value: (step: number) => number): Float64Array =>
    Float64Array.from({ length: steps }, (_, step) => value(step));
  const sun = (peak: number, shift: number): Float64Array[] => [
    column((step) => peak * Math.max(0, Math.sin((step * stepS * 2 * Math.PI) / 86400 - shift) - 0.2)),
  ];
  return {
    stepS,
    stepCount: steps,
    tableAt: Uint16Array.from({ length: steps }, (_, step) => Math.floor((step * stepS) / 3600) % 24),
    outdoorDegC: column((step) => 4 + 6 * Math.sin(step / 4) + 5 * Math.sin(step / 90)),
    skyDegC: column((step) => -9 + 7 * Math.sin(step / 5)),
    roofWPerM2: sun(700, 1.5),
    wallWPerM2: sun(500, 1.7),
    transmittedWPerM2: sun(300, 1.6),
    paneWPerM2: sun(60, 1.6),
  };
}

const day = (value: (hour: number) => number): Float64Array =>
  Float64Array.from({ length: 24 }, (_, hour) => value(hour));

export const SCHEDULE: ModalSchedule = {
  personShare: day((hour) => (hour < 8 || hour > 17 ? 1 : 0.2)),
  applianceShare: day((hour) => 0.3 + 0.7 * Number(hour > 17)),
  airShare: day((hour) => Number(hour >= 6 && hour < 22)),
  heatToDegC: day((hour) => (hour >= 6 && hour < 22 ? 20.5 : 16)),
  coolToDegC: day((hour) => (hour >= 6 ? 25 : Infinity)),
};

export const OFF: ModalSchedule = {
  ...SCHEDULE,
  heatToDegC: day(() => -Infinity),
  coolToDegC: day(() => Infinity),
};

export function buildingOf(zone: ModalZone, changes: Partial<ModalBuilding> = {}): ModalBuilding {
  const one = Float64Array.of(1);
  return {
    zone,
    schedule: SCHEDULE,
    sun: { roof: one, wall: one, transmittedM2: one, paneM2: one },
    personW: 150,
    applianceW: 200,
    radiativeShare: 0.5,
    infiltrationWPerK: 10,
    ventilationWPerK: 25,
    heating: { capacityW: Infinity, convectiveShare: 1 },
    cooling: { capacityW: Infinity, convectiveShare: 1 },
    ...changes,
  };
}
