import { Color } from 'three';

/** What the Scene look takes from the height of the sun. Colours are linear working colours. */
export interface Daylight {
  readonly zenith: Color;
  /** Shared by the sky's lowest band and the fog, so that the ground never ends. */
  readonly horizon: Color;
  readonly sunColour: Color;
  readonly sunIntensity: number;
  readonly skyIntensity: number;
  readonly skyColour: Color;
  readonly bounceColour: Color;
  readonly exposure: number;
  /** 0 by day, 1 in full night: lit windows and street lamps follow it. */
  readonly night: number;
}

interface Key {
  readonly altitudeDeg: number;
  readonly zenith: string;
  readonly horizon: string;
  readonly sun: string;
  readonly sunIntensity: number;
  readonly sky: string;
  readonly skyIntensity: number;
  readonly bounce: string;
  readonly exposure: number;
  readonly night: number;
}

/** From full night to high noon. Each step is monotonous in light, so a scrubbed day never flickers. */
const KEYS: readonly Key[] = [
  {
    altitudeDeg: -12,
    zenith: '#101B3A',
    horizon: '#2B3757',
    sun: '#A9B9E6',
    sunIntensity: 0.5,
    sky: '#8C96C8',
    skyIntensity: 1.05,
    bounce: '#4A4658',
    exposure: 1.15,
    night: 1,
  },
  {
    altitudeDeg: -4,
    zenith: '#24345E',
    horizon: '#7C6A7E',
    sun: '#B89BB4',
    sunIntensity: 0.9,
    sky: '#A9A2CC',
    skyIntensity: 2.1,
    bounce: '#6A5C66',
    exposure: 1.1,
    night: 0.85,
  },
  {
    altitudeDeg: 1,
    zenith: '#4A6699',
    horizon: '#EDB38C',
    sun: '#FF9A5A',
    sunIntensity: 2.2,
    sky: '#C9B9C6',
    skyIntensity: 2,
    bounce: '#A07C66',
    exposure: 1.25,
    night: 0.45,
  },
  {
    altitudeDeg: 9,
    zenith: '#6F9CCB',
    horizon: '#F3D9BE',
    sun: '#FFC58C',
    sunIntensity: 2.7,
    sky: '#C9D2E2',
    skyIntensity: 1.5,
    bounce: '#B49F88',
    exposure: 1.15,
    night: 0.05,
  },
  {
    altitudeDeg: 25,
    zenith: '#66A3DC',
    horizon: '#DDE8EE',
    sun: '#FFE2B8',
    sunIntensity: 2.9,
    sky: '#CBDDF0',
    skyIntensity: 1.4,
    bounce: '#B8AD98',
    exposure: 1,
    night: 0,
  },
  {
    altitudeDeg: 60,
    zenith: '#5C9CDA',
    horizon: '#D6E5F0',
    sun: '#FFEFD2',
    sunIntensity: 3.1,
    sky: '#D3E3F3',
    skyIntensity: 1.4,
    bounce: '#B9B09F',
    exposure: 0.97,
    night: 0,
  },
];

const mix = (from: number, to: number, share: number): number => from + (to - from) * share;
const blend = (from: string, to: string, share: number): Color => new Color(from).lerp(new Color(to), share);

/** Sky, light and exposure for a height of the sun, interpolated between the keys above. */
export function daylightAt(altitudeRad: number): Daylight {
  const altitudeDeg = (altitudeRad * 180) / Math.PI;
  let upper = 1;
  while (upper < KEYS.length - 1 && altitudeDeg > KEYS[upper]!.altitudeDeg) upper += 1;
  const low = KEYS[upper - 1]!;
  const high = KEYS[upper]!;
  const share = Math.max(
    0,
    Math.min(1, (altitudeDeg - low.altitudeDeg) / (high.altitudeDeg - low.altitudeDeg)),
  );
  return {
    zenith: blend(low.zenith, high.zenith, share),
    horizon: blend(low.horizon, high.horizon, share),
    sunColour: blend(low.sun, high.sun, share),
    sunIntensity: mix(low.sunIntensity, high.sunIntensity, share),
    skyColour: blend(low.sky, high.sky, share),
    skyIntensity: mix(low.skyIntensity, high.skyIntensity, share),
    bounceColour: blend(low.bounce, high.bounce, share),
    exposure: mix(low.exposure, high.exposure, share),
    night: mix(low.night, high.night, share),
  };
}

/**
 * Share of windows lit at an hour of the day (0..24), dwellings and workplaces apart; multiplied by `night` when drawn.
 * A plain curve for the picture: people wake at six, gather at eight in the evening, sleep by one.
 */
export function litShare(hourOfDay: number, dwelling: boolean): number {
  const bump = (centre: number, width: number): number => {
    const distance = Math.abs(((hourOfDay - centre + 36) % 24) - 12);
    return Math.max(0, 1 - distance / width);
  };
  return dwelling
    ? Math.min(0.6, 0.05 + 0.55 * bump(20, 4.5) + 0.3 * bump(7, 2))
    : Math.min(0.6, 0.04 + 0.6 * bump(13, 7));
}

/** 0 in high summer, 1 in the depth of winter, which is in July south of the equator; nothing changes in the tropics. */
export function winterAt(dayOfYear: number, latitudeDeg: number): number {
  const north = 0.5 + 0.5 * Math.cos((2 * Math.PI * (dayOfYear - 20)) / 365);
  const share = latitudeDeg < 0 ? 1 - north : north;
  return share * Math.min(1, Math.max(0, (Math.abs(latitudeDeg) - 20) / 15));
}
