import type { Element, Shade, Window } from '../../../../src/model/buildingModel/types';

export const window = (xM: number, zM: number, widthM: number, heightM: number): Window => ({
  id: `${xM} ${zM}`,
  glazing: 'glazing',
  xM,
  zM,
  widthM,
  heightM,
});

/** A wall of 8 m x 2.7 m that faces south. */
export const wall = (
  windows: readonly Window[] = [],
  shades: readonly Shade[] = [],
  change: Partial<Element> = {},
): Element => ({
  id: 'wall',
  zone: 'zone',
  construction: 'construction',
  widthM: 8,
  heightM: 2.7,
  tiltDeg: 90,
  azimuthDeg: 180,
  boundary: { kind: 'outdoors' },
  windows,
  shades,
  ...change,
});

export const overhang = (depthM: number, zM = 2.7, fromXM = -500, toXM = 500): Shade => ({
  kind: 'overhang',
  fromXM,
  toXM,
  zM,
  depthM,
});

export const fin = (depthM: number, xM: number, fromZM = 0, toZM = 2.7): Shade => ({
  kind: 'fin',
  xM,
  fromZM,
  toZM,
  depthM,
});
