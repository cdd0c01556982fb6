import type { ArchetypeRegion } from '../district';
import type { ConstructionPeriod, EnvelopeClass } from './types';

/** One row: U-values W/(m2 K) area-weighted per variant, then medians over `variants` TABULA types. */
export type EnvelopeRow = readonly [
  uWall: number,
  uRoof: number,
  uFloor: number,
  uWindow: number,
  gValue: number,
  infiltrationPerH: number,
  thermalBridgeWPerM2K: number,
  windowShareOfFacade: number,
  variants: number,
];

/**
 * Existing condition (variant 001) of the residential types in TABULA/EPISCOPE (tabula-calculator.xlsx, as CSV in
 * FZJ-IEK3-VSA/tsib 0c4146de, episcope.csv): medians per region, size class and middle of the construction class.
 * centralEurope = DE; nordic = SE, DK; mediterranean = IT, ES, GR. `warm` has no TABULA country: engineering values,
 * unknown_untraceable (0 variants).
 */
export const TABULA_ENVELOPES: Readonly<
  Record<ArchetypeRegion, Readonly<Record<EnvelopeClass, Readonly<Record<ConstructionPeriod, EnvelopeRow>>>>>
> = {
  centralEurope: {
    detached: {
      to1945: [1.7, 1.3, 0.85, 2.8, 0.75, 0.2, 0.1, 0.16, 5],
      from1946to1979: [1.0, 0.7, 0.8, 2.8, 0.75, 0.2, 0.1, 0.15, 6],
      from1980to1999: [0.5, 0.38, 0.51, 2.57, 0.75, 0.2, 0.05, 0.17, 7],
      from2000: [0.28, 0.2, 0.28, 1.3, 0.6, 0.2, 0.05, 0.16, 3],
    },
    terraced: {
      to1945: [1.7, 0.71, 0.83, 2.75, 0.75, 0.2, 0.1, 0.22, 2],
      from1946to1979: [1.0, 0.72, 0.77, 2.8, 0.75, 0.2, 0.0, 0.23, 10],
      from1980to1999: [0.6, 0.4, 0.51, 2.8, 0.75, 0.2, 0.1, 0.27, 3],
      from2000: [0.28, 0.2, 0.28, 1.3, 0.6, 0.2, 0.05, 0.12, 3],
    },
    multi: {
      to1945: [1.7, 1.28, 0.88, 2.8, 0.75, 0.2, 0.1, 0.21, 7],
      from1946to1979: [1.15, 0.51, 1.08, 3.0, 0.75, 0.2, 0.1, 0.2, 12],
      from1980to1999: [0.61, 0.37, 0.53, 2.57, 0.75, 0.2, 0.075, 0.21, 10],
      from2000: [0.28, 0.2, 0.32, 1.3, 0.6, 0.2, 0.05, 0.17, 3],
    },
  },
  nordic: {
    detached: {
      to1945: [0.81, 0.42, 0.81, 2.6, 0.76, 0.2, 0.125, 0.15, 8],
      from1946to1979: [0.6, 0.29, 0.32, 2.34, 0.8, 0.4, 0.15, 0.12, 21],
      from1980to1999: [0.21, 0.15, 0.25, 2.01, 0.7, 0.2, 0.1, 0.12, 18],
      from2000: [0.2, 0.12, 0.18, 1.87, 0.7, 0.15, 0.0, 0.13, 14],
    },
    terraced: {
      to1945: [1.03, 0.41, 0.88, 2.63, 0.76, 0.2, 0.1, 0.18, 6],
      from1946to1979: [0.65, 0.34, 0.49, 2.6, 0.76, 0.2, 0.1, 0.23, 6],
      from1980to1999: [0.31, 0.2, 0.22, 2.65, 0.75, 0.08, 0.025, 0.23, 2],
      from2000: [0.24, 0.13, 0.14, 1.5, 0.63, 0.1, 0.0, 0.19, 5],
    },
    multi: {
      to1945: [1.21, 0.53, 0.76, 2.7, 0.76, 0.2, 0.1, 0.22, 8],
      from1946to1979: [0.62, 0.33, 0.32, 2.22, 0.8, 0.4, 0.15, 0.18, 15],
      from1980to1999: [0.36, 0.17, 0.25, 2.04, 0.7, 0.2, 0.1, 0.18, 11],
      from2000: [0.29, 0.14, 0.21, 1.76, 0.67, 0.1, 0.0, 0.32, 10],
    },
  },
  mediterranean: {
    detached: {
      to1945: [1.54, 1.8, 2.0, 4.95, 0.85, 0.4, 0.079, 0.06, 6],
      from1946to1979: [2.36, 2.88, 1.7, 4.71, 0.6, 0.4, 0.15, 0.14, 14],
      from1980to1999: [1.29, 1.14, 1.44, 4.27, 0.58, 0.2, 0.1, 0.11, 14],
      from2000: [0.65, 0.5, 0.82, 3.62, 0.55, 0.15, 0.075, 0.1, 16],
    },
    terraced: {
      to1945: [1.61, 1.8, 1.83, 4.9, 0.85, 0.4, 0.1, 0.15, 5],
      from1946to1979: [1.29, 2.03, 0.89, 4.9, 0.85, 0.4, 0.1, 0.17, 4],
      from1980to1999: [0.72, 0.95, 0.76, 2.8, 0.75, 0.2, 0.1, 0.11, 3],
      from2000: [0.41, 0.35, 0.39, 2.56, 0.76, 0.1, 0.0, 0.21, 2],
    },
    multi: {
      to1945: [1.2, 1.54, 1.18, 4.9, 0.85, 0.4, 0.1, 0.12, 11],
      from1946to1979: [2.27, 1.94, 1.28, 4.83, 0.68, 0.4, 0.15, 0.14, 18],
      from1980to1999: [1.01, 1.17, 1.34, 4.26, 0.58, 0.2, 0.1, 0.18, 17],
      from2000: [0.6, 0.5, 0.56, 3.37, 0.55, 0.1, 0.05, 0.18, 19],
    },
  },
  warm: {
    detached: {
      to1945: [2.0, 2.3, 1.5, 5.7, 0.85, 0.6, 0.1, 0.14, 0],
      from1946to1979: [2.2, 2.5, 1.5, 5.7, 0.85, 0.6, 0.1, 0.16, 0],
      from1980to1999: [1.6, 1.2, 1.2, 5.7, 0.85, 0.4, 0.1, 0.18, 0],
      from2000: [0.8, 0.5, 0.8, 3.0, 0.6, 0.3, 0.05, 0.18, 0],
    },
    terraced: {
      to1945: [2.0, 2.3, 1.5, 5.7, 0.85, 0.6, 0.1, 0.14, 0],
      from1946to1979: [2.2, 2.5, 1.5, 5.7, 0.85, 0.6, 0.1, 0.16, 0],
      from1980to1999: [1.6, 1.2, 1.2, 5.7, 0.85, 0.4, 0.1, 0.18, 0],
      from2000: [0.8, 0.5, 0.8, 3.0, 0.6, 0.3, 0.05, 0.18, 0],
    },
    multi: {
      to1945: [2.0, 2.3, 1.5, 5.7, 0.85, 0.6, 0.1, 0.14, 0],
      from1946to1979: [2.2, 2.5, 1.5, 5.7, 0.85, 0.6, 0.1, 0.16, 0],
      from1980to1999: [1.6, 1.2, 1.2, 5.7, 0.85, 0.4, 0.1, 0.18, 0],
      from2000: [0.8, 0.5, 0.8, 3.0, 0.6, 0.3, 0.05, 0.18, 0],
    },
  },
};
