import { supplyOf } from '../../scenario/selectors/supply';
import type { Draft } from './candidates';
import { measureFor } from './buildingKinds';
import type { Site } from './site';
import { MV_SITE } from './types';

const TRANSFORMER_STEPS = [1, 2, 3] as const;
const CABLES = [1, 2] as const;
const TAP_STEPS = [1, 2] as const;
const TAP_STEP_PERCENT = 2.5;
const TAP_END_PERCENT = 5;

/** More network. Of an MV site only its cables. */
export function copperKinds(site: Site): readonly Draft[] {
  const cables = cableKinds(site);
  return site.id === MV_SITE ? cables : [...stationKinds(site), ...cables, ...tapKinds(site)];
}

function stationKinds({ id }: Site): readonly Draft[] {
  const rule = { kind: 'ids', ids: [id] } as const;
  const places = ['beside the present one', 'at the far end of its worst feeder'].map(
    (where, place): Draft => ({
      family: 'copper',
      kind: 'newSubstation',
      level: place,
      words: `A second station ${where}`,
      measures: [measureFor(id, 'newSubstation', rule, { place })],
    }),
  );
  const larger = TRANSFORMER_STEPS.map((steps, level): Draft => ({
    family: 'copper',
    kind: 'transformerReplacement',
    level,
    words: `Transformer ${steps} ${steps === 1 ? 'size' : 'sizes'} larger`,
    measures: [measureFor(id, 'transformerReplacement', rule, { steps })],
  }));
  return [...places, ...larger];
}

/** Cables beside the overloaded lines, and beside those on the way to each bus whose voltage is too low as well. */
function cableKinds(site: Site): readonly Draft[] {
  const full = site.violations.flatMap(({ kind, elementId }) => (kind === 'line' ? [elementId] : []));
  const low = site.violations.flatMap(({ what, elementId }) => (what === 'underVoltage' ? [elementId] : []));
  const wanted = [...new Set([...full, ...low.flatMap((busId) => wayTo(site, busId))])];
  const overloaded = full.filter((id) => !isAdded(site, id));
  const all = wanted.filter((id) => !isAdded(site, id));
  const added = wanted
    .filter((id) => isAdded(site, id))
    .map((id): Draft => ({
      ...cable(site, [id], 1, 1),
      reason: 'The scenario itself adds this line: a measure cannot name it.',
    }));
  if (all.length === 0) return added;
  const isMore = overloaded.length > 0 && all.length > overloaded.length;
  const levels = [
    ...(isMore ? [{ ids: overloaded, count: 1 }] : []),
    ...CABLES.map((count) => ({ ids: all, count })),
  ];
  return [
    ...added,
    // The same number for the same work at every station.
    ...levels.map(({ ids, count }) => cable(site, ids, count, ids === overloaded ? 0 : count)),
  ];
}

function cable(site: Site, ids: readonly string[], count: number, level: number): Draft {
  const beside = ids.length === 1 ? `line ${ids[0]}` : `${ids.length} lines`;
  return {
    family: 'copper',
    kind: 'parallelCable',
    level,
    words: `${count === 1 ? 'A parallel cable' : `${count} parallel cables`} beside ${beside}`,
    measures: [measureFor(site.id, 'parallelCable', { kind: 'ids', ids }, { count })],
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

/** The off-load tap, one step and two. */
function tapKinds({ id, year, violations }: Site): readonly Draft[] {
  const isLow = violations.some(({ what }) => what === 'underVoltage');
  const isHigh = violations.some(({ what }) => what === 'overVoltage');
  if (!isLow && !isHigh) return [];
  const present = year.district.network?.transformers.find((one) => one.id === id)?.tapPercent ?? 0;
  return TAP_STEPS.flatMap((steps, level): Draft[] => {
    const wanted = present + (isLow ? -1 : 1) * steps * TAP_STEP_PERCENT;
    const tapPercent = Math.min(TAP_END_PERCENT, Math.max(-TAP_END_PERCENT, wanted));
    const draft: Draft = {
      family: 'copper',
      kind: 'transformerTap',
      level,
      words: `Tap of the transformer to ${tapPercent} %`,
      measures: [measureFor(id, 'transformerTap', { kind: 'ids', ids: [id] }, { tapPercent })],
    };
    if (isLow && isHigh)
      return [{ ...draft, reason: 'Voltage is too low in some hours and too high in others.' }];
    if (tapPercent !== wanted)
      return [{ ...draft, words: 'Tap further on', reason: 'The tap is at its end.' }];
    return [draft];
  });
}
