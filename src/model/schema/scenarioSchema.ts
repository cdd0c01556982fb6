import { ASSUMPTIONS, type AssumptionKey } from '../assumptions';
import { OVERRIDABLE } from '../building';
import { LIMIT_PROFILES, type LimitsStandard } from '../limits';
import { FACT_FIELDS, MEASURE_TYPES } from '../scenario';
import {
  idSchema,
  OVERRIDE_RANGES,
  photovoltaicsSchema,
  retrofitSchema,
  householdElectricitySchema,
  sourcedValueSchema,
  vehiclesSchema,
} from './buildingSchema';
import { ownTariffsSchema } from './tariffsSchema';
import { selectorSchema, sha256Schema } from './selectorSchema';
import { z } from './zod';

const year = z.int().min(1900).max(2200);
const share = z.number().min(0).max(1);

export const measureSchema = z.strictObject({
  id: idSchema,
  type: z.enum(MEASURE_TYPES),
  selector: selectorSchema.describe('Whom it is for; everybody where absent').exactOptional(),
  adoption: z
    .union([share, z.array(z.strictObject({ year, share })).min(1).max(400)])
    .describe('Share of the eligible elements that take part; by year where it is a list, linear in between'),
  fromYear: year.describe('Nobody takes part before this year').exactOptional(),
  parameters: z.record(z.string(), z.number()),
  inheritedFrom: idSchema.describe('Id of the parent scenario').exactOptional(),
});

const date = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, {
  error: 'Expected 2025, 2025-01 or 2025-01-31',
});

const legalSchema = z.strictObject({
  type: z.enum(MEASURE_TYPES),
  status: z.enum(['allowed', 'permit', 'notYet']),
  source: z.string().min(1).max(500),
  date,
});

const assumptionSchema = z.strictObject({
  key: z.enum(Object.keys(ASSUMPTIONS) as [AssumptionKey, ...AssumptionKey[]]),
  value: z.number(),
  unit: z.string(),
  source: z.string().min(1).max(500),
  date,
});

const pu = z.number().min(0.1).max(2);

const limitsSchema = z.discriminatedUnion(
  'profile',
  [
    z.strictObject({ profile: z.enum(Object.keys(LIMIT_PROFILES) as [LimitsStandard, ...LimitsStandard[]]) }),
    z.strictObject({
      profile: z.literal('own'),
      lowerPu: pu,
      upperPu: pu,
      loadingLimit: z.number().positive().max(5).describe('Of the rated current or power, 1 = full'),
      source: z.string().min(1).max(500),
    }),
  ],
  { error: 'Expected a profile of EN 50160, ANSI C84.1 or own' },
);

const spellSchema = z.strictObject({
  kind: z.enum(['coldSnap', 'heatWave']),
  startDay: z.int().min(1).max(365).describe('Day of the year, 1 = 1 January'),
  byK: z.number().positive().max(30),
});

const notes = z.array(z.string().max(5000)).max(200);

export const scenarioSchema = z.strictObject({
  schema: z.literal('gridtwin-scenario/2'),
  id: idSchema,
  name: z.string(),
  description: z.string(),
  base: z.strictObject({ districtId: z.string(), sha256: z.string() }),
  parent: z.strictObject({ id: idSchema, name: z.string(), sha256: sha256Schema }).exactOptional(),
  year,
  seed: z.int(),
  notes: notes.exactOptional(),
  measures: z.array(measureSchema).max(1000),
  assumptions: z.array(assumptionSchema).exactOptional(),
  tariffs: ownTariffsSchema
    .describe('Tariffs of its own and who gets which; they change bills and no run')
    .exactOptional(),
  legal: z
    .array(legalSchema)
    .max(200)
    .describe(
      'Whether a measure may be done here, by measure, with date and source; it changes nothing computed',
    )
    .exactOptional(),
  limits: limitsSchema.describe('EN 50160 where absent').exactOptional(),
  spells: z.array(spellSchema).max(50).exactOptional(),
  path: z
    .strictObject({ years: z.array(year).min(1).max(200) })
    .describe('2025 to 2050 by five years where absent')
    .exactOptional(),
});

/** The file format as JSON Schema (draft 2020-12), for editors and other programs. */
export function scenarioJsonSchema(): unknown {
  return { title: 'Gridtwin scenario', ...z.toJSONSchema(scenarioSchema, { target: 'draft-2020-12' }) };
}

const factEditSchema = z.strictObject({
  buildingId: idSchema,
  field: z.enum(FACT_FIELDS),
  value: z.union([z.string(), z.number()]),
});

const ownNumberEditSchema = z
  .strictObject({
    buildingId: idSchema,
    field: z.enum(OVERRIDABLE),
    value: sourcedValueSchema.nullable(),
  })
  .check(({ value: { field, value }, issues }) => {
    const [min, max] = OVERRIDE_RANGES[field];
    if (value === null || (value.value >= min && value.value <= max)) return;
    issues.push({
      code: 'custom',
      message: `${field} lies between ${min} and ${max}`,
      path: ['value', 'value'],
      input: value.value,
    });
  });

/** What of a building a correction states is checked as the building itself is. */
export const baseEditSchema = z.discriminatedUnion('field', [
  factEditSchema,
  ownNumberEditSchema,
  z.strictObject({ buildingId: idSchema, field: z.literal('retrofit'), value: retrofitSchema }),
  z.strictObject({
    buildingId: idSchema,
    field: z.literal('photovoltaics'),
    value: photovoltaicsSchema.nullable(),
  }),
  z.strictObject({ buildingId: idSchema, field: z.literal('vehicles'), value: vehiclesSchema.nullable() }),
  z.strictObject({
    buildingId: idSchema,
    field: z.literal('householdElectricity'),
    value: householdElectricitySchema.nullable(),
  }),
]);
