import { MEASURES } from '../../measures';
import type { Scenario } from '../../model/scenario';
import type { Document } from '../document';
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
  return scenario.measures.flatMap(({ type, adoption, parameters }) => {
    const definition = MEASURES[type];
    const own: ChangedInput = { key: type, label: definition.label, from: '0 %', to: percent(adoption) };
    const set = definition.parameters.flatMap((parameter): ChangedInput[] => {
      const value = parameters[parameter.name];
      if (value === undefined || value === parameter.default) return [];
      const unit = parameter.unit === '1' ? '' : ` ${parameter.unit}`;
      return [
        {
          key: `${type}.${parameter.name}`,
          label: `${definition.label}: ${parameter.label}`,
          from: `${parameter.default}${unit}`,
          to: `${value}${unit}`,
        },
      ];
    });
    return [own, ...set];
  });
}

/** Corrections of the present, as sentences. */
export function correctionTexts(document: Document): readonly string[] {
  return document.baseEdits.map(
    ({ buildingId, field, value }) => `${buildingId}: ${ATTRIBUTE_WORDS[field] ?? field} is ${value}`,
  );
}
