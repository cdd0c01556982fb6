import type { MeasureType } from '../../model/scenario';
import type { ResponsiveTariff } from '../../model/demandResponse';
import type { MeasureDefinition } from '../definition';
import { A_SETTING, engineeringCost } from '../figures';
import { criticalDaysCaveat } from './criticalDays';
import { householdMeasure } from './householdMeasure';
import { PRICE_RESPONSE_PARAMETERS, priceResponseOf } from './parameters';

interface Described {
  readonly type: MeasureType;
  readonly label: string;
  readonly tariffId: ResponsiveTariff;
  /** What its prices are, as a sentence goes on. */
  readonly prices: string;
}

/** A tariff that tells hours apart: it is billed, and households answer to it as the published elasticities say. */
export function tariffMeasure({ type, label, tariffId, prices }: Described): MeasureDefinition {
  return householdMeasure({
    type,
    label,
    purpose: 'tariff',
    field: 'tariff',
    taken: 'Its households buy under such a tariff already.',
    adoptionOf:
      'of households are offered it and take it: close to 20 % of those who are asked, nearly all where it is the default',
    changes: `Households buy electricity at ${prices} and move part of what their appliances use to cheaper hours of the same day; the energy of the day is kept unless the elasticity of the day says otherwise. Heat pumps, tanks, cars and batteries keep controls of their own; businesses do not answer.`,
    parameters: PRICE_RESPONSE_PARAMETERS,
    payer: 'household',
    ...(tariffId === 'criticalPeak' ? { caveat: criticalDaysCaveat } : {}),
    // A contract is changed: nothing to buy, and a dearer one to serve.
    work: {
      disruption: 'none',
      costs: [engineeringCost('household', 0)],
      runningShare: A_SETTING,
      service: { key: 'tariffServiceEurPerYear', basis: 'household' },
    },
    change: (building, households, valueOf) => ({
      ...building,
      tariff: { tariffId, households, response: priceResponseOf(valueOf) },
    }),
  });
}
