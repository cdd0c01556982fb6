import { buildingSchema, idSchema, pointSchema } from './buildingSchema';
import { networkSchema } from './networkSchema';
import { z } from './zod';

const streetSchema = z.strictObject({
  id: idSchema,
  name: z.string().exactOptional(),
  path: z.array(pointSchema).min(2),
  widthM: z.number().positive(),
});

const openSpaceSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(['park', 'square', 'water']),
  outline: z.array(pointSchema).min(3),
});

const weatherReferenceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('synthetic'), climate: z.string().min(1) }),
  z.strictObject({ kind: z.literal('epw'), fileName: z.string(), sha256: z.string() }),
]);

export const districtSchema = z.strictObject({
  schema: z.literal('gridtwin-district/1'),
  id: idSchema,
  name: z.string(),
  description: z.string(),
  seed: z.int(),
  frame: z.strictObject({
    longitudeDeg: z.number().min(-180).max(180),
    latitudeDeg: z.number().min(-90).max(90),
    sourceCrs: z.string(),
  }),
  archetypeRegion: z.enum(['centralEurope', 'nordic', 'mediterranean', 'warm']),
  weather: weatherReferenceSchema,
  buildings: z.array(buildingSchema),
  streets: z.array(streetSchema),
  openSpaces: z.array(openSpaceSchema),
  network: networkSchema.nullable(),
});
