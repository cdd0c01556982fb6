import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compareWithSimBench, formatBandsTable, networkStatistics } from '../../../src/synthesis/network';
import { generateTown } from '../../../src/synthesis/town';
import { built, expectTree } from './built';
import { linesInService, ruleKw, walk } from './electrical';
import { districtOf, house } from './towns';

const town = built(generateTown(7));

describe('the SimBench bands', () => {
  it.each([1, 7, 42])('hold the residential networks of the reference town with seed %i', (seed) => {
    const rows = compareWithSimBench(networkStatistics(built(generateTown(seed))));
    expect(rows.filter((row) => !row.allInside)).toEqual([]);
    expect(rows[0]!.of).toBeGreaterThanOrEqual(4);
  });

  it("are SimBench's own figures, and the table prints them", () => {
    const rows = compareWithSimBench(networkStatistics(town));
    const bands = rows.map((row) => [row.low, row.high]);
    expect(bands).toEqual([[16, 43], [13, 118], [3, 9], [229, 565], [160, 630], [0.5, 0.83], [1.6, 4], [0.28, 1.29]]); // prettier-ignore
    expect(formatBandsTable(rows).split('\n')).toHaveLength(9);
  });

  it('are judged on figures that a second count of the lines confirms', () => {
    const stats = networkStatistics(town);
    const t = town.network.transformers[0]!;
    const fed = walk(t.toBusId, linesInService(town.network));
    const lengthM = [...fed.feeding.values()].reduce((sum, line) => sum + line.lengthM, 0);
    const served = town.buildings.filter((b) => fed.feeding.has(b.connection!.busId));
    const station = stats.stations.find((s) => s.transformerId === t.id)!;
    expect(station.lengthPerConnectionM).toBeCloseTo(lengthM / served.length, 6);
    expect(station.peakPerVa * station.ratedSVa).toBeCloseTo(ruleKw(served) * 1000, 3);
  });

  it('show a network outside them as outside', () => {
    const lonely = networkStatistics(built(districtOf([house('a', [0, 0]), house('b', [900, 0])])));
    expect(compareWithSimBench(lonely).some((row) => !row.allInside)).toBe(true);
  });
});

const BERLIN = '../shared/data/districts/berlin-13.41-52.54.geojson';

describe.skipIf(!existsSync(BERLIN))(`footprints without streets (${BERLIN})`, () => {
  it('get a network whose stations all lie in the SimBench bands', () => {
    const file = JSON.parse(readFileSync(BERLIN, 'utf8')) as {
      features: { geometry: { type: string; coordinates: number[][][] | number[][][][] } }[];
    };
    const buildings = file.features.map(({ geometry }, i) => {
      const ring = (
        geometry.type === 'Polygon' ? geometry.coordinates[0] : geometry.coordinates[0]![0]
      ) as number[][];
      const outer = ring
        .slice(1)
        .map(([lon, lat]) => [(lon! - 13.41) * 67_900, (lat! - 52.54) * 111_200] as const);
      return {
        ...house(`b-${i}`, [0, 0], { use: 'apartment', households: 6 }),
        footprint: { outer, holes: [] },
      };
    });
    const district = built(districtOf(buildings));
    expectTree(district);
    const rows = compareWithSimBench(networkStatistics(district));
    expect(rows.filter((row) => !row.allInside)).toEqual([]);
    expect(rows[0]!.of).toBeGreaterThan(8);
  });
});
