import { KPI_PLACES } from '../kpi/kpiGroups';
import { KPI_LEVELS, placeKpiIds } from '../kpi/placeKpis';
import type { Issue } from '../model/outcome';
import { selectorRuleSchema } from '../model/schema/selectorSchema';
import { selectorIssues } from '../model/schema/selectorIssues';
import { issuesFromZod } from '../model/schema/schemaIssues';
import { z } from '../model/schema/zod';
import { MEASURE_TYPES } from '../model/scenario';
import { ELEMENT_KINDS } from '../model/selector';
import { CHALLENGE_SIGNS, CHALLENGE_TONES, type SessionChallenge, type SessionCondition } from './session';

export const MOST_CHALLENGES = 20;

const text = z.string().min(1).max(400);
const id = z.string().regex(/^[\w-]{1,60}$/, { error: 'Expected up to 60 letters, digits and hyphens' });
const elementId = z.string().min(1).max(200);
const test = { is: z.enum(CHALLENGE_SIGNS), value: z.number() };

const place = z.discriminatedUnion(
  'level',
  [
    z.strictObject({ level: z.literal('district') }),
    z.strictObject({ level: z.enum(['station', 'feeder']), id: elementId }),
    z.strictObject({ level: z.literal('buildings'), where: selectorRuleSchema }),
  ],
  { error: `Expected a place of level ${KPI_LEVELS.join(', ')}` },
);

const condition = z.discriminatedUnion(
  'of',
  [
    z.strictObject({ of: z.literal('kpi'), kpi: z.string().max(80), at: place, ...test }),
    z.strictObject({ of: z.literal('lever'), lever: z.string().max(80), ...test }),
    z.strictObject({ of: z.literal('measure'), measure: z.enum(MEASURE_TYPES), ...test }),
    z.strictObject({
      of: z.literal('count'),
      elements: z.enum(ELEMENT_KINDS),
      where: selectorRuleSchema,
      ...test,
    }),
  ],
  { error: 'Expected a condition of kpi, lever, measure or count' },
);

const challenge = z.strictObject({
  id,
  when: z.array(condition).min(1).max(6),
  tone: z.enum(CHALLENGE_TONES),
  words: z.union([text, z.strictObject({ en: text, de: text })]),
});

/**
 * The challenges of a session, or everything that is wrong in them: shapes, indicators that nobody knows or that a level cannot
 * tell, levers that the session does not have, and queries that ask for what an attribute cannot be.
 */
export function readChallenges(
  value: unknown,
  source: string,
  levers: ReadonlySet<string>,
): { readonly challenges: readonly SessionChallenge[]; readonly issues: readonly Issue[] } {
  if (value === undefined) return { challenges: [], issues: [] };
  const parsed = z.array(challenge).max(MOST_CHALLENGES).safeParse(value);
  if (!parsed.success)
    return {
      challenges: [],
      issues: issuesFromZod(parsed.error, value, source).map((issue) => ({
        ...issue,
        field: `challenges.${issue.field ?? ''}`,
      })),
    };
  const challenges: readonly SessionChallenge[] = parsed.data;
  const ids = challenges.map((one) => one.id);
  const twice = ids.filter((one, row) => ids.indexOf(one) !== row);
  return {
    challenges,
    issues: [
      ...twice.map((one) =>
        refused(source, 'challenges', one, 'It stands there twice.', 'Keep one of them.'),
      ),
      ...challenges.flatMap(({ when }, row) =>
        when.flatMap((one, at) => conditionIssues(one, source, `challenges[${row}].when[${at}]`, levers)),
      ),
    ],
  };
}

function conditionIssues(
  one: SessionCondition,
  source: string,
  at: string,
  levers: ReadonlySet<string>,
): readonly Issue[] {
  switch (one.of) {
    case 'lever':
      return levers.has(one.lever)
        ? []
        : [
            refused(
              source,
              `${at}.lever`,
              one.lever,
              'The session has no such lever.',
              'Name a lever by its id.',
            ),
          ];
    case 'measure':
      return [];
    case 'count':
      return selectorIssues(one.where, { source, where: at });
    case 'kpi': {
      const known = one.at.level === 'district' ? [...KPI_PLACES.keys()] : placeKpiIds(one.at.level);
      const unknown = known.includes(one.kpi)
        ? []
        : [
            KPI_PLACES.has(one.kpi)
              ? refused(
                  source,
                  `${at}.kpi`,
                  one.kpi,
                  `The level ${one.at.level} cannot tell this indicator.`,
                  `Ask the district for it, or for one of ${known.join(', ')}.`,
                )
              : refused(
                  source,
                  `${at}.kpi`,
                  one.kpi,
                  'There is no such indicator.',
                  'Take an id of the comparison table.',
                ),
          ];
      return one.at.level === 'buildings'
        ? [...unknown, ...selectorIssues(one.at.where, { source, where: at })]
        : unknown;
    }
  }
}

const refused = (source: string, field: string, value: string, message: string, remedy: string): Issue => ({
  ...{ severity: 'error', code: 'session-refused', source },
  ...{ field, value, message, remedy },
});
