import { z } from '../schema/zod';
import { GASES, ROUGHNESSES, TERRAINS } from './types';

/** Shapes and ranges of the building file; what spans objects is checked in `buildingModelIssues`. */
const id = z.string().min(1).max(200);
const positive = z.number().positive();
const nonNegative = z.number().min(0);
const share = z.number().min(0).max(1);
const openShare = z.number().min(0).lt(1);
const name = z.string().max(200).exactOptional();

const layer = z.union([
  z.strictObject({
    name,
    thicknessM: positive.max(20).describe('m'),
    conductivityWPerMK: positive.max(1000).describe('W/(m K)'),
    densityKgPerM3: nonNegative.max(25000).describe('kg/m3; 0 for a layer without mass'),
    specificHeatJPerKgK: nonNegative.max(20000).describe('J/(kg K); 0 for a layer without mass'),
  }),
  z.strictObject({
    name,
    resistanceM2KPerW: positive.max(1000).describe('m2 K/W, for an air cavity or insulation without mass'),
  }),
]);

const construction = z.strictObject({
  id,
  layers: z.array(layer).min(1).max(30).describe('from outside, or the `boundary` zone, to inside'),
});

const pane = z.strictObject({
  thicknessM: positive.max(0.2),
  conductivityWPerMK: positive.max(500),
  solarTransmittance: share.describe('of the pane alone at normal incidence'),
  solarReflectanceFront: share.describe('front looks outside'),
  solarReflectanceBack: share,
  emissivityFront: share.describe('infrared, hemispherical'),
  emissivityBack: share,
});

const glazing = z.discriminatedUnion('kind', [
  z.strictObject({
    id,
    kind: z.literal('layers'),
    panes: z.array(pane).min(1).max(6).describe('from outside to inside'),
    gaps: z
      .array(z.strictObject({ thicknessM: positive.max(1), gas: z.enum(GASES) }))
      .max(5)
      .describe('one fewer than panes'),
  }),
  z.strictObject({
    id,
    kind: z.literal('simple'),
    uValueWPerM2K: positive.max(10).describe('air to air, films of EN 673'),
    gValue: z.number().positive().lt(1).describe('total solar energy transmittance at normal incidence'),
  }),
]);

const course = z.union([z.number(), id]).describe('a constant, or the id of a schedule');

const window = z.strictObject({
  id,
  glazing: id.describe('id of a glazing'),
  xM: nonNegative.describe('left edge, seen from outside, from the element’s left edge'),
  zM: nonNegative.describe('lower edge above the element’s lower edge'),
  widthM: positive,
  heightM: positive,
  frame: z.strictObject({ areaShare: openShare, uValueWPerM2K: positive.max(20) }).exactOptional(),
  blind: z
    .strictObject({
      closedAboveWPerM2: nonNegative,
      transmittedShare: share,
      course: course.exactOptional().describe('share of the window that is closed then, 1 where absent'),
    })
    .exactOptional()
    .describe('movable shading'),
});

const shade = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('overhang'),
    fromXM: z.number(),
    toXM: z.number(),
    zM: z.number(),
    depthM: positive.max(100),
  }),
  z.strictObject({
    kind: z.literal('fin'),
    xM: z.number(),
    fromZM: z.number(),
    toZM: z.number(),
    depthM: positive.max(100),
  }),
]);

const groundTemp = z.number().min(-60).max(60);
const boundary = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('outdoors'),
    sun: z.boolean().exactOptional(),
    wind: z.boolean().exactOptional(),
    skyViewShare: share.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('ground'),
    tempDegC: z.union([groundTemp, z.array(groundTemp).length(12)]).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('zone'), zone: id }),
  z.strictObject({ kind: z.literal('adiabatic') }),
]);

const finish = z
  .strictObject({
    solarAbsorptance: share,
    emissivity: share,
    roughness: z
      .enum(ROUGHNESSES)
      .exactOptional()
      .describe('of the outside, for the wind; `rough` where absent'),
  })
  .exactOptional();

