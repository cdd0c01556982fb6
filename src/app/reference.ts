import { succeed, type Outcome } from '../model/outcome';
import type { Scenario } from '../model/scenario';
import type { LoadedDistrict, ProjectKeeper } from '../state';
import type { Kpi } from '../kpi';
import type { RunResult } from '../study/runResult';
import { loadShipped } from './shipped';

/** What comes with the app. */
export interface Reference {
  readonly loaded: LoadedDistrict;
  readonly transition: Scenario;
  readonly baseline: RunResult | null;
  readonly counted: readonly Kpi[] | null;
}

/** The district that comes with the app, fetched when somebody needs it, once. */
export class ShippedReference {
  private known: Reference | null = null;

  constructor(private readonly keeper: ProjectKeeper) {}

  /** Fails with the issues of its files; throws where they cannot be fetched. */
  async load(): Promise<Outcome<Reference>> {
    if (this.known !== null) return succeed(this.known);
    const shipped = await loadShipped();
    if (!shipped.ok) return shipped;
    const { district, sha256, weather, transition, baseline, counted } = shipped.value;
    this.keeper.comesWithApp(sha256);
    const loaded = { district, sha256, weather, report: null };
    this.known = { loaded, transition, baseline, counted };
    return succeed(this.known);
  }
}
