import { useId, useMemo } from 'react';
import { oneLineDiagram, placeOfElement, showsElement, type OneLineGrid } from '../../geometry/oneLine';
import { shownId, useAppState, useAppStore, useSpeech, useWords } from '../../state';
import { districtOf } from '../../state/view';
import { oneLineGridOf } from '../../state/view/oneLine';
import { HoldBaseline } from '../map/MapControls';
import { MapCorner } from '../map/MapCorner';
import { DrawingCanvas } from './DrawingCanvas';
import { drawingOf, type Drawing } from './entries';
import { PlaceBar } from './PlaceBar';

/** The network as a one-line drawing: sources and stations first, then the feeders of one, then the streets of a feeder. */
export function OneLineView() {
  const words = useWords();
  const presents = useAppState((state) => state.mode === 'present');
  const grid = useAppState(oneLineGridOf);
  const help = useId();
  return (
    <section className="one-line" aria-label={words('oneLine.label')}>
      <p id={help} className="hidden">
        {words('oneLine.help')}
      </p>
      {grid === null ? (
        <p className="callout">{words('oneLine.none')}</p>
      ) : (
        <Placed grid={grid} helpId={help} />
      )}
      {presents ? null : (
        <MapCorner>
          <HoldBaseline />
        </MapCorner>
      )}
    </section>
  );
}

function Placed({ grid, helpId }: { readonly grid: OneLineGrid; readonly helpId: string }) {
  const drawing = useDrawing(grid);
  return (
    <>
      <PlaceBar grid={grid} drawing={drawing} />
      <DrawingCanvas grid={grid} drawing={drawing} helpId={helpId} />
    </>
  );
}

/** The place that was entered, or the one that shows what has been selected elsewhere since. */
function useDrawing(grid: OneLineGrid): Drawing {
  const store = useAppStore();
  const speech = useSpeech();
  const at = useAppState((state) => state.oneLineAt);
  const selection = useAppState((state) => state.selection);
  const entered = useMemo(() => oneLineDiagram(grid, at), [grid, at]);
  const diagram = useMemo(() => {
    if (selection === null || showsElement(entered, grid, selection)) return entered;
    const place = placeOfElement(grid, selection);
    return place === undefined ? entered : oneLineDiagram(grid, place);
  }, [entered, grid, selection]);
  return useMemo(() => {
    const state = store.getState();
    return drawingOf(diagram, { district: districtOf(state, shownId(state))!, grid, speech });
  }, [diagram, grid, speech, store]);
}
