import { describe, expect, it } from 'vitest';
import type { Construction } from '../../../../src/model/buildingModel/types';
import { CONCRETE, cube, darkWeather, yearOf } from './rooms';

const FILMS = { insideConvectionWPerM2K: 2.5, outsideConvectionWPerM2K: 20 };

/** Insides and outsides that do not radiate: every film is known, so is every answer. */
const DULL = {
  films: FILMS,
  inside: { solarAbsorptance: 0.6, emissivity: 0 },
  outside: { solarAbsorptance: 0.6, emissivity: 0 },
} as const;

const SANDWICH: Construction = {
  id: 'sandwich',
  layers: [
    { thicknessM: 0.02, conductivityWPerMK: 0.7, densityKgPerM3: 1800, specificHeatJPerKgK: 840 },
    { resistanceM2KPerW: 0.18 },
    { thicknessM: 0.1, conductivityWPerMK: 0.04, densityKgPerM3: 30, specificHeatJPerKgK: 1400 },
    { thicknessM: 0.2, conductivityWPerMK: 0.8, densityKgPerM3: 1700, specificHeatJPerKgK: 900 },
  ],
};
const SANDWICH_RESISTANCE = 0.02 / 0.7 + 0.18 + 0.1 / 0.04 + 0.2 / 0.8;

describe('steady conduction', () => {
  it('a heated room in steady cold loses U A dT, U from layers and films', () => {
    const model = cube({ construction: SANDWICH, each: DULL, zone: { heating: { setpointDegC: 20 } } });
    const [zone] = yearOf(model, darkWeather(-5)).zones;
    const uValue = 1 / (1 / 20 + SANDWICH_RESISTANCE + 1 / 2.5);
    expect(zone!.heatingW[8759]! / (uValue * 54 * 25)).toBeCloseTo(1, 6);
    expect(zone!.airDegC[8759]).toBeCloseTo(20, 9);
  });

  it('the same layers the other way round lose the same', () => {
    const turned = { id: 'sandwich', layers: [...SANDWICH.layers].reverse() };
    const lossOf = (construction: Construction): number => {
      const model = cube({ construction, each: DULL, zone: { heating: { setpointDegC: 20 } } });
      return yearOf(model, darkWeather(-5)).zones[0]!.heatingW[8759]!;
    };
    expect(lossOf(turned) / lossOf(SANDWICH)).toBeCloseTo(1, 6);
  });

  it('ground takes over the place of the outer film', () => {
    const ground = { boundary: { kind: 'ground', tempDegC: 8 } } as const;
    const model = cube({
      construction: SANDWICH,
      each: { ...DULL, boundary: { kind: 'adiabatic' } },
      faces: { floor: ground },
      zone: { heating: { setpointDegC: 20 } },
    });
    const uValue = 1 / (SANDWICH_RESISTANCE + 1 / 2.5);
    expect(yearOf(model, darkWeather(-5)).zones[0]!.heatingW[8759]! / (uValue * 9 * 12)).toBeCloseTo(1, 4);
  });

  it('heat that rises meets less resistance inside than heat that falls', () => {
    const dull = { solarAbsorptance: 0.6, emissivity: 0 };
    const cold = { boundary: { kind: 'outdoors' }, films: { outsideConvectionWPerM2K: 20 } } as const;
    const each = { inside: dull, outside: dull, boundary: { kind: 'adiabatic' } } as const;
    const lossThrough = (face: string): number => {
      const zone = { heating: { setpointDegC: 20 } };
      return yearOf(cube({ each, faces: { [face]: cold }, zone }), darkWeather(0)).zones[0]!.heatingW[8759]!;
    };
    // Walton's coefficients are apart by 9.482 / 6.238 to 1.81 / 2.382 at the same difference.
    expect(lossThrough('roof')).toBeGreaterThan(1.4 * lossThrough('floor'));
    expect(lossThrough('south')).toBeLessThan(lossThrough('roof'));
  });

  it('infiltration is charged at the density of the site', () => {
    const zone = { heating: { setpointDegC: 20 }, infiltration: { airChangesPerH: 1 } };
    const lossOf = (pressurePa: number): number => {
      const model = cube({ each: { ...DULL, boundary: { kind: 'adiabatic' } }, zone });
      const pressure = new Float64Array(8760).fill(pressurePa);
      return yearOf(model, darkWeather(0, { pressurePa: pressure })).zones[0]!.heatingW[8759]!;
    };
    // Dry air at 0 degC and sea level: 1.2922 kg/m3 (ISO 2533 gives 1.292 at 0 degC), 1004.8 J/(kg K).
    expect(lossOf(101325) / ((27 / 3600) * 1.2922 * 1004.84 * 20)).toBeCloseTo(1, 3);
    expect(lossOf(83000) / lossOf(101325)).toBeCloseTo(83000 / 101325, 4);
  });
});

