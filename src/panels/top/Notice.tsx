import { useEffect, useRef, useState } from 'react';
import { isAnyOutside, isNoticeInBar, useActions, useAppState, useWords, type AppState } from '../../state';
import { standingIn } from '../../state/view';
import { Icon } from '../parts/Icon';
import { IconButton } from '../parts/IconButton';

/** Read twice, slowly, and with time to reach it. */
const PARKED_AFTER_MS = 30_000;

/** A finished run comes to the user, with the way to its worst case; read, it goes into the bar and covers nothing any more. */
export function Notice() {
  const notice = useAppState((state) => state.notice);
  const isInBar = useAppState(isNoticeInBar);
  if (notice === null || isInBar) return null;
  // What is removed under the pointer says nothing of its leaving: a new notice is held by nobody.
  return <OpenNotice key={`${notice.scenarioId} ${notice.text}`} notice={notice} />;
}

function OpenNotice({ notice }: { readonly notice: NonNullable<AppState['notice']> }) {
  // A way out is of something: none where everything keeps its limits.
  const isOutside = useAppState((state) => {
    const standing = standingIn(state, notice.scenarioId);
    return standing !== null && isAnyOutside(standing);
  });
  const actions = useActions();
  const words = useWords();
  // Nothing goes away under a pointer or from under the focus.
  const [isUnderPointer, setUnderPointer] = useState(false);
  const [hasFocus, setFocus] = useState(false);
  const isHeld = isUnderPointer || hasFocus;
  const box = useRef<HTMLDivElement>(null);
  const isTakenOut = notice.isParked === false;
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(() => actions.parkNotice(true), PARKED_AFTER_MS);
    return () => clearTimeout(timer);
  }, [actions, isHeld, notice]);
  useEffect(() => {
    if (isTakenOut) box.current?.querySelector<HTMLElement>('.primary')?.focus();
  }, [isTakenOut]);
  return (
    <div
      className="notice"
      data-testid="notice"
      ref={box}
      onPointerEnter={() => setUnderPointer(true)}
      onPointerLeave={() => setUnderPointer(false)}
      onFocus={() => setFocus(true)}
      onBlur={() => setFocus(false)}
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
  const isInBar = useAppState(isNoticeInBar);
  if (notice === null || !isInBar) return null;
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
