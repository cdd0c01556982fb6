import { describe, expect, it } from 'vitest';
import { readScenarioFile, writeScenario } from '../../src/io';
import { MEASURES } from '../../src/measures';
import type { Building } from '../../src/model/building';
import { MEASURE_TYPES, type Measure, type MeasureType, type Scenario } from '../../src/model/scenario';
import type { SelectorRule } from '../../src/model/selector';
import {
  baselineScenario,
  foldScenario,
  hashDistrict,
  scenarioAt,
  targetOf,
  withSelectorsResolved,
} from '../../src/scenario';
import { smallTown, withOverheadFeeders, withRingOpenAtItsFirstLine } from '../engine/smallTown';
import { deepFreeze, differences, measureOf } from '../measures/districts';

/**
 * What holds for every measure of the library, whoever writes it. The cheapest wrong programs: a selector that is read and
 * not used, one that is used for buildings only, and one that changes who is drawn.
 */
const town = smallTown(24);
const HEATING = ['gasBoiler', 'airHeatPump', 'oilBoiler'] as const;
const RULES = { priceShare: 0.5, gridWaivedShare: 0.5, levyWaivedShare: 0 };
/** Two neighbours of each kind, and a member of a community among four, so that every measure finds somebody in both halves below. */
const base = deepFreeze({
  ...town,
  buildings: town.buildings.map((building, row) => ({
    ...building,
    heating: HEATING[Math.floor(row / 2) % HEATING.length]!,
    photovoltaics: Math.floor(row / 2) % 2 === 0 ? { peakW: 5000, tiltDeg: 30, azimuthDeg: 180 } : null,
    ...(row % 4 === 3 ? { energyCommunity: RULES } : {}),
  })),
  network: withRingOpenAtItsFirstLine(withOverheadFeeders(town.network!)),
});
const blank = deepFreeze(baselineScenario(base, hashDistrict(base), 2035));
const fold = (measures: readonly Measure[], change: Partial<Scenario> = {}) => {
  const outcome = foldScenario(base, [], deepFreeze({ ...blank, ...change, measures }));
  if (!outcome.ok) throw new Error(outcome.issues.map(({ message }) => message).join('; '));
  return outcome.value;
};
const hash = (measures: readonly Measure[]) => hashDistrict(fold(measures));

const ELEMENTS = {
  building: base.buildings,
  transformer: base.network.transformers,
  line: base.network.lines,
  source: base.network.sources,
} as const;

/** Every second element that may take part, and the others; who may not, or is the only one of its kind, is in both. */
function halves(type: MeasureType): readonly [even: SelectorRule, odd: SelectorRule] {
  const eligible = MEASURES[type].eligible(base);
  const other = new Set(eligible);
  const refused = ELEMENTS[targetOf(type)].map(({ id }) => id).filter((id) => !other.has(id));
  const half = (rest: number): SelectorRule => ({
    kind: 'ids',
    ids: [...eligible.filter((_, row) => eligible.length === 1 || row % 2 === rest), ...refused],
  });
  return [half(0), half(1)];
}
const keyOf = (one: { readonly id?: string; readonly lineId?: string }): string => one.id ?? one.lineId ?? '';
const at = (type: MeasureType, rule: SelectorRule, adoption = 1, id: string = type): Measure => ({
  ...measureOf(type, adoption),
  id,
  selector: { rule },
});

/** Enrolled household by household. */
const BY_HOUSEHOLD = ['tariff', 'loadControl', 'consumptionFeedback'] as const;
type Enrolment = { readonly households?: readonly number[] } | undefined;

/** What an earlier adopter no longer has as it was: others of the same house may join, and more cars come. */
function lost(before: Building, now: Building): string[] {
  const grown: Record<string, unknown> = { ...now };
  for (const key of BY_HOUSEHOLD) {
    const [then, today] = [before[key] as Enrolment, now[key] as Enrolment];
    const joined = then?.households?.filter((one) => today?.households?.includes(one) ?? false);
    if (joined !== undefined) grown[key] = { ...today, households: joined };
  }
  if (before.vehicles !== null && now.vehicles !== null && now.vehicles.count >= before.vehicles.count)
    grown['vehicles'] = { ...now.vehicles, count: before.vehicles.count };
  return differences(before, grown);
}

const isOfOnePlace = (...types: MeasureType[]): boolean =>
  types.includes('energyCommunity') && types.includes('communityBattery');

