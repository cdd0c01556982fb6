import {
  oneLineDiagram,
  placeAbove,
  showsElement,
  type OneLineGrid,
  type OneLinePlace,
} from '../../geometry/oneLine';
import { useActions, useAppStore } from '../../state';

/**
 * Goes to a place of the drawing. What is selected stays selected where it is drawn there too; else the beginning of the
 * place is, or the drawing would go back to what is selected.
 */
export function useEnter(grid: OneLineGrid, from: OneLinePlace): (place: OneLinePlace) => void {
  const actions = useActions();
  const store = useAppStore();
  return (place) => {
    const { selection } = store.getState();
    const diagram = oneLineDiagram(grid, place);
    const isShown = selection === null || showsElement(diagram, grid, selection);
    actions.setOneLineAt(place);
    if (isShown) return;
    // Upwards the way down stays marked.
    let left = from;
    while (left !== null && !showsElement(diagram, grid, left)) left = placeAbove(grid, left);
    const next = place ?? left;
    actions.select(next === null ? null : { kind: next.kind, id: next.id });
  };
}
