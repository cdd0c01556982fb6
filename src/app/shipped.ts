import { readCountedFile } from '../io/countedFile';
import { readDistrictFile } from '../io/districtFile';
import { readScenarioFile } from '../io/scenarioFile';
import { readRunFile } from '../io/runFile';
import type { Kpi } from '../kpi';
import type { District } from '../model/district';
import { fail, settle, type Outcome } from '../model/outcome';
import type { Scenario } from '../model/scenario';
import type { RunResult } from '../study/runResult';

/** What the app opens on without a run: district, transition scenario, and the baseline's year computed beforehand. */
export interface Shipped {
  readonly district: District;
  readonly transition: Scenario;
  /** Null where it is that of another version: it is computed again. */
  readonly baseline: RunResult | null;
  /** What that year comes to for its households, counted beforehand as well; null without such a year. */
  readonly counted: readonly Kpi[] | null;
}

const FILES = {
  district: new URL('../../scenarios/reference-town.district.json', import.meta.url),
  transition: new URL('../../scenarios/transition-2035.scenario.json', import.meta.url),
  baseline: new URL('../../scenarios/reference-town.baseline.run', import.meta.url),
  counted: new URL('../../scenarios/reference-town.baseline.counted.json', import.meta.url),
};

async function fetched(url: URL): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.pathname}: ${response.status} ${response.statusText}`);
  return response;
}

export async function loadShipped(): Promise<Outcome<Shipped>> {
  const [districtText, transitionText, baselineBytes, countedText] = await Promise.all([
    fetched(FILES.district).then((response) => response.text()),
    fetched(FILES.transition).then((response) => response.text()),
    fetched(FILES.baseline).then((response) => response.arrayBuffer()),
    // What it says can be counted again: without it the page opens all the same.
    fetched(FILES.counted).then(
      (response) => response.text(),
      () => '',
    ),
  ]);
  const district = readDistrictFile(districtText, 'reference-town.district.json');
  const transition = readScenarioFile(transitionText, 'transition-2035.scenario.json');
  const baseline = readRunFile(new Uint8Array(baselineBytes), 'reference-town.baseline.run');
  if (!district.ok || !transition.ok) return fail([...district.issues, ...transition.issues]);
  const kept = baseline.ok ? baseline.value : null;
  return settle(
    {
      district: district.value,
      transition: transition.value,
      baseline: kept,
      counted: kept === null ? null : readCountedFile(countedText, kept.inputHash),
    },
    [],
  );
}
