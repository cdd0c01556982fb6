import { presentValueRows, type Comparison } from '../../study/comparison';
import { MISSING } from '../../units';
import { coreSentences } from '../../words';
import type { TextTable } from './comparison';
import type { Speech } from './speech';

const PERCENT = 100;

/**
 * What the scenarios shown are worth at each rate: a row a figure and scenario, why there is none in the last column. Null where it is
 * not known what measures cost.
 */
export function presentValueTable(
  { scenarios }: Pick<Comparison, 'scenarios'>,
  shownKeys: readonly string[],
  names: ReadonlyMap<string, string>,
  { words, typed, quantity, language }: Speech,
): { readonly horizonYears: number; readonly table: TextTable } | null {
  const shown = scenarios.filter(({ key }) => shownKeys.includes(key));
  const first = shown.find(({ presentValues }) => presentValues !== undefined)?.presentValues;
  if (first === undefined) return null;
  const rates = first.rates.map((rate) =>
    words('worth.rate', { percent: typed(Math.round(PERCENT * PERCENT * rate) / PERCENT) }),
  );
  return {
    horizonYears: first.horizonYears,
    table: {
      columns: [words('worth.figure'), words('worth.scenario'), ...rates, words('worth.inWords')],
      rows: presentValueRows({ scenarios: shown }).map(
        ({ figure, unit, scenarioKey, values, words: why }) => [
          words(`worth.${figure}`),
          names.get(scenarioKey) ?? scenarioKey,
          ...values.map((value) => (Number.isNaN(value) ? MISSING : quantity(value, unit))),
          coreSentences(language, why),
        ],
      ),
    },
  };
}
