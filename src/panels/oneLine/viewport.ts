import type { Box } from './metrics';

/** A point p of the diagram stands at `p * scale + (x, y)` of the pane. */
export interface Viewport {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const LEAST_SCALE = 0.08;
const MOST_SCALE = 4;
/** Below it the small text is no longer read: a bigger diagram begins at its left and is moved. */
const READABLE_SCALE = 0.8;
const BEGINNING_SCALE = 0.95;
const NATURAL_SCALE = 1.15;
const MARGIN_PX = 12;

const within = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

/** All of a diagram, whatever the scale. */
export function fitted(diagram: Size, pane: Size): Viewport {
  const scale = Math.min(
    (pane.width - 2 * MARGIN_PX) / diagram.width,
    (pane.height - 2 * MARGIN_PX) / diagram.height,
    NATURAL_SCALE,
  );
  const kept = within(scale, LEAST_SCALE, MOST_SCALE);
  return { x: Math.max((pane.width - diagram.width * kept) / 2, MARGIN_PX), y: MARGIN_PX, scale: kept };
}

/** All of a diagram from left to right where that can be read, else its beginning. */
export function opened(diagram: Size, pane: Size): Viewport {
  const all = fitted(diagram, pane);
  if (all.scale >= READABLE_SCALE) return all;
  const wide = fitted({ width: Math.max(diagram.width, pane.width), height: 1 }, pane);
  return wide.scale >= READABLE_SCALE ? wide : { x: 0, y: MARGIN_PX, scale: BEGINNING_SCALE };
}

/** The point under (x, y) of the pane stays where it is. */
export function zoomedAt(view: Viewport, factor: number, x: number, y: number): Viewport {
  const scale = within(view.scale * factor, LEAST_SCALE, MOST_SCALE);
  const ratio = scale / view.scale;
  return { x: x - (x - view.x) * ratio, y: y - (y - view.y) * ratio, scale };
}

/** Moved as little as it takes to have a box in sight; the same view where it is. */
export function revealing(view: Viewport, box: Box, pane: Size): Viewport {
  const shift = (start: number, length: number, size: number) => {
    const [low, high] = [MARGIN_PX, size - MARGIN_PX];
    if (start >= low && start + length <= high) return 0;
    if (length > high - low || start < low) return low - start;
    return high - (start + length);
  };
  const dx = shift(box.x * view.scale + view.x, box.width * view.scale, pane.width);
  const dy = shift(box.y * view.scale + view.y, box.height * view.scale, pane.height);
  return dx === 0 && dy === 0 ? view : { ...view, x: view.x + dx, y: view.y + dy };
}

/** A corner of the diagram always stays in sight. */
export function held(view: Viewport, diagram: Size, pane: Size): Viewport {
  const keep = 60;
  return {
    ...view,
    x: within(view.x, keep - diagram.width * view.scale, pane.width - keep),
    y: within(view.y, keep - diagram.height * view.scale, pane.height - keep),
  };
}

/**
 * The part of the diagram in sight, in whole halves of the pane and with half a pane around it, so that what exists changes
 * rarely while it is moved.
 */
export function windowOf({ x, y, scale }: Viewport, pane: Size): Box {
  const step = { x: Math.max(pane.width / 2, 1), y: Math.max(pane.height / 2, 1) };
  const left = (Math.floor(-x / step.x) - 1) * step.x;
  const top = (Math.floor(-y / step.y) - 1) * step.y;
  return {
    x: left / scale,
    y: top / scale,
    width: (5 * step.x) / scale,
    height: (5 * step.y) / scale,
  };
}

/** A box as one value that is equal where the boxes are. */
export const keyOf = ({ x, y, width, height }: Box): string => [x, y, width, height].join(' ');

/** The box of a key, to the last bit. */
export function boxOf(key: string): Box {
  const [x, y, width, height] = key.split(' ').map(Number) as [number, number, number, number];
  return { x, y, width, height };
}

export const touches = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