describe.each(MEASURE_TYPES)('%s', (type) => {
  const [even, odd] = halves(type);

  it('with a selection of all is the measure without one', () => {
    expect(hash([at(type, { kind: 'all' }, 0.6)])).toBe(hash([measureOf(type, 0.6)]));
  });

  it('downstream of the source is the measure for all', () => {
    const source: SelectorRule = { kind: 'downstream', from: 'bus', id: base.network.sources[0]!.busId };
    // An open line feeds nothing and so is downstream of nothing.
    const open = base.network.switches.filter(({ closed }) => !closed).map(({ lineId }) => lineId);
    const fed: SelectorRule = {
      kind: 'except',
      rule: { kind: 'all' },
      without: { kind: 'ids', ids: targetOf(type) === 'line' ? open : [] },
    };
    expect(hash([at(type, source, 0.6)])).toBe(hash([at(type, fed, 0.6)]));
  });

  it('reaches somebody in each half, and nobody outside it', () => {
    for (const rule of [even, odd]) {
      const folded = fold([at(type, rule)]);
      expect(folded).not.toBe(base);
      const ids = new Set(rule.kind === 'ids' ? rule.ids : []);
      const { network, buildings } = folded;
      if (targetOf(type) !== 'building') expect(buildings).toBe(base.buildings);
      const now = {
        building: buildings,
        transformer: network!.transformers,
        line: network!.lines,
        source: network!.sources,
      }[targetOf(type)];
      const standing = new Set<unknown>(now);
      const touched = ELEMENTS[targetOf(type)].filter((one) => !standing.has(one));
      expect(touched.filter(({ id }) => !ids.has(id))).toEqual([]);
      const added = network!.storages.filter((one) => !base.network.storages.includes(one));
      expect(added.filter(({ transformerId }) => !ids.has(transformerId))).toEqual([]);
    }
  });

  it('in two halves, in either order, is the measure for all: selecting changes no draw', () => {
    const whole = fold([measureOf(type, 0.6)]);
    const [e, o] = [at(type, even, 0.6, 'e'), at(type, odd, 0.6, 'o')];
    expect(differences(fold([e, o]), whole)).toEqual([]);
    expect(differences(fold([o, e]), whole)).toEqual([]);
  });

  it('commutes with every other measure in another place', () => {
    // Those before it have tried it already.
    for (const other of MEASURE_TYPES.slice(MEASURE_TYPES.indexOf(type))) {
      // A battery belongs to who is a member behind its station when it is built: a new member there is no other place.
      if (isOfOnePlace(type, other)) continue;
      const elsewhere: SelectorRule =
        targetOf(other) === targetOf(type)
          ? { kind: 'except', rule: halves(other)[1], without: even }
          : halves(other)[1];
      const [here, there] = [at(type, even, 0.8), at(other, elsewhere, 0.8, 'there')];
      expect(differences(fold([here, there]), fold([there, here])), other).toEqual([]);
    }
  });

  it('at adoption 0, before its year or with nobody selected is the base itself', () => {
    const nobody: SelectorRule = { kind: 'except', rule: even, without: { kind: 'all' } };
    expect(fold([at(type, even, 0)])).toBe(base);
    expect(fold([{ ...at(type, even), fromYear: 2036 }])).toBe(base);
    expect(fold([{ ...measureOf(type, 0), adoption: [{ year: 2035, share: 0 }] }])).toBe(base);
    expect(fold([at(type, nobody)])).toBe(base);
  });

  it('saved and loaded, resolved or not, is the same to the last bit', () => {
    const parameters = Object.fromEntries(
      MEASURES[type].parameters.map(({ name, min, max }) => [name, (min + max) / 2 + (max - min) / 7]),
    );
    const path = [
      { year: 2025, share: 0.1 },
      { year: 2047, share: 0.9 },
    ];
    const scenario: Scenario = {
      ...blank,
      measures: [{ ...at(type, even), adoption: path, fromYear: 2020, parameters }],
    };
    const resolved = withSelectorsResolved(scenario, base);
    if (!resolved.ok) throw new Error('not resolved');
    for (const one of [scenario, resolved.value]) {
      const read = readScenarioFile(writeScenario(one), 'file');
      expect(read).toEqual({ ok: true, value: one, issues: [] });
      expect(read.ok && hash(read.value.measures)).toBe(hash(scenario.measures));
    }
  });

  it('keeps its earlier adopters while its adoption does not fall', () => {
    const rising: Measure = {
      ...measureOf(type, 0),
      adoption: [
        { year: 2025, share: 0.05 },
        { year: 2050, share: 1 },
      ],
    };
    let before = base;
    for (const year of [2025, 2030, 2035, 2040, 2045, 2050]) {
      const now = fold([rising], { year });
      const { measures } = scenarioAt({ ...blank, measures: [rising] }, year);
      expect(differences(fold(measures), now)).toEqual([]);
      before.buildings.forEach((building, row) => {
        if (building === base.buildings[row]) return;
        expect(lost(building, now.buildings[row]!), `${building.id} in ${year}`).toEqual([]);
      });
      for (const kind of ['transformers', 'lines', 'switches', 'sources'] as const) {
        const original = new Set<unknown>(base.network[kind]);
        const changed = before.network[kind].filter((one) => !original.has(one)).map(keyOf);
        const still = new Set(now.network![kind].filter((one) => !original.has(one)).map(keyOf));
        expect(
          changed.filter((key) => !still.has(key)),
          `${kind} in ${year}`,
        ).toEqual([]);
      }
      const stations = new Set(now.network!.storages.map(({ id }) => id));
      expect(before.network.storages.filter(({ id }) => !stations.has(id))).toEqual([]);
      before = now as typeof base;
    }
    expect(hashDistrict(before)).toBe(hash([measureOf(type, 1)]));
  });
});
