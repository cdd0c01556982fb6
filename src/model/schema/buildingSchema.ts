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
import { RESPONSIVE_TARIFFS } from '../demandResponse';
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
const voltagePu = z.number().min(0.5).max(1.5);
const voltVarSchema = z
  .strictObject({
    v1Pu: voltagePu,
    v2Pu: voltagePu,
    v3Pu: voltagePu,
    v4Pu: voltagePu,
    share,
    ratedSVa: nonNegative,
  })
  .refine(({ v1Pu, v2Pu, v3Pu, v4Pu }) => v1Pu < v2Pu && v2Pu <= v3Pu && v3Pu < v4Pu, {
    message: 'The voltages must rise.',
  });
const voltWattSchema = z
  .strictObject({ v1Pu: voltagePu, v2Pu: voltagePu, shareAbove: share })
  .refine(({ v1Pu, v2Pu }) => v1Pu < v2Pu, { message: 'The voltages must rise.' });

export const photovoltaicsSchema = planeSchema.extend({
  planes: z.array(planeSchema).min(1).max(100).exactOptional(),
  inverterW: nonNegative.exactOptional(),
  voltVar: voltVarSchema.exactOptional(),
  voltWatt: voltWattSchema.exactOptional(),
  exportLimitW: nonNegative.exactOptional(),
});

const hour = z.number().min(0).max(24);
const hoursSchema = z.strictObject({ fromHour: hour, toHour: hour });

export const vehiclesSchema = z
  .strictObject({
    count,
    control: z.enum(CHARGING_CONTROLS),
    cheapHours: hoursSchema.exactOptional(),
    limitW: nonNegative.exactOptional(),
    stationLimitShare: nonNegative.exactOptional(),
  })
  .refine(({ control, stationLimitShare }) => stationLimitShare === undefined || control === 'stationLimit', {
    path: ['stationLimitShare'],
    message: 'Only cars under the control "stationLimit" keep to a limit of their station.',
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

const householdNumbers = z
  .array(count.max(4999))
  .min(1)
  .refine((numbers) => numbers.every((number, at) => at === 0 || number > numbers[at - 1]!), {
    message: 'Numbers of households are ascending, each once',
  });
const tariffSchema = z.strictObject({
  tariffId: z.enum(RESPONSIVE_TARIFFS),
  households: householdNumbers,
  response: z.strictObject({
    substitutionElasticity: nonNegative.max(2),
    ownPriceElasticity: z.number().min(-2).max(0),
    flexibleShare: share,
  }),
});
const loadControlSchema = z.strictObject({
  households: householdNumbers,
  hours: hoursSchema,
  days: z.enum(['weekdays', 'criticalDays']),
  cutShare: share,
  reboundShare: share,
  reboundH: z.number().min(0.25).max(24),
});
const feedbackSchema = z.strictObject({ households: householdNumbers, savedShare: share });
const auditSchema = z.strictObject({ recoveredShare: share, savedShare: share });
const communitySchema = z.strictObject({
  priceShare: share,
  gridWaivedShare: share,
  levyWaivedShare: share,
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

/** What calibration may make of the households that are drawn: a fifth to five times. */
export const HOUSEHOLD_ELECTRICITY_RANGE = [0.2, 5] as const;
export const householdElectricitySchema = sourcedValueSchema.extend({
  value: z.number().min(HOUSEHOLD_ELECTRICITY_RANGE[0]).max(HOUSEHOLD_ELECTRICITY_RANGE[1]),
});

const boilerEfficiencySchema = sourcedValueSchema.extend({ value: z.number().min(0.3).max(1) });
const heatPumpUnitSchema = z.strictObject({
  cutOffDegC: z.number().min(-50).max(30),
  sizeShare: z.number().min(0).max(5),
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
  appliances: z.strictObject({ powerShare: share }).exactOptional(),
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
  boilerEfficiency: boilerEfficiencySchema.exactOptional(),
  heatPumpUnit: heatPumpUnitSchema.exactOptional(),
  cooling: z.enum(COOLING_SYSTEMS),
  photovoltaics: photovoltaicsSchema.nullable(),
  vehicles: vehiclesSchema.nullable(),
  battery: batterySchema.exactOptional(),
  hotWaterTank: tankSchema.exactOptional(),
  flexibleHeating: flexibleHeatingSchema.exactOptional(),
  householdElectricity: householdElectricitySchema.exactOptional(),
  smartMeter: z.boolean().exactOptional(),
  meterAudit: auditSchema.exactOptional(),
  tariff: tariffSchema.exactOptional(),
  loadControl: loadControlSchema.exactOptional(),
  consumptionFeedback: feedbackSchema.exactOptional(),
  energyCommunity: communitySchema.exactOptional(),
  connection: connectionSchema.nullable(),
  evidence: evidenceSchema,
});
