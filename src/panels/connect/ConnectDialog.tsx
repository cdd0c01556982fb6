import { lazy, Suspense } from 'react';
import { useActions, useAppState } from '../../state';
import { Dialog } from '../parts/Dialog';

const ConnectView = lazy(() => import('./ConnectView').then((module) => ({ default: module.ConnectView })));

/** "Can I connect 400 kW here?", asked of a building, a transformer or a cable. */
export function ConnectDialog() {
  const at = useAppState((state) => state.connectAt);
  const actions = useActions();
  if (at === null) return null;
  return (
    <Dialog title={`Can something connect at ${at.id}?`} onClose={() => actions.connect.open(null)} wide>
      <Suspense fallback={<p className="muted">Opening …</p>}>
        <ConnectView at={at} />
      </Suspense>
    </Dialog>
  );
}
