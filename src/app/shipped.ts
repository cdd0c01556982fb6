import { readCountedFile } from '../io/countedFile';
import { readScenarioFile } from '../io/scenarioFile';
import { readRunFile } from '../io/runFile';
import type { Kpi } from '../kpi';
import type { District } from '../model/district';
import { fail, succeed, type Outcome } from '../model/outcome';
import type { Scenario } from '../model/scenario';
import type { WeatherYear } from '../model/weather';
import { hashDistrict } from '../scenario';
import type { RunResult } from '../study/runResult';
import { weatherOfDistrict } from '../synthesis/weatherOfDistrict';

/** What the app opens on without a run: district, transition scenario, and the baseline's year computed beforehand. */
export interface Shipped {
  readonly district: District;
  /** Of the district, as `hashDistrict` gives it. */
  readonly sha256: string;
  readonly weather: WeatherYear;
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

/**
 * A part of the program, which a test holds to what its reader gives: not checked again at every start. What follows from it is
 * worked out here, while the year, the larger file, is still coming.
 */
async function fetchedDistrict(): Promise<Outcome<Pick<Shipped, 'district' | 'sha256' | 'weather'>>> {
  const response = await fetched(FILES.district);
  const district = (await response.json()) as District;
  const weather = weatherOfDistrict(district);
  if (!weather.ok) return weather;
  return succeed({ district, sha256: hashDistrict(district), weather: weather.value });
}

/** By the browser: no script has to. */
async function inflated(zlib: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([zlib as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new DecompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

export async function loadShipped(): Promise<Outcome<Shipped>> {
  const [district, transitionText, baselineBytes, countedText] = await Promise.all([
    fetchedDistrict(),
    fetched(FILES.transition).then((response) => response.text()),
    fetched(FILES.baseline).then((response) => response.arrayBuffer()),
    // What it says can be counted again: without it the page opens all the same.
    fetched(FILES.counted).then(
      (response) => response.text(),
      () => '',
    ),
  ]);
  const transition = readScenarioFile(transitionText, 'transition-2035.scenario.json');
  if (!transition.ok || !district.ok) return fail([...district.issues, ...transition.issues]);
  const run = new Uint8Array(baselineBytes);
  // Not in every browser.
  const inflate = typeof DecompressionStream === 'function' ? inflated : undefined;
  const baseline = await readRunFile(run, 'reference-town.baseline.run', inflate);
  const kept = baseline.ok ? baseline.value : null;
  return succeed({
    ...district.value,
    transition: transition.value,
    baseline: kept,
    counted: kept === null ? null : readCountedFile(countedText, kept.inputHash),
  });
}
