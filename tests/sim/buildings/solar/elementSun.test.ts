import { describe, expect, test } from 'vitest';
import type { BuildingModel, Element, Shade, Window } from '../../../../src/model/buildingModel/types';
import { calendarOf } from '../../../../src/sim/arrays/calendar';
import { windowOptics } from '../../../../src/sim/buildings/glazing';
import { elementSun } from '../../../../src/sim/buildings/solar';
import { perezPlaneIrradiance, perezPlaneParts } from '../../../../src/sim/weather';
import { CLIMATES, synthesiseWeather } from '../../../../src/synthesis/weather';
import { CLEAR, layers } from '../glazing/panes';
import { fin, overhang, wall, window } from '../shading/element';

const weather = synthesiseWeather(CLIMATES.mediterranean, 3);
const hourly = calendarOf(3600, 0);
const glazing = layers([CLEAR, CLEAR]);
const optics = windowOptics(glazing);

const modelOf = (elements: readonly Element[]): BuildingModel => ({
  schema: 'gridtwin-building/1',
  name: 'walls',
  constructions: [],
  glazings: [glazing],
  zones: [],
  elements,
});
const sunOf = (...elements: Element[]) => elementSun(modelOf(elements), weather, hourly);
const only = (element: Element) => sunOf(element)[0]!;
const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
/** Over the hours of some days of the year. */
const during = (values: Float64Array, fromDay: number, toDay: number, fromHour = 0, toHour = 24): number =>
  values.reduce((total, value, step) => {
    const day = Math.floor(step / 24);
    const inside = day >= fromDay && day < toDay && step % 24 >= fromHour && step % 24 < toHour;
    return inside ? total + value : total;
  }, 0);
const opening = window(1, 0.2, 3, 2);
const facingSouth = (shades: readonly Shade[] = [], change: Partial<Window> = {}): Element =>
  wall([{ ...opening, ...change }], shades);

describe('an element without shades', () => {
  test.each([
    [90, 180],
    [90, 90],
    [90, 0],
    [30, 200],
    [0, 180],
    [120, 270],
  ])('of tilt %d and azimuth %d has the irradiance of its plane all over', (tiltDeg, azimuthDeg) => {
    const { incidentWPerM2, opaqueWPerM2 } = only(wall([], [], { tiltDeg, azimuthDeg }));
    const plane = perezPlaneIrradiance(weather, hourly, tiltDeg, azimuthDeg);
    for (let step = 0; step < hourly.stepCount; step += 1) {
      expect(incidentWPerM2[step]).toBeCloseTo(plane[step]!, 9);
      expect(opaqueWPerM2[step]).toBeCloseTo(plane[step]!, 9);
    }
  });

  test('splits the light on its window into passed, absorbed and thrown back', () => {
    const { incidentWPerM2, windows } = only(facingSouth());
    const { beamTransmittedW, diffuseTransmittedW, absorbedW } = windows[0]!;
    const { transmittance, absorptance } = optics;
    const [best, worst] = [transmittance.at(-1)!, 0];
    for (let step = 0; step < hourly.stepCount; step += 1) {
      const onGlassW = 6 * incidentWPerM2[step]!;
      const passedW = beamTransmittedW[step]! + diffuseTransmittedW[step]!;
      const takenW = passedW + absorbedW[0]![step]! + absorbedW[1]![step]!;
      expect(passedW).toBeGreaterThanOrEqual(worst);
      expect(passedW).toBeLessThanOrEqual(onGlassW * best + 1e-9);
      expect(takenW).toBeLessThanOrEqual(
        onGlassW * (best + absorptance[0]!.at(-1)! + absorptance[1]!.at(-1)!) + 1e-9,
      );
    }
    expect(sum(diffuseTransmittedW)).toBeGreaterThan(0.1 * sum(beamTransmittedW));
  });

  test('passes diffuse light with the hemispherical mean', () => {
    const { diffuseTransmittedW } = only(facingSouth()).windows[0]!;
    const parts = perezPlaneParts(weather, hourly, 90, 180);
    for (let step = 0; step < hourly.stepCount; step += 1) {
      const diffuse = parts.skyWPerM2[step]! + parts.horizonWPerM2[step]! + parts.groundWPerM2[step]!;
      expect(diffuseTransmittedW[step]).toBeCloseTo(
        6 * Math.max(diffuse, 0) * optics.diffuse.transmittance,
        6,
      );
    }
  });

  test('passes less of a steep summer beam than of a flat winter one', () => {
    const { windows } = only(facingSouth());
    const { beamWPerM2, circumsolarWPerM2 } = perezPlaneParts(weather, hourly, 90, 180);
    const share = (from: number, to: number): number =>
      during(windows[0]!.beamTransmittedW, from, to) /
      (6 * (during(beamWPerM2, from, to) + during(circumsolarWPerM2, from, to)));
    expect(share(355, 365)).toBeGreaterThan(share(167, 177) + 0.15);
  });
});

