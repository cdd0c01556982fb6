import { MEASURES } from '../../measures';
import { takesPart } from '../../measures/adoption';
import type { Measure, MeasureType, Scenario } from '../../model/scenario';
import type { SelectorRule } from '../../model/selector';
import { adoptionAt } from '../../scenario';
import type { Draft } from './candidates';
import { buildingsAt, type Site } from './site';

/** A measure of a way out: everybody whom the rule selects. */
export function measureFor(
  siteId: string,
  type: MeasureType,
  rule: SelectorRule,
  parameters: Measure['parameters'] = {},
  adoption = 1,
): Measure {
  return { id: `way out ${siteId} ${type}`, type, selector: { rule }, adoption, parameters };
}

const ENVELOPE: readonly MeasureType[] = [
  'airSealing',
  'roofInsulation',
  'wallInsulation',
  'envelopeRetrofit',
];

/** Shares of the rating, and hours at full power. */
const BATTERIES = [
  { powerShare: 0.1, durationH: 2 },
  { powerShare: 0.25, durationH: 2 },
  { powerShare: 0.5, durationH: 4 },
] as const;

/** What is done at the buildings behind a station, and the battery on its busbar. */
export function buildingKinds(site: Site): readonly Draft[] {
  const behind: SelectorRule = { kind: 'downstream', from: 'transformer', id: site.id };
  const one = (type: MeasureType, words = MEASURES[type].label) => ({
    words,
    measures: [measureFor(site.id, type, behind)],
  });
  const envelope = ENVELOPE.map((type, level): Draft => ({
    family: 'demand',
    kind: 'envelope',
    level,
    ...one(type),
  }));
  const batteries = BATTERIES.map(({ powerShare, durationH }, level): Draft => {
    const rule: SelectorRule = { kind: 'ids', ids: [site.id] };
    return {
      family: 'digital',
      kind: 'feederBattery',
      level,
      words: `Feeder battery of ${100 * powerShare} % of the transformer's rating for ${durationH} h`,
      measures: [measureFor(site.id, 'feederBattery', rule, { powerShare, durationH })],
    };
  });
  return [
    ...envelope,
    { family: 'demand', kind: 'flexibleHeatPumps', level: 0, ...one('flexibleHeatPumps') },
    ...chargingKinds(site),
    { family: 'digital', kind: 'homeBattery', level: 0, ...one('homeBattery') },
    ...batteries,
  ];
}

const VEHICLES: readonly MeasureType[] = [
  'vehiclesUnmanaged',
  'vehiclesManaged',
  'vehiclesTimeOfUse',
  'vehiclesValleyFilling',
  'vehiclesToGrid',
  'vehiclesStationLimit',
];

/** Share of households with a car that the scenario's measures reach in its year. */
function carShare({ measures, year }: Scenario): number {
  return Math.max(
    0,
    ...measures.filter(({ type }) => VEHICLES.includes(type)).map((one) => adoptionAt(one, year)),
  );
}

/**
 * Another control of the same cars. All measures of cars draw the same households, so the scenario's own share reaches its
 * cars; buildings where it would reach more households than have cars are left alone: no car is added.
 */
function chargingKinds(site: Site): readonly Draft[] {
  const { scenario } = site.year;
  const share = carShare(scenario);
  const ids = buildingsAt(site).flatMap(({ id, households, vehicles }) => {
    let drawn = 0;
    for (let household = 0; household < households; household += 1)
      if (takesPart(scenario.seed, `${id}#${household}`, 'vehicles', share)) drawn += 1;
    return drawn > 0 && vehicles !== null && drawn <= vehicles.count ? [id] : [];
  });
  const controls: readonly MeasureType[] = [
    'vehiclesManaged',
    'vehiclesValleyFilling',
    'vehiclesTimeOfUse',
    'vehiclesToGrid',
  ];
  return controls.map((type, level) => ({
    family: 'digital',
    kind: 'charging',
    level,
    words: MEASURES[type].label,
    measures: [measureFor(site.id, type, { kind: 'ids', ids }, {}, share)],
    ...(ids.length === 0 ? { reason: 'The scenario adds no electric cars here.' } : {}),
  }));
}
