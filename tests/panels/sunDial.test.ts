import { describe, expect, it } from 'vitest';
import { clock, compassOf, hourTowards, onDial, sunHours } from '../../src/panels/map/sunDialShape';
import { sunPosition } from '../../src/scene/three/sun';

const RAD = Math.PI / 180;
/** Berlin; sunrise and sunset of 21 June 2023 by the United States Naval Observatory: 03:43 and 20:33 standard time. */
const berlin = { latitudeDeg: 52.52, longitudeDeg: 13.405, utcOffsetMin: 60 };
const june = (hourOfDay: number) => sunPosition(berlin, { dayOfYear: 172, hourOfDay });
const poleNight = (hourOfDay: number) =>
  sunPosition({ ...berlin, latitudeDeg: 78 }, { dayOfYear: 355, hourOfDay });

describe('the sun dial', () => {
  it('knows when the sun is up, within what refraction and its disc add', () => {
    const hours = sunHours(june)!;
    expect(Math.abs(hours.rise - (3 + 43 / 60))).toBeLessThan(0.2);
    expect(Math.abs(hours.set - (20 + 33 / 60))).toBeLessThan(0.2);
    expect(sunHours(poleNight)).toBeNull();
  });

  it('turns with the camera: what it looks at lies at the top, and a sun in the zenith in the middle', () => {
    const south = { altitudeRad: 0, azimuthRad: Math.PI };
    expect(onDial(south, 0)[1]).toBeCloseTo(1, 9);
    expect(onDial(south, Math.PI)[1]).toBeCloseTo(-1, 9);
    expect(onDial({ altitudeRad: 0, azimuthRad: 90 * RAD }, 0)[0]).toBeCloseTo(1, 9);
    expect(Math.hypot(...onDial({ altitudeRad: Math.PI / 2, azimuthRad: 1 }, 0.3))).toBeCloseTo(0, 9);
    expect(Math.hypot(...onDial({ altitudeRad: -0.4, azimuthRad: 1 }, 0.3))).toBeCloseTo(1, 9);
  });

  it('is drawn to the hour at which the sun stands there: east in the morning, south at noon, north by night', () => {
    expect(hourTowards(june, 90 * RAD)).toBeGreaterThanOrEqual(6);
    expect(hourTowards(june, 90 * RAD)).toBeLessThanOrEqual(9);
    expect(hourTowards(june, Math.PI)).toBe(12);
    expect(hourTowards(june, -Math.PI)).toBe(12);
    expect([23, 0, 1]).toContain(hourTowards(june, 2 * Math.PI));
  });

  it('says where in words, and the clock in two digits each', () => {
    expect(compassOf(0)).toBe('north');
    expect(compassOf(-0.1)).toBe('north');
    expect(compassOf(225 * RAD)).toBe('southWest');
    expect(compassOf(-45 * RAD)).toBe('northWest');
    expect(clock(5.25)).toBe('05:15');
    expect(clock(4.999)).toBe('05:00');
  });
});
