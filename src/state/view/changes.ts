import { MEASURES } from '../../measures';
import { DEFAULT_LIMITS, type LimitsProfile } from '../../model/limits';
import { OVERRIDABLE, type Overridable, type Retrofit } from '../../model/building';
import type { BaseEdit, Scenario } from '../../model/scenario';
import { adoptionAt, targetOf } from '../../scenario';
import { catalogueOf, measureWords, selectorWords, wordsOf, type Language } from '../../words';
import { en } from '../../words/en';
import type { Document } from '../document';
import { assumedText, assumptionRows, spellText } from './assumptions';
import { qualityWord } from './figureWords';
import { speechOf } from './speech';

/** One input that differs from the baseline. */
export interface ChangedInput {
  readonly key: string;
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

/** What a scenario changes: measures and their parameters, figures of its own, limits and weather. */
export const changedInputs = (scenario: Scenario, language: Language = 'en'): readonly ChangedInput[] => [
  ...changedMeasures(scenario, language),
  ...changedAssumptions(scenario, language),
  ...changedTariffs(scenario, language),
];

function changedTariffs({ tariffs }: Scenario, language: Language): readonly ChangedInput[] {
  if (tariffs === undefined) return [];
  const words = wordsOf(language);
  const names = tariffs.offered.map(({ name }) => name);
  const who = (tariffs.contracts ?? []).length === 0 ? [] : [words('tariffs.contracts.title')];
  const to = [...names, ...who].join(', ');
  return [{ key: 'tariffs', label: words('tariffs.changed'), from: words('tariffs.changedFrom'), to }];
}

function changedAssumptions(scenario: Scenario, language: Language): readonly ChangedInput[] {
  const words = wordsOf(language);
  const figures = assumptionRows(scenario, language).flatMap(
    ({ key, label, own, normal }): ChangedInput[] => {
      if (own === null) return [];
      const texts = { from: assumedText(key, normal, language), to: assumedText(key, own.value, language) };
      return [{ key: `assumption.${key}`, label, ...texts }];
    },
  );
  const { limits = DEFAULT_LIMITS, spells = [] } = scenario;
  const nameOf = ({ profile }: LimitsProfile) =>
    profile === 'own' ? words('assumptions.limits.own') : profile;
  const own: ChangedInput = {
    key: 'limits',
    label: words('assumptions.limits.title'),
    from: nameOf(DEFAULT_LIMITS),
    to: nameOf(limits),
  };
  const weather = spells.map((spell, row): ChangedInput => ({
    key: `spell.${row}`,
    label: words('assumptions.spells.title'),
    from: words('assumptions.spells.none'),
    to: spellText(spell, language),
  }));
  return [...figures, ...(limits.profile === DEFAULT_LIMITS.profile ? [] : [own]), ...weather];
}

function changedMeasures(scenario: Scenario, language: Language): readonly ChangedInput[] {
  const { typed } = speechOf(language);
  const percent = (share: number) => `${typed(Math.round(share * 1000) / 10)} %`;
  return scenario.measures.flatMap((measure) => {
    const { id, type, selector, parameters } = measure;
    const definition = MEASURES[type];
    const named = measureWords(language, type);
    const whom = selector === undefined ? '' : ` (${selectorWords(language, selector, targetOf(type))})`;
    const share = percent(adoptionAt(measure, scenario.year));
    const own: ChangedInput = { key: id, label: `${named.label}${whom}`, from: '0 %', to: share };
    const set = definition.parameters.flatMap((parameter): ChangedInput[] => {
      const value = parameters[parameter.name];
      if (value === undefined || value === parameter.default) return [];
      const unit = parameter.unit === '1' ? '' : ` ${parameter.unit}`;
      return [
        {
          key: `${id}.${parameter.name}`,
          label: `${named.label}: ${named.parameter(parameter.name)}`,
          from: `${typed(parameter.default)}${unit}`,
          to: `${typed(value)}${unit}`,
        },
      ];
    });
    return [own, ...set];
  });
}

type Attribute = keyof typeof en.facts.attributes;
const isAttribute = (field: string): field is Attribute => field in en.facts.attributes;
const isOverridable = (field: string): field is Overridable =>
  (OVERRIDABLE as readonly string[]).includes(field);

/** What a correction is of. */
export function correctedName({ field }: BaseEdit, language: Language = 'en'): string {
  const words = wordsOf(language);
  if (isAttribute(field)) return words(`facts.attributes.${field}`);
  return isOverridable(field) ? words(`figures.names.${field}`) : field;
}

/** Corrections of the present, as sentences. */
export function correctionTexts(document: Document, language: Language = 'en'): readonly string[] {
  return document.baseEdits.map((edit) =>
    wordsOf(language)('figures.correction', {
      building: edit.buildingId,
      what: correctedName(edit, language),
      value: correctedText(edit, language),
    }),
  );
}

const FACT_LISTS = {
  use: 'uses',
  heating: 'heatings',
  cooling: 'coolings',
  envelope: 'envelopes',
} as const;

/** A fact by its word; the model's own names are English words. */
function factText(field: string, value: string, language: Language): string {
  if (language === 'en' || !(field in FACT_LISTS)) return value;
  const list: Readonly<Record<string, string>> =
    catalogueOf(language).facts[FACT_LISTS[field as keyof typeof FACT_LISTS]];
  return list[value] ?? value;
}

function correctedText({ field, value }: BaseEdit, language: Language): string {
  const { words, number, typed } = speechOf(language);
  if (value === null)
    return words(field === 'photovoltaics' || field === 'vehicles' ? 'figures.none' : 'figures.asAssumed');
  if (typeof value === 'number') return typed(value);
  if (typeof value === 'string') return factText(field, value, language);
  if (typeof value !== 'object') return String(value);
  if ('quality' in value) {
    const quality = qualityWord(value.quality, language);
    return words('figures.qualified', { value: number(value.value, 4), quality });
  }
  if ('count' in value)
    return words('figures.cars', {
      number: value.count,
      control: language === 'en' ? value.control : words(`facts.charging.${value.control}`),
    });
  if ('peakW' in value) return `${number(value.peakW / 1000)} kW`;
  const parts = Object.keys(value) as (keyof Retrofit)[];
  return parts.map((part) => words(`figures.works.${part}`)).join(', ') || words('figures.none');
}
