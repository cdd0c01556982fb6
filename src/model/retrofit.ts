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
  /** Power of the appliances and lights of homes that remains, of today's, in the same minutes. */
  readonly appliances?: { readonly powerShare: number };
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
  'appliances',
  'thermostat',
] as const satisfies readonly (keyof Retrofit)[];
export type RetrofitElement = (typeof RETROFIT_ELEMENTS)[number];
