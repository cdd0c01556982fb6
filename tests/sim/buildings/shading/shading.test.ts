import { describe, expect, test } from 'vitest';
import type { Element, Shade } from '../../../../src/model/buildingModel/types';
import {
  diffuseRays,
  elementAxes,
  inElement,
  shadedElement,
  sunlitShares,
  type ElementDirection,
} from '../../../../src/sim/buildings/shading';
import { diffuseShares } from '../../../../src/sim/buildings/solar/diffuseShares';
import { randomOf } from '../random';
import { fin, overhang, wall, window } from './element';

const unit = (right: number, outwards: number, upwards: number): ElementDirection => {
  const length = Math.hypot(right, outwards, upwards);
  return { right: right / length, outwards: outwards / length, upwards: upwards / length };
};

const sharesOf = (element: Element, direction: ElementDirection) =>
  sunlitShares(shadedElement(element), direction);

describe('an endless overhang', () => {
  const profiles = [10, 30, 45, 60, 65].map((degrees) => [degrees] as const);

  // Sunlit height by the profile angle: depth x tan(profile) below the plate is dark. Nothing else is.
  test.each(profiles)('shades down to its depth times the tangent of a profile of %d degrees', (degrees) => {
    const tangent = Math.tan((degrees * Math.PI) / 180);
    const element = wall([window(1, 0.2, 3, 2)], [overhang(1)]);
    const { opaque, windows } = sharesOf(element, unit(0.4, 1, tangent));
    const litTop = 2.7 - tangent;
    const ofWindow = Math.min(Math.max((litTop - 0.2) / 2, 0), 1);
    expect(windows[0]).toBeCloseTo(ofWindow, 9);
    expect(opaque).toBeCloseTo((8 * Math.max(litTop, 0) - 6 * ofWindow) / (8 * 2.7 - 6), 9);
  });

  test('lets sun from below pass', () => {
    expect(sharesOf(wall([window(1, 0.2, 3, 2)], [overhang(1)]), unit(0.2, 1, -0.5)).windows[0]).toBe(1);
  });

  // Hottel's crossed strings from a strip to a plate that meets it: F = (h + d - sqrt(h² + d²)) / (2 h).
  test.each([0.3, 1, 2.7, 10])(
    'of %d m hides from its wall the sky that the crossed strings say',
    (depth) => {
      const hidden = (2.7 + depth - Math.hypot(2.7, depth)) / (2 * 2.7);
      const { sky, ground } = diffuseShares(wall([], [overhang(depth)])).opaque;
      expect(Math.abs(sky - (1 - hidden / 0.5))).toBeLessThan(0.004);
      expect(ground).toBeCloseTo(1, 9);
    },
  );

  // The horizon is where a level plate is seen edge-on.
  test('hides nothing of the horizon', () => {
    expect(diffuseShares(wall([], [overhang(3)])).opaque.horizon).toBeCloseTo(1, 9);
  });
});

describe('an endless fin', () => {
  // Between the wall and a plate that meets it at its left edge, half of what an overhang takes from the sky alone.
  test('takes equal parts of sky and ground: together what an overhang of the same reach takes', () => {
    const endless = fin(1, 0, -500, 500);
    const { sky, ground } = diffuseShares(wall([], [endless], { widthM: 3 })).opaque;
    const hidden = (3 + 1 - Math.hypot(3, 1)) / 6;
    expect(sky).toBeCloseTo(ground, 6);
    expect(Math.abs((sky + ground) / 2 - (1 - hidden))).toBeLessThan(0.004);
  });

  test('shades as far as the sun stands to its side, and from its own side only', () => {
    const element = wall([window(0, 0, 4, 2.7)], [fin(1, 0, -500, 500)]);
    expect(sharesOf(element, unit(-2, 1, 0.3)).windows[0]).toBeCloseTo(0.5, 9);
    expect(sharesOf(element, unit(2, 1, 0.3)).windows[0]).toBe(1);
  });
});

test('a short overhang leaves the corner sunlit that it does not reach', () => {
  const element = wall([window(0, 0, 4, 2)], [overhang(1, 2, 0, 2)]);
  // A parallelogram of 2 m² whose lower edge lies half a metre to the left: a triangle of 0.25 m² misses the window.
  expect(sharesOf(element, unit(0.5, 1, 1)).windows[0]).toBeCloseTo(1 - 1.75 / 8, 9);
});

test('nothing is lit from behind or along the wall', () => {
  for (const direction of [unit(0, -1, 0.2), { right: 1, outwards: 0, upwards: 0 }])
    expect(sharesOf(wall([window(1, 0.2, 3, 2)]), direction)).toEqual({ opaque: 0, windows: [0] });
});

