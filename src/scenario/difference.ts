import { MEASURES } from '../measures';
import { ASSUMPTIONS, type AssumptionOverride } from '../model/assumptions';
import { DEFAULT_LIMITS } from '../model/limits';
import type { Measure, OwnLegalStatus, Scenario } from '../model/scenario';
import { canonicalJson } from './hash';
import { selectorInWords, targetOf } from './selectors';
import { contractInWords, tariffInWords } from './tariffs';
import {
  adoptionInWords,
  legalInWords,
  limitsInWords,
  measureInWords,
  parameterInWords,
  spellInWords,
} from './words';

/** One input in which two scenarios differ; `from` as in the first, `to` as in the second. */
export interface InputDifference {
  /** `measure/m1/adoption`, `assumption/gasPriceEurPerKwh`, `year`: the same input has the same key. */
  readonly key: string;
  readonly subject: 'scenario' | 'measure' | 'assumption' | 'tariff';
  readonly change: 'added' | 'removed' | 'changed';
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

const ABSENT = 'none';
const EVERYBODY = 'everybody';

/**
 * Inputs that differ between two scenarios, in words: those of the scenario, then measures (paired by id), assumptions and
 * tariffs.
 * Empty where both ask for the same, whatever they are called and whoever they were inherited from.
 */
export function differenceOf(a: Scenario, b: Scenario): readonly InputDifference[] {
  return [
    ...scenarioDifferences(a, b),
    ...measureDifferences(a, b),
    ...assumptionDifferences(a, b),
    ...tariffDifferences(a, b),
  ];
}

function changed(
  subject: InputDifference['subject'],
  key: string,
  label: string,
  from: string,
  to: string,
): InputDifference {
  return { key, subject, change: 'changed', label, from, to };
}

/** By type: the order in which statuses were set says nothing. */
function legalText(legal: readonly OwnLegalStatus[]): string {
  const sorted = [...legal].sort((a, b) => (a.type < b.type ? -1 : a.type > b.type ? 1 : 0));
  return sorted.map(legalInWords).join('; ') || 'as the library has it';
}

function scenarioDifferences(a: Scenario, b: Scenario): readonly InputDifference[] {
  const texts = (scenario: Scenario): readonly (readonly [key: string, label: string, text: string])[] => {
    const { base, year, seed, limits = DEFAULT_LIMITS, spells = [], legal = [] } = scenario;
    return [
      ['base', 'District', `${base.districtId} ${base.sha256.slice(0, 12)}`],
      ['year', 'Year', String(year)],
      ['seed', 'Seed', String(seed)],
      ['limits', 'Limits', limitsInWords(limits)],
      ['spells', 'Weather', spells.map(spellInWords).join('; ') || 'as it is'],
      ['legal', 'Legal status', legalText(legal)],
    ];
  };
  const before = texts(a);
  return texts(b).flatMap(([key, label, to], row) => {
    const from = before[row]![2];
    return from === to ? [] : [changed('scenario', key, label, from, to)];
  });
}

function measureDifferences(a: Scenario, b: Scenario): readonly InputDifference[] {
  const before = new Map(a.measures.map((measure) => [measure.id, measure]));
  const after = new Map(b.measures.map((measure) => [measure.id, measure]));
  const removed = a.measures
    .filter(({ id }) => !after.has(id))
    .map((measure) => wholeMeasure('removed', measure));
  const others = b.measures.flatMap((measure) => {
    const old = before.get(measure.id);
    if (old === undefined) return [wholeMeasure('added', measure)];
    if (old.type !== measure.type) return [wholeMeasure('removed', old), wholeMeasure('added', measure)];
    return changesOf(old, measure);
  });
  return [...removed, ...others, ...orderDifference(a, b)];
}

function wholeMeasure(change: 'added' | 'removed', measure: Measure): InputDifference {
  const text = measureInWords(measure);
  const [from, to] = change === 'added' ? [ABSENT, text] : [text, ABSENT];
  return {
    key: `measure/${measure.id}${change === 'removed' ? '/removed' : ''}`,
    subject: 'measure',
    change,
    label: MEASURES[measure.type].label,
    from,
    to,
  };
}

function changesOf(old: Measure, now: Measure): readonly InputDifference[] {
  const { label, parameters: declared } = MEASURES[now.type];
  const entry = (member: string, what: string, from: string, to: string) =>
    from === to ? [] : [changed('measure', `measure/${now.id}/${member}`, `${label}: ${what}`, from, to)];
  const start = ({ fromYear }: Measure) => (fromYear === undefined ? 'at once' : String(fromYear));
  const valueOf = ({ parameters }: Measure, name: string, normal: number) => parameters[name] ?? normal;
  return [
    ...entry('adoption', 'adoption', adoptionInWords(old), adoptionInWords(now)),
    ...entry('fromYear', 'begins', start(old), start(now)),
    ...selectorDifference(old, now),
    ...declared.flatMap(({ name, label: what, unit, default: normal }) => {
      const [from, to] = [valueOf(old, name, normal), valueOf(now, name, normal)];
      return entry(name, what, parameterInWords(from, unit), parameterInWords(to, unit));
    }),
  ];
}

function selectorDifference(old: Measure, now: Measure): readonly InputDifference[] {
  if (canonicalJson(old.selector) === canonicalJson(now.selector)) return [];
  const text = ({ selector, type }: Measure) =>
    selector === undefined ? EVERYBODY : selectorInWords(selector, targetOf(type));
  const label = `${MEASURES[now.type].label}: whom it is for`;
  let [from, to] = [text(old), text(now)];
  // The same words with other elements behind them.
  if (from === to) [from, to] = [`${from}, as kept before`, `${to}, as kept now`];
  return [changed('measure', `measure/${now.id}/selector`, label, from, to)];
}

/** Measures that both have, in another order. */
function orderDifference(a: Scenario, b: Scenario): readonly InputDifference[] {
  const order = (one: Scenario, other: Scenario) => {
    const ids = new Set(other.measures.map(({ id }) => id));
    return one.measures.filter(({ id }) => ids.has(id)).map(({ id }) => id);
  };
  const [from, to] = [order(a, b).join(', '), order(b, a).join(', ')];
  return from === to ? [] : [changed('scenario', 'order', 'Order of measures', from, to)];
}

function assumptionDifferences(a: Scenario, b: Scenario): readonly InputDifference[] {
  const table = ({ assumptions = [] }: Scenario) => new Map(assumptions.map((one) => [one.key, one]));
  const [before, after] = [table(a), table(b)];
  const text = (one: AssumptionOverride | undefined) =>
    one === undefined ? 'as the program assumes' : `${one.value} ${one.unit} (${one.source}, ${one.date})`;
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key): InputDifference[] => {
    const [from, to] = [text(before.get(key)), text(after.get(key))];
    if (from === to) return [];
    const change = !before.has(key) ? 'added' : after.has(key) ? 'changed' : 'removed';
    return [
      { key: `assumption/${key}`, subject: 'assumption', change, label: ASSUMPTIONS[key].label, from, to },
    ];
  });
}

