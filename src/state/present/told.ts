import type { AppState } from '../appState';
import { BASELINE_ID } from '../document';
import { runInputOf, runOf, scenarioOf } from '../selectors';
import { judgeOf } from '../view';
import { causeOf, type Cause } from './cause';
import { equityOf, stationRows, type Equity, type StationRow } from './equity';
import { figuresBefore, figuresNow } from './figures';
import { isHidden } from './hidden';
import { investedIn, type Invested } from './invested';
import { moneyNow } from './moneyStudy';
import { groupsOf, type Figure, type PresentMoney } from './presentState';
import { yearBeforeOf } from './yearBefore';

/** Why a round came out as it did; `waiting` until both years are there. */
export type CauseTold =
  { readonly kind: 'waiting' } | { readonly kind: 'told'; readonly cause: Cause | null };

/** Who gains and who pays, counted. */
export interface MoneyTold {
  readonly status: PresentMoney['status'];
  readonly problem: string;
  readonly costsProblem: string;
  readonly equity: Equity | null;
  readonly currency: string;
  readonly unknownCosts: number;
  readonly stations: readonly StationRow[];
}

/** Everything that a room is told in numbers: a window that follows shows these, and counts none of its own. */
export interface Told {
  /** By the id of their scenario. */
  readonly figures: Readonly<Record<string, readonly Figure[]>>;
  /** Percent of a year that is being computed, by the id of its scenario. */
  readonly percents: Readonly<Record<string, number>>;
  readonly isReady: boolean;
  /** Of the year that the round began with. */
  readonly before: readonly Figure[] | null;
  readonly cause: CauseTold;
  readonly problem: string | null;
  readonly replay: 'before' | 'after' | null;
  readonly replayed: readonly Figure[] | null;
  readonly money: MoneyTold | null;
  readonly invested: Invested | null;
}

/** Percent of a scenario's year; null where none is under way. */
export function percentOf(state: AppState, scenarioId: string): number | null {
  const told = state.present?.told ?? null;
  if (told !== null) return told.percents[scenarioId] ?? null;
  const { status, progress } = runOf(state, scenarioId);
  return status === 'running' && progress !== null ? Math.floor(100 * progress.done) : null;
}

/** Of the round that has been revealed. */
function causeTold(state: AppState): CauseTold {
  const { present } = state;
  const year = yearBeforeOf(state);
  if (present === null || present.round === null || year === null) return { kind: 'waiting' };
  const { status, result } = runOf(state, present.scenarioId);
  if (status !== 'ready' || result === null) return { kind: 'waiting' };
  return { kind: 'told', cause: causeOf(present.round.question.kpiId, year.result, result) };
}

const MOST_STATIONS = 5;
const counted = new WeakMap<PresentMoney, { readonly key: readonly unknown[]; readonly told: MoneyTold }>();

/** Bills as they are counted now; the same object while nothing of it changes. */
export function moneyTold(state: AppState): MoneyTold | null {
  const { present, loaded } = state;
  if (present === null) return null;
  if (present.told !== null) return present.told.money;
  const money = moneyNow(state);
  if (money === null) return null;
  const [before, after] = [BASELINE_ID, present.scenarioId].map((id) => runOf(state, id).result);
  const key = [before, after, loaded];
  const known = counted.get(money);
  if (known !== undefined && known.key.every((one, row) => one === key[row])) return known.told;
  const { status, problem, costsProblem } = money;
  const hasBoth = status === 'ready' && money.before !== null && money.after !== null;
  const judged = (result: NonNullable<typeof before>, id: string) => ({ result, judge: judgeOf(state, id) });
  const told: MoneyTold = {
    ...{ status, problem, costsProblem },
    equity: hasBoth ? equityOf(money.before, money.after) : null,
    currency: money.before?.currency ?? '',
    unknownCosts: money.after?.unknownCosts ?? 0,
    stations:
      hasBoth && loaded !== null && before && after
        ? stationRows(
            loaded.district,
            judged(before, BASELINE_ID),
            judged(after, present.scenarioId),
            MOST_STATIONS,
          )
        : [],
  };
  counted.set(money, { key, told });
  return told;
}

/** What the measures of the workshop's scenario cost once. */
export function investedNow(state: AppState): Invested | null {
  const { present } = state;
  if (present === null || isHidden(state)) return null;
  if (present.told !== null) return present.told.invested;
  const scenario = scenarioOf(state, present.scenarioId);
  const input = scenario === undefined ? null : runInputOf(state, scenario);
  return input === null ? null : investedIn(input);
}

/** All of it as it stands; nothing of a result while a question is open. */
export function toldOf(state: AppState): Told | null {
  const { present } = state;
  if (present === null) return null;
  const { session, scenarioId, page, replay, replayYear, beforeFailed } = present;
  const year = yearBeforeOf(state);
  const ids = [BASELINE_ID, scenarioId, ...groupsOf(state.history.present).map(({ id }) => id)];
  const shows = page === 'money' || page === 'close';
  const percents = ids.flatMap((id) => {
    const percent = percentOf(state, id);
    return percent === null ? [] : [[id, percent] as const];
  });
  return {
    figures: isHidden(state)
      ? {}
      : Object.fromEntries(ids.map((id) => [id, figuresNow(state, id, session.kpis)])),
    percents: Object.fromEntries(percents),
    isReady: runOf(state, scenarioId).status === 'ready',
    before: year === null ? null : figuresBefore(session.kpis, year),
    cause: causeTold(state),
    problem: beforeFailed?.problem ?? null,
    replay,
    replayed: replayYear === null ? null : figuresBefore(session.kpis, replayYear),
    money: page === 'money' ? moneyTold(state) : null,
    invested: shows ? investedNow(state) : null,
  };
}