describe('plates anywhere', () => {
  const random = randomOf(11);
  const between = (low: number, high: number): number => low + (high - low) * random();
  const anyShade = (): Shade => {
    const from = between(-1, 7);
    const z = between(-1, 2.5);
    return random() < 0.5
      ? overhang(between(0.1, 2), between(0, 3), from, from + between(0.5, 5))
      : fin(between(0.1, 2), between(-0.5, 8.5), z, z + between(0.3, 2.5));
  };
  const cases = Array.from({ length: 60 }, (_, i) => {
    const shades = Array.from({ length: 1 + (i % 5) }, anyShade);
    return [i, shades, unit(between(-2, 2), 1, between(-1, 2.5))] as const;
  });

  /** Does the ray from a point of the wall meet a plate? By the plate's own plane, not by its shadow. */
  function blocked(shade: Shade, x: number, z: number, { right, outwards, upwards }: ElementDirection) {
    const along = shade.kind === 'overhang' ? (shade.zM - z) / upwards : (shade.xM - x) / right;
    if (!(along > 0)) return false;
    const y = along * outwards;
    const across = shade.kind === 'overhang' ? x + along * right : z + along * upwards;
    const [from, to] = shade.kind === 'overhang' ? [shade.fromXM, shade.toXM] : [shade.fromZM, shade.toZM];
    return y <= shade.depthM && across >= from && across <= to;
  }

  test.each(cases)('leave what rays from the wall find open (case %i)', (_, shades, direction) => {
    const element = wall([window(0.5, 0.2, 3, 2), window(4.5, 0.2, 3, 2)], shades);
    const { opaque, windows } = sharesOf(element, direction);
    const lit = [0, 0];
    let whole = 0;
    const [columns, rows] = [240, 135];
    for (let i = 0; i < columns; i += 1) {
      for (let j = 0; j < rows; j += 1) {
        const [x, z] = [((i + 0.5) * 8) / columns, ((j + 0.5) * 2.7) / rows];
        if (shades.some((shade) => blocked(shade, x, z, direction))) continue;
        whole += 1;
        if (z < 0.2 || z > 2.2) continue;
        if (x > 0.5 && x < 3.5) lit[0] = lit[0]! + 1;
        if (x > 4.5 && x < 7.5) lit[1] = lit[1]! + 1;
      }
    }
    const cell = (8 * 2.7) / (columns * rows);
    windows.forEach((share, i) => expect(Math.abs(share * 6 - lit[i]! * cell)).toBeLessThan(0.12));
    const wholeM2 = opaque * (8 * 2.7 - 12) + windows.reduce((sum, share) => sum + share * 6, 0);
    expect(Math.abs(wholeM2 - whole * cell)).toBeLessThan(0.2);
  });

  test.each(cases)(
    'never light more when they grow or when one is added (case %i)',
    (_, shades, direction) => {
      const windows = [window(0.5, 0.2, 3, 2)];
      const now = sharesOf(wall(windows, shades), direction);
      const deeper = shades.map((shade) => ({ ...shade, depthM: shade.depthM * 1.3 }));
      for (const more of [deeper, [...shades, anyShade()]]) {
        const then = sharesOf(wall(windows, more), direction);
        expect(then.opaque).toBeLessThanOrEqual(now.opaque + 1e-9);
        expect(then.windows[0]).toBeLessThanOrEqual(now.windows[0]! + 1e-9);
      }
      for (const share of [now.opaque, ...now.windows]) {
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
      }
    },
  );

  test.each(cases)(
    'mirrored left to right shade the mirrored sun alike (case %i)',
    (_, shades, direction) => {
      const there = sharesOf(wall([window(0.5, 0.2, 3, 2)], shades), direction);
      const mirrored = shades.map((shade): Shade =>
        shade.kind === 'fin'
          ? { ...shade, xM: 8 - shade.xM }
          : { ...shade, fromXM: 8 - shade.toXM, toXM: 8 - shade.fromXM },
      );
      const back = sharesOf(wall([window(4.5, 0.2, 3, 2)], mirrored), {
        ...direction,
        right: -direction.right,
      });
      expect(back.windows[0]).toBeCloseTo(there.windows[0]!, 9);
      expect(back.opaque).toBeCloseTo(there.opaque, 9);
    },
  );
});

describe('the axes of an element', () => {
  const compass = { east: [1, 0, 0], north: [0, 1, 0], up: [0, 0, 1] } as const;
  const found = (tiltDeg: number, azimuthDeg: number, to: keyof typeof compass): string => {
    const [east, north, up] = compass[to];
    const { right, outwards, upwards } = inElement(elementAxes(tiltDeg, azimuthDeg), { east, north, up });
    return [right, outwards, upwards].map((value) => Math.round(value) + 0).join(' ');
  };

  // Whoever looks at a south wall has the east on the right, at a west wall the south.
  test.each([
    [90, 180, 'east', '1 0 0'],
    [90, 180, 'north', '0 -1 0'],
    [90, 180, 'up', '0 0 1'],
    [90, 270, 'north', '-1 0 0'],
    [90, 270, 'east', '0 -1 0'],
    [90, 0, 'east', '-1 0 0'],
    [0, 180, 'north', '0 0 1'],
    [0, 180, 'up', '0 1 0'],
    [180, 180, 'up', '0 -1 0'],
  ] as const)('of tilt %d and azimuth %d see %s as %s', (tilt, azimuth, to, expected) => {
    expect(found(tilt, azimuth, to)).toBe(expected);
  });
});

test.each([0, 20, 45, 90, 120, 180])(
  'rays before an element of tilt %d share out each region once',
  (tilt) => {
    const rays = diffuseRays(tilt);
    const sums = { sky: 0, horizon: 0, ground: 0 };
    for (const { region, weight } of rays) sums[region] += weight;
    expect(sums.sky).toBeCloseTo(tilt < 180 ? 1 : 0, 9);
    expect(sums.ground).toBeCloseTo(tilt > 0 ? 1 : 0, 9);
    expect(sums.horizon).toBeCloseTo(tilt % 180 === 0 ? 0 : 1, 9);
    for (const { direction, region } of rays) {
      expect(direction.outwards).toBeGreaterThan(0);
      const height =
        direction.outwards * Math.cos((tilt * Math.PI) / 180) +
        direction.upwards * Math.sin((tilt * Math.PI) / 180);
      expect(Math.sign(Math.round(height * 1e9)) + 0).toBe(
        region === 'sky' ? 1 : region === 'ground' ? -1 : 0,
      );
    }
  },
);
