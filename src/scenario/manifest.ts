import type { ManifestKpi, ResultsManifest } from '../model/manifest';
import type { Issue } from '../model/outcome';
import type { BaseEdit, Scenario } from '../model/scenario';
import type { WeatherYear } from '../model/weather';
import { canonicalJson, hashText, hashWeather } from './hash';
import { hashScenario } from './inheritance';

/** What a run is a run of. */
export interface ManifestInputs {
  readonly scenario: Scenario;
  readonly district: { readonly id: string; readonly sha256: string };
  readonly baseEdits: readonly BaseEdit[];
  /** As it is run, the scenario's spells laid in. */
  readonly weather: WeatherYear;
  readonly stepS: 3600 | 900;
  readonly engineVersion: string;
}

type InputPart = Pick<
  ResultsManifest,
  'scenario' | 'district' | 'baseEdits' | 'weather' | 'stepS' | 'engineVersion'
>;

function inputPart({
  scenario,
  district,
  baseEdits,
  weather,
  stepS,
  engineVersion,
}: ManifestInputs): InputPart {
  const { id, name, year, seed } = scenario;
  return {
    scenario: { id, name, sha256: hashScenario(scenario), year, seed },
    district,
    baseEdits: { count: baseEdits.length, sha256: hashText(canonicalJson(baseEdits)) },
    weather: { name: weather.name, origin: weather.origin, sha256: hashWeather(weather) },
    stepS,
    engineVersion,
  };
}

export interface ManifestResults {
  readonly inputHash: string;
  readonly resultHash: string;
  readonly kpis: readonly {
    readonly id: string;
    readonly label: string;
    readonly value: number;
    readonly unit: string;
  }[];
}

export function manifestOf(
  inputs: ManifestInputs,
  { inputHash, resultHash, kpis }: ManifestResults,
  createdBy: ResultsManifest['createdBy'],
): ResultsManifest {
  return {
    schema: 'gridtwin-results/1',
    ...inputPart(inputs),
    voltages: inputs.stepS === 3600 ? 'screening (hourly means)' : '15-minute means',
    inputHash,
    resultHash,
    kpis: kpis.map(({ id, label, value, unit }): ManifestKpi => {
      // JSON holds no NaN.
      const known = value - value === 0;
      return { id, label, value: known ? value : null, unit };
    }),
    createdBy,
  };
}

const PART_WORDS = {
  scenario: 'scenario',
  district: 'district',
  baseEdits: 'corrections',
  weather: 'weather',
} as const;

/** Which inputs are not those the results were made of; empty where the manifest still stands for them. */
export function staleIssues(
  manifest: ResultsManifest,
  inputs: ManifestInputs,
  source: string,
): readonly Issue[] {
  const now = inputPart(inputs);
  const stale = (field: string, words: string, then: string, today: string): Issue[] =>
    then === today
      ? []
      : [
          {
            severity: 'warning',
            code: 'manifest-stale',
            source,
            field,
            value: then.slice(0, 12),
            message: `The results were made with another ${words} (${then.slice(0, 12)}, now ${today.slice(0, 12)}).`,
            remedy: 'Run the scenario again.',
          },
        ];
  const parts = Object.keys(PART_WORDS) as (keyof typeof PART_WORDS)[];
  return [
    ...parts.flatMap((part) => stale(part, PART_WORDS[part], manifest[part].sha256, now[part].sha256)),
    ...stale('stepS', 'step', String(manifest.stepS), String(now.stepS)),
    ...stale('engineVersion', 'version of the engine', manifest.engineVersion, now.engineVersion),
  ];
}
