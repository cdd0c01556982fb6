import type { RunResult } from '../engine/contract';
import { listOf, wordsOf, type Language } from '../words';
import { timeOfStep } from './selectors';

/** "Tuesday 14 January, 18:00": local standard time at the start of the step. */
export function stepText(
  step: number,
  stepS: number,
  startWeekday: number,
  language: Language = 'en',
): string {
  const words = wordsOf(language);
  const time = timeOfStep(step, stepS, startWeekday);
  const clock = `${String(time.hour).padStart(2, '0')}:${String(time.minute).padStart(2, '0')}`;
  return words('time.moment', {
    weekday: listOf(words('time.weekdays'))[time.weekday]!,
    day: time.dayOfMonth,
    month: listOf(words('time.months'))[time.month - 1]!,
    clock,
  });
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
export function worstSentence(result: RunResult, language: Language = 'en'): string {
  const words = wordsOf(language);
  const transformers = transformersByLoading(result);
  const worst = transformers[0];
  if (worst === undefined) return words('steps.noTransformers');
  return words('steps.worst', {
    count: transformers.filter((transformer) => transformer.loadingMax > 1).length,
    id: worst.id,
    percent: Math.round(worst.loadingMax * 100),
    moment: stepText(worst.step, result.stepS, result.startWeekday, language),
  });
}
