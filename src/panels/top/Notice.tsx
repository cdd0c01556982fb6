import { useEffect, useRef, useState } from 'react';
import { isAnyOutside, useActions, useAppState, useWords } from '../../state';
import { standingIn } from '../../state/view';
import { Icon } from '../parts/Icon';
import { IconButton } from '../parts/IconButton';

/** Read twice, slowly, and with time to reach it. */
const PARKED_AFTER_MS = 30_000;

/** A finished run comes to the user, with the way to its worst case; read, it goes into the bar and covers nothing any more. */
export function Notice() {
  const notice = useAppState((state) => state.notice);
  // A way out is of something: none where everything keeps its limits.
  const isOutside = useAppState((state) => {
    const standing = state.notice === null ? null : standingIn(state, state.notice.scenarioId);
    return standing !== null && isAnyOutside(standing);
  });
  const actions = useActions();
  const words = useWords();
  // Nothing goes away under a pointer or from under the focus.
  const [isHeld, setHeld] = useState(false);
  // What a run of the whole town has to say covers no map of one building: it waits in the bar until it is taken out.
  const waits = useAppState(({ mode }) => mode === 'building');
  const isShown = notice !== null && (waits ? notice.isParked === false : notice.isParked !== true);
  const box = useRef<HTMLDivElement>(null);
  const isTakenOut = notice?.isParked === false;
  useEffect(() => {
    if (!isShown || isHeld) return;
    const timer = setTimeout(() => actions.parkNotice(true), PARKED_AFTER_MS);
    return () => clearTimeout(timer);
  }, [actions, isShown, isHeld, notice]);
  useEffect(() => {
    if (isTakenOut) box.current?.querySelector<HTMLElement>('.primary')?.focus();
  }, [isTakenOut]);
  if (notice === null || !isShown) return null;
  return (
    <div
      className="notice"
      data-testid="notice"
      ref={box}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <p>{notice.text}</p>
      <IconButton icon="close" label={words('top.notice.dismiss')} onClick={() => actions.dismissNotice()} />
      <div className="notice-ways">
        <button type="button" className="button primary" onClick={() => actions.showWorst(notice.scenarioId)}>
          {words('top.notice.show')}
        </button>
        {isOutside ? (
          <button type="button" className="button" onClick={() => actions.findWayOutOf(notice.scenarioId)}>
            {words('top.notice.wayOut')}
          </button>
        ) : null}
      </div>
    </div>
  );
}

/** The notice once it has been read: its first words, and back to it. */
export function ParkedNotice() {
  const notice = useAppState((state) => state.notice);
  const actions = useActions();
  const words = useWords();
  const waits = useAppState(({ mode }) => mode === 'building');
  if (notice === null || (waits ? notice.isParked === false : notice.isParked !== true)) return null;
  return (
    <button
      type="button"
      className="button small parked-notice"
      data-testid="notice"
      title={notice.text}
      onClick={() => actions.parkNotice(false)}
    >
      <Icon name="peak" />
      <span aria-hidden="true">{words('top.notice.parked')}</span>
      <span className="hidden">{notice.text}</span>
    </button>
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
