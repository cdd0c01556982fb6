import { newObject, type ClassDefinition, type DssObject, type Property } from './definitions';
import { LENGTH_UNITS, type LengthUnit } from './lineUnits';
import { choice, copyFields, integer, positive, real, unused } from './properties';

/** Bare wire, or core of a cable; negative = not given. */
export interface WireObject extends DssObject {
  readonly kind: 'wire' | 'concentricNeutral' | 'tapeShield';
  rDc: number;
  rAc: number;
  resistanceUnits: LengthUnit;
  gmr: number;
  gmrUnits: LengthUnit;
  radius: number;
  radiusUnits: LengthUnit;
  capacitanceRadius: number;
  normAmps: number;
  emergAmps: number;
  permittivity: number;
  insulationThickness: number;
  insulationDiameter: number;
  cableDiameter: number;
  semiconductingLayer: boolean;
  strands: number;
  strandDiameter: number;
  strandGmr: number;
  strandR: number;
  shieldDiameter: number;
  tapeThickness: number;
  tapeLapPercent: number;
}

/** AC over DC resistance, and GMR over radius, where only one is given (OpenDSS ConductorData). */
const AC_PER_DC = 1.02;
const GMR_PER_RADIUS = 0.7788;

function setRadius(wire: WireObject, radius: number): void {
  wire.radius = radius;
  if (wire.gmr < 0) wire.gmr = GMR_PER_RADIUS * radius;
  if (wire.capacitanceRadius < 0) wire.capacitanceRadius = radius;
}

const wireProperties: Property<WireObject>[] = [
  real('Rdc', (wire, value) => {
    wire.rDc = value;
    if (wire.rAc < 0) wire.rAc = AC_PER_DC * value;
  }),
  real('Rac', (wire, value) => {
    wire.rAc = value;
    if (wire.rDc < 0) wire.rDc = value / AC_PER_DC;
  }),
  choice('Runits', LENGTH_UNITS, (wire, value) => {
    wire.resistanceUnits = value;
  }),
  positive('GMRac', (wire, value) => {
    wire.gmr = value;
    if (wire.radius < 0) wire.radius = value / GMR_PER_RADIUS;
  }),
  choice('GMRunits', LENGTH_UNITS, (wire, value) => {
    wire.gmrUnits = value;
    if (wire.radiusUnits === 'none') wire.radiusUnits = value;
  }),
  positive('radius', setRadius),
  choice('radunits', LENGTH_UNITS, (wire, value) => {
    wire.radiusUnits = value;
    if (wire.gmrUnits === 'none') wire.gmrUnits = value;
  }),
  real('normamps', (wire, value) => {
    wire.normAmps = value;
    if (wire.emergAmps < 0) wire.emergAmps = 1.5 * value;
  }),
  real('emergamps', (wire, value) => {
    wire.emergAmps = value;
    if (wire.normAmps < 0) wire.normAmps = value / 1.5;
  }),
  positive('diam', (wire, value) => setRadius(wire, value / 2)),
  ...unused<WireObject>('Seasons', 'Ratings'),
  positive('Capradius', (wire, value) => {
    wire.capacitanceRadius = value;
  }),
];

const cableProperties: Property<WireObject>[] = [
  positive('EpsR', (cable, value) => {
    cable.permittivity = value;
  }),
  positive('InsLayer', (cable, value) => {
    cable.insulationThickness = value;
  }),
  positive('DiaIns', (cable, value) => {
    cable.insulationDiameter = value;
  }),
  positive('DiaCable', (cable, value) => {
    cable.cableDiameter = value;
  }),
];

const neutralProperties: Property<WireObject>[] = [
  integer(
    'k',
    (cable, value) => {
      cable.strands = value;
    },
    2,
    10_000,
  ),
  positive('DiaStrand', (cable, value) => {
    cable.strandDiameter = value;
    if (cable.strandGmr <= 0) cable.strandGmr = GMR_PER_RADIUS * 0.5 * value;
  }),
  positive('GmrStrand', (cable, value) => {
    cable.strandGmr = value;
  }),
  real('Rstrand', (cable, value) => {
    cable.strandR = value;
  }),
];

const shieldProperties: Property<WireObject>[] = [
  positive('DiaShield', (cable, value) => {
    cable.shieldDiameter = value;
  }),
  positive('TapeLayer', (cable, value) => {
    cable.tapeThickness = value;
  }),
  real('TapeLap', (cable, value) => {
    cable.tapeLapPercent = value;
  }),
];

function conductorClass(
  name: string,
  kind: WireObject['kind'],
  properties: readonly Property<WireObject>[],
): ClassDefinition<WireObject> {
  return {
    name,
    properties,
    create: (id, session) => ({
      ...newObject(id, session),
      kind,
      ...{
        rDc: -1,
        rAc: -1,
        resistanceUnits: 'none',
        gmr: -1,
        gmrUnits: 'none',
        radius: -1,
        radiusUnits: 'none',
      },
      ...{ capacitanceRadius: -1, normAmps: -1, emergAmps: -1, permittivity: 2.3, insulationThickness: -1 },
      ...{ insulationDiameter: -1, cableDiameter: -1, semiconductingLayer: true, strands: 2 },
      ...{
        strandDiameter: -1,
        strandGmr: -1,
        strandR: -1,
        shieldDiameter: -1,
        tapeThickness: -1,
        tapeLapPercent: 20,
      },
    }),
    copy(target, source) {
      const own = new Set<string>(['id', 'place', 'kind']);
      copyFields(
        target,
        source,
        (Object.keys(source) as (keyof WireObject)[]).filter((key) => !own.has(key)),
      );
    },
  };
}

export const wireDataClass = conductorClass('WireData', 'wire', wireProperties);
export const cnDataClass = conductorClass('CNData', 'concentricNeutral', [
  ...neutralProperties,
  ...cableProperties,
  ...wireProperties,
]);
export const tsDataClass = conductorClass('TSData', 'tapeShield', [
  ...shieldProperties,
  ...cableProperties,
  ...wireProperties,
]);
