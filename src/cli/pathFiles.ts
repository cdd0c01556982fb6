import { writeCsv, writeScenario, type CsvCell } from '../io';
import { UNDONE_REASONS, type ScenarioPathResult } from '../study/path';
import type { LaidTimeline, PathShown } from './pathText';

/** The files of a path, by name. */
export function pathFiles({ path, timeline }: PathShown): Readonly<Record<string, () => string>> {
  return {
    'path.json': () => `${JSON.stringify(pathJson({ path, ...(timeline && { timeline }) }), null, 2)}\n`,
    'years.csv': () => yearsCsv(path),
    'transformers.csv': () => transformersCsv(path),
    'failures.csv': () => failuresCsv(path),
    'investments.csv': () => investmentsCsv(path),
    ...(timeline === undefined
      ? {}
      : {
          'timeline.csv': () => timelineCsv(timeline),
          'timeline.scenario.json': () => writeScenario(timeline.scenario),
        }),
  };
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** What cannot be told is null: JSON holds no NaN. */
function pathJson({ path, timeline }: PathShown): object {
  const { scenario, years, investments, firstOverload, firstTransformerOverload, firstViolation, failures } =
    path;
  return {
    schema: 'gridtwin-path/1',
    scenario: scenario.id,
    firstOverload,
    firstTransformerOverload,
    firstViolation,
    years: years.map(({ year, isSolved, isBetween, kpis, violations, transformers }) => ({
      ...{ year, isSolved, isBetween },
      kpis: kpis.map(({ id, unit, value }) => ({ id, unit, value: finite(value) })),
      violations: {
        transformers: violations.filter(({ kind }) => kind === 'transformer').length,
        lines: violations.filter(({ kind }) => kind === 'line').length,
        buses: violations.filter(({ kind }) => kind === 'bus').length,
      },
      transformers,
    })),
    failures,
    investments,
    ...(timeline === undefined ? {} : { timeline: timelineJson(timeline) }),
  };
}

function timelineJson({ timeline: { order, years, undone } }: LaidTimeline): object {
  return {
    order,
    years: years.map((year) => ({ ...year, done: year.done.map(({ id }) => id) })),
    undone: undone.map(({ intervention, reason }) => ({ id: intervention.id, reason })),
  };
}

function yearsCsv({ years }: ScenarioPathResult): string {
  return writeCsv(
    ['year', 'between', 'solved', 'kpi', 'unit', 'value'],
    years.flatMap(({ year, isBetween, isSolved, kpis }): CsvCell[][] =>
      kpis.length === 0
        ? [[year, isBetween, isSolved, '', '', null]]
        : kpis.map(({ id, unit, value }) => [year, isBetween, isSolved, id, unit, value]),
    ),
  );
}

function transformersCsv({ years }: ScenarioPathResult): string {
  return writeCsv(
    ['year', 'transformer', 'loading_max'],
    years.flatMap(({ year, transformers }) =>
      transformers.map(({ id, loading }): CsvCell[] => [year, id, loading]),
    ),
  );
}

function failuresCsv({ failures }: ScenarioPathResult): string {
  return writeCsv(
    ['first_year', 'kept_in', 'site', 'kind', 'element', 'what', 'worst', 'limit', 'years'],
    failures.map(({ year, keptIn, siteId, kind, elementId, what, worst, limit, years }): CsvCell[] => [
      ...[year, keptIn, siteId, kind, elementId, what, worst, limit, years.join(' ')],
    ]),
  );
}

function investmentsCsv({ investments }: ScenarioPathResult): string {
  return writeCsv(
    ['year', 'measure', 'type', 'typical_EUR', 'elements', 'without_a_price'],
    investments.flatMap(({ year, byMeasure }) =>
      byMeasure.map(({ measureId, type, typicalEur, elements, notKnown }): CsvCell[] => [
        // Nothing is known of the price: an empty cell, not 0.
        ...[year, measureId, type, notKnown === elements ? null : typicalEur, elements, notKnown],
      ]),
    ),
  );
}

function timelineCsv({ timeline: { years, undone } }: LaidTimeline): string {
  return writeCsv(
    ['year', 'intervention', 'words', 'cost_EUR', 'carbon_kg_per_year', 'limits_kept', 'why_not'],
    [
      ...years.flatMap(({ year, done }) => done.map((one) => ({ year, one, why: '' }))),
      ...undone.map(({ intervention, reason }) => ({
        year: null,
        one: intervention,
        why: UNDONE_REASONS[reason],
      })),
    ].map(({ year, one, why }): CsvCell[] => [
      ...[year, one.id, one.words, one.costEur, one.carbonKgPerYear, one.limitsKept, why],
    ]),
  );
}
