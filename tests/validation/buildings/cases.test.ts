import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { REFURBISHMENTS, insulate } from '../../../src/model/archetypes';
import type { WeatherYear } from '../../../src/model/weather';
import { stepZone, affineCoefficients, type Zone } from '../../../src/sim/buildings/fiveR1C';
import {
  acShare,
  airConditionerEer,
  airHeatPumpCop,
  cellTempDegC,
  dcShare,
  inverterAcShare,
} from '../../../src/sim/devices';
import { planeIrradiance, weatherAtSteps } from '../../../src/sim/weather';
import { calendarOf } from '../../../src/sim/arrays/calendar';
import { box, sumOf, yearOf } from '../../sim/buildings/town';
import { conditionedFloorM2 } from '../../../src/sim/buildings/envelope';
import singleHours from './single-hour-5r1c/case.json';
import cop from './heat-pump-cop/case.json';
import eer from './air-conditioner-eer/case.json';
import pv from './photovoltaics-pvlib/case.json';
import house from './refurbished-house/case.json';

/** RC_BuildingSimulator's zone: A_m = 2.5 A_f, ventilation with recovery on the mechanical part, 1 h steps. */
function zoneOf(input: (typeof singleHours.cases)[number]['input']): Zone {
  const airChange = input.ach_vent + input.ach_infl;
  const recovered = 1 - (input.ach_vent / airChange) * input.ventilation_efficiency;
  return {
    floorM2: input.floor_area,
    massAreaM2: 2.5 * input.floor_area,
    totalAreaM2: input.total_internal_area,
    hWindowWPerK: input.u_windows * input.window_area,
    hOpaqueWPerK: input.u_walls * input.walls_area,
    hVentilationWPerK: (1200 * recovered * input.room_vol * airChange) / 3600,
    heatCapacityJPerK: input.thermal_capacitance_per_floor_area * input.floor_area,
  };
}

describe(`${singleHours.title} agree with ${singleHours.origin}`, () => {
  test.each(singleHours.cases)('$name', ({ input, expected }) => {
    const zone = zoneOf(input);
    const c = new Float64Array(10);
    affineCoefficients(zone, 3600, c, 0);
    const gains = [input.t_m_prev, input.t_out, input.internal_gains, input.solar_gains] as const;
    const free = gains.reduce((sum, value, i) => sum + c[i]! * value, 0);
    const limit = input.floor_area;
    const wanted = free < input.t_set_heating ? input.t_set_heating : Math.min(free, input.t_set_cooling);
    const hvacW = Math.min(
      input.max_heating_energy_per_floor_area * limit,
      Math.max(input.max_cooling_energy_per_floor_area * limit, (wanted - free) / c[4]!),
    );
    const step = stepZone(zone, 3600, ...gains, hvacW);
    expect(Math.abs(hvacW - expected.hvacW)).toBeLessThanOrEqual(singleHours.tolerance.hvacW);
    expect(Math.abs(step.massMeanDegC - expected.massDegC)).toBeLessThanOrEqual(
      singleHours.tolerance.massDegC + 1e-9,
    );
    const affineMass = gains.reduce((sum, value, i) => sum + c[5 + i]! * value, c[9]! * hvacW);
    expect(affineMass).toBeCloseTo(step.massNextDegC, 9);
  });
});

test.each(cop.cases)(
  `the heat pump has COP $cop at a lift of $liftK K (${cop.origin})`,
  ({ liftK, cop: expected }) => {
    expect(Math.abs(airHeatPumpCop(liftK) - expected)).toBeLessThanOrEqual(cop.tolerance.cop);
  },
);

test.each(eer.cases)(
  `the split unit has EER $eer at $outdoorDegC degC (${eer.origin})`,
  ({ outdoorDegC, eer: expected }) => {
    expect(Math.abs(airConditionerEer(outdoorDegC) - expected)).toBeLessThanOrEqual(eer.tolerance.eer);
  },
);

describe(`photovoltaic parts agree with ${pv.origin}`, () => {
  test.each(pv.faiman)('cell $out degC at $poa W/m2, $T degC, $wind m/s', ({ poa, T, wind, out }) => {
    expect(Math.abs(cellTempDegC(poa, T, wind) - out)).toBeLessThanOrEqual(pv.tolerance.cellDegC);
  });
  test.each(pv.dc)('DC $out W at $poa W/m2 and cell $Tc degC', ({ poa, Tc, pdc0, gamma, out }) => {
    expect(Math.abs(pdc0 * dcShare(poa, Tc, gamma) - out)).toBeLessThanOrEqual(pv.tolerance.dcW);
  });
  test.each(pv.inverter)('AC $out W from $pdc W DC', ({ pdc, pdc0, out }) => {
    expect(Math.abs(pdc0 * inverterAcShare(pdc / pdc0) - out)).toBeLessThanOrEqual(pv.tolerance.acW);
  });
});

