import { MV_CABLE, MV_CABLE_MAX_V } from '../../model/equipment';
import type { Point } from '../../model/building';
import type { Line, LineType, Network, Switch } from '../../model/network';
import { openLineIds, type FeedTree } from './feedTree';
import {
  secondId,
  takenId,
  withAdded,
  withSecondTransformer,
  type Split,
  type SplitAt,
} from './secondStation';
import { lineTypeOf, withLineType } from './types';

/** Buses from the first joint of a feeder to its far end, each fed by one line. */
type Way = readonly number[];

const lineInto = (tree: FeedTree, bus: number): Line => tree.branches[tree.feeding[bus]!]!.line!;

/**
 * The way to the joint with the largest estimated drop, sum of r l P along the way, P what is behind; services do not count.
 * Empty where the busbar has no feeder.
 */
function worstWay(tree: FeedTree, busbar: number): Way {
  const dropOf = new Map<number, number>([[busbar, 0]]);
  let worst = { bus: busbar, drop: 0 };
  for (const bus of tree.order) {
    const above = dropOf.get(tree.parentBus[bus]!);
    const line = tree.feeding[bus]! < 0 ? null : tree.branches[tree.feeding[bus]!]!.line;
    if (above === undefined || line === null || line.role === 'service') continue;
    const { r1OhmPerKm } = lineTypeOf(tree.network, line.lineTypeId)!;
    const drop = above + ((r1OhmPerKm * line.lengthM) / line.parallel) * tree.behindW[bus]!;
    dropOf.set(bus, drop);
    if (drop > worst.drop) worst = { bus, drop };
  }
  const way: number[] = [];
  for (let bus = worst.bus; bus !== busbar; bus = tree.parentBus[bus]!) way.unshift(bus);
  return way;
}

/** The bus of a way whose feeding line is cut: what is behind it comes nearest to half of the feeder, and none to all. */
function cutOf({ behindW }: FeedTree, way: Way): number | null {
  const wholeW = behindW[way[0]!]!;
  const offHalfW = (bus: number): number => Math.abs(behindW[bus]! - wholeW / 2);
  const possible = way.filter((bus) => behindW[bus]! > 0 && behindW[bus]! < wholeW);
  return possible.reduce<number | null>(
    (best, bus) => (best === null || offHalfW(bus) < offHalfW(best) ? bus : best),
    null,
  );
}

/** The drawn way from the station, line after line. */
function pathAlong(tree: FeedTree, way: Way): readonly Point[] {
  return way.flatMap((bus) => {
    const line = lineInto(tree, bus);
    const isForward = tree.network.buses[bus]!.id === line.toBusId;
    return isForward ? line.path : [...line.path].reverse();
  });
}

/** The MV cable's type: as the underground one that feeds the station, else the catalogue's; null above what that is for. */
function mvTypeAt(tree: FeedTree, mvBus: number): LineType | null {
  const row = tree.feeding[mvBus]!;
  const line = row < 0 ? null : tree.branches[row]!.line;
  const type = line === null ? undefined : lineTypeOf(tree.network, line.lineTypeId);
  if (type?.underground === true) return type;
  return tree.network.buses[mvBus]!.nominalVoltageV <= MV_CABLE_MAX_V ? MV_CABLE : null;
}

const newSwitchId = (lineId: string): string => secondId(`SW-${lineId}`);

const hasSwitch = ({ switches }: Network, lineId: string): boolean =>
  switches.some((one) => one.lineId === lineId);

function opened(network: Network, lineId: string, addedFor: string): readonly Switch[] {
  if (hasSwitch(network, lineId)) {
    return network.switches.map((one) =>
      one.lineId === lineId ? { ...one, closed: false, normallyOpen: true } : one,
    );
  }
  const cut: Switch = { id: newSwitchId(lineId), lineId, closed: false, normallyOpen: true, addedFor };
  return withAdded(network.switches, cut);
}

/**
 * A station at the far end of the worst feeder, fed by an MV cable along it; the feeder is opened where the estimated
 * demand is halved, and its far part is fed from the other end.
 */
export function farSplit(at: SplitAt): Split | string {
  const { tree, station, busbar } = at;
  const way = worstWay(tree, busbar);
  if (way.length < 2) return 'It has no feeder with more than one joint.';
  const cut = cutOf(tree, way);
  if (cut === null) return 'Its worst feeder has all of its demand in one place.';
  const mvBus = tree.busRow.get(station.fromBusId)!;
  const far = tree.network.buses[way.at(-1)!]!;
  const mvId = secondId(`MV-${station.id}`);
  const cutId = lineInto(tree, cut).id;
  const isSwitched = hasSwitch(tree.network, cutId);
  const taken = takenId(at, { bus: mvId, line: mvId, ...(isSwitched ? {} : { switch: newSwitchId(cutId) }) });
  if (taken !== null) return taken;
  if (openLineIds(tree.network).has(cutId)) return 'Its worst feeder is open already.';
  const mvType = mvTypeAt(tree, mvBus);
  if (mvType === null) return 'The MV cable of the catalogue is for lower voltages than this station has.';
  const path = pathAlong(tree, way);
  const { nominalVoltageV } = tree.network.buses[mvBus]!;
  return (network): Network => {
    const typed = withLineType(network, mvType);
    const grown = withSecondTransformer(typed, at, {
      fromBusId: mvId,
      toBusId: far.id,
      position: far.position,
    });
    return {
      ...grown,
      buses: withAdded(grown.buses, {
        id: mvId,
        nominalVoltageV,
        position: far.position,
        synthetic: station.synthetic,
        addedFor: station.id,
      }),
      lines: withAdded(grown.lines, {
        id: mvId,
        fromBusId: station.fromBusId,
        toBusId: mvId,
        lineTypeId: mvType.id,
        lengthM: way.reduce((sum, bus) => sum + lineInto(tree, bus).lengthM, 0),
        role: 'mv',
        parallel: 1,
        path: path.length < 2 ? [station.position, far.position] : path,
        synthetic: station.synthetic,
        addedFor: station.id,
      }),
      switches: opened(grown, cutId, station.id),
    };
  };
}
