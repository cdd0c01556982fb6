import type { BuildingUse, Point } from '../../model/building';
import type { OpenSpace } from '../../model/district';
import { cos, PI, RAD_PER_DEG, sin } from '../../sim/numeric/elementary';
import { blockAt, type Block } from './blocks';
import { curveThrough, offsetPath, roundCm } from './curve';
import { buildingLine } from './perimeter';
import { RIVER, RIVER_WIDTH_M } from './plan';
import type { Quarter, Site } from './site';

interface Landmark {
  readonly title: string;
  readonly use: BuildingUse;
  readonly quarter: Quarter;
  readonly at: Point;
  readonly turnDeg: number;
  readonly levels: number;
  readonly roof: 'flat' | 'gabled' | 'hipped';
  readonly shape: { readonly outer: readonly Point[]; readonly holes: readonly (readonly Point[])[] };
  readonly households?: number;
}

const box = (x0: number, y0: number, x1: number, y1: number): Point[] => [
  [x0, y0],
  [x1, y0],
  [x1, y1],
  [x0, y1],
];
/** Four wings around a yard. */
const court = (widthM: number, depthM: number, wingM: number): Landmark['shape'] => ({
  outer: box(-widthM / 2, -depthM / 2, widthM / 2, depthM / 2),
  holes: [box(wingM - widthM / 2, wingM - depthM / 2, widthM / 2 - wingM, depthM / 2 - wingM)],
});
const plain = (widthM: number, depthM: number): Landmark['shape'] => ({
  outer: box(-widthM / 2, -depthM / 2, widthM / 2, depthM / 2),
  holes: [],
});

/** Latin cross with a polygonal apse in the east. */
const CHURCH: Landmark['shape'] = {
  outer: [
    [-24, -7],
    [2, -7],
    [2, -14],
    [12, -14],
    [12, -7],
    [20, -7],
    [25, -3],
    [25, 3],
    [20, 7],
    [12, 7],
    [12, 14],
    [2, 14],
    [2, 7],
    [-24, 7],
  ],
  holes: [],
};
/** Three cross wings on a spine, with two yards. */
const HOSPITAL: Landmark['shape'] = {
  outer: [
    [-44, -20],
    [44, -20],
    [44, 22],
    [30, 22],
    [30, 15],
    [-30, 15],
    [-30, 22],
    [-44, 22],
  ],
  holes: [box(-32, -8, -6, 3), box(6, -8, 32, 3)],
};

const mark = (
  title: string,
  use: BuildingUse,
  quarter: Quarter,
  at: Point,
  turnDeg: number,
  levels: number,
  roof: Landmark['roof'],
  shape: Landmark['shape'],
  households?: number,
): Landmark => ({
  title,
  use,
  quarter,
  at,
  turnDeg,
  levels,
  roof,
  shape,
  ...(households === undefined ? {} : { households }),
});

const LANDMARKS: readonly Landmark[] = [
  mark('Stadtkirche', 'publicHall', 'oldTown', [56, 101], -22, 3, 'gabled', CHURCH),
  mark('Klinikum am Fluss', 'hospital', 'edge', [-428, 2], 7, 4, 'flat', HOSPITAL),
  mark('Gymnasium', 'school', 'terraces', [88, 174], -4, 3, 'hipped', court(52, 38, 12)),
  mark('Grundschule West', 'school', 'slabs', [-346, 232], 24, 2, 'flat', court(46, 34, 11)),
  mark('Grundschule Süd', 'school', 'suburb', [-56, -402], -8, 2, 'flat', court(44, 30, 10)),
  mark('Kinderhaus', 'school', 'suburb', [-14, 366], 4, 1, 'flat', plain(24, 14)),
  mark('Hotel Stadtgarten', 'hotel', 'edge', [186, 66], -58, 4, 'hipped', court(38, 32, 11)),
  mark('Hotel Flussblick', 'hotel', 'edge', [74, -203], 6, 3, 'hipped', plain(34, 14)),
  mark('Kontorhaus', 'office', 'edge', [-190, 47], 4, 5, 'flat', court(40, 34, 12)),
  mark('Amtsgericht', 'office', 'terraces', [-168, 112], -62, 3, 'hipped', court(40, 30, 11)),
  mark('Schillerhof', 'apartment', 'terraces', [-278, 104], 84, 4, 'gabled', court(58, 40, 11), 30),
  mark('Goethehof', 'apartment', 'terraces', [-104, 268], 10, 4, 'gabled', court(50, 34, 10.5), 26),
  mark('Ringhof', 'apartment', 'terraces', [188, 234], -24, 4, 'gabled', court(44, 34, 10.5), 24),
  mark('Kanthof', 'apartment', 'terraces', [290, 112], 62, 4, 'gabled', court(50, 36, 10.5), 26),
  mark('Südhof', 'apartment', 'terraces', [-40, -288], 2, 3, 'gabled', court(46, 34, 10), 20),
  mark('Stadthalle', 'publicHall', 'edge', [190, -48], 8, 2, 'flat', plain(44, 30)),
  mark('Feuerwache', 'publicHall', 'edge', [-262, -18], 86, 2, 'flat', plain(34, 18)),
  mark('Markthalle Ost', 'retail', 'edge', [404, 70], 12, 1, 'flat', plain(46, 30)),
  mark('Markthalle Süd', 'retail', 'edge', [90, -288], 0, 1, 'flat', plain(44, 28)),
];

