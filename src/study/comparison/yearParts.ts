import type { RunResult } from '../runResult';

const S_PER_DAY = 86_400;
const S_PER_HOUR = 3600;
/** First days of March, June, September and December in a common year, counted from 0. */
const QUARTER_STARTS = [59, 151, 243, 334] as const;
const DAY_FROM_HOUR = 6;
const NIGHT_FROM_HOUR = 22;
const SATURDAY = 5;

/** A way to cut a year in parts: every step belongs to one of them. */
export interface YearCut {
  readonly id: 'season' | 'dayNight' | 'week';
  readonly label: string;
  readonly parts: readonly string[];
  /** Part of a step, from the second of the year it begins at, local standard time. */
  readonly partOf: (timeS: number, startWeekday: number) => number;
}

/** By months, so that they mean the same on both halves of the Earth; nothing is left out of any of them. */
export const YEAR_CUTS: readonly YearCut[] = [
  {
    id: 'season',
    label: 'Quarter',
    parts: ['December to February', 'March to May', 'June to August', 'September to November'],
    partOf: (timeS) => {
      const day = Math.floor(timeS / S_PER_DAY);
      return QUARTER_STARTS.filter((start) => day >= start).length % QUARTER_STARTS.length;
    },
  },
  {
    id: 'dayNight',
    label: 'Day and night',
    parts: [`${DAY_FROM_HOUR} to ${NIGHT_FROM_HOUR} h`, `${NIGHT_FROM_HOUR} to ${DAY_FROM_HOUR} h`],
    partOf: (timeS) => {
      const hour = (timeS % S_PER_DAY) / S_PER_HOUR;
      return hour >= DAY_FROM_HOUR && hour < NIGHT_FROM_HOUR ? 0 : 1;
    },
  },
  {
    id: 'week',
    label: 'Days of the week',
    parts: ['Monday to Friday', 'Saturday and Sunday'],
    partOf: (timeS, startWeekday) => ((startWeekday + Math.floor(timeS / S_PER_DAY)) % 7 >= SATURDAY ? 1 : 0),
  },
];

/** Part of every step of a year. */
export function partsOfSteps(cut: YearCut, { stepS, stepCount, startWeekday }: Calendar): Uint8Array {
  return Uint8Array.from({ length: stepCount }, (_, step) => cut.partOf(step * stepS, startWeekday));
}

export type Calendar = Pick<RunResult, 'stepS' | 'stepCount' | 'startWeekday'>;
