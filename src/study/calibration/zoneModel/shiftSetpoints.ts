import type {
  BuildingModel,
  Course,
  DayCourse,
  DayCourses,
  Schedule,
  Zone,
} from '../../../model/buildingModel/types';
import { freeId } from './freeId';

/**
 * Set-points of all zones moved by an offset. A schedule may serve other purposes too: it stays, and a moved copy takes its
 * place in the zones. Hours that are off stay off.
 */
export function shiftSetpoints(
  model: BuildingModel,
  plant: 'heating' | 'cooling',
  offsetK: number,
): BuildingModel {
  if (offsetK === 0) return model;
  const schedules = [...(model.schedules ?? [])];
  const movedId = new Map<string, string>();
  const move = (course: Course): Course => {
    if (typeof course === 'number') return course + offsetK;
    const known = movedId.get(course);
    const schedule = schedules.find(({ id }) => id === course);
    if (known !== undefined || schedule === undefined) return known ?? course;
    const id = freeId(`${course} (${plant}, moved)`, schedules);
    schedules.push(shiftSchedule(schedule, id, offsetK));
    movedId.set(course, id);
    return id;
  };
  const zones = model.zones.map((zone): Zone => {
    const own = zone[plant];
    if (own === undefined) return zone;
    const moved = { ...own, setpointDegC: move(own.setpointDegC) };
    return plant === 'heating' ? { ...zone, heating: moved } : { ...zone, cooling: moved };
  });
  return movedId.size > 0 ? { ...model, schedules, zones } : { ...model, zones };
}

function shiftSchedule(schedule: Schedule, id: string, offsetK: number): Schedule {
  const { periods } = schedule;
  return {
    ...shiftDays(schedule, offsetK),
    id,
    ...(periods && { periods: periods.map((period) => shiftDays(period, offsetK)) }),
  };
}

function shiftDays<Days extends DayCourses>(days: Days, offsetK: number): Days {
  const { weekday, saturday, sunday } = days;
  return {
    ...days,
    weekday: shiftDay(weekday, offsetK),
    ...(saturday && { saturday: shiftDay(saturday, offsetK) }),
    ...(sunday && { sunday: shiftDay(sunday, offsetK) }),
  };
}

function shiftDay(course: DayCourse, offsetK: number): DayCourse {
  const shift = (value: number | null): number | null => (value === null ? null : value + offsetK);
  return 'hourly' in course
    ? { hourly: course.hourly.map(shift) }
    : { points: course.points.map(([hour, value]) => [hour, shift(value)] as const) };
}
