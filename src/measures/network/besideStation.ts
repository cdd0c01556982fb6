import type { Network } from '../../model/network';
import type { FeedTree } from './feedTree';
import {
  secondId,
  takenId,
  withAdded,
  withSecondTransformer,
  type Split,
  type SplitAt,
} from './secondStation';

interface Head {
  readonly lineId: string;
  readonly behindW: number;
}

/** Lines that leave a busbar, each with the estimated demand behind it. */
export function headsOf(tree: FeedTree, busbar: number): readonly Head[] {
  return tree.order
    .filter((bus) => tree.parentBus[bus] === busbar)
    .flatMap((bus) => {
      const line = tree.branches[tree.feeding[bus]!]!.line;
      return line === null ? [] : [{ lineId: line.id, behindW: tree.behindW[bus]! }];
    });
}

/** Largest first to whichever busbar has less, the present one first: what goes to the new one. */
function handedOver(heads: readonly Head[]): ReadonlySet<string> {
  const sorted = [...heads].sort((a, b) => b.behindW - a.behindW || (a.lineId < b.lineId ? -1 : 1));
  const taken = new Set<string>();
  let [staysW, goesW] = [0, 0];
  for (const { lineId, behindW } of sorted) {
    if (goesW < staysW) {
      taken.add(lineId);
      goesW += behindW;
    } else staysW += behindW;
  }
  return taken;
}

/** A second transformer in the same place, with a busbar of its own and half of the feeders. */
export function besideSplit(at: SplitAt): Split | string {
  const { tree, station, busbar } = at;
  const heads = headsOf(tree, busbar).filter(({ behindW }) => behindW > 0);
  if (heads.length < 2) return 'It has fewer than two feeders to share out.';
  const handed = handedOver(heads);
  const present = tree.network.buses[busbar]!;
  const busId = secondId(`LV-${station.id}`);
  const taken = takenId(at, { bus: busId });
  if (taken !== null) return taken;
  return (network): Network => {
    const grown = withSecondTransformer(network, at, { toBusId: busId });
    return {
      ...grown,
      buses: withAdded(grown.buses, { ...present, id: busId, addedFor: station.id }),
      lines: grown.lines.map((line) => {
        if (!handed.has(line.id)) return line;
        return line.fromBusId === present.id ? { ...line, fromBusId: busId } : { ...line, toBusId: busId };
      }),
    };
  };
}
