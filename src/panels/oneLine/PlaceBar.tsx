import { placeAbove, type OneLineGrid, type OneLinePlace } from '../../geometry/oneLine';
import { useAppState, useWords } from '../../state';
import { Icon } from '../parts/Icon';
import { entryOfSelection, type Drawing } from './entries';
import { useEnter } from './useEnter';

/** Where in the network the drawing is, the way back, and the way into what is selected. */
export function PlaceBar({ grid, drawing }: { readonly grid: OneLineGrid; readonly drawing: Drawing }) {
  const words = useWords();
  const enter = useEnter(grid, drawing.diagram.place);
  const selection = useAppState((state) => state.selection);
  const { place } = drawing.diagram;
  const chain: OneLinePlace[] = [place];
  while (chain[0] !== null) chain.unshift(placeAbove(grid, chain[0]!));
  const selected =
    selection === null ? undefined : drawing.entries[entryOfSelection(drawing, grid, selection)];
  const inside = selected?.enters ?? null;
  const nameOf = (one: OneLinePlace) =>
    one === null
      ? words('oneLine.primary')
      : one.kind === 'line'
        ? words('oneLine.feeder', { id: one.id })
        : one.id;
  return (
    <nav className="one-line-bar" aria-label={words('oneLine.places')}>
      <ol>
        {chain.map((one) => (
          <li key={nameOf(one)}>
            <button
              type="button"
              className="button small"
              aria-current={one === place ? 'page' : undefined}
              onClick={() => enter(one)}
            >
              {nameOf(one)}
            </button>
          </li>
        ))}
      </ol>
      {inside === null ? null : (
        <button type="button" className="button small primary" onClick={() => enter(inside)}>
          <span>{words('oneLine.enter', { id: nameOf(inside) })}</span>
          <Icon name="goTo" />
        </button>
      )}
    </nav>
  );
}
