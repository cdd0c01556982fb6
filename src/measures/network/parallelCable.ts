import { networkMeasure, replaced } from './networkMeasure';
import { lineTypeOf } from './types';

/** Cables beside those that were built: counted from there, so that of two works the larger counts. */
export const parallelCable = networkMeasure({
  type: 'parallelCable',
  label: 'Parallel cable',
  target: 'line',
  adoptionOf: 'of cables',
  changes: 'Identical cables are laid beside the present one and joined at both ends.',
  parameters: [
    {
      name: 'count',
      label: 'Cables added',
      unit: '1',
      min: 1,
      max: 4,
      default: 1,
      source: 'engineering value',
      quality: 'unknown_untraceable',
    },
  ],
  plan(network, _district, valueOf) {
    const byId = new Map(network.lines.map((line) => [line.id, line]));
    const count = Math.round(valueOf('count'));
    return {
      refusal(id) {
        const line = byId.get(id)!;
        if (lineTypeOf(network, line.lineTypeId)?.underground !== true)
          return 'It is an overhead line, to which no cable is laid in parallel.';
        return line.parallel >= (line.asBuilt ?? line).parallel + count
          ? 'As many parallel cables lie here already.'
          : null;
      },
      change: (ids) => ({
        ...network,
        lines: replaced(network.lines, ids, (line) => {
          const asBuilt = line.asBuilt ?? { lineTypeId: line.lineTypeId, parallel: line.parallel };
          return { ...line, parallel: asBuilt.parallel + count, asBuilt };
        }),
      }),
    };
  },
});