const element = z.strictObject({
  id,
  zone: id,
  construction: id,
  widthM: positive.max(10000),
  heightM: positive.max(10000).describe('along the slope for roofs; the depth for floors'),
  tiltDeg: z.number().min(0).max(180).describe('0 faces up, 90 wall, 180 faces down'),
  azimuthDeg: z.number().min(0).max(360).describe('of the outward normal, clockwise from north'),
  boundary,
  centreHeightM: nonNegative.max(1000).exactOptional().describe('above ground, for the wind'),
  outside: finish,
  inside: finish,
  films: z
    .strictObject({
      insideConvectionWPerM2K: positive.max(1000).exactOptional(),
      outsideConvectionWPerM2K: positive.max(1000).exactOptional(),
    })
    .exactOptional(),
  windows: z.array(window).max(200).exactOptional(),
  shades: z.array(shade).max(50).exactOptional(),
});

const courseValue = z.number().nullable();
const dayCourse = z.union([
  z.strictObject({ hourly: z.array(courseValue).length(24).describe('24 values, midnight first') }),
  z.strictObject({
    points: z
      .array(z.tuple([z.number().min(0).max(24), courseValue]))
      .min(2)
      .max(200)
      .describe('[hour, value], straight lines between; two at the same hour are a jump'),
  }),
]);
const dayCourses = {
  weekday: dayCourse,
  saturday: dayCourse.exactOptional(),
  sunday: dayCourse.exactOptional(),
};
const monthDay = z.string().regex(/^\d{2}-\d{2}$/, 'A day is written as MM-DD');
const schedule = z.strictObject({
  id,
  ...dayCourses,
  periods: z
    .array(z.strictObject({ from: monthDay, to: monthDay, ...dayCourses }))
    .max(100)
    .exactOptional(),
});
const plant = z
  .strictObject({
    setpointDegC: course,
    capacityW: nonNegative.exactOptional(),
    convectiveShare: share.exactOptional(),
  })
  .exactOptional();

const zone = z.strictObject({
  id,
  volumeM3: positive.max(1e7),
  floorAreaM2: positive.max(1e6),
  infiltration: z
    .strictObject({ airChangesPerH: nonNegative.max(200), course: course.exactOptional() })
    .exactOptional(),
  ventilation: z
    .array(
      z.strictObject({
        name,
        airChangesPerH: nonNegative.max(1000).exactOptional(),
        flowM3PerS: nonNegative.max(1e5).exactOptional(),
        course: course.exactOptional(),
        heatRecoveryShare: share.exactOptional(),
        onlyCooling: z.strictObject({ byK: nonNegative, aboveDegC: z.number() }).exactOptional(),
      }),
    )
    .max(20)
    .exactOptional(),
  gains: z
    .array(
      z.strictObject({
        name,
        powerW: nonNegative.max(1e8),
        course: course.exactOptional(),
        radiativeShare: share,
      }),
    )
    .max(50)
    .exactOptional(),
  heating: plant,
  cooling: plant,
  furnitureJPerK: nonNegative.max(1e12).exactOptional(),
});

export const buildingModelSchema = z.strictObject({
  schema: z.literal('gridtwin-building/1'),
  name: z.string().min(1).max(200),
  groundReflectance: share.exactOptional(),
  terrain: z.enum(TERRAINS).exactOptional().describe('`suburbs` where absent'),
  constructions: z.array(construction).min(1).max(500),
  glazings: z.array(glazing).max(200).exactOptional(),
  schedules: z.array(schedule).max(500).exactOptional(),
  zones: z.array(zone).min(1).max(50),
  elements: z.array(element).min(1).max(2000),
  airExchanges: z
    .array(
      z.strictObject({
        zones: z.tuple([id, id]),
        flowM3PerS: nonNegative.max(1e4),
        course: course.exactOptional(),
      }),
    )
    .max(200)
    .exactOptional(),
});

/** The file format as JSON Schema (draft 2020-12), for editors and other programs. */
export function buildingModelJsonSchema(): unknown {
  return {
    title: 'Gridtwin building',
    ...z.toJSONSchema(buildingModelSchema, { target: 'draft-2020-12' }),
  };
}
