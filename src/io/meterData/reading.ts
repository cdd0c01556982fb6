/** One reading at a known instant, as both readers hand it on. */
export interface Reading {
  /** Where it stands in the file, `line 12`. */
  readonly where: string;
  /** Start of its interval (of a register: the instant it was read), seconds since 1970 UTC. */
  readonly startS: number;
  readonly durationS: number;
  /** Mean power in W; of a register the reading in J. NaN: named bad or missing already. */
  readonly value: number;
  /** The value as it stands in the file. */
  readonly text: string;
}
