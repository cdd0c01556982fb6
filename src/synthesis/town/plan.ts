import type { Point } from '../../model/building';

/**
 * The drawing of the town: junctions by name and streets through them. Everything else follows from it. Metres, x east,
 * y north, the market square at the origin. It is invented; no place on Earth has it.
 */
export const JUNCTIONS: Readonly<Record<string, Point>> = {
  // Market square.
  M1: [-30, 26],
  M2: [28, 31],
  M3: [34, -19],
  M4: [-25, -25],
  // Inner lanes.
  I1: [24, 82],
  I2: [74, 66],
  I3: [84, 8],
  I4: [66, -54],
  I5: [-12, -70],
  I6: [-68, -52],
  I7: [-84, 10],
  I8: [-52, 66],
  // Where the wall stood.
  W1: [12, 146],
  W2: [104, 104],
  W3: [146, -2],
  W4: [100, -92],
  W5: [2, -116],
  W6: [-98, -92],
  W7: [-146, 6],
  W8: [-100, 106],
  // Half way to the ring road.
  N1: [24, 232],
  N2: [182, 168],
  N3: [244, 4],
  N7: [-238, 22],
  N8: [-166, 180],
  // Ring road.
  R1: [44, 318],
  R2: [262, 236],
  R3: [345, 14],
  R4: [330, -212],
  R5: [206, -306],
  R6: [-124, -345],
  R7: [-335, 34],
  R8: [-236, 262],
  R9: [-96, 312],
  RA: [-314, 160],
  RB: [-284, -246],
  // South bank.
  S1: [16, -232],
  S2: [36, -345],
  S3: [20, -448],
  A1: [-150, -436],
  D1: [236, -412],
  // West.
  Y1: [-452, 54],
  Y3: [-442, 172],
  Y4: [-398, 276],
  L1: [-296, 345],
  K1: [-176, 402],
  K2: [-60, 408],
  X5: [54, 412],
  // East.
  B1: [338, 302],
  E1: [452, 34],
  E2: [448, 134],
  // Works quarter.
  P1: [448, -236],
};

type Stop = string | Point;
/** What is built along one side of a street. `block` leaves it to the block fillers. */
export type Frontage = 'block' | 'terrace' | 'detached' | 'semi' | 'villa' | 'shops' | 'works' | 'empty';

export interface StreetPlan {
  readonly name: string;
  readonly widthM: number;
  readonly stops: readonly Stop[];
  /** Left and right of the direction of `stops`. */
  readonly left: Frontage;
  readonly right: Frontage;
  /** Straight pieces instead of a curve. */
  readonly straight?: boolean;
}

const street = (
  name: string,
  widthM: number,
  left: Frontage,
  right: Frontage,
  ...stops: Stop[]
): StreetPlan => ({ name, widthM, stops, left, right });

