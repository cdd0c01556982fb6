/** A rectangle of the window, in CSS pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const GAP = 12;
const EDGE = 8;

/** Area that two boxes share. */
export function overlap(a: Box, b: Box): number {
  const width = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left);
  const height = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top);
  return Math.max(0, width) * Math.max(0, height);
}

/**
 * Where a card of this size stands so that it covers nothing of what it speaks of: beside it, below or above it, else in the
 * corner of the window that covers least. `kept`: what should stay free as well, where there is a choice.
 */
export function placeBeside(target: Box | null, card: Size, window: Size, kept: readonly Box[] = []): Box {
  const right = window.width - card.width - EDGE;
  const bottom = window.height - card.height - EDGE;
  const within = (left: number, top: number): Box => ({
    left: Math.max(EDGE, Math.min(left, right)),
    top: Math.max(EDGE, Math.min(top, bottom)),
    ...card,
  });
  const corners = [within(right, bottom), within(EDGE, bottom), within(right, EDGE), within(EDGE, EDGE)];
  const places = target === null ? corners : [...sidesOf(target, card, within), ...corners];
  const cost = (place: Box): number =>
    (target === null ? 0 : 1000 * overlap(place, target)) +
    kept.reduce((sum, box) => sum + overlap(place, box), 0);
  return places.reduce((best, next) => (cost(next) < cost(best) ? next : best));
}

function sidesOf(target: Box, card: Size, within: (left: number, top: number) => Box): Box[] {
  const { left, top, width, height } = target;
  const middleY = top + height / 2 - card.height / 2;
  return [
    ...[middleY, top, top + height - card.height].map((y) => within(left + width + GAP, y)),
    ...[middleY, top, top + height - card.height].map((y) => within(left - card.width - GAP, y)),
    ...[left, left + width - card.width].map((x) => within(x, top + height + GAP)),
    ...[left, left + width - card.width].map((x) => within(x, top - card.height - GAP)),
  ];
}
