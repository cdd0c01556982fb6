import { describe, expect, test } from 'vitest';
import {
  ashraeIncidenceModifier,
  cellTempDegC,
  combinedLossShare,
  dcShare,
  diffuseCosIncidence,
  inverterAcShare,
  physicalIncidenceModifier,
  PVWATTS_LOSSES_PERCENT,
  pvsystCellDegC,
  rossCellDegC,
  samCellDegC,
} from '../../../src/sim/devices';
import { erbsDecomposition, extraterrestrialWPerM2 } from '../../../src/sim/weather';
import units from './unit-figures/case.json';

const { tolerance } = units;
const cosDeg = (deg: number): number => Math.cos((deg * Math.PI) / 180);
const near = (found: number, expected: number, bound: number): void =>
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(bound);

describe(`photovoltaic parts agree with ${units.origin}`, () => {
  test.each(units.faiman)('Faiman: cell $out degC', ({ poa, T, wind, out }) =>
    near(cellTempDegC(poa, T, wind), out, tolerance.cellDegC),
  );
  test.each(units.noct_sam)('NOCT of SAM: cell $out degC', ({ poa, T, wind, noct, eff, out }) =>
    near(samCellDegC(poa, T, wind, noct, eff), out, tolerance.cellDegC),
  );
  test.each(units.ross)('Ross: cell $out degC', ({ poa, T, noct, out }) =>
    near(rossCellDegC(poa, T, noct), out, tolerance.cellDegC),
  );
  test.each(units.pvsyst_cell)('PVsyst: cell $out degC', ({ poa, T, wind, out }) =>
    near(pvsystCellDegC(poa, T, wind), out, tolerance.cellDegC),
  );
  test.each(units.pvwatts_dc)('PVWatts: DC $out W', ({ poa, Tc, pdc0, gamma, out }) =>
    near(pdc0 * dcShare(poa, Tc, gamma), out, tolerance.powerW),
  );
  test.each(units.pvwatts_inverter)('PVWatts: AC $out W from $pdc W', ({ pdc, pdc0, out }) =>
    near(pdc0 * inverterAcShare(pdc / pdc0), out, tolerance.powerW),
  );
  test('PVWatts: the losses multiply', () =>
    near(100 * combinedLossShare(PVWATTS_LOSSES_PERCENT), units.pvwatts_losses, tolerance.lossPercent));
  test.each(units.iam_physical)('glass lets through $out at $aoi degrees', ({ aoi, out }) =>
    near(physicalIncidenceModifier(cosDeg(aoi)), out, tolerance.modifier),
  );
  test.each(units.iam_ashrae)('ASHRAE 93 gives $out at $aoi degrees', ({ aoi, out }) =>
    near(ashraeIncidenceModifier(cosDeg(aoi)), out, tolerance.modifier),
  );
  test.each(units.erbs)('Erbs: $dhi W/m2 diffuse of $ghi', ({ ghi, zenith, doy, dni, dhi, kt }) => {
    const found = erbsDecomposition(ghi, cosDeg(zenith), extraterrestrialWPerM2(doy));
    near(found.dniWPerM2, dni, tolerance.irradianceWPerM2);
    near(found.dhiWPerM2, dhi, tolerance.irradianceWPerM2);
    near(found.clearness, kt, 1e-5);
  });
});

test('no light comes from behind, and Erbs takes low sun as all diffuse', () => {
  for (const modifier of [physicalIncidenceModifier, ashraeIncidenceModifier]) {
    expect(modifier(0)).toBe(0);
    expect(modifier(-0.5)).toBe(0);
    expect(modifier(1)).toBe(1);
  }
  expect(erbsDecomposition(40, 0.01, 1367)).toMatchObject({ dniWPerM2: 0, dhiWPerM2: 40 });
  expect(erbsDecomposition(0, 0.5, 1367)).toMatchObject({ dniWPerM2: 0, dhiWPerM2: 0 });
});

test('diffuse light meets a tilted cover at the angles of Brandemuehl and Beckman', () => {
  // Duffie and Beckman, figure 5.4.1: on the level 59.7 degrees for the sky; on a wall about 60 degrees for both.
  const level = diffuseCosIncidence(0);
  expect(Math.acos(level.sky) * (180 / Math.PI)).toBeCloseTo(59.7, 6);
  expect(level.ground).toBeCloseTo(0, 9);
  const wall = diffuseCosIncidence(90);
  for (const cosine of Object.values(wall)) {
    expect(Math.abs(Math.acos(cosine) * (180 / Math.PI) - 60)).toBeLessThan(1);
  }
});
