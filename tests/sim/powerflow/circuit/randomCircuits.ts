import type { Circuit, VoltageSource } from '../../../../src/model/circuit';
import { randomKey, uniform } from '../../../../src/sim/numeric/random';
import { Builder, LV, MV, ROOT3, turned, type CircuitOptions, type Phasor } from './circuitBuilder';

export type { CircuitOptions, Phasor } from './circuitBuilder';

export interface RandomCircuit {
  readonly circuit: Circuit;
  /** Voltages to earth of phases 1, 2, 3 without load and shunts, V: ratios and vector groups by hand. */
  readonly flat: ReadonlyMap<string, readonly Phasor[]>;
  readonly tieIds: readonly string[];
}

function source(angleDeg: number): VoltageSource {
  return {
    id: 'grid',
    terminal: { busId: 'grid', nodes: [1, 2, 3] },
    returnTerminal: { busId: 'grid', nodes: [0, 0, 0] },
    voltageV: (1.02 * MV) / ROOT3,
    angleDeg,
    rOhm: [0.3, 0.05, 0.05, 0.05, 0.3, 0.05, 0.05, 0.05, 0.3],
    xOhm: [1.5, -0.1, -0.1, -0.1, 1.5, -0.1, -0.1, -0.1, 1.5],
    enabled: true,
  };
}

function lowVoltage(build: Builder, station: number): void {
  const { draw, options } = build;
  const root = build.station(`t${station}`, `m${station}`);
  const buses = [root];
  for (let house = 0; house < options.houses; house++) {
    const from = buses[Math.max(0, buses.length - 1 - Math.floor(draw(0, 4)))]!;
    const carried = build.phasesOf.get(from)!;
    const kept = Math.floor(draw(0, 3));
    const ends = draw() < 0.25 && carried.length > 1;
    const phases = ends ? carried.filter((_, k) => (draw() < 0.5 ? k === kept % carried.length : k !== kept % carried.length)) : carried; // prettier-ignore
    const nodes = phases.length === 0 ? carried.slice(0, 1) : phases;
    const id = `h${station}.${house}`;
    build.bus(id, LV, nodes, build.flat.get(from)!);
    build.line(`line ${id}`, from, id, nodes, draw(20, 60));
    buses.push(id);
    if (options.loads !== false && draw() < 0.8) build.load(id);
  }
  if (options.capacitors === true) build.capacitor(root, draw() < 0.5 ? 'wye' : 'delta');
  for (let tie = 0; tie < (options.ties ?? 0); tie++) {
    const [a, b] = [0, 1].map(() => buses[Math.floor(draw(0, buses.length))]!) as [string, string];
    const shared = build.phasesOf.get(a)!.filter((phase) => build.phasesOf.get(b)!.includes(phase));
    if (a === b || shared.length === 0) continue;
    const id = `tie ${station}.${tie}`;
    build.line(id, a, b, shared, draw(20, 60));
    build.tieIds.push(id);
  }
}

/**
 * Seeded random circuits: a medium-voltage tree (with a regulator of three single-phase units in it), transformers of
 * several groups, low-voltage trees with one- and two-phase laterals, ties that make meshes, loads of every connection.
 */
export function randomCircuit(options: CircuitOptions): RandomCircuit {
  const key = randomKey(options.seed, 'circuit', 'test');
  let counter = 0;
  const build = new Builder(options, (low = 0, high = 1) => low + (high - low) * uniform(key, counter++));
  const grid = source(build.draw(-180, 180));
  const flat = [0, -120, -240].map((step) => turned([grid.voltageV, 0], grid.angleDeg + step));
  build.bus('grid', MV, [1, 2, 3], flat);
  let mvEnd = 'grid';
  for (let station = 0; station < options.stations; station++) {
    const id = `m${station}`;
    if (station === 1) {
      build.regulator(mvEnd, 'behind');
      mvEnd = 'behind';
    }
    build.bus(id, MV, [1, 2, 3], build.flat.get(mvEnd)!);
    build.line(`line ${id}`, mvEnd, id, [1, 2, 3], build.draw(300, 1500));
    mvEnd = id;
    lowVoltage(build, station);
  }
  if (options.capacitors === true) build.capacitor(mvEnd, 'wye');
  const { lines, transformers, loads, capacitors } = build;
  const circuit: Circuit = {
    name: 'random',
    baseFrequencyHz: 50,
    voltageBasesV: [],
    buses: [...build.baseOf].map(([id, baseVoltageV]) => ({ id, baseVoltageV })),
    sources: [grid],
    lines,
    transformers,
    capacitors,
    reactors: [],
    loads,
    generators: [],
    regulatorControls: [],
    capacitorControls: [],
    inverterControls: [],
    shapes: [],
    curves: [],
    study: {
      mode: 'snapshot',
      stepS: 3600,
      loadMultiplier: 1,
      tolerance: 1e-8,
      controls: 'off',
      maxControlIterations: 1,
    },
  };
  return { circuit, flat: build.flat, tieIds: build.tieIds };
}
