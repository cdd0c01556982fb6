import type { Network } from '../../model/network';
import { fail, settle, succeed, type Issue, type Outcome } from '../../model/outcome';
import type { RunInput } from '../../model/run';
import { supplyOf } from '../../scenario/selectors/supply';
import type { CompiledNetwork } from '../../sim/powerflow/network';
import { compileRun, type CompiledRun } from '../compiledRun';
import type {
  ConnectAnswer,
  ConnectCapacity,
  ConnectStanding,
  WithoutReinforcement,
  YearBefore,
} from './answer';
import { judge, type Judged } from './judge';
import { connectionOf, type ConnectQuestion } from './question';
import { moreWorks, NO_WORKS, priceWorks, reinforced, type Works } from './reinforcement';
import { Search, type InSteps } from './search';
import { withConnection, type Extremes } from './solved';

/** Of the capacity, whatever was asked for. */
const RESOLUTION_SHARE = 0.005;
const FINEST_W = 100;
/** Beyond what was asked for the search goes so far. */
const SEARCH_FACTOR = 4;
const MOST_ROUNDS = 6;
const MOST_WORKS = 24;

/**
 * Whether a bus takes a constant power in every step of a year, the largest that it takes, and what more copper it would
 * need. The search looks at the steps in which the year came nearest to its limits; every verdict is the power flow of the
 * whole year. Batteries of the network do what they did without the addition.
 */
export function canConnect(
  input: RunInput,
  year: YearBefore,
  question: ConnectQuestion,
): Outcome<ConnectAnswer> {
  const compiled = compileRun(input);
  if (!compiled.ok) return compiled;
  const search = connecting(compiled.value, year, question);
  for (;;) {
    const next = search.next();
    if (next.done === true) return next.value;
  }
}

/** The same step by step, each a week of power flow or a look at the hardest hours: a shell can stop between them. */
export function* connecting(
  run: CompiledRun,
  year: YearBefore,
  question: ConnectQuestion,
): Generator<ConnectStanding, Outcome<ConnectAnswer>> {
  const refused = unsolved(year) ?? noSupply(run.district.network!, question);
  if (refused !== null) return fail([refused]);
  const extended = withConnection(run.district.network!, run.district.buildings, connectionOf(question));
  if (!extended.ok) return extended;
  const search = new Search(run, year, question);
  const before = yield* search.comparable(extended.value);
  const asked = yield* search.inYear(extended.value, question.pW);
  const isYes = asked.broken.length === 0;
  const verdict = {
    verdict: isYes ? 'yes' : 'no',
    binding: isYes ? asked.nearest : asked.broken[0],
    broken: asked.broken,
    existing: judge(before, nothing(before), run.rows, question.limits).broken.length,
    withoutVoltageResponse: run.response !== null,
  } as const;
  search.verdict = verdict;
  search.stage = 'capacity';
  const capacity = yield* largest(search, extended.value, isYes);
  search.capacity = capacity;
  search.stage = 'reinforcement';
  const reinforcement = isYes ? succeed(NOTHING_NEEDED) : yield* reinforce(search, asked);
  if (!reinforcement.ok) return reinforcement;
  const answer: ConnectAnswer = {
    ...{ question, ...verdict, ...capacity },
    ...reinforcement.value,
    years: search.years,
  };
  return settle(answer, reinforcement.issues);
}

/** A network that is used nowhere. */
const nothing = ({ loadingMax, vMinPu, ...others }: Extremes): Extremes => ({
  ...others,
  loadingMax: new Float64Array(loadingMax.length),
  vMinPu: new Float64Array(vMinPu.length).fill(1),
  vMaxPu: new Float64Array(vMinPu.length).fill(1),
});

const resolutionOf = (capacityW: number): number => Math.max(FINEST_W, RESOLUTION_SHARE * capacityW);

/**
 * By halving at the hardest steps; the year then confirms it or names steps that are harder. Where the rating of a transformer
 * follows the course of its year, steps are judged by that of the last year solved, and a power that fits is tried for more.
 */
