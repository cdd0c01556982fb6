import type { Box } from './metrics';
import { boxOf, type Size, type Viewport } from './viewport';

/** What is drawn, and how large: the picture of it is moved and stretched until the hand rests. */
export interface AtRest {
  readonly scale: number;
  /** Of the part of the drawing that exists. */
  readonly windowKey: string;
}

/** Magnified further, lines and texts are far thicker than the drawing of that scale has them. */
const MOST_STRETCH = 2;
const SMALL_TEXT_SCALE = 0.75;
const TEXT_SCALE = 0.45;

/** How much of the texts can be read at a scale: none, the larger ones, all. */
export const detailAt = (scale: number): 0 | 1 | 2 =>
  scale < TEXT_SCALE ? 0 : scale < SMALL_TEXT_SCALE ? 1 : 2;

/**
 * Whether what is drawn may be stretched to this view: nothing in sight is missing from it, it has the texts of this scale, and
 * it is magnified twice at most. How far it may shrink follows: until a part that does not exist would come in sight.
 */
export function canStretch(drawn: AtRest, view: Viewport, pane: Size): boolean {
  return (
    view.scale <= drawn.scale * MOST_STRETCH &&
    detailAt(view.scale) === detailAt(drawn.scale) &&
    isInside(inSight(view, pane), boxOf(drawn.windowKey))
  );
}

const inSight = ({ x, y, scale }: Viewport, pane: Size): Box => ({
  x: -x / scale,
  y: -y / scale,
  width: pane.width / scale,
  height: pane.height / scale,
});

const isInside = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;