describe('conduction through time', () => {
  /**
   * ISO 13786 for one homogeneous layer: with x = (1 + j) d / delta, delta = sqrt(lambda P / (pi rho c)), the heat flow into
   * the inner surface per kelvin of the inner surface's swing, outer surface held, is lambda / d * x coth x.
   */
  function admittance(
    d: number,
    lambda: number,
    volumetric: number,
    periodS: number,
  ): { size: number; lead: number } {
    const x = d / Math.sqrt((lambda * periodS) / (Math.PI * volumetric));
    // coth of (1 + j) x.
    const denominator = Math.cosh(2 * x) - Math.cos(2 * x);
    const re = Math.sinh(2 * x) / denominator;
    const im = -Math.sin(2 * x) / denominator;
    const y = { re: (lambda / d) * x * (re - im), im: (lambda / d) * x * (re + im) };
    return { size: Math.hypot(y.re, y.im), lead: Math.atan2(y.im, y.re) };
  }

  it('takes in the heat of a daily swing as ISO 13786 says, within 2 %', () => {
    // Almost no film inside: the air is the surface. Outside touches ground at a fixed temperature.
    const film = 1000;
    const model = cube({
      each: {
        inside: { solarAbsorptance: 0.6, emissivity: 0 },
        films: { insideConvectionWPerM2K: film },
        boundary: { kind: 'ground', tempDegC: 20 },
      },
      zone: {
        heating: { setpointDegC: 'swing', convectiveShare: 1 },
        cooling: { setpointDegC: 'swing', convectiveShare: 1 },
      },
    });
    const points = Array.from({ length: 97 }, (_, k): [number, number] => [
      k / 4,
      20 + Math.sin((2 * Math.PI * k) / 96),
    ]);
    const schedules = [{ id: 'swing', weekday: { points } }];
    const [zone] = yearOf({ ...model, schedules }, darkWeather(20), { stepsPerHour: 6 }).zones;
    let [sine, cosine] = [0, 0];
    for (let hour = 0; hour < 240; hour += 1) {
      const flow = zone!.heatingW[4800 + hour]! - zone!.coolingW[4800 + hour]!;
      const at = (2 * Math.PI * (hour + 0.5)) / 24;
      sine += (flow * Math.sin(at)) / 120;
      cosine += (flow * Math.cos(at)) / 120;
    }
    const airSwing = 27 * 1.2041 * 1006 * ((2 * Math.PI) / 86400);
    const swing = Math.hypot(sine, cosine - airSwing) / 54;
    const lead = Math.atan2(cosine - airSwing, sine);
    const expected = admittance(0.2, 1.5, 2300 * 900, 86400);
    // In series with the film.
    const re = Math.cos(expected.lead) / expected.size + 1 / film;
    const im = -Math.sin(expected.lead) / expected.size;
    const size = 1 / Math.hypot(re, im);
    expect(Math.abs(swing / size - 1)).toBeLessThan(0.02);
    expect(Math.abs(lead - Math.atan2(-im, re))).toBeLessThan((2 * Math.PI * 0.2) / 24);
  });

  it('a step outside arrives as the lumped solution says for a thin, conductive shell', () => {
    // 5 mm steel with insulation outside: one time constant, C / (U A).
    const shell: Construction = {
      id: 'shell',
      layers: [
        { resistanceM2KPerW: 2 },
        { thicknessM: 0.005, conductivityWPerMK: 50, densityKgPerM3: 7800, specificHeatJPerKgK: 460 },
      ],
    };
    const model = cube({ construction: shell, each: DULL });
    const start = 100;
    const weather = darkWeather((hour) => (hour < start ? 0 : 10));
    const { airDegC } = yearOf(model, weather, { stepsPerHour: 12 }).zones[0]!;
    const capacity = 54 * 0.005 * 7800 * 460 + 27 * 1.2041 * 1006;
    const tau = capacity / (54 / (1 / 20 + 2));
    // The ramp takes the first hour, so the step happens in its middle.
    for (const later of [6, 12, 24, 48]) {
      const expected = 10 * (1 - Math.exp((-3600 * later) / tau));
      expect(Math.abs(airDegC[start + later]! - expected)).toBeLessThan(0.1);
    }
  });

  it('the year later by a day gives the loads later by a day', () => {
    const wave = (hour: number): number => 5 * Math.sin((2 * Math.PI * hour) / 24) + 8 * Math.sin(hour / 200);
    const model = cube({ construction: CONCRETE, zone: { heating: { setpointDegC: 20 } } });
    const first = yearOf(model, darkWeather(wave)).zones[0]!.heatingW;
    const later = yearOf(
      model,
      darkWeather((hour) => wave(hour - 24)),
    ).zones[0]!.heatingW;
    for (let hour = 3000; hour < 3048; hour += 1) expect(later[hour + 24]! / first[hour]!).toBeCloseTo(1, 6);
  });
});
