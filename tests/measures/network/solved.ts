import type { District } from '../../../src/model/district';
import { compileNetwork, solveNetwork } from '../../../src/sim/powerflow/network';

export interface Solved {
  /** Lowest phase voltage of a bus. */
  readonly vMinPu: (busId: string) => number;
  /** Power into a branch at its from end. */
  readonly pFromW: (branchId: string) => number;
}

/** One step with so many watts a household, by the power flow of a run. Throws where the network is not a valid radial one. */
export function solved({ network, buildings }: District, wPerHousehold: number): Solved {
  const compiled = compileNetwork(
    network!,
    buildings.map(({ connection }) => connection),
  );
  if (!compiled.ok) throw new Error(compiled.issues.map(({ message }) => message).join('; '));
  const net = compiled.value;
  const netPW = new Float64Array(buildings.length * 3);
  buildings.forEach(({ households }, row) =>
    netPW.fill((households * wPerHousehold) / 3, 3 * row, 3 * row + 3),
  );
  const loads = {
    netPW,
    netQVar: new Float64Array(netPW.length),
    storageNetW: new Float64Array(network!.storages.length),
  };
  const voltages = new Map<string, number>();
  const powers = new Map<string, number>();
  solveNetwork(net, loads, 1, (steps) => {
    net.busIds.forEach((id, row) =>
      voltages.set(id, Math.min(...[0, 1, 2].map((phase) => steps.vMagPu(row, phase, 0)))),
    );
    net.branchIds.forEach((id, row) => powers.set(id, steps.pFromW(row, 0)));
  });
  return { vMinPu: (id) => voltages.get(id)!, pFromW: (id) => powers.get(id)! };
}
