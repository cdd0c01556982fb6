import { lazy } from 'react';
import { useActions, useAppState, useWords } from '../../state';
import { loadLateWords } from '../../words';
import { Dialog } from '../parts/Dialog';
import { LazyPart } from '../parts/LazyPart';

const ConnectView = lazy(async () => {
  const [module] = await Promise.all([import('./ConnectView'), loadLateWords()]);
  return { default: module.ConnectView };
});

/** "Can I connect 400 kW here?", asked of a building, a transformer or a cable. */
export function ConnectDialog() {
  const at = useAppState((state) => state.connectAt);
  const actions = useActions();
  const words = useWords();
  if (at === null) return null;
  return (
    <Dialog
      title={words('inspector.connectTitle', { id: at.id })}
      onClose={() => actions.connect.open(null)}
      wide
    >
      <LazyPart fallback={<p className="muted">{words('parts.opening')}</p>}>
        <ConnectView at={at} />
      </LazyPart>
    </Dialog>
  );
}
