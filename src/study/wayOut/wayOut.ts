import { fail, succeed, type Outcome } from '../../model/outcome';
import { candidatesFor } from './candidates';
import type { WayOutRequest, WayOutTools } from './request';
import { enoughAlone, kindCountOf, screen, type Screening } from './screening';
import { setCountOf, setsOf } from './sets';
import { unknownSites } from './site';
import { FAMILIES, type SiteViolation, type WayOut } from './types';
import { bySite, violationsOf } from './violations';

/**
 * The cheapest way out of a scenario's violations, and what is next to it: candidates at every station, one year of each kind
 * of candidate, the optimiser's cheapest set, and the year of that set as the judge. Yields what is known so far. Fails with the issues of
 * a year, of prices, or `way-out-unknown-station` for ids that are no station; one candidate without a solution only drops out.
 */
export async function* wayOut(tools: WayOutTools, request: WayOutRequest): AsyncGenerator<Outcome<WayOut>> {
  const { evaluations } = tools;
  const { scenario } = request;
  const base = await evaluations.yearOf(scenario);
  if (!base.ok) {
    yield fail(base.issues);
    return;
  }
  const unknown = unknownSites(base.value, request.siteIds ?? []);
  if (unknown.length > 0) {
    yield fail(unknown);
    return;
  }
  const all = violationsOf(base.value);
  const isAsked = ({ siteId }: SiteViolation): boolean => request.siteIds?.includes(siteId) ?? true;
  const violations = all.filter(isAsked);
  const elsewhere = all.filter((each) => !isAsked(each));
  const drafted = candidatesFor(base.value, violations, request.families ?? FAMILIES);
  const { options, leftOut } =
    request.options === undefined ? drafted : { options: request.options, leftOut: [] };
  let state: WayOut = {
    status: 'partial',
    stage: `${violations.length} violations, ${options.length} candidates`,
    ...{ scenario, violations, elsewhere, options: [], leftOut, sets: [], issues: base.issues },
    ...{ progress: null, soFar: null, evaluations: evaluations.count() },
  };
  const told = (change: Partial<WayOut>): Outcome<WayOut> => {
    state = { ...state, ...change, evaluations: evaluations.count() };
    return succeed(state);
  };
  if (violations.length === 0) {
    yield told({ status: 'complete', stage: 'nothing is outside its limits here' });
    return;
  }
  const siteIds = [...bySite(violations).keys()];
  const toJudge = setCountOf(request);
  yield told({ progress: { tried: 0, toTry: kindCountOf(options), judged: 0, toJudge } });
  let screening: Screening | null = null;
  for await (const outcome of screen({ ...tools, base: base.value, siteIds }, options)) {
    if (!outcome.ok) {
      yield fail(outcome.issues);
      return;
    }
    screening = outcome.value;
    yield told({
      stage: `${screening.done} of ${screening.asked} kinds of candidates tried`,
      options: screening.options,
      leftOut: [...leftOut, ...screening.leftOut],
      progress: { tried: screening.done, toTry: screening.asked, judged: 0, toJudge },
      soFar: enoughAlone(screening, siteIds),
    });
  }
  for await (const outcome of setsOf(tools, request, base.value, screening!)) {
    if (!outcome.ok) {
      yield fail(outcome.issues);
      return;
    }
    const sets = [...state.sets, outcome.value];
    yield told({
      ...{ sets, stage: `${outcome.value.name} judged` },
      progress: { ...state.progress!, judged: sets.length },
    });
  }
  yield told({ status: 'complete', stage: 'done' });
}
