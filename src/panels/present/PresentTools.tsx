import { useEffect, useState } from 'react';
import { useActions, useAppState, useWords } from '../../state';
import type { PresentState } from '../../state/present';
import { Icon } from '../parts/Icon';
import { IconButton } from '../parts/IconButton';
import { useHidden, usePresent, useRunner } from './usePresent';

/** The way back, the time, undo and redo, and what else there is: one click each. */
export function PresentTools() {
  const words = useWords();
  const present = usePresent();
  const runner = useRunner();
  const hidden = useHidden();
  return (
    <div className="present-tools" role="toolbar" aria-label={words('present.more')}>
      <button
        type="button"
        className="button"
        data-testid="to-plan"
        onClick={() => (hidden ? runner.show('leave') : runner.goFree())}
      >
        <Icon name="previous" />
        <span>{words('modes.plan')}</span>
      </button>
      {present === null ? null : <SessionTools present={present} />}
    </div>
  );
}

function SessionTools({ present }: { readonly present: PresentState }) {
  const words = useWords();
  const actions = useActions();
  const runner = useRunner();
  const undoName = useAppState((state) => state.history.past.at(-1)?.name);
  const redoName = useAppState((state) => state.history.future[0]?.name);
  return (
    <>
      <button
        type="button"
        className="button"
        title={words('present.agenda')}
        onClick={() => runner.show('agenda')}
      >
        <span className="hidden">{words('present.agenda')}: </span>
        <Clock present={present} />
      </button>
      <IconButton
        icon="undo"
        label={undoName === undefined ? words('present.undo') : words('present.undoWhat', { name: undoName })}
        aria-disabled={undoName === undefined}
        onClick={() => actions.undo()}
      />
      <IconButton
        icon="redo"
        label={redoName === undefined ? words('present.redo') : words('present.redoWhat', { name: redoName })}
        aria-disabled={redoName === undefined}
        onClick={() => actions.redo()}
      />
      <IconButton icon="bookmark" label={words('present.bookmark')} onClick={() => runner.bookmark()} />
      <IconButton icon="history" label={words('present.history')} onClick={() => runner.show('history')} />
      <IconButton icon="menu" label={words('present.more')} onClick={() => runner.show('menu')} />
    </>
  );
}

/** Time left in the step of the agenda, to the second. */
function Clock({ present }: { readonly present: PresentState }) {
  const words = useWords();
  const nowMs = useNow();
  const { agenda } = present.session;
  const minutes = agenda[present.stepRow]?.minutes ?? 0;
  const leftS = Math.round(minutes * 60 - (nowMs - present.stepSinceMs) / 1000);
  const total = Math.abs(leftS);
  const clock = `${Math.floor(total / 60)}:${String(total % 60).padStart(2, '0')}`;
  return (
    <span className={leftS < 0 ? 'present-clock over' : 'present-clock'}>
      {leftS < 0 ? words('present.minutesOver', { clock }) : clock}
    </span>
  );
}

function useNow(): number {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return nowMs;
}