function* largest(search: Search, network: CompiledNetwork, isYes: boolean): InSteps<ConnectCapacity> {
  const askedW = search.question.pW;
  const searchedW = SEARCH_FACTOR * askedW;
  /** Fits in every step of the year. */
  let sureW = isYes ? askedW : 0;
  /** Does not, by a year, or is the end of the search. */
  let topW = isYes ? searchedW : askedW;
  let isTopBroken = !isYes;
  let capacityBinding: ConnectCapacity['capacityBinding'];
  const found = () => ({ capacityW: sureW, capacityBinding, resolutionW: resolutionOf(sureW), searchedW });
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const [atTop] = (yield* search.atWorst(network, topW)).broken;
    capacityBinding = atTop ?? capacityBinding;
    let fineW = atTop === undefined && !isTopBroken ? topW : sureW;
    let brokenW = topW;
    while (brokenW - fineW > resolutionOf(fineW)) {
      const middleW = (fineW + brokenW) / 2;
      const [broken] = (yield* search.atWorst(network, middleW)).broken;
      if (broken === undefined) fineW = middleW;
      else [brokenW, capacityBinding] = [middleW, broken];
    }
    if (fineW === sureW) return found();
    const [broken] = (yield* search.inYear(network, fineW)).broken;
    if (broken === undefined) {
      sureW = fineW;
      if (!search.isRatedByItsYear || topW - sureW <= resolutionOf(sureW)) return found();
    } else [topW, capacityBinding, isTopBroken] = [fineW, broken, true];
  }
  return { ...found(), capacityUnfinished: true };
}

type Reinforced = Pick<ConnectAnswer, 'reinforcement' | 'withoutReinforcement'>;
const NOTHING_NEEDED: Reinforced = { reinforcement: null };
const none = (withoutReinforcement: WithoutReinforcement): Reinforced => ({
  reinforcement: null,
  withoutReinforcement,
});

/** More copper step by step until nothing new is broken; the year has the last word. */
function* reinforce(search: Search, asked: Judged): InSteps<Outcome<Reinforced>> {
  const { run, question } = search;
  const { district, baseEdits, scenario, weather } = run.input;
  const input = { district, baseEdits, scenario, weather };
  let works: Works = NO_WORKS;
  search.forget();
  let broken = asked.broken;
  for (let step = 0; step < MOST_WORKS; step += 1) {
    const more = moreWorks(works, broken, run.district.network!, run.rows, question.busId);
    if (more === null) return succeed(none(step === 0 ? 'notTried' : 'doesNotDo'));
    works = more;
    const built = reinforced(input, works, question);
    if (!built.ok) return built;
    const { network } = built.value;
    broken = (yield* search.atWorst(network, question.pW)).broken;
    if (broken.length > 0) continue;
    broken = (yield* search.inYear(network, question.pW)).broken;
    if (broken.length > 0) continue;
    const priced = priceWorks(input, works);
    return priced.ok ? succeed({ reinforcement: priced.value }, priced.issues) : priced;
  }
  return succeed(none('notFinished'));
}

function unsolved({ table }: YearBefore): Issue | null {
  const count = table.iterations.reduce((sum, used) => sum + (used < 0 ? 1 : 0), 0);
  if (count === 0) return null;
  return {
    severity: 'error',
    code: 'connect-year-unsolved',
    source: 'can-connect',
    message: `The power flow has no solution in ${count} steps of the year without an addition.`,
    remedy: 'Reinforce the network first, then ask again.',
  };
}

function noSupply(network: Network, { busId }: ConnectQuestion): Issue | null {
  const { busRow, feedingBranch } = supplyOf(network);
  const row = busRow.get(busId);
  if (row !== undefined && feedingBranch[row] !== -2) return null;
  return {
    severity: 'error',
    code: 'connect-no-supply',
    source: 'can-connect',
    where: busId,
    message: row === undefined ? 'The network has no bus of this id.' : 'The bus has no supply.',
    remedy: `Give the id of a bus, for example ${network.buses.at(-1)?.id ?? 'of a network with one'}.`,
  };
}