test.each(['asBuilt', 'usualRefurbishment', 'advancedRefurbishment'] as const)(
  `${house.title}: %s (${house.origin})`,
  (state) => {
    const work = state === 'asBuilt' ? null : REFURBISHMENTS[state];
    const { parts, doorWPerK, doorM2, thermalBridgeWPerM2K } = house.input;
    const added = (kind: string): number =>
      kind === 'wall'
        ? work!.wallInsulationM
        : kind === 'roof'
          ? work!.roofInsulationM
          : work!.floorInsulationM;
    let h = doorWPerK[state];
    let areaM2 = doorM2;
    for (const part of parts) {
      const u = !work
        ? part.uValueWPerM2K
        : part.kind === 'window'
          ? work.uWindowWPerM2K
          : insulate(part.uValueWPerM2K, added(part.kind));
      h += u * part.areaM2 * part.b;
      areaM2 += part.areaM2;
    }
    h += Math.min(thermalBridgeWPerM2K, work?.thermalBridgeWPerM2K ?? Infinity) * areaM2;
    expect(Math.abs(h - house.expected[state])).toBeLessThanOrEqual(house.tolerance.hTransmissionWPerK);
  },
);

/** Columns of an EPW that the buildings need; hour-ending rows are the intervals themselves. */
function readEpw(path: string): WeatherYear {
  const lines = readFileSync(path, 'latin1').split(/\r?\n/);
  const head = lines[0]!.split(',');
  const rows = lines.slice(8, 8 + 8760).map((line) => line.split(',').map(Number));
  const column = (index: number): Float64Array => Float64Array.from(rows, (row) => row[index]!);
  return {
    name: head[1]!,
    origin: 'epw',
    latitudeDeg: Number(head[6]),
    longitudeDeg: Number(head[7]),
    utcOffsetMin: 60 * Number(head[8]),
    elevationM: Number(head[9]),
    startWeekday: 0,
    tempDegC: column(6),
    dewPointDegC: column(7),
    relativeHumidityPercent: column(8),
    pressurePa: column(9),
    windSpeedMPerS: column(21),
    ghiWPerM2: column(13),
    dniWPerM2: column(14),
    dhiWPerM2: column(15),
    skyInfraredWPerM2: column(12),
  };
}

const BESTEST = '../shared/data/bestest/725650TYCST.epw';
describe.skipIf(!existsSync(BESTEST))(`photovoltaic year (reads ${BESTEST})`, () => {
  test(`${pv.year.weather}: DC and AC within 0.5 % of ${pv.origin}`, () => {
    const weather = readEpw(BESTEST);
    const calendar = calendarOf(3600, 0);
    const plane = planeIrradiance(weather, calendar, 30, 180);
    const { tempDegC, windSpeedMPerS } = weatherAtSteps(weather, calendar);
    let dcKWh = 0;
    let acKWh = 0;
    for (let step = 0; step < 8760; step += 1) {
      const cell = cellTempDegC(plane[step]!, tempDegC[step]!, windSpeedMPerS[step]!);
      dcKWh += dcShare(plane[step]!, cell);
      acKWh += acShare(plane[step]!, tempDegC[step]!, windSpeedMPerS[step]!);
    }
    expect(Math.abs(dcKWh / pv.year.dcKWhPerKWp - 1)).toBeLessThan(pv.year.tolerance);
    expect(Math.abs(acKWh / pv.year.acKWhPerKWp - 1)).toBeLessThan(pv.year.tolerance);
  });
});

const MANNHEIM = '../shared/data/weather/DEU_Mannheim_107290_BBSR-TRY.epw';
/** TABULA q_h_nd of German types (kWh/m2a, Theta_e 4.6 degC over 216 days = 3,326 Kd), medians by period. */
const TABULA_BANDS = [
  ['detached', 1930, 219],
  ['detached', 1965, 181],
  ['detached', 1990, 120],
  ['detached', 2008, 70],
  ['apartment', 1930, 167],
  ['apartment', 1965, 134],
  ['apartment', 1990, 98],
  ['apartment', 2008, 71],
] as const;
describe.skipIf(!existsSync(MANNHEIM))(`annual heat need against TABULA (reads ${MANNHEIM})`, () => {
  const weather = existsSync(MANNHEIM) ? readEpw(MANNHEIM) : null;
  test.each(TABULA_BANDS)(
    "%s of %i needs within 35 percent of TABULA's %i kWh/m2a scaled by degree-days",
    (use, year, q) => {
      let heatingKDay = 0;
      for (let day = 0; day < 365; day += 1) {
        const mean = sumOf(weather!.tempDegC, 24 * day, 24 * day + 24) / 24;
        if (mean < 12) heatingKDay += 20 - mean;
      }
      // Households enough for TABULA's internal gains of 3 W/m2: about 400 W each, on 531 and 180 m2.
      const size = use === 'apartment' ? ([12, 18, 3, 4] as const) : ([10, 11, 2, 1] as const);
      const building = box(
        'house',
        use,
        { constructionYear: year, levels: size[2], heightM: 3 * size[2], households: size[3] },
        size[0],
        size[1],
      );
      const floorM2 = conditionedFloorM2(size[0] * size[1], size[2]);
      const need = sumOf(yearOf([building], weather!).heatNeedW) / 1000 / floorM2;
      const expected = (q * heatingKDay) / 3326;
      expect(Math.abs(need / expected - 1), `${need} against ${expected} kWh/m2a`).toBeLessThan(0.35);
    },
  );
});
