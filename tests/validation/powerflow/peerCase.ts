import { readFileSync } from 'node:fs';
import type { Connection, Phase } from '../../../src/model/building';
import type { Bus, Line, LineType, Network, Transformer, TransformerType } from '../../../src/model/network';

/** Grid of ../shared/data/peer-case: SI units, line totals instead of per-kilometre values. */
interface PeerGrid {
  readonly nodes: readonly { readonly id: number; readonly u_rated: number }[];
  readonly lines: readonly {
    readonly id: number;
    readonly from_node: number;
    readonly to_node: number;
    readonly r1: number;
    readonly x1: number;
    readonly c1: number;
    readonly r0: number;
    readonly x0: number;
    readonly c0: number;
    readonly i_n: number;
  }[];
  readonly transformers: readonly {
    readonly id: number;
    readonly from_node: number;
    readonly to_node: number;
    readonly u1: number;
    readonly u2: number;
    readonly sn: number;
    readonly uk: number;
    readonly pk: number;
    readonly i0: number;
    readonly p0: number;
    readonly clock: number;
    readonly tap_pos: number;
    readonly tap_size: number;
  }[];
  readonly source: {
    readonly id: number;
    readonly node: number;
    readonly u_ref: number;
    readonly sk: number;
    readonly rx_ratio: number;
  };
  readonly loads: readonly { readonly id: number; readonly node: number; readonly conn: string }[];
}

const nanofarad = 1e9;

export function readPeerGrid(path: string): {
  network: Network;
  connections: Connection[];
  loadIds: number[];
} {
  const grid = JSON.parse(readFileSync(path, 'utf8')) as PeerGrid;
  const buses = grid.nodes.map((n): Bus => {
    return { id: String(n.id), nominalVoltageV: n.u_rated, position: [0, 0], synthetic: false };
  });
  const lineTypes = grid.lines.map((l): LineType => ({
    id: String(l.id),
    r1OhmPerKm: l.r1,
    x1OhmPerKm: l.x1,
    r0OhmPerKm: l.r0,
    x0OhmPerKm: l.x0,
    c1NanofaradPerKm: l.c1 * nanofarad,
    c0NanofaradPerKm: l.c0 * nanofarad,
    ratedCurrentA: l.i_n,
    underground: true,
    source: 'peer-case',
  }));
  const lines = grid.lines.map((l): Line => ({
    id: String(l.id),
    fromBusId: String(l.from_node),
    toBusId: String(l.to_node),
    lineTypeId: String(l.id),
    lengthM: 1000,
    role: 'lvMain',
    parallel: 1,
    path: [],
    synthetic: false,
  }));
  const transformerTypes = grid.transformers.map((t): TransformerType => ({
    id: String(t.id),
    ratedSVa: t.sn,
    fromVoltageV: t.u1,
    toVoltageV: t.u2,
    vectorGroup: `Dyn${t.clock}`,
    shortCircuitVoltagePercent: 100 * t.uk,
    loadLossW: t.pk,
    noLoadLossW: t.p0,
    noLoadCurrentPercent: 100 * t.i0,
    source: 'peer-case',
  }));
  const transformers = grid.transformers.map((t): Transformer => ({
    id: String(t.id),
    fromBusId: String(t.from_node),
    toBusId: String(t.to_node),
    transformerTypeId: String(t.id),
    tapPercent: (100 * t.tap_pos * t.tap_size) / t.u1,
    position: [0, 0],
    synthetic: false,
  }));
  const { source: s } = grid;
  const source = {
    id: String(s.id),
    busId: String(s.node),
    voltagePu: s.u_ref,
    shortCircuitSVa: s.sk,
    rOverX: s.rx_ratio,
  };
  const network: Network = {
    buses,
    lineTypes,
    lines,
    transformerTypes,
    transformers,
    switches: [],
    sources: [source],
    storages: [],
  };
  const connections = grid.loads.map((l): Connection => {
    return { busId: String(l.node), phases: [...l.conn] as Phase[], mainFuseA: 63 };
  });
  return { network, connections, loadIds: grid.loads.map((l) => l.id) };
}

/** Rows of a comma-separated file after its header line. */
export function readRows(path: string): string[][] {
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => row.split(','));
}

/** Loads of one picked step as [building][phase] arrays: "abc" in equal thirds, one phase takes all. */
export function stepLoads(
  rows: readonly (readonly string[])[],
  step: number,
  loadIds: readonly number[],
): { pW: Float64Array; qVar: Float64Array } {
  const pW = new Float64Array(3 * loadIds.length);
  const qVar = new Float64Array(3 * loadIds.length);
  const building = new Map(loadIds.map((id, b) => [id, b]));
  for (const [stepText, id, , conn, p, q] of rows) {
    if (Number(stepText) !== step) continue;
    for (const phase of conn!) {
      const k = 3 * building.get(Number(id))! + 'abc'.indexOf(phase);
      pW[k] = Number(p) / conn!.length;
      qVar[k] = Number(q) / conn!.length;
    }
  }
  return { pW, qVar };
}
