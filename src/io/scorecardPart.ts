import { QUALITY_CLASSES } from '../model/building';
import { fail, succeed, type Outcome } from '../model/outcome';
import { issuesFromZod } from '../model/schema/schemaIssues';
import { z } from '../model/schema/zod';
import type { U4sscTarget } from '../kpi/u4ssc';
import type { GivenInputs } from '../study/u4ssc';

/** What scorecards are scored against, and what no run can tell, as a project keeps them. */
export interface ScorecardPart {
  readonly inputs: GivenInputs;
  /** All that are in force; one that was cleared is not among them. */
  readonly targets: readonly U4sscTarget[];
}

const sourced = (most = Number.MAX_VALUE) =>
  z.strictObject({ value: z.number().min(0).max(most), quality: z.enum(QUALITY_CLASSES) }).exactOptional();

/** What a user knows of a district that no run can tell, each with its quality class. */
export const GIVEN_INPUTS_SCHEMA = z.strictObject({
  vehicles: sourced(),
  certifiedFloorAreaM2: sourced(),
  managedFloorAreaM2: sourced(),
  gridRenewableShare: sourced(1),
  publishedSets: sourced(),
  inventoriedSets: sourced(),
});

const SCHEMA = z.strictObject({
  inputs: GIVEN_INPUTS_SCHEMA,
  targets: z.array(
    z.strictObject({
      indicatorId: z.string(),
      target: z.number(),
      worst: z.number().exactOptional(),
      because: z.string().min(1).max(500),
      setBy: z.enum(['user', 'projectDefault']),
    }),
  ),
});

/** That part of a project, checked. */
export function scorecardPartOf(value: unknown, source: string): Outcome<ScorecardPart> {
  const parsed = SCHEMA.safeParse(value);
  return parsed.success ? succeed(parsed.data) : fail(issuesFromZod(parsed.error, value, source));
}
