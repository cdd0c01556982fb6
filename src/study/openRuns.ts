import type { Building, Connection } from '../model/building';
import type { Network } from '../model/network';
import type { Outcome } from '../model/outcome';
import type { WeatherYear } from '../model/weather';
import { hashText } from '../scenario';
import { compileNetwork, type CompiledNetwork } from '../sim/powerflow/network';
import type { CompiledRun } from './compiledRun';
import { contentKey, contentText } from './contentKey';

/**
 * What a run can take over from others that are open beside it, where these have the same content. Each open run was sent
 * whole, so that only content can tell.
 */
export type OpenRuns = Iterable<CompiledRun>;

/** The weather year; what is worked out once per weather year is kept with it. */
export function sharedWeather(weather: WeatherYear, open: OpenRuns): WeatherYear {
  const same = find(open, (run) => contentKey(run.input.weather) === contentKey(weather));
  return same?.input.weather ?? weather;
}

/** A compiled network under the key of what it was compiled from. */
export interface KeyedNetwork {
  readonly key: string;
  readonly compiled: Outcome<CompiledNetwork>;
}

export function sharedNetwork(
  network: Network,
  connections: readonly (Connection | null)[],
  open: OpenRuns,
): KeyedNetwork {
  const key = hashText(contentText([network, connections]));
  const same = find(open, (run) => run.keyedNetwork.key === key);
  return same?.keyedNetwork ?? { key, compiled: compileNetwork(network, connections) };
}

/** Facts of buildings that their shapes are found from. */
export const SHAPE_FACTS = [
  'footprint',
  'baseElevationM',
  'heightM',
  'levels',
  'roof',
  'use',
] as const satisfies readonly (keyof Building)[];

/** Buildings whose shapes are those of the given ones, under the key of what shapes are found from. */
export interface KeyedGeometry {
  readonly key: string;
  readonly buildings: readonly Building[];
}

export function sharedGeometry(buildings: readonly Building[], open: OpenRuns): KeyedGeometry {
  const facts = buildings.map((building) => SHAPE_FACTS.map((fact) => contentText(building[fact])).join());
  const key = hashText(facts.join(';'));
  const same = find(open, (run) => run.geometry.key === key);
  return same?.geometry ?? { key, buildings };
}

function find(open: OpenRuns, isSame: (run: CompiledRun) => boolean): CompiledRun | undefined {
  for (const run of open) if (isSame(run)) return run;
  return undefined;
}
