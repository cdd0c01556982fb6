/** Which of the two painted scenarios: 0 the one on screen, 1 the one held beside it. */
export type PaintIndex = 0 | 1;

/** One side of the canvas, in CSS pixels: what is drawn between `fromPx` and `toPx`, and how far its picture is moved to the right. */
export interface Side {
  readonly paint: PaintIndex;
  readonly fromPx: number;
  readonly toPx: number;
  readonly shiftPx: number;
}

/** How a canvas is shared; null: one scenario has it all. */
export interface Division {
  /** `swipe`: one picture, divided; `pair`: the middle of the picture in each half. */
  readonly kind: 'swipe' | 'pair';
  /** Where it is divided, 0 to 1 from the left. */
  readonly share: number;
}

/** The sides of a canvas, from the left. Both see the same camera at the same scale. */
export function sidesOf(division: Division | null, widthPx: number): readonly Side[] {
  if (division === null) return [{ paint: 0, fromPx: 0, toPx: widthPx, shiftPx: 0 }];
  const { kind, share } = division;
  const dividePx = Math.round(share * widthPx);
  const shift = (middlePx: number): number => (kind === 'pair' ? Math.round(middlePx - widthPx / 2) : 0);
  return [
    { paint: 1, fromPx: 0, toPx: dividePx, shiftPx: shift(dividePx / 2) },
    { paint: 0, fromPx: dividePx, toPx: widthPx, shiftPx: shift((dividePx + widthPx) / 2) },
  ];
}

/** The side a pixel lies on. */
export const sideAt = (sides: readonly Side[], x: number): Side =>
  sides.find(({ toPx }) => x < toPx) ?? sides[sides.length - 1]!;
