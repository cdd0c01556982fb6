import type { ModalBuilding, ModalSchedule } from './types';

/** Buildings that share vectors: all of one schedule. */
export interface Group {
  readonly schedule: number;
  /** Of the building with most, made even: the kernel takes two at a time. */
  readonly modeCount: number;
  /** Building of each lane; as many as there are, at most as many as lanes. */
  readonly buildings: readonly number[];
}

export interface Grouping {
  readonly schedules: readonly ModalSchedule[];
  readonly groups: readonly Group[];
  /** [building] */
  readonly groupOf: Int32Array;
  readonly laneOf: Int32Array;
}

/** Groups by schedule; within one, buildings with as many modes side by side. */
export function groupBuildings(buildings: readonly ModalBuilding[], lanes: number): Grouping {
  const schedules = [...new Set(buildings.map((building) => building.schedule))];
  const groupOf = new Int32Array(buildings.length);
  const laneOf = new Int32Array(buildings.length);
  const groups: Group[] = [];
  const place = new Map(schedules.map((schedule, at) => [schedule, at]));
  const members: number[][] = schedules.map(() => []);
  buildings.forEach((building, index) => members[place.get(building.schedule)!]!.push(index));
  const modes = (index: number): number => buildings[index]!.zone.modeCount;
  members.forEach((of, schedule) => {
    of.sort((a, b) => modes(a) - modes(b) || a - b);
    for (let from = 0; from < of.length; from += lanes) {
      const chosen = of.slice(from, from + lanes);
      chosen.forEach((building, lane) => {
        groupOf[building] = groups.length;
        laneOf[building] = lane;
      });
      const most = modes(chosen[chosen.length - 1]!);
      groups.push({ schedule, modeCount: most + (most % 2), buildings: chosen });
    }
  });
  return { schedules, groups, groupOf, laneOf };
}
