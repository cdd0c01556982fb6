import type { Line, LineType } from '../../model/network';
import { withLinesOfType } from './lineWork';
import { networkMeasure } from './networkMeasure';
import { lineLadder, lineTypeOf } from './types';

export const undergrounding = networkMeasure({
  type: 'undergrounding',
  label: 'Overhead lines into the ground',
  target: 'line',
  adoptionOf: 'of overhead lines',
  changes: 'An overhead line is replaced by the smallest cable of the catalogue that carries as much.',
  parameters: [],
  plan(network) {
    const byId = new Map(network.lines.map((line) => [line.id, line]));
    const cableFor = (line: Line): LineType | string => {
      const standing = lineTypeOf(network, line.lineTypeId);
      if (standing === undefined) return 'Its type is not known.';
      if (standing.underground) return 'It lies in the ground already.';
      const cable = lineLadder(network, line, true).find(
        ({ ratedCurrentA }) => ratedCurrentA >= standing.ratedCurrentA,
      );
      return cable ?? 'No cable of the catalogue carries as much.';
    };
    return {
      refusal(id) {
        const cable = cableFor(byId.get(id)!);
        return typeof cable === 'string' ? cable : null;
      },
      change: (ids) => withLinesOfType(network, ids, (line) => cableFor(line) as LineType),
    };
  },
});
