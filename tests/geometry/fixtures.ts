import type { Building, Footprint, Point } from '../../src/model/building';

export function rectangle(x0: number, y0: number, x1: number, y1: number): Point[] {
  return [
    [x0, y0],
    [x1, y0],
    [x1, y1],
    [x0, y1],
  ];
}

export function buildingOf(footprint: Footprint, more: Partial<Building> = {}): Building {
  return {
    id: 'test',
    footprint,
    baseElevationM: 0,
    heightM: 6,
    roof: 'flat',
    levels: 2,
    use: 'detached',
    constructionYear: 1960,
    households: 1,
    envelope: 'asBuilt',
    heating: 'gasBoiler',
    cooling: 'none',
    photovoltaics: null,
    vehicles: null,
    connection: null,
    evidence: {},
    ...more,
  };
}

export const box = (x0: number, y0: number, x1: number, y1: number): Footprint => ({
  outer: rectangle(x0, y0, x1, y1),
  holes: [],
});
