import { supplyOf } from '../../scenario/selectors/supply';
import { measureFor } from './buildingKinds';
import type { Draft } from './candidates';
import type { Site } from './site';
import { MV_SITE } from './types';

/** Of nominal voltage: what a tap changer is to hold where voltage is too low, too high, or both by turns. */
const SET_POINTS = { low: [102, 105], high: [100, 97], both: [101] } as const;

/** Regulators, where a voltage is out of its band: at the station, and in the feeders of the buses that are. */
export function regulatorKinds(site: Site): readonly Draft[] {
  if (site.id === MV_SITE) return [];
  const lowBuses = busesOf(site, 'underVoltage');
  const highBuses = busesOf(site, 'overVoltage');
  if (lowBuses.length + highBuses.length === 0) return [];
  const side = highBuses.length === 0 ? 'low' : lowBuses.length === 0 ? 'high' : 'both';
  const changers = SET_POINTS[side].map((setPointPercent, level): Draft => ({
    family: 'digital',
    kind: 'onLoadTapChanger',
    level,
    words: `An on-load tap changer that holds ${setPointPercent} %`,
    measures: [measureFor(site.id, 'onLoadTapChanger', { kind: 'ids', ids: [site.id] }, { setPointPercent })],
  }));
  const ids = linesAbove(site, [...lowBuses, ...highBuses]);
  if (ids.length === 0) return changers;
  const inLine: Draft = {
    family: 'digital',
    kind: 'lineRegulator',
    level: 0,
    words: 'Line regulators half-way down the feeders out of their band',
    measures: [measureFor(site.id, 'lineRegulator', { kind: 'ids', ids })],
  };
  return [...changers, inLine];
}

const busesOf = ({ violations }: Site, kind: 'underVoltage' | 'overVoltage'): readonly string[] =>
  violations.flatMap(({ what, elementId }) => (what === kind ? [elementId] : []));

/** Lines between buses and the transformer above them; none that a second station of the scenario brought. */
function linesAbove({ year }: Site, busIds: readonly string[]): readonly string[] {
  const { network } = year.district;
  if (network === null) return [];
  const { busRow, feedingBranch, parentBus } = supplyOf(network);
  const ids = new Set<string>();
  for (const busId of busIds) {
    for (let bus = busRow.get(busId) ?? -1; bus >= 0; bus = parentBus[bus]!) {
      const line = network.lines[feedingBranch[bus]!];
      if (line === undefined) break;
      if (line.addedFor === undefined) ids.add(line.id);
    }
  }
  return [...ids];
}
