import type { Boundary } from '../../../model/buildingModel/types';
import type { Cavity } from '../glazing';
import type { WindowRoomSide } from './films/natural';
import type { OutsideView } from './films/radiation';
import type { WindExposure } from './films/outside';

/** A surface that faces a room. */
export interface InsideEnd {
  readonly kind: 'inside';
  /** Index of the zone. */
  readonly zone: number;
  /** Of the normal into the room: 1 = a floor. */
  readonly cosTilt: number;
  readonly emissivity: number;
  readonly solarAbsorptance: number;
  /** Element's side that the surface is part of: coplanar surfaces do not exchange infrared. */
  readonly plane: string;
  readonly planeAreaM2: number;
  readonly fixedConvectionWPerM2K?: number;
  /** Room side of a window. */
  readonly pane?: WindowRoomSide;
}

/** A surface in the open air. */
export interface OutdoorsEnd {
  readonly kind: 'outdoors';
  readonly cosTilt: number;
  readonly emissivity: number;
  readonly view: OutsideView;
  readonly wind: WindExposure;
  readonly fixedConvectionWPerM2K?: number;
}

/** Ground touches the first resistance itself; there is no surface. */
export interface GroundEnd {
  readonly kind: 'ground';
  readonly tempDegC: Extract<Boundary, { kind: 'ground' }>['tempDegC'];
  readonly conductanceWPerM2K: number;
}

export interface AdiabaticEnd {
  readonly kind: 'adiabatic';
}

export type OuterEnd = InsideEnd | OutdoorsEnd | GroundEnd | AdiabaticEnd;

/** Share of one pane's absorbed sun at a node. */
export interface PaneShare {
  readonly node: number;
  readonly pane: number;
  readonly share: number;
}

/**
 * A row of temperatures from an outer to an inner surface: the opaque part, one window's glass or its frame. `linkWPerM2K[i]`
 * joins nodes i and i + 1; first and last nodes are surfaces without capacity, but for ground, where the first is a cell.
 */
export interface Chain {
  readonly part: 'opaque' | 'glass' | 'frame';
  /** Indices into the model's elements and the element's windows; -1 = no window. */
  readonly element: number;
  readonly window: number;
  readonly areaM2: number;
  readonly capacityJPerM2K: readonly number[];
  readonly linkWPerM2K: readonly number[];
  /** Links whose conductance follows the temperatures at their ends. */
  readonly cavities: readonly {
    readonly link: number;
    readonly cavity: Cavity;
    readonly tiltDeg: number;
    readonly heightM: number;
  }[];
  /** Share of the sun on the outer surface that is absorbed there; opaque parts only. */
  readonly outsideAbsorptance: number;
  readonly paneSun: readonly PaneShare[];
  /** Glass: what it does with diffuse light from the room. */
  readonly backDiffuse?: { readonly absorptance: readonly number[]; readonly transmittance: number };
  readonly outer: OuterEnd;
  readonly inner: InsideEnd;
}
