import { LV_BELOW_V, type Line, type Network, type Transformer } from '../../model/network';

/** What stands where a branch meets a bus. A breaker is operated from the control room, a fuse by hand. */
export type EndDevice = 'none' | 'breaker' | 'fuse';

/** A load-break switch at an end; `remote` where the control room operates it. */
export type EndSwitch = 'none' | 'manual' | 'remote';
export type BranchEnd = 'from' | 'to';

/** A line or transformer with what protects it and what takes it out. Buses by row. */
export interface ProtectedBranch {
  readonly line: Line | null;
  readonly transformer: Transformer | null;
  readonly fromBus: number;
  readonly toBus: number;
  readonly fromDevice: EndDevice;
  readonly toDevice: EndDevice;
  readonly fromSwitch: EndSwitch;
  readonly toSwitch: EndSwitch;
  /** Normally open. */
  readonly open: boolean;
  /** NaN = not known. */
  readonly ratedVa: number;
}

/** The network as a fault meets it. Branches: all lines, then all transformers. */
export interface ProtectedNetwork {
  readonly network: Network;
  readonly rowOfBus: ReadonlyMap<string, number>;
  readonly branches: readonly ProtectedBranch[];
  /** [bus] rows of the branches that end there. */
  readonly atBus: readonly (readonly number[])[];
  readonly sourceBuses: readonly number[];
}

export function branchId({ line, transformer }: ProtectedBranch): string {
  return (line ?? transformer)!.id;
}

/**
 * Protection by rule, for want of data: a breaker where an MV line leaves a source's bus or the secondary bus of a
 * transformer, a fuse where an LV line does, fuses at both ends of a transformer. A switch of a line is a load-break switch
 * at both of its ends, remote where one of its switches is. `ratings`: what each transformer may carry, 1 = nameplate, which it is
 * where absent.
 */
export function protectedNetwork(network: Network, ratings?: Float64Array): ProtectedNetwork {
  const rowOfBus = new Map(network.buses.map(({ id }, row) => [id, row]));
  const busbars = new Set([
    ...network.sources.map(({ busId }) => busId),
    ...network.transformers.map(({ toBusId }) => toBusId),
  ]);
  const branches = [...network.lines.map(lineBranch(network, rowOfBus, busbars)), ...transformerBranches(network, rowOfBus, ratings)]; // prettier-ignore
  const atBus: number[][] = network.buses.map(() => []);
  branches.forEach(({ fromBus, toBus }, row) => {
    atBus[fromBus]?.push(row);
    atBus[toBus]?.push(row);
  });
  const sourceBuses = network.sources.flatMap(({ busId }) => rowOfBus.get(busId) ?? []);
  return { network, rowOfBus, branches, atBus, sourceBuses };
}

function lineBranch(
  network: Network,
  rowOfBus: ReadonlyMap<string, number>,
  busbars: ReadonlySet<string>,
): (line: Line) => ProtectedBranch {
  const typeOf = new Map(network.lineTypes.map((type) => [type.id, type]));
  const switchesOf = new Map<string, { open: boolean; remote: boolean }>();
  for (const { lineId, closed, remote } of network.switches) {
    const known = switchesOf.get(lineId);
    switchesOf.set(lineId, {
      open: !closed || known?.open === true,
      remote: remote === true || known?.remote === true,
    });
  }
  return (line) => {
    const fromBus = rowOfBus.get(line.fromBusId) ?? -1;
    const voltageV = network.buses[fromBus]?.nominalVoltageV ?? Number.NaN;
    const device: EndDevice = voltageV < LV_BELOW_V ? 'fuse' : 'breaker';
    const standing = switchesOf.get(line.id);
    const kind: EndSwitch = standing === undefined ? 'none' : standing.remote ? 'remote' : 'manual';
    const ratedA = (typeOf.get(line.lineTypeId)?.ratedCurrentA ?? Number.NaN) * line.parallel;
    return {
      ...{ line, transformer: null, fromBus },
      toBus: rowOfBus.get(line.toBusId) ?? -1,
      fromDevice: busbars.has(line.fromBusId) ? device : 'none',
      toDevice: busbars.has(line.toBusId) ? device : 'none',
      fromSwitch: kind,
      toSwitch: kind,
      open: standing?.open === true,
      ratedVa: Math.sqrt(3) * voltageV * ratedA,
    };
  };
}

function transformerBranches(
  network: Network,
  rowOfBus: ReadonlyMap<string, number>,
  ratings: Float64Array | undefined,
): ProtectedBranch[] {
  const ratedVa = new Map(network.transformerTypes.map(({ id, ratedSVa }) => [id, ratedSVa]));
  return network.transformers.map((transformer, row) => ({
    ...{ line: null, transformer },
    fromBus: rowOfBus.get(transformer.fromBusId) ?? -1,
    toBus: rowOfBus.get(transformer.toBusId) ?? -1,
    ...{ fromDevice: 'fuse', toDevice: 'fuse', fromSwitch: 'none', toSwitch: 'none', open: false },
    ratedVa: (ratedVa.get(transformer.transformerTypeId) ?? Number.NaN) * (ratings?.[row] ?? 1),
  }));
}

/** Branches and buses, as flags by row. */
export interface Region {
  readonly branches: Uint8Array;
  readonly buses: Uint8Array;
}

/** Whether a fault passes from a branch to the bus at one of its ends. */
export type Passes = (branch: ProtectedBranch, end: BranchEnd) => boolean;

/** All that hangs together with a branch across closed branches, through every end that `passes`. */
export function regionOf({ branches, atBus }: ProtectedNetwork, branch: number, passes: Passes): Region {
  const region = { branches: new Uint8Array(branches.length), buses: new Uint8Array(atBus.length) };
  const waiting = [branch];
  region.branches[branch] = 1;
  for (let row = waiting.pop(); row !== undefined; row = waiting.pop()) {
    const one = branches[row]!;
    for (const end of ['from', 'to'] as const) {
      const bus = end === 'from' ? one.fromBus : one.toBus;
      if (bus < 0 || region.buses[bus] === 1 || !passes(one, end)) continue;
      region.buses[bus] = 1;
      for (const next of atBus[bus]!) {
        const other = branches[next]!;
        const side = other.fromBus === bus ? 'from' : 'to';
        if (region.branches[next] === 1 || other.open || !passes(other, side)) continue;
        region.branches[next] = 1;
        waiting.push(next);
      }
    }
  }
  return region;
}

export function switchAt(branch: ProtectedBranch, end: BranchEnd): EndSwitch {
  return end === 'from' ? branch.fromSwitch : branch.toSwitch;
}

export function deviceAt(branch: ProtectedBranch, end: BranchEnd): EndDevice {
  return end === 'from' ? branch.fromDevice : branch.toDevice;
}
