import type { BuildingUse, Point } from '../../model/building';
import { cos, sin } from '../../sim/numeric/elementary';
import { randomKey, uniform } from '../../sim/numeric/random';
import type { PlannedStreet } from './blocks';
import { pathLengthM, positionAt } from './curve';
import type { Frontage } from './plan';
import type { Placement, Plot, Quarter, Site } from './site';

/** Local axes at a place on a street: along it and away from it. */
interface Place {
  readonly origin: Point;
  readonly along: Point;
  readonly away: Point;
}

/** Walks one side of a street and builds what its frontage asks for; what does not fit is left out. */
export function buildFrontage(
  site: Site,
  street: PlannedStreet,
  sideName: 'left' | 'right',
  frontage: Frontage,
  seed: number,
  key: string,
): void {
  if (frontage === 'block' || frontage === 'empty') return;
  const row = new Row(site, street, sideName === 'left' ? 1 : -1, seed, `${key}/${sideName}`);
  if (frontage === 'terrace') buildTerraces(row);
  else if (frontage === 'semi') buildSemis(row);
  else if (frontage === 'shops') buildShops(row);
  else if (frontage === 'works') buildWorks(row);
  else buildHouses(row, frontage === 'villa');
}

class Row {
  readonly lengthM: number;
  private readonly draws: number;
  private counter = 0;

  constructor(
    readonly site: Site,
    readonly street: PlannedStreet,
    readonly sign: 1 | -1,
    seed: number,
    readonly key: string,
  ) {
    this.lengthM = pathLengthM(street.path);
    this.draws = randomKey(seed, key, 'frontage');
  }

  draw(from = 0, to = 1): number {
    this.counter += 1;
    return from + (to - from) * uniform(this.draws, this.counter);
  }