export const STREET_PLAN: readonly StreetPlan[] = [
  { ...street('Marktplatz', 7, 'block', 'block', 'M1', 'M2', 'M3', 'M4', 'M1'), straight: true },
  street('Hauptstraße', 8, 'block', 'block', 'W7', [-114, 4], 'I7', [-58, 22], 'M1'),
  street('Hauptstraße', 8, 'block', 'block', 'M2', [56, 24], 'I3', [116, 4], 'W3'),
  street('Kirchgasse', 6, 'block', 'block', 'M1', [-38, 44], 'I8', [-80, 84], 'W8'),
  street('Nordgasse', 6, 'block', 'block', 'M2', [30, 56], 'I1', [16, 112], 'W1'),
  street('Schmiedgasse', 6, 'block', 'block', 'M3', [46, -38], 'I4', [86, -70], 'W4'),
  street('Brückenstraße', 8, 'block', 'block', 'M4', [-22, -46], 'I5', [-2, -92], 'W5'),
  street('Gerbergasse', 5.5, 'block', 'block', 'I6', [-86, -70], 'W6'),
  street('Webergasse', 5.5, 'block', 'block', 'I2', [92, 84], 'W2'),
  street('Badergasse', 5.5, 'block', 'block', 'I7', [-74, 40], 'I8'),
  street('Korngasse', 5.5, 'block', 'block', 'I8', [-14, 78], 'I1'),
  street('Rosengasse', 5.5, 'block', 'block', 'I1', [52, 78], 'I2', [86, 38], 'I3'),
  street('Salzgasse', 5.5, 'block', 'block', 'I3', [82, -24], 'I4'),
  street('Fischergasse', 5.5, 'block', 'block', 'I4', [26, -68], 'I5'),
  street('Klostergasse', 5.5, 'block', 'block', 'I5', [-44, -66], 'I6', [-84, -22], 'I7'),
  street('Nordwall', 9, 'terrace', 'block', 'W7', [-134, 62], 'W8', [-48, 138], 'W1'),
  street('Ostwall', 9, 'villa', 'block', 'W1', [66, 136], 'W2', [136, 56], 'W3'),
  street(
    'Südwall',
    9,
    'empty',
    'block',
    'W3',
    [134, -52],
    'W4',
    [52, -114],
    'W5',
    [-52, -112],
    'W6',
    [-136, -46],
    'W7',
  ),
  street('Bahnhofstraße', 10, 'shops', 'shops', 'W7', [-190, 14], 'N7', [-286, 24], 'R7'),
  street('Lindenallee', 10, 'terrace', 'villa', 'W8', [-130, 142], 'N8', [-204, 218], 'R8'),
  street('Nordstraße', 9, 'terrace', 'villa', 'W1', [14, 190], 'N1', [36, 274], 'R1'),
  street('Burgweg', 8, 'villa', 'villa', 'W2', [140, 138], 'N2', [224, 200], 'R2'),
  street('Mühlenstraße', 9, 'shops', 'shops', 'W3', [194, -2], 'N3', [296, 12], 'R3'),
  street('Schillerstraße', 8, 'shops', 'terrace', 'N7', [-230, 104], 'N8'),
  street('Goethestraße', 8, 'terrace', 'terrace', 'N8', [-74, 226], 'N1'),
  street('Uhlandstraße', 7, 'villa', 'villa', 'N1', [108, 216], 'N2'),
  street('Kantstraße', 7, 'villa', 'villa', 'N2', [236, 92], 'N3'),
  street('Ringstraße', 10, 'block', 'shops', 'R7', [-332, 98], 'RA', [-282, 218], 'R8'),
  street('Ringstraße', 10, 'empty', 'villa', 'R8', [-170, 302], 'R9', [-30, 316], 'R1'),
  street('Ringstraße', 10, 'empty', 'villa', 'R1', [160, 292], 'R2', [326, 130], 'R3'),
  street('Ringstraße', 10, 'empty', 'empty', 'R3', [358, -90], 'R4', [284, -266], 'R5'),
  street('Ringstraße', 10, 'empty', 'detached', 'R5', [124, -342], 'S2', [-44, -352], 'R6'),
  street('Ringstraße', 10, 'empty', 'empty', 'R6', [-216, -312], 'RB', [-332, -150], [-350, -50], 'R7'),
  street('Brückenstraße', 9, 'empty', 'empty', 'W5', [8, -166], 'S1'),
  street('Südstraße', 8, 'shops', 'detached', 'S1', [22, -288], 'S2', [34, -398], 'S3', [14, -494]),
  street(
    'Uferweg',
    6,
    'detached',
    'detached',
    'RB',
    [-206, -234],
    [-96, -226],
    'S1',
    [120, -232],
    [226, -222],
    'R4',
  ),
  street('Wiesenstraße', 7, 'villa', 'empty', 'N7', [-226, -44], [-166, -88], 'W6'),
  street('Mühlgraben', 7, 'empty', 'villa', 'N3', [240, -56], [176, -92], 'W4'),
  street('Amselweg', 6, 'detached', 'detached', 'R6', [-146, -388], 'A1', [-70, -462], 'S3'),
  street('Drosselweg', 6, 'empty', 'detached', 'S3', [130, -452], 'D1', [236, -356], 'R5'),
  street('Industriestraße', 9, 'works', 'works', 'R4', [388, -216], 'P1', [520, -262]),
  street('Werkstraße', 8, 'works', 'works', 'P1', [438, -290], [398, -346], [318, -392], 'D1'),
  street('Bahnhofstraße', 9, 'empty', 'empty', 'R7', [-392, 44], 'Y1', [-520, 68]),
  street(
    'Friedensstraße',
    8,
    'detached',
    'block',
    'Y1',
    [-454, 116],
    'Y3',
    [-430, 228],
    'Y4',
    [-352, 316],
    'L1',
  ),
  street('Hoffnungsweg', 7, 'block', 'block', 'RA', [-378, 158], 'Y3'),
  street('Lindenallee', 9, 'detached', 'detached', 'R8', [-266, 308], 'L1', [-340, 420]),
  street('Birkenweg', 6, 'detached', 'detached', 'L1', [-240, 386], 'K1', [-116, 402], 'K2', [0, 420], 'X5'),
  street('Eschenweg', 6, 'detached', 'empty', 'R9', [-86, 360], 'K2'),
  street('Nordstraße', 8, 'semi', 'empty', 'R1', [48, 366], 'X5', [64, 470]),
  street('Ahornweg', 6, 'detached', 'detached', 'X5', [98, 404], [150, 404], [248, 372], 'B1'),
  street('Burgweg', 7, 'detached', 'empty', 'R2', [304, 266], 'B1', [362, 340]),
  street('Mühlenstraße', 8, 'detached', 'detached', 'R3', [398, 24], 'E1', [522, 46], [590, 62]),
  street('Rosenweg', 6, 'empty', 'detached', 'E1', [464, 86], 'E2', [414, 222], 'B1'),
];

/** Centre line of the river, upstream first. */
export const RIVER: readonly Point[] = [
  [-760, 40],
  [-540, -18],
  [-350, -86],
  [-180, -150],
  [0, -172],
  [170, -152],
  [340, -104],
  [520, -112],
  [760, -200],
];
export const RIVER_WIDTH_M = 22;
