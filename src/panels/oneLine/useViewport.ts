import { useEffect, useRef, useState, type PointerEvent, type RefObject } from 'react';
import type { Box } from './metrics';
import { fitted, held, opened, revealing, zoomedAt, type Size, type Viewport } from './viewport';

const DRAG_PX = 4;
const WHEEL = 0.0016;
const TOOLS_PX = 44;
const LEGEND_PX = 184;

interface Moved {
  /** Of the drawing it was moved in, and what was to be seen then. */
  readonly of: string;
  readonly shows: string;
  readonly view: Viewport;
  readonly isZooming: boolean;
}

export interface ViewportMoves {
  readonly view: Viewport;
  /** Whether a wheel or two pointers brought it to this scale: more of that may follow. */
  readonly isZooming: boolean;
  readonly pane: Size;
  zoom(factor: number): void;
  pan(columns: number, rows: number): void;
  fit(): void;
  /** Leaves everything where it is although this is what is to be seen now: it was found by pointer. */
  stay(key: string): void;
  /** Whether a pointer is down. */
  readonly isPressed: () => boolean;
  /** Whether the pointer that was just lifted had moved the drawing. */
  readonly wasDragged: () => boolean;
  readonly handlers: {
    onPointerDown(event: PointerEvent): void;
    onPointerMove(event: PointerEvent): void;
    onPointerUp(event: PointerEvent): void;
    onPointerCancel(event: PointerEvent): void;
  };
}

/** What of a drawing is in sight: moved by pointer, wheel and buttons, and so that what is asked for is seen. */
export function useViewport(
  host: RefObject<HTMLElement | null>,
  drawing: Size & { readonly key: string },
  shown: { readonly key: string; readonly box: Box } | null,
): ViewportMoves {
  const pane = usePaneSize(host);
  // Buttons lie over the right edge, the legend over the lower left.
  const clear = {
    width: Math.max(pane.width - TOOLS_PX, 1),
    height: Math.max(pane.height - LEGEND_PX, pane.height / 2),
  };
  const [moved, setMoved] = useState<Moved | null>(null);
  const kept = moved?.of === drawing.key ? moved : null;
  const base = kept?.view ?? opened(drawing, clear);
  const shows = shown?.key ?? '';
  const view = shown !== null && kept?.shows !== shows ? revealing(base, shown.box, clear) : base;
  const now = useRef({ view, move: (_: Viewport, _isZooming?: boolean) => {} });
  const move = (next: Viewport, isZooming = false) => {
    const inSight = held(next, drawing, pane);
    // Pointers can move again before this is drawn.
    now.current = { ...now.current, view: inSight };
    setMoved({ of: drawing.key, shows, view: inSight, isZooming });
  };
  useEffect(() => {
    now.current = { view, move };
  });

  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const { left, top } = element.getBoundingClientRect();
      const factor = Math.exp(-event.deltaY * WHEEL * (event.deltaMode === 1 ? 16 : 1));
      now.current.move(zoomedAt(now.current.view, factor, event.clientX - left, event.clientY - top), true);
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [host]);

  const drag = usePointers(host, () => now.current);
  return {
    view,
    isZooming: kept?.isZooming ?? false,
    pane,
    zoom: (factor) => move(zoomedAt(view, factor, pane.width / 2, pane.height / 2)),
    pan: (columns, rows) =>
      move({
        ...view,
        x: view.x - (columns * pane.width) / 3,
        y: view.y - (rows * pane.height) / 3,
      }),
    fit: () => move(fitted(drawing, clear)),
    stay: (key) => setMoved({ of: drawing.key, shows: key, view, isZooming: false }),
    ...drag,
  };
}

function usePaneSize(host: RefObject<HTMLElement | null>): Size {
  const [pane, setPane] = useState<Size>({ width: 700, height: 420 });
  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    const watch = new ResizeObserver(([entry]) => {
      const { width, height } = entry!.contentRect;
      if (width > 0 && height > 0) setPane({ width, height });
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, [host]);
  return pane;
}

/** One pointer moves, two zoom about their middle. */
function usePointers(
  host: RefObject<HTMLElement | null>,
  current: () => { readonly view: Viewport; readonly move: (next: Viewport, isZooming?: boolean) => void },
): Pick<ViewportMoves, 'wasDragged' | 'isPressed' | 'handlers'> {
  const pointers = useRef(new Map<number, { readonly x: number; readonly y: number }>());
  const start = useRef<{ readonly x: number; readonly y: number } | null>(null);
  const dragged = useRef(false);
  const end = (event: PointerEvent) => {
    pointers.current.delete(event.pointerId);
    if (pointers.current.size === 0) start.current = null;
  };
  return {
    wasDragged: () => dragged.current,
    isPressed: () => pointers.current.size > 0,
    handlers: {
      onPointerDown(event) {
        if (event.button !== 0) return;
        if (pointers.current.size === 0) dragged.current = false;
        start.current = { x: event.clientX, y: event.clientY };
        pointers.current.set(event.pointerId, start.current);
      },
      onPointerMove(event) {
        const before = pointers.current.get(event.pointerId);
        if (before === undefined || start.current === null) return;
        const at = { x: event.clientX, y: event.clientY };
        const far = Math.hypot(at.x - start.current.x, at.y - start.current.y) > DRAG_PX;
        if (!dragged.current && !far) return;
        if (!dragged.current) host.current?.setPointerCapture(event.pointerId);
        dragged.current = true;
        const other = [...pointers.current].find(([id]) => id !== event.pointerId)?.[1];
        pointers.current.set(event.pointerId, at);
        const { view, move } = current();
        if (other === undefined)
          return move({ ...view, x: view.x + at.x - before.x, y: view.y + at.y - before.y });
        const { left, top } = host.current!.getBoundingClientRect();
        const apart = (one: { x: number; y: number }) =>
          Math.max(Math.hypot(one.x - other.x, one.y - other.y), 1);
        const middle = { x: (at.x + other.x) / 2 - left, y: (at.y + other.y) / 2 - top };
        move(zoomedAt(view, apart(at) / apart(before), middle.x, middle.y), true);
      },
      onPointerUp: end,
      onPointerCancel: end,
    },
  };
}
