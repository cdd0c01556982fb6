import { lazy, Suspense } from 'react';
import { Dialog } from '../parts/Dialog';

const CompareView = lazy(() => import('./CompareView').then((module) => ({ default: module.CompareView })));

/** Scenarios held against each other. What it needs loads when it is opened first. */
export function CompareDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title="Compare scenarios" onClose={onClose} wide>
      <Suspense fallback={<p className="muted">Opening …</p>}>
        <CompareView />
      </Suspense>
    </Dialog>
  );
}
