import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { Point } from '../../model/building';
import { useActions, useAppState, useWords, type MarkHow } from '../../state';
import { handFocusToBar } from './barFocus';

interface DrawOverlayProps {
  /** Where the ground lies under a client pixel, m; null above the horizon. */
  readonly toGround: (clientX: number, clientY: number) => Point | null;
}

interface Keys {
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** A press that has moved less is a click: the first of two corners. */
const CLICK_PX = 5;
/** So near to the first corner the polygon closes. */
const CLOSE_PX = 12;
/** How far below a pixel of sky the ground is looked for, px a step. */
const SKY_STEP_PX = 8;

/** Box and polygon over the map, as long as one of them is the tool. */
export function DrawOverlay({ toGround }: DrawOverlayProps) {
  const tool = useAppState((state) => (state.mode === 'plan' ? state.markTool : null));
  const kind = useAppState((state) => state.markKind);
  if (tool !== 'box' && tool !== 'polygon') return null;
  return <Drawing key={`${tool} ${kind}`} tool={tool} toGround={toGround} />;
}

function Drawing({ tool, toGround }: DrawOverlayProps & { readonly tool: 'box' | 'polygon' }) {
  const actions = useActions();
  const words = useWords();
  const how = useAppState((state) => state.markHow);
  const canvas = useRef<SVGSVGElement>(null);
  /** Corners so far, and where the pointer is; pixels of this drawing. */
  const [corners, setCorners] = useState<readonly Point[]>([]);
  const [at, setAt] = useState<Point | null>(null);
  const pressed = useRef<Point | null>(null);

  const localOf = (event: PointerEvent): Point => {
    const box = canvas.current!.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  const finish = (shape: readonly Point[], { shiftKey, altKey }: Keys) => {
    const done: MarkHow = shiftKey ? 'add' : altKey ? 'takeAway' : how;
    const box = canvas.current!.getBoundingClientRect();
    const ground = shape.flatMap(([x, y]): Point[] => {
      // What is drawn into the sky ends at the last ground before it.
      for (let down = y; down <= box.height; down += SKY_STEP_PX) {
        const point = toGround(box.left + x, box.top + down);
        if (point !== null) return [point];
      }
      return [];
    });
    setCorners([]);
    actions.marks.markPolygon(ground, done);
  };
  const boxTo = ([x, y]: Point, [fromX, fromY]: Point): readonly Point[] => [
    [fromX, fromY],
    [x, fromY],
    [x, y],
    [fromX, y],
  ];
  const onDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    canvas.current!.setPointerCapture(event.pointerId);
    // Enter, Backspace and Escape are for what is being drawn; arrows through the tools keep the focus there.
    canvas.current!.focus({ preventScroll: true });
    pressed.current = localOf(event);
    if (tool === 'box' && corners.length === 0) setCorners([pressed.current]);
  };
  const onUp = (event: PointerEvent) => {
    const from = pressed.current;
    pressed.current = null;
    if (from === null) return;
    const to = localOf(event);
    const [first] = corners;
    if (tool === 'box') {
      if (first !== undefined && distancePx(first, to) >= CLICK_PX) finish(boxTo(to, first), event);
      return;
    }
    const closes = first !== undefined && corners.length > 2 && distancePx(first, to) < CLOSE_PX;
    // The second press of a double click lies on the corner that the first has set.
    const isDouble = corners.length > 2 && distancePx(corners.at(-1)!, to) < CLICK_PX;
    if (closes || isDouble) finish(corners, event);
    else setCorners([...corners, to]);
  };
  /** The press has become a gesture of the page, or its pointer is gone: nothing is drawn of it. */
  const onCancel = () => {
    pressed.current = null;
    setCorners([]);
    setAt(null);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      if (corners.length > 0) setCorners([]);
      else {
        actions.marks.setTool('pick');
        handFocusToBar();
      }
      event.stopPropagation();
    } else if (event.key === 'Enter' && tool === 'polygon' && corners.length > 2) finish(corners, event);
    else if (event.key === 'Backspace') setCorners(corners.slice(0, -1));
    else return;
    event.preventDefault();
  };
  const [first] = corners;
  const shape = tool === 'box' ? (first && at ? boxTo(at, first) : []) : at ? [...corners, at] : corners;
  const points = shape.map((point) => point.join(',')).join(' ');
  return (
    <svg
      ref={canvas}
      className="draw-over"
      role="application"
      tabIndex={0}
      aria-label={words('marked.draw', { tool: words(`marked.tools.${tool}`) })}
      onPointerDown={onDown}
      onPointerMove={(event) => setAt(localOf(event))}
      onPointerUp={onUp}
      onPointerCancel={onCancel}
      onPointerLeave={() => setAt(null)}
      onKeyDown={onKey}
    >
      {corners.length === 0 || shape.length < 2 ? null : (
        <>
          <polygon points={points} />
          <polygon className="casing" points={points} />
          <polygon className="stroke" points={points} />
        </>
      )}
      {tool === 'polygon' ? corners.map(([x, y], row) => <circle key={row} cx={x} cy={y} r="5" />) : null}
    </svg>
  );
}

const distancePx = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);
