import type { Engine } from '../../engine/contract';
import type { RunInput } from '../../model/run';
import type { Scenario } from '../../model/scenario';
import { BASELINE_ID } from '../document';
import { runInputOf, scenariosOf } from '../selectors';
import type { AppStore } from '../store';
import { packagesOf } from './packages';
import type { OwnYear } from './types';

/** Keeps rooms cooler or warm for fewer hours: what it saves is no gain of fabric or systems. */
const TEMPERATURE_MEASURES: readonly string[] = ['heatingSetback', 'smartThermostat', 'flexibleHeatPumps'];

/** The years of the building on screen by itself: of the present and of its packages, some seconds before the district's. */
export class OwnYears {
  private working: RunInput | null = null;
  private readonly failed = new WeakSet<RunInput>();

  constructor(
    private readonly store: AppStore,
    private readonly engine: Engine,
  ) {}

  watch(): void {
    this.store.subscribe(() => void this.follow());
  }

  private get state() {
    return this.store.getState();
  }

  /** One at a time, the package on screen first, each as soon as its inputs change. */
  private async follow(): Promise<void> {
    if (this.working !== null) return;
    const wanted = this.nextYear();
    if (wanted === null) return;
    const { scenario, input, buildingId } = wanted;
    this.working = input;
    const year = await this.ownYear(scenario, input, buildingId);
    this.working = null;
    if (year === null) this.failed.add(input);
    const { selection, building } = this.state;
    const isWanted = selection?.kind === 'building' && selection.id === buildingId;
    if (year !== null && isWanted) {
      const kept = Object.entries(building.years).filter(([, one]) => one.buildingId === buildingId);
      const years = { ...Object.fromEntries(kept), [scenario.id]: year };
      this.store.setState((state) => ({ building: { ...state.building, years } }));
    } else void this.follow();
  }

  private nextYear(): { scenario: Scenario; input: RunInput; buildingId: string } | null {
    const { state } = this;
    const { mode, selection, activeId } = state;
    if (mode !== 'building' || selection?.kind !== 'building' || state.loaded === null) return null;
    const packages = packagesOf(scenariosOf(state), selection.id).map(({ scenario }) => scenario);
    const scenarios = [
      ...packages.filter(({ id }) => id === activeId),
      ...scenariosOf(state).filter(({ id }) => id === BASELINE_ID),
      ...packages,
    ];
    for (const scenario of scenarios) {
      const input = runInputOf(state, scenario);
      const known = state.building.years[scenario.id];
      const isThere = known?.input === input && known.buildingId === selection.id;
      if (input !== null && !isThere && !this.failed.has(input))
        return { scenario, input, buildingId: selection.id };
    }
    return null;
  }

  private async ownYear(scenario: Scenario, input: RunInput, buildingId: string): Promise<OwnYear | null> {
    const outcome = await this.engine.buildingYear(input, buildingId);
    if (!outcome.ok) return null;
    const { loads } = outcome.value;
    const measures = scenario.measures.filter(({ type }) => !TEMPERATURE_MEASURES.includes(type));
    const isWarm = measures.length === scenario.measures.length;
    const warm = isWarm
      ? outcome
      : await this.engine.buildingYear({ ...input, scenario: { ...scenario, measures } }, buildingId);
    const heatNeedAtTodaysTemperaturesJ = warm.ok
      ? warm.value.loads.heatNeedW.reduce((sum, power) => sum + power, 0) * input.stepS
      : Number.NaN;
    return { buildingId, input, loads, heatNeedAtTodaysTemperaturesJ };
  }
}
