/** The time axis of a run: a common year of 365 days in local standard time. Step i covers [i, i + 1) * stepS. */
export interface Calendar {
  readonly stepS: 3600 | 900;
  readonly stepsPerHour: number;
  readonly stepsPerDay: number;
  /** 8,760 or 35,040. */
  readonly stepCount: number;
  /** 0 = Monday: weekday of 1 January. */
  readonly startWeekday: number;
  /** Steps of one chunk (seven days), the unit of work of a run; the last chunk is one day. */
  readonly chunkSteps: number;
  readonly chunkCount: number;
}

export const DAYS_PER_YEAR = 365;

export function calendarOf(stepS: 3600 | 900, startWeekday: number): Calendar {
  const stepsPerHour = 3600 / stepS;
  const stepsPerDay = 24 * stepsPerHour;
  const chunkSteps = 7 * stepsPerDay;
  const stepCount = DAYS_PER_YEAR * stepsPerDay;
  return {
    stepS,
    stepsPerHour,
    stepsPerDay,
    stepCount,
    startWeekday,
    chunkSteps,
    chunkCount: Math.ceil(stepCount / chunkSteps),
  };
}

/** First step of a chunk and the step after its last. */
export function chunkRange(calendar: Calendar, chunk: number): { fromStep: number; toStep: number } {
  const fromStep = chunk * calendar.chunkSteps;
  return { fromStep, toStep: Math.min(fromStep + calendar.chunkSteps, calendar.stepCount) };
}
