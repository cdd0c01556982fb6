import type { Building, BuildingUse, Point } from '../../../src/model/building';
import type { District, Street } from '../../../src/model/district';
import { randomKey, uniform } from '../../../src/sim/numeric/random';

export function house(id: string, at: Point, over: Partial<Building> = {}, sizeM = 10): Building {
  const [x, y] = at;
  const h = sizeM / 2;
  return {
    id,
    footprint: {
      outer: [
        [x - h, y - h],
        [x + h, y - h],
        [x + h, y + h],
        [x - h, y + h],
      ],
      holes: [],
    },
    baseElevationM: 0,
    heightM: 6,
    roof: 'gabled',
    levels: 2,
    use: 'detached',
    constructionYear: 1950,
    households: 1,
    envelope: 'asBuilt',
    heating: 'gasBoiler',
    cooling: 'none',
    photovoltaics: null,
    vehicles: null,
    connection: null,
    evidence: {},
    ...over,
  };
}

export function districtOf(
  buildings: readonly Building[],
  streets: readonly Street[] = [],
  seed = 5,
): District {
  return {
    schema: 'gridtwin-district/1',
    id: 'fake',
    name: 'Fake',
    description: '',
    seed,
    frame: { longitudeDeg: 8, latitudeDeg: 49, sourceCrs: 'local' },
    archetypeRegion: 'centralEurope',
    weather: { kind: 'synthetic', climate: 'centralEurope' },
    buildings,
    streets,
    openSpaces: [],
    network: null,
  };
}

/** Slightly bent parallel streets with houses on both sides, some flats, one office and one hospital; cross streets. */
export function suburb(rows: number, housesPerSide: number, seed = 5): District {
  const key = randomKey(seed, 'suburb', 'layout');
  const bend = (x: number, row: number): number =>
    row * 70 + 6 * uniform(key, row * 1000 + Math.floor(x / 60));
  const spacingM = 18;
  const lengthM = housesPerSide * spacingM;
  const streets: Street[] = [];
  const buildings: Building[] = [];
  for (let row = 0; row < rows; row += 1) {
    const path: Point[] = [];
    for (let x = 0; x <= lengthM; x += 60) path.push([x, bend(x, row)]);
    streets.push({ id: `row-${row}`, path, widthM: 8 });
    for (let i = 0; i < housesPerSide; i += 1) {
      for (const side of [-1, 1]) {
        const x = (i + 0.5) * spacingM + 4 * uniform(key, 7000 + i + row);
        const flats = uniform(key, 90_000 + row * 997 + i * 2 + side) < 0.1;
        const use: BuildingUse = flats ? 'apartment' : 'detached';
        const over = { use, households: flats ? 6 : 1, levels: flats ? 3 : 2 };
        buildings.push(house(`h-${row}-${i}-${side}`, [x, bend(x, row) + side * 17], over));
      }
    }
  }
  for (let x = 60; x < lengthM; x += 240) {
    streets.push({ id: `cross-${x}`, path: [[x, -10], [x + 5, rows * 70]], widthM: 8 }); // prettier-ignore
  }
  buildings.push(house('office', [lengthM / 2, -30], { use: 'office', households: 0, levels: 5 }, 34));
  buildings.push(house('hospital', [lengthM / 3, -60], { use: 'hospital', households: 0, levels: 6 }, 60));
  return districtOf(buildings, streets, seed);
}
