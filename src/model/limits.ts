/** What the network has to keep, as far as the indicators of a year count it. */
export interface Limits {
  /** Phase voltage in per unit of nominal. */
  readonly lowerPu: number;
  readonly upperPu: number;
  /** Of the rated current or power, 1 = full. */
  readonly loadingLimit: number;
}

/** Where the figures are said with their sources: src/study/network/{en50160,ansiC84}.ts; a test holds them equal. */
export const LIMIT_PROFILES = {
  /** U_n +-10 %. The standard judges 10-minute means; longer steps are a screening. */
  'EN 50160': { lowerPu: 0.9, upperPu: 1.1, loadingLimit: 1 },
  /** Range A, service voltage: 114 to 126 V on 120 V. */
  'ANSI C84.1': { lowerPu: 114 / 120, upperPu: 126 / 120, loadingLimit: 1 },
} as const satisfies Readonly<Record<string, Limits>>;
/** EN 50160: |V-|/|V+|, which 95 % of a week's values keep to. */
export const UNBALANCE_MAX = 0.02;

export type LimitsStandard = keyof typeof LIMIT_PROFILES;

/** A standard by name, or planning limits of one's own. */
export type LimitsProfile =
  { readonly profile: LimitsStandard } | ({ readonly profile: 'own'; readonly source: string } & Limits);

export const DEFAULT_LIMITS: LimitsProfile = { profile: 'EN 50160' };
