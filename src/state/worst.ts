import type { RunResult } from '../engine/contract';
import { timeOfStep } from './selectors';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** "Tuesday 14 January, 18:00": local standard time at the start of the step. */
export function stepText(step: number, stepS: number, startWeekday: number): string {
  const time = timeOfStep(step, stepS, startWeekday);
  const clock = `${String(time.hour).padStart(2, '0')}:${String(time.minute).padStart(2, '0')}`;
  return `${WEEKDAYS[time.weekday]!} ${time.dayOfMonth} ${MONTHS[time.month - 1]!}, ${clock}`;
}

/** One transformer's year in short. */
export interface TransformerYear {
  readonly id: string;
  readonly loadingMax: number;
  readonly step: number;
  readonly above100H: number;
}

/** All transformers, the most loaded first. */
export function transformersByLoading({ table, rows }: RunResult): readonly TransformerYear[] {
  return rows.transformerIds
    .map((id, row): TransformerYear => {
      const branch = rows.lineCount + row;
      return {
        id,
        loadingMax: table.branchLoadingMax[branch]!,
        step: table.branchLoadingMaxStep[branch]!,
        above100H: table.branchAbove100S[branch]! / 3600,
      };
    })
    .sort((a, b) => b.loadingMax - a.loadingMax);
}

/** "7 transformers above 100 %, worst T-12 at 131 %, Tuesday 14 January, 18:00." */
export function worstSentence(result: RunResult): string {
  const transformers = transformersByLoading(result);
  const worst = transformers[0];
  if (worst === undefined) return 'the district has no transformers.';
  const above = transformers.filter((transformer) => transformer.loadingMax > 1).length;
  const count = above === 0 ? 'no transformer' : above === 1 ? '1 transformer' : `${above} transformers`;
  const percent = Math.round(worst.loadingMax * 100);
  return `${count} above 100 %, worst ${worst.id} at ${percent} %, ${stepText(worst.step, result.stepS, result.startWeekday)}.`;
}
