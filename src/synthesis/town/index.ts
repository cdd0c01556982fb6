import type { District, Street } from '../../model/district';
import type { Point } from '../../model/building';
import { addressesOf, slug } from './addresses';
import { completePlot } from './attributes';
import { findBlocks, type PlannedStreet } from './blocks';
import { buildOldTown, buildSlabs } from './centre';
import { curveThrough } from './curve';
import { buildFrontage } from './frontage';
import { buildLandmarks, openSpaces } from './landmarks';
import { JUNCTIONS, STREET_PLAN, type StreetPlan } from './plan';
import { Site } from './site';

const STREET_POINT_SPACING_M = 13;

/**
 * The reference town: about 500 buildings of our own making around a market square on a river. The street plan is
 * drawn by hand (plan.ts); houses, parcels and attributes are drawn from the seed. It has no network yet.
 *
 * Same seed, same district. Coordinates are metres on the centimetre grid.
 */
export function generateTown(seed: number): District {
  const planned = STREET_PLAN.map((plan) => ({ name: plan.name, widthM: plan.widthM, path: pathOf(plan) }));
  const blocks = findBlocks(planned);
  const spaces = openSpaces(blocks);
  const site = new Site(planned);
  const fixed = spaces.filter((space) => space.kind === 'water');
  for (const space of fixed) site.keepFree(space.outline);
  buildLandmarks(site);
  for (const space of spaces) if (space.kind !== 'water') site.keepFree(space.outline);
  buildOldTown(site, blocks, seed);
  buildSlabs(site, blocks, seed);
  STREET_PLAN.forEach((plan, i) => {
    const street = planned[i]!;
    const key = `${String(i)}-${slug(plan.name)}`;
    buildFrontage(site, street, 'left', plan.left, seed, key);
    buildFrontage(site, street, 'right', plan.right, seed, key);
  });
  const addresses = addressesOf(site.plots, planned);
  return {
    schema: 'gridtwin-district/1',
    id: 'reference-town',
    name: 'Reference town',
    description:
      'A fictional central European town made by a generator with a seed: no building, street or person in it exists.',
    seed,
    frame: { longitudeDeg: 8.5, latitudeDeg: 49.5, sourceCrs: 'local' },
    archetypeRegion: 'centralEurope',
    weather: { kind: 'synthetic', climate: 'centralEurope' },
    buildings: site.plots.map((plot) => completePlot(plot, addresses.get(plot)!, seed)),
    streets: namedStreets(planned),
    openSpaces: spaces,
    network: null,
  };
}

function pathOf(plan: StreetPlan): Point[] {
  const stops = plan.stops.map((stop) => {
    if (typeof stop !== 'string') return stop;
    const junction = JUNCTIONS[stop];
    if (junction === undefined) throw new Error(`Street plan names an unknown junction: ${stop}`);
    return junction;
  });
  return plan.straight === true ? stops : curveThrough(stops, STREET_POINT_SPACING_M);
}

function namedStreets(planned: readonly PlannedStreet[]): Street[] {
  const counts = new Map<string, number>();
  return planned.map((street) => {
    const number = (counts.get(street.name) ?? 0) + 1;
    counts.set(street.name, number);
    return {
      id: `${slug(street.name)}-${String(number)}`,
      name: street.name,
      path: street.path,
      widthM: street.widthM,
    };
  });
}
