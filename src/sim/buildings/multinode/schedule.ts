import { DAYS_OF_MONTH } from '../../../model/commonYear';
import type { Course, DayCourse, DayCourses, Schedule } from '../../../model/buildingModel/types';

const DAYS = 365;

/** The time axis of a course: equal steps of a common year that begins on `startWeekday` (0 = Monday). */
export interface CourseAxis {
  readonly stepsPerHour: number;
  readonly startWeekday: number;
}

/** Day of the year, 0 to 364, of `MM-DD`; 29 February counts as 1 March. */
export function dayOfYear(monthDay: string): number {
  const month = Number(monthDay.slice(0, 2));
  let day = Number(monthDay.slice(3, 5)) - 1;
  for (let m = 0; m < month - 1; m += 1) day += DAYS_OF_MONTH[m] ?? 0;
  return Math.min(day, DAYS - 1);
}

/** Month, 0 to 11, of a day of the year. */
export function monthOfDay(day: number): number {
  let left = day;
  let month = 0;
  while (month < 11 && left >= DAYS_OF_MONTH[month]!) {
    left -= DAYS_OF_MONTH[month]!;
    month += 1;
  }
  return month;
}

interface Segment {
  readonly from: number;
  readonly to: number;
  readonly start: number | null;
  readonly end: number | null;
}

function segmentsOf(course: DayCourse): Segment[] {
  if ('hourly' in course) {
    return course.hourly.map((value, hour) => ({ from: hour, to: hour + 1, start: value, end: value }));
  }
  return course.points.slice(1).map(([to, end], k) => {
    const [from, start] = course.points[k]!;
    return { from, to, start, end };
  });
}

/**
 * Mean of a day's course over each step of the day, [stepsPerHour x 24]. A stretch with a `null` end is off; a step is NaN
 * (off) when more than half of it is, else the mean of the part that is on.
 */
function dayValues(course: DayCourse, stepsPerHour: number): Float64Array {
  const values = new Float64Array(24 * stepsPerHour);
  const on = new Float64Array(values.length);
  for (const { from, to, start, end } of segmentsOf(course)) {
    if (start === null || end === null || !(to > from)) continue;
    const slope = (end - start) / (to - from);
    const last = Math.min(Math.ceil(to * stepsPerHour), values.length);
    for (let step = Math.floor(from * stepsPerHour); step < last; step += 1) {
      const low = Math.max(step / stepsPerHour, from);
      const high = Math.min((step + 1) / stepsPerHour, to);
      if (!(high > low)) continue;
      const width = (high - low) * stepsPerHour;
      values[step]! += width * (start + slope * ((low + high) / 2 - from));
      on[step]! += width;
    }
  }
  return values.map((sum, step) => (on[step]! > 0.5 - 1e-9 ? sum / on[step]! : NaN));
}

type DayTable = readonly [weekday: Float64Array, saturday: Float64Array, sunday: Float64Array];

function dayTable(courses: DayCourses, stepsPerHour: number): DayTable {
  const weekday = dayValues(courses.weekday, stepsPerHour);
  const saturday = courses.saturday ? dayValues(courses.saturday, stepsPerHour) : weekday;
  return [weekday, saturday, courses.sunday ? dayValues(courses.sunday, stepsPerHour) : weekday];
}

function isInside(day: number, from: number, to: number): boolean {
  return from <= to ? day >= from && day <= to : day >= from || day <= to;
}

/**
 * A course through the year: the mean over each step, NaN = off. `undefined` where it names a schedule that is not there.
 * Of overlapping periods the last one listed counts.
 */
export function courseValues(
  course: Course,
  schedules: readonly Schedule[],
  axis: CourseAxis,
): Float64Array | undefined {
  const perDay = 24 * axis.stepsPerHour;
  if (typeof course === 'number') return new Float64Array(DAYS * perDay).fill(course);
  const schedule = schedules.find(({ id }) => id === course);
  if (!schedule) return undefined;
  const usual = dayTable(schedule, axis.stepsPerHour);
  const periods = (schedule.periods ?? []).map((period) => ({
    from: dayOfYear(period.from),
    to: dayOfYear(period.to),
    table: dayTable(period, axis.stepsPerHour),
  }));
  const values = new Float64Array(DAYS * perDay);
  for (let day = 0; day < DAYS; day += 1) {
    const weekday = (axis.startWeekday + day) % 7;
    const period = periods.filter(({ from, to }) => isInside(day, from, to)).at(-1);
    values.set((period?.table ?? usual)[weekday < 5 ? 0 : weekday - 4]!, day * perDay);
  }
  return values;
}
