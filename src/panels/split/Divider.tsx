import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { useActions, useAppState, useWords } from '../../state';

const STEP = 0.02;
const PAGE = 0.1;

/** The line between two scenarios on one map: dragged, or moved by keys like any slider. */
export function Divider({ left, right }: { readonly left: string; readonly right: string }) {
  const actions = useActions();
  const words = useWords();
  const divide = useAppState((state) => state.divide);
  const own = useRef<HTMLDivElement>(null);
  const percent = Math.round(100 * divide);
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const box = own.current?.parentElement?.getBoundingClientRect();
    if (box !== undefined && box.width > 0) actions.setDivide((event.clientX - box.left) / box.width);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const to = shareAfter(event.key, divide);
    if (to === null || event.ctrlKey || event.metaKey || event.altKey) return;
    actions.setDivide(to);
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={own}
      className="split-divider"
      role="slider"
      tabIndex={0}
      aria-label={words('split.divider')}
      aria-orientation="horizontal"
      aria-valuemin={5}
      aria-valuemax={95}
      aria-valuenow={percent}
      aria-valuetext={words('split.divided', { left, right, percent, rest: 100 - percent })}
      style={{ left: `${String(100 * divide)}%` }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        event.currentTarget.focus({ preventScroll: true });
        event.preventDefault();
      }}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
    >
      <span className="split-handle" aria-hidden="true">
        ‹ ›
      </span>
    </div>
  );
}

/** Where a key moves the divider to; null for a key that is none of its own. */
export function shareAfter(key: string, share: number): number | null {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return share - STEP;
    case 'ArrowRight':
    case 'ArrowUp':
      return share + STEP;
    case 'PageDown':
      return share - PAGE;
    case 'PageUp':
      return share + PAGE;
    case 'Home':
      return 0;
    case 'End':
      return 1;
    default:
      return null;
  }
}
