import type { Connection, Phase } from '../../../src/model/building';
import type {
  Bus,
  Line,
  LineType,
  Network,
  Storage,
  Transformer,
  TransformerType,
} from '../../../src/model/network';
import {
  compileNetwork,
  type CompiledNetwork,
  type CompileOptions,
} from '../../../src/sim/powerflow/network';

/** Small deterministic generator for test networks; its quality does not matter. */
export function draws(seed: number): () => number {
  let state = Math.imul(seed + 1, 2654435761) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 4294967296;
  };
}

export const LV_CABLE: LineType = {
  id: 'lv150',
  r1OhmPerKm: 0.206,
  x1OhmPerKm: 0.079,
  r0OhmPerKm: 0.824,
  x0OhmPerKm: 0.28,
  c1NanofaradPerKm: 600,
  c0NanofaradPerKm: 300,
  ratedCurrentA: 270,
  underground: true,
  source: 'test',
};
export const MV_CABLE: LineType = {
  ...LV_CABLE,
  id: 'mv240',
  r1OhmPerKm: 0.125,
  x1OhmPerKm: 0.105,
  r0OhmPerKm: 0.6,
  x0OhmPerKm: 0.4,
  c1NanofaradPerKm: 450,
  c0NanofaradPerKm: 450,
  ratedCurrentA: 360,
};
export const TRANSFORMER_TYPE: TransformerType = {
  id: 't400',
  ratedSVa: 400e3,
  fromVoltageV: 10500,
  toVoltageV: 400,
  vectorGroup: 'Dyn5',
  shortCircuitVoltagePercent: 4,
  loadLossW: 4600,
  noLoadLossW: 610,
  noLoadCurrentPercent: 0.4,
  source: 'test',
};

export const bus = (id: string, nominalVoltageV = 400): Bus => ({
  id,
  nominalVoltageV,
  position: [0, 0],
  synthetic: true,
});

export const line = (
  id: string,
  fromBusId: string,
  toBusId: string,
  lengthM: number,
  more: Partial<Line> = {},
): Line => ({
  id,
  fromBusId,
  toBusId,
  lineTypeId: 'lv150',
  lengthM,
  role: 'lvMain',
  parallel: 1,
  path: [],
  synthetic: true,
  ...more,
});

export const transformer = (
  id: string,
  fromBusId: string,
  toBusId: string,
  more: Partial<Transformer> = {},
): Transformer => ({
  id,
  fromBusId,
  toBusId,
  transformerTypeId: 't400',
  tapPercent: 0,
  position: [0, 0],
  synthetic: true,
  ...more,
});

export const network = (parts: Partial<Network>): Network => ({
  buses: [],
  lineTypes: [LV_CABLE, MV_CABLE],
  lines: [],
  transformerTypes: [TRANSFORMER_TYPE],
  transformers: [],
  switches: [],
  sources: [],
  storages: [],
  ...parts,
});

export const connection = (busId: string, phases: readonly Phase[] = ['a', 'b', 'c']): Connection => ({
  busId,
  phases,
  mainFuseA: 63,
});

export interface Case {
  readonly network: Network;
  readonly connections: readonly Connection[];
  /** [building][phase], net load. */
  readonly pW: Float64Array;
  readonly qVar: Float64Array;
  /** Charge minus discharge. */
  readonly storageW: Float64Array;
}

const GROUPS = ['Dyn1', 'Dyn3', 'Dyn5', 'Dyn7', 'Dyn9', 'Dyn11'];
const PHASES: readonly Phase[] = ['a', 'b', 'c'];

/** Random MV string with transformers, LV trees with lines drawn in either direction, unbalanced loads and feed-in. */
export function randomCase(seed: number, stations = 2, busesPerStation = 8, loadW = 6000): Case {
  const draw = draws(seed);
  const pick = (count: number): number => Math.floor(draw() * count);
  const buses = [bus('mv0', 10000)];
  const lines: Line[] = [];
  const transformers: Transformer[] = [];
  const types: TransformerType[] = [];
  const storages: Storage[] = [];
  const connections: Connection[] = [];
  for (let s = 0; s < stations; s++) {
    const mv = `mv${s + 1}`;
    buses.push(bus(mv, 10000), bus(`lv${s}`));
    const ends = draw() < 0.5 ? [`mv${s}`, mv] : [mv, `mv${s}`];
    lines.push(line(`m${s}`, ends[0]!, ends[1]!, 300 + 900 * draw(), { lineTypeId: 'mv240', role: 'mv' }));
    types.push({ ...TRANSFORMER_TYPE, id: `type${s}`, vectorGroup: GROUPS[pick(6)]! });
    const tapPercent = 2.5 * (pick(5) - 2);
    transformers.push(transformer(`t${s}`, mv, `lv${s}`, { transformerTypeId: `type${s}`, tapPercent }));
    const local = [`lv${s}`];
    for (let k = 0; k < busesPerStation; k++) {
      const id = `b${s}.${k}`;
      const up = local[pick(local.length)]!;
      buses.push(bus(id));
      local.push(id);
      const [from, to] = draw() < 0.5 ? [up, id] : [id, up];
      lines.push(line(`l${s}.${k}`, from, to, 10 + 50 * draw(), { parallel: 1 + pick(2) }));
      const phases = draw() < 0.6 ? [PHASES[pick(3)]!] : PHASES;
      connections.push(connection(id, phases));
    }
    const transformerId = `t${s}`;
    const size = { capacityJ: 1e8, powerW: 20e3, roundTripEfficiency: 0.9 };
    storages.push({ id: `s${s}`, busId: local[pick(local.length)]!, transformerId, ...size });
  }
  const pW = new Float64Array(3 * connections.length);
  const qVar = new Float64Array(3 * connections.length);
  connections.forEach((item, b) => {
    for (const phase of item.phases) {
      const k = 3 * b + PHASES.indexOf(phase);
      pW[k] = loadW * (1.6 * draw() - 0.6);
      qVar[k] = 0.3 * loadW * draw();
    }
  });
  const storageW = Float64Array.from(storages, () => 20e3 * (2 * draw() - 1));
  const source = { id: 'grid', busId: 'mv0', voltagePu: 1.02, shortCircuitSVa: 2e8, rOverX: 0.1 };
  return {
    network: network({ buses, lines, transformers, transformerTypes: types, storages, sources: [source] }),
    connections,
    pW,
    qVar,
    storageW,
  };
}

export function compiled(
  net: Network,
  connections: readonly (Connection | null)[],
  options: CompileOptions = {},
): CompiledNetwork {
  const outcome = compileNetwork(net, connections, options);
  if (!outcome.ok) throw new Error(outcome.issues.map((issue) => issue.message).join('\n'));
  return outcome.value;
}