/** Tariffs of their own, paired by id, and who gets which. */
function tariffDifferences(a: Scenario, b: Scenario): readonly InputDifference[] {
  const table = ({ tariffs }: Scenario) => new Map((tariffs?.offered ?? []).map((one) => [one.id, one]));
  const [before, after] = [table(a), table(b)];
  const offered = [...new Set([...before.keys(), ...after.keys()])].flatMap((id): InputDifference[] => {
    const [old, now] = [before.get(id), after.get(id)];
    if (canonicalJson(old) === canonicalJson(now)) return [];
    let [from, to] = [old, now].map((one) => (one === undefined ? ABSENT : tariffInWords(one)));
    // The same words with other hours or windows behind them.
    if (from === to) [from, to] = [`${from}, as before`, `${to}, as now`];
    const change = old === undefined ? 'added' : now === undefined ? 'removed' : 'changed';
    return [{ key: `tariff/${id}`, subject: 'tariff', change, label: 'Tariff', from: from!, to: to! }];
  });
  const text = ({ tariffs }: Scenario) =>
    (tariffs?.contracts ?? []).map(contractInWords).join('; ') || ABSENT;
  const [rulesOfA, rulesOfB] = [a, b].map(({ tariffs }) => canonicalJson(tariffs?.contracts ?? []));
  if (rulesOfA === rulesOfB) return offered;
  let [from, to] = [text(a), text(b)];
  // The same words with other buildings behind them.
  if (from === to) [from, to] = [`${from}, as before`, `${to}, as now`];
  return [...offered, changed('tariff', 'contracts', 'Who gets which tariff', from, to)];
}

/** A difference as a sentence: `Heat pumps: adoption: 40 % becomes 60 %.` */
export function differenceSentence({ change, label, from, to }: InputDifference): string {
  if (change === 'added') return `${label} is new: ${to}.`;
  if (change === 'removed') return `${label} is gone: ${from}.`;
  return `${label}: ${from} becomes ${to}.`;
}
