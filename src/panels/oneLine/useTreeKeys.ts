import type { KeyboardEvent } from 'react';
import { placeAbove, type OneLineGrid, type OneLinePlace } from '../../geometry/oneLine';
import { useActions } from '../../state';
import type { Drawing } from './entries';
import type { ViewportMoves } from './useViewport';

interface TreeKeys {
  readonly grid: OneLineGrid;
  readonly drawing: Drawing;
  readonly active: number;
  readonly moveTo: (key: string) => void;
  readonly enter: (place: OneLinePlace) => void;
  readonly moves: ViewportMoves;
}

const PAGE = 10;

/** The keys of a tree: right goes along the feeder and into what is folded, left back and out of it. */
export function useTreeKeys(keys: TreeKeys): (event: KeyboardEvent) => void {
  const { grid, drawing, active, moveTo, enter, moves } = keys;
  const actions = useActions();
  const { entries, diagram } = drawing;
  const entry = entries[active]!;
  const go = (row: number) => moveTo(entries[Math.min(Math.max(row, 0), entries.length - 1)]!.key);
  const right = () => {
    if (entry.enters !== null) {
      enter(entry.enters);
      moveTo(`transformer:${entry.enters.kind === 'line' ? stationOf(drawing) : entry.enters.id}`);
    } else if (entry.along >= 0) go(entry.along);
  };
  const left = () => {
    if (entry.parent >= 0) return go(entry.parent);
    const { place } = diagram;
    if (place === null) return;
    enter(placeAbove(grid, place));
    moveTo(`${place.kind}:${place.id}`);
  };
  const does: Readonly<Record<string, () => void>> = {
    ArrowRight: right,
    ArrowLeft: left,
    ArrowDown: () => go(active + 1),
    ArrowUp: () => go(active - 1),
    PageDown: () => go(active + PAGE),
    PageUp: () => go(active - PAGE),
    Home: () => go(0),
    End: () => go(entries.length - 1),
    '+': () => moves.zoom(1.4),
    '-': () => moves.zoom(1 / 1.4),
    Enter: () => {
      actions.setOneLineAt(diagram.place);
      if (entry.target !== null) actions.select(entry.target, true);
    },
    w: () => entry.target !== null && actions.jumpToWorstHour(entry.target),
  };
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = does[event.key === ' ' ? 'Enter' : event.key === 'W' ? 'w' : event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
}

/** The station that the drawing is of. */
const stationOf = ({ diagram }: Drawing): string => diagram.items[0]!.id;
