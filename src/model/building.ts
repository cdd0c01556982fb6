/**
 * What a building IS. Positions are metres in the district's local frame: x east, y north, z up (see `Frame`).
 * Names carry their units; SI throughout.
 */
export type Point = readonly [xM: number, yM: number];

/** Outer ring counter-clockwise, holes clockwise, first point not repeated. */
export interface Footprint {
  readonly outer: readonly Point[];
  readonly holes: readonly (readonly Point[])[];
}

export const BUILDING_USES = [
  'detached',
  'terraced',
  'apartment',
  'office',
  'retail',
  'school',
  'hospital',
  'hotel',
  'restaurant',
  'warehouse',
  'publicHall',
] as const;
export type BuildingUse = (typeof BUILDING_USES)[number];

export const HEATING_SYSTEMS = [
  'gasBoiler',
  'oilBoiler',
  'districtHeat',
  'directElectric',
  'airHeatPump',
  'none',
] as const;
export type HeatingSystem = (typeof HEATING_SYSTEMS)[number];

export const COOLING_SYSTEMS = ['none', 'splitAirConditioner'] as const;
export type CoolingSystem = (typeof COOLING_SYSTEMS)[number];

export const ENVELOPE_STATES = ['asBuilt', 'usualRefurbishment', 'advancedRefurbishment'] as const;
export type EnvelopeState = (typeof ENVELOPE_STATES)[number];

export type Phase = 'a' | 'b' | 'c';

export interface Photovoltaics {
  /** DC power at standard test conditions. */
  readonly peakW: number;
  /** Tilt from horizontal. */
  readonly tiltDeg: number;
  /** Clockwise from north: 180 = south. */
  readonly azimuthDeg: number;
}

export interface ElectricVehicles {
  readonly count: number;
  readonly control: 'unmanaged' | 'managed';
}

/** How the building hangs on the grid. The service cable is a line of the network that ends at `busId`. */
export interface Connection {
  readonly busId: string;
  /** Phases of the service; a single-phase building has one. */
  readonly phases: readonly Phase[];
  readonly mainFuseA: number;
}

/** Where the value of an attribute comes from. Attributes without an entry are `given`. */
export type Evidence = 'given' | 'derived' | 'assumed';
export const EVIDENCE_ATTRIBUTES = [
  'heightM',
  'levels',
  'use',
  'constructionYear',
  'households',
  'heating',
  'cooling',
  'envelope',
  'connection',
  'phases',
] as const;
export type EvidenceAttribute = (typeof EVIDENCE_ATTRIBUTES)[number];

export interface Building {
  readonly id: string;
  /** Postal address or a name people know. */
  readonly name?: string;
  readonly footprint: Footprint;
  readonly baseElevationM: number;
  /** Ground to eaves for a pitched roof, to the top for a flat one. */
  readonly heightM: number;
  readonly roof: 'flat' | 'gabled' | 'hipped';
  readonly levels: number;
  readonly use: BuildingUse;
  readonly constructionYear: number;
  /** Dwellings; 0 for a building without any. */
  readonly households: number;
  readonly envelope: EnvelopeState;
  readonly heating: HeatingSystem;
  readonly cooling: CoolingSystem;
  readonly photovoltaics: Photovoltaics | null;
  readonly vehicles: ElectricVehicles | null;
  /** Null until a network exists. */
  readonly connection: Connection | null;
  readonly evidence: Partial<Record<EvidenceAttribute, Evidence>>;
}
