import { supplyOf } from '../../scenario/selectors/supply';
import type { Site } from './site';

/** Lines of a station at which copper may help, by id; the worst first. */
export interface WantedLines {
  /** Above their limit. */
  readonly overloaded: readonly string[];
  /** These, and those on the way to each bus whose voltage is too low. */
  readonly all: readonly string[];
  /** What the scenario itself brought, which no measure can name; in neither of the others. */
  readonly added: readonly string[];
}

export function wantedLines(site: Site): WantedLines {
  const full = site.violations.flatMap(({ kind, elementId }) => (kind === 'line' ? [elementId] : []));
  const low = site.violations.flatMap(({ what, elementId }) => (what === 'underVoltage' ? [elementId] : []));
  const wanted = [...new Set([...full, ...low.flatMap((busId) => wayTo(site, busId))])];
  return {
    overloaded: full.filter((id) => !isAdded(site, id)),
    all: wanted.filter((id) => !isAdded(site, id)),
    added: wanted.filter((id) => isAdded(site, id)),
  };
}

/** Whether a second station of the scenario brought the line: measures name what stands in the district without them. */
function isAdded({ year }: Site, lineId: string): boolean {
  const isSecond = year.scenario.measures.some(({ type }) => type === 'newSubstation');
  const line = year.district.network?.lines.find(({ id }) => id === lineId);
  return isSecond && line?.addedFor !== undefined;
}

/** Lines between a bus and the transformer above it. */
function wayTo({ year }: Site, busId: string): readonly string[] {
  const { network } = year.district;
  if (network === null) return [];
  const { busRow, feedingBranch, parentBus } = supplyOf(network);
  const ids: string[] = [];
  for (let bus = busRow.get(busId) ?? -1; bus >= 0; bus = parentBus[bus]!) {
    const line = network.lines[feedingBranch[bus]!];
    if (line === undefined) break;
    ids.push(line.id);
  }
  return ids;
}
