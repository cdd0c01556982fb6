import type { Kpi } from '../../kpi';
import type { Criterion, Weights } from '../../kpi/decision';
import { fail, settle, succeed, type Issue, type Outcome } from '../../model/outcome';
import type { ScenarioYear } from '../scenarioYear';

/** Utility 0 and 1, in the unit of the indicator. */
export interface ReferencePoints {
  readonly worst: number;
  readonly best: number;
}

/** Placeholder: a hundred hours of overload in a year are as bad as it gets. */
const WORST_OVERLOAD_H = 100;
/** A transformer at twice its nameplate is as bad as it gets. */
const WORST_LOADING_PERCENT = 200;
/** Placeholder: measures that cost what ten years of energy do are as bad as it gets. */
const INVESTMENT_YEARS = 10;

/**
 * Reference points that are fixed by the district as it stands today and do not depend on the scenarios compared: counts of
 * elements, 100 hours of overload, shares of a whole from none to all, the rating of all transformers together, for measures the cost of energy; else from twice today's value to none. Of what is
 * better higher: from none to today's use of electricity.
 */
export function referencePoints({ kpis, result, district }: ScenarioYear): (kpi: Kpi) => ReferencePoints {
  const today = new Map(kpis.map(({ id, value }) => [id, value]));
  const { rows } = result;
  const ratedSVa = new Map(
    (district.network?.transformerTypes ?? []).map((type) => [type.id, type.ratedSVa]),
  );
  const ratings = (district.network?.transformers ?? []).map(
    ({ transformerTypeId }) => ratedSVa.get(transformerTypeId) ?? 0,
  );
  const scales: Readonly<Record<string, number>> = {
    peakImport: ratings.reduce((total, rating) => total + rating, 0),
    transformersOver100: rows.transformerIds.length,
    linesOver100: rows.lineCount,
    busesOutsideBand: rows.busIds.length,
    hoursOverload: WORST_OVERLOAD_H,
    worstTransformerLoading: WORST_LOADING_PERCENT,
    measuresCost: today.get('energyCost') ?? Number.NaN,
    investment: INVESTMENT_YEARS * (today.get('energyCost') ?? Number.NaN),
  };
  return ({ id, unit, betterWhen }) => {
    if (betterWhen === 'higher' && unit === '%') return { worst: 0, best: 100 };
    if (betterWhen === 'higher') return { worst: 0, best: today.get('electricityUse') ?? Number.NaN };
    const scale = Object.hasOwn(scales, id) ? scales[id]! : 2 * (today.get(id) ?? Number.NaN);
    return { worst: scale, best: 0 };
  };
}

export interface Wishes {
  /** By indicator id; what has none is not judged. */
  readonly weights: Weights;
  /** Veto lines, in the unit of the indicator. */
  readonly vetoes?: Readonly<Record<string, number>>;
  /** In the place of those fixed by the district. */
  readonly references?: Readonly<Record<string, ReferencePoints>>;
}

const PILLARS: Readonly<Record<string, string>> = {
  energyCost: 'economic',
  underheating: 'social',
  overheating: 'social',
  carbon: 'environmental',
  primaryEnergy: 'environmental',
};

/** One criterion for every indicator that is wished for; wishes for what is no indicator, or has no direction, are refused. */
export function criteriaOf(
  { weights, vetoes = {}, references = {} }: Wishes,
  today: ScenarioYear,
): Outcome<readonly Criterion[]> {
  const fixed = referencePoints(today);
  const ids = [...new Set([weights, vetoes, references].flatMap(Object.keys))];
  const issues: Issue[] = [];
  const criteria = ids.flatMap((id): Criterion[] => {
    const kpi = today.kpis.find((one) => one.id === id);
    const found = kpi === undefined ? fail<Criterion>([unknown(id, today.kpis)]) : criterion(kpi);
    issues.push(...found.issues);
    return found.ok ? [found.value] : [];
  });
  function criterion(kpi: Kpi): Outcome<Criterion> {
    const { id, label: name, unit } = kpi;
    const own = references[id];
    if (own === undefined && kpi.betterWhen === 'neither') return fail([withoutDirection(kpi)]);
    const { worst, best } = own ?? fixed(kpi);
    if (own === undefined && !(Math.abs(worst - best) > 0)) return fail([withoutScale(kpi)]);
    const pillar = PILLARS[id] ?? 'grid';
    const kind = pillar === 'social' ? 'proxy' : 'computed';
    const vetoAt = vetoes[id];
    return succeed({
      id,
      name,
      unit,
      pillar,
      kind,
      worst,
      best,
      ...(vetoAt === undefined ? {} : { vetoAt }),
    });
  }
  return settle(criteria, issues);
}

const wish = (where: string, message: string, remedy: string): Issue => ({
  severity: 'error',
  code: 'comparison-criterion',
  source: 'comparison',
  where,
  message,
  remedy,
});

const unknown = (id: string, kpis: readonly Kpi[]) =>
  wish(id, 'There is no such indicator.', `Use ${kpis.map((kpi) => kpi.id).join(', ')}.`);

const withoutDirection = ({ id, label }: Kpi) =>
  wish(id, `${label} is better neither higher nor lower.`, 'Give a worst and a best value for it.');

const withoutScale = ({ id, label }: Kpi) =>
  wish(id, `${label} is 0 today: that fixes no scale.`, 'Give a worst and a best value for it.');
