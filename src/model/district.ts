import type { Building, Point } from './building';
import type { Network } from './network';

/** Where the local metre frame lies on Earth. */
export interface Frame {
  /** Geographic position of the local origin (WGS 84). */
  readonly longitudeDeg: number;
  readonly latitudeDeg: number;
  /** Reference system the data came in, for example `EPSG:7415`; local frames say `local`. */
  readonly sourceCrs: string;
}

export interface Street {
  readonly id: string;
  readonly name?: string;
  readonly path: readonly Point[];
  readonly widthM: number;
}

/** Parks, squares and water: drawn, without loads. */
export interface OpenSpace {
  readonly id: string;
  readonly kind: 'park' | 'square' | 'water';
  readonly outline: readonly Point[];
}

/** The weather that belongs to the district unless a run replaces it. */
export type WeatherReference =
  | { readonly kind: 'synthetic'; readonly climate: string }
  | { readonly kind: 'epw'; readonly fileName: string; readonly sha256: string };

/** Country tag of the archetype tables (ISO 3166-1 alpha-2); decides U-values and habits. */
export const ARCHETYPE_REGIONS = ['centralEurope', 'nordic', 'mediterranean', 'warm'] as const;
export type ArchetypeRegion = (typeof ARCHETYPE_REGIONS)[number];

export interface District {
  readonly schema: 'gridtwin-district/1';
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Seed of everything drawn for this district. */
  readonly seed: number;
  readonly frame: Frame;
  readonly archetypeRegion: ArchetypeRegion;
  readonly weather: WeatherReference;
  readonly buildings: readonly Building[];
  readonly streets: readonly Street[];
  readonly openSpaces: readonly OpenSpace[];
  /** Null until one is given or synthesised. */
  readonly network: Network | null;
}
