/**
 * What a run gave and what it was a run of: by hashes, so that a figure can be traced to its inputs and made again. Scenario
 * files hold no results; they live here.
 */
export interface ManifestKpi {
  readonly id: string;
  readonly label: string;
  /** In the unit beside it; null where it cannot be told. */
  readonly value: number | null;
  readonly unit: string;
}

export interface ResultsManifest {
  readonly schema: 'gridtwin-results/1';
  readonly scenario: {
    readonly id: string;
    readonly name: string;
    readonly sha256: string;
    readonly year: number;
    readonly seed: number;
  };
  readonly district: { readonly id: string; readonly sha256: string };
  /** Corrections of present-day facts, part of every scenario of the district. */
  readonly baseEdits: { readonly count: number; readonly sha256: string };
  /** As it was run, the scenario's spells laid in. */
  readonly weather: { readonly name: string; readonly origin: 'epw' | 'synthetic'; readonly sha256: string };
  readonly stepS: 3600 | 900;
  /** What the voltages are means of. */
  readonly voltages: string;
  readonly engineVersion: string;
  /** Of everything the physics depends on; of everything it gave. */
  readonly inputHash: string;
  readonly resultHash: string;
  readonly kpis: readonly ManifestKpi[];
  readonly createdBy: { readonly program: string; readonly version: string; readonly runtime: string };
}
