import proj4 from 'proj4';

/**
 * The one door to proj4: reference systems by EPSG code. proj4 itself knows WGS 84, Web Mercator and little else, so the
 * common European systems are defined here (parameters: EPSG registry, via each agency's published transformation to
 * WGS 84; ETRS89 and WGS 84 are taken as one, below half a metre apart).
 */
const BESSEL_DE = '+ellps=bessel +towgs84=598.1,73.7,418.2,0.202,0.045,-2.455,6.7 +units=m +no_defs';
const RD_NEW =
  '+proj=sterea +lat_0=52.15616055555555 +lon_0=5.38763888888889 +k=0.9999079 +x_0=155000 +y_0=463000 +ellps=bessel +towgs84=565.4171,50.3319,465.5524,-0.398957,0.343988,-1.87740,4.0725 +units=m +no_defs';
const GRS80 = '+ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs';

interface SystemEntry {
  readonly name: string;
  readonly definition: string;
  readonly verticalDatum?: string;
}

const SYSTEMS: Readonly<Record<number, SystemEntry>> = {
  4326: { name: 'WGS 84', definition: '+proj=longlat +datum=WGS84 +no_defs' },
  4979: { name: 'WGS 84 3D', definition: '+proj=longlat +datum=WGS84 +no_defs', verticalDatum: 'ellipsoid' },
  4258: { name: 'ETRS89', definition: '+proj=longlat +ellps=GRS80 +no_defs' },
  3857: {
    name: 'Web Mercator',
    definition:
      '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +no_defs',
  },
  3035: {
    name: 'ETRS89 / LAEA Europe',
    definition: `+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 ${GRS80}`,
  },
  28992: { name: 'Amersfoort / RD New', definition: RD_NEW },
  7415: { name: 'Amersfoort / RD New + NAP height', definition: RD_NEW, verticalDatum: 'NAP' },
  27700: {
    name: 'OSGB36 / British National Grid',
    definition:
      '+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy +towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489 +units=m +no_defs',
  },
  2056: {
    name: 'CH1903+ / LV95',
    definition:
      '+proj=somerc +lat_0=46.95240555555556 +lon_0=7.439583333333333 +k_0=1 +x_0=2600000 +y_0=1200000 +ellps=bessel +towgs84=674.374,15.056,405.346,0,0,0,0 +units=m +no_defs',
  },
  31370: {
    name: 'BD72 / Belgian Lambert 72',
    definition:
      '+proj=lcc +lat_1=51.16666723333333 +lat_2=49.8333339 +lat_0=90 +lon_0=4.367486666666666 +x_0=150000.013 +y_0=5400088.438 +ellps=intl +towgs84=-106.8686,52.2978,-103.7239,0.3366,-0.457,1.8422,-1.2747 +units=m +no_defs',
  },
  2154: {
    name: 'RGF93 / Lambert-93',
    definition: `+proj=lcc +lat_1=49 +lat_2=44 +lat_0=46.5 +lon_0=3 +x_0=700000 +y_0=6600000 ${GRS80}`,
  },
  31467: {
    name: 'DHDN / Gauss-Kruger zone 3',
    definition: `+proj=tmerc +lat_0=0 +lon_0=9 +k=1 +x_0=3500000 +y_0=0 ${BESSEL_DE}`,
  },
  31468: {
    name: 'DHDN / Gauss-Kruger zone 4',
    definition: `+proj=tmerc +lat_0=0 +lon_0=12 +k=1 +x_0=4500000 +y_0=0 ${BESSEL_DE}`,
  },
  5514: {
    name: 'S-JTSK / Krovak East North',
    definition:
      '+proj=krovak +lat_0=49.5 +lon_0=24.83333333333333 +alpha=30.28813972222222 +k=0.9999 +x_0=0 +y_0=0 +ellps=bessel +towgs84=589,76,480,0,0,0,0 +units=m +no_defs',
  },
  2180: {
    name: 'ETRF2000-PL / CS92',
    definition: `+proj=tmerc +lat_0=0 +lon_0=19 +k=0.9993 +x_0=500000 +y_0=-5300000 ${GRS80}`,
  },
  3067: { name: 'ETRS89 / TM35FIN', definition: `+proj=utm +zone=35 ${GRS80}` },
  3006: {
    name: 'SWEREF99 TM',
    definition: `+proj=tmerc +lat_0=0 +lon_0=15 +k=0.9996 +x_0=500000 +y_0=0 ${GRS80}`,
  },
  5845: {
    name: 'SWEREF99 TM + RH2000 height',
    definition: `+proj=tmerc +lat_0=0 +lon_0=15 +k=0.9996 +x_0=500000 +y_0=0 ${GRS80}`,
    verticalDatum: 'RH2000',
  },
};

