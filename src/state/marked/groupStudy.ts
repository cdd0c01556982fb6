import type { Engine } from '../../engine/contract';
import type { GroupYear } from '../../kpi/community';
import type { Issue } from '../../model/outcome';
import { BASELINE_ID } from '../document';
import type { AppState, RunResult } from '../appState';
import { runInputOf, runOf, scenarioOf, shownId } from '../selectors';
import type { AppStore } from '../store';
import { brokeDown } from '../studies/followed';
import type { Marked } from './marked';

/** The year of the buildings that are marked, as a group by itself, by scenario. */
export interface GroupStudy {
  readonly ids: Marked['ids'];
  readonly years: Readonly<Record<string, CountedGroup>>;
  readonly issues: readonly Issue[];
}

interface CountedGroup {
  readonly result: RunResult;
  readonly year: GroupYear;
}

/** What has been counted of those who are marked in the year of a scenario that is at hand; null until then. */
export function groupYearOf({ group, marked, runs }: AppState, scenarioId: string): GroupYear | null {
  const counted = group !== null && group.ids === marked?.ids ? group.years[scenarioId] : undefined;
  return counted !== undefined && counted.result === runs[scenarioId]?.result ? counted.year : null;
}

/** Counts the group that is marked in the years at hand: the scenario on screen, and the baseline beside it. Latest wins. */
export class GroupRunner {
  private abort: AbortController | null = null;

  constructor(
    private readonly store: AppStore,
    private readonly engine: Engine,
  ) {}

  async count(): Promise<void> {
    this.cancel();
    const { marked, group } = this.store.getState();
    if (marked?.kind !== 'building') return;
    const { signal } = (this.abort = new AbortController());
    if (group?.ids !== marked.ids) this.store.setState({ group: { ids: marked.ids, years: {}, issues: [] } });
    for (const id of new Set([shownId(this.store.getState()), BASELINE_ID])) {
      await this.countIn(id, marked, signal);
      if (signal.aborted) return;
    }
  }

  cancel(): void {
    this.abort?.abort();
    this.abort = null;
  }

  private async countIn(scenarioId: string, { ids }: Marked, signal: AbortSignal): Promise<void> {
    const state = this.store.getState();
    const scenario = scenarioOf(state, scenarioId);
    const input = scenario === undefined ? null : runInputOf(state, scenario);
    const { status, result } = runOf(state, scenarioId);
    if (input === null || result === null || status !== 'ready') return;
    if (groupYearOf(state, scenarioId) !== null) return;
    const wanted = new Set(ids);
    const rows = result.rows.buildingIds.flatMap((id, row) => (wanted.has(id) ? [row] : []));
    if (rows.length === 0) return;
    try {
      const outcome = await this.engine.group(input, rows, { known: result, signal, passing: true });
      if (signal.aborted) return;
      if (!outcome.ok) return this.patch(() => ({ issues: outcome.issues }));
      const year = outcome.value;
      this.patch(({ years }) => ({ years: { ...years, [scenarioId]: { result, year } }, issues: [] }));
    } catch (error) {
      if (!signal.aborted) this.patch(() => ({ issues: [brokeDown(scenarioId, error)] }));
    }
  }

  private patch(part: (group: GroupStudy) => Partial<GroupStudy>): void {
    this.store.setState(({ group }) => (group === null ? {} : { group: { ...group, ...part(group) } }));
  }
}
