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

/** What the figures must be to one another is checked across fields (districtIssues). */
const regulatorSchema = z.strictObject({
  stepPercent: z.number().min(0.1).max(10),
  minTap: z.int().min(-64).max(0),
  maxTap: z.int().min(0).max(64),
  setPointPu: z.number().min(0.85).max(1.15),
  bandPu: z.number().positive().max(0.2),
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
  voltageRegulator: regulatorSchema.exactOptional(),
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
  onLoadTapChanger: regulatorSchema.exactOptional(),
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
  members: z.array(idSchema).min(1).max(100_000).exactOptional(),
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
