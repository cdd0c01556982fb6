import { DAYS_OF_MONTH } from '../commonYear';
import type { IssueList } from './issueList';
import type { BuildingModel, Course, DayCourse, DayCourses, Schedule } from './types';

/** Schedules that do not cover the day, days that do not exist, references, and values that make no sense where used. */
export function courseIssues(model: BuildingModel, list: IssueList): void {
  const schedules = new Map((model.schedules ?? []).map((schedule) => [schedule.id, schedule]));
  for (const schedule of schedules.values()) scheduleIssues(schedule, list);
  const use = new CourseUse(schedules, list);
  for (const zone of model.zones) {
    const where = `zone "${zone.id}"`;
    use.factor(where, 'infiltration.course', zone.infiltration?.course);
    zone.ventilation?.forEach((flow, i) => use.factor(where, `ventilation[${i}].course`, flow.course));
    zone.gains?.forEach((gain, i) => use.factor(where, `gains[${i}].course`, gain.course));
    use.setpoint(where, 'heating.setpointDegC', zone.heating?.setpointDegC);
    use.setpoint(where, 'cooling.setpointDegC', zone.cooling?.setpointDegC);
    setpointOrder(zone.heating?.setpointDegC, zone.cooling?.setpointDegC, where, list);
  }
  for (const element of model.elements) {
    element.windows?.forEach(({ id, blind }) =>
      use.share(`element "${element.id}", window "${id}"`, 'blind.course', blind?.course),
    );
  }
  model.airExchanges?.forEach((exchange, i) => use.factor(`airExchanges[${i}]`, 'course', exchange.course));
}

/** Checks a course at the place where it is used. */
class CourseUse {
  private readonly ids: ReadonlySet<string>;

  constructor(
    private readonly schedules: ReadonlyMap<string, Schedule>,
    private readonly list: IssueList,
  ) {
    this.ids = new Set(schedules.keys());
  }

  factor(where: string, field: string, course: Course | undefined): void {
    this.check(
      where,
      field,
      course,
      (value) => value !== null && value >= 0,
      'A factor is 0 or more and never null.',
    );
  }

  share(where: string, field: string, course: Course | undefined): void {
    this.check(
      where,
      field,
      course,
      (value) => value !== null && value >= 0 && value <= 1,
      'A share lies between 0 and 1 and is never null.',
    );
  }

  setpoint(where: string, field: string, course: Course | undefined): void {
    this.check(
      where,
      field,
      course,
      (value) => value === null || (value >= -50 && value <= 100),
      'A set-point lies between -50 and 100 degC, or is null for off.',
    );
  }

  private check(
    where: string,
    field: string,
    course: Course | undefined,
    allowed: (value: number | null) => boolean,
    rule: string,
  ): void {
    if (course === undefined) return;
    if (typeof course === 'string') this.list.reference(where, field, course, 'schedule', this.ids);
    const values = typeof course === 'number' ? [course] : valuesOf(this.schedules.get(course));
    const wrong = values.find((value) => !allowed(value));
    if (wrong === undefined) return;
    this.list.error('course-value', where, field, wrong, {
      message: `${rule} The course holds ${String(wrong)}.`,
      remedy: 'Correct the value or choose another schedule.',
    });
  }
}

/** Two constant set-points the wrong way round would heat and cool at once. */
function setpointOrder(
  heating: Course | undefined,
  cooling: Course | undefined,
  where: string,
  list: IssueList,
): void {
  if (typeof heating !== 'number' || typeof cooling !== 'number' || heating <= cooling) return;
  list.error('setpoint-order', where, 'heating.setpointDegC', heating, {
    message: `Heating to ${heating} degC and cooling to ${cooling} degC would run at the same time.`,
    remedy: 'Put the cooling set-point at or above the heating set-point.',
  });
}

function coursesOf(courses: DayCourses): readonly [name: string, course: DayCourse][] {
  const { weekday, saturday, sunday } = courses;
  return [
    ['weekday', weekday],
    ...(saturday ? [['saturday', saturday] satisfies [string, DayCourse]] : []),
    ...(sunday ? [['sunday', sunday] satisfies [string, DayCourse]] : []),
  ];
}

function valuesOf(schedule: Schedule | undefined): readonly (number | null)[] {
  if (schedule === undefined) return [];
  return [schedule, ...(schedule.periods ?? [])].flatMap((courses) =>
    coursesOf(courses).flatMap(([, course]) =>
      'hourly' in course ? [...course.hourly] : course.points.map(([, value]) => value),
    ),
  );
}

function scheduleIssues(schedule: Schedule, list: IssueList): void {
  const where = `schedule "${schedule.id}"`;
  const all = [{ at: '', courses: schedule as DayCourses }].concat(
    (schedule.periods ?? []).map((courses, i) => ({ at: `periods[${i}].`, courses })),
  );
  for (const { at, courses } of all) {
    for (const [name, course] of coursesOf(courses)) {
      if ('points' in course) pointIssues(course.points, where, `${at}${name}.points`, list);
    }
  }
  (schedule.periods ?? []).forEach((period, i) => {
    for (const end of ['from', 'to'] as const) {
      const [month, day] = period[end].split('-').map(Number);
      if ((DAYS_OF_MONTH[month! - 1] ?? 0) >= day! && day! >= 1) continue;
      list.error('schedule-day', where, `periods[${i}].${end}`, period[end], {
        message: `"${period[end]}" is not a day of the year.`,
        remedy: 'Write month and day as MM-DD, from 01-01 to 12-31; 29 February does not occur.',
      });
    }
  });
}

function pointIssues(
  points: readonly (readonly [number, number | null])[],
  where: string,
  field: string,
  list: IssueList,
): void {
  const hours = points.map(([hour]) => hour);
  if (hours[0] !== 0 || hours.at(-1) !== 24) {
    list.error('schedule-span', where, field, `${hours[0]} to ${hours.at(-1)} h`, {
      message: 'The points do not cover the day.',
      remedy: 'Begin at hour 0 and end at hour 24.',
    });
  }
  const back = hours.findIndex((hour, i) => i > 0 && hour < hours[i - 1]!);
  if (back > 0) {
    list.error('schedule-order', where, field, `${hours[back - 1]} h then ${hours[back]} h`, {
      message: 'The hours of the points go backwards.',
      remedy: 'Sort the points by hour; two at the same hour make a jump.',
    });
  }
  const ramp = points.findIndex(
    ([hour, value], i) =>
      i > 0 && hour > points[i - 1]![0] && (value === null) !== (points[i - 1]![1] === null),
  );
  if (ramp > 0) {
    list.error('schedule-ramp', where, field, points[ramp], {
      message: 'A straight line cannot run between a value and null.',
      remedy: 'Make a jump: two points at the same hour, one with the value and one with null.',
    });
  }
}
