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

/** How sure a number is: the six data-quality classes of the U4SSC methodology (2017), best first. */
export const QUALITY_CLASSES = [
  'accurate_measurement',
  'extrapolated_survey',
  'extrapolated_higher_level',
  'estimation_assumptions',
  'personal_estimation',
  'unknown_untraceable',
] as const;
export type QualityClass = (typeof QUALITY_CLASSES)[number];

/** Numbers of the archetype that a building may replace by its own; units stand in the names. */
export const OVERRIDABLE = [
  'uWallWPerM2K',
  'uRoofWPerM2K',
  'uFloorWPerM2K',
  'uWindowWPerM2K',
  'gValue',
  'thermalBridgeWPerM2K',
  'infiltrationPerH',
  'windowShareOfFacade',
  'heatingSetpointDegC',
  'heatingSetbackDegC',
  'coolingSetpointDegC',
  'coolingSetbackDegC',
  'floorPerPersonM2',
  'appliancesWPerM2',
  'lightingWPerM2',
  'outdoorAirM3PerSPerPerson',
  'hotWaterLPerPersonDay',
] as const;
export type Overridable = (typeof OVERRIDABLE)[number];

export interface SourcedValue {
  readonly value: number;
  readonly source: string;
  readonly quality: QualityClass;
}

/** What has been done to single elements of a building, on top of its archetype and its own numbers. */
export interface Retrofit {
  /** Insulation added outside, W/(m K) 0.035. */
  readonly roof?: { readonly insulationM: number };
  readonly wall?: { readonly insulationM: number };
  readonly floor?: { readonly insulationM: number };
  readonly window?: { readonly uValueWPerM2K: number; readonly gValue: number };
  readonly airTightness?: { readonly infiltrationPerH: number };
  /** Supply and exhaust ventilation; fan power per flow of outdoor air. */
  readonly heatRecovery?: { readonly share: number; readonly fanWPerM3PerS: number };
  /** Outer blinds that close above an irradiance on the pane and let a share through. */
  readonly shading?: { readonly closedAboveWPerM2: number; readonly transmittedShare: number };
  readonly setback?: { readonly heatingSetbackDegC: number };
  /** Installed lighting power that remains, of today's. */
  readonly lighting?: { readonly powerShare: number };
  /** Heats to the set-point only while somebody is in. */
  readonly thermostat?: { readonly setbackDegC: number };
}
export const RETROFIT_ELEMENTS = [
  'roof',
  'wall',
  'floor',
  'window',
  'airTightness',
  'heatRecovery',
  'shading',
  'setback',
  'lighting',
  'thermostat',
] as const satisfies readonly (keyof Retrofit)[];
export type RetrofitElement = (typeof RETROFIT_ELEMENTS)[number];

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
  readonly overrides?: Partial<Record<Overridable, SourcedValue>>;
  readonly retrofit?: Retrofit;
  readonly heating: HeatingSystem;
  readonly cooling: CoolingSystem;
  readonly photovoltaics: Photovoltaics | null;
  readonly vehicles: ElectricVehicles | null;
  /** Null until a network exists. */
  readonly connection: Connection | null;
  readonly evidence: Partial<Record<EvidenceAttribute, Evidence>>;
}
