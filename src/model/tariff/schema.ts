import { QUALITY_CLASSES } from '../building';
import { idSchema } from '../schema/buildingSchema';
import { z } from '../schema/zod';
import { TARIFF_DAYS } from './types';

/** Shapes and types; what values may be and how blocks meet is told by `tariffIssues`, all at once. */
const price = z.strictObject({ supplier: z.number(), grid: z.number(), levies: z.number() });
const hours = z.strictObject({ fromHour: z.number(), toHour: z.number() });

const block = z.strictObject({
  id: idSchema,
  name: z.string().exactOptional(),
  months: z.array(z.int()).exactOptional(),
  days: z.array(z.enum(TARIFF_DAYS)).exactOptional(),
  hours: hours.exactOptional(),
  perKWh: z.array(price),
});

const energy = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('blocks'),
    tierLimitsKWhPerMonth: z.array(z.number()).max(20),
    blocks: z.array(block).max(500),
  }),
  z.strictObject({
    kind: z.literal('dynamic'),
    marketPerKWh: z.array(z.number()).max(10000),
    leastPerKWh: z.number(),
    mostPerKWh: z.number(),
    addedPerKWh: price,
  }),
]);

export const tariffSchema = z.strictObject({
  schema: z.literal('gridtwin-tariff/1'),
  id: idSchema,
  name: z.string(),
  description: z.string(),
  operator: z.string(),
  currency: z.string(),
  year: z.int(),
  source: z.string().min(1).max(500),
  quality: z.enum(QUALITY_CLASSES),
  social: z.boolean(),
  vatShare: z.number(),
  connectionPerYear: price,
  contractedPerKWYear: price,
  energy,
  criticalPeak: z
    .strictObject({
      days: z.array(z.strictObject({ name: z.string(), month: z.int(), day: z.int() })).max(366),
      hours,
      perKWh: price,
    })
    .exactOptional(),
  peak: z
    .strictObject({ perKWMonth: price, leastKW: z.number(), hours: hours.exactOptional() })
    .exactOptional(),
  feedInPerKWh: z.number(),
});
