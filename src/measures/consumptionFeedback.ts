import { engineering, engineeringCost } from './figures';
import { FEEDBACK_PARAMETERS, householdMeasure } from './priceResponse';

export const consumptionFeedback = householdMeasure({
  type: 'consumptionFeedback',
  label: 'Meters that show the use',
  purpose: 'feedback',
  field: 'consumptionFeedback',
  taken: 'Its households see what they use already.',
  adoptionOf: 'of households look at what their meter shows',
  changes:
    'These households use a little less for their appliances and lights, in every hour alike. It takes a smart meter, which is a measure of its own.',
  parameters: FEEDBACK_PARAMETERS,
  payer: 'operator',
  work: {
    disruption: 'none',
    costs: [engineeringCost('household', 40, 2)],
    lifetimeYears: engineering(10),
    runningShare: 'meteringRunningShare',
  },
  change: (building, households, valueOf) => ({
    ...building,
    consumptionFeedback: { households, savedShare: valueOf('feedbackSaving') },
  }),
});