  /** Smoothed over eight metres, so that neighbours on a bend agree about their party wall. */
  at(arcM: number): Place {
    const here = positionAt(this.street.path, arcM).point;
    const a = positionAt(this.street.path, Math.max(0, arcM - 4)).point;
    const b = positionAt(this.street.path, Math.min(this.lengthM, arcM + 4)).point;
    const length = Math.max(1e-6, Math.sqrt((b[0] - a[0]) * (b[0] - a[0]) + (b[1] - a[1]) * (b[1] - a[1])));
    const along: Point = [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
    return { origin: here, along, away: [-along[1] * this.sign, along[0] * this.sign] };
  }

  /** Point `depthM` behind the kerb at an arc length. */
  behind(arcM: number, depthM: number): Point {
    const place = this.at(arcM);
    const d = this.street.widthM / 2 + depthM;
    return [place.origin[0] + place.away[0] * d, place.origin[1] + place.away[1] * d];
  }

  add(
    name: string,
    quarter: Quarter,
    use: BuildingUse,
    outer: readonly Point[],
    more: Partial<Plot>,
    placement: Placement,
  ): boolean {
    const plot: Plot = { key: `${this.key}/${name}`, quarter, use, outer, holes: [], ...more };
    return this.site.place(plot, placement);
  }
}

/** Shape given in metres along (centred) and away (from the building line), turned by a small angle. */
function shapeAt(
  row: Row,
  arcM: number,
  setbackM: number,
  turnDeg: number,
  shape: readonly Point[],
): Point[] {
  const place = row.at(arcM);
  const base = row.behind(arcM, setbackM);
  const angle = (turnDeg * 3.141592653589793) / 180;
  const c = cos(angle);
  const s = sin(angle);
  return shape.map(([u, v]) => {
    const ru = u * c - v * s;
    const rv = u * s + v * c;
    return [
      base[0] + place.along[0] * ru + place.away[0] * rv,
      base[1] + place.along[1] * ru + place.away[1] * rv,
    ];
  });
}

function rectangle(widthM: number, depthM: number): Point[] {
  return [
    [-widthM / 2, 0],
    [widthM / 2, 0],
    [widthM / 2, depthM],
    [-widthM / 2, depthM],
  ];
}

/** An L: a wing of `wingM` behind one half. */
function ell(widthM: number, depthM: number, wingM: number, wingWidthM: number, mirrored: boolean): Point[] {
  const w = widthM / 2;
  const shape: Point[] = [
    [-w, 0],
    [w, 0],
    [w, depthM],
    [-w + wingWidthM, depthM],
    [-w + wingWidthM, depthM + wingM],
    [-w, depthM + wingM],
  ];
  return mirrored ? shape.map(([u, v]) => [-u, v]) : shape;
}

/** Attached houses between party walls; the cut through the row is shared by both neighbours to the centimetre. */
function buildTerraces(row: Row): void {
  let arc = 9;
  let rowNumber = 0;
  while (arc < row.lengthM - 14) {
    rowNumber += 1;
    const houses = Math.floor(row.draw(4, 9));
    const setback = row.draw(2.2, 3.6);
    const depth = row.draw(9.5, 11.5);
    const group = `${row.key}/${String(rowNumber)}`;
    const quarter: Quarter = 'terraces';
    let placed = 0;
    for (let h = 0; h < houses && arc < row.lengthM - 8; h += 1) {
      const isFlats = row.draw() < 0.16;
      const width = isFlats ? row.draw(12, 16) : row.draw(7, 9.2);
      const a = row.behind(arc, setback);
      const b = row.behind(arc + width, setback);
      const c = row.behind(arc + width, setback + depth);
      const d = row.behind(arc, setback + depth);
      const outer = !isFlats && row.draw() < 0.45 ? withRearWing(a, b, c, d, row.draw(2.5, 5)) : [a, b, c, d];
      const use = isFlats ? 'apartment' : 'terraced';
      if (
        row.add(
          `${String(rowNumber)}.${String(h)}`,
          quarter,
          use,
          outer,
          { roof: 'gabled' },
          { gapM: 5, kerbM: 1.5, group },
        )
      ) {
        placed += 1;
        arc += width;
      } else if (placed > 0) break;
      else arc += 3;
    }
    arc += row.draw(4.5, 8);
  }
}

function withRearWing(a: Point, b: Point, c: Point, d: Point, lengthM: number): Point[] {
  const mix = (p: Point, q: Point, t: number): Point => [p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t];
  const depth = Math.sqrt((d[0] - a[0]) * (d[0] - a[0]) + (d[1] - a[1]) * (d[1] - a[1]));
  const out: Point = [((d[0] - a[0]) / depth) * lengthM, ((d[1] - a[1]) / depth) * lengthM];
  const p = mix(d, c, 0.5);
  const q = mix(d, c, 0.08);
  return [a, b, c, p, [p[0] + out[0], p[1] + out[1]], [q[0] + out[0], q[1] + out[1]], q, d];
}

function buildSemis(row: Row): void {
  let arc = 12;
  let pair = 0;
  while (arc < row.lengthM - 12) {
    const width = row.draw(7.2, 8.6);
    const depth = row.draw(9.5, 11);
    const setback = row.draw(4.5, 7);
    const group = `${row.key}/pair${String(pair)}`;
    const place = { gapM: 5, kerbM: 3, group };
    const middle = arc + width;
    const half = (sign: 1 | -1): Point[] =>
      rectangle(width, depth).map(([u, v]) => [u + (sign * width) / 2, v]);
    const one = shapeAt(row, middle, setback, 0, half(-1));
    const two = shapeAt(row, middle, setback, 0, half(1));
    const more = { roof: pair % 3 === 0 ? 'hipped' : 'gabled', households: 1 } as const;
    if (row.site.isFree(one, place) && row.site.isFree(two, place)) {
      row.add(`${String(pair)}a`, 'suburb', 'detached', one, more, place);
      row.add(`${String(pair)}b`, 'suburb', 'detached', two, more, place);
      arc += 2 * width + row.draw(9, 15);
      pair += 1;
    } else arc += 4;
  }
}

function buildHouses(row: Row, villas: boolean): void {
  let arc = row.draw(8, 13);
  let house = 0;
  while (arc < row.lengthM - 7) {
    const width = villas ? row.draw(12, 16) : row.draw(8.5, 12.5);
    const depth = villas ? row.draw(11, 14) : row.draw(8.5, 11);
    const setback = villas ? row.draw(5, 9) : row.draw(4, 9.5);
    const kind = row.draw();
    const mirrored = row.draw() < 0.5;
    const shape =
      kind < 0.42
        ? ell(width, depth * 0.8, row.draw(2.5, 5.5), width * row.draw(0.4, 0.55), mirrored)
        : kind < 0.52
          ? rectangle(depth, width)
          : rectangle(width, depth);
    const outer = shapeAt(row, arc + width / 2, setback, row.draw(-5, 5), shape);
    const placement = { gapM: villas ? 7 : 5, kerbM: 3 };
    const manyFlats = villas && row.draw() < 0.2;
    const use = manyFlats ? 'apartment' : 'detached';
    const roof = row.draw() < (villas ? 0.7 : 0.3) ? 'hipped' : 'gabled';
    const more = manyFlats ? ({ roof, levels: 3 } as const) : ({ roof } as const);
    if (row.add(`h${String(house)}`, villas ? 'terraces' : 'suburb', use, outer, more, placement)) {
      arc += width + (villas ? row.draw(13, 22) : row.draw(12, 21));
      house += 1;
    } else arc += 3.5;
  }
}

const SHOP_USES: readonly BuildingUse[] = [
  'retail',
  'apartment',
  'office',
  'apartment',
  'retail',
  'restaurant',
  'apartment',
  'office',
];

/** Main streets: mixed blocks of flats, shops and offices, mostly in short joined groups. */
function buildShops(row: Row): void {
  let arc = 10;
  let number = Math.floor(row.draw(0, 8));
  let group = 0;
  while (arc < row.lengthM - 16) {
    const width = row.draw(14, 22);
    const depth = row.draw(12, 14.5);
    const outer = [
      row.behind(arc, 3),
      row.behind(arc + width, 3),
      row.behind(arc + width, 3 + depth),
      row.behind(arc, 3 + depth),
    ];
    const use = SHOP_USES[number % SHOP_USES.length]!;
    const placement = { gapM: 6, kerbM: 2, group: `${row.key}/shops${String(group)}` };
    if (row.add(`s${String(number)}`, 'edge', use, outer, {}, placement)) {
      arc += width;
      number += 1;
      if (row.draw() < 0.45) {
        arc += row.draw(9, 20);
        group += 1;
      }
    } else arc += 4;
  }
}

function buildWorks(row: Row): void {
  let arc = 14;
  let hall = 0;
  while (arc < row.lengthM - 20) {
    const width = row.draw(22, 42);
    const depth = row.draw(18, 30);
    const shape =
      row.draw() < 0.4
        ? ell(width, depth, row.draw(8, 14), width * 0.4, row.draw() < 0.5)
        : rectangle(width, depth);
    const outer = shapeAt(row, arc + width / 2, row.draw(7, 11), 0, shape);
    const more = { roof: 'flat' } as const;
    if (
      row.add(`w${String(hall)}`, 'works', hall % 5 === 3 ? 'office' : 'warehouse', outer, more, {
        gapM: 8,
        kerbM: 5,
      })
    ) {
      arc += width + row.draw(10, 18);
      hall += 1;
    } else arc += 5;
  }
}
