import { useActions, useAppState, useWords } from '../../state';
import { IconButton } from '../parts/IconButton';

/** A finished run comes to the user, with the way to its worst case. */
export function Notice() {
  const notice = useAppState((state) => state.notice);
  const actions = useActions();
  const words = useWords();
  if (notice === null) return null;
  return (
    <div className="notice" data-testid="notice">
      <p>{notice.text}</p>
      <IconButton icon="close" label={words('top.notice.dismiss')} onClick={() => actions.dismissNotice()} />
      <div className="notice-ways">
        <button type="button" className="button primary" onClick={() => actions.showWorst(notice.scenarioId)}>
          {words('top.notice.show')}
        </button>
        <button type="button" className="button" onClick={() => actions.findWayOutOf(notice.scenarioId)}>
          {words('top.notice.wayOut')}
        </button>
      </div>
    </div>
  );
}

/** The one voice for screen readers: results, selections, changes; never a frame or a hover. `held`: what it says in their place. */
export function LiveRegion({ held }: { readonly held: string | null }) {
  const announcement = useAppState((state) => state.announcement);
  return (
    <p className="hidden" role="status" aria-live="polite" data-testid="live">
      {held ?? announcement}
    </p>
  );
}
