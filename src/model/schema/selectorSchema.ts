import {
  OPERATORS,
  SELECTOR_ATTRIBUTES,
  UPSTREAM_KINDS,
  type SelectorAttribute,
  type SelectorRule,
} from '../selector';
import { idSchema } from './buildingSchema';
import { z } from './zod';

const MAX_MEMBERS = 100_000;

/** SHA-256 as hexadecimal text. */
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/, { error: 'Expected 64 hexadecimal digits' });

const attributes = Object.keys(SELECTOR_ATTRIBUTES) as [SelectorAttribute, ...SelectorAttribute[]];
const simpleValue = z.union([z.string(), z.number()]);

const conditionSchema = z.strictObject({
  attribute: z.enum(attributes),
  operator: z.enum(OPERATORS),
  value: z.union([z.string(), z.number(), z.boolean(), z.array(simpleValue).min(1).max(MAX_MEMBERS)]),
});

/** Rules nest; how types and values of conditions fit together is checked afterwards (selectorIssues.ts). */
const nestedRule: z.ZodType<SelectorRule> = z.lazy(() => selectorRuleSchema);
const rules = z.array(nestedRule).min(1).max(100);

export const selectorRuleSchema: z.ZodType<SelectorRule> = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('all') }),
    z.strictObject({ kind: z.literal('query'), where: z.array(conditionSchema).min(1).max(100) }),
    z.strictObject({
      kind: z.literal('polygon'),
      points: z
        .array(z.tuple([z.number(), z.number()]))
        .min(3)
        .max(MAX_MEMBERS)
        .describe("Metres in the district's frame, x east, y north; the first point is not repeated"),
    }),
    z.strictObject({ kind: z.literal('downstream'), from: z.enum(UPSTREAM_KINDS), id: idSchema }),
    z.strictObject({ kind: z.literal('ids'), ids: z.array(idSchema).min(1).max(MAX_MEMBERS) }),
    z.strictObject({ kind: z.enum(['union', 'intersection']), rules }),
    z.strictObject({ kind: z.literal('except'), rule: nestedRule, without: nestedRule }),
  ],
  { error: 'Expected a rule of kind all, query, polygon, downstream, ids, union, intersection or except' },
);

export const selectorSchema = z.strictObject({
  rule: selectorRuleSchema,
  kept: z
    .strictObject({ ids: z.array(idSchema).max(MAX_MEMBERS), sha256: sha256Schema })
    .describe('What the rule gave when it was last resolved, sorted; these elements count, not the rule')
    .exactOptional(),
});
