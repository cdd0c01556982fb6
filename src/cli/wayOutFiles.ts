import { writeCsv, writeScenario, type CsvCell } from '../io';
import type { District } from '../model/district';
import type { Measure, Scenario } from '../model/scenario';
import { withSelectorsResolved } from '../scenario';
import { isWayOut, violationKey, type WayOut, type WayOutSet } from '../study/wayOut';
import { stepTime } from './tables';
import type { WayOutShown } from './wayOutText';

/** The files of a study of ways out, by name. */
export function wayOutFiles(shown: WayOutShown): Readonly<Record<string, () => string>> {
  const [best] = shown.found.sets;
  const written =
    best !== undefined && isWayOut(shown.found, best) ? asScenario(best, shown.stands, shown.found) : null;
  return {
    'way-out.json': () => `${JSON.stringify(wayOutJson(shown), null, 2)}\n`,
    'violations.csv': () => violationsCsv(shown),
    'sets.csv': () => setsCsv(shown.found),
    ...(written === null ? {} : { 'way-out.scenario.json': () => writeScenario(written) }),
  };
}

/**
 * The cheapest set as a scenario of its own, ready to be run and compared. Its own measures keep whom they were judged for;
 * those of the scenario it starts from stay as they are. Null where a selector cannot be resolved.
 */
function asScenario({ scenario }: WayOutSet, stands: District, { scenario: from }: WayOut): Scenario | null {
  const before = new Set(from.measures.map(({ id }) => id));
  const isAdded = ({ id }: Measure): boolean => !before.has(id);
  const added = withSelectorsResolved({ ...scenario, measures: scenario.measures.filter(isAdded) }, stands);
  if (!added.ok) return null;
  return {
    ...scenario,
    id: `${scenario.id}-way-out`,
    name: `${scenario.name}, cheapest way out`,
    measures: [...scenario.measures.filter((one) => !isAdded(one)), ...added.value.measures],
  };
}

/** What cannot be told is null: JSON holds no NaN. */
function wayOutJson({ found, explanations, firstYears }: WayOutShown): object {
  const { scenario, violations, options, leftOut, sets, evaluations, status } = found;
  return {
    schema: 'gridtwin-way-out/1',
    status,
    scenario: scenario.id,
    year: scenario.year,
    limits: scenario.limits ?? null,
    evaluations,
    violations: violations.map((each) => ({
      ...each,
      firstYear: firstYears.get(violationKey(each)) ?? null,
    })),
    explanations,
    candidates: options.map(({ id, siteId, family, kind, level, words, payer, cost }) => ({
      ...{ id, siteId, family, kind, level, words, payer, cost },
    })),
    leftOut,
    sets: sets.map(({ scenario: _, kpis, options: chosen, ...set }) => ({
      ...set,
      options: chosen.map(({ id }) => id),
      kpis: kpis.map(({ kpi, a, b, delta, verdict }) => ({
        id: kpi.id,
        unit: kpi.unit,
        a,
        b,
        delta,
        verdict,
      })),
    })),
  };
}

function violationsCsv({ found, run, firstYears }: WayOutShown): string {
  return writeCsv(
    ['site', 'kind', 'element', 'what', 'worst', 'limit', 'worst_time', 'hours', 'above_J', 'first_year'],
    found.violations.map((violation): CsvCell[] => {
      const { siteId, kind, elementId, what, worst, limit, worstStep, hours, aboveJ } = violation;
      return [
        ...[siteId, kind, elementId, what, worst, limit, stepTime(run, worstStep), hours, aboveJ],
        firstYears.get(violationKey(violation)) ?? '',
      ];
    }),
  );
}

function setsCsv({ sets }: WayOut): string {
  return writeCsv(
    ['set', 'site', 'family', 'measure', 'payer', 'yearly_EUR', 'investment_EUR', 'quality', 'remaining'],
    sets.flatMap(({ name, options, remains }) =>
      options.map(({ siteId, family, words, payer, cost }): CsvCell[] => [
        ...[
          name,
          siteId,
          family,
          words,
          payer,
          cost.yearlyEur,
          cost.investmentEur,
          cost.quality,
          remains.length,
        ],
      ]),
    ),
  );
}
