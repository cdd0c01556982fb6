import { useActions, useAppState } from '../../state';
import { IconButton } from '../parts/IconButton';

/** A finished run comes to the user, with the way to its worst case. */
export function Notice() {
  const notice = useAppState((state) => state.notice);
  const actions = useActions();
  if (notice === null) return null;
  return (
    <div className="notice" data-testid="notice">
      <p>{notice.text}</p>
      <IconButton icon="close" label="Dismiss this notice" onClick={() => actions.dismissNotice()} />
      <div className="notice-ways">
        <button type="button" className="button primary" onClick={() => actions.showWorst(notice.scenarioId)}>
          Show it
        </button>
        <button type="button" className="button" onClick={() => actions.findWayOutOf(notice.scenarioId)}>
          Cheapest way out
        </button>
      </div>
    </div>
  );
}

/** The one voice for screen readers: results, selections, changes; never a frame or a hover. */
export function LiveRegion() {
  const announcement = useAppState((state) => state.announcement);
  return (
    <p className="hidden" role="status" aria-live="polite" data-testid="live">
      {announcement}
    </p>
  );
}