function placeShape(points: readonly Point[], at: Point, turnDeg: number): Point[] {
  const c = cos(turnDeg * RAD_PER_DEG);
  const s = sin(turnDeg * RAD_PER_DEG);
  return points.map(([x, y]) => [at[0] + x * c - y * s, at[1] + x * s + y * c]);
}

export function buildLandmarks(site: Site): void {
  for (const landmark of LANDMARKS) {
    const { title, use, quarter, levels, roof, households } = landmark;
    site.place(
      {
        key: `landmark/${title}`,
        title,
        use,
        quarter,
        levels,
        roof,
        outer: placeShape(landmark.shape.outer, landmark.at, landmark.turnDeg),
        holes: landmark.shape.holes.map((hole) => placeShape(hole, landmark.at, landmark.turnDeg)),
        ...(households === undefined ? {} : { households }),
      },
      { gapM: 6, kerbM: 3 },
    );
  }
}

/** A soft round outline; the third harmonic keeps it from being an ellipse. */
function grove(at: Point, radiusXM: number, radiusYM: number, turnDeg: number): Point[] {
  const points: Point[] = [];
  for (let i = 0; i < 22; i += 1) {
    const angle = (2 * PI * i) / 22;
    const wobble = 1 + 0.09 * sin(3 * angle + radiusXM) + 0.05 * cos(5 * angle + radiusYM);
    points.push([radiusXM * wobble * cos(angle), radiusYM * wobble * sin(angle)]);
  }
  return placeShape(points, at, turnDeg).map(roundCm);
}

export function riverOutline(): Point[] {
  const line = curveThrough(RIVER, 22);
  const left = offsetPath(line, RIVER_WIDTH_M / 2);
  const right = offsetPath(line, -RIVER_WIDTH_M / 2);
  return [...right, ...left.reverse()].map(roundCm);
}

/** Water, parks and squares, in drawing order. */
export function openSpaces(blocks: readonly Block[]): OpenSpace[] {
  const spaces: OpenSpace[] = [];
  const add = (id: string, kind: OpenSpace['kind'], outline: readonly Point[]): void => {
    spaces.push({ id, kind, outline: outline.map(roundCm) });
  };
  const market = blockAt(blocks, [0, 0]);
  const churchyard = blockAt(blocks, [56, 101]);
  if (market !== undefined) add('marktplatz', 'square', buildingLine(market, 0.5));
  if (churchyard !== undefined) add('kirchhof', 'park', buildingLine(churchyard, 1.5));
  add('stadtpark', 'park', grove([-186, -34], 30, 34, 10));
  add('stadtpark-teich', 'water', grove([-188, -38], 14, 11, 30));
  add('burgpark', 'park', grove([196, 338], 68, 22, -14));
  add('waldfriedhof', 'park', grove([-530, 150], 32, 52, -8));
  add('schulwiese', 'park', grove([-46, -424], 34, 14, -14));
  add('spielwiese', 'park', grove([390, 190], 16, 34, 20));
  add('flussaue-ost', 'park', grove([442, -34], 66, 30, -6));
  add('flussaue-west', 'park', grove([-236, -176], 56, 15, -20));
  add('flussaue-mitte', 'park', grove([214, -186], 70, 13, 14));
  add('kleingaerten', 'park', grove([136, -398], 62, 26, -4));
  add('obstwiese', 'park', grove([-170, -292], 62, 17, -4));
  add('nordanger', 'park', grove([-168, 350], 44, 15, 16));
  add('hofgarten', 'park', grove([-66, 184], 40, 11, 18));
  add('auwald', 'park', grove([-500, -118], 120, 38, -12));
  add('stadtwald', 'park', grove([-60, 500], 150, 46, 6));
  add('weinberg', 'park', grove([476, 340], 56, 90, 32));
  add('uferpark-west', 'park', [
    [-100, -106],
    [-52, -122],
    [-7, -125],
    [-5, -156],
    [-60, -158],
    [-112, -152],
    [-128, -132],
  ]);
  add('uferpark-ost', 'park', [
    [14, -126],
    [54, -124],
    [96, -106],
    [112, -128],
    [100, -152],
    [56, -158],
    [15, -157],
  ]);
  add('fluss', 'water', riverOutline());
  return spaces;
}
