import type { OneLineGrid } from '../../geometry/oneLine';
import type { Marked } from '../../state';
import type { Drawing, Entry } from './entries';

/** Of an entry: it is marked itself, or something is that is folded away behind it. */
export type EntryMarked = 'whole' | 'part' | null;

/** What of a drawing is marked, entry by entry. What is drawn shows its own mark; only what is not is told by the fold. */
export function markedEntries(
  { entries, entryOf }: Drawing,
  grid: OneLineGrid,
  marked: Marked | null,
): readonly EntryMarked[] {
  if (marked === null) return entries.map(() => null);
  const { kind } = marked;
  const keys = new Set(marked.ids.map((id) => `${kind}:${id}`));
  const isFoldedIn = ({ behind }: Entry): boolean => {
    if (behind === null) return false;
    const rows = kind === 'building' ? behind.buildingRows : behind.branchRows;
    const ids = kind === 'building' ? grid.buildingIds : grid.tree.branchIds;
    return rows.some((row) => {
      // Branches are the lines, then the transformers.
      if (kind !== 'building' && row < grid.network.lines.length !== (kind === 'line')) return false;
      const key = `${kind}:${ids[row]}`;
      return keys.has(key) && !entryOf.has(key);
    });
  };
  return entries.map((entry) => (keys.has(entry.key) ? 'whole' : isFoldedIn(entry) ? 'part' : null));
}
