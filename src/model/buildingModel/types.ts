/**
 * One building as energy models describe it: zones, elements with layers, windows with optics, gains, air, set-points. The
 * file format of `gridtwin building` and what the multi-node zone model computes. SI units, in the names.
 *
 * Angles: azimuth clockwise from north (180 = south) of the outward normal; tilt 0 = faces up (roof), 90 = wall,
 * 180 = faces down (floor over air).
 */

/** A homogeneous layer; density and specific heat may be zero for insulation without mass. */
export interface MaterialLayer {
  readonly name?: string;
  readonly thicknessM: number;
  readonly conductivityWPerMK: number;
  readonly densityKgPerM3: number;
  readonly specificHeatJPerKgK: number;
}

/** A layer without mass and thickness, for example an air cavity. */
export interface ResistanceLayer {
  readonly name?: string;
  readonly resistanceM2KPerW: number;
}

export type Layer = MaterialLayer | ResistanceLayer;

export interface Construction {
  readonly id: string;
  /** From outside (or the `outside` zone) to inside. At least one. */
  readonly layers: readonly Layer[];
}

export interface Pane {
  readonly thicknessM: number;
  readonly conductivityWPerMK: number;
  /** At normal incidence, of the single pane. */
  readonly solarTransmittance: number;
  readonly solarReflectanceFront: number;
  readonly solarReflectanceBack: number;
  /** Hemispherical infrared emissivity; front looks outside. */
  readonly emissivityFront: number;
  readonly emissivityBack: number;
}

export const GASES = ['air', 'argon', 'krypton'] as const;
export type Gas = (typeof GASES)[number];

export interface GasGap {
  readonly thicknessM: number;
  readonly gas: Gas;
}

/** Panes from outside to inside, one gap fewer than panes. */
export interface LayeredGlazing {
  readonly id: string;
  readonly kind: 'layers';
  readonly panes: readonly Pane[];
  readonly gaps: readonly GasGap[];
}

/** A window known by its two label values only. */
export interface SimpleGlazing {
  readonly id: string;
  readonly kind: 'simple';
  /** Air to air, with standard films (EN 673: 0.04 outside, 0.13 m2K/W inside). */
  readonly uValueWPerM2K: number;
  /** Total solar energy transmittance at normal incidence (EN 410 g, SHGC). */
  readonly gValue: number;
}

export type Glazing = LayeredGlazing | SimpleGlazing;

export interface Frame {
  /** Share of the window's area. */
  readonly areaShare: number;
  readonly uValueWPerM2K: number;
}

/**
 * A window as a rectangle in its element: x from the element's left edge seen from outside, z up from its lower edge. Its
 * area is taken off the element's opaque part.
 */
export interface Window {
  readonly id: string;
  readonly glazing: string;
  readonly xM: number;
  readonly zM: number;
  readonly widthM: number;
  readonly heightM: number;
  readonly frame?: Frame;
  /** Movable shading: factor on solar gains when beam + diffuse on the pane exceeds the limit. */
  readonly blind?: {
    readonly closedAboveWPerM2: number;
    readonly transmittedShare: number;
    /** Share of the window that is closed then, 0 to 1; 1 where absent. */
    readonly course?: Course;
  };
}

/** An opaque, black plate square to the element, in the element's coordinates; shades wall and windows. */
export type Shade =
  | {
      readonly kind: 'overhang';
      readonly fromXM: number;
      readonly toXM: number;
      readonly zM: number;
      readonly depthM: number;
    }
  | {
      readonly kind: 'fin';
      readonly xM: number;
      readonly fromZM: number;
      readonly toZM: number;
      readonly depthM: number;
    };

/** What lies behind an element. */
export type Boundary =
  /** Outdoor air, sky and ground; `sun: false` and `wind: false` for a floor over air, for example. */
  | {
      readonly kind: 'outdoors';
      readonly sun?: boolean;
      readonly wind?: boolean;
      /** Share of the hemisphere that is sky; (1 + cos tilt) / 2 where absent. */
      readonly skyViewShare?: number;
    }
  /** Ground at a fixed temperature, twelve monthly ones, or the weather's annual mean air temperature where absent. */
  | { readonly kind: 'ground'; readonly tempDegC?: number | readonly number[] }
  | { readonly kind: 'zone'; readonly zone: string }
  /** The same on the other side: party walls, floors between alike storeys. */
  | { readonly kind: 'adiabatic' };

export interface SurfaceFinish {
  readonly solarAbsorptance: number;
  readonly emissivity: number;
  /** For the wind outside; `rough` (brick, rough plaster) where absent. Window panes are always very smooth. */
  readonly roughness?: Roughness;
}

/** Classes of Walton's TARP (1983): stucco, brick or rough plaster, concrete, clear pine, smooth plaster, glass. */
export const ROUGHNESSES = [
  'veryRough',
  'rough',
  'mediumRough',
  'mediumSmooth',
  'smooth',
  'verySmooth',
] as const;
export type Roughness = (typeof ROUGHNESSES)[number];

