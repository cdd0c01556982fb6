import {
  BUILDING_USES,
  COOLING_SYSTEMS,
  ENVELOPE_STATES,
  EVIDENCE_ATTRIBUTES,
  HEATING_SYSTEMS,
} from '../building';
import { z } from './zod';

export const idSchema = z.string().min(1).max(200);
export const pointSchema = z.tuple([z.number(), z.number()]);
export const ringSchema = z.array(pointSchema).min(3);
export const phaseSchema = z.enum(['a', 'b', 'c']);
const nonNegative = z.number().min(0);
const count = z.int().min(0);

export const footprintSchema = z.strictObject({ outer: ringSchema, holes: z.array(ringSchema) });

const photovoltaicsSchema = z.strictObject({
  peakW: nonNegative,
  tiltDeg: z.number().min(0).max(90),
  azimuthDeg: z.number().min(0).max(360),
});

const vehiclesSchema = z.strictObject({ count, control: z.enum(['unmanaged', 'managed']) });

const connectionSchema = z.strictObject({
  busId: idSchema,
  phases: z.array(phaseSchema).min(1).max(3),
  mainFuseA: z.number().positive(),
});

export const evidenceSchema = z.partialRecord(
  z.enum(EVIDENCE_ATTRIBUTES),
  z.enum(['given', 'derived', 'assumed']),
);

export const buildingSchema = z.strictObject({
  id: idSchema,
  name: z.string().exactOptional(),
  footprint: footprintSchema,
  baseElevationM: z.number().min(-500).max(9000),
  heightM: z.number().positive().max(1000),
  roof: z.enum(['flat', 'gabled', 'hipped']),
  levels: z.int().min(1).max(200),
  use: z.enum(BUILDING_USES),
  constructionYear: z.int().min(1000).max(2200),
  households: count.max(5000),
  envelope: z.enum(ENVELOPE_STATES),
  heating: z.enum(HEATING_SYSTEMS),
  cooling: z.enum(COOLING_SYSTEMS),
  photovoltaics: photovoltaicsSchema.nullable(),
  vehicles: vehiclesSchema.nullable(),
  connection: connectionSchema.nullable(),
  evidence: evidenceSchema,
});
