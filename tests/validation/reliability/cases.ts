import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FACTORS, type Factors } from '../../../src/kpi';
import type { AssumptionKey } from '../../../src/model/assumptions';
import type { Line, Network } from '../../../src/model/network';
import type { BusDemand } from '../../../src/study/reliability/customers';
import {
  protectedNetwork,
  type EndDevice,
  type EndSwitch,
  type ProtectedNetwork,
} from '../../../src/study/reliability/protectedNetwork';

interface CaseBus {
  readonly id: string;
  readonly voltageV: number;
  readonly customers: number;
  readonly peakW: number;
  readonly meanW: number;
}

interface CaseLine {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly lengthM: number;
  readonly ratedA?: number;
  readonly overhead?: boolean;
  readonly open?: boolean;
  /** At both ends. */
  readonly switch?: 'manual' | 'remote';
  /** What a published system has and a district's file does not say. */
  readonly fromDevice?: EndDevice;
  readonly fromSwitch?: EndSwitch;
  readonly toSwitch?: EndSwitch;
}

export interface ReliabilityCase {
  readonly origin: string;
  readonly source: string;
  readonly buses: readonly CaseBus[];
  readonly lines: readonly CaseLine[];
  readonly transformers: readonly { id: string; from: string; to: string; ratedVa: number }[];
  readonly factors: Partial<Record<AssumptionKey, number>>;
  /** Null: no value. */
  readonly expected: Readonly<Record<string, number | null>>;
  /** Relative, by figure; beyond rounding nothing is tolerated where none is given. */
  readonly tolerance?: Readonly<Record<string, number>>;
}

const FOLDER = import.meta.dirname;

export function reliabilityCases(): readonly (readonly [name: string, one: ReliabilityCase])[] {
  return readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => [
      name,
      JSON.parse(readFileSync(join(FOLDER, name, 'case.json'), 'utf8')) as ReliabilityCase,
    ]);
}

const BASE = { r1OhmPerKm: 0.1, x1OhmPerKm: 0.1, r0OhmPerKm: 0.4, x0OhmPerKm: 0.3, c1NanofaradPerKm: 0, c0NanofaradPerKm: 0, source: 'made up for tests' }; // prettier-ignore

export function networkOf({ buses, lines, transformers, source }: ReliabilityCase): Network {
  const position = [0, 0] as const;
  return {
    buses: buses.map(({ id, voltageV }) => ({ id, nominalVoltageV: voltageV, position, synthetic: true })),
    lineTypes: lines.map(({ id, ratedA, overhead }) => ({
      ...{ ...BASE, id: `type of ${id}`, underground: overhead !== true },
      ratedCurrentA: ratedA ?? 1e6,
    })),
    lines: lines.map(({ id, from, to, lengthM }): Line => ({
      ...{ id, fromBusId: from, toBusId: to, lineTypeId: `type of ${id}`, lengthM, parallel: 1 },
      ...{ role: 'mv', path: [], synthetic: true },
    })),
    transformerTypes: transformers.map(({ id, from, to, ratedVa }) => ({
      ...{ id: `type of ${id}`, ratedSVa: ratedVa, vectorGroup: 'Dyn5', shortCircuitVoltagePercent: 4 },
      fromVoltageV: buses.find((bus) => bus.id === from)!.voltageV,
      toVoltageV: buses.find((bus) => bus.id === to)!.voltageV,
      ...{ loadLossW: 0, noLoadLossW: 0, noLoadCurrentPercent: 0, source: 'made up for tests' },
    })),
    transformers: transformers.map(({ id, from, to }) => ({
      ...{ id, fromBusId: from, toBusId: to, transformerTypeId: `type of ${id}`, tapPercent: 0 },
      ...{ position, synthetic: true },
    })),
    switches: lines
      .filter((line) => line.switch !== undefined || line.open === true)
      .map(({ id, open = false, ...line }) => ({
        ...{ id: `switch of ${id}`, lineId: id, closed: !open, normallyOpen: open },
        ...(line.switch === 'remote' ? { remote: true } : {}),
      })),
    sources: [{ id: 'upstream', busId: source, voltagePu: 1, shortCircuitSVa: 1e9, rOverX: 0.1 }],
    storages: [],
  };
}

/** By the rule, with what the case knows better. */
export function protectedOf(one: ReliabilityCase): ProtectedNetwork {
  const net = protectedNetwork(networkOf(one));
  const known = new Map(one.lines.map((line) => [line.id, line]));
  const branches = net.branches.map((branch) => {
    const own = branch.line === null ? undefined : known.get(branch.line.id);
    if (own === undefined) return branch;
    const { fromDevice, fromSwitch, toSwitch } = own;
    return {
      ...branch,
      ...(fromDevice === undefined ? {} : { fromDevice }),
      ...(fromSwitch === undefined ? {} : { fromSwitch }),
      ...(toSwitch === undefined ? {} : { toSwitch }),
    };
  });
  return { ...net, branches };
}

export function demandOf({ buses }: ReliabilityCase): BusDemand {
  const column = (of: (bus: CaseBus) => number): Float64Array => Float64Array.from(buses, of);
  return {
    customers: column(({ customers }) => customers),
    peakW: column(({ peakW }) => peakW),
    meanW: column(({ meanW }) => meanW),
    unconnected: 0,
    basis: 'run',
  };
}

export function factorsOfCase({ factors }: ReliabilityCase): Factors {
  const own = Object.entries(factors).map(([key, value]) => [
    key,
    { ...FACTORS[key as AssumptionKey], value },
  ]);
  return { ...FACTORS, ...(Object.fromEntries(own) as Partial<Factors>) };
}
