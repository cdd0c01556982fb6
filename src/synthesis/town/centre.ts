import type { BuildingUse, Point } from '../../model/building';
import { cos, sin } from '../../sim/numeric/elementary';
import { centroid, ringContains } from '../../geometry/polygon';
import { randomKey, uniform } from '../../sim/numeric/random';
import { blockAt, type Block } from './blocks';
import { buildingLine, perimeterParcels, straighten, yard } from './perimeter';
import type { Site } from './site';

/** What fills a block of the old town; `at` is any point in the block. */
interface BlockPlan {
  readonly at: Point;
  readonly key: string;
  readonly title?: string;
  /** One building around a courtyard instead of parcels. */
  readonly whole?: BuildingUse;
  readonly levels?: number;
  readonly depthM: number;
  readonly widthsM: readonly [number, number];
}

const PARCELS: readonly [number, number] = [11, 18];
const WIDE: readonly [number, number] = [14, 26];

const OLD_TOWN: readonly BlockPlan[] = [
  {
    at: [-2, 54],
    key: 'rathaus',
    title: 'Rathaus',
    whole: 'publicHall',
    levels: 3,
    depthM: 12,
    widthsM: PARCELS,
  },
  { at: [58, 44], key: 'rosen', depthM: 10, widthsM: PARCELS },
  { at: [62, -10], key: 'salz', depthM: 10, widthsM: PARCELS },
  { at: [20, -46], key: 'fischer', depthM: 10, widthsM: PARCELS },
  {
    at: [-52, -14],
    key: 'kloster',
    title: 'Klosterhof',
    whole: 'hotel',
    levels: 3,
    depthM: 11,
    widthsM: WIDE,
  },
  { at: [-56, 34], key: 'bader', depthM: 9, widthsM: PARCELS },
  { at: [-108, 56], key: 'nordwestwall', depthM: 11, widthsM: WIDE },
  { at: [-34, 106], key: 'korn', depthM: 11, widthsM: WIDE },
  { at: [118, 44], key: 'ostwall', depthM: 11, widthsM: WIDE },
  { at: [108, -40], key: 'suedostwall', depthM: 11, widthsM: WIDE },
  { at: [40, -90], key: 'fluss', depthM: 9, widthsM: WIDE },
  { at: [-46, -90], key: 'gerber', depthM: 9, widthsM: WIDE },
  { at: [-114, -30], key: 'suedwestwall', depthM: 11, widthsM: WIDE },
];

const OLD_TOWN_USES: readonly BuildingUse[] = [
  'terraced',
  'retail',
  'terraced',
  'apartment',
  'terraced',
  'restaurant',
  'terraced',
  'retail',
  'apartment',
  'terraced',
  'office',
  'terraced',
];

export function buildOldTown(site: Site, blocks: readonly Block[], seed: number): void {
  for (const plan of OLD_TOWN) {
    const block = blockAt(blocks, plan.at);
    if (block === undefined) continue;
    const line = straighten(buildingLine(block, 2.4), 1.4);
    const inner = yard(line, plan.depthM);
    if (plan.whole !== undefined && inner !== null) buildWhole(site, plan, plan.whole, line, inner);
    else if (inner !== null) buildParcels(site, plan, line, inner, seed);
    else
      site.place(
        { key: `old/${plan.key}`, quarter: 'oldTown', use: 'retail', outer: line, holes: [] },
        { gapM: 2, kerbM: 1 },
      );
  }
}

function buildWhole(site: Site, plan: BlockPlan, use: BuildingUse, line: Point[], inner: Point[]): void {
  site.place(
    {
      key: `old/${plan.key}`,
      quarter: 'oldTown',
      use,
      outer: line,
      holes: [inner],
      ...(plan.title === undefined ? {} : { title: plan.title }),
      ...(plan.levels === undefined ? {} : { levels: plan.levels }),
      roof: 'gabled',
    },
    { gapM: 2, kerbM: 1 },
  );
}

function buildParcels(site: Site, plan: BlockPlan, line: Point[], inner: Point[], seed: number): void {
  const draw = randomKey(seed, plan.key, 'old town uses');
  const parcels = perimeterParcels(line, inner, plan.depthM, plan.widthsM, seed, plan.key);
  const offset = Math.floor(uniform(draw, 999) * OLD_TOWN_USES.length);
  parcels.forEach((outer, i) => {
    // A missing house here and there is the way into the yard.
    if (uniform(draw, i) < 0.09) return;
    const use = OLD_TOWN_USES[(i + offset) % OLD_TOWN_USES.length]!;
    site.place(
      { key: `old/${plan.key}/${String(i)}`, quarter: 'oldTown', use, outer, holes: [] },
      { gapM: 2, kerbM: 1, group: plan.key },
    );
  });
}

interface SlabPlan {
  readonly at: Point;
  readonly key: string;
  readonly turnDeg: number;
}
const SLAB_BLOCKS: readonly SlabPlan[] = [
  { at: [-385, 100], key: 'slabsSouth', turnDeg: 6 },
  { at: [-340, 230], key: 'slabsNorth', turnDeg: 24 },
];

/** Post-war slabs: parallel lines in the green, each of two or three stairwells that touch. */
export function buildSlabs(site: Site, blocks: readonly Block[], seed: number): void {
  for (const plan of SLAB_BLOCKS) {
    const block = blockAt(blocks, plan.at);
    if (block === undefined) continue;
    const line = buildingLine(block, 6);
    const middle = centroid(line);
    const angle = (plan.turnDeg * 3.141592653589793) / 180;
    const c = cos(angle);
    const s = sin(angle);
    const turn = (u: number, v: number): Point => [middle[0] + u * c - v * s, middle[1] + u * s + v * c];
    const draw = randomKey(seed, plan.key, 'slabs');
    for (let r = -4; r <= 4; r += 1) {
      const v = r * 31;
      for (let u = -110; u < 110;) {
        const width = 19 + 3 * uniform(draw, r * 100 + Math.round(u));
        const outer = [turn(u, v), turn(u + width, v), turn(u + width, v + 11.5), turn(u, v + 11.5)];
        const group = `${plan.key}/${String(r)}`;
        const fits = outer.every((point) => ringContains(line, point));
        const plot = {
          key: `${group}/${String(Math.round(u))}`,
          quarter: 'slabs',
          use: 'apartment',
          outer,
          holes: [],
          roof: 'flat',
        } as const;
        const ok = fits && site.place({ ...plot, levels: r % 2 === 0 ? 4 : 5 }, { gapM: 8, kerbM: 4, group });
        u += ok ? width : 4;
      }
    }
  }
}
