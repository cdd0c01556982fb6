import type { Line, LineType } from '../../model/network';
import { networkMeasure } from './networkMeasure';
import { withLinesOfType } from './lineWork';
import { lineLadder, lineTypeOf } from './types';

/** Sizes count from what was built, so that of two replacements the larger counts. */
export const cableReplacement = networkMeasure({
  type: 'cableReplacement',
  label: 'Thicker line',
  target: 'line',
  adoptionOf: 'of lines',
  changes:
    'The line is replaced by a thicker one of the catalogue on the same route; parallel ones stay as many.',
  parameters: [
    {
      name: 'steps',
      label: 'Sizes thicker',
      unit: '1',
      min: 1,
      max: 6,
      default: 1,
      source: 'engineering value',
      quality: 'unknown_untraceable',
    },
  ],
  plan(network, _district, valueOf) {
    const byId = new Map(network.lines.map((line) => [line.id, line]));
    const steps = Math.round(valueOf('steps'));
    const ladders = new Map<string, readonly LineType[]>();
    const thicker = (line: Line): LineType | string => {
      const standing = lineTypeOf(network, line.lineTypeId);
      const built = lineTypeOf(network, (line.asBuilt ?? line).lineTypeId) ?? standing;
      if (standing === undefined || built === undefined) return 'Its type is not known.';
      const sizes = (ladders.get(keyOf(line)) ?? lineLadder(network, line, standing.underground)).filter(
        ({ ratedCurrentA, r1OhmPerKm }) =>
          ratedCurrentA > built.ratedCurrentA && r1OhmPerKm < built.r1OhmPerKm,
      );
      const chosen = sizes[Math.min(steps, sizes.length) - 1];
      if (chosen === undefined) return 'There is no thicker type in the catalogue; lay a parallel one.';
      return chosen.ratedCurrentA > standing.ratedCurrentA
        ? chosen
        : 'A line of that size lies here already.';
    };
    // Lines of one voltage and kind have one ladder.
    const voltageV = new Map(network.buses.map(({ id, nominalVoltageV }) => [id, nominalVoltageV]));
    const keyOf = ({ fromBusId, lineTypeId }: Line): string =>
      `${voltageV.get(fromBusId)}/${lineTypeOf(network, lineTypeId)?.underground}`;
    for (const line of network.lines) {
      const key = keyOf(line);
      const type = lineTypeOf(network, line.lineTypeId);
      if (!ladders.has(key) && type !== undefined)
        ladders.set(key, lineLadder(network, line, type.underground));
    }
    return {
      refusal(id) {
        const chosen = thicker(byId.get(id)!);
        return typeof chosen === 'string' ? chosen : null;
      },
      change: (ids) => withLinesOfType(network, ids, (line) => thicker(line) as LineType),
    };
  },
});