/** Classes of the wind profile of ASHRAE Handbook of Fundamentals: open country, suburbs and woods, city centres. */
export const TERRAINS = ['country', 'suburbs', 'city'] as const;
export type Terrain = (typeof TERRAINS)[number];

/** A wall, roof, floor or partition. */
export interface Element {
  readonly id: string;
  readonly zone: string;
  readonly construction: string;
  readonly widthM: number;
  /** Along the slope for roofs; the depth for floors. */
  readonly heightM: number;
  readonly tiltDeg: number;
  /** Of no effect where the tilt is 0 or 180. */
  readonly azimuthDeg: number;
  readonly boundary: Boundary;
  /**
   * Height of the element's centre above ground, for the wind. Where absent walls stand on the ground and elements that
   * face up lie on top of the tallest wall.
   */
  readonly centreHeightM?: number;
  /** Solar absorptance 0.6 and emissivity 0.9 where absent. */
  readonly outside?: SurfaceFinish;
  readonly inside?: SurfaceFinish;
  /** Fixed convective coefficients in place of the correlations, W/(m2 K). */
  readonly films?: {
    readonly insideConvectionWPerM2K?: number;
    readonly outsideConvectionWPerM2K?: number;
  };
  readonly windows?: readonly Window[];
  readonly shades?: readonly Shade[];
}

/**
 * A value through the day. `hourly`: 24 steps. `points`: straight lines between [hour, value] from 0 to 24; two points at
 * the same hour are a jump. `null` = off, in set-points only. Saturday and Sunday follow weekday where absent; a period
 * of the year (month-day to month-day, inclusive, may pass the turn of the year) replaces the days inside it.
 */
export type DayCourse =
  | { readonly hourly: readonly (number | null)[] }
  | { readonly points: readonly (readonly [hour: number, value: number | null])[] };

export interface DayCourses {
  readonly weekday: DayCourse;
  readonly saturday?: DayCourse;
  readonly sunday?: DayCourse;
}

export interface Schedule extends DayCourses {
  readonly id: string;
  readonly periods?: readonly ({ readonly from: string; readonly to: string } & DayCourses)[];
}

/** A constant, or the id of a schedule. */
export type Course = number | string;

export interface InternalGain {
  readonly name?: string;
  readonly powerW: number;
  /** Factor on `powerW`; 1 where absent. */
  readonly course?: Course;
  readonly radiativeShare: number;
}

/** Air from outside that nobody conditions. Volume flows are at the site's air density, which follows its pressure. */
export interface Infiltration {
  readonly airChangesPerH: number;
  readonly course?: Course;
}

export interface Ventilation {
  readonly name?: string;
  readonly airChangesPerH?: number;
  readonly flowM3PerS?: number;
  readonly course?: Course;
  /** Sensible recovery from exhaust to supply; bypassed above the heating set-point + 2 K while outdoors is cooler. */
  readonly heatRecoveryShare?: number;
  /** Runs only while the outdoor air is cooler than the zone by at least this much, and the zone above `aboveDegC`. */
  readonly onlyCooling?: { readonly byK: number; readonly aboveDegC: number };
}

export interface HeatingOrCooling {
  /** Air temperature to hold; off where the course is null. */
  readonly setpointDegC: Course;
  /** Unlimited where absent. */
  readonly capacityW?: number;
  /** 1 = warm air; the rest goes to the surfaces as radiation. */
  readonly convectiveShare?: number;
}

export interface Zone {
  readonly id: string;
  readonly volumeM3: number;
  readonly floorAreaM2: number;
  readonly infiltration?: Infiltration;
  readonly ventilation?: readonly Ventilation[];
  readonly gains?: readonly InternalGain[];
  readonly heating?: HeatingOrCooling;
  readonly cooling?: HeatingOrCooling;
  /** Heat capacity of furniture at air temperature, J/K, in addition to the air's own. */
  readonly furnitureJPerK?: number;
}

/** Air exchanged between two zones, the same both ways. */
export interface ZoneAirExchange {
  readonly zones: readonly [string, string];
  readonly flowM3PerS: number;
  readonly course?: Course;
}

export interface BuildingModel {
  readonly schema: 'gridtwin-building/1';
  readonly name: string;
  /** Solar reflectance of the ground around; 0.2 where absent. */
  readonly groundReflectance?: number;
  /** `suburbs` where absent. The weather station stands in open country. */
  readonly terrain?: Terrain;
  readonly constructions: readonly Construction[];
  readonly glazings?: readonly Glazing[];
  readonly schedules?: readonly Schedule[];
  readonly zones: readonly Zone[];
  readonly elements: readonly Element[];
  readonly airExchanges?: readonly ZoneAirExchange[];
}
