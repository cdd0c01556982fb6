import type { RunResult } from '../engine/contract';
import { formatTyped } from '../units';
import { listOf, wordsOf, type Language } from '../words';
import { timeOfStep } from './selectors';
import { NAMEPLATES, standingOf, type BranchYear, type Judge } from './standing';

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

/**
 * "7 transformers above 100 %, worst T-12 at 131 %, Tuesday 14 January, 18:00; 2 lines above 100 %, worst L-3 at 104 %,
 * Monday 13 January, 19:00; 3 connections outside the voltage band." Lines and voltages where they leave their limits.
 */
export function worstSentence(
  result: RunResult,
  language: Language = 'en',
  judge: Judge = NAMEPLATES,
): string {
  const words = wordsOf(language);
  const { transformers, transformersOver, linesOver, busesOutside, loadingLimit } = standingOf(result, judge);
  const limit = formatTyped(Number((loadingLimit * 100).toPrecision(4)), language);
  const said = ({ id, loadingMax, step }: BranchYear, count: number) => ({
    ...{ count, id, limit, percent: Math.round(loadingMax * 100) },
    moment: stepText(step, result.stepS, result.startWeekday, language),
  });
  const [worst] = transformers;
  const [worstLine] = linesOver;
  const parts = [
    worst === undefined
      ? words('steps.noTransformers')
      : words('steps.worst', said(worst, transformersOver.length)),
    ...(worstLine === undefined ? [] : [words('steps.worstLine', said(worstLine, linesOver.length))]),
    ...(busesOutside === 0 ? [] : [words('steps.outsideBand', { count: busesOutside })]),
  ];
  return `${parts.join('; ')}.`;
}
