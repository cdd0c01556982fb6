/**
 * Every colour the map, the charts and the tables share. Ramps were chosen by computed distance (CIEDE2000 under severe
 * protan, deutan and tritan simulation; `tests/state/display/palette.test.ts` recomputes it), never by eye.
 *
 * Sources: PuOr, RdBu, YlOrBr from ColorBrewer 2.0 (Apache-2.0); cividis from Nunez, Anderton, Renslow 2018 (CC0); scenario
 * hues from Okabe and Ito; end uses from Paul Tol's "muted" scheme and its older form of twelve. The loading ramp is our own.
 */
export type Theme = 'light' | 'dark';
export type Hex = `#${string}`;
export type Ramp = readonly Hex[];
export type ThemedRamp = Readonly<Record<Theme, Ramp>>;

const PUOR_5: Ramp = ['#542788', '#998EC3', '#F7F7F7', '#F1A340', '#B35806'];
const RDBU_5: Ramp = ['#2166AC', '#92C5DE', '#F7F7F7', '#F4A582', '#B2182B'];
const YLORBR_5: Ramp = ['#FFFFD4', '#FED98E', '#FE9929', '#D95F0E', '#993404'];
const CIVIDIS_6: Ramp = ['#00204D', '#31446B', '#666970', '#958F78', '#CBBA69', '#FFEA46'];
const EVIDENCE_3: Ramp = ['#332288', '#88CCEE', '#DDCC77'];

const same = (ramp: Ramp): ThemedRamp => ({ light: ramp, dark: ramp });

export const RAMPS = {
  loading: {
    light: ['#C6D3DF', '#8AA9C4', '#D9881C', '#B93A17', '#5B0D42'],
    dark: ['#465A6E', '#7493AF', '#DB8A2F', '#FFCE5C', '#FFFDEB'],
  },
  voltage: same(PUOR_5),
  /** Light theme: light is low. Dark theme: dark is low. The end that recedes into the page is always the low one. */
  sequential: { light: [...CIVIDIS_6].reverse(), dark: CIVIDIS_6 },
  difference: same(RDBU_5),
  carbon: same(YLORBR_5),
  evidence: same(EVIDENCE_3),
  /** Baseline first, then up to four scenarios. */
  scenarios: {
    light: ['#4D4D4D', '#0072B2', '#D55E00', '#009E73', '#AA3377'],
    dark: ['#B8C0C8', '#0072B2', '#D55E00', '#009E73', '#AA3377'],
  },
  /** In the order of `END_USES`. */
  endUses: same([
    '#332288',
    '#88CCEE',
    '#117733',
    '#DDCC77',
    '#CC6677',
    '#AA4499',
    '#661100',
    '#999933',
    '#6699CC',
  ]),
} as const satisfies Record<string, ThemedRamp>;
export type RampName = keyof typeof RAMPS;

/** One pixel around every data line and glyph: light classes alone fall below 3:1 on the map. */
export const CASING: Readonly<Record<Theme, Hex>> = { light: '#1B1F24', dark: '#E6EDF3' };

/** Drawn hatched with `hatch` over `fill`, never white and never the low end. */
export const NO_DATA: Readonly<Record<Theme, { readonly fill: Hex; readonly hatch: Hex }>> = {
  light: { fill: '#DADDE1', hatch: '#A9B0B8' },
  dark: { fill: '#343B44', hatch: '#59636E' },
};

/** Text and page colours whose contrast was computed: 16.6, 6.4, 15.0 and 7.1 to 1. */
export const SURFACES: Readonly<
  Record<Theme, { readonly page: Hex; readonly text: Hex; readonly muted: Hex }>
> = {
  light: { page: '#FFFFFF', text: '#1B1F24', muted: '#57606A' },
  dark: { page: '#14191F', text: '#E6EDF3', muted: '#9AA6B2' },
};

/** The washed-out world of the Data look: only the subject carries colour. */
export const DATA_WORLD: Readonly<Record<Theme, Readonly<Record<DataWorldPart, Hex>>>> = {
  light: {
    sky: '#E9ECEF',
    ground: '#E3E6E9',
    street: '#F4F5F6',
    park: '#DCE1DD',
    square: '#ECEDEE',
    water: '#CFD8DF',
    building: '#C9CED4',
    edge: '#3A424B',
    tree: '#CBD3CD',
  },
  dark: {
    sky: '#14191F',
    ground: '#1A2027',
    street: '#232A32',
    park: '#1B241F',
    square: '#20262D',
    water: '#16222D',
    building: '#3A434D',
    edge: '#0B0E12',
    tree: '#24302A',
  },
};
export type DataWorldPart =
  'sky' | 'ground' | 'street' | 'park' | 'square' | 'water' | 'building' | 'edge' | 'tree';

/** `#RRGGBB` to three sRGB bytes. */
export function bytesOf(hex: Hex): readonly [red: number, green: number, blue: number] {
  let bytes = KNOWN_BYTES.get(hex);
  if (bytes === undefined) {
    const value = Number.parseInt(hex.slice(1), 16);
    bytes = [(value >> 16) & 255, (value >> 8) & 255, value & 255];
    KNOWN_BYTES.set(hex, bytes);
  }
  return bytes;
}

/** The palette is small, and a city asks for it line by line. */
const KNOWN_BYTES = new Map<Hex, readonly [number, number, number]>();
