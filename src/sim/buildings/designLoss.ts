import { archetypeOf, type Archetype } from '../../model/archetypes';
import { isHome, type Building, type Overridable } from '../../model/building';
import type { ArchetypeRegion } from '../../model/district';
import { airSupplyOf, recoveredShareOf } from './airSupply';
import { envelopeOf } from './envelope';
import type { BuildingShape } from './shape';

/** Buildings from this year on are heated through the floor: assumed. */
const FLOOR_HEATING_FROM_YEAR = 2010;

/** Numbers of a building's own that a package or single elements would change. */
const LOSS_NUMBERS: ReadonlySet<string> = new Set<Overridable>([
  'uWallWPerM2K',
  'uRoofWPerM2K',
  'uFloorWPerM2K',
  'uWindowWPerM2K',
  'thermalBridgeWPerM2K',
  'infiltrationPerH',
]);

/** The same building before anything was done to it: tables of its archetype instead of own numbers of loss. */
function asBuiltOf(building: Building): Building {
  const kept = Object.entries(building.overrides ?? {}).filter(([name]) => !LOSS_NUMBERS.has(name));
  return { ...building, envelope: 'asBuilt', retrofit: {}, overrides: Object.fromEntries(kept) };
}

/** Loss to outdoors while the building is occupied, W/K: envelope, gaps and supplied air less what is recovered. */
export function designLossWPerK(
  building: Building,
  archetype: Archetype,
  shape: BuildingShape,
  outdoorJPerM3K: number,
): number {
  const envelope = envelopeOf(shape, building.levels, archetype);
  const air = airSupplyOf(archetype, isHome(building.use), envelope.conditionedFloorM2);
  const flowM3PerS = air.infiltrationM3PerS + air.suppliedM3PerS * (1 - recoveredShareOf(building));
  return envelope.hWindowWPerK + envelope.hOpaqueWPerK + outdoorJPerM3K * flowM3PerS;
}

/**
 * How near the heating water is to the radiators' as built (1) rather than to a heated floor's (0): linear in the design
 * loss between that of the building as built (1), of the usual package (1/2) and of the advanced one (0), so that the same
 * insulation gives the same water however it is described. A warmer emitter than as built is not assumed. Outdoor and room
 * temperatures of the design day are the same for all, hence W/K. devices/README.md eq. 2.
 */
export function radiatorShareOf(
  building: Building,
  shape: BuildingShape,
  region: ArchetypeRegion,
  outdoorJPerM3K: number,
): number {
  if (building.constructionYear >= FLOOR_HEATING_FROM_YEAR) return 0;
  const loss = (one: Building): number =>
    designLossWPerK(one, archetypeOf(one, region), shape, outdoorJPerM3K);
  const before = asBuiltOf(building);
  const [now, asBuilt] = [loss(building), loss(before)];
  if (now >= asBuilt) return 1;
  const usual = loss({ ...before, envelope: 'usualRefurbishment' });
  if (now >= usual) return 0.5 + (0.5 * (now - usual)) / (asBuilt - usual);
  const advanced = loss({ ...before, envelope: 'advancedRefurbishment' });
  return now > advanced ? (0.5 * (now - advanced)) / (usual - advanced) : 0;
}
