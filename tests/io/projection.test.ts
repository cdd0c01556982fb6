import { describe, expect, test } from 'vitest';
import { epsgCode, localProjection, referenceSystem } from '../../src/io/projection';

describe('reference systems', () => {
  test('puts the origin of the Dutch grid on the spire in Amersfoort', () => {
    // RDNAPTRANS documentation: RD (155000, 463000) = 52.15517440 N, 5.38720621 E (ETRS89).
    // Seven parameters without the correction grid are good to 0.25 m.
    for (const code of [28992, 7415]) {
      const [lon, lat] = referenceSystem(code)!.toLonLat(155000, 463000);
      expect(Math.abs(lat - 52.1551744)).toBeLessThan(3e-6);
      expect(Math.abs(lon - 5.38720621)).toBeLessThan(3e-6);
    }
  });

  test('puts UTM origins on their central meridians and the equator', () => {
    // EPSG guidance note 7-2: zone 31 has its central meridian at 3 E, false easting 500 km, south false northing 10,000 km.
    expect(
      referenceSystem(32631)!
        .toLonLat(500000, 0)
        .map((v) => Math.round(v * 1e8) / 1e8 + 0),
    ).toEqual([3, 0]);
    expect(
      referenceSystem(32734)!
        .toLonLat(500000, 10000000)
        .map((v) => Math.round(v * 1e8) / 1e8 + 0),
    ).toEqual([21, 0]);
    expect(referenceSystem(25833)!.toLonLat(500000, 0)[0]).toBeCloseTo(15, 8);
  });

  test('agrees with the worked example of the British grid within the accuracy of its seven parameters', () => {
    // Ordnance Survey, A guide to coordinate systems in Great Britain, annex C: E 651409.903, N 313177.270 in OSGB36 is
    // 52 39' 27.2531" N, 1 43' 4.5177" E on Airy; shifted to WGS 84 it lies some 100 m off, 52.65798 N, 1.71605 E.
    const [lon, lat] = referenceSystem(27700)!.toLonLat(651409.903, 313177.27);
    expect(Math.abs(lat - 52.65798)).toBeLessThan(1e-4);
    expect(Math.abs(lon - 1.71605)).toBeLessThan(1e-4);
  });

  test('refuses codes it has no definition for and reads every spelling of one it has', () => {
    expect(referenceSystem(20481)).toBeNull();
    expect(epsgCode('urn:ogc:def:crs:EPSG::7415')).toBe(7415);
    expect(epsgCode('urn:ogc:def:crs,crs:EPSG::28992,crs:EPSG::5709')).toBe(28992);
    expect(epsgCode('https://www.opengis.net/def/crs/EPSG/0/32734')).toBe(32734);
    expect(epsgCode('urn:ogc:def:crs:EPSG:6.9:25832')).toBe(25832);
    expect(epsgCode('EPSG:2056')).toBe(2056);
    expect(epsgCode('urn:ogc:def:crs:OGC:1.3:CRS84')).toBe(4326);
    expect(epsgCode('local')).toBeNull();
  });

  test.each([28992, 27700, 2056, 31370, 2154, 31467, 31468, 5514, 2180, 3067, 3006, 3035, 25832, 3857])(
    'returns to where it came from in EPSG:%i',
    (code) => {
      const system = referenceSystem(code)!;
      const [x, y] = system.fromLonLat(9, 51);
      const [lon, lat] = system.toLonLat(x, y);
      expect(Math.abs(lon - 9) + Math.abs(lat - 51)).toBeLessThan(1e-6);
    },
  );
});

describe('the local frame', () => {
  test('has true metres: a degree of latitude at 45 N is 111,132 m, of longitude 78,847 m', () => {
    // WGS 84 arc lengths at 45 degrees, NGA length-of-a-degree tables.
    const frame = localProjection(10, 45);
    const [, north] = frame.toLocal(10, 45.01);
    const [, south] = frame.toLocal(10, 44.99);
    expect(Math.abs((north - south) / 0.02 - 111132)).toBeLessThan(2);
    const [east] = frame.toLocal(10.01, 45);
    const [west] = frame.toLocal(9.99, 45);
    expect(Math.abs((east - west) / 0.02 - 78847)).toBeLessThan(2);
  });
});
