import { idSchema, pointSchema } from './buildingSchema';
import { z } from './zod';

const nonNegative = z.number().min(0);
const positive = z.number().positive();

const busSchema = z.strictObject({
  id: idSchema,
  nominalVoltageV: positive,
  position: pointSchema,
  synthetic: z.boolean(),
  addedFor: idSchema.exactOptional(),
});

const lineTypeSchema = z.strictObject({
  id: idSchema,
  r1OhmPerKm: nonNegative,
  x1OhmPerKm: nonNegative,
  r0OhmPerKm: nonNegative,
  x0OhmPerKm: nonNegative,
  c1NanofaradPerKm: nonNegative,
  c0NanofaradPerKm: nonNegative,
  ratedCurrentA: positive,
  underground: z.boolean(),
  source: z.string(),
});

const lineSchema = z.strictObject({
  id: idSchema,
  fromBusId: idSchema,
  toBusId: idSchema,
  lineTypeId: idSchema,
  lengthM: positive,
  role: z.enum(['mv', 'lvMain', 'service']),
  parallel: z.int().min(1),
  path: z.array(pointSchema),
  synthetic: z.boolean(),
  asBuilt: z.strictObject({ lineTypeId: idSchema, parallel: z.int().min(1) }).exactOptional(),
  addedFor: idSchema.exactOptional(),
});

const transformerTypeSchema = z.strictObject({
  id: idSchema,
  ratedSVa: positive,
  fromVoltageV: positive,
  toVoltageV: positive,
  vectorGroup: z.string(),
  shortCircuitVoltagePercent: positive,
  loadLossW: nonNegative,
  noLoadLossW: nonNegative,
  noLoadCurrentPercent: nonNegative,
  source: z.string(),
});

const transformerSchema = z.strictObject({
  id: idSchema,
  fromBusId: idSchema,
  toBusId: idSchema,
  transformerTypeId: idSchema,
  tapPercent: z.number().min(-20).max(20),
  position: pointSchema,
  synthetic: z.boolean(),
  asBuiltTypeId: idSchema.exactOptional(),
  monitored: z.boolean().exactOptional(),
  dynamicRating: z.strictObject({ hotSpotLimitDegC: z.number().min(60).max(200) }).exactOptional(),
  addedFor: idSchema.exactOptional(),
});

const switchSchema = z.strictObject({
  id: idSchema,
  lineId: idSchema,
  closed: z.boolean(),
  normallyOpen: z.boolean(),
  remote: z.boolean().exactOptional(),
  addedFor: idSchema.exactOptional(),
});

const sourceSchema = z.strictObject({
  id: idSchema,
  busId: idSchema,
  voltagePu: z.number().min(0.5).max(1.5),
  loweredByPu: z.number().min(0).max(0.2).exactOptional(),
  shortCircuitSVa: positive,
  rOverX: nonNegative,
});

const storageSchema = z.strictObject({
  id: idSchema,
  busId: idSchema,
  capacityJ: nonNegative,
  powerW: nonNegative,
  roundTripEfficiency: z.number().positive().max(1),
  transformerId: idSchema,
});

export const networkSchema = z.strictObject({
  buses: z.array(busSchema),
  lineTypes: z.array(lineTypeSchema),
  lines: z.array(lineSchema),
  transformerTypes: z.array(transformerTypeSchema),
  transformers: z.array(transformerSchema),
  switches: z.array(switchSchema),
  sources: z.array(sourceSchema),
  storages: z.array(storageSchema),
  sizingRule: z.string().exactOptional(),
});
