import { countEvidence, importDistrict, readScenarioFile } from '../io';
import type { PooledEngine } from '../engine/engine';
import type { District } from '../model/district';
import type { Issue, Outcome } from '../model/outcome';
import type { Scenario } from '../model/scenario';
import type { WeatherYear } from '../model/weather';
import { baseIssue, baselineScenario, hashDistrict } from '../scenario';
import {
  BASELINE_ID,
  runInputOf,
  scenarioOf,
  type Actions,
  type AppStore,
  type LoadedDistrict,
} from '../state';
import { startHistory } from '../state/history';
import { keptDocument } from '../state/persistence';
import { synthesiseNetwork } from '../synthesis/network';
import { weatherOfDistrict } from '../synthesis/weatherOfDistrict';
import { loadShipped } from './shipped';

const PRESENT_YEAR = 2026;

/** Brings districts onto the screen: the shipped one at the start, dropped files later. */
export class Loading {
  constructor(
    private readonly store: AppStore,
    private readonly actions: Actions,
    private readonly engine: PooledEngine,
  ) {}

  /** Opens the reference district with its baseline year, and computes the transition beside it. */
  async openShipped(): Promise<void> {
    try {
      const shipped = await loadShipped();
      if (!shipped.ok) return this.failed(shipped.issues);
      const { district, transition, baseline } = shipped.value;
      const weather = weatherOfDistrict(district);
      if (!weather.ok) return this.failed(weather.issues);
      const sha256 = hashDistrict(district);
      this.show({ district, sha256, weather: weather.value, report: null }, [transition]);
      const scenario = scenarioOf(this.store.getState(), BASELINE_ID);
      const input = scenario === undefined ? null : runInputOf(this.store.getState(), scenario);
      const inputHash = input === null ? null : this.engine.inputHash(input);
      // A baseline of other inputs or another engine version is not shown: it is computed again.
      if (input !== null && inputHash?.ok === true && inputHash.value === baseline.inputHash) {
        this.engine.adopt(baseline);
        this.actions.runs.adopt(BASELINE_ID, input, baseline);
      }
      const kept = await keptDocument(sha256);
      if (kept !== null) return this.actions.restore(kept);
      this.actions.runs.refresh();
    } catch (error) {
      this.failed([loadIssue('the shipped district', error)]);
    }
  }

  /** Imports dropped files: a district of their own with a network along its streets; the present one stays on failure. */
  async importFiles(files: readonly File[], wishes: { readonly climate?: string } = {}): Promise<void> {
    this.store.setState({ importing: files.map((file) => file.name).join(', '), issues: [] });
    try {
      const texts = await Promise.all(
        files.map(async (file) => ({ name: file.name, text: await textOf(file) })),
      );
      const imported = importDistrict(texts, wishes);
      if (!imported.ok) return this.refused(imported.issues);
      const { district, report, weather } = imported.value;
      const complete = district.network === null ? synthesiseNetwork(district) : undefined;
      if (complete?.ok === false) return this.refused(complete.issues);
      const final: District = complete?.value ?? district;
      const year: Outcome<WeatherYear> =
        weather === null ? weatherOfDistrict(final) : { ok: true, value: weather, issues: [] };
      if (!year.ok) return this.refused(year.issues);
      const fullReport = { ...report, attributes: countEvidence(final) };
      this.show(
        { district: final, sha256: hashDistrict(final), weather: year.value, report: fullReport },
        [],
      );
      this.store.setState({ issues: [...imported.issues, ...(complete?.issues ?? [])] });
      this.actions.runs.refresh();
    } catch (error) {
      this.refused([loadIssue(files.map((file) => file.name).join(', '), error)]);
    } finally {
      this.store.setState({ importing: null });
    }
  }

  /** Adds a scenario file to the district on screen. False when it was refused; the issues are in the state. */
  async addScenarioFile(file: File): Promise<boolean> {
    const { loaded } = this.store.getState();
    if (loaded === null) return false;
    try {
      const outcome = readScenarioFile(await textOf(file), file.name);
      if (!outcome.ok) {
        this.refused(outcome.issues);
        return false;
      }
      const scenario = outcome.value;
      if (scenario.base.districtId !== loaded.district.id) {
        this.refused([
          {
            severity: 'error',
            code: 'scenario-other-base',
            source: file.name,
            field: 'base',
            value: scenario.base.districtId,
            message: 'The scenario belongs to another district.',
            remedy: `Open ${scenario.base.districtId} first.`,
          },
        ]);
        return false;
      }
      const taken = new Set(this.store.getState().history.present.scenarios.map(({ id }) => id));
      let id = scenario.id;
      for (let number = 2; taken.has(id); number += 1) id = `${scenario.id}-${number}`;
      this.actions.addScenario({ ...scenario, id }, `Load ${scenario.name}`);
      // A district that has been made anew since: its measures stand, and what they reach may differ.
      const differs = baseIssue(scenario, loaded.district, loaded.sha256, file.name);
      this.store.setState({ issues: [...outcome.issues, ...(differs === null ? [] : [differs])] });
      return true;
    } catch (error) {
      this.refused([loadIssue(file.name, error)]);
      return false;
    }
  }

  private show(loaded: LoadedDistrict, scenarios: readonly Scenario[]): void {
    const baseline = baselineScenario(loaded.district, loaded.sha256, PRESENT_YEAR);
    this.actions.runs.reset();
    this.store.setState({
      phase: 'ready',
      loaded,
      issues: [],
      history: startHistory({ baseEdits: [], scenarios: [baseline, ...scenarios] }),
      activeId: BASELINE_ID,
      selection: null,
      hovered: null,
      step: this.store.getState().step,
    });
  }

  private failed(issues: readonly Issue[]): void {
    this.store.setState({ phase: 'failed', issues, announcement: issues[0]?.message ?? 'Loading failed.' });
  }

  private refused(issues: readonly Issue[]): void {
    this.store.setState({
      issues,
      importing: null,
      announcement: `Nothing was imported: ${issues.length} problems.`,
    });
  }
}

/** Larger files are refused before they are read. */
const MAX_FILE_BYTES = 200 * 1024 * 1024;

async function textOf(file: File): Promise<string> {
  if (file.size > MAX_FILE_BYTES) {
    throw new Error(`it has ${Math.round(file.size / 1024 / 1024)} MB; the limit is 200 MB`);
  }
  return file.text();
}

function loadIssue(source: string, error: unknown): Issue {
  return {
    severity: 'error',
    code: 'file-unreadable',
    source,
    message: `It cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
    remedy: 'Check the file and try again.',
  };
}
