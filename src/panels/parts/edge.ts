import { bytesOf, SURFACES, type Hex, type Theme } from '../../state/display';

/** Least contrast of a graphic to its ground, WCAG 2.2 criterion 1.4.11. */
const LEAST = 3;

/** The stronger line colour of each theme, itself above that contrast. */
const EDGES: Readonly<Record<Theme, Hex>> = { light: '#868E96', dark: '#6D7884' };

/** Relative luminance of sRGB, WCAG 2.2. */
function luminance(hex: Hex): number {
  const [red, green, blue] = bytesOf(hex).map((byte) => {
    const share = byte / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** What a line of this colour is drawn upon where the page alone would swallow it; null where it stands by itself. */
export function edgeOf(colour: string, theme: Theme): Hex | null {
  const own = luminance(colour as Hex);
  const page = luminance(SURFACES[theme].page);
  const contrast = (Math.max(own, page) + 0.05) / (Math.min(own, page) + 0.05);
  return contrast < LEAST ? EDGES[theme] : null;
}
