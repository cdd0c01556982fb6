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

/** By the browser: no script has to, and the page goes on meanwhile. */
async function inflated(zlib: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([zlib as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new DecompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function fetchedBaseline(): Promise<RunResult | null> {
  const bytes = new Uint8Array(await (await fetched(FILES.baseline)).arrayBuffer());
  // Not in every browser.
  const inflate = typeof DecompressionStream === 'function' ? inflated : undefined;
  const read = await readRunFile(bytes, 'reference-town.baseline.run', inflate);
  return read.ok ? read.value : null;
}

/** The files as they come: the year, the largest, is inflated while somebody works on the others. */
function ask() {
  const files = {
    // A part of the program, which a test holds to what its reader gives: not checked again at every start.
    district: fetched(FILES.district).then((response) => response.json() as Promise<District>),
    transition: fetched(FILES.transition).then((response) => response.text()),
    baseline: fetchedBaseline(),
    // What it says can be counted again: without it the page opens all the same.
    counted: fetched(FILES.counted).then(
      (response) => response.text(),
      () => '',
    ),
  };
  // Whoever waits for one is told; the others may fail unheard.
  for (const file of Object.values(files)) file.catch(() => undefined);
  return files;
}

let asked: ReturnType<typeof ask> | null = null;

/** Asks for the files before it is known whether the page opens on them: it nearly always does. Gives what lets go of them. */
export function askForShipped(): () => void {
  asked = ask();
  return () => {
    asked = null;
  };
}

export async function loadShipped(): Promise<Outcome<Shipped>> {
  const files = asked ?? ask();
  asked = null;
  const district = await files.district;
  const weather = weatherOfDistrict(district);
  const sha256 = hashDistrict(district);
  const transition = readScenarioFile(await files.transition, 'transition-2035.scenario.json');
  if (!transition.ok || !weather.ok) return fail([...weather.issues, ...transition.issues]);
  const baseline = await files.baseline;
  return succeed({
    ...{ district, sha256, weather: weather.value, transition: transition.value, baseline },
    counted: baseline === null ? null : readCountedFile(await files.counted, baseline.inputHash),
  });
}
