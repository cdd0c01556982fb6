import { DAYS_OF_MONTH } from '../../model/commonYear';
import type { BuildingModel, Course } from '../../model/buildingModel/types';
import { courseValues, monthOfDay } from '../../sim/buildings/multinode/schedule';
import type { Field, IdfDocument } from './document';
import { numberText } from './document';

/** Zone time steps of the export, the same as the reference solver's. */
export const STEPS_PER_HOUR = 6;
const STEPS_PER_DAY = 24 * STEPS_PER_HOUR;
const MINUTES_PER_STEP = 60 / STEPS_PER_HOUR;
const DAYS = 365;

export type ScheduleKind = 'Any Number' | 'Temperature' | 'Control Type';

/** Days of one kind share a profile within a block; `AllOtherDays` is Sunday, holidays and the days that EnergyPlus adds. */
const DAY_KINDS = ['Weekdays', 'Saturday', 'AllOtherDays'] as const;

interface Block {
  lastDay: number;
  /** [day kind]: the day's values; absent where no such day occurred. */
  readonly profiles: (readonly number[] | undefined)[];
}

/** Writes schedules: the year's values by steps become the fewest blocks of days. */
export class ScheduleBook {
  private readonly written = new Map<string, string>();

  constructor(
    private readonly document: IdfDocument,
    private readonly model: BuildingModel,
    private readonly startWeekday: number,
  ) {
    const limits = (name: string, low: number | '', high: number | '', type: string, unit: string): void =>
      document.object(
        'ScheduleTypeLimits',
        ['Name', name],
        ['Lower Limit Value', low],
        ['Upper Limit Value', high],
        ['Numeric Type', type],
        ['Unit Type', unit],
      );
    limits('Any Number', '', '', 'Continuous', 'Dimensionless');
    limits('Temperature', '', '', 'Continuous', 'Temperature');
    limits('Control Type', 0, 4, 'Discrete', 'Dimensionless');
  }

  /** Values of a course by steps, NaN = off; a course that is absent is `otherwise` all year. */
  values(course: Course | undefined, otherwise: number): Float64Array {
    const axis = { stepsPerHour: STEPS_PER_HOUR, startWeekday: this.startWeekday };
    const values = courseValues(course ?? otherwise, this.model.schedules ?? [], axis);
    return values ?? new Float64Array(DAYS * STEPS_PER_DAY).fill(otherwise);
  }

  /** The schedule of a course used as a factor. */
  factor(course: Course | undefined): string {
    const wanted = typeof course === 'string' ? course : `always ${course ?? 1}`;
    return this.write(wanted, 'Any Number', this.values(course, 1));
  }

  constant(value: number, kind: ScheduleKind): string {
    return this.write(
      `always ${numberText(value)}`,
      kind,
      new Float64Array(DAYS * STEPS_PER_DAY).fill(value),
    );
  }

  /** Twelve values, one a month. */
  monthly(wanted: string, values: readonly number[]): string {
    const steps = new Float64Array(DAYS * STEPS_PER_DAY);
    for (let day = 0; day < DAYS; day += 1) {
      steps.fill(values[monthOfDay(day)]!, day * STEPS_PER_DAY, (day + 1) * STEPS_PER_DAY);
    }
    return this.write(wanted, 'Temperature', steps);
  }

  /** The schedule that has these values at every step of the year; the same values are written once. */
  write(wanted: string, kind: ScheduleKind, values: Float64Array): string {
    const lines = blocksOf(values, this.startWeekday).flatMap(blockLines);
    const key = `${kind}\n${lines.join('\n')}`;
    const known = this.written.get(key);
    if (known !== undefined) return known;
    const name = this.document.name('schedule', key, wanted);
    this.written.set(key, name);
    this.document.object(
      'Schedule:Compact',
      ['Name', name],
      ['Schedule Type Limits Name', kind],
      ...lines.map((line, index): Field => [`Field ${index + 1}`, line]),
    );
    return name;
  }
}

function blocksOf(values: Float64Array, startWeekday: number): Block[] {
  const blocks: Block[] = [];
  for (let day = 0; day < DAYS; day += 1) {
    const profile = [...values.subarray(day * STEPS_PER_DAY, (day + 1) * STEPS_PER_DAY)];
    const weekday = (startWeekday + day) % 7;
    const kind = weekday < 5 ? 0 : weekday - 4;
    const last = blocks.at(-1);
    const there = last?.profiles[kind];
    if (last !== undefined && (there === undefined || sameProfile(there, profile))) {
      last.profiles[kind] = profile;
      last.lastDay = day;
    } else {
      const profiles: Block['profiles'] = [undefined, undefined, undefined];
      profiles[kind] = profile;
      blocks.push({ lastDay: day, profiles });
    }
  }
  return blocks;
}

const sameProfile = (a: readonly number[], b: readonly number[]): boolean =>
  a.every((value, step) => value === b[step]);

function blockLines({ lastDay, profiles }: Block): string[] {
  const spare = profiles[2] ?? profiles[0] ?? profiles[1]!;
  const month = monthOfDay(lastDay);
  const before = DAYS_OF_MONTH.slice(0, month).reduce((sum, length) => sum + length, 0);
  const lines = [`Through: ${month + 1}/${lastDay - before + 1}`];
  if (profiles.every((profile) => profile === undefined || sameProfile(profile, spare))) {
    return [...lines, 'For: AllDays', ...untilLines(spare)];
  }
  DAY_KINDS.forEach((kind, index) => {
    const profile = index === 2 ? spare : profiles[index];
    if (profile !== undefined) lines.push(`For: ${kind}`, ...untilLines(profile));
  });
  return lines;
}

function untilLines(profile: readonly number[]): string[] {
  return profile.flatMap((value, step) => {
    if (profile[step + 1] === value) return [];
    const minutes = (step + 1) * MINUTES_PER_STEP;
    const clock = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0'));
    return [`Until: ${clock.join(':')}`, numberText(value)];
  });
}
