import { compareKpis } from '../../kpi';
import { fail, succeed, type Outcome } from '../../model/outcome';
import type { CostsOf } from '../comparison';
import type { ScenarioYear } from '../scenarioYear';
import { byPayer, priceTogether, sumCosts } from './pricing';
import { kindAt, type Lesson } from './programme';
import type { WayOutRequest, WayOutTools } from './request';
import type { ScreenedOption, Screening } from './screening';
import { searchSet, type Judged, type SearchInput } from './search';
import { FAMILIES, type Family, type WayOutSet } from './types';

const RUNNERS_UP = 2;
const MAX_ROUNDS = 8;

interface Wanted {
  readonly name: string;
  readonly families: readonly Family[];
  readonly isRunnerUp: boolean;
}

/** The mix, each family alone beside it, and the runners-up. */
function wantedSets(request: WayOutRequest): readonly Wanted[] {
  const families = request.families ?? FAMILIES;
  const single = families.length > 1 && request.alone !== false ? families : [];
  return [
    { name: families.length > 1 ? 'mix' : `${families[0]} only`, families, isRunnerUp: false },
    ...Array.from({ length: request.runnersUp ?? RUNNERS_UP }, (_, at) => ({
      name: `runner-up ${at + 1}`,
      families,
      isRunnerUp: true,
    })),
    ...single.map((family) => ({ name: `${family} only`, families: [family], isRunnerUp: false })),
  ];
}

/** How many sets are asked for; fewer come where there is no further one. */
export const setCountOf = (request: WayOutRequest): number => wantedSets(request).length;

/** Every set that is asked for, as it is judged. */
export async function* setsOf(
  { evaluations, costsOf, solve }: WayOutTools,
  request: WayOutRequest,
  base: ScenarioYear,
  screening: Screening,
): AsyncGenerator<Outcome<WayOutSet>> {
  const { scenario } = request;
  const lessons: Lesson[] = [];
  const forbidden: ReadonlySet<string>[] = [];
  let first: Judged | null = null;
  const costOf = ({ cost, savedEurPerYear }: ScreenedOption): number =>
    cost.yearlyEur - (request.countSavings === true ? savedEurPerYear : 0);
  for (const { name, families, isRunnerUp } of wantedSets(request)) {
    const input: SearchInput = {
      ...{ evaluations, solve, scenario, base: screening.base, costOf, lessons },
      options: screening.options.filter(({ family }) => families.includes(family)),
      forbidden: isRunnerUp ? forbidden : [],
      ...(isRunnerUp && first !== null ? { mayGiveUp: first.givenUp } : {}),
      maxRounds: request.maxRounds ?? MAX_ROUNDS,
    };
    const found = await searchSet(input);
    if (!found.ok) {
      yield fail(found.issues);
      return;
    }
    if (found.value === null) continue;
    first ??= found.value;
    if (families.length === (request.families ?? FAMILIES).length)
      forbidden.push(new Set(found.value.chosen.map(kindAt)));
    const set = setOf(name, found.value, base, costsOf);
    if (!set.ok) {
      yield fail(set.issues);
      return;
    }
    yield set;
  }
}

/** The set with its cost as it stands: what was priced alone may cost less together, as trenches are dug once. */
function setOf(name: string, judged: Judged, base: ScenarioYear, costsOf: CostsOf): Outcome<WayOutSet> {
  const { chosen, year, ...rest } = judged;
  const priced = priceTogether(base.scenario, chosen, costsOf);
  if (!priced.ok) return fail(priced.issues);
  const { options } = priced.value;
  const kpis = compareKpis(base.kpis, year.kpis);
  return succeed({
    name,
    options,
    scenario: year.scenario,
    cost: sumCosts(options.map(({ cost }) => cost)),
    yearlyEurByPayer: byPayer(options),
    carbonKgPerYear: kpis.find(({ kpi }) => kpi.id === 'carbon')?.delta ?? Number.NaN,
    kpis,
    ...rest,
  });
}
