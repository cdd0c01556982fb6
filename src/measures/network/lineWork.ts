import type { Line, LineType, Network } from '../../model/network';
import { replaced } from './networkMeasure';
import { withLineType } from './types';

/** The network with other types on some lines, which remember what was built. */
export function withLinesOfType(
  network: Network,
  ids: readonly string[],
  typeFor: (line: Line) => LineType,
): Network {
  const asked = new Set(ids);
  const types = new Map(
    network.lines.filter(({ id }) => asked.has(id)).map((line) => [line.id, typeFor(line)]),
  );
  const typed = [...types.values()].reduce(withLineType, network);
  return {
    ...typed,
    lines: replaced(network.lines, ids, (line) => ({
      ...line,
      lineTypeId: types.get(line.id)!.id,
      asBuilt: line.asBuilt ?? { lineTypeId: line.lineTypeId, parallel: line.parallel },
    })),
  };
}
