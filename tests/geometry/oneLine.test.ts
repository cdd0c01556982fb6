import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  layoutTrees,
  oneLineDiagram,
  oneLineGrid,
  placeAbove,
  placeOfElement,
  type Diagram,
  type LayoutNode,
  type OneLinePlace,
} from '../../src/geometry/oneLine';
import { readDistrictFile } from '../../src/io/districtFile';
import type { District } from '../../src/model/district';
import type { Line, Network } from '../../src/model/network';

/**
 * The cheapest wrong programs: children of a node in one row; subtrees packed by their own first row alone, so that deep ones
 * run into each other; an open line walked like a closed one; islands and the far side of a station left out, or drawn twice.
 */
const read = readDistrictFile(readFileSync('scenarios/reference-town.district.json', 'utf8'), 'town');
if (!read.ok) throw new Error('no reference town');
const town = read.value;

/** A forest as lists: whom each node hangs on (itself: nobody), and whether it would rather drop. */
const forest = fc.array(fc.record({ on: fc.nat(1000), drops: fc.boolean() }), {
  minLength: 1,
  maxLength: 40,
});

function nodesOf(drawn: readonly { on: number; drops: boolean }[]) {
  const parents = drawn.map(({ on }, row) => (row === 0 || on % 17 === 0 ? -1 : on % row));
  const hasChildren = new Set(parents);
  const nodes: LayoutNode[] = drawn.map((_, row) => {
    const mine = parents.flatMap((parent, child) => (parent === row ? [child] : []));
    const drops = mine.filter((child) => drawn[child]!.drops && !hasChildren.has(child));
    return { drops, branches: mine.filter((child) => !drops.includes(child)) };
  });
  const roots = parents.flatMap((parent, row) => (parent < 0 ? [row] : []));
  return { nodes, roots, parents };
}

describe('trees from left to right', () => {
  it('put no two things in one place, children right of their parent, and no line over a thing or another line', () => {
    fc.assert(
      fc.property(forest, (drawn) => {
        const { nodes, roots, parents } = nodesOf(drawn);
        const { column, row, columnCount, rowCount } = layoutTrees(nodes, roots);
        const spots = new Map(drawn.map((_, at) => [`${column[at]} ${row[at]}`, at]));
        expect(spots.size).toBe(drawn.length);
        const used = new Map<string, number>();
        const take = (spot: string, owner: number) => {
          expect(used.get(spot) ?? owner, spot).toBe(owner);
          used.set(spot, owner);
        };
        parents.forEach((parent, at) => {
          expect(column[at]).toBeLessThan(columnCount);
          expect(row[at]).toBeLessThan(rowCount);
          if (parent < 0) return;
          expect(column[at]).toBeGreaterThan(column[parent]!);
          if (nodes[parent]!.branches[0] === at) expect(row[at]).toBe(row[parent]);
          // Down the upright of the parent, then along the row to the child: in half columns.
          for (let down = row[parent]!; down <= row[at]!; down += 1)
            take(`${column[parent]} ${down}`, parent);
          for (let x = column[parent]! + 0.5; x < column[at]!; x += 0.5) take(`${x} ${row[at]}`, at);
          take(`${column[at]} ${row[at]}`, at);
        });
      }),
    );
  });

  it('move a short branch up beside a long one', () => {
    // 0 goes on to 1, 2; from 1 also to 3 with two drops; from 0 also to 4, which is short.
    const none = { drops: [], branches: [] };
    const { row } = layoutTrees(
      [
        { drops: [], branches: [1, 4] },
        { drops: [], branches: [2, 3] },
        none,
        { drops: [5, 6], branches: [] },
        none,
        none,
        none,
      ],
      [0],
    );
    expect([...row]).toEqual([0, 0, 0, 1, 2, 2, 3]);
  });
});

const placesOf = (district: District): OneLinePlace[] => [
  null,
  ...district.network!.transformers.map(({ id }) => ({ kind: 'transformer', id }) as const),
];
const busesOf = ({ items }: Diagram) =>
  items.flatMap(({ kind, busRow }) =>
    kind === 'root' || kind === 'busbar' || kind === 'line' ? [busRow] : [],
  );

function expectWhole(district: District): void {
  const grid = oneLineGrid(district)!;
  const drawn = placesOf(district).map((place) => oneLineDiagram(grid, place, true));
  const buses = drawn.flatMap(busesOf);
  expect(buses.sort((a, b) => a - b)).toEqual(district.network!.buses.map((_, row) => row));
  for (const diagram of drawn) {
    const spots = diagram.items.map(({ column, row }) => `${column} ${row}`);
    expect(new Set(spots).size).toBe(spots.length);
    expect(new Set(diagram.items.map(({ key }) => key)).size).toBe(spots.length);
    for (const { parent, column, level } of diagram.items) {
      if (parent < 0) continue;
      expect(diagram.items[parent]!.column).toBeLessThan(column);
      expect(diagram.items[parent]!.level).toBe(level - 1);
    }
    expect(oneLineDiagram(oneLineGrid(district)!, diagram.place, true)).toEqual(diagram);
  }
  const buildings = drawn.flatMap(({ items }) =>
    items.flatMap(({ buildingRow }) => (buildingRow < 0 ? [] : [buildingRow])),
  );
  expect(buildings.sort((a, b) => a - b)).toEqual(
    district.buildings.flatMap(({ connection }, row) => (connection === null ? [] : [row])),
  );
}

const bus = (row: number) =>
  ({ id: `b${row}`, nominalVoltageV: 400, position: [0, 0], synthetic: true }) as const;

