import type { Building } from '../../model/building';
import type { District } from '../../model/district';
import type { Measure, Scenario } from '../../model/scenario';
import { MEASURES } from '../../measures';
import { footprintAreaM2 } from '../../measures/footprint';
import { vehicleOf } from '../../sim/devices';
import { wordsOf, type Language } from '../../words';
import { speechOf, type Speech } from '../view/speech';
import type { ConnectStudy } from './connectStudy';

/** What measures make of a connection and its works; `notes` say what stands for what and what stays out, each in a sentence. */
export interface ConnectMeasures {
  /** In the order they are done: what is connected, then what it needs. */
  readonly measures: readonly Measure[];
  readonly notes: readonly string[];
}

type Expressed = { readonly measure: Measure; readonly words: string } | { readonly words: string };

/** Of the power that was asked for: cars whose chargers come as near as this stand for it. */
const CHARGER_TOLERANCE = 0.05;
/** A share of households is found by halving; draws are multiples of 2^-32. */
const SHARE_HALVINGS = 40;

/**
 * The connection of an answered question as measures of a scenario: panels of that power, cars of those chargers, and the
 * works that let them in. `district`: with the measures of the scenario that was asked about.
 */
export function connectMeasures(
  study: ConnectStudy,
  district: District,
  language: Language,
): ConnectMeasures {
  const connected = connectionMeasure(study, district, speechOf(language));
  const works = study.answer?.reinforcement?.measures ?? [];
  const own = 'measure' in connected ? [connected.measure] : [];
  const taken = new Set(study.scenario.measures.map(({ id }) => id));
  const measures = [...own, ...works].map((measure) => {
    const id = freeId(measure.id, taken);
    taken.add(id);
    return { ...measure, id };
  });
  const noWorks =
    study.answer?.verdict === 'no' && works.length === 0
      ? [wordsOf(language)('connect.scenario.noWorks')]
      : [];
  return { measures, notes: [connected.words, ...noWorks] };
}

function freeId(id: string, taken: ReadonlySet<string>): string {
  let free = id;
  for (let number = 2; taken.has(free); number += 1) free = `${id} ${number}`;
  return free;
}

function connectionMeasure(
  { at, wish, scenario }: ConnectStudy,
  district: District,
  speech: Speech,
): Expressed {
  const { words, quantity } = speech;
  const building = at.kind === 'building' ? district.buildings.find(({ id }) => id === at.id) : undefined;
  if (building === undefined)
    return {
      words: words(`connect.scenario.${wish.direction}Out`, {
        power: quantity(wish.pW, 'W'),
        kind: words(`connect.scenario.kinds.${at.kind}`),
      }),
    };
  return wish.direction === 'generation'
    ? panelsOf(building, wish.pW, speech)
    : carsOf(building, wish.pW, scenario, district, speech);
}

const atBuilding = (
  type: 'rooftopPhotovoltaics' | 'vehiclesUnmanaged',
  { id }: Building,
  adoption: number,
  parameters: Measure['parameters'],
): Measure => ({
  ...{ id: `connected ${type}`, type, adoption, parameters },
  selector: { rule: { kind: 'ids', ids: [id] } },
});

/** P = A_footprint x coverage x power per area: the usual power per area, as far as the coverage allows. */
function panelsOf(building: Building, pW: number, { words, quantity }: Speech): Expressed {
  const { id } = building;
  const power = quantity(pW, 'W');
  if (building.photovoltaics !== null) return { words: words('connect.scenario.hasPanels', { power, id }) };
  const [coverage, density] = ['roofCoverage', 'powerDensityWPerM2'].map((name) =>
    MEASURES.rooftopPhotovoltaics.parameters.find((one) => one.name === name)!,
  );
  const areaM2 = footprintAreaM2(building.footprint);
  const wanted = pW / areaM2 / density!.default;
  const roofCoverage = Math.min(coverage!.max, Math.max(coverage!.min, wanted));
  const powerDensityWPerM2 = pW / areaM2 / roofCoverage;
  if (powerDensityWPerM2 < density!.min || powerDensityWPerM2 > density!.max) {
    const [least, most] = (['min', 'max'] as const).map((end) =>
      quantity(areaM2 * coverage![end] * density![end], 'W'),
    );
    return {
      words: words('connect.scenario.panelsRange', { power, id, least: least!, most: most! }),
    };
  }
  return {
    measure: atBuilding('rooftopPhotovoltaics', building, 1, { roofCoverage, powerDensityWPerM2 }),
    words: words('connect.scenario.panels', { power, id }),
  };
}

/** Cars at home, one a household, whose chargers together come to the power. */
function carsOf(
  building: Building,
  pW: number,
  scenario: Scenario,
  district: District,
  { words, quantity }: Speech,
): Expressed {
  const power = quantity(pW, 'W');
  const { id, households, vehicles, connection } = building;
  const present = vehicles?.count ?? 0;
  if (present > 0 && vehicles?.control !== 'unmanaged')
    return { words: words('connect.scenario.controlled', { power, id }) };
  const phases = connection?.phases.length ?? 3;
  let chargersW = 0;
  for (let count = present + 1; count <= households; count += 1) {
    chargersW += vehicleOf(scenario.seed, id, count - 1, false, phases).powerW;
    if (Math.abs(chargersW - pW) > CHARGER_TOLERANCE * pW) continue;
    const measure = atBuilding(
      'vehiclesUnmanaged',
      building,
      shareOf(count, building, scenario, district),
      {},
    );
    return {
      measure,
      words: words('connect.scenario.cars', {
        count: count - present,
        chargers: quantity(chargersW, 'W'),
        power,
      }),
    };
  }
  return { words: words('connect.scenario.noCars', { power, id }) };
}

/** The smallest share of households that gives a building so many cars, by the measure itself. */
function shareOf(count: number, building: Building, { seed }: Scenario, district: District): number {
  const alone = { ...district, buildings: [building] };
  const cars = (adoption: number): number => {
    const measure = { ...atBuilding('vehiclesUnmanaged', building, adoption, {}), adoption };
    return MEASURES.vehiclesUnmanaged.apply(alone, measure, seed).buildings[0]!.vehicles?.count ?? 0;
  };
  let [low, high] = [0, 1];
  for (let i = 0; i < SHARE_HALVINGS; i += 1) {
    const middle = (low + high) / 2;
    if (cars(middle) < count) low = middle;
    else high = middle;
  }
  return high;
}
