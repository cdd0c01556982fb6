import { lazy } from 'react';
import { useActions, useAppState, useWords } from '../../state';
import { Dialog } from '../parts/Dialog';
import { LazyPart } from '../parts/LazyPart';

const PeaksView = lazy(() => import('./PeaksView').then((module) => ({ default: module.PeaksView })));

/** Measured peaks against computed ones: what is left between them, and the corrections that close the gap. */
export function PeaksDialog() {
  const fileName = useAppState(({ peaks }) => (peaks?.isShown === true ? peaks.fileName : null));
  const actions = useActions();
  const words = useWords();
  if (fileName === null) return null;
  return (
    <Dialog title={words('peaks.title', { file: fileName })} onClose={() => void actions.peaks.hide()} wide>
      <LazyPart fallback={<p className="muted">{words('parts.opening')}</p>}>
        <PeaksView />
      </LazyPart>
    </Dialog>
  );
}
