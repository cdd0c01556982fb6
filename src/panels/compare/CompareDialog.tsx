import { lazy } from 'react';
import { useWords } from '../../state';
import { loadLateWords } from '../../words';
import { Dialog } from '../parts/Dialog';
import { LazyPart } from '../parts/LazyPart';

const CompareView = lazy(async () => {
  const [module] = await Promise.all([import('./CompareView'), loadLateWords()]);
  return { default: module.CompareView };
});

/** Scenarios held against each other. What it needs loads when it is opened first. */
export function CompareDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords();
  return (
    <Dialog title={words('compare.title')} onClose={onClose} wide>
      <LazyPart fallback={<p className="muted">{words('parts.opening')}</p>}>
        <CompareView />
      </LazyPart>
    </Dialog>
  );
}
