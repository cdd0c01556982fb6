import type { District } from '../../model/district';
import { isHome } from '../../model/building';
import type { RunResult } from '../../engine/contract';
import type { AppState } from '../appState';
import { runOf } from '../selectors';
import { standingOf, type BranchYear } from '../standing';
import { judgeOf } from '../view';

/** The station that is too full by most; null where none is, or no year is there. */
export function fullestStation(state: AppState, scenarioId: string): BranchYear | null {
  const { status, result } = runOf(state, scenarioId);
  if (status !== 'ready' || result === null) return null;
  return standingOf(result, judgeOf(state, scenarioId)).transformersOver[0] ?? null;
}

/**
 * A house that a room can think of: of the detached ones, else of all homes, that whose hardest hour is the median. Ties go to
 * the first of the district. -1 without homes.
 */
export function medianHouse({ buildings }: District, { rows, table }: RunResult): number {
  const uses = new Map(buildings.map(({ id, use }) => [id, use]));
  const all = rows.buildingIds.map((id, row) => ({ use: uses.get(id), row }));
  const detached = all.filter(({ use }) => use === 'detached');
  const homes = detached.length > 0 ? detached : all.filter(({ use }) => use !== undefined && isHome(use));
  const sorted = [...homes].sort(
    (a, b) => table.buildingNetMaxW[a.row]! - table.buildingNetMaxW[b.row]! || a.row - b.row,
  );
  return sorted[Math.floor((sorted.length - 1) / 2)]?.row ?? -1;
}
