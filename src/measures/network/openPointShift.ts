import type { Building } from '../../model/building';
import type { Network } from '../../model/network';
import { feedTreeOf, openLineIds, type FeedTree } from './feedTree';
import { bestPlace, loopThrough, stationsOf, switchedOver, type Loop } from './loops';
import { networkMeasure, type NetworkPlan } from './networkMeasure';

const MESHED = 'The network runs in closed loops: which way power takes cannot be said here.';
const NO_LOOP = 'No open line joins its ring or feeder to another way of supply.';
const ONE_PLACE = 'No other line of its ring can be opened.';
const BEST = 'Its ring is open where the load is spread best already.';

interface Found {
  readonly lineId: string;
  readonly loop: Loop;
  readonly stations: readonly string[];
}

function loopsOf(tree: FeedTree): readonly Found[] {
  return [...openLineIds(tree.network)].flatMap((lineId) => {
    const loop = loopThrough(tree, lineId);
    return loop === null ? [] : [{ lineId, loop, stations: stationsOf(tree, loop) }];
  });
}

/** One switching that spreads the load better, in the loops of some stations; null where there is none. */
function switchedOnce(
  network: Network,
  buildings: readonly Building[],
  asked: ReadonlySet<string>,
): Network | null {
  const tree = feedTreeOf(network, buildings);
  for (const { lineId, loop, stations } of loopsOf(tree)) {
    if (!stations.some((id) => asked.has(id))) continue;
    const at = bestPlace(loop);
    if (at !== loop.openAt) return switchedOver(network, tree.branches[loop.branches[at]!]!.line!.id, lineId);
  }
  return null;
}

function planOf(network: Network, buildings: readonly Building[]): NetworkPlan {
  const tree = feedTreeOf(network, buildings);
  const found = tree.isRadial ? loopsOf(tree) : [];
  return {
    refusal(id) {
      if (!tree.isRadial) return MESHED;
      const own = found.filter(({ stations }) => stations.includes(id));
      if (own.length === 0) return NO_LOOP;
      if (own.every(({ loop }) => loop.places.length < 2)) return ONE_PLACE;
      return own.every(({ loop }) => bestPlace(loop) === loop.openAt) ? BEST : null;
    },
    change(ids) {
      const asked = new Set(ids);
      let switched = network;
      // Each switching lowers the sorted list of all loadings, so this ends.
      for (let next: Network | null = network; next !== null; next = switchedOnce(switched, buildings, asked))
        switched = next;
      return switched;
    },
  };
}

/**
 * Reconfiguration by tie switches: of each loop through a station, the line is opened with which the most loaded branch of
 * the loop carries least, then the next one, by an estimate that is linear in the buildings behind. Closed and opened in
 * pairs, so the network stays radial.
 */
export const openPointShift = networkMeasure({
  type: 'openPointShift',
  label: 'Open point of the ring',
  target: 'transformer',
  adoptionOf: 'of transformer stations, each with all of its ring',
  changes:
    'The line at which the ring runs open is closed and another one opened, so that the load is spread better.',
  parameters: [],
  plan: (network, { buildings }) => planOf(network, buildings),
});
