import type { MeasureType } from '../../model/scenario';
import { fedBus, supplyOf } from '../../scenario/selectors/supply';
import { measureFor } from './buildingKinds';
import type { Draft } from './candidates';
import type { Site } from './site';
import { wantedLines } from './wantedLines';

const CABLES = [1, 2] as const;
const THICKER_STEPS = [1, 2] as const;
/** Each is a year of its own at the stations that have as many. */
const MOST_SINGLE_LINES = 4;
const MOST_FEEDERS = 3;

/** Lines that are worked on together. */
interface Unit {
  /** `line 1`: the same name for the same rank at every station; empty for all of them. */
  readonly name: string;
  readonly ids: readonly string[];
}

/**
 * Copper in the ground, line by line: parallel cables and thicker lines, at all lines that want it, at each of the worst alone, and
 * at those of one feeder. Options that work on the same line exclude each other.
 */
export function cableKinds(site: Site): readonly Draft[] {
  const { overloaded, all, added } = wantedLines(site);
  const refused = added.map((id): Draft => ({
    ...work(site, 'parallelCable', { name: '', ids: [id] }, 1, 1),
    reason: 'The scenario itself adds this line: a measure cannot name it.',
  }));
  if (all.length === 0) return refused;
  const isMore = overloaded.length > 0 && all.length > overloaded.length;
  const whole: Unit = { name: '', ids: all };
  const drafts = [
    // The same number for the same work at every station.
    ...(isMore ? [work(site, 'parallelCable', { name: '', ids: overloaded }, 1, 0)] : []),
    ...CABLES.map((count) => work(site, 'parallelCable', whole, count, count)),
    ...THICKER_STEPS.map((steps) => work(site, 'cableReplacement', whole, steps, steps)),
    ...unitsOf(site, overloaded, all).flatMap((unit) => [
      work(site, 'parallelCable', unit, 1, 1),
      work(site, 'cableReplacement', unit, 1, 1),
    ]),
  ];
  const seen = new Set<string>();
  const isNew = ({ measures }: Draft): boolean => {
    const [{ type, selector, parameters }] = measures as [Draft['measures'][number]];
    const ids = selector?.rule.kind === 'ids' ? [...selector.rule.ids].sort() : [];
    const key = JSON.stringify([type, ids, parameters]);
    return !seen.has(key) && seen.add(key) !== undefined;
  };
  return [...refused, ...drafts.filter(isNew)];
}

/** The worst lines one by one, and what one feeder wants, as far as it is more than a line and less than all. */
function unitsOf({ year }: Site, overloaded: readonly string[], all: readonly string[]): readonly Unit[] {
  const { network } = year.district;
  if (network === null || all.length < 2) return [];
  const supply = supplyOf(network);
  const rowOf = new Map(network.lines.map(({ id }, row) => [id, row]));
  const feeders = new Map<number, string[]>();
  for (const id of all) {
    const bus = fedBus(supply, rowOf.get(id) ?? -1);
    const feeder = bus < 0 ? -1 : supply.feederOfBus[bus]!;
    if (feeder >= 0) feeders.set(feeder, [...(feeders.get(feeder) ?? []), id]);
  }
  const ofFeeders = [...feeders.values()].filter((ids) => ids.length > 1 && ids.length < all.length);
  return [
    ...overloaded.slice(0, MOST_SINGLE_LINES).map((id, at) => ({ name: `line ${at + 1}`, ids: [id] })),
    ...ofFeeders.slice(0, MOST_FEEDERS).map((ids, at) => ({ name: `feeder ${at + 1}`, ids })),
  ];
}

function work(
  site: Site,
  type: Extract<MeasureType, 'parallelCable' | 'cableReplacement'>,
  { name, ids }: Unit,
  amount: number,
  level: number,
): Draft {
  const at = ids.length === 1 ? `line ${ids[0]}` : `${ids.length} lines${name === '' ? '' : ` of a feeder`}`;
  const isParallel = type === 'parallelCable';
  const words = isParallel
    ? `${amount === 1 ? 'A parallel cable' : `${amount} parallel cables`} beside ${at}`
    : `Cable ${amount} ${amount === 1 ? 'size' : 'sizes'} thicker in the place of ${at}`;
  const parameters = isParallel ? { count: amount } : { steps: amount };
  const measure = measureFor(site.id, type, { kind: 'ids', ids }, parameters);
  return {
    family: 'copper',
    kind: name === '' ? type : `${type} ${name}`,
    level,
    words,
    measures: [name === '' ? measure : { ...measure, id: `${measure.id} ${name}` }],
    lineIds: ids,
  };
}
