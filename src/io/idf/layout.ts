import type { BuildingModel, Element, Shade } from '../../model/buildingModel/types';
import { atan2, PI, RAD_PER_DEG, sin } from '../../sim/numeric/elementary';
import { elementAxes, type ElementAxes, type WorldDirection } from '../../sim/buildings/shading';

/** World coordinates, m: east, north, up. */
export type Vertex = readonly [x: number, y: number, z: number];

/** An element as a rectangle in the world; `origin` is its lower left corner seen from outside. */
export interface PlacedElement {
  readonly element: Element;
  readonly axes: ElementAxes;
  readonly origin: Vertex;
}

export interface Layout {
  readonly placed: readonly PlacedElement[];
  /** Room between neighbours, m; 0 = they meet. */
  readonly gapM: number;
}

/** A shade that is this many of its own depths away matters only while the sun is 3 degrees off the wall's plane. */
const GAP_PER_SHADE = 20;
const SLACK_M = 1e-6;

/** A point of an element to the micrometre: x to the right, z up the element, `outM` in front of it. */
export function pointOn({ origin, axes }: PlacedElement, xM: number, zM: number, outM = 0): Vertex {
  const { right, upwards, outwards } = axes;
  const add = (start: number, along: keyof WorldDirection): number =>
    Math.round((start + xM * right[along] + zM * upwards[along] + outM * outwards[along]) * 1e6) / 1e6;
  return [add(origin[0], 'east'), add(origin[1], 'north'), add(origin[2], 'up')];
}

/** Upper left, lower left, lower right, upper right: counterclockwise seen from outside. */
export function rectangle(
  placed: PlacedElement,
  xM: number,
  zM: number,
  widthM: number,
  heightM: number,
): Vertex[] {
  return [
    pointOn(placed, xM, zM + heightM),
    pointOn(placed, xM, zM),
    pointOn(placed, xM + widthM, zM),
    pointOn(placed, xM + widthM, zM + heightM),
  ];
}

/** A shade's plate, from its root at the element round its outer edge. */
export function plate(placed: PlacedElement, shade: Shade): Vertex[] {
  const { depthM } = shade;
  const [a, b] =
    shade.kind === 'overhang'
      ? ([
          [shade.fromXM, shade.zM],
          [shade.toXM, shade.zM],
        ] as const)
      : ([
          [shade.xM, shade.fromZM],
          [shade.xM, shade.toZM],
        ] as const);
  return [
    pointOn(placed, ...a),
    pointOn(placed, ...a, depthM),
    pointOn(placed, ...b, depthM),
    pointOn(placed, ...b),
  ];
}

/**
 * A place for every element. The model gives size, direction and height but no position. Outdoor elements that are not level
 * become the edges of a convex polygon, in the order of their azimuths, with a gap that closes it: a box comes out as a box,
 * and none stands in front of another. All others lie in the middle. Where a shade would fall on another element, all move
 * apart.
 */
export function layoutOf(model: BuildingModel): Layout {
  const close = place(model, 0);
  if (!castsOnOthers(close)) return { placed: close, gapM: 0 };
  const deepestM = Math.max(
    ...model.elements.flatMap(({ shades }) => (shades ?? []).map(({ depthM }) => depthM)),
  );
  const gapM = Math.ceil(GAP_PER_SHADE * deepestM);
  return { placed: place(model, gapM), gapM };
}

const isLevel = ({ tiltDeg }: Element): boolean => tiltDeg % 180 === 0;
/** Level elements have no azimuth: their x runs to the east. */
const azimuthOf = (element: Element): number =>
  isLevel(element) ? 180 : ((element.azimuthDeg % 360) + 360) % 360;
const uprightM = ({ heightM, tiltDeg }: Element): number => heightM * sin(tiltDeg * RAD_PER_DEG);

/** As the reference solver takes it for the wind: walls stand on the ground, what faces up lies on the tallest wall. */
function centreHeightM(element: Element, tallestM: number): number {
  const facesUp = element.tiltDeg < 90 - 1e-6;
  return element.centreHeightM ?? (facesUp ? tallestM : 0) + uprightM(element) / 2;
}

