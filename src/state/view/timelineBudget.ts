import type { Intervention } from '../../study/path';
import { MISSING } from '../../units';
import { measureWords, wordsOf, type Language } from '../../words';
import type { BudgetStudy, TimelineStudy } from '../studies/timelineStudy';
import type { TextTable } from './comparison';
import { eurText } from './wayOut';

/** A year of the budget a row; interventions by measure, with the years in which the path wishes them. */
export function budgetTable({ laid }: BudgetStudy, study: TimelineStudy, language: Language): TextTable {
  const words = wordsOf(language);
  const keys = ['year', 'carried', 'budget', 'spent', 'carriedOn', 'done'] as const;
  return {
    columns: keys.map((key) => words(`timeline.columns.${key}`)),
    rows: (laid?.timeline.years ?? []).map((year) => [
      String(year.year),
      ...[year.carriedInEur, year.budgetEur, year.spentEur, year.carriedOutEur].map((eur) =>
        eurText(eur, language),
      ),
      worksText(year.done, laid!, study, language),
    ]),
  };
}

/** Why what is not done is not, reason by reason. */
export function undoneTexts(
  { laid }: BudgetStudy,
  study: TimelineStudy,
  language: Language,
): readonly { readonly reason: string; readonly works: string }[] {
  if (laid === null) return [];
  const words = wordsOf(language);
  const reasons = [...new Set(laid.timeline.undone.map(({ reason }) => reason))];
  return reasons.map((reason) => {
    const own = laid.timeline.undone.filter((one) => one.reason === reason);
    const interventions = own.map(({ intervention }) => intervention);
    return {
      reason: words(`timeline.budget.reasons.${reason}`),
      works: worksText(interventions, laid, study, language),
    };
  });
}

function worksText(
  done: readonly Intervention[],
  { found }: NonNullable<BudgetStudy['laid']>,
  { scenario }: TimelineStudy,
  language: Language,
): string {
  const words = wordsOf(language);
  const byMeasure = new Map<string, number[]>();
  for (const { id, fromYear } of done) {
    const measureId = found.steps.get(id)?.measureId ?? id;
    byMeasure.set(measureId, [...(byMeasure.get(measureId) ?? []), fromYear ?? Number.NaN]);
  }
  const texts = [...byMeasure].map(([measureId, years]) => {
    const type = scenario.measures.find(({ id }) => id === measureId)?.type;
    const measure = type === undefined ? measureId : measureWords(language, type).label;
    const [first, last] = [Math.min(...years), Math.max(...years)];
    return first === last
      ? words('timeline.budget.works', { measure, years: first })
      : words('timeline.budget.worksMany', { measure, first, last, count: years.length });
  });
  return texts.length === 0 ? MISSING : texts.join(', ');
}
