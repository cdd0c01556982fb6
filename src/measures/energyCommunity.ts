import type { CommunityMembership } from '../model/energyCommunity';
import { buildingMeasure } from './buildingMeasure';
import type { MeasureDefinition, MeasureParameter } from './definition';
import { engineering, engineeringCost, ENGINEERING_VALUE } from './figures';
import type { ValueOf } from './work';

const share = (
  name: keyof CommunityMembership,
  label: string,
  defaultValue: number,
  why: string,
): MeasureParameter => ({
  name,
  label,
  unit: '1',
  min: 0,
  max: 1,
  default: defaultValue,
  source: `${ENGINEERING_VALUE}: ${why}`,
  quality: 'unknown_untraceable',
});

const PARAMETERS: readonly MeasureParameter[] = [
  share(
    'priceShare',
    'Internal price, from the feed-in price (0) to the most at which nobody loses (1)',
    0.5,
    'the gain is shared evenly by who gives and who uses',
  ),
  share(
    'gridWaivedShare',
    'Share of the grid price that is waived on shared electricity',
    0.5,
    'half; what is waived is a matter of national law',
  ),
  share('levyWaivedShare', 'Share of the levies that is waived on shared electricity', 0, 'none'),
];

function membershipOf(valueOf: ValueOf): CommunityMembership {
  return {
    priceShare: valueOf('priceShare'),
    gridWaivedShare: valueOf('gridWaivedShare'),
    levyWaivedShare: valueOf('levyWaivedShare'),
  };
}

/** Sharing on paper: no load and no flow is another, only who pays whom (src/study/money). */
export const energyCommunity: MeasureDefinition = {
  ...buildingMeasure({
    type: 'energyCommunity',
    label: 'Energy community',
    group: 'operation',
    effect: 'operation',
    adoptionOf: 'of buildings join the community of what their transformer feeds',
    changes:
      'What members behind one transformer feed in is used by the others in the same step, at an internal price; for the rest each keeps his own contract. By itself this changes no load.',
    parameters: PARAMETERS,
    work: {
      disruption: 'none',
      // Contracts once, and metering and settlement every year.
      costs: [engineeringCost('dwelling', 60)],
      lifetimeYears: engineering(15),
      runningShare: engineering(0.2),
    },
    refusal: ({ energyCommunity: joined }) =>
      joined === undefined ? null : 'It is in an energy community already.',
    change: (building, valueOf) => ({ ...building, energyCommunity: membershipOf(valueOf) }),
  }),
  leavesRun: true,
  payer: 'community',
};
