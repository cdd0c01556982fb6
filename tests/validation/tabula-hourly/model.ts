import type { BuildingModel, Element, Layer, Window } from '../../../src/model/buildingModel/types';
import type { TabulaVariant } from '../tabula/variants';

/**
 * A TABULA variant as an hourly building with TABULA's own numbers and no others: areas, U-values with the supplement for
 * thermal bridges, adjustment factors of ground and cellar, air changes, gains, set-point, frame and shading factors, and
 * its heat capacity as one slab inside. What TABULA has no number for is the hourly model's: angles of incidence, sun on
 * walls, sky, films.
 */
const FILMS_M2K_PER_W = { wall: 0.17, roof: 0.14, floor: 0.17 } as const;
const WALL_HEIGHT_M = 5;
const ORIENTATIONS = [
  ['East', 90],
  ['South', 180],
  ['West', 270],
  ['North', 0],
] as const;
const FRAME_SHARE = 0.3;
const CONCRETE_J_PER_M3K = 2300 * 1000;

type Kind = keyof typeof FILMS_M2K_PER_W;

export function hourlyModelOf(variant: TabulaVariant): BuildingModel {
  const { boundary, envelope, geometry, code } = variant;
  const floorM2 = geometry['A_C_Ref']!;
  const uWindow = meanU(variant, ['Window_1', 'Window_2']).uValueWPerM2K;
  return {
    schema: 'gridtwin-building/1',
    name: code,
    constructions: [
      ...(['wall', 'roof', 'floor'] as const).map((kind) => ({ id: kind, layers: layersOf(variant, kind) })),
      { id: 'door', layers: [resistance(doorU(variant), 'wall')] },
      { id: 'mass', layers: massLayers(3600 * boundary['c_m']!) },
    ],
    glazings: [{ id: 'window', kind: 'simple', uValueWPerM2K: uWindow, gValue: envelope['g_gl_n']! }],
    zones: [
      {
        id: 'zone',
        volumeM3: floorM2 * boundary['h_room']!,
        floorAreaM2: floorM2,
        infiltration: { airChangesPerH: envelope['n_air_infiltration']! },
        ventilation: [{ airChangesPerH: envelope['n_air_use']! }],
        gains: [{ powerW: boundary['phi_int']! * floorM2, radiativeShare: 0.5 }],
        heating: { setpointDegC: boundary['theta_i']!, convectiveShare: 0.4 },
      },
    ],
    elements: [...wallsOf(variant, uWindow), ...othersOf(variant, uWindow, floorM2)],
  };
}

const PARTS: Readonly<Record<Kind, readonly string[]>> = {
  wall: ['Wall_1', 'Wall_2', 'Wall_3'],
  roof: ['Roof_1', 'Roof_2'],
  floor: ['Floor_1', 'Floor_2'],
};

/** Area of some parts, and their mean U: adjusted, with the supplement, which is not reduced. */
function meanU({ geometry, envelope, boundary }: TabulaVariant, parts: readonly string[]) {
  let areaM2 = 0;
  let lossWPerK = 0;
  for (const part of parts) {
    const adjustment = boundary[`b_Transmission_${part}`] ?? 1;
    const area = geometry[`A_${part}`]!;
    areaM2 += area;
    lossWPerK += area * (adjustment * envelope[`U_Actual_${part}`]! + envelope['delta_U_ThermalBridging']!);
  }
  return { areaM2, uValueWPerM2K: areaM2 > 0 ? lossWPerK / areaM2 : 1 };
}

function doorU(variant: TabulaVariant): number {
  return meanU(variant, ['Door_1']).uValueWPerM2K;
}

function resistance(uValueWPerM2K: number, kind: Kind): Layer {
  return { resistanceM2KPerW: Math.max(1 / uValueWPerM2K - FILMS_M2K_PER_W[kind], 0.001) };
}

function layersOf(variant: TabulaVariant, kind: Kind): Layer[] {
  return [resistance(meanU(variant, PARTS[kind]).uValueWPerM2K, kind)];
}

function massLayers(heatCapacityJPerM2K: number): Layer[] {
  const thicknessM = heatCapacityJPerM2K / CONCRETE_J_PER_M3K;
  return [{ thicknessM, conductivityWPerMK: 2.3, densityKgPerM3: 2300, specificHeatJPerKgK: 1000 }];
}

function windowOf(
  id: string,
  areaM2: number,
  elementM: number,
  uValueWPerM2K: number,
  shading: number,
): Window {
  const heightM = Math.min(2, elementM);
  return {
    id,
    glazing: 'window',
    xM: 0,
    zM: 0,
    widthM: areaM2 / heightM,
    heightM,
    frame: { areaShare: FRAME_SHARE, uValueWPerM2K },
    // TABULA's shading factor holds for all light: a blind that is always closed.
    blind: { closedAboveWPerM2: 0, transmittedShare: shading },
  };
}

/** A quarter of the walls each way, and the windows that look there. */
function wallsOf(variant: TabulaVariant, uWindow: number): Element[] {
  const { areaM2 } = meanU(variant, PARTS.wall);
  return ORIENTATIONS.map(([name, azimuthDeg]) => {
    const windowM2 = variant.geometry[`A_Window_${name}`]!;
    // Wide enough for the windows in the lower two metres.
    const widthM = Math.max((areaM2 / 4 + windowM2) / WALL_HEIGHT_M, windowM2 / 2);
    const heightM = (areaM2 / 4 + windowM2) / widthM;
    const window = windowOf(name, windowM2, heightM, uWindow, variant.boundary['F_sh_vert']!);
    return {
      id: `wall-${name}`,
      zone: 'zone',
      construction: 'wall',
      widthM,
      heightM,
      tiltDeg: 90,
      azimuthDeg,
      boundary: { kind: 'outdoors' },
      ...(windowM2 > 0 ? { windows: [window] } : {}),
    };
  });
}

function othersOf(variant: TabulaVariant, uWindow: number, floorM2: number): Element[] {
  const { geometry, boundary } = variant;
  const plate = (id: string, construction: string, areaM2: number, tiltDeg: number): Element => ({
    id,
    zone: 'zone',
    construction,
    widthM: Math.sqrt(areaM2),
    heightM: Math.sqrt(areaM2),
    tiltDeg,
    azimuthDeg: 180,
    boundary: { kind: 'adiabatic' },
  });
  const roofM2 = meanU(variant, PARTS.roof).areaM2;
  const roofWindowM2 = geometry['A_Window_Horizontal']!;
  const roof = plate('roof', 'roof', roofM2 + roofWindowM2, 0);
  const skylight = windowOf('skylight', roofWindowM2, roof.heightM, uWindow, boundary['F_sh_hor']!);
  const outdoors = { kind: 'outdoors', sun: false, wind: false } as const;
  const elements: readonly Element[] = [
    { ...roof, boundary: { kind: 'outdoors' }, ...(roofWindowM2 > 0 ? { windows: [skylight] } : {}) },
    { ...plate('floor', 'floor', meanU(variant, PARTS.floor).areaM2, 180), boundary: outdoors },
    { ...plate('door', 'door', geometry['A_Door_1']!, 90), boundary: outdoors },
    plate('mass', 'mass', floorM2, 90),
  ];
  return elements.filter(({ widthM }) => widthM > 0);
}