export const SUPPORTED_SYSTEMS =
  `EPSG ${Object.keys(SYSTEMS).join(', ')}, 25828 to 25838 (ETRS89 / UTM), ` +
  '32601 to 32660 and 32701 to 32760 (WGS 84 / UTM)';

/** Positions of one system, to longitude and latitude (WGS 84, degrees). */
export interface ReferenceSystem {
  readonly code: string;
  readonly name: string;
  /** As far as the code itself says; null when it is horizontal only. */
  readonly verticalDatum: string | null;
  readonly geographic: boolean;
  toLonLat(x: number, y: number): [lonDeg: number, latDeg: number];
  fromLonLat(lonDeg: number, latDeg: number): [x: number, y: number];
}

function entryOf(epsg: number): SystemEntry | undefined {
  const listed = SYSTEMS[epsg];
  if (listed) return listed;
  if (epsg >= 25828 && epsg <= 25838) {
    const zone = epsg - 25800;
    return { name: `ETRS89 / UTM zone ${zone}N`, definition: `+proj=utm +zone=${zone} ${GRS80}` };
  }
  const south = epsg >= 32701 && epsg <= 32760;
  if (!south && !(epsg >= 32601 && epsg <= 32660)) return undefined;
  const zone = epsg - (south ? 32700 : 32600);
  return {
    name: `WGS 84 / UTM zone ${zone}${south ? 'S' : 'N'}`,
    definition: `+proj=utm +zone=${zone}${south ? ' +south' : ''} +datum=WGS84 +units=m +no_defs`,
  };
}

/** The system of an EPSG code, or null when it is not one of those supported. */
export function referenceSystem(epsg: number): ReferenceSystem | null {
  const entry = entryOf(epsg);
  if (!entry) return null;
  const converter = proj4(entry.definition, '+proj=longlat +datum=WGS84 +no_defs');
  const pair = (values: readonly number[]): [number, number] => [
    values[0] ?? Number.NaN,
    values[1] ?? Number.NaN,
  ];
  return {
    code: `EPSG:${epsg}`,
    name: entry.name,
    verticalDatum: entry.verticalDatum ?? null,
    geographic: entry.definition.includes('+proj=longlat'),
    toLonLat: (x, y) => pair(converter.forward([x, y])),
    fromLonLat: (lonDeg, latDeg) => pair(converter.inverse([lonDeg, latDeg])),
  };
}

/**
 * EPSG code of a reference system as files write it: `urn:ogc:def:crs:EPSG::7415`, a compound
 * `urn:ogc:def:crs,crs:EPSG::28992,crs:EPSG::5709`, `https://www.opengis.net/def/crs/EPSG/0/7415`, `EPSG:7415`; CRS84 is
 * WGS 84. The first (horizontal) part of a compound counts. Null when no code can be read.
 */
export function epsgCode(text: string): number | null {
  if (/CRS:?84/i.test(text)) return 4326;
  const match = /EPSG(?:::|:[\d.]*:|\/[\d.]+\/|:)(\d{3,6})/i.exec(text);
  return match ? Number(match[1]) : null;
}

/** Longitude and latitude to metres in a district's own frame. */
export interface LocalProjection {
  toLocal(lonDeg: number, latDeg: number): [xM: number, yM: number];
  toLonLat(xM: number, yM: number): [lonDeg: number, latDeg: number];
}

/**
 * Transverse Mercator on WGS 84, tangent at the district's centre: lengths are true within 1e-6 for 9 km around it.
 * Coordinates are rounded to the millimetre, so that the last bit of a browser's sine cannot reach any result.
 */
export function localProjection(lonDeg: number, latDeg: number): LocalProjection {
  const converter = proj4(
    '+proj=longlat +datum=WGS84 +no_defs',
    `+proj=tmerc +lat_0=${latDeg} +lon_0=${lonDeg} +k=1 +x_0=0 +y_0=0 +datum=WGS84 +units=m +no_defs`,
  );
  const millimetre = (value: number | undefined): number =>
    Math.round((value ?? Number.NaN) * 1000) / 1000 + 0;
  return {
    toLocal: (lon, lat) => {
      const [x, y] = converter.forward([lon, lat]) as readonly number[];
      return [millimetre(x), millimetre(y)];
    },
    toLonLat: (xM, yM) => {
      const [lon, lat] = converter.inverse([xM, yM]) as readonly number[];
      return [lon ?? Number.NaN, lat ?? Number.NaN];
    },
  };
}
