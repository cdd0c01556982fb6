import * as place from './rowHeader';
import type { MarchedRow } from './rowMarch';
import { rowNumbers } from './rowNumbers';
import { MODE_NUMBERS } from './types';

const packed = new WeakMap<MarchedRow, Float64Array>();

/** What the row kernel has to know of a building, as its memory has it from ROW on; made once. */
export function packedRow(row: MarchedRow): Float64Array {
  const known = packed.get(row) ?? pack(row);
  packed.set(row, known);
  return known;
}

function pack({ building, sun: { roof, walls } }: MarchedRow): Float64Array {
  const { modeCount, modes } = building.zone;
  const { MARCH_PAIRS, MARCH_ROOFS, MARCH_WALLS } = place;
  if (modeCount > 2 * MARCH_PAIRS || roof.length > MARCH_ROOFS || walls.length > MARCH_WALLS)
    throw new Error(`${modeCount} modes, ${roof.length} planes of roof, ${walls.length} parts of walls`);
  const base = (place.MODES - place.ROW) / 8;
  // Of an odd number of modes the last one's neighbour has zeros.
  const numbers = new Float64Array(base + (modeCount + (modeCount % 2)) * MODE_NUMBERS);
  numbers.set(rowNumbers(building));
  const [roofs, parts] = [place.ROOF_WEIGHT, place.WALL_WEIGHTS].map((address) => (address - place.ROW) / 8);
  roof.forEach(({ weight }, plane) => (numbers[roofs! + plane] = weight));
  walls.forEach(({ wall, transmittedM2, paneM2 }, part) =>
    numbers.set([wall, transmittedM2, paneM2], parts! + 3 * part),
  );
  for (let mode = 0; mode < modeCount; mode += 1) {
    const pair = base + (mode >> 1) * 2 * MODE_NUMBERS + (mode & 1);
    for (let number = 0; number < MODE_NUMBERS; number += 1)
      numbers[pair + 2 * number] = modes[mode * MODE_NUMBERS + number]!;
  }
  return numbers;
}