/** Any network: trees of lines and transformers, a few more lines, some of them open, and buses without a feed. */
const network = fc
  .record({
    size: fc.integer({ min: 1, max: 30 }),
    ends: fc.array(fc.tuple(fc.nat(1000), fc.nat(1000), fc.nat(9)), { maxLength: 45 }),
  })
  .map(({ size, ends }): Network => {
    const lines = ends
      .map(([from, to, what], row) => ({ id: `l${row}`, from: from % size, to: to % size, what }))
      .filter(({ from, to }) => from !== to);
    const ofLine = ({ id, from, to }: (typeof lines)[number]) =>
      ({ id, fromBusId: `b${from}`, toBusId: `b${to}`, lengthM: 10, role: 'lvMain' }) as Line;
    return {
      buses: Array.from({ length: size }, (_, row) => bus(row)),
      lines: lines.filter(({ what }) => what > 1).map(ofLine),
      transformers: lines.filter(({ what }) => what <= 1).map(ofLine),
      switches: lines.filter(({ what }) => what > 7).map(({ id }) => ({ lineId: id, closed: false })),
      sources: [{ busId: 'b0' }],
      ...{ lineTypes: [], transformerTypes: [], storages: [] },
    } as unknown as Network;
  });

describe('the diagrams of a network', () => {
  it('show every bus and every building exactly once, in the reference town', () => expectWhole(town));

  it('show every bus once in any network with islands, loops and open lines', () => {
    fc.assert(
      fc.property(network, (drawn) => {
        // A transformer that closes a loop feeds no bus, and is no place.
        const grid = oneLineGrid({ ...town, network: drawn, buildings: [] })!;
        const fed = new Set(grid.tree.feedingBranch);
        const transformers = drawn.transformers.filter((_, row) => fed.has(drawn.lines.length + row));
        expectWhole({ ...town, buildings: [], network: { ...drawn, transformers } });
        for (const { lineRow, isOpen } of grid.tree.ties) {
          const { id } = drawn.lines[lineRow]!;
          expect(isOpen).toBe(drawn.switches.some(({ lineId }) => lineId === id));
        }
        expect(grid.tree.order).toHaveLength(drawn.buses.length);
      }),
    );
  });

  it('show the ring of the reference town as two arms with the open line between their ends', () => {
    const diagram = oneLineDiagram(oneLineGrid(town)!, null);
    const lines = diagram.items.filter(({ kind }) => kind === 'line');
    expect(lines).toHaveLength(11);
    expect(diagram.items.filter(({ kind }) => kind === 'transformer')).toHaveLength(11);
    expect(diagram.ties).toHaveLength(1);
    const [tie] = diagram.ties;
    expect(tie).toMatchObject({ id: 'MV-ring-1.06', isOpen: true });
    const ends = [diagram.items[tie!.from]!, diagram.items[tie!.to]!];
    expect(ends.map(({ id }) => id)).toEqual(['MV-ring-1.05', 'MV-ring-1.07']);
    for (const { branches, column, row } of ends) {
      expect(branches).toEqual([]);
      const right = lines.filter((one) => one.row === row && one.column > column);
      expect(right).toEqual([]);
    }
    expect(tie!.path.every(([x]) => x >= 5)).toBe(true);
    const { behind } = diagram.items.find(({ id }) => id === 'T-06')!;
    expect(behind!.buildingRows).toHaveLength(1);
  });

  it('fold the feeders of a big station, each with all that is behind it, and unfold one at a time', () => {
    const grid = oneLineGrid(town)!;
    const station = oneLineDiagram(grid, { kind: 'transformer', id: 'T-10' });
    const feeders = station.items.filter(({ kind }) => kind === 'feeder');
    expect(feeders).toHaveLength(5);
    const behind = feeders.flatMap((feeder) => feeder.behind!.buildingRows);
    expect(behind.length).toBe(92);
    expect(new Set(behind).size).toBe(92);
    for (const { id, behind: of } of feeders) {
      const feeder = oneLineDiagram(grid, { kind: 'line', id });
      expect(feeder.items[0]).toMatchObject({ kind: 'busbar', id: 'T-10' });
      const buildings = feeder.items.filter(({ kind }) => kind === 'building');
      expect(buildings.map(({ buildingRow }) => buildingRow).sort()).toEqual([...of!.buildingRows].sort());
    }
    const small = oneLineDiagram(grid, { kind: 'transformer', id: 'T-06' });
    expect(small.items.map(({ kind }) => kind)).toEqual(['busbar', 'line', 'line', 'building']);
  });

  it('know where each element is drawn, and what is above', () => {
    const grid = oneLineGrid(town)!;
    const all = [
      ...town.buildings.map(({ id }) => ({ kind: 'building' as const, id })),
      ...town.network!.lines.map(({ id }) => ({ kind: 'line' as const, id })),
      ...town.network!.transformers.map(({ id }) => ({ kind: 'transformer' as const, id })),
    ];
    const diagrams = new Map<string, Diagram>();
    for (const element of all) {
      const place = placeOfElement(grid, element)!;
      const key = JSON.stringify(place);
      const diagram = diagrams.get(key) ?? oneLineDiagram(grid, place);
      diagrams.set(key, diagram);
      const shown = [...diagram.items, ...diagram.ties].some(
        (one) => one.key === `${element.kind}:${element.id}`,
      );
      expect(shown, `${element.id} in ${key}`).toBe(true);
    }
    expect(placeOfElement(grid, { kind: 'transformer', id: 'T-10' })).toBeNull();
    const feeder = [...diagrams.values()].find(({ place }) => place?.kind === 'line')!.place;
    const station = placeAbove(grid, feeder);
    expect(station?.kind).toBe('transformer');
    expect(placeAbove(grid, station)).toBeNull();
  });
});
