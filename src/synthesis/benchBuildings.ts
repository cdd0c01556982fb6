import type { ZoneNetwork } from '../sim/buildings/multinode/network';
import {
  compileModal,
  type ModalBuilding,
  type ModalSchedule,
  type ModalZone,
  type SumKeys,
} from '../sim/buildings/modal';
import { randomKey, uniform } from '../sim/numeric/random';
import { benchSchedules } from './benchSchedules';

/** Planes of the benchmark's year: a flat roof and four pitched ones, and eight orientations of walls and windows. */
export const ROOF_PLANES = 5;
export const WALL_PLANES = 8;

/** A city of made-up but plausible buildings, for measuring. */
export interface BenchCity {
  readonly buildings: readonly ModalBuilding[];
  readonly sums: SumKeys;
}

const FEEDERS = 100;
/** Layers with heat capacity of wall, roof, floor and internal mass: with the air, 20 states. */
const LAYERS = { wall: 5, roof: 5, floor: 5, internal: 4 } as const;

export type Draw = (low: number, high: number) => number;

/** Numbers drawn for building `index`, the same however many buildings there are. */
export function drawsOf(index: number, seed = 1): Draw {
  const key = randomKey(seed, `building ${index}`, 'bench');
  let counter = 0;
  return (low, high) => low + (high - low) * uniform(key, counter++);
}

export function benchCity(count: number, seed = 1): BenchCity {
  const schedules = benchSchedules();
  const archetype = Int32Array.from({ length: count }, (_, index) => (index * 7) % schedules.length);
  const feeder = Int32Array.from({ length: count }, (_, index) => Math.floor((index * FEEDERS) / count));
  const buildings = Array.from({ length: count }, (_, index) =>
    benchBuilding(drawsOf(index, seed), schedules[archetype[index]!]!),
  );
  return { buildings, sums: { archetypeCount: schedules.length, feederCount: FEEDERS, archetype, feeder } };
}

/** One building: a network of about 35 nodes, 20 of them with storage, compiled for steps of an hour. */
export function benchBuilding(draw: Draw, schedule: ModalSchedule): ModalBuilding {
  const floorM2 = draw(80, 1500);
  const storeys = Math.max(1, Math.round(draw(0.6, 4.4)));
  const shape: Shape = {
    floorM2,
    roofM2: floorM2 / storeys,
    wallM2: 4 * 1.2 * Math.sqrt(floorM2 / storeys) * 2.8 * storeys * draw(0.5, 0.8),
    windowM2: floorM2 * draw(0.1, 0.25),
    volumeM3: floorM2 * 2.6,
  };
  const zone = zoneOf(benchNetwork(shape, draw));
  const share = (planes: number): Float64Array => {
    const weights = Float64Array.from({ length: planes }, () => draw(0, 1));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return weights.map((weight) => weight / total);
  };
  const glazed = share(WALL_PLANES);
  return {
    zone,
    schedule,
    sun: {
      roof: share(ROOF_PLANES),
      wall: share(WALL_PLANES),
      transmittedM2: glazed.map((part) => part * shape.windowM2),
      paneM2: glazed.map((part) => part * shape.windowM2),
    },
    personW: floorM2 * draw(1, 6),
    applianceW: floorM2 * draw(2, 12),
    radiativeShare: 0.5,
    infiltrationWPerK: shape.volumeM3 * 0.33 * draw(0.05, 0.4),
    ventilationWPerK: shape.volumeM3 * 0.33 * draw(0.1, 0.8),
    heating: { capacityW: floorM2 * draw(30, 120), convectiveShare: draw(0.5, 1) },
    cooling: { capacityW: draw(0, 1) < 0.3 ? floorM2 * draw(20, 60) : 0, convectiveShare: 1 },
  };
}

function zoneOf(network: ZoneNetwork): ModalZone {
  const unit = (column: number): Float64Array =>
    Float64Array.from({ length: 8 }, (_, c) => (c === column ? 1 : 0));
  const compiled = compileModal(network, 3600, {
    drives: {
      outdoorDegC: unit(0),
      skyDegC: unit(1),
      roofSun: unit(2),
      wallSun: unit(3),
      transmittedSun: unit(4),
      paneSun: unit(5),
    },
    constant: unit(6).map((value) => value * 10),
    radiative: unit(7),
  });
  if (!compiled.ok) throw new Error(compiled.issues[0]?.message ?? 'the bench building does not compile');
  return compiled.value;
}

interface Shape {
  readonly floorM2: number;
  readonly roofM2: number;
  readonly wallM2: number;
  readonly windowM2: number;
  readonly volumeM3: number;
}

