import type { Building } from '../../model/building';
import type { District } from '../../model/district';
import { busOf, supplyOf } from '../../scenario/selectors/supply';
import { wordsOf, type Language } from '../../words';
import type { RunResult } from '../appState';
import { branchRatings } from '../standing';
import { indexOf, NO_TRANSFORMERS } from './effective';
import { formatPercent } from './text';

/** What the transformer of a building goes from and to. */
export interface StationChange {
  readonly transformerId: string;
  /** Largest loading of the year, percent of the rating. */
  readonly before: number;
  readonly after: number;
  /** `92 % to 97 %`. */
  readonly words: string;
}

interface Standing {
  readonly district: District | null;
  readonly result: RunResult | null;
}

/**
 * The transformer of a building in the baseline and in a scenario that changes the building; null where it does not, or while
 * one of the years is missing. Other buildings behind the transformer change too: it is the scenario's loading.
 */
export function stationChange(
  buildingId: string,
  before: Standing,
  after: Standing,
  language: Language = 'en',
): StationChange | null {
  const [was, is] = [buildingIn(before, buildingId), buildingIn(after, buildingId)];
  if (was === undefined || is === undefined || !differ(was, is)) return null;
  const transformerId = transformerOf(after.district!, is);
  if (transformerId === null) return null;
  const [from, to] = [loadingOf(before, transformerId), loadingOf(after, transformerId)];
  if (!Number.isFinite(from) || !Number.isFinite(to)) return null;
  const said = { from: formatPercent(from, language), to: formatPercent(to, language) };
  const key = said.from === said.to ? 'inspector.station.stays' : 'inspector.station.goes';
  return { transformerId, before: from, after: to, words: wordsOf(language)(key, said) };
}

const buildingIn = ({ district }: Standing, id: string): Building | undefined =>
  district === null ? undefined : indexOf(district).building.get(id);

/** The fold copies a building only where it changes it, or not even then; what it is made of decides. */
const differ = (a: Building, b: Building): boolean => a !== b && JSON.stringify(a) !== JSON.stringify(b);

function transformerOf({ network }: District, building: Building): string | null {
  if (network === null) return null;
  const supply = supplyOf(network);
  const row = supply.transformerOfBus[busOf(supply, building)] ?? -1;
  return network.transformers[row]?.id ?? null;
}

function loadingOf({ result, district }: Standing, transformerId: string): number {
  const row = result?.rows.branchIds.indexOf(transformerId) ?? -1;
  if (result === null || row < 0) return Number.NaN;
  const ratings = branchRatings(result, { transformers: district?.network?.transformers ?? NO_TRANSFORMERS });
  return (result.table.branchLoadingMax[row]! * 100) / ratings[row]!;
}
