import type { Network } from '../../../model/network';
import type { NetworkBranches, Tree } from './topology';
import type { IssueList } from './validate';

/** Every load and storage has a path from the source; buses without either may be dead. */
export function checkFed(
  network: Network,
  tree: Tree,
  loadBus: Int32Array,
  storageBus: Int32Array,
  list: IssueList,
): void {
  const loaded = new Set([...loadBus, ...storageBus]);
  const unfed = network.buses.map((_, row) => row).filter((row) => tree.feedingBranch[row] === -2);
  const named = (rows: readonly number[]): string => rows.map((row) => network.buses[row]!.id).join(', ');
  const withLoad = unfed.filter((row) => loaded.has(row));
  const without = unfed.filter((row) => !loaded.has(row));
  if (withLoad.length > 0) {
    const message = `No closed path from the source feeds these buses with loads: ${named(withLoad)}.`;
    list.add('unfed', named(withLoad), message, 'Close a switch or add a line.', 'buses', named(withLoad));
  }
  if (without.length > 0) {
    const message = `No closed path from the source feeds these buses (no load there): ${named(without)}.`;
    list.warn('unfed', named(without), message, 'Close a switch, add a line or remove them.');
  }
}

/** Lines join equal voltages; transformers are fed at their delta side and fit their buses. */
export function checkVoltages(network: Network, table: NetworkBranches, tree: Tree, list: IssueList): void {
  network.lines.forEach((line, row) => {
    const from = network.buses[table.fromBus[row]!]!.nominalVoltageV;
    const to = network.buses[table.toBus[row]!]!.nominalVoltageV;
    if (from !== to) {
      const message = `Line ${line.id} joins buses of ${from} V and ${to} V.`;
      list.add('line-voltage', line.id, message, 'Put a transformer between them.', 'nominalVoltageV', to);
    }
  });
  network.transformers.forEach((transformer, t) => {
    const row = table.lineCount + t;
    const type = network.transformerTypes.find((item) => item.id === transformer.transformerTypeId)!;
    const from = network.buses[table.fromBus[row]!]!.nominalVoltageV;
    const to = network.buses[table.toBus[row]!]!.nominalVoltageV;
    const off = Math.max(Math.abs(type.fromVoltageV / from - 1), Math.abs(type.toVoltageV / to - 1));
    if (off > 0.25) {
      const message = `Transformer ${transformer.id} (${type.fromVoltageV} / ${type.toVoltageV} V) joins buses of ${from} V and ${to} V.`;
      list.add('transformer-voltage', transformer.id, message, 'Swap its buses or change its type.');
    }
    if (tree.feedingBranch[table.fromBus[row]!] === row) {
      const message = `Transformer ${transformer.id} is fed at its star (to) side; its delta side would float.`;
      list.add('transformer-direction', transformer.id, message, 'Feed it at its from-bus.');
    }
  });
}
