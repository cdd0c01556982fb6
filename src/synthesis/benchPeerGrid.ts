import type { CircuitLoad } from '../model/circuit';
import type { Bus, Line, LineType, Network, Transformer, TransformerType } from '../model/network';
import { compileCircuit } from '../sim/powerflow/circuit';
import { networkCircuit } from '../sim/powerflow/network/networkCircuit';
import { type BenchCase, type Draw, drawLoads, drawsOf, windowStepsFor } from './benchFlow';

/**
 * A grid of the structure power-grid-model's speed was taken on, so that figures stand side by side: 110 kV source, 40 MVA
 * Dyn1, rings of six 400 kVA Dyn5 substations run open, and behind each of them feeders of 20 buses (a trunk of 16, four
 * laterals of one), one load per bus, 60 % of them on one phase. 12 substations x 4 feeders: 986 buses; 1 x 5: 104.
 */
export function peerLikeCase(substations: number, feeders: number, seed = 1): BenchCase {
  const draw = drawsOf(seed, `peer ${substations} ${feeders}`);
  const { network, loadBuses } = peerNetwork(substations, feeders, draw);
  const bare = networkCircuit(network, [], 'split');
  const [template] = networkCircuit(network, [{ busId: 'lv', phases: [], mainFuseA: 63 }], 'split').loads;
  const loads = loadBuses.map((busId): CircuitLoad => {
    const phase = Math.floor(draw(0, 3)) + 1;
    const single = draw(0, 1) < SINGLE_PHASE_SHARE;
    return {
      ...template!,
      id: busId,
      terminal: { busId, nodes: single ? [phase, 0] : [1, 2, 3, 0] },
      phases: single ? 1 : 3,
      ratedVoltageV: single ? 400 / Math.sqrt(3) : 400,
    };
  });
  const circuit = compileCircuit({ ...bare, loads });
  if (!circuit.ok) throw new Error(circuit.issues[0]?.message ?? 'the grid does not compile');
  const { problem, injections } = circuit.value;
  const base = new Float64Array(injections.table.count);
  loads.forEach((load, at) => {
    base.fill(draw(600, 3000) / load.phases, injections.loadRow[at], injections.loadRow[at]! + load.phases);
  });
  const windowSteps = windowStepsFor(network.buses.length);
  return { problem, windowSteps, ...drawLoads(base, windowSteps, draw) };
}

const SINGLE_PHASE_SHARE = 0.6;
const SUBSTATIONS_PER_FEEDER = 6;
const TRUNK = 16;
/** Every fourth bus of the trunk has a lateral of one bus. */
const LATERAL_EVERY = 4;
const SOURCE = 'power-grid-model speed case';

const LINE_TYPES: readonly LineType[] = [
  {
    ...{ id: 'mv', r1OhmPerKm: 0.125, x1OhmPerKm: 0.105, r0OhmPerKm: 0.6, x0OhmPerKm: 0.4 },
    ...{
      c1NanofaradPerKm: 450,
      c0NanofaradPerKm: 450,
      ratedCurrentA: 360,
      underground: true,
      source: SOURCE,
    },
  },
  {
    ...{ id: 'lv', r1OhmPerKm: 0.206, x1OhmPerKm: 0.079, r0OhmPerKm: 0.824, x0OhmPerKm: 0.28 },
    ...{
      c1NanofaradPerKm: 600,
      c0NanofaradPerKm: 300,
      ratedCurrentA: 270,
      underground: true,
      source: SOURCE,
    },
  },
];

const TRANSFORMER_TYPES: readonly TransformerType[] = [
  {
    ...{
      id: 'hv',
      ratedSVa: 40e6,
      fromVoltageV: 110e3,
      toVoltageV: 10.5e3,
      vectorGroup: 'Dyn1',
      source: SOURCE,
    },
    ...{ shortCircuitVoltagePercent: 12, loadLossW: 160e3, noLoadLossW: 25e3, noLoadCurrentPercent: 0.1 },
  },
  {
    ...{
      id: 'mv',
      ratedSVa: 400e3,
      fromVoltageV: 10.5e3,
      toVoltageV: 400,
      vectorGroup: 'Dyn5',
      source: SOURCE,
    },
    ...{ shortCircuitVoltagePercent: 4, loadLossW: 4600, noLoadLossW: 610, noLoadCurrentPercent: 0.2 },
  },
];

function peerNetwork(
  substations: number,
  feeders: number,
  draw: Draw,
): { network: Network; loadBuses: readonly string[] } {
  const buses: Bus[] = [];
  const lines: Line[] = [];
  const transformers: Transformer[] = [];
  const loadBuses: string[] = [];
  const bus = (id: string, nominalVoltageV: number): string => {
    buses.push({ id, nominalVoltageV, position: [0, 0], synthetic: true });
    return id;
  };
  const line = (type: 'mv' | 'lv', fromBusId: string, toBusId: string, lengthM: number): void => {
    const role = type === 'mv' ? 'mv' : 'lvMain';
    const id = `${fromBusId} ${toBusId}`;
    lines.push({
      id,
      fromBusId,
      toBusId,
      lineTypeId: type,
      lengthM,
      role,
      parallel: 1,
      path: [],
      synthetic: true,
    });
  };
  const transformer = (transformerTypeId: string, fromBusId: string, toBusId: string): void => {
    const id = `${fromBusId} ${toBusId}`;
    transformers.push({
      id,
      fromBusId,
      toBusId,
      transformerTypeId,
      tapPercent: 0,
      position: [0, 0],
      synthetic: true,
    });
  };
  const loaded = (from: string, id: string): string => {
    loadBuses.push(bus(id, 400));
    line('lv', from, id, draw(15, 45));
    return id;
  };
  const busbar = bus('hv', 110e3) && bus('mv', 10e3);
  transformer('hv', 'hv', busbar);
  for (let s = 0; s < substations; s++) {
    const from = s % SUBSTATIONS_PER_FEEDER === 0 ? busbar : `mv ${s - 1}`;
    line('mv', from, bus(`mv ${s}`, 10e3), draw(300, 700));
    transformer('mv', `mv ${s}`, bus(`lv ${s}`, 400));
    for (let f = 0; f < feeders; f++) {
      let last = `lv ${s}`;
      for (let k = 0; k < TRUNK; k++) {
        last = loaded(last, `lv ${s} ${f} ${k}`);
        if (k % LATERAL_EVERY === LATERAL_EVERY - 1) loaded(last, `${last} lateral`);
      }
    }
  }
  const sources = [{ id: 'grid', busId: 'hv', voltagePu: 1.03, shortCircuitSVa: 3e9, rOverX: 0.1 }];
  const types = { lineTypes: LINE_TYPES, transformerTypes: TRANSFORMER_TYPES };
  return {
    network: { buses, lines, transformers, ...types, switches: [], sources, storages: [] },
    loadBuses,
  };
}
