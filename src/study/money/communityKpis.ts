import { COMMUNITY_DEFINITIONS as DEFINITIONS } from '../../kpi/community/definitions';
import type { KpiDefinition } from '../../kpi/definition';
import { CENTS_PER_UNIT } from '../../kpi/money';
import type { CommunityMoney } from './communities';

/** Values of the indicators of communities; of a year without any, those that are 0 there. */
export function communityValues(
  communities: readonly CommunityMoney[],
): readonly (readonly [definition: KpiDefinition, value: number])[] {
  const sum = (of: (community: CommunityMoney) => number): number =>
    communities.reduce((total, one) => total + of(one), 0);
  const most = (of: (community: CommunityMoney) => number): number =>
    communities.reduce((largest, one) => Math.max(largest, of(one)), 0);
  const contracts = communities.flatMap((one) => one.contracts);
  const savedCents = contracts.reduce((total, one) => total + one.savedCents, 0);
  const totals = [
    [DEFINITIONS.communityExchange, sum(({ group }) => group.exchangeJ)],
    [DEFINITIONS.communitySavings, savedCents / CENTS_PER_UNIT],
    [DEFINITIONS.communityLosers, sum(losersOf)],
  ] as const;
  if (communities.length === 0) return totals;
  const generationJ = sum((one) => one.generationJ);
  const useJ = sum((one) => one.useJ);
  return [
    ...totals,
    [DEFINITIONS.communityPeakImport, most(({ group }) => group.peakImportW)],
    [DEFINITIONS.communityPeakExport, most(({ group }) => group.peakExportW)],
    [
      DEFINITIONS.communitySelfConsumption,
      100 *
        shareKept(
          generationJ,
          sum(({ group }) => group.exportJ),
        ),
    ],
    [
      DEFINITIONS.communitySelfSufficiency,
      100 *
        shareKept(
          useJ,
          sum(({ group }) => group.importJ),
        ),
    ],
  ];
}

/** A dozen amounts are rounded on a contract: less than this may be their cents. */
const LOSES_FROM_CENTS = 10;

/** Customers whose contract costs more with the community than without it. */
export function losersOf({ contracts }: CommunityMoney): number {
  return contracts.reduce(
    (total, { savedCents, customers }) => total + (savedCents <= -LOSES_FROM_CENTS ? customers : 0),
    0,
  );
}

/** 1 - what crosses the border over the whole; NaN of nothing. What storage gives may exceed what panels make: then 0. */
export function shareKept(wholeJ: number, crossesJ: number): number {
  return wholeJ > 0 ? Math.max(0, 1 - crossesJ / wholeJ) : Number.NaN;
}
