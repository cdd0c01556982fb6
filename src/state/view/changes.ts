import { MEASURES } from '../../measures';
import type { Overridable } from '../../model/building';
import type { BaseEdit, Scenario } from '../../model/scenario';
import { formatNumber } from '../../units';
import { adoptionAt, selectorInWords, targetOf } from '../../scenario';
import type { Document } from '../document';
import { FIGURE_WORDS, QUALITY_WORDS } from './figureWords';
import { ATTRIBUTE_WORDS } from './text';

/** One input that differs from the baseline. */
export interface ChangedInput {
  readonly key: string;
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

const percent = (share: number) => `${Math.round(share * 1000) / 10} %`;

/** What a scenario changes: every measure and every parameter that is not its default. */
export function changedInputs(scenario: Scenario): readonly ChangedInput[] {
  return scenario.measures.flatMap((measure) => {
    const { id, type, selector, parameters } = measure;
    const definition = MEASURES[type];
    const whom = selector === undefined ? '' : ` (${selectorInWords(selector, targetOf(type))})`;
    const share = percent(adoptionAt(measure, scenario.year));
    const own: ChangedInput = { key: id, label: `${definition.label}${whom}`, from: '0 %', to: share };
    const set = definition.parameters.flatMap((parameter): ChangedInput[] => {
      const value = parameters[parameter.name];
      if (value === undefined || value === parameter.default) return [];
      const unit = parameter.unit === '1' ? '' : ` ${parameter.unit}`;
      return [
        {
          key: `${id}.${parameter.name}`,
          label: `${definition.label}: ${parameter.label}`,
          from: `${parameter.default}${unit}`,
          to: `${value}${unit}`,
        },
      ];
    });
    return [own, ...set];
  });
}

/** What a correction is of. */
export const correctedName = ({ field }: BaseEdit): string =>
  ATTRIBUTE_WORDS[field] ?? FIGURE_WORDS[field as Overridable] ?? field;

/** Corrections of the present, as sentences. */
export function correctionTexts(document: Document): readonly string[] {
  return document.baseEdits.map(
    (edit) => `${edit.buildingId}: ${correctedName(edit)} is ${correctedText(edit)}`,
  );
}

function correctedText({ field, value }: BaseEdit): string {
  if (value === null) return field === 'photovoltaics' || field === 'vehicles' ? 'none' : 'as assumed';
  if (typeof value !== 'object') return String(value);
  if ('quality' in value) return `${formatNumber(value.value, 4)} (${QUALITY_WORDS[value.quality]})`;
  if ('count' in value) return `${value.count}, ${value.control}`;
  if ('peakW' in value) return `${formatNumber(value.peakW / 1000)} kW`;
  return Object.keys(value).join(', ') || 'none';
}