const lengthOf = (dx: number, dy: number): number => Math.sqrt(dx * dx + dy * dy);

interface Edge {
  readonly dx: number;
  readonly dy: number;
  readonly angle: number;
  readonly index: number;
}

function edge(dx: number, dy: number, index = -1): Edge {
  const angle = atan2(dy, dx);
  return { dx, dy, index, angle: angle < -1e-9 ? angle + 2 * PI : Math.max(angle, 0) };
}

function place(model: BuildingModel, gapM: number): PlacedElement[] {
  const tallestM = Math.max(0, ...model.elements.map(uprightM));
  const axesOf = model.elements.map((element) => elementAxes(element.tiltDeg, azimuthOf(element)));
  const edges = model.elements.flatMap((element, index) => {
    if (element.boundary.kind !== 'outdoors' || isLevel(element)) return [];
    const { right } = axesOf[index]!;
    return [edge(right.east * element.widthM, right.north * element.widthM, index)];
  });
  const { corners, middle } = polygon(edges, gapM);
  return model.elements.map((element, index) => {
    const axes = axesOf[index]!;
    const { right, upwards } = axes;
    const corner = corners.get(index);
    const half = element.heightM / 2;
    const bottomM = centreHeightM(element, tallestM) - half * upwards.up;
    if (corner) return { element, axes, origin: [corner[0], corner[1], bottomM] };
    const back = (axis: 'east' | 'north'): number =>
      (element.widthM / 2) * right[axis] + half * upwards[axis];
    return { element, axes, origin: [middle[0] - back('east'), middle[1] - back('north'), bottomM] };
  });
}

/** Edges laid end to end by angle, a gap after each, and one that closes the ring at its own angle. */
function polygon(
  edges: readonly Edge[],
  gapM: number,
): { corners: Map<number, readonly [number, number]>; middle: readonly [number, number] } {
  const spaced = edges.flatMap((each) => {
    const length = lengthOf(each.dx, each.dy);
    return [each, { ...each, dx: (each.dx * gapM) / length, dy: (each.dy * gapM) / length, index: -1 }];
  });
  const restX = -spaced.reduce((sum, { dx }) => sum + dx, 0);
  const restY = -spaced.reduce((sum, { dy }) => sum + dy, 0);
  const closing = lengthOf(restX, restY) > SLACK_M ? [edge(restX, restY)] : [];
  const ring = [...spaced, ...closing].sort((a, b) => a.angle - b.angle);
  const corners = new Map<number, readonly [number, number]>();
  let at: readonly [number, number] = [0, 0];
  let low: readonly [number, number] = at;
  let high: readonly [number, number] = at;
  for (const { dx, dy, index } of ring) {
    if (index >= 0) corners.set(index, at);
    at = [at[0] + dx, at[1] + dy];
    low = [Math.min(low[0], at[0]), Math.min(low[1], at[1])];
    high = [Math.max(high[0], at[0]), Math.max(high[1], at[1])];
  }
  return { corners, middle: [(low[0] + high[0]) / 2, (low[1] + high[1]) / 2] };
}

/** Whether part of a shade stands in front of an element that is not its own. */
function castsOnOthers(placed: readonly PlacedElement[]): boolean {
  const sunny = placed.filter(
    ({ element: { boundary } }) => boundary.kind === 'outdoors' && boundary.sun !== false,
  );
  return placed.some((own) =>
    (own.element.shades ?? []).some((shade) => {
      const points = plate(own, shade);
      return sunny.some((other) => other !== own && points.some((point) => inFrontM(other, point) > SLACK_M));
    }),
  );
}

function inFrontM({ origin, axes: { outwards } }: PlacedElement, [x, y, z]: Vertex): number {
  return (x - origin[0]) * outwards.east + (y - origin[1]) * outwards.north + (z - origin[2]) * outwards.up;
}
