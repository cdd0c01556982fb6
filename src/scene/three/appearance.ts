import type { Building, BuildingUse } from '../../model/building';
import { randomKey, uniform } from '../../sim/numeric/random';

/** What a building looks like in the Scene look: rows of the shader's tables. Colours are sRGB bytes. */
export interface Appearance {
  readonly wall: readonly [number, number, number, hash: number];
  readonly roof: readonly [number, number, number, dwelling: number];
  /** Storey height m, window share, bay width m, wall height m. */
  readonly shape: readonly [number, number, number, number];
}

const DWELLINGS: ReadonlySet<BuildingUse> = new Set(['detached', 'terraced', 'apartment', 'hotel']);

/** Plaster, brick and stone by construction period; warm, and never saturated enough to compete with data. */
const WALLS: readonly { readonly until: number; readonly colours: readonly string[] }[] = [
  { until: 1920, colours: ['E9DCC3', 'DDC6A4', 'C7A08A', 'E5D3BE', 'D8B79A', 'EFE6D6', 'B58E7A'] },
  { until: 1950, colours: ['E6D9C2', 'C29B86', 'EADFCB', 'D4BC9C', 'B08C7B'] },
  { until: 1980, colours: ['E8E2D4', 'DAD4C6', 'E9DDC4', 'D6C6B0', 'CFC9BD'] },
  { until: 2005, colours: ['EFE7D8', 'E7CFAE', 'F1EBDF', 'DFC9A8', 'E8DFCF'] },
  { until: 9999, colours: ['F4F0E8', 'E9E6E0', 'DCD8D0', 'F0E9DC', 'C9B79E'] },
];
const WORK_WALLS: readonly string[] = ['D9D6CF', 'C9C9C6', 'E6E1D6', 'BFC3C4', 'D2C5B2', 'B79482'];
const PITCHED_ROOFS: readonly string[] = [
  'B57A60',
  'A8705A',
  'BE8A70',
  '9E6B58',
  '8C7A70',
  '7A7572',
  'B08069',
  '6F6A6B',
  '95604C',
  'C39479',
];
/** No two roofs weather alike. */
const toned = (rgb: readonly number[], share: number): [number, number, number] =>
  rgb.map((byte) => Math.min(255, Math.round(byte * (0.82 + 0.3 * share)))) as [number, number, number];
const FLAT_ROOFS: readonly string[] = ['B9B4AA', 'C6C1B7', 'A9A69F', 'CCC8BF', 'B0AFA0', '9EA58A'];

const pick = <Value>(values: readonly Value[], share: number): Value =>
  values[Math.floor(share * values.length)]!;
const rgb = (hex: string): [number, number, number] => {
  const value = Number.parseInt(hex, 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
};

/** Share of a bay that is glass. */
function glazingOf(building: Building): number {
  switch (building.use) {
    case 'office':
    case 'hospital':
      return 0.85;
    case 'retail':
    case 'school':
      return 0.7;
    case 'warehouse':
      return 0.12;
    default:
      return building.constructionYear > 1990 ? 0.5 : 0.3;
  }
}

export function appearanceOf(building: Building, seed: number): Appearance {
  const draw = (purpose: string): number => uniform(randomKey(seed, building.id, purpose), 0);
  const dwelling = DWELLINGS.has(building.use);
  const period = WALLS.find((entry) => building.constructionYear <= entry.until)!;
  const wall = pick(dwelling || draw('stone') < 0.3 ? period.colours : WORK_WALLS, draw('wall'));
  const roof = pick(building.roof === 'flat' ? FLAT_ROOFS : PITCHED_ROOFS, draw('roof'));
  const storeyM = building.heightM / Math.max(1, building.levels);
  const bayM = building.use === 'office' ? 1.8 : building.use === 'warehouse' ? 6 : 2.3 + 0.8 * draw('bay');
  return {
    wall: [...rgb(wall), Math.floor(draw('hash') * 256)],
    roof: [...toned(rgb(roof), draw('tone')), dwelling ? 255 : 0],
    shape: [storeyM, glazingOf(building), bayM, building.heightM],
  };
}