describe('shades', () => {
  test('keep out the summer sun and let the winter sun in', () => {
    const bare = only(facingSouth()).windows[0]!.beamTransmittedW;
    const shaded = only(facingSouth([overhang(1)])).windows[0]!.beamTransmittedW;
    expect(during(shaded, 167, 177)).toBeLessThan(0.4 * during(bare, 167, 177));
    expect(during(shaded, 355, 365)).toBeGreaterThan(0.9 * during(bare, 355, 365));
  });

  // Left as seen from outside is west on a south wall: the afternoon.
  test('on the left of a south wall take the afternoon', () => {
    const bare = only(facingSouth()).windows[0]!.beamTransmittedW;
    const shaded = only(facingSouth([fin(2, 1)])).windows[0]!.beamTransmittedW;
    const lost = (from: number, to: number): number =>
      1 - during(shaded, 0, 365, from, to) / during(bare, 0, 365, from, to);
    expect(lost(8, 11)).toBeLessThan(0.02);
    expect(lost(14, 17)).toBeGreaterThan(0.2);
  });

  test('take from diffuse light what the rays say, at every hour the same share where the sky is even', () => {
    const bare = only(facingSouth()).windows[0]!.diffuseTransmittedW;
    const shaded = only(facingSouth([overhang(1)])).windows[0]!.diffuseTransmittedW;
    const share = sum(shaded) / sum(bare);
    expect(share).toBeGreaterThan(0.8);
    expect(share).toBeLessThan(0.97);
  });

  test('do not change the incident light of the plane, and darken the opaque part', () => {
    const [bare, shaded] = sunOf(facingSouth(), facingSouth([overhang(1)]));
    expect(shaded!.incidentWPerM2).toEqual(bare!.incidentWPerM2);
    expect(sum(shaded!.opaqueWPerM2)).toBeLessThan(0.85 * sum(bare!.opaqueWPerM2));
  });

  test('of no depth to speak of change nothing to speak of', () => {
    const bare = only(facingSouth()).windows[0]!;
    const shaded = only(facingSouth([overhang(1e-6)])).windows[0]!;
    expect(sum(shaded.beamTransmittedW) / sum(bare.beamTransmittedW)).toBeCloseTo(1, 5);
    expect(sum(shaded.diffuseTransmittedW) / sum(bare.diffuseTransmittedW)).toBeCloseTo(1, 5);
  });
});

describe('a window', () => {
  const powers = (element: Element): number[] => {
    const { beamTransmittedW, diffuseTransmittedW, absorbedW } = only(element).windows[0]!;
    return [beamTransmittedW, diffuseTransmittedW, ...absorbedW].map(sum);
  };
  const bare = powers(facingSouth());

  test('counts its glass, not its frame', () => {
    const framed = powers(facingSouth([], { frame: { areaShare: 0.25, uValueWPerM2K: 1.6 } }));
    framed.forEach((power, i) => expect(power).toBeCloseTo(0.75 * bare[i]!, 4));
  });

  test('with a blind passes and absorbs its share while the sun on the pane is above the limit, only then', () => {
    const blind = { closedAboveWPerM2: 300, transmittedShare: 0.2 };
    const [open, blinded] = sunOf(facingSouth(), facingSouth([], { blind }));
    const seen = { open: 0, closed: 0 };
    for (let step = 0; step < hourly.stepCount; step += 1) {
      const closed = open!.incidentWPerM2[step]! > 300;
      seen[closed ? 'closed' : 'open'] += 1;
      const share = closed ? 0.2 : 1;
      const [before, after] = [open!.windows[0]!, blinded!.windows[0]!];
      expect(after.beamTransmittedW[step]).toBeCloseTo(share * before.beamTransmittedW[step]!, 6);
      expect(after.diffuseTransmittedW[step]).toBeCloseTo(share * before.diffuseTransmittedW[step]!, 6);
      expect(after.absorbedW[1]![step]).toBeCloseTo(share * before.absorbedW[1]![step]!, 6);
    }
    expect(seen.closed).toBeGreaterThan(200);
    expect(seen.open).toBeGreaterThan(200);
  });

  test('in the shade leaves its blind open', () => {
    const blind = { closedAboveWPerM2: 100, transmittedShare: 0 };
    const [plain, blinded] = [
      powers(facingSouth([overhang(50)])),
      powers(facingSouth([overhang(50)], { blind })),
    ];
    expect(blinded[0]).toBeGreaterThan(0.5 * plain[0]!);
  });
});

