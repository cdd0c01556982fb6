import type { Engine } from '../../engine/contract';
import { fail, succeed, type Outcome } from '../../model/outcome';
import type { RunInput } from '../../model/run';
import type { Scenario } from '../../model/scenario';
import { BASELINE_ID } from '../document';
import { runInputOf, scenariosOf } from '../selectors';
import type { AppStore } from '../store';
import { packagesOf } from './packages';
import type { FailedYear, OwnYear } from './types';

/** Keeps rooms cooler or warm for fewer hours: what it saves is no gain of fabric or systems. */
const TEMPERATURE_MEASURES: readonly string[] = ['heatingSetback', 'smartThermostat', 'flexibleHeatPumps'];

interface Wanted {
  readonly scenario: Scenario;
  readonly input: RunInput;
  readonly buildingId: string;
}

/** The years of the building on screen by itself: of the present and of its packages, some seconds before the district's. */
export class OwnYears {
  private working: (Wanted & { readonly abort: AbortController }) | null = null;

  constructor(
    private readonly store: AppStore,
    private readonly engine: Engine,
  ) {}

  watch(): void {
    this.store.subscribe(() => void this.follow());
  }

  /** Tries again what has failed. */
  retry(): void {
    this.store.setState(({ building }) => ({ building: { ...building, failedYears: {} } }));
  }

  private get state() {
    return this.store.getState();
  }

  /** One at a time, the package on screen first, each as soon as its inputs change; what nobody wants any more is ended. */
  private async follow(): Promise<void> {
    const wanted = this.wantedYears();
    const { working } = this;
    if (working !== null) {
      if (!wanted.some((one) => isSame(one, working))) working.abort.abort();
      return;
    }
    const next = wanted.find((one) => !this.isAnswered(one));
    if (next === undefined) return;
    const abort = new AbortController();
    this.working = { ...next, abort };
    const outcome = await this.ownYear(next, abort.signal);
    this.working = null;
    if (!abort.signal.aborted && this.wantedYears().some((one) => isSame(one, next)))
      this.keep(next, outcome);
    void this.follow();
  }

  private keep({ scenario, input, buildingId }: Wanted, outcome: Outcome<OwnYear>): void {
    const { years, failedYears } = this.state.building;
    const failed: FailedYear | null = outcome.ok ? null : { buildingId, input, issues: outcome.issues };
    const part = {
      years: outcome.ok
        ? { ...ofBuilding(years, buildingId), [scenario.id]: outcome.value }
        : ofBuilding(years, buildingId),
      failedYears: {
        ...ofBuilding(failedYears, buildingId),
        ...(failed === null ? {} : { [scenario.id]: failed }),
      },
    };
    this.store.setState(({ building }) => ({ building: { ...building, ...part } }));
  }

  private isAnswered({ scenario, input, buildingId }: Wanted): boolean {
    const { years, failedYears } = this.state.building;
    return [years[scenario.id], failedYears[scenario.id]].some(
      (one) => one?.input === input && one.buildingId === buildingId,
    );
  }

  private wantedYears(): readonly Wanted[] {
    const { state } = this;
    const { mode, selection, activeId } = state;
    if (mode !== 'building' || selection?.kind !== 'building' || state.loaded === null) return [];
    const buildingId = selection.id;
    const packages = packagesOf(scenariosOf(state), buildingId).map(({ scenario }) => scenario);
    const scenarios = [
      ...packages.filter(({ id }) => id === activeId),
      ...scenariosOf(state).filter(({ id }) => id === BASELINE_ID),
      ...packages.filter(({ id }) => id !== activeId),
    ];
    return scenarios.flatMap((scenario) => {
      const input = runInputOf(state, scenario);
      return input === null ? [] : [{ scenario, input, buildingId }];
    });
  }

  private async ownYear(
    { scenario, input, buildingId }: Wanted,
    signal: AbortSignal,
  ): Promise<Outcome<OwnYear>> {
    const outcome = await this.engine.buildingYear(input, buildingId, { signal });
    if (!outcome.ok) return fail(outcome.issues);
    const { loads } = outcome.value;
    const measures = scenario.measures.filter(({ type }) => !TEMPERATURE_MEASURES.includes(type));
    const isWarm = measures.length === scenario.measures.length;
    const warm = isWarm
      ? outcome
      : await this.engine.buildingYear({ ...input, scenario: { ...scenario, measures } }, buildingId, {
          signal,
        });
    const heatNeedAtTodaysTemperaturesJ = warm.ok
      ? warm.value.loads.heatNeedW.reduce((sum, power) => sum + power, 0) * input.stepS
      : Number.NaN;
    return succeed({ buildingId, input, loads, heatNeedAtTodaysTemperaturesJ });
  }
}

const isSame = (a: Wanted, b: Wanted): boolean => a.input === b.input && a.buildingId === b.buildingId;

const ofBuilding = <Year extends { readonly buildingId: string }>(
  years: Readonly<Record<string, Year>>,
  buildingId: string,
): Record<string, Year> =>
  Object.fromEntries(Object.entries(years).filter(([, one]) => one.buildingId === buildingId));