/** Columns: outdoor, sky, sun on the roof, on walls, transmitted, into panes, ground, radiation from inside. */
function benchNetwork(shape: Shape, draw: Draw): ZoneNetwork {
  const builder = new NetworkBuilder(8);
  const air = builder.node(1200 * shape.volumeM3 + 15e3 * shape.floorM2);
  const radiant = builder.node(0);
  const surfaces: { node: number; areaM2: number }[] = [];
  const inside = (node: number, areaM2: number, convectionWPerM2K: number): void => {
    builder.couple(node, air, convectionWPerM2K * areaM2);
    builder.couple(node, radiant, 5.1 * areaM2);
    surfaces.push({ node, areaM2 });
  };
  const outside = (node: number, areaM2: number, skyShare: number, sunColumn: number): void => {
    builder.boundary(node, 0, (draw(12, 20) + 5 * (1 - skyShare)) * areaM2);
    builder.boundary(node, 1, 5 * skyShare * areaM2);
    builder.power(node, sunColumn, draw(0.4, 0.8) * areaM2);
  };
  /** Layers in a row; gives its two surfaces, outer and inner. */
  const layers = (count: number, areaM2: number, resistance: number, capacity: number): [number, number] => {
    const outer = builder.node(0);
    let last = outer;
    let ahead = 0;
    for (let layer = 0; layer < count; layer += 1) {
      const half = (resistance / (2 * count)) * draw(0.5, 1.5);
      const node = builder.node((capacity / count) * draw(0.3, 1.7) * areaM2);
      builder.couple(last, node, areaM2 / (ahead + half));
      [last, ahead] = [node, half];
    }
    const inner = builder.node(0);
    builder.couple(last, inner, areaM2 / ahead);
    return [outer, inner];
  };
  const wall = layers(LAYERS.wall, shape.wallM2, draw(0.6, 5), draw(60e3, 400e3));
  outside(wall[0], shape.wallM2, 0.35, 3);
  inside(wall[1], shape.wallM2, 2.5);
  const roof = layers(LAYERS.roof, shape.roofM2, draw(1, 7), draw(30e3, 250e3));
  outside(roof[0], shape.roofM2, 0.9, 2);
  inside(roof[1], shape.roofM2, 1.5);
  const floor = layers(LAYERS.floor, shape.roofM2, draw(1, 5), draw(150e3, 500e3));
  builder.boundary(floor[0], 6, 2 * shape.roofM2);
  inside(floor[1], shape.roofM2, 1.5);
  const internal = layers(LAYERS.internal, 1.5 * shape.floorM2, draw(0.1, 0.3), draw(40e3, 200e3));
  inside(internal[1], 1.5 * shape.floorM2, 2.5);
  const panes = [builder.node(0), builder.node(0)] as const;
  builder.boundary(panes[0], 0, 17 * shape.windowM2);
  builder.boundary(panes[0], 1, 1.7 * shape.windowM2);
  builder.couple(panes[0], panes[1], draw(1.2, 6) * shape.windowM2);
  builder.power(panes[0], 5, 0.6);
  builder.power(panes[1], 5, 0.4);
  inside(panes[1], shape.windowM2, 3);
  const total = surfaces.reduce((sum, surface) => sum + surface.areaM2, 0);
  for (const { node, areaM2 } of surfaces) {
    builder.power(node, 4, (0.4 * areaM2) / total + (node === floor[1] ? 0.6 : 0));
    builder.power(node, 7, areaM2 / total);
  }
  return builder.build(air);
}

class NetworkBuilder {
  private readonly capacities: number[] = [];
  private readonly couplings: [number, number, number][] = [];
  private readonly powers: [node: number, column: number, value: number][] = [];
  private readonly losses: [node: number, value: number][] = [];

  constructor(private readonly inputCount: number) {}

  node(capacityJPerK: number): number {
    return this.capacities.push(capacityJPerK) - 1;
  }

  couple(one: number, other: number, conductanceWPerK: number): void {
    this.couplings.push([one, other, conductanceWPerK]);
  }

  boundary(node: number, column: number, conductanceWPerK: number): void {
    this.losses.push([node, conductanceWPerK]);
    this.power(node, column, conductanceWPerK);
  }

  power(node: number, column: number, value: number): void {
    this.powers.push([node, column, value]);
  }

  build(airNode: number): ZoneNetwork {
    const n = this.capacities.length;
    const network = {
      nodeCount: n,
      inputCount: this.inputCount,
      airNode,
      capacityJPerK: Float64Array.from(this.capacities),
      conductanceWPerK: new Float64Array(n * n),
      lossWPerK: new Float64Array(n),
      input: new Float64Array(n * this.inputCount),
    };
    for (const [one, other, value] of this.couplings) {
      network.conductanceWPerK[one * n + other]! += value;
      network.conductanceWPerK[other * n + one]! += value;
    }
    for (const [node, value] of this.losses) network.lossWPerK[node]! += value;
    for (const [node, column, value] of this.powers) network.input[node * this.inputCount + column]! += value;
    return network;
  }
}