describe('elements that no sun reaches', () => {
  const dark: readonly Element['boundary'][] = [
    { kind: 'outdoors', sun: false },
    { kind: 'ground' },
    { kind: 'zone', zone: 'other' },
    { kind: 'adiabatic' },
  ];
  test.each(dark)('have zeros: $kind', (boundary) => {
    const { incidentWPerM2, opaqueWPerM2, windows } = only({ ...facingSouth(), boundary });
    const { beamTransmittedW, diffuseTransmittedW, absorbedW } = windows[0]!;
    for (const values of [
      incidentWPerM2,
      opaqueWPerM2,
      beamTransmittedW,
      diffuseTransmittedW,
      ...absorbedW,
    ]) {
      expect(values).toHaveLength(hourly.stepCount);
      expect(sum(values)).toBe(0);
    }
  });
});

describe('a building', () => {
  test('keeps the order of elements and windows', () => {
    const north = wall([window(0, 0, 1, 1), window(2, 0, 2, 1)], [], { azimuthDeg: 0 });
    const [south, other] = sunOf(facingSouth(), north);
    expect(sum(south!.incidentWPerM2)).toBeGreaterThan(2 * sum(other!.incidentWPerM2));
    const [small, large] = other!.windows.map((one) => sum(one.diffuseTransmittedW));
    expect(large! / small!).toBeCloseTo(2, 9);
  });

  test('has one roof plane whatever azimuth a level roof is given, and azimuths that go round', () => {
    const level = (azimuthDeg: number): Element => wall([], [], { tiltDeg: 0, azimuthDeg });
    const [a, b, c, d] = sunOf(
      level(0),
      level(77),
      wall([], [], { azimuthDeg: 90 }),
      wall([], [], { azimuthDeg: 450 }),
    );
    expect(b!.incidentWPerM2).toEqual(a!.incidentWPerM2);
    expect(d!.incidentWPerM2).toEqual(c!.incidentWPerM2);
  });

  test('that stands on brighter ground has more light on its walls', () => {
    const bright = elementSun({ ...modelOf([facingSouth()]), groundReflectance: 0.6 }, weather, hourly)[0]!;
    const gain = sum(bright.incidentWPerM2) - sum(only(facingSouth()).incidentWPerM2);
    expect(gain / (0.4 * sum(weather.ghiWPerM2) * 0.5)).toBeCloseTo(1, 6);
  });

  test('gets in quarter-hours within 2 % what it gets in hours', () => {
    const model = modelOf([facingSouth([overhang(1), fin(1, 1)])]);
    const [hours, quarters] = [3600, 900].map(
      (stepS) => elementSun(model, weather, calendarOf(stepS as 3600 | 900, 0))[0]!.windows[0]!,
    );
    const ratio = sum(quarters!.beamTransmittedW) / 4 / sum(hours!.beamTransmittedW);
    expect(Math.abs(ratio - 1)).toBeLessThan(0.02);
  });

  test('has the same bits however its elements are ordered', () => {
    const parts = [facingSouth([overhang(1)]), wall([opening], [], { azimuthDeg: 90 })];
    const there = sunOf(...parts);
    const back = sunOf(...[...parts].reverse());
    expect(back[0]).toEqual(there[1]);
    expect(back[1]).toEqual(there[0]);
  });
});
