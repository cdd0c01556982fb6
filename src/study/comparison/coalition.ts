import { MEASURES } from '../../measures';
import { DEFAULT_LIMITS } from '../../model/limits';
import type { Measure, Scenario } from '../../model/scenario';
import { canonicalJson, differenceOf, differenceSentence, type InputDifference } from '../../scenario';

/** Something in which two scenarios differ and that can be taken from one or the other. */
export interface Player {
  /** Id of a measure, or what else differs. */
  readonly id: string;
  readonly kind: 'measure' | 'order' | 'year' | 'seed' | 'weather' | 'limits' | 'assumptions' | 'tariffs';
  readonly label: string;
  /** What changes, in sentences. */
  readonly changes: readonly string[];
  /** Whether it changes the run; what does not changes indicators alone. */
  readonly runs: boolean;
}

const OTHERS = [
  ['order', 'Order of measures', true],
  ['year', 'Year', true],
  ['seed', 'Seed', true],
  ['weather', 'Weather', true],
  ['limits', 'Limits', false],
  ['assumptions', 'Prices and factors', false],
  ['tariffs', 'Tariffs', false],
] as const satisfies readonly (readonly [Player['kind'], string, boolean])[];

/** In what two scenarios differ: measures in their order (those taken away first), then the rest. */
export function playersOf(a: Scenario, b: Scenario): readonly Player[] {
  const differences = differenceOf(a, b);
  const sentences = (test: (difference: InputDifference) => boolean) =>
    differences.filter(test).map(differenceSentence);
  const [before, after] = [byId(a), byId(b)];
  const ids = [...a.measures.filter(({ id }) => !after.has(id)), ...b.measures].map(({ id }) => id);
  const measures = ids.flatMap((id): Player[] => {
    const { type } = (after.get(id) ?? before.get(id))!;
    const changes = sentences(({ key }) => key === `measure/${id}` || key.startsWith(`measure/${id}/`));
    return changes.length === 0
      ? []
      : [{ id, kind: 'measure', label: MEASURES[type].label, changes, runs: true }];
  });
  const others = OTHERS.filter(
    ([kind]) => partOf(a, kind, b) !== partOf(b, kind, a) && counts(a, kind, b),
  ).map(([kind, label, runs]): Player => ({
    id: `(${kind})`,
    kind,
    label,
    runs,
    changes: sentences(isOf(kind)),
  }));
  return [...measures, ...others];
}

/**
 * Year and seed say how much and whom measures reach: where one scenario has no measures they belong to those of the other, and
 * the year does nothing where no measure knows it.
 */
function counts(a: Scenario, kind: Player['kind'], b: Scenario): boolean {
  if (kind !== 'year' && kind !== 'seed') return true;
  if (a.measures.length === 0 || b.measures.length === 0) return false;
  const knowsYear = ({ adoption, fromYear }: Measure) =>
    typeof adoption !== 'number' || fromYear !== undefined;
  return kind === 'seed' || [...a.measures, ...b.measures].some(knowsYear);
}

const isOf =
  (kind: Player['kind']) =>
  ({ key, subject }: InputDifference): boolean => {
    if (kind === 'assumptions') return subject === 'assumption';
    if (kind === 'tariffs') return subject === 'tariff';
    return key === (kind === 'weather' ? 'spells' : kind);
  };

const byId = ({ measures }: Scenario): ReadonlyMap<string, Measure> =>
  new Map(measures.map((measure) => [measure.id, measure]));

function partOf(scenario: Scenario, kind: Player['kind'], other: Scenario): string {
  const { measures, year, seed, spells = [], limits = DEFAULT_LIMITS } = scenario;
  const { assumptions = [], tariffs } = scenario;
  const common = byId(other);
  switch (kind) {
    case 'order':
      return measures
        .filter(({ id }) => common.has(id))
        .map(({ id }) => id)
        .join(' ');
    case 'year':
      return String(year);
    case 'seed':
      return String(seed);
    case 'weather':
      return canonicalJson(spells);
    case 'limits':
      return canonicalJson(limits);
    case 'assumptions':
      return canonicalJson([...assumptions].sort((one, two) => (one.key < two.key ? -1 : 1)));
    case 'tariffs':
      return tariffsPart(tariffs);
    case 'measure':
      return '';
  }
}

/** Own tariffs have no order, contracts have; to bring none is not to bring any. */
function tariffsPart(tariffs: Scenario['tariffs']): string {
  const { offered = [], contracts = [] } = tariffs ?? {};
  return canonicalJson({ offered: [...offered].sort((a, b) => (a.id < b.id ? -1 : 1)), contracts });
}

/**
 * The scenario between two: what the players named say as in `b`, everything else as in `a`; measures in their order.
 * Without players it is `a`, with all of them `b`.
 */
export function coalitionOf(
  a: Scenario,
  b: Scenario,
  players: readonly Player[],
  isIn: (row: number) => boolean,
): Scenario {
  const inside = new Set(players.filter((_, row) => isIn(row)).map(({ id }) => id));
  if (inside.size === 0) return a;
  if (inside.size === players.length) return b;
  const isPlayer = new Set(players.map(({ id }) => id));
  const ofB = (id: string) => inside.has(id) || !isPlayer.has(id);
  const [before, after] = [byId(a), byId(b)];
  const measures = mergedOrder(...(ofB('(order)') ? ([b, a] as const) : ([a, b] as const))).flatMap((id) => {
    const measure = (ofB(id) ? after : before).get(id);
    return measure === undefined ? [] : [measure];
  });
  const from = (kind: Player['kind']): Scenario => (ofB(`(${kind})`) ? b : a);
  const reach = (kind: 'year' | 'seed'): number => (b.measures.length === 0 ? a : from(kind))[kind];
  const { spells } = from('weather');
  const { limits } = from('limits');
  const { assumptions } = from('assumptions');
  const { tariffs } = from('tariffs');
  return {
    schema: b.schema,
    id: b.id,
    name: `${a.name} with ${[...inside].join(', ')} of ${b.name}`,
    description: '',
    base: b.base,
    year: reach('year'),
    seed: reach('seed'),
    measures,
    ...(spells === undefined ? {} : { spells }),
    ...(limits === undefined ? {} : { limits }),
    ...(assumptions === undefined ? {} : { assumptions }),
    ...(tariffs === undefined ? {} : { tariffs }),
  };
}

/** Ids of all measures in the order of the first scenario; the other's own come after what they follow there. */
function mergedOrder(first: Scenario, other: Scenario): readonly string[] {
  const order = first.measures.map(({ id }) => id);
  other.measures.forEach(({ id }, at) => {
    if (order.includes(id)) return;
    const previous = other.measures[at - 1];
    order.splice(previous === undefined ? 0 : order.indexOf(previous.id) + 1, 0, id);
  });
  return order;
}
