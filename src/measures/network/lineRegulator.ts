import { LV_BELOW_V } from '../../model/network';
import { regulatorFault } from '../../model/voltageRegulator';
import { feedTreeOf, type FeedTree } from './feedTree';
import { networkMeasure, replaced } from './networkMeasure';
import { isSameRegulator, regulatorOf, regulatorParameters } from './regulatorFigures';
import { lineTypeOf } from './types';

/** Drop is counted over the line as it was built: no other work on lines moves the place. */
function estimatedDrop({ network, branches, feeding, behindW }: FeedTree, bus: number): number {
  const line = branches[feeding[bus]!]!.line!;
  const { lineTypeId, parallel } = line.asBuilt ?? line;
  const type = lineTypeOf(network, lineTypeId);
  return type === undefined ? 0 : ((type.r1OhmPerKm * line.lengthM) / parallel) * behindW[bus]!;
}

/**
 * Of every LV feeder the main line in which the estimated drop, sum of r l P from the busbar on, passes half of that at the
 * feeder's worst joint; P is what lies behind (README). Services do not count. Empty where the network is not radial.
 */
function halfDropLines(tree: FeedTree): ReadonlySet<string> {
  const { network, branches, feeding, parentBus, order, isRadial } = tree;
  if (!isRadial) return new Set();
  const drop = new Map<number, number>();
  const head = new Map<number, number>();
  const worst = new Map<number, number>();
  for (const bus of order) {
    const branch = feeding[bus]! < 0 ? undefined : branches[feeding[bus]!];
    if (branch === undefined) continue;
    if (branch.line === null) {
      if (network.buses[bus]!.nominalVoltageV < LV_BELOW_V) drop.set(bus, 0);
      continue;
    }
    const above = drop.get(parentBus[bus]!);
    if (above === undefined || branch.line.role === 'service') continue;
    drop.set(bus, above + estimatedDrop(tree, bus));
    const first = head.get(parentBus[bus]!) ?? bus;
    head.set(bus, first);
    if (drop.get(bus)! > drop.get(worst.get(first) ?? -1)! || !worst.has(first)) worst.set(first, bus);
  }
  const chosen = new Set<string>();
  for (const end of worst.values()) {
    const whole = drop.get(end)!;
    if (!(whole > 0)) continue;
    let bus = end;
    while (drop.get(parentBus[bus]!)! > whole / 2) bus = parentBus[bus]!;
    chosen.add(branches[feeding[bus]!]!.line!.id);
  }
  return chosen;
}

/** A regulator in series with an LV line, at the end that the line is fed from. */
export const lineRegulator = networkMeasure({
  type: 'lineRegulator',
  label: 'Line regulator',
  target: 'line',
  adoptionOf: 'of feeders',
  changes:
    'A regulator in series with a line raises or lowers the voltage of what lies behind it, in every step by as many positions as bring its outlet into its band.',
  parameters: [
    ...regulatorParameters({ stepPercent: 1.25, positions: 8, setPointPercent: 100, bandPercent: 2 }),
    {
      name: 'place',
      label:
        'Place: 0 every selected LV line, 1 where half of a feeder’s estimated voltage drop lies before it',
      unit: '1',
      min: 0,
      max: 1,
      default: 1,
      source: 'engineering value',
      quality: 'unknown_untraceable',
    },
  ],
  plan(network, { buildings }, valueOf) {
    const settings = regulatorOf(valueOf);
    const fault = regulatorFault(settings, null);
    const byId = new Map(network.lines.map((line) => [line.id, line]));
    const nominalV = new Map(network.buses.map(({ id, nominalVoltageV }) => [id, nominalVoltageV]));
    const tree = feedTreeOf(network, buildings);
    const feeding = new Set(Array.from(tree.feeding, (row) => tree.branches[row]?.line?.id));
    const places = Math.round(valueOf('place')) === 1 ? halfDropLines(tree) : null;
    return {
      refusal(id) {
        if (fault !== null) return fault.message;
        const { fromBusId, voltageRegulator } = byId.get(id)!;
        if (!(nominalV.get(fromBusId)! < LV_BELOW_V)) return 'It is no low-voltage line.';
        if (!feeding.has(id)) return 'It feeds nothing as the switches stand.';
        if (places?.has(id) === false)
          return 'It is not where half of its feeder’s estimated drop is passed.';
        return isSameRegulator(voltageRegulator, settings)
          ? 'Its regulator has these figures already.'
          : null;
      },
      change: (ids) => ({
        ...network,
        lines: replaced(network.lines, ids, (line) => ({
          ...line,
          voltageRegulator: settings,
        })),
      }),
    };
  },
});
