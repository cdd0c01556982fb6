import {
  advance,
  equivalentOutdoorDegC,
  INPUT,
  INPUT_COUNT,
  meanDegC,
  powerToHold,
  surfaceShares,
  TEMPERATURE,
  twoElementStep,
  type TwoElementStep,
  type TwoElementZone,
} from '../../../src/sim/buildings/vdi6007';
import { skyTempDegC } from '../../../src/sim/weather';

type Hours = readonly number[];

/** case.json of one test example. Hourly values are one day's, repeated for sixty days. */
export interface RoomCase {
  readonly title: string;
  readonly origin: string;
  readonly tolerance: { readonly airDegC?: number; readonly hvacW?: number };
  readonly input: {
    readonly startDegC: number;
    readonly zone: {
      readonly exterior: TwoElementZone['interior'] & {
        readonly remainingResistanceKPerW: number;
        readonly outsideFilmWPerK: number;
      };
      readonly interior: TwoElementZone['interior'];
      readonly radiationWPerM2K: number;
    };
    readonly facades?: readonly {
      readonly wallM2: number;
      readonly transparentM2: number;
      readonly wallWeight?: number;
      readonly windowWeight?: number;
      readonly throughWindowWPerM2: Hours;
      readonly onWallWPerM2?: Hours;
    }[];
    readonly convectiveShareOfSun?: number;
    readonly blind?: { readonly closesAboveWPerM2: number; readonly transmits: number };
    readonly equivalent?: {
      readonly absorptance: number;
      readonly convectionWPerM2K: number;
      readonly radiationWPerM2K: number;
      /** Of the outer surfaces, by which the incoming infrared is divided to get a black-body temperature. */
      readonly emissivity?: number;
      readonly groundWeight?: number;
      readonly groundDegC?: number;
    };
    /** `heldForS` is how long the plant's power stays as it is. */
    readonly hvac?: {
      readonly limitW: number | null;
      readonly coolsAt: string;
      readonly heldForS: number;
    };
    readonly hourly: {
      readonly convectiveW: Hours;
      readonly radiantW: Hours;
      readonly outdoorDegC: Hours;
      readonly skyInfraredWPerM2?: Hours;
      readonly ventilationWPerK?: Hours;
      readonly setDegC?: Hours;
    };
  };
  readonly expected: {
    readonly days: readonly number[];
    readonly airDegC?: Hours;
    readonly hvacW?: Hours;
  };
}

type Input = RoomCase['input'];

function zoneOf({ zone }: Input): TwoElementZone {
  const { remainingResistanceKPerW, outsideFilmWPerK, ...wall } = zone.exterior;
  return {
    exterior: { ...wall, outerResistanceKPerW: remainingResistanceKPerW + 1 / outsideFilmWPerK },
    interior: zone.interior,
    window: { areaM2: 0, convectionWPerM2K: 2.7, resistanceKPerW: 1e-8 },
    radiationWPerM2K: zone.radiationWPerM2K,
  };
}

/** What drives the room in one hour of the day. */
function inputsOf(input: Input, hour: number): Float64Array {
  const { zone, hourly, facades = [], blind, equivalent } = input;
  const inputs = new Float64Array(INPUT_COUNT);
  const transmits = (through: number): number =>
    blind && through > blind.closesAboveWPerM2 ? blind.transmits : 1;
  const gains = surfaceShares(zone.exterior.areaM2, zone.interior.areaM2, 0);
  inputs[INPUT.airW] = hourly.convectiveW[hour]!;
  inputs[INPUT.exteriorSurfaceW] = gains.exterior * hourly.radiantW[hour]!;
  inputs[INPUT.interiorSurfaceW] = gains.interior * hourly.radiantW[hour]!;
  for (const { wallM2, transparentM2, throughWindowWPerM2 } of facades) {
    const through = throughWindowWPerM2[hour]!;
    const sunW = transparentM2 * through * transmits(through);
    const convective = input.convectiveShareOfSun!;
    const shares = surfaceShares(zone.exterior.areaM2, zone.interior.areaM2, 0, wallM2);
    inputs[INPUT.airW]! += convective * sunW;
    inputs[INPUT.exteriorSurfaceW]! += (1 - convective) * shares.exterior * sunW;
    inputs[INPUT.interiorSurfaceW]! += (1 - convective) * shares.interior * sunW;
  }
  const outdoorDegC = hourly.outdoorDegC[hour]!;
  inputs.fill(outdoorDegC, INPUT.outsideDegC, INPUT.supplyAirDegC + 1);
  if (equivalent) {
    const infrared = (hourly.skyInfraredWPerM2?.[hour] ?? NaN) / (equivalent.emissivity ?? 1);
    const sky = skyTempDegC(infrared);
    const surfaces = facades.flatMap((facade) => [
      {
        weight: facade.wallWeight!,
        irradianceWPerM2: facade.onWallWPerM2?.[hour] ?? 0,
        skyExchange: 1,
        absorptance: equivalent.absorptance,
      },
      {
        weight: facade.windowWeight!,
        irradianceWPerM2: 0,
        skyExchange: transmits(facade.throughWindowWPerM2[hour]!),
        absorptance: 0,
      },
    ]);
    inputs[INPUT.outsideDegC] = equivalentOutdoorDegC(
      outdoorDegC,
      sky,
      surfaces,
      equivalent,
      equivalent.groundWeight,
      equivalent.groundDegC,
    );
  }
  return inputs;
}

/** Adds what the plant gives within its limit and returns it. */
function condition(
  step: TwoElementStep,
  { limitW, coolsAt }: NonNullable<Input['hvac']>,
  setDegC: number,
  massesDegC: Float64Array,
  inputs: Float64Array,
): number {
  const limit = limitW ?? Infinity;
  const heatingW = powerToHold(step, setDegC, INPUT.airW, massesDegC, inputs);
  const coolingAt = coolsAt === 'air' ? INPUT.airW : INPUT.interiorSurfaceW;
  const wantedW = heatingW > 0 ? heatingW : powerToHold(step, setDegC, coolingAt, massesDegC, inputs);
  const givenW = Math.max(-limit, Math.min(limit, wantedW));
  inputs[givenW > 0 ? INPUT.airW : coolingAt]! += givenW;
  return givenW;
}

/** Hourly means of the air temperature and the plant's power on the days that the reference has. */
export function runRoom(
  { input, expected }: RoomCase,
  stepsPerHour: number,
): { airDegC: number[]; hvacW: number[] } {
  const zone = zoneOf(input);
  const { ventilationWPerK = [], setDegC } = input.hourly;
  const days = [...Array(24).keys()].map((hour) => ({
    step: twoElementStep(zone, ventilationWPerK[hour] ?? 0, 3600 / stepsPerHour),
    inputs: inputsOf(input, hour),
  }));
  const massesDegC = new Float64Array(2).fill(input.startDegC);
  const found = { airDegC: [] as number[], hvacW: [] as number[] };
  for (let day = 1; day <= 60; day += 1) {
    days.forEach(({ step, inputs: given }, hour) => {
      let airDegC = 0;
      let hvacW = 0;
      for (let i = 0; i < stepsPerHour; i += 1) {
        const inputs = given.slice();
        if (input.hvac) hvacW += condition(step, input.hvac, setDegC![hour]!, massesDegC, inputs);
        airDegC += meanDegC(step, TEMPERATURE.airDegC, massesDegC, inputs);
        advance(step, massesDegC, inputs);
      }
      if (!expected.days.includes(day)) return;
      found.airDegC.push(airDegC / stepsPerHour);
      found.hvacW.push(hvacW / stepsPerHour);
    });
  }
  return found;
}
