import {
  BUILDING_USES,
  CHARGING_CONTROLS,
  COOLING_SYSTEMS,
  ENVELOPE_STATES,
  EVIDENCE_ATTRIBUTES,
  HEATING_SYSTEMS,
  OVERRIDABLE,
  QUALITY_CLASSES,
  RETROFIT_ELEMENTS,
  TANK_CONTROLS,
  type Overridable,
} from '../building';
import { z } from './zod';

export const idSchema = z.string().min(1).max(200);
export const pointSchema = z.tuple([z.number(), z.number()]);
export const ringSchema = z.array(pointSchema).min(3);
export const phaseSchema = z.enum(['a', 'b', 'c']);
const nonNegative = z.number().min(0);
const count = z.int().min(0);

export const footprintSchema = z.strictObject({ outer: ringSchema, holes: z.array(ringSchema) });

const share = z.number().min(0).max(1);

const planeSchema = z.strictObject({
  peakW: nonNegative,
  tiltDeg: z.number().min(0).max(90),
  azimuthDeg: z.number().min(0).max(360),
});
export const photovoltaicsSchema = planeSchema.extend({
  planes: z.array(planeSchema).min(1).max(100).exactOptional(),
  inverterW: nonNegative.exactOptional(),
});

const hour = z.number().min(0).max(24);
const hoursSchema = z.strictObject({ fromHour: hour, toHour: hour });

export const vehiclesSchema = z.strictObject({
  count,
  control: z.enum(CHARGING_CONTROLS),
  cheapHours: hoursSchema.exactOptional(),
  limitW: nonNegative.exactOptional(),
});

const efficiency = z.number().min(0.05).max(1);
const batterySchema = z
  .strictObject({
    capacityJ: z.number().positive(),
    powerW: z.number().positive(),
    control: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('selfConsumption') }),
      z.strictObject({
        kind: z.literal('peakShaving'),
        limitW: nonNegative,
        fillBelowW: nonNegative.exactOptional(),
      }),
      z.strictObject({ kind: z.literal('tariff'), cheapHours: hoursSchema, dearHours: hoursSchema }),
    ]),
    chargeEfficiency: efficiency.exactOptional(),
    dischargeEfficiency: efficiency.exactOptional(),
    minStoredShare: share.exactOptional(),
    maxStoredShare: share.exactOptional(),
    chargesFromGrid: z.boolean().exactOptional(),
    dischargesIntoGrid: z.boolean().exactOptional(),
  })
  .refine(({ minStoredShare = 0, maxStoredShare = 1 }) => minStoredShare <= maxStoredShare, {
    path: ['minStoredShare'],
    message: 'The least stored share lies above the largest one',
  });

const tankSchema = z.strictObject({
  volumeM3: nonNegative.max(1000),
  control: z.enum(TANK_CONTROLS),
  offPeakHours: hoursSchema.exactOptional(),
  lossWPerK: nonNegative.exactOptional(),
  chargingW: nonNegative.exactOptional(),
});

const flexibleHeatingSchema = z.strictObject({
  peakHours: hoursSchema,
  setbackK: nonNegative.max(10),
  preheatK: nonNegative.max(5),
  preheatMin: nonNegative.max(720),
});

const connectionSchema = z.strictObject({
  busId: idSchema,
  phases: z.array(phaseSchema).min(1).max(3),
  mainFuseA: z.number().positive(),
});

/** What a building of any kind may have; the archetypes lie well inside. */
export const OVERRIDE_RANGES: Readonly<Record<Overridable, readonly [min: number, max: number]>> = {
  uWallWPerM2K: [0.02, 6],
  uRoofWPerM2K: [0.02, 7],
  uFloorWPerM2K: [0.02, 7],
  uWindowWPerM2K: [0.2, 7],
  gValue: [0.05, 0.95],
  thermalBridgeWPerM2K: [0, 0.5],
  infiltrationPerH: [0, 5],
  windowShareOfFacade: [0.01, 0.95],
  blindClosedAboveWPerM2: [0, 2000],
  blindTransmittedShare: [0, 1],
  heatCapacityJPerM2K: [10000, 2000000],
  heatingSetpointDegC: [5, 30],
  heatingSetbackDegC: [0, 30],
  coolingSetpointDegC: [15, 40],
  coolingSetbackDegC: [15, 50],
  floorPerPersonM2: [0.5, 500],
  sensibleHeatPerPersonW: [0, 500],
  appliancesWPerM2: [0, 1000],
  lightingWPerM2: [0, 200],
  applianceHeatShare: [0, 1],
  outdoorAirM3PerSPerPerson: [0, 0.5],
  hotWaterLPerPersonDay: [0, 500],
  monthlyMultiplier: [0, 2],
  fansWPerM2: [0, 50],
  fansAboveDegC: [0, 60],
};

export const sourcedValueSchema = z.strictObject({
  value: z.number(),
  source: z.string().min(1).max(500),
  quality: z.enum(QUALITY_CLASSES),
});

const overridesSchema = z.strictObject(
  Object.fromEntries(
    OVERRIDABLE.map((name) => {
      const [min, max] = OVERRIDE_RANGES[name];
      return [name, sourcedValueSchema.extend({ value: z.number().min(min).max(max) }).exactOptional()];
    }),
  ) as Record<Overridable, z.ZodExactOptional<typeof sourcedValueSchema>>,
);

const insulation = z.strictObject({ insulationM: z.number().positive().max(1) }).exactOptional();
export const retrofitSchema = z.strictObject({
  roof: insulation,
  wall: insulation,
  floor: insulation,
  window: z
    .strictObject({ uValueWPerM2K: z.number().min(0.2).max(7), gValue: z.number().min(0.05).max(0.95) })
    .exactOptional(),
  airTightness: z.strictObject({ infiltrationPerH: z.number().min(0).max(5) }).exactOptional(),
  heatRecovery: z.strictObject({ share, fanWPerM3PerS: nonNegative.max(10000) }).exactOptional(),
  shading: z.strictObject({ closedAboveWPerM2: nonNegative, transmittedShare: share }).exactOptional(),
  setback: z.strictObject({ heatingSetbackDegC: z.number().min(0).max(30) }).exactOptional(),
  lighting: z.strictObject({ powerShare: share }).exactOptional(),
  thermostat: z.strictObject({ setbackDegC: z.number().min(0).max(30) }).exactOptional(),
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
  overrides: overridesSchema.exactOptional(),
  retrofit: retrofitSchema.exactOptional(),
  protectedElements: z.array(z.enum(RETROFIT_ELEMENTS)).exactOptional(),
  heating: z.enum(HEATING_SYSTEMS),
  cooling: z.enum(COOLING_SYSTEMS),
  photovoltaics: photovoltaicsSchema.nullable(),
  vehicles: vehiclesSchema.nullable(),
  battery: batterySchema.exactOptional(),
  hotWaterTank: tankSchema.exactOptional(),
  flexibleHeating: flexibleHeatingSchema.exactOptional(),
  connection: connectionSchema.nullable(),
  evidence: evidenceSchema,
});
