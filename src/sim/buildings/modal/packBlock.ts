import { type BlockLayout, layOut, planeCounts } from './blockLayout';
import { groupBuildings, type Grouping } from './groups';
import * as header from './header';
import type { BlockOptions, SumKeys } from './modalBlock';
import { rowNumbers } from './rowNumbers';
import { emptyTotals } from './totals';
import { MODE_NUMBERS, REFERENCE_DEG_C, type ModalBuilding, type ModalYear } from './types';

/** The kernel's memory, filled: everything but states, columns and results stays as it is. */
export interface PackedBlock {
  readonly memory: WebAssembly.Memory;
  readonly lanes: number;
  readonly grouping: Grouping;
  readonly layout: BlockLayout;
  readonly words: Int32Array;
  /** All memory, as numbers of the kernel's precision and of double precision. */
  readonly numbers: Float64Array | Float32Array;
  readonly doubles: Float64Array;
}

const PAGE_BYTES = 65536;

export function packBlock(
  year: ModalYear,
  buildings: readonly ModalBuilding[],
  { precision, sums }: BlockOptions,
): PackedBlock {
  const numberBytes = precision === 'f64' ? 8 : 4;
  const lanes = header.VECTOR / numberBytes;
  const grouping = groupBuildings(buildings, lanes);
  const layout = layOut(year, grouping, numberBytes, sums);
  const memory = new WebAssembly.Memory({ initial: Math.ceil(layout.bytes / PAGE_BYTES) });
  const packed: PackedBlock = {
    memory,
    lanes,
    grouping,
    layout,
    words: new Int32Array(memory.buffer),
    numbers: precision === 'f64' ? new Float64Array(memory.buffer) : new Float32Array(memory.buffer),
    doubles: new Float64Array(memory.buffer),
  };
  writeHeader(packed, year, sums);
  writeYear(packed, year);
  writeSchedules(packed);
  grouping.groups.forEach((_, group) => writeGroup(packed, group, buildings, year, sums));
  clearTotals(packed);
  return packed;
}

/** Totals of all lanes as before the first step. */
export function clearTotals({ layout, doubles, lanes }: PackedBlock): void {
  const empty = emptyTotals();
  for (const { totals } of layout.groupPlaces) {
    for (let at = 0; at < empty.length * lanes; at += 1)
      doubles[totals / 8 + at] = empty[Math.floor(at / lanes)]!;
  }
}

function writeHeader({ words, layout }: PackedBlock, year: ModalYear, sums: SumKeys | undefined): void {
  const planes = planeCounts(year);
  words[header.STEP_COUNT] = year.stepCount;
  words[header.YEAR] = layout.year;
  words[header.YEAR_NUMBERS] = layout.yearNumbers;
  words[header.ROOF_PLANES] = planes.roofs;
  words[header.WALL_PLANES] = planes.walls;
  words[header.GLASS_PLANES] = planes.glass;
  words[header.DAYLIGHT] = layout.daylight;
  words[header.TABLE_AT] = layout.tableAt;
  words[header.GROUPS] = layout.groups;
  words[header.SUN] = layout.sun;
  words[header.APPLIANCES] = layout.appliances;
  words[header.HEAT] = layout.heat;
  words[header.COOL] = layout.cool;
  words[header.TEMP] = layout.temp;
  words[header.SUMMING] = sums ? 1 : 0;
}

function writeYear({ memory, numbers, layout }: PackedBlock, year: ModalYear): void {
  const planes = [
    ...year.roofWPerM2,
    ...year.wallWPerM2,
    ...year.transmittedWPerM2,
    ...year.paneWPerM2,
  ] as const;
  const daylight = new Uint8Array(memory.buffer, layout.daylight, year.stepCount);
  new Uint16Array(memory.buffer, layout.tableAt, year.stepCount).set(year.tableAt);
  let at = layout.year / numbers.BYTES_PER_ELEMENT;
  for (let step = 0; step < year.stepCount; step += 1) {
    numbers[at] = year.outdoorDegC[step]! - REFERENCE_DEG_C;
    numbers[at + 1] = year.skyDegC[step]! - REFERENCE_DEG_C;
    at += 2;
    for (const plane of planes) {
      if (plane[step]! !== 0) daylight[step] = 1;
      numbers[at] = plane[step]!;
      at += 1;
    }
  }
}

function writeSchedules({ numbers, layout, grouping }: PackedBlock): void {
  grouping.schedules.forEach((schedule, index) => {
    let at = layout.schedules[index]! / numbers.BYTES_PER_ELEMENT;
    for (let place = 0; place < schedule.personShare.length; place += 1, at += header.SCHEDULE_NUMBERS) {
      numbers[at + header.PERSONS] = schedule.personShare[place]!;
      numbers[at + header.APPLIANCE_SHARE] = schedule.applianceShare[place]!;
      numbers[at + header.AIR_SHARE] = schedule.airShare[place]!;
      numbers[at + header.HEAT_TO] = schedule.heatToDegC[place]! - REFERENCE_DEG_C;
      numbers[at + header.COOL_TO] = schedule.coolToDegC[place]! - REFERENCE_DEG_C;
    }
  });
}

function writeGroup(
  packed: PackedBlock,
  group: number,
  buildings: readonly ModalBuilding[],
  year: ModalYear,
  sums: SumKeys | undefined,
): void {
  const { words, numbers, lanes, layout, grouping } = packed;
  const { schedule, modeCount, buildings: members } = grouping.groups[group]!;
  const places = layout.groupPlaces[group]!;
  const word = layout.groups / 4 + group * header.GROUP_WORDS;
  words[word + header.GROUP_MODES] = modeCount;
  words[word + header.GROUP_SCHEDULE] = layout.schedules[schedule]!;
  words[word + header.GROUP_COEFFICIENTS] = places.coefficients;
  words[word + header.GROUP_ROW] = places.row;
  words[word + header.GROUP_WEIGHTS] = places.weights;
  words[word + header.GROUP_STATE] = places.state;
  words[word + header.GROUP_TOTALS] = places.totals;
  for (let lane = 0; lane < lanes; lane += 1) {
    const building = members[lane];
    // A lane without a building has no power: it may add to any sum.
    const archetype = building === undefined ? 0 : sums?.archetype[building];
    const feeder = building === undefined ? 0 : sums?.feeder[building];
    words[word + header.GROUP_ARCHETYPES + lane] = layout.archetypes + 16 * year.stepCount * (archetype ?? 0);
    words[word + header.GROUP_FEEDERS + lane] = layout.feeders + 16 * year.stepCount * (feeder ?? 0);
    if (building === undefined) continue;
    const { zone, sun } = buildings[building]!;
    const write = (place: number, content: Float64Array): void => {
      const at = place / numbers.BYTES_PER_ELEMENT + lane;
      content.forEach((value, index) => (numbers[at + index * lanes] = value));
    };
    write(places.coefficients, zone.modes.subarray(0, zone.modeCount * MODE_NUMBERS));
    write(places.row, rowNumbers(buildings[building]!));
    write(places.weights, Float64Array.of(...sun.roof, ...sun.wall, ...sun.transmittedM2, ...sun.paneM2));
  }
}
