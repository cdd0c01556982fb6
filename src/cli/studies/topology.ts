import type { CsvCell } from '../../io/csv';
import { circuitTopology, linePhases, unfedBuses } from '../../study/network';
import type { StudyKind } from './studyKind';
import { counted, ROWS_SHOWN } from './studyText';

/** Phases carried, islands and buses without supply, without a power flow. */
export const topologyStudy: StudyKind = {
  usage: 'topology FILE',
  options: {},
  solves: false,
  run({ circuit }) {
    const topology = circuitTopology(circuit);
    const lines = linePhases(circuit, topology);
    const unfed = unfedBuses(topology);
    const islandOf = (busId: string): string =>
      topology.islands[topology.islandOfBus[topology.rowOfBus.get(busId) ?? -1] ?? -1]?.id ?? '';
    const fromBus = new Map(circuit.lines.map((line) => [line.id, line.from.busId]));
    const lineRows = lines.map(({ lineId, open, phases, carriedPhases }): CsvCell[] => [
      'line',
      lineId,
      islandOf(fromBus.get(lineId) ?? ''),
      open ? 'open' : 'closed',
      phases.join(' '),
      carriedPhases.join(' '),
    ]);
    const busRows = topology.busIds.map((busId, row): CsvCell[] => {
      const [used, fed] = [topology.usedPhases[row]!, topology.fedPhases[row]!];
      const found = unfed.find((each) => each.busId === busId);
      const state = found === undefined ? 'fed' : fed.length === 0 ? 'unfed' : 'partly fed';
      return ['bus', busId, islandOf(busId), state, used.join(' '), fed.join(' ')];
    });
    const columns = ['kind', 'id', 'island', 'state', 'phases', 'carried_phases'];
    return {
      lines: [
        `topology: ${counted(topology.islands.length, 'island')}, ${counted(topology.busIds.length, 'bus', 'buses')}, ${counted(lines.length, 'line')}`,
        ...firstOf(topology.islands, ({ id, busIds, sourceIds, meshed }) => {
          const sources = sourceIds.length === 0 ? 'no source' : `source ${sourceIds.join(', ')}`;
          return `island ${id}: ${counted(busIds.length, 'bus', 'buses')}, ${sources}, ${meshed ? 'meshed' : 'radial'}`;
        }),
        `buses without supply on some phase: ${unfed.length}`,
        ...firstOf(unfed, ({ busId, unfedPhases, fedPhases }) => {
          const missing =
            unfedPhases.length === 0 ? 'no phase in use' : `unfed on phase ${unfedPhases.join(', ')}`;
          return `  bus ${busId}: ${missing}${fedPhases.length === 0 ? '' : `, fed on ${fedPhases.join(', ')}`}`;
        }),
      ],
      table: { columns, rows: [...lineRows, ...busRows] },
      shown: { columns, rows: lineRows },
      result: {
        lines,
        islands: topology.islands,
        unfedBuses: unfed,
        buses: topology.busIds.map((busId, row) => ({
          busId,
          islandId: islandOf(busId),
          usedPhases: topology.usedPhases[row],
          fedPhases: topology.fedPhases[row],
        })),
      },
    };
  },
};

function firstOf<Item>(items: readonly Item[], text: (item: Item) => string): string[] {
  const lines = items.slice(0, ROWS_SHOWN).map(text);
  return items.length > ROWS_SHOWN ? [...lines, `  and ${items.length - ROWS_SHOWN} more`] : lines;
}
