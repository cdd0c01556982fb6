import { MEASURE_TYPES } from '../scenario';
import { idSchema } from './buildingSchema';
import { z } from './zod';

export const measureSchema = z.strictObject({
  id: idSchema,
  type: z.enum(MEASURE_TYPES),
  adoption: z.number().min(0).max(1),
  parameters: z.record(z.string(), z.number()),
});

export const scenarioSchema = z.strictObject({
  schema: z.literal('gridtwin-scenario/1'),
  id: idSchema,
  name: z.string(),
  description: z.string(),
  base: z.strictObject({ districtId: z.string(), sha256: z.string() }),
  year: z.int().min(1900).max(2200),
  seed: z.int(),
  measures: z.array(measureSchema),
});

export const baseEditSchema = z.strictObject({
  buildingId: idSchema,
  field: z.enum(['use', 'constructionYear', 'heating', 'cooling', 'households', 'phases', 'mainFuseA']),
  value: z.union([z.string(), z.number()]),
});
