import type { District } from '../../model/district';
import { mostFrequent, type HostDraw, type PlaceHosting } from '../../study/districtHosting';
import type { Language } from '../../words';
import type { ComparableYear } from '../studies/comparable';
import { HOSTED_IDS, hostingQuestions, type HostedId, type HostingStudy } from '../studies/hostingStudy';
import type { TextTable } from './comparison';
import { constraintWords } from './connect';
import { speechOf } from './speech';

const UNKNOWN = '–';

/** What is counted of the feeders of a year for a technology, whole or not, by their ids. */
export function placesShown(
  study: HostingStudy | null,
  { scenario, result }: ComparableYear,
  technology: HostedId,
): ReadonlyMap<string, PlaceHosting> {
  const isOf = ({ year }: { readonly year: ComparableYear }): boolean =>
    year.scenario === scenario && year.result === result;
  const whole = study?.found
    .find(isOf)
    ?.hosting.find(({ settings }) => settings.technology.id === technology);
  const partial = study?.partial ?? null;
  const part = partial === null || !isOf(partial) ? [] : partial.places;
  const places =
    whole?.places ??
    part.filter(({ question }) => HOSTED_IDS[question] === technology).map(({ found }) => found);
  return new Map(places.map((found) => [found.place.id, found]));
}

interface Context {
  readonly year: ComparableYear;
  readonly district: District | null;
}

/** Places in the order given, with their range and what stops most of the draws; an id alone is one that is not counted. */
export function hostingTable(
  placeWord: string,
  places: readonly (PlaceHosting | string)[],
  { year: { input, result }, district }: Context,
  language: Language,
): TextTable {
  const { words, number, quantity, moment } = speechOf(language);
  const powerOf = ({ capacityW, binding }: HostDraw): string =>
    binding === undefined
      ? words('hosting.atLeast', { value: quantity(capacityW, 'W') })
      : quantity(capacityW, 'W');
  const cellsOf = ({ sites, smallest, median, largest, draws }: PlaceHosting): readonly string[] => {
    const { kind, elementId } = mostFrequent(draws);
    const binding = draws.find(
      (draw) => draw.binding?.kind === kind && draw.binding?.elementId === elementId,
    )?.binding;
    const stops = binding === undefined ? null : constraintWords(binding, district, language);
    return [
      ...[number(sites), powerOf(smallest), powerOf(median), powerOf(largest)],
      stops === null ? words('hosting.nothingBinds') : `${stops.name}: ${stops.amount}`,
      stops === null ? UNKNOWN : moment(stops.step, input.stepS, result.startWeekday),
    ];
  };
  return {
    columns: [
      ...[placeWord, words('hosting.sites'), words('hosting.least'), words('hosting.median')],
      ...[words('hosting.most'), words('hosting.binds'), words('hosting.when')],
    ],
    rows: places.map((one) =>
      typeof one === 'string'
        ? [one, ...Array.from({ length: 6 }, () => UNKNOWN)]
        : [one.place.id, ...cellsOf(one)],
    ),
  };
}

/** Under what the figures hold, sentence by sentence: hosting capacity is no property of a network alone. */
export function hostingConditions(
  year: ComparableYear,
  technology: HostedId,
  language: Language,
): readonly string[] {
  const { words, quantity, percent } = speechOf(language);
  const [asked] = hostingQuestions(year, { technologies: [technology], by: 'feeder' });
  const { seed, maxW, limits, technology: unit } = asked!;
  return [
    words('hosting.conditions.onePlace'),
    words('hosting.conditions.hours'),
    words('hosting.conditions.dynamic'),
    words('hosting.conditions.before'),
    words('hosting.conditions.units', { unit: quantity(unit.unitW, 'W') }),
    words('hosting.conditions.search', {
      seed: String(seed),
      most: quantity(maxW, 'W'),
      lower: percent(100 * limits.lowerPu),
      upper: percent(100 * limits.upperPu),
      loading: percent(100 * limits.loadingLimit),
    }),
  ];
}
